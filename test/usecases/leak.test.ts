import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '../../src/domain/person.ts';
import { userOf } from '../../src/domain/person.ts';
import type { GivenFile } from '../../src/domain/request/given-file.ts';
import { privateCard } from '../../src/slack/intake/private-card.ts';
import { wholeRequest } from '../../src/slack/intake/whole-request.ts';
import { lineFor } from '../../src/slack/saying/lines.ts';
import type { MessageLocation } from '../../src/usecases/ports.ts';
import { homeOf } from '../../src/usecases/request/list-requests.ts';
import { seeRequest } from '../../src/usecases/request/look-up-request.ts';
import type { Crossing } from '../../src/usecases/saying/outbox.ts';
import { hearDeletion, hearEdit } from '../../src/usecases/threads/hear-change.ts';
import { hearReaction } from '../../src/usecases/threads/hear-reaction.ts';
import { hearReply } from '../../src/usecases/threads/hear-reply.ts';
import { hearFileDeleted } from '../../src/usecases/threads/keep-files.ts';
import { sendAcross } from '../../src/usecases/threads/send-across.ts';
import { ben, ines, mia, omar, openDesk, type TestDesk, tom } from '../slack/support/desk.ts';

const triage = 'C0TRIAGE';
const private_ = 'DMIA';
const inIt: readonly PersonId[] = [ines, tom, omar];
const person = fc.constantFrom(ines, ines, tom, omar, mia, ben);
const place = fc.nat(5);

type Step =
  | { do: 'write' | 'edit'; at: number; by: PersonId; files: number }
  | { do: 'delete-file'; at: number }
  | { do: 'delete'; at: number }
  | { do: 'react'; at: number; by: PersonId; name: string; present: boolean }
  | { do: 'send'; at: number; by: PersonId; as: Crossing; stale: boolean }
  | { do: 'answer' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    ...{ do: fc.constantFrom('write', 'write', 'edit'), at: place, by: person },
    files: fc.nat(2),
  }),
  fc.record({ do: fc.constant('delete-file'), at: place }),
  fc.record({ do: fc.constant('delete'), at: place }),
  fc.record({
    ...{ do: fc.constant('react'), at: place, by: person, present: fc.boolean() },
    name: fc.constantFrom('question', 'mega', 'pushpin', 'eyes', 'no_entry_sign', 'white_check_mark', 'tada'),
  }),
  fc.record({
    ...{ do: fc.constant('send'), at: place, by: person, stale: fc.boolean() },
    as: fc.constantFrom<Crossing>('ask', 'share', 'keep', 'correct'),
  }),
  fc.record({ do: fc.constant('answer') }),
);

function filesOf(count: number, many: number): GivenFile[] {
  return Array.from({ length: many }, (_, index) => ({
    ...{ source: `F${count}X${index}`, name: `plan-${count}-${index}.pdf`, size: 10 },
  }));
}

/** Everything of a request that Mia, or anybody else outside IT, can be shown. */
async function readByMarketing({ desk, view }: TestDesk, request: string): Promise<string> {
  const seen = await view(request);
  const entries = await desk.store.openOutbox(2000);
  const told: unknown[] = [privateCard(seen, mia, desk.clock.now()), await homeOf(desk, mia, triage)];
  for (const reader of [mia, ben]) {
    const whole = await seeRequest(desk, reader, request);
    if (whole.ok) told.push(wholeRequest(whole.value, reader, desk.clock.now()));
  }
  for (const { subject } of entries) {
    if ('event' in subject && subject.audience === 'private-thread') {
      const event = seen.history.find(({ seq }) => seq === subject.event);
      if (event && seen.corrections.get(event.seq) !== null)
        told.push(lineFor(seen, event, subject.audience));
    }
    if ('file' in subject && subject.audience === 'private-thread') told.push(subject.file);
    if (subject.kind === 'consent' || subject.kind === 'whisper') expect(inIt).toContain(subject.recipient);
  }
  return JSON.stringify(told);
}

test('no message of IT, no edit and no file of one, reaches marketing unless its author sent exactly it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const desk = await openDesk();
      const { store } = desk.desk;
      const request = await desk.ask();
      const card = { workspace: 'T1', threadTs: null, request, event: null, supersededAt: null };
      const cards: MessageLocation[] = [
        { ...card, channel: triage, ts: '1.1', purpose: 'triage-card', recipient: null },
        { ...card, channel: private_, ts: '1.2', purpose: 'private-card', recipient: mia },
      ];
      await store.write(async (transaction) => {
        for (const each of cards) await transaction.saveLocation(each);
      });
      const written = new Set<string>();
      const sent = new Set<string>();
      const files = new Map<string, GivenFile[]>();
      const sentFiles = new Set<string>();
      const bodies = new Map<string, string>();
      let count = 0;
      for (const each of steps) {
        count += 1;
        desk.clock.moveBy(60_000);
        const cause = `leak:${count}`;
        const ts = 'at' in each ? `10.${each.at}` : '20.1';
        const words = `secret-${count}-`;
        const message = await store.threadMessage('T1', triage, ts);
        switch (each.do) {
          case 'write':
            if (message) break;
            written.add(words);
            files.set(ts, filesOf(count, each.files));
            await hearReply(desk.desk, {
              ...{ channel: triage, ts, threadTs: '1.1', person: each.by, words, cause },
              files: files.get(ts) ?? [],
            });
            break;
          case 'edit':
            if (!message) break;
            written.add(words);
            // Fewer files are left in it, or as many as there were.
            files.set(ts, (files.get(ts) ?? []).slice(0, each.files));
            await hearEdit(desk.desk, {
              ...{ channel: triage, ts, person: message.author, words, cause },
              files: files.get(ts) ?? [],
            });
            break;
          case 'delete-file': {
            const [gone, ...left] = files.get(ts) ?? [];
            if (!gone || !message) break;
            files.set(ts, left);
            // Slack tells of both: the file, and the message that held it.
            await hearFileDeleted(desk.desk, gone.source);
            written.add(words);
            await hearEdit(desk.desk, {
              ...{ channel: triage, ts, person: message.author, words, cause, files: left },
            });
            break;
          }
          case 'delete':
            await hearDeletion(desk.desk, { channel: triage, ts, cause });
            break;
          case 'react':
            await hearReaction(desk.desk, {
              ...{ workspace: 'T1', channel: triage, ts, user: userOf(each.by), name: each.name },
              ...{ present: each.present, eventTs: `${1000 + count}.1` },
            });
            break;
          case 'send': {
            const shown = (each.stale ? bodies.get(ts) : message?.words) ?? 'none';
            const outcome = await sendAcross(desk.desk, {
              ...{ channel: triage, ts, as: each.as, words: shown, person: each.by, cause },
            });
            if (!outcome.ok) break;
            expect(message?.author).toBe(each.by);
            sent.add((await store.words([shown])).get(shown) ?? '');
            for (const { name } of files.get(ts) ?? []) sentFiles.add(name);
            break;
          }
          case 'answer':
            await hearReply(desk.desk, {
              ...{
                channel: private_,
                ts: `30.${count}`,
                threadTs: '1.2',
                person: mia,
                words: 'An answer.',
                files: [],
                cause,
              },
            });
            break;
        }
        const newest = await store.threadMessage('T1', triage, ts);
        if (newest?.words && !bodies.has(ts)) bodies.set(ts, newest.words);
      }
      const read = await readByMarketing(desk, request);
      const wasSent = (words: string) => [...sent].some((text) => text.split('\n').includes(words));
      expect([...written].filter((words) => read.includes(words) && !wasSent(words))).toEqual([]);
      for (const { id, name, side, shared } of await store.attachments(request)) {
        if (side === 'marketing' || sentFiles.has(name)) continue;
        expect([name, shared, read.includes(name), read.includes(id)]).toEqual([name, false, false, false]);
      }
    }),
    { numRuns: 20 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId, Side } from '../../src/domain/person.ts';
import { personId, userOf } from '../../src/domain/person.ts';
import type { GivenFile } from '../../src/domain/request/given-file.ts';
import { privateCard } from '../../src/slack/intake/private-card.ts';
import { wholeRequest } from '../../src/slack/intake/whole-request.ts';
import { isToldTo, lineFor } from '../../src/slack/saying/lines.ts';
import { tidings } from '../../src/slack/saying/tidings.ts';
import { triageCard } from '../../src/slack/triage/triage-card.ts';
import type { MessageLocation } from '../../src/usecases/records.ts';
import { giveCommand } from '../../src/usecases/request/give-command.ts';
import { homeOf } from '../../src/usecases/request/list-requests.ts';
import { seeRequest } from '../../src/usecases/request/look-up-request.ts';
import type { Crossing } from '../../src/usecases/saying/outbox.ts';
import { hearDeletion, hearEdit } from '../../src/usecases/threads/hear-change.ts';
import { hearReaction } from '../../src/usecases/threads/hear-reaction.ts';
import { hearReply } from '../../src/usecases/threads/hear-reply.ts';
import { hearFileDeleted } from '../../src/usecases/threads/keep-files.ts';
import { letAcross } from '../../src/usecases/threads/let-across.ts';
import { sendAcross } from '../../src/usecases/threads/send-across.ts';
import { ben, ines, lea, mia, omar, openDesk, type TestDesk, tom } from '../slack/support/desk.ts';

const triage = 'C0TRIAGE';
const private_ = 'DMIA';
const inIt: readonly PersonId[] = [ines, tom, omar];
const person = fc.constantFrom(ines, ines, tom, omar, mia, ben);
const place = fc.nat(2);
/** Of neither side, and in neither of their roles. */
const brokers = [personId('T1', 'UKAI'), personId('T1', 'UZOE')];

type Step =
  | { do: 'write' | 'edit'; at: number; by: PersonId; files: number }
  | { do: 'delete' | 'delete-file'; at: number }
  | { do: 'react'; at: number; by: PersonId; name: string; present: boolean }
  /** Somebody else only now and then. */
  | { do: 'send'; at: number; by: PersonId | null; as: Crossing; isStale: boolean }
  | { do: 'answer' }
  | { do: 'name-broker'; who: PersonId | null }
  | { do: 'hand-over'; to: PersonId }
  | { do: 'let-across'; at: number; by: PersonId | null; isReworded: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constantFrom('write', 'write', 'edit'), at: place, by: person },
      files: fc.nat(2),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constant('send'), at: place, isStale: fc.constantFrom(false, false, true) },
      by: fc.constantFrom(null, null, null, ines, mia),
      as: fc.constantFrom<Crossing>('ask', 'share', 'share', 'keep', 'correct'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ do: fc.constant('let-across'), at: place, isReworded: fc.boolean() },
      by: fc.constantFrom(...brokers, null, ines, mia),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('name-broker'), who: fc.constantFrom(...brokers, null) }),
  },
  fc.record({
    ...{ do: fc.constant('react'), at: place, by: person, present: fc.boolean() },
    name: fc.constantFrom('question', 'mega', 'pushpin', 'eyes', 'no_entry_sign', 'white_check_mark', 'tada'),
  }),
  fc.record({ do: fc.constantFrom('delete', 'delete-file'), at: place }),
  fc.record({ do: fc.constant('answer') }),
  fc.record({ do: fc.constant('hand-over'), to: fc.constantFrom(...brokers, mia) }),
);

function filesOf(count: number, many: number): GivenFile[] {
  return Array.from({ length: many }, (_, index) => ({
    ...{ source: `F${count}X${index}`, name: `plan-${count}-${index}.pdf`, size: 10 },
  }));
}

/** Everything of a request that each side can be shown; the broker is of neither. */
async function readBySides({ desk, view }: TestDesk, request: string): Promise<Record<Side, string>> {
  const seen = await view(request);
  const { requester, broker } = seen.request;
  const now = desk.clock.now();
  const told: Record<Side, unknown[]> = {
    marketing: [privateCard(seen, requester, now), await homeOf(desk, requester, triage)],
    it: [triageCard(seen, now), await homeOf(desk, ines, triage)],
  };
  for (const reader of [mia, ben, ines]) {
    const whole = await seeRequest(desk, reader, request);
    if (whole.ok) told[sideOf(reader)].push(wholeRequest(whole.value, reader, now));
  }
  for (const { subject } of await desk.store.openOutbox(2000, 2000)) {
    if (subject.kind === 'consent' || subject.kind === 'whisper') expect(inIt).toContain(subject.recipient);
    const recipient = 'recipient' in subject ? subject.recipient : null;
    if (recipient !== null && recipient === broker) continue;
    if ('event' in subject) {
      const { audience } = subject;
      const event = seen.history.find(({ seq }) => seq === subject.event);
      const isThere = event && seen.corrections.get(event.seq) !== null;
      if (isThere && isToldTo(recipient, seen, event))
        told[audience === 'triage-thread' ? 'it' : 'marketing'].push(
          lineFor(seen, event, audience, recipient),
        );
    }
    if ('file' in subject && subject.audience === 'private-thread') told.marketing.push(subject.file);
    if (subject.kind === 'tell')
      told[sideOf(subject.recipient)].push(await tidings(desk, subject.about, subject.recipient));
  }
  return { marketing: JSON.stringify(told.marketing), it: JSON.stringify(told.it) };
}

const sideOf = (reader: PersonId): Side => (inIt.includes(reader) ? 'it' : 'marketing');

test('nothing of IT reaches marketing unless its author sent it, and nothing that waits for a broker the other side', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 40 }), async (steps) => {
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
      /** What somebody wanted to cross and has not, by the broker's leave or without. */
      const waiting = new Set<string>();
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
            const shown = (each.isStale ? bodies.get(ts) : message?.words) ?? 'none';
            const outcome = await sendAcross(desk.desk, {
              ...{ channel: triage, ts, as: each.as, words: shown, cause },
              person: each.by ?? message?.author ?? ines,
            });
            if (!outcome.ok) break;
            expect(message?.author).toBe(each.by ?? message?.author);
            // With the broker first: it is sent once they let it across.
            if (outcome.value.broker) break;
            sent.add((await store.words([shown])).get(shown) ?? '');
            for (const { name } of files.get(ts) ?? []) sentFiles.add(name);
            break;
          }
          case 'answer': {
            const at = { channel: private_, ts: `30.${count}`, threadTs: '1.2' };
            await hearReply(desk.desk, { ...at, person: mia, words, files: [], cause });
            if (await store.brokeredAt('T1', private_, at.ts)) waiting.add(words);
            break;
          }
          case 'name-broker':
            await giveCommand(desk.desk, {
              ...{ request, person: ines, cause },
              intent: { type: 'name-broker', broker: each.who },
            });
            break;
          case 'hand-over':
            await giveCommand(desk.desk, {
              ...{ request, person: lea, cause },
              intent: { type: 'hand-over', to: each.to },
            });
            break;
          case 'let-across': {
            const ids = await store.brokeredDue('T1', Number.MAX_SAFE_INTEGER, 100);
            const id = ids[each.at % ids.length];
            if (id === undefined) break;
            const reworded = each.isReworded && each.by !== null ? words : null;
            const outcome = await letAcross(desk.desk, { id, person: each.by, words: reworded });
            if (!outcome.ok) break;
            const { author, way, words: own } = outcome.value;
            const { broker } = (await desk.view(request)).request;
            expect([...(reworded ? [] : [author, null]), broker]).toContain(each.by);
            if (reworded) written.add(reworded);
            else waiting.delete(own);
            sent.add(reworded ?? own);
            if (way.kind !== 'send') break;
            for (const { name } of files.get(way.ts) ?? []) sentFiles.add(name);
            break;
          }
        }
        const newest = await store.threadMessage('T1', triage, ts);
        if (newest?.words && !bodies.has(ts)) bodies.set(ts, newest.words);
      }
      const read = await readBySides(desk, request);
      const wasSent = (words: string) => [...sent].some((text) => text.split('\n').includes(words));
      expect([...written].filter((words) => read.marketing.includes(words) && !wasSent(words))).toEqual([]);
      expect([...waiting].filter((words) => read.it.includes(words))).toEqual([]);
      for (const { id, name, side, shared } of await store.attachments(request)) {
        if (side === 'marketing' || sentFiles.has(name)) continue;
        const isRead = [name, id].some((each) => read.marketing.includes(each));
        expect([name, shared, isRead]).toEqual([name, false, false]);
      }
    }),
    { numRuns: 20 },
  );
});

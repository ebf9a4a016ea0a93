import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Check } from '../../src/domain/checks/check.ts';
import type { RequestEvent } from '../../src/domain/request/events.ts';
import { acceptModal } from '../../src/slack/agreement/accept.ts';
import { rejectModal } from '../../src/slack/agreement/acceptance.ts';
import { amendModal } from '../../src/slack/agreement/amend.ts';
import { cardWindow } from '../../src/slack/home/card-window.ts';
import { editModal } from '../../src/slack/intake/edit.ts';
import { privateCard } from '../../src/slack/intake/private-card.ts';
import { wholeRequest } from '../../src/slack/intake/whole-request.ts';
import type { OnRequest } from '../../src/slack/kit/on-request.ts';
import { lineFor } from '../../src/slack/saying/lines.ts';
import { deliverModal } from '../../src/slack/triage/deliver.ts';
import { triageCard } from '../../src/slack/triage/triage-card.ts';
import type { RequestView } from '../../src/usecases/request/request-view.ts';
import { messageAloud, viewAloud } from './support/aloud.ts';
import { acceptAsAsked, criteriaOf, ines, mia, omar, openDesk, tom } from './support/desk.ts';

const hostile = fc.constantFrom(
  '<!channel>',
  '<!here>',
  '<!subteam^S1>',
  '<@UEVIL>',
  '<https://evil|https://bank>',
  '&lt;!channel&gt;',
  '\u202E\u200B',
  '```',
  '*',
  '&'.repeat(3000),
  '> ',
  'x'.repeat(3001),
  '👩‍💻'.repeat(700),
  'a\u0301'.repeat(900),
  '\n'.repeat(50),
);
const anyText = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' '));

/**
 * The same request with other words in it, and `count` more of all that can become many; the rendering sees nothing else
 * of what people typed.
 */
function reworded(original: RequestView, words: string, count: number): RequestView {
  const view = crowded(original, count);
  const definition = (shown: RequestView['inForce']) =>
    shown && {
      ...shown,
      criteria: [
        ...shown.criteria,
        ...Array.from({ length: count }, (_, at) => ({
          id: `more-${at}`,
          side: at % 2 ? ('it' as const) : ('marketing' as const),
          required: at % 3 > 0,
          shown: words,
          ticked: at % 5 === 0,
        })),
      ].map((criterion) => ({ ...criterion, text: words })),
    };
  return {
    ...view,
    brief: { title: words, outcome: words, link: words },
    alternative: view.alternative && { instead: words, why: words },
    inForce: definition(view.inForce),
    proposed: definition(view.proposed),
    nameOf: () => words,
    said: (body) => (view.said(body) === null ? null : words),
  };
}

/** As many checks as a desk can have, and more links and comments than anybody reads. */
function crowded(view: RequestView, count: number): RequestView {
  const { request, history } = view;
  const body = request.brief;
  const checks = Array.from({ length: Math.min(count, 12) }, (_, at): Check => {
    const questions = Array.from({ length: 8 }, (_, id) => ({ id: String(id), text: '&'.repeat(150) }));
    const owners = Array.from({ length: 10 }, (_, owner) => (owner === 0 ? omar : tom));
    return {
      ...{ name: `check ${at}`, owners, needs: 'all', standIn: null, blocks: 'accepting', questions },
      answers: Object.fromEntries(questions.slice(at).map(({ id }) => [id, body])),
      standing: { is: 'changes-wanted', by: omar, from: 'marketing', words: body },
    };
  });
  const last = history.at(-1);
  const comments = Array.from({ length: count }, (_, at): RequestEvent => {
    if (!last) throw new Error('a request has a history');
    const { seq, at: then, cause } = last;
    const said = { seq: seq + at + 1, at: then, cause: `${cause}:${at}`, actor: mia } as const;
    return { ...said, side: 'marketing', type: 'CommentAdded', words: body, shared: true };
  });
  return {
    ...view,
    request: { ...request, checks, links: Array.from({ length: count }, () => body) },
    history: [...history, ...comments],
  };
}

/** Everything that Slack would parse for mentions, links and formatting. */
function parsedTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(parsedTexts);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(parsedTexts);
}

const ours =
  /<@U(?:MIA|INES|TOM|LEA|OMAR)>|<!date\^\d+\^(?:\w+ )?\{date_short_pretty\} at \{time\}\|(?:\w+ )?[\d :-]+ UTC>/g;

function expectNothingAlive(text: string, blocks: KnownBlock[]): void {
  for (const parsed of [text, ...parsedTexts(blocks)]) expect(parsed.replace(ours, '')).not.toMatch(/[<>]/);
  expect(JSON.stringify(blocks).replace(ours, '')).not.toMatch(/<[!@#]/);
}

test('whatever people type, it is shown as text and within Slack’s limits', async () => {
  const desk = await openDesk();
  const views: RequestView[] = [];
  const keep = async (request: string) => views.push(await desk.view(request));

  const first = await desk.ask();
  await keep(first);
  await desk.give(first, ines, { type: 'ask', question: 'Which form?' });
  await keep(first);
  await desk.give(first, mia, { type: 'answer', answer: 'The old one.' });
  await desk.give(first, ines, { type: 'counter', alternative: { instead: 'That.', why: 'So.' } });
  await keep(first);
  await desk.give(first, mia, { type: 'take-alternative' });
  await acceptAsAsked(desk, first);
  await keep(first);
  const criteria = criteriaOf(await desk.view(first)).slice(1);
  await desk.give(first, mia, { type: 'amend', terms: { criteria, date: null, seen: 1 } });
  await keep(first);
  await desk.give(first, ines, { type: 'sign', version: 2 });
  await desk.give(first, ines, {
    type: 'hold',
    waitsFor: { party: 'third-party', name: '<!channel>*' },
    reason: 'So.',
    reviewOn: '2026-03-09',
  });
  await keep(first);
  await desk.give(first, ines, { type: 'resume' });
  const its = (await desk.view(first)).inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
  await desk.give(first, tom, { type: 'deliver', words: 'There.', ticked: its.map(({ id }) => id) });
  await keep(first);
  await desk.give(first, mia, { type: 'confirm' });
  await keep(first);
  const second = await desk.ask();
  await desk.give(second, tom, { type: 'decline', reason: 'other', words: 'No.' });
  await keep(second);

  const now = desk.clock.now();
  fc.assert(
    fc.property(
      fc.nat({ max: views.length - 1 }),
      anyText,
      fc.constantFrom(0, 8, 60),
      (moment, words, count) => {
        const original = views[moment];
        if (!original) throw new Error('no such moment');
        const view = reworded(original, words, count);
        const cards = [triageCard(view, now), privateCard(view, mia, now)];
        const lines = view.history.flatMap((event) => [
          lineFor(view, event, 'triage-thread'),
          lineFor(view, event, 'private-thread'),
        ]);
        for (const message of [...cards, ...lines]) {
          messageAloud(message);
          expectNothingAlive(message.text, message.blocks);
        }
        const reader = { person: ines, side: 'it' as const, roles: ['it' as const] };
        const on: OnRequest = {
          view,
          reader,
          tool: null,
          person: ines,
          now,
          today: '2026-03-02',
          metadata: '{}',
          seen: 1,
        };
        const modals = [acceptModal, amendModal, editModal, deliverModal, rejectModal].map((modal) =>
          modal(on),
        );
        const owner = { ...on, reader: { ...reader, person: omar } };
        const read = [wholeRequest(on, ines, now), wholeRequest(on, omar, now), cardWindow(owner, now)];
        for (const modal of [...modals, ...read]) {
          viewAloud(modal);
          expectNothingAlive(
            '',
            modal.blocks.filter(({ type }) => type !== 'input'),
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});

import { expect, test } from 'vitest';
import { lineFor } from '../../../src/slack/saying/lines.ts';
import { messageAloud } from '../support/aloud.ts';
import {
  acceptAsAsked,
  criteriaOf,
  ines,
  lea,
  mia,
  omar,
  openDesk,
  type TestDesk,
  tom,
} from '../support/desk.ts';

/** Stories that between them bring about every fact somebody is told of. */
const stories: Record<string, (desk: TestDesk, request: string) => Promise<void>> = {
  'questions and another way': async ({ give, view }, request) => {
    await give(request, ines, { type: 'claim' });
    await give(request, mia, {
      type: 'edit',
      brief: { title: 'Landing page', outcome: null, link: null },
      ...{ impact: 1, urgency: 1, headsUp: false },
      terms: { criteria: criteriaOf(await view(request)), date: '2026-03-16', seen: 1 },
    });
    await give(request, ines, { type: 'ask', question: 'Which form does it use today?' });
    await give(request, mia, { type: 'answer', answer: 'The old one.' });
    await give(request, mia, { type: 'more-to-come' });
    await give(request, mia, { type: 'answer', answer: 'And the one for partners.' });
    await give(request, ines, { type: 'set-priority', priority: 2, reason: 'The board will see it.' });
    await give(request, ines, { type: 'counter', alternative: { instead: 'The events page.', why: null } });
    await give(request, mia, { type: 'refuse-alternative', words: 'It has no form.' });
    await give(request, ines, { type: 'counter', alternative: { instead: 'With a form.', why: null } });
    await give(request, mia, { type: 'take-alternative' });
    await give(request, ines, { type: 'assign', to: tom });
    await give(request, mia, { type: 'comment', words: 'Thank you!', shared: true });
    await give(request, ines, { type: 'comment', words: 'Easy.', shared: false });
    await give(request, mia, { type: 'hand-over', to: lea });
    await give(request, ines, { type: 'release' }).catch(() => give(request, tom, { type: 'release' }));
    await give(request, lea, { type: 'withdraw', words: 'The webinar was called off.' });
  },
  'agreed in two rounds': async ({ give, view }, request) => {
    const criteria = criteriaOf(await view(request));
    await give(request, ines, { type: 'claim' });
    await give(request, ines, {
      type: 'accept',
      size: 'S',
      terms: { criteria, date: '2026-03-20', seen: 1 },
    });
    await give(request, mia, { type: 'amend', terms: { criteria, date: '2026-03-18', seen: 2 } });
    await give(request, ines, { type: 'sign', version: 3 });
    await give(request, mia, { type: 'amend', terms: { criteria, date: '2026-03-17', seen: 3 } });
    await give(request, ines, { type: 'drop-amendment' });
    await give(request, ines, {
      type: 'hold',
      waitsFor: { party: 'marketing' },
      reason: 'The texts are missing.',
      reviewOn: '2026-03-09',
    });
    await give(request, mia, { type: 'resume' });
  },
  'delivered twice': async (desk, request) => {
    const { give, view } = desk;
    await give(request, ines, { type: 'claim' });
    await acceptAsAsked(desk, request);
    const { inForce } = await view(request);
    const ids = (side: 'it' | 'marketing') =>
      inForce?.criteria.filter((each) => each.side === side).map(({ id }) => id) ?? [];
    await give(request, ines, { type: 'deliver', words: null, ticked: ids('it') });
    await give(request, mia, {
      type: 'reject',
      failed: ids('marketing').slice(0, 1),
      words: 'On a phone it is cut off.',
    });
    await give(request, ines, { type: 'deliver', words: 'It fits now.', ticked: ids('it') });
    await give(request, mia, { type: 'confirm' });
    await give(request, mia, { type: 'reopen', failed: [], words: 'It is cut off again.' });
  },
  'declined and looked at again': async ({ give }, request) => {
    await give(request, tom, {
      type: 'decline',
      reason: 'already-have-it',
      words: 'The events page does this.',
    });
    await give(request, mia, { type: 'contest', objection: 'It has no form.' });
    await give(request, omar, { type: 'rule', uphold: false, words: 'A form is needed.' });
    await give(request, tom, { type: 'decline', reason: 'too-costly', words: 'It is one visit a year.' });
  },
};

for (const [story, tell] of Object.entries(stories)) {
  test(story, async () => {
    const desk = await openDesk();
    const request = await desk.ask();
    const told: string[] = [];
    const heard = new Set<number>();
    // Lines are said soon after their fact, so each is rendered from the state that it led to.
    const sayNew = async () => {
      const view = await desk.view(request);
      for (const event of view.history.filter(({ seq }) => !heard.has(seq))) {
        heard.add(event.seq);
        for (const audience of ['triage-thread', 'private-thread'] as const) {
          const line = lineFor(view, event, audience);
          told.push(`${event.type} > ${audience}\n${messageAloud(line)}`);
        }
      }
    };
    await sayNew();
    const give: TestDesk['give'] = async (...order) => {
      await desk.give(...order);
      await sayNew();
    };
    await tell({ ...desk, give }, request);
    expect(told.join('\n\n')).toMatchSnapshot();
  });
}

test('in the channel only whoever has to act is mentioned', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, ines, { type: 'claim' });
  await desk.give(request, tom, { type: 'ask', question: 'Which form?' });
  await desk.give(request, mia, { type: 'answer', answer: 'The old one, ask <@UTOM>.' });
  const view = await desk.view(request);
  const mentions = view.history.map((event) =>
    [...new Set(JSON.stringify(lineFor(view, event, 'triage-thread')).match(/<@U\w+>/g))].join(' '),
  );
  expect(new Set(mentions)).toEqual(new Set(['<@UINES>']));
});

import { expect, test } from 'vitest';
import { nextSilenceStep } from '../../../src/domain/agreement/silence.ts';
import type { Size } from '../../../src/domain/request/kind.ts';
import { officeHours } from '../../../src/domain/sla/calendar.ts';
import { cast, inProgress, type Story, start, submitted, terms, when } from '../request/given-when-then.ts';

// 09:00 to 17:00 in UTC; the stories begin on a Monday at 09:00.
const marketing = officeHours('UTC');
const hour = 60 * 60_000;
const day = 24 * hour;

function deliveredAs(size: Size): Story {
  const accepted = when(when(submitted(), 'ines', { type: 'claim' }), 'ines', {
    type: 'accept',
    size,
    terms,
  });
  const ticked = when(accepted, 'ines', { type: 'tick', ticked: ['it-1'] });
  return when(ticked, 'ines', { type: 'deliver', words: null });
}

const stepOf = ({ request, history }: Story) => nextSilenceStep(request, history, marketing);
/** Days and hours since the story began. */
const since = (at: number) => ({
  days: Math.floor((at - start) / day),
  hours: Math.floor(((at - start) % day) / hour),
});

test('a small delivery is asked about twice, then ends after five working days', () => {
  let story = deliveredAs('S');
  const steps = [];
  for (let step = stepOf(story); step; step = stepOf(story)) {
    steps.push([step.step.type, since(step.at).days]);
    if (story.request.state.status !== 'delivered') break;
    story = happens(story, step);
  }
  // Wednesday, Friday, and Monday after the weekend: two, four and five working days, each begun a little after 09:00.
  expect(steps).toEqual([
    ['nudge', 2],
    ['nudge', 4],
    ['close-unconfirmed', 7],
  ]);
  expect(story.request.state).toMatchObject({ status: 'done', confirmed: false });
});

test('a larger one never ends by itself: the leads are told once', () => {
  for (const size of ['M', 'L'] as const) {
    let story = deliveredAs(size);
    const steps = [];
    for (let step = stepOf(story); step; step = stepOf(story)) {
      steps.push(step.step.type);
      story = happens(story, step);
    }
    expect(steps).toEqual(['nudge', 'nudge', 'report-silence']);
    expect(story.request.state.status).toBe('delivered');
  }
});

test('a word from marketing is a sign of life: the days begin again', () => {
  const story = happens(deliveredAs('S'), stepOf(deliveredAs('S')));
  const before = stepOf(story);
  const talked = when(story, 'mia', { type: 'comment', words: 'b', shared: true });
  const comment = talked.history.at(-1);
  expect(
    comment && stepOf({ ...talked, history: [...story.history, { ...comment, at: start + 3 * day }] })?.at,
  ).toBeGreaterThan(before?.at ?? Number.POSITIVE_INFINITY);
});

test('after a long silence of the app itself the steps still come a working day apart', () => {
  const story = deliveredAs('S');
  const late = stepOf(story);
  const nudged = happens(story, late && { ...late, at: start + 20 * day });
  expect(since(stepOf(nudged)?.at ?? 0).days).toBeGreaterThanOrEqual(21);
});

test('nothing is due while nothing is delivered, or in a calendar that never opens', () => {
  expect(stepOf(inProgress())).toBeNull();
  const { request, history } = deliveredAs('S');
  const week = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
  expect(nextSilenceStep(request, history, { ...marketing, week })).toBeNull();
});

function happens(story: Story, step: ReturnType<typeof stepOf>): Story {
  if (!step) throw new Error('there is no step');
  const next = when(story, 'clock', step.step);
  const added = next.history.slice(story.history.length).map((event) => ({ ...event, at: step.at }));
  expect(cast.clock).toBeNull();
  return { request: next.request, history: [...story.history, ...added] };
}

import { expect, test } from 'vitest';
import { jobWords } from '../../../src/domain/stack/job-words.ts';
import { jobsIn, weighedJobsIn } from '../../../src/domain/stack/jobs.ts';
import { wordsIn } from '../../../src/domain/stack/words.ts';

test('one job in words that share nothing', () => {
  expect(jobsIn('Timesheets')).toEqual(['time tracking']);
  expect(jobsIn('Everyone records the time of each project')).toContain('time tracking');
});

test('two words mean something together, in either order and with any ending, in one breath only', () => {
  expect(jobsIn('Booking of meetings')).toEqual(['meeting booking']);
  expect(jobsIn('A page to book a meeting')).toEqual(['meeting booking']);
  expect(jobsIn('Meeting rooms, booked trips')).toEqual([]);
});

test('what is meant by two words together is not meant by one of them', () => {
  expect(jobsIn('Tickets')).toEqual(['event registration']);
  expect(jobsIn('Agents answer tickets')).toEqual(['customer support']);
});

test('what a tool is for weighs less than what it is, unless it is all that is said', () => {
  expect([...weighedJobsIn('A popup that collects addresses for the newsletter')]).toEqual([
    ['popups', 1],
    ['newsletters', 0.5],
  ]);
  expect([...weighedJobsIn('What we use for the newsletter')]).toEqual([['newsletters', 1]]);
});

test('what a tool does without is not its job', () => {
  expect(jobsIn('Website statistics without cookies')).toEqual(['web analytics']);
});

test('each word of the list can be met in a text', () => {
  const words = Object.values(jobWords).flatMap((list) => list.split(/[ -]/));
  expect(words.filter((word) => wordsIn(word).length !== 1)).toEqual([]);
});

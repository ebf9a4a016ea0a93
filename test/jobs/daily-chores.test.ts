import { expect, onTestFinished, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { createChores } from '../../src/jobs/chores.ts';
import { dailyChores } from '../../src/jobs/daily-chores.ts';
import { openDesk } from '../slack/support/desk.ts';
import { until } from '../support/until.ts';

const hour = 60 * 60_000;

test('a copy each day, soon after a start, and an hour after one that failed', async () => {
  const { desk } = await openDesk();
  const clock = createClock(Date.now, Date.UTC(2026, 2, 2, 22));
  const made: string[] = [];
  const log: string[] = [];
  let isDiskFull = true;
  const backups = {
    isThere: (day: string) => made.includes(day),
    async make(day: string) {
      log.push(`${day} at ${new Date(clock.now()).getUTCHours()}`);
      if (isDiskFull) throw new Error('the disk is full');
      made.push(day);
    },
  };
  const jobs = createChores({ ...desk, clock }, dailyChores({ ...desk, clock }, backups));
  onTestFinished(() => jobs.stop());
  jobs.start();
  clock.moveBy(hour / 2);
  await until(() => log.length === 1);
  isDiskFull = false;
  // A minute later what failed is looked at, and waits; an hour later it is tried.
  clock.moveBy(hour / 2);
  clock.moveBy(hour);
  await until(() => made.length === 1);
  clock.moveBy(24 * hour);
  await until(() => made.length === 2);
  expect(made).toEqual(['2026-03-03', '2026-03-04']);
  expect(log).toEqual(['2026-03-02 at 22', '2026-03-03 at 0', '2026-03-04 at 0']);
});

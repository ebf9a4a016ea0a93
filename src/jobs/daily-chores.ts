import { dayMs, type Instant } from '../domain/time.ts';
import type { Desk } from '../usecases/desk.ts';
import type { DailyBackups } from '../usecases/keeping/backups.ts';
import { outdatedKinds } from '../usecases/keeping/kept-for.ts';
import { dropOutdated, outdated } from '../usecases/keeping/retention.ts';
import type { Chore } from './chores.ts';

/** A start has better things to do, and whoever only tries the app needs no copy. */
const afterStartMs = 5 * 60_000;
/** Whatever kept a copy from being made is there a minute later, too. */
const tryAgainMs = 60 * 60_000;

/** What is done once a day and that nobody waits for: first what is done with is deleted, then the rest is copied. */
export function dailyChores(desk: Desk, backups: DailyBackups | null): Chore[] {
  return [deleteOutdated(desk), ...(backups ? [copyDaily(desk, backups)] : [])];
}

function deleteOutdated(desk: Desk): Chore {
  let lookAt = Number.NEGATIVE_INFINITY;
  return {
    name: 'what is done with',
    async due() {
      const now = desk.clock.now();
      // A clock that was set back must not keep it waiting.
      if (now < lookAt && lookAt <= now + dayMs) return [];
      const found = await outdated(desk);
      if (found.length === 0) lookAt = now + dayMs;
      return found;
    },
    async take(id) {
      const what = outdatedKinds.find((each) => each === id);
      if (what) await dropOutdated(desk, what);
    },
    next: async () => lookAt,
  };
}

function copyDaily({ clock, log }: Desk, backups: DailyBackups): Chore {
  let notBefore = clock.now() + afterStartMs;
  return {
    name: 'the daily backup',
    async due() {
      const now = clock.now();
      const day = dayOf(now);
      const waits = now < notBefore && notBefore <= now + tryAgainMs;
      return waits || backups.isThere(day) ? [] : [day];
    },
    async take(day) {
      const at = clock.now();
      notBefore = at + tryAgainMs;
      await backups.make(day, at);
      log.info({ day }, 'the database was copied');
    },
    async next() {
      const now = clock.now();
      return backups.isThere(dayOf(now)) ? startOfNextDay(now) : notBefore;
    },
  };
}

/** Of UTC: a day has to begin somewhere, and at nobody's expense. */
function dayOf(now: Instant): string {
  return new Date(now).toISOString().slice(0, 10);
}

function startOfNextDay(now: Instant): Instant {
  return (Math.floor(now / dayMs) + 1) * dayMs;
}

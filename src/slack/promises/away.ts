import { z } from 'zod';
import type { Absence } from '../../domain/sla/absence.ts';
import { daysAway, setDaysAway } from '../../usecases/promises/days-away.ts';
import type { Answer, CommandHandler } from '../conversation.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { tell, turnedAway } from '../kit/notice.ts';

const usage =
  '`/martech-request away 2026-08-03 2026-08-14` says when you are away, and `/martech-request away none` that you are not.';
const date = z.iso.date();

/** `/martech-request away 2026-08-03 2026-08-14`: nobody is nudged on those days; clocks go on. */
export const away: CommandHandler = async (call) => {
  const { desk, person, words } = call;
  const barred = await turnedAway(call);
  if (barred) return barred;
  if (words === '') return list(await daysAway(desk, person));
  if (words.toLowerCase() === 'none') return list(await setDaysAway(desk, person, null));
  const [firstDay = '', lastDay = firstDay, ...more] = words.split(/[\s,]+/);
  const wrong = [firstDay, lastDay].find((each) => !date.safeParse(each).success);
  if (wrong !== undefined || more.length > 0) {
    return tell(`“${inline(wrong ?? words, ours.name)}” is no day. ${usage}`);
  }
  if (lastDay < firstDay) return tell(`The last day is before the first. ${usage}`);
  return list(await setDaysAway(desk, person, { firstDay, lastDay }));
};

function list(absences: readonly Absence[]): Answer {
  if (absences.length === 0) return tell(`You are not away. ${usage}`);
  const stretches = absences.map(({ firstDay, lastDay }) =>
    firstDay === lastDay ? `on ${day(firstDay)}` : `from ${day(firstDay)} to ${day(lastDay)}`,
  );
  return tell(
    `You are away ${stretches.join(', ')}. You hear of due times when you are back; the clocks go on meanwhile.`,
  );
}

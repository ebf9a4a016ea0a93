import { z } from 'zod';
import { daysAfter } from '../../domain/day.ts';
import type { Absence } from '../../domain/sla/absence.ts';
import type { LocalDate } from '../../domain/time.ts';
import { daysAway, setDaysAway } from '../../usecases/promises/days-away.ts';
import { todayOf } from '../../usecases/today.ts';
import type { Answer, CommandHandler } from '../conversation.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { tell, turnedAway } from '../kit/notice.ts';

const date = z.iso.date();

/** `/martech-request away FIRST LAST`: nobody is nudged on those days; clocks go on. */
export const away: CommandHandler = async (call) => {
  const { desk, person, words } = call;
  const barred = await turnedAway(call);
  if (barred) return barred;
  const today = await todayOf(desk, person);
  const usage = usageOn(today);
  if (words === '') return list(await daysAway(desk, person), usage);
  if (words.toLowerCase() === 'none') return list(await setDaysAway(desk, person, null), usage);
  const [firstDay = '', lastDay = firstDay, ...more] = words.split(/[\s,]+/);
  const wrong = [firstDay, lastDay].find((each) => !date.safeParse(each).success);
  if (wrong !== undefined || more.length > 0) {
    return tell(`“${inline(wrong ?? words, ours.name)}” is no day. ${usage}`);
  }
  if (lastDay < firstDay) return tell(`The last day is before the first. ${usage}`);
  if (lastDay < today) return tell(`${day(lastDay)} has passed. ${usage}`);
  return list(await setDaysAway(desk, person, { firstDay, lastDay }), usage);
};

/** With days that somebody could mean. */
function usageOn(today: LocalDate): string {
  const example = `${daysAfter(today, 14)} ${daysAfter(today, 25)}`;
  return `\`/martech-request away ${example}\` says when you are away, and \`/martech-request away none\` that you are not.`;
}

function list(absences: readonly Absence[], usage: string): Answer {
  if (absences.length === 0) return tell(`You are not away. ${usage}`);
  const stretches = absences.map(({ firstDay, lastDay }) =>
    firstDay === lastDay ? `on ${day(firstDay)}` : `from ${day(firstDay)} to ${day(lastDay)}`,
  );
  return tell(
    `You are away ${stretches.join(', ')}. You hear of due times when you are back; the clocks go on meanwhile.`,
  );
}

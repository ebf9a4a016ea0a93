import type { Figures } from '../../../../src/domain/digest/figures.ts';
import type { PulseReading } from '../../../../src/domain/pulse/reading.ts';
import type { Ask } from './ask.ts';
import { today } from './ask.ts';

/** Every quarter that is over, the newest first: of each side a mean to a tenth, from five answers up. */
export function pulsesBySql({ all }: Ask): PulseReading[] {
  const open = `strftime('%Y', ${today}) || '-Q' || ((strftime('%m', ${today}) + 2) / 3)`;
  const quarters = all<
    Record<'marketing' | 'it' | 'byMarketing' | 'byIt', number | null> & { quarter: string }
  >(`
    with answered as (
      select quarter, side, count(*) as answers, (20 * sum(score) + count(*)) / (2 * count(*)) as tenths
      from pulse_ballot where score is not null and quarter < ${open} group by quarter, side)
    select quarter,
      max(tenths) filter (where side = 'marketing' and answers >= 5) as marketing,
      max(answers) filter (where side = 'marketing' and answers >= 5) as byMarketing,
      max(tenths) filter (where side = 'it' and answers >= 5) as it,
      max(answers) filter (where side = 'it' and answers >= 5) as byIt
    from answered group by quarter order by quarter desc`);
  const side = (tenths: number | null, answers: number | null) =>
    tenths === null || answers === null ? null : { mean: tenths / 10, answers };
  return quarters.map(({ quarter, marketing, it, byMarketing, byIt }) => ({
    quarter,
    sides: { marketing: side(marketing, byMarketing), it: side(it, byIt) },
    gap: marketing === null || it === null ? null : Math.abs(marketing - it) / 10,
  }));
}

/** The newest of them, unless too few answered on both sides. */
export function pulseBySql(ask: Ask): Figures['pulse'] {
  const [newest] = pulsesBySql(ask);
  if (!newest) return null;
  const { quarter, sides, gap } = newest;
  return sides.marketing || sides.it ? { quarter, ...sides, gap } : null;
}

import { assertNever } from '../assert-never.ts';
import type { Side } from '../person.ts';
import type { ClockKind } from '../sla/commitment.ts';
import type { LocalDate } from '../time.ts';
import type { Figures } from './figures.ts';

/** Something for the two leads to decide. */
export type AgendaItem =
  | { kind: 'contested'; request: string }
  | { kind: 'renewal'; tool: string; noticeOn: LocalDate }
  | { kind: 'overlap'; tools: [string, string] }
  | { kind: 'term'; term: string }
  | { kind: 'breaches'; side: Side; clock: ClockKind; times: number };

/** What can be pressed for each; the others are decided where they always are, by a button that leads there. */
export const choices = {
  contested: [],
  renewal: [],
  overlap: ['keep', 'let-go'],
  term: [],
  breaches: ['change', 'leave'],
} as const satisfies Record<AgendaItem['kind'], readonly string[]>;

export type Choice = (typeof choices)[AgendaItem['kind']][number];

const itemsShown = 3;

/** The three that matter most: one of each kind first, in the order in which they cannot wait. */
export function agenda(candidates: readonly AgendaItem[]): AgendaItem[] {
  const order: AgendaItem['kind'][] = ['contested', 'renewal', 'overlap', 'breaches', 'term'];
  const byKind = order.map((kind) => candidates.filter((item) => item.kind === kind));
  const longest = Math.max(...byKind.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, turn) => byKind.flatMap((items) => items[turn] ?? []));
  const chosen = inTurn.flat().slice(0, itemsShown);
  return chosen.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Equal for the same question in two weeks: what was decided is not asked again. */
export function aboutOf(item: AgendaItem, week: string): string {
  switch (item.kind) {
    case 'contested':
      return `contested:${item.request}`;
    case 'renewal':
      return `renewal:${item.tool}`;
    case 'overlap':
      return `overlap:${item.tools.toSorted().join(':')}`;
    case 'term':
      return `term:${item.term}`;
    case 'breaches':
      return `breaches:${item.side}:${item.clock}:${week}`;
    default:
      return assertNever(item);
  }
}

/** So many late promises of one kind within two weeks are no accident. */
const repeatedly = 3;

export function repeatedBreaches({ promises }: Pick<Figures, 'promises'>): AgendaItem[] {
  return (['it', 'marketing'] as const)
    .flatMap((side) =>
      promises[side].lateByClock.flatMap(({ clock, now, before }) =>
        now > 0 && now + before >= repeatedly
          ? [{ kind: 'breaches' as const, side, clock, times: now + before }]
          : [],
      ),
    )
    .sort((a, b) => b.times - a.times);
}

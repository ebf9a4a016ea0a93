import type { PersonId } from '../person.ts';
import type { Instant } from '../time.ts';
import type { AgendaItem, Choice } from './agenda.ts';
import type { Figures } from './figures.ts';
import type { Slot } from './schedule.ts';

/** One week as it was told. */
export interface Digest extends Omit<Slot, 'before'> {
  madeAt: Instant;
  figures: Figures;
  agenda: PlacedItem[];
  /** It went to the leads alone, who may publish it. */
  isPrivate: boolean;
  published: { by: PersonId; at: Instant } | null;
}

/** A question with what was decided about it, once. */
export interface PlacedItem {
  position: number;
  item: AgendaItem;
  decided: { choice: Choice; by: PersonId; at: Instant } | null;
}

/** The parts of a digest's thread, one message each. */
export const themes = [
  'time',
  'done',
  'open',
  'delivery',
  'contract',
  'renewals',
  'accepted',
  'dates',
  'pulse',
] as const;
export type Theme = (typeof themes)[number];

/** Those that have something to tell in this week. */
export function themesOf(figures: Figures): Theme[] {
  return themes.filter((theme) => hasNews[theme](figures));
}

const hasNews: Record<Theme, (figures: Figures) => boolean> = {
  time: ({ time }) => Object.values(time).some((each) => each.time > 0),
  done: ({ done, flow }) => done.confirmed.count + done.unconfirmed.count + flow.declined.count > 0,
  open: ({ open }) =>
    [open.overdue, open.atRisk].some((by) => Object.values(by).some(({ count }) => count > 0)),
  delivery: ({ delivery, done }) =>
    delivery.confirmedAtFirst.count + delivery.sentBack.count + done.unconfirmed.count > 0,
  contract: ({ contract }) => contract.before.count + contract.after.count + contract.unknown.count > 0,
  renewals: ({ renewals }) => renewals.length > 0,
  accepted: ({ accepted, load }) =>
    accepted.S.count + accepted.M.count + accepted.L.count > 0 ||
    load.some(({ accepted: { S, M, L }, capacity }) => capacity !== null && S + M + L > 0),
  pulse: ({ pulse }) => pulse !== null,
  dates: ({ dates, launches }) => dates.count + launches.length > 0,
};

import { assertNever } from '../../domain/assert-never.ts';
import type { AgendaItem } from '../../domain/digest/agenda.ts';
import type { Digest, PlacedItem } from '../../domain/digest/digest.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { isKept } from '../../domain/stack/kept-pair.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { Term } from '../../domain/terms/term.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import { linesOf } from '../request/request-line.ts';
import { type RenewalView, seeRenewal, todayAt } from '../stack/renewals.ts';
import { dictionary } from '../terms/terms.ts';

/** A digest with everything that its messages show. */
export interface DigestView {
  digest: Digest;
  settings: Settings;
  items: ItemView[];
}

/** A question as it stands now. What it was about may be gone by now: null. */
export type ItemView = Pick<PlacedItem, 'position' | 'decided'> &
  (
    | {
        kind: 'contested';
        subject: { request: Request; title: string; ruled: { upheld: boolean; by: PersonId } | null } | null;
      }
    | { kind: 'renewal'; item: Extract<AgendaItem, { kind: 'renewal' }>; subject: RenewalView | null }
    | { kind: 'overlap'; subject: { tools: [Tool, Tool]; isKept: boolean } | null }
    | { kind: 'term'; subject: Term | null }
    | { kind: 'breaches'; item: Extract<AgendaItem, { kind: 'breaches' }> }
  );

/** Null if this week has none. */
export async function viewDigest(desk: Desk, week: string): Promise<DigestView | null> {
  const digest = await desk.store.digest(desk.workspace, week);
  if (!digest) return null;
  const items: ItemView[] = [];
  for (const placed of digest.agenda) items.push(await viewItem(desk, placed));
  return { digest, items, settings: await settingsInForce(desk, desk.store) };
}

async function viewItem(desk: Desk, { position, item, decided }: PlacedItem): Promise<ItemView> {
  const placed = { position, decided };
  switch (item.kind) {
    case 'contested':
      return { ...placed, kind: item.kind, subject: await contested(desk, item.request) };
    case 'renewal':
      return { ...placed, kind: item.kind, item, subject: await seeRenewal(desk, item.tool) };
    case 'overlap':
      return { ...placed, kind: item.kind, subject: await overlap(desk, item.tools) };
    case 'term': {
      const terms = await dictionary(desk.store, desk.workspace);
      return { ...placed, kind: item.kind, subject: terms.find(({ id }) => id === item.term) ?? null };
    }
    case 'breaches':
      return { ...placed, kind: item.kind, item };
    default:
      return assertNever(item);
  }
}

async function contested(desk: Desk, id: string) {
  const request = await desk.store.request(id);
  if (!request) return null;
  const [line] = await linesOf(desk, [request]);
  const history = await desk.store.history(id);
  const ruling = history.findLast(({ type }) => type === 'DeclineUpheld' || type === 'DeclineOverturned');
  const ruled =
    request.state.status !== 'contested' && ruling?.actor
      ? { upheld: ruling.type === 'DeclineUpheld', by: ruling.actor }
      : null;
  return { request, title: line?.title ?? '', ruled };
}

async function overlap(desk: Desk, ids: readonly [string, string]) {
  const { store, clock } = desk;
  const [one, other] = [await store.tool(ids[0]), await store.tool(ids[1])];
  if (!one || !other) return null;
  const today = todayAt(clock.now(), await settingsInForce(desk, store));
  const tools: [Tool, Tool] = [one, other];
  return { tools, isKept: isKept(await store.keptBeside(one.id), one, other, today) };
}

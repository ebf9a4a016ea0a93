import { daysAfter, localDay } from '../../domain/day.ts';
import type { PersonId } from '../../domain/person.ts';
import { refused } from '../../domain/request/refusal.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { noticeOn } from '../../domain/stack/contract.ts';
import {
  type Reached,
  type Renewal,
  type RenewalStanding,
  type RenewalVerdict,
  renewalStanding,
} from '../../domain/stack/renewal.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { showDecided } from '../digest/show-decided.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Reading, Transaction } from '../ports.ts';
import { type RequestAbout, requestsAbout } from './requests-about.ts';

/** How a renewal stands, for whoever looks at the tool. */
export interface RenewalView {
  tool: Tool;
  renewal: Renewal;
  standing: RenewalStanding;
  /** Owners who can no longer be asked. */
  left: PersonId[];
  /** What was done for it, and nobody has said yet what became of it. */
  unjudged: RequestAbout[];
}

/** The term that runs now; null without a contract that ends. */
export async function seeRenewal(desk: Desk, id: string): Promise<RenewalView | null> {
  const { store, workspace } = desk;
  const tool = await store.tool(id);
  const term = tool && termOf(tool);
  if (!tool || !term || tool.workspace !== workspace) return null;
  const before = (await store.renewal(id, term.contractEnd)) ?? { tool: id, told: [], answers: [] };
  const renewal = { ...before, ...term };
  const here = await presentAround(desk, id);
  const owners = [tool.businessOwner, tool.technicalOwner].filter((owner) => owner !== null);
  return {
    unjudged: await unjudgedOn(store, id),
    ...{ tool, renewal, left: [...new Set(owners)].filter((owner) => !here.has(owner)) },
    standing: renewalStanding(renewal, { owners: owners.filter((owner) => here.has(owner)) }),
  };
}

const requestsRead = 50;

async function unjudgedOn(reading: Reading, tool: string): Promise<RequestAbout[]> {
  const requests = await requestsAbout(reading, tool, requestsRead);
  return requests.filter(({ request: { state, outcome } }) => state.status === 'done' && !outcome?.verdict);
}

/** An owner, or a lead in their place, says what is to become of a contract. Others are told by `lookAtRenewal`. */
export async function answerRenewal(
  desk: Desk,
  order: {
    person: PersonId;
    cause: string;
    tool: string;
    contractEnd: LocalDate;
    verdict: RenewalVerdict;
    reached: Reached;
    words: string | null;
  },
): Promise<Outcome<null>> {
  const { person, cause, verdict, reached, words } = order;
  const { isMember } = await desk.directory.standingOf(person);
  if (!isMember) return refusal(refused('outsider'));
  const outcome = await desk.store.write((transaction) => answer(transaction));
  if (outcome.ok) desk.log.info({ tool: order.tool, person, verdict, cause }, 'a renewal was answered');
  return outcome;

  async function answer(transaction: Transaction): Promise<Outcome<null>> {
    if (await transaction.handled(desk.workspace, cause)) return done(null);
    const tool = await transaction.tool(order.tool);
    if (!tool || tool.workspace !== desk.workspace) return refusal({ code: 'no-such-tool' });
    const as = await voiceOf(desk, transaction, person, tool);
    if (!as) return refusal({ code: 'not-an-owner' });
    const term = termOf(tool);
    if (term?.contractEnd !== order.contractEnd) return refusal({ code: 'renewal-over' });
    const before = (await transaction.renewal(tool.id, term.contractEnd)) ?? {
      tool: tool.id,
      told: [],
      answers: [],
    };
    const at = desk.clock.now();
    const answers = [...before.answers, { by: person, as, at, verdict, reached, words }];
    await transaction.saveRenewal(desk.workspace, { ...before, ...term, answers }, at);
    await showDecided(desk, transaction, `renewal:${tool.id}`);
    await transaction.remember(desk.workspace, cause, tool.id, at);
    return done(null);
  }
}

/** Null for whoever has no say in it. */
async function voiceOf(
  desk: Desk,
  reading: Reading,
  person: PersonId,
  { businessOwner, technicalOwner }: Tool,
): Promise<'owner' | 'lead' | null> {
  if (person === businessOwner || person === technicalOwner) return 'owner';
  const leads = await leadsInForce(reading, await settingsInForce(desk, reading));
  return person === leads.marketing || person === leads.it ? 'lead' : null;
}

/** A contract on which notice is due soon, for those who look at all of them. */
export interface RenewalAhead {
  tool: Tool;
  noticeOn: LocalDate;
  standing: RenewalStanding;
  /** Whether it brought what it was bought for, as each of those who answered sees it. */
  reached: Reached[];
}

/** Contracts with notice due within so many days, the earliest first; owners count as they were recorded. */
export async function renewalsAhead(desk: Desk, days: number): Promise<RenewalAhead[]> {
  const { store, workspace, clock } = desk;
  const today = todayAt(clock.now(), await settingsInForce(desk, store));
  const found = await store.renewalsWithin(workspace, { from: today, to: daysAfter(today, days) });
  return found.flatMap(({ tool, renewal }) => {
    const notice = noticeOn(tool);
    if (!notice) return [];
    const owners = [tool.businessOwner, tool.technicalOwner].filter((owner) => owner !== null);
    const standing = renewalStanding(renewal ?? { answers: [] }, { owners: [...new Set(owners)] });
    return [
      { tool, noticeOn: notice, standing, reached: renewal?.answers.map(({ reached }) => reached) ?? [] },
    ];
  });
}

/** Both sides have one calendar here: marketing's, because a contract is for its tool. */
export function todayAt(now: Instant, { hours }: Settings): LocalDate {
  return localDay(now, hours.marketing.zone);
}

/** Slack is asked before the transaction, which must not wait for it. */
export async function presentAround({ store, directory }: Desk, id: string): Promise<ReadonlySet<PersonId>> {
  const tool = await store.tool(id);
  const owners = [tool?.businessOwner, tool?.technicalOwner].filter((owner) => owner != null);
  const people = await Promise.all([...new Set(owners)].map((owner) => directory.person(owner)));
  return new Set(people.filter(({ isMember }) => isMember).map(({ id }) => id));
}

/** The term that runs now; null without a contract that ends. */
export function termOf(tool: Tool): Pick<Renewal, 'contractEnd' | 'noticeOn'> | null {
  const notice = noticeOn(tool);
  return notice && tool.contractEnd ? { contractEnd: tool.contractEnd, noticeOn: notice } : null;
}

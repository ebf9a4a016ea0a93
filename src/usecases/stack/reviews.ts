import { localDay, startOfDay } from '../../domain/day.ts';
import type { PersonId } from '../../domain/person.ts';
import { refused } from '../../domain/request/refusal.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Leads } from '../../domain/request/rights.ts';
import { budgetOf } from '../../domain/sla/business-time.ts';
import { dueAt } from '../../domain/sla/due.ts';
import { type Review, type ReviewResult, type ReviewVoices, reviewWords } from '../../domain/stack/review.ts';
import { changesBetween } from '../../domain/stack/sheet.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import { dayMs } from '../../domain/time.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { nextHeard } from '../notices/at-work.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Reading, Transaction } from '../ports.ts';
import { sheetIn } from './tool-sheet.ts';

const reviewsRead = 50;
/** Where nobody has working hours, some day still has to come. */
const longestReview = 60 * dayMs;

/** A tool that was bought first gets its look: once, however many requests register it. */
export async function beginReview(
  desk: Desk,
  transaction: Transaction,
  { id, workspace }: Request,
  tool: Tool,
): Promise<void> {
  const earlier = await transaction.reviewsOf(tool.id);
  if (earlier.some(({ result }) => result === null)) return;
  const { hours, stack } = await settingsInForce(desk, transaction);
  const begunAt = desk.clock.now();
  const due = dueAt(begunAt, budgetOf(stack.review, hours.it), hours.it);
  const review: Review = {
    ...{ tool: tool.id, request: id, begunAt, told: [], result: null },
    dueAt: due.kind === 'due' ? due.at : begunAt + longestReview,
  };
  await transaction.saveReview(workspace, review, begunAt);
}

export function reviewsToLookAt({ store, workspace, clock }: Desk): Promise<string[]> {
  return store.reviewsDue(workspace, clock.now(), reviewsRead);
}

/** Tells what is due about one review, once each, within IT's hours, and plans when to look again. */
export async function lookAtReview(desk: Desk, request: string): Promise<void> {
  await learnZones(desk, request);
  await desk.store.write(async (transaction) => {
    const seen = await transaction.review(request);
    const tool = seen && (await transaction.tool(seen.tool));
    // Read anew once its tool is held: two instances may look at once.
    const review = tool && (await transaction.review(request));
    if (!review || !tool) return;
    const settings = await settingsInForce(desk, transaction);
    const now = desk.clock.now();
    const voices = voicesOn(tool, await leadsInForce(transaction, settings));
    const { hours } = settings;
    const words = reviewWords(review, voices, { now, today: localDay(now, hours.it.zone) });
    const said: Review['told'] = [];
    const looks: Instant[] = [];
    for (const word of words) {
      const from = await nextHeard(transaction, { party: 'it', person: word.person }, settings, now);
      if (from === now) said.push({ ...word, at: now });
      else if (from !== undefined) looks.push(from);
    }
    const next = nextLook(review, hours.it.zone);
    if (next > now) looks.push(next);
    const lookAt = looks.length > 0 ? Math.min(...looks) : null;
    await transaction.saveReview(desk.workspace, { ...review, told: [...review.told, ...said] }, lookAt);
    await transaction.announce(
      said.map(({ matter, person }) => ({
        id: desk.newId(),
        workspace: desk.workspace,
        subject: { kind: 'tell', recipient: person, about: { topic: 'review', request, matter } },
        at: now,
      })),
    );
  });
}

/** Slack is asked before the transaction, which must not wait for it: who was never seen has a zone all the same. */
async function learnZones(desk: Desk, request: string): Promise<void> {
  const view = await seeReview(desk, desk.store, request);
  if (!view) return;
  const leads = await leadsInForce(desk.store, await settingsInForce(desk, desk.store));
  const { owner, lead, owners } = voicesOn(view.tool, leads);
  const hearers = new Set([owner, lead, ...owners].filter((person) => person !== null));
  await Promise.all([...hearers].map((person) => desk.directory.person(person)));
}

/** Just after it is due, or on the day that was agreed. */
function nextLook({ dueAt: due, result }: Review, zone: string): Instant {
  if (result === null) return due + 1;
  return result.until === null ? 0 : startOfDay(result.until, zone);
}

function voicesOn({ businessOwner, technicalOwner }: Tool, leads: Leads): ReviewVoices {
  return {
    owner: technicalOwner ?? leads.it,
    lead: leads.it,
    owners: [businessOwner, technicalOwner].filter((owner) => owner !== null),
  };
}

export interface ReviewView {
  tool: Tool;
  review: Review;
  /** Who decides. */
  owner: PersonId | null;
}

export async function seeReview(desk: Desk, reading: Reading, request: string): Promise<ReviewView | null> {
  const review = await reading.review(request);
  const tool = review && (await reading.tool(review.tool));
  if (!tool || tool.workspace !== desk.workspace) return null;
  const leads = await leadsInForce(reading, await settingsInForce(desk, reading));
  return { tool, review, owner: voicesOn(tool, leads).owner };
}

/** Ends a review: the tool's technical owner or IT's lead says what becomes of it. Who unwinds it sets it on its way out. */
export async function endReview(
  desk: Desk,
  order: { person: PersonId; cause: string; request: string } & Pick<
    ReviewResult,
    'verdict' | 'until' | 'words'
  >,
): Promise<Outcome<null>> {
  const { person, cause, request, verdict, until, words } = order;
  const { isMember } = await desk.directory.standingOf(person);
  if (!isMember) return refusal(refused('outsider'));
  const outcome = await desk.store.write(async (transaction): Promise<Outcome<null>> => {
    if (await transaction.handled(desk.workspace, cause)) return done(null);
    const view = await seeReview(desk, transaction, request);
    const review = view && (await transaction.review(request));
    if (!view || !review) return refusal({ code: 'no-such-tool' });
    const leads = await leadsInForce(transaction, await settingsInForce(desk, transaction));
    if (person !== view.owner && person !== leads.it)
      return refusal({ code: 'not-the-reviewer', owner: view.owner });
    if (review.result) return refusal({ code: 'reviewed-already', by: review.result.by });
    const at = desk.clock.now();
    await transaction.saveReview(
      desk.workspace,
      { ...review, result: { verdict, by: person, at, until, words } },
      until === null ? null : at,
    );
    if (verdict === 'unwind') await windDown(transaction, view.tool, { at, person, request, until, words });
    await transaction.remember(desk.workspace, cause, view.tool.id, at);
    return done(null);
  });
  if (outcome.ok) desk.log.info({ request, person, verdict, cause }, 'a review has ended');
  return outcome;
}

async function windDown(
  transaction: Transaction,
  before: Tool,
  by: { at: Instant; person: PersonId; request: string; until: LocalDate | null; words: string | null },
): Promise<void> {
  if (before.state !== 'live' && before.state !== 'pilot') return;
  const stateReason = by.words ?? (by.until ? `Gone by ${by.until}` : null);
  const tool: Tool = { ...before, revision: before.revision + 1, state: 'retiring', stateReason };
  const changes = changesBetween(await sheetIn(transaction, before), await sheetIn(transaction, tool));
  await transaction.saveTools([{ tool, change: { at: by.at, by: by.person, changes, request: by.request } }]);
}

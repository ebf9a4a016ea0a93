import { z } from 'zod';
import { latestDefinition } from '../../domain/agreement/definition-of-done.ts';
import type { PersonId } from '../../domain/person.ts';
import { decide } from '../../domain/request/decide.ts';
import type { CommandOnRequest, Context } from '../../domain/request/decision.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import type { RequestKind } from '../../domain/request/kind.ts';
import { type Refusal, refused } from '../../domain/request/refusal.ts';
import type { Request } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { concernsTool } from '../../domain/stack/following.ts';
import type { Instant } from '../../domain/time.ts';
import { withGroups } from '../checks/check-groups.ts';
import { awayOf } from '../checks/check-owners.ts';
import { checksAskedBy } from '../checks/checks-asked.ts';
import { actorFor, type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { withKnownTool } from '../intake/tool-of-brief.ts';
import { type AnyRefusal, done, type Outcome, refusal } from '../outcome.ts';
import type { Transaction } from '../ports.ts';
import { launchNow } from '../roadmap/launch-of.ts';
import { giveToUsual } from './give-to-usual.ts';
import { commandsFor, type Intent, Wording } from './intent.ts';
import { keepDecision } from './keep-decision.ts';
import { searchText } from './search-text.ts';

const wordingSchema = z.record(z.string(), z.string());

export interface Order {
  request: string;
  person: PersonId;
  intent: Intent;
  /** The delivery that carried it: the same one again has no second effect. */
  cause: string;
  /** What else stands against it, read in its transaction. */
  unless?: (transaction: Transaction) => Promise<AnyRefusal | null>;
  /** What else is kept with it, in its transaction. */
  alongside?: (transaction: Transaction, events: readonly RequestEvent[]) => Promise<void>;
}

/** Somebody acts on a request: load, decide, save and announce, in one transaction. Answers with the request after it. */
export async function giveCommand(desk: Desk, order: Order): Promise<Outcome<Request>> {
  const { person, intent, cause } = order;
  const standing = await desk.directory.standingOf(person);
  const named = 'to' in intent ? await desk.directory.standingOf(intent.to) : null;
  if ('to' in intent && named && !named.isMember && intent.type !== 'assign')
    return refusal({ code: 'not-a-member', person: intent.to });
  const broker = intent.type === 'name-broker' ? intent.broker : null;
  if (broker && !(await desk.directory.person(broker)).isMember)
    return refusal({ code: 'not-a-member', person: broker });

  const act = async (transaction: Transaction): Promise<Outcome<Request>> => {
    const request = await transaction.request(order.request);
    if (!request) return refusal({ code: 'no-such-request', key: order.request });
    if (await transaction.handled(desk.workspace, cause)) return done(request);

    const barrier = await order.unless?.(transaction);
    if (barrier) return refusal(barrier);
    const settings = await settingsInForce(desk, transaction);
    const leads = broker ? await leadsInForce(transaction, settings) : null;
    if (broker && (broker === leads?.it || broker === leads?.marketing))
      return refusal({ code: 'broker-takes-part', person: broker });
    const outdated = seenBefore(request, intent);
    if (outdated) return refusal(outdated);
    const actor = await actorFor(transaction, request, standing, settings);
    const now = Math.max(desk.clock.now(), request.changedAt);
    const wording = new Wording(desk.newId);
    const texts = await wordsOfDefinition(transaction, request);
    const known = await asKnown(transaction, desk, intent);
    const checks = await checksAskedBy(desk, transaction, request, known, settings);
    if (intent.type === 'request-check' && checks.length === 0)
      return refusal(refused('own-check', { check: intent.check }));
    const standingOf = (kind: RequestKind) => settings.kinds[kind].standing;
    const commands = commandsFor(known, request, texts, standingOf, wording, checks);
    const away = await ownersAway(transaction, request, intent, settings, now);
    const decision = decideAll(request, commands, {
      ...{ actor, now, cause },
      isIt: () => named?.isIt ?? false,
      isAway: (person) => away.has(person),
    });
    if (!decision.ok) return decision;

    const { request: after, events } = decision.value;
    await transaction.saveWords(desk.workspace, wording.bodies, now);
    await keepDecision(desk, transaction, { before: request, after, events, settings, now });
    if (known.type === 'edit') await transaction.saveSearchText(after, searchText(known.brief));
    const names = known.type === 'edit' && concernsTool(after, known.brief);
    if (names || (intent.type === 'change-kind' && intent.kind === 'tool')) {
      await transaction.followForStack(after.id);
    }
    await order.alongside?.(transaction, events);
    await transaction.remember(desk.workspace, cause, request.id, now);
    return done(after);
  };
  const outcome = await withGroups(desk.directory, () => desk.store.write(act));
  report(desk, order, outcome);
  // Of another kind, it may be somebody else's to have.
  if (outcome.ok && intent.type === 'change-kind') await giveToUsual(desk, outcome.value.id);
  return outcome;
}

/** Several commands of one intent are one decision: all of them, or the first refusal. */
function decideAll(
  request: Request,
  commands: readonly CommandOnRequest[],
  context: Context,
): { ok: true; value: { request: Request; events: RequestEvent[] } } | { ok: false; refusal: Refusal } {
  let after = request;
  const events: RequestEvent[] = [];
  for (const command of commands) {
    const decision = decide(after, command, context);
    if (!decision.ok) return decision;
    after = decision.request;
    events.push(...decision.events);
  }
  return { ok: true, value: { request: after, events } };
}

/** Who decides about a check depends on who is there. */
async function ownersAway(
  transaction: Transaction,
  { checks }: Request,
  intent: Intent,
  settings: Settings,
  now: Instant,
): Promise<ReadonlySet<PersonId>> {
  const check = 'check' in intent ? checks.find(({ name }) => name === intent.check) : undefined;
  return awayOf(transaction, check?.owners ?? [], settings, now);
}

/** Whoever changes or signs terms must have seen the newest ones. */
function seenBefore(request: Request, intent: Intent): Refusal | null {
  if (!('terms' in intent)) return null;
  const { version } = latestDefinition(request.agreement);
  return intent.terms.seen === version ? null : refused('definition-changed', { version });
}

/** What was picked of the stack and of the launches, as it is by now. */
async function asKnown(transaction: Transaction, { workspace }: Desk, intent: Intent): Promise<Intent> {
  if (intent.type !== 'edit') return intent;
  const { brief, terms, launch: picked } = intent;
  const known = { ...intent, brief: await withKnownTool(transaction, workspace, brief) };
  if (!picked) return known;
  const { launch, date } = await launchNow(transaction, workspace, picked, terms.date);
  return { ...known, launch: launch === null ? null : picked, terms: { ...terms, date } };
}

async function wordsOfDefinition(
  transaction: Transaction,
  request: Request,
): Promise<Record<string, string>> {
  const { wording } = latestDefinition(request.agreement);
  return definitionTexts((await transaction.words([wording])).get(wording));
}

/** Texts by criterion id; none once retention has blanked them. */
export function definitionTexts(body: string | undefined): Record<string, string> {
  return body === undefined ? {} : wordingSchema.parse(JSON.parse(body));
}

function report(desk: Desk, { person, intent, cause }: Order, outcome: Outcome<Request>): void {
  if (outcome.ok) {
    const { number, state } = outcome.value;
    desk.log.info(
      { request: requestKey(number), command: intent.type, to: state.status, cause },
      'request moved',
    );
  } else {
    desk.log.info({ refusal: outcome.refusal, command: intent.type, person, cause }, 'command refused');
  }
}

import { missingSignature } from '../../domain/agreement/definition-of-done.ts';
import { outcomeAskedAt } from '../../domain/agreement/looking-back.ts';
import { nextSilenceStep, type SilenceStep } from '../../domain/agreement/silence.ts';
import { nextWaiverEnd, type WaiverStep } from '../../domain/checks/waiver.ts';
import type { PersonId } from '../../domain/person.ts';
import { briefSchema } from '../../domain/request/brief.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import { isOpen, type Request } from '../../domain/request/request.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Calendar } from '../../domain/sla/calendar.ts';
import type { Instant } from '../../domain/time.ts';
import { type Desk, leadsInForce, signersOf } from '../desk.ts';
import { showDecided } from '../digest/show-decided.ts';
import type { Reading, Transaction } from '../ports.ts';
import { promisesOn } from '../promises/promises.ts';
import { cardsThatMoveUp } from '../roadmap/top-five.ts';
import { announcements } from '../saying/announce.ts';
import type { NewOutboxEntry, Told } from '../saying/outbox.ts';

/** Saves what was decided, plans what the clock does about it next, and announces it: all of one transaction. */
export async function keepDecision(
  desk: Pick<Desk, 'newId' | 'workspace' | 'clock'>,
  transaction: Transaction,
  decided: {
    before: Request;
    after: Request;
    events: readonly RequestEvent[];
    settings: Settings;
    now: Instant;
  },
): Promise<void> {
  const { newId } = desk;
  const { before, after, events, settings, now } = decided;
  const history = [...(await transaction.history(after.id)), ...events];
  const { commitments } = await promisesOn(transaction, after, history, settings, now);
  await transaction.saveRequest(after, events, commitments);
  const step = await nextStep(transaction, after, history, settings);
  await transaction.planStep(after, step?.at ?? null);
  if (before.state.status === 'contested') await showDecided(desk, transaction, `contested:${after.id}`);
  await transaction.announce([
    ...announcements(before, after, events, newId),
    ...(isOpen(before) && !isOpen(after) ? await cardsThatMoveUp(transaction, after, newId) : []),
    ...(await tidings(transaction, decided)).map(({ recipient, about }) => ({
      id: newId(),
      workspace: after.workspace,
      subject: { kind: 'tell' as const, recipient, about },
      at: now,
    })),
  ] satisfies NewOutboxEntry[]);
}

/** What the clock does next, not before `at`, and then in the working hours of whom it concerns. */
export interface NextStep {
  step: SilenceStep | WaiverStep | { type: 'ask-outcome' };
  at: Instant;
  within: Calendar;
}

/** What the clock does about a request next; null if nothing. */
export async function nextStep(
  reading: Reading,
  request: Request,
  history: readonly RequestEvent[],
  settings: Settings,
): Promise<NextStep | null> {
  const { hours } = settings;
  const waiver = nextWaiverEnd(request, hours.checks ?? hours.it);
  const other = await nextForMarketing(reading, request, history, hours.marketing);
  if (!waiver || !other) return waiver ?? other;
  return waiver.at <= other.at ? waiver : other;
}

/** About a delivery that nobody answers, or about what became of it. */
async function nextForMarketing(
  reading: Reading,
  request: Request,
  history: readonly RequestEvent[],
  within: Calendar,
): Promise<NextStep | null> {
  const silence = nextSilenceStep(request, history, within);
  if (silence) return { ...silence, within };
  if (request.state.status !== 'done' || request.outcome) return null;
  const brief = (await reading.words([request.brief])).get(request.brief);
  const { outcome = null, details } = brief === undefined ? {} : briefSchema.parse(JSON.parse(brief));
  // Where nobody said what it was for, nobody can say whether it came true.
  if (outcome === null) return null;
  const at = outcomeAskedAt(request, details?.lookOn ?? null, within);
  return at === null ? null : { step: { type: 'ask-outcome' }, at, within };
}

/** Who hears of it in a message of their own: leads of silence, and whoever signs for a side in its place. */
async function tidings(
  reading: Reading,
  {
    before,
    after,
    events,
    settings,
  }: { before: Request; after: Request; events: readonly RequestEvent[]; settings: Settings },
): Promise<{ recipient: PersonId; about: Told }[]> {
  const leads = await leadsInForce(reading, settings);
  const silence = events.find(({ type }) => type === 'SilenceReported');
  const told = silence ? [...new Set([leads.marketing, leads.it])].filter((lead) => lead !== null) : [];
  const toLeads = told.map((recipient) => ({
    recipient,
    about: { topic: 'silence' as const, request: after.id, event: silence?.seq ?? 0 },
  }));

  const signer = signerAsked(after, signersOf(settings, leads));
  const wasAsked = signerAsked(before, signersOf(settings, leads));
  const version = after.agreement.proposed?.version ?? 0;
  const isNews = signer && (signer !== wasAsked || version !== before.agreement.proposed?.version);
  return isNews
    ? [...toLeads, { recipient: signer, about: { topic: 'to-sign', request: after.id, version } }]
    : toLeads;
}

/** The one person whose signature is waited for, where the settings name one who is not the requester. */
function signerAsked(
  { agreement, state, requester }: Request,
  signers: ReturnType<typeof signersOf>,
): PersonId | null {
  const missing = state.status === 'agreeing' || agreement.inForce ? missingSignature(agreement) : null;
  const signer = missing && signers[missing];
  return signer === requester ? null : signer;
}

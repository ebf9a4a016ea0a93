import { expect } from 'vitest';
import { z } from 'zod';
import { replay } from '../../../src/domain/request/evolve.ts';
import type { Request } from '../../../src/domain/request/request.ts';
import type { Commitment } from '../../../src/domain/sla/commitment.ts';
import { commitmentsOf } from '../../../src/domain/sla/commitments.ts';
import { basisOf } from '../../../src/domain/sla/reckon.ts';
import type { Message } from '../../../src/sandbox/state/records.ts';
import { privateCard } from '../../../src/slack/intake/private-card.ts';
import { triageCard } from '../../../src/slack/triage/triage-card.ts';
import { policiesOn } from '../../../src/usecases/promises/promises.ts';
import type { MessageLocation } from '../../../src/usecases/records.ts';
import { viewRequest } from '../../../src/usecases/request/request-view.ts';
import { cards } from '../../../src/usecases/saying/announce.ts';
import type { Broker } from '../../support/broker.ts';
import { cast } from './forms.ts';

const mark = z.object({ event_payload: z.object({ subject: z.string() }) });

interface Placed {
  message: Message;
  place: MessageLocation;
}

const repeated = (all: readonly string[]) => all.filter((each, at) => all.indexOf(each) !== at);

/** What is true of everything once all of it is said, whatever happened before. */
export async function expectLaws(broker: Broker): Promise<void> {
  const { store, sandbox } = broker;
  const messages = everyMessage(broker);
  const entries = messages.flatMap(
    ({ metadata }) => mark.safeParse(metadata).data?.event_payload.subject ?? [],
  );
  expect(repeated(entries), 'said twice').toEqual([]);

  const standing: Placed[] = [];
  for (const message of messages) {
    const place = await store.location(sandbox.teamId, message.channel, message.ts);
    if (place?.supersededAt === null) standing.push({ message, place });
  }
  const lines = standing.flatMap(({ place: { purpose, request, event, recipient } }) =>
    purpose === 'say' && event !== null ? [`${request} ${event} ${recipient}`] : [],
  );
  expect(repeated(lines), 'two lines for one fact').toEqual([]);

  let request = await store.requestByNumber(sandbox.teamId, 1);
  expect(request, 'somebody has asked').not.toBeNull();
  while (request) {
    await expectReckoned(broker, request);
    const own = standing.filter(({ place }) => place.request === request?.id);
    await expectShown(broker, request, own);
    request = await store.requestByNumber(sandbox.teamId, request.number + 1);
  }
}

/** Every message that stands where the app writes. */
export function everyMessage({ sandbox }: Broker): Message[] {
  const directs = cast.map((name) => sandbox.person(name).opens('dm'));
  return ['#it-triage', '#marketing-it-weekly', ...directs]
    .flatMap((place) => [...sandbox.messages(place)])
    .filter(({ tombstone }) => !tombstone);
}

/** The row and what is owed are what the history adds up to. */
async function expectReckoned({ store, clock }: Broker, request: Request): Promise<void> {
  const history = await store.history(request.id);
  expect(request, 'the row').toEqual(replay(request, history));
  const now = clock.now();
  const [settings, told, stored, policies] = await Promise.all([
    store.settings(request.workspace),
    store.toldAlerts(request.id),
    store.commitments(request.id),
    policiesOn(store, request, now),
  ]);
  if (!settings) throw new Error('the desk is set up');
  const reckoning = { now, told, shares: settings.document.alerts, basis: basisOf(policies) };
  const anew = commitmentsOf(request, history, policies, reckoning);
  expect(figures(stored), `what is owed on MR-${request.number}`).toEqual(figures(anew));
}

/** What is open is looked at again when somebody is told, who may sleep: late or not yet is read off the due time. */
function figures(commitments: readonly Commitment[]): string[] {
  return commitments
    .map(({ nextAlertAt: _, verdict, byChange, ...figures }) =>
      JSON.stringify(figures.endedAt === null ? figures : { ...figures, verdict, byChange }),
    )
    .toSorted();
}

/** One card for IT and one for each reader, and each shows how things are. */
async function expectShown(
  { store, clock }: Broker,
  request: Request,
  own: readonly Placed[],
): Promise<void> {
  const about = `MR-${request.number}, ${request.state.status}`;
  const view = await viewRequest({ workspace: request.workspace, fixed: {}, clock }, store, request.id);
  if (!view) throw new Error(`${about} is there`);
  const ours = own.filter(({ place }) => place.purpose === 'triage-card');
  expect(
    ours.map(({ message }) => message.text),
    `IT’s card of ${about}`,
  ).toEqual([triageCard(view, clock.now()).text]);

  const theirs = own.flatMap(({ message, place: { purpose, recipient } }) =>
    purpose === 'private-card' && recipient ? [{ recipient, text: message.text }] : [],
  );
  const holders = theirs.map(({ recipient }) => recipient);
  const readers = cards(null, request).flatMap((card) => ('recipient' in card ? [card.recipient] : []));
  expect(repeated(holders), `two private cards of ${about}`).toEqual([]);
  expect(holders, `who has a private card of ${about}`).toEqual(expect.arrayContaining(readers));
  for (const { recipient, text } of theirs)
    expect(text, `${recipient}’s card of ${about}`).toBe(privateCard(view, recipient, clock.now()).text);
}

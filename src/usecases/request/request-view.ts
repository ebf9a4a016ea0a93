import type { Criterion, DefinitionOfDone } from '../../domain/agreement/definition-of-done.ts';
import type { PersonId } from '../../domain/person.ts';
import { type Alternative, alternativeSchema, type Brief, briefSchema } from '../../domain/request/brief.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import type { BodyId, Request } from '../../domain/request/request.ts';
import { type Ownership, ownershipSchema } from '../../domain/request/responsibility.ts';
import { newestWords } from '../../domain/request/words.ts';
import type { Launch } from '../../domain/roadmap/launch.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Commitment } from '../../domain/sla/commitment.ts';
import type { Policies } from '../../domain/sla/policy.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import type { Reading } from '../ports.ts';
import { policiesOn } from '../promises/promises.ts';
import { placeInTopFive } from '../roadmap/top-five.ts';
import { type Attachment, visibleFiles } from '../threads/attachments.ts';
import { definitionTexts } from './give-command.ts';

export interface ShownCriterion extends Criterion {
  text: string;
  ticked: boolean;
  /** What was given to show it, as typed; null if nothing was. */
  shown: string | null;
}

export interface ShownDefinition extends Omit<DefinitionOfDone, 'criteria' | 'wording'> {
  criteria: ShownCriterion[];
}

/** A request with everything that a card, a modal or a line about it may show. */
export interface RequestView {
  request: Request;
  brief: Brief;
  alternative: Alternative | null;
  /** Who pays, and whose code and data it is; null before anybody said, and once retention has blanked it. */
  ownership: Ownership | null;
  /** What both have signed; null before. */
  inForce: ShownDefinition | null;
  /** What waits for a signature; null if nothing does. */
  proposed: ShownDefinition | null;
  /** What both sides can see of its files, oldest first. */
  files: Attachment[];
  history: RequestEvent[];
  commitments: Commitment[];
  /** The launches that it is for or was, by id. */
  launches: ReadonlyMap<string, Launch>;
  /** Its place among marketing's top five, from 1; null if it is none of them. */
  place: number | null;
  settings: Settings;
  /** The name of somebody who had a part in it, as Slack showed it last; null if it was never read. */
  nameOf(person: PersonId): string | null;
  /** The settings from when it was submitted until today. */
  policies: Policies;
  /** Facts whose words were changed or taken back (null) by whoever wrote them. */
  corrections: ReadonlyMap<number, BodyId | null>;
  /**
   * What people typed, by body id: of the state and of every event, as it reads by now. Null once retention has
   * blanked it or its author has taken it back.
   */
  said(body: BodyId | null): string | null;
}

const blanked: Brief = { title: '(no longer kept)', outcome: null, link: null };

/** Null if there is no such request. */
export async function viewRequest(
  desk: Pick<Desk, 'workspace' | 'fixed' | 'clock'>,
  reading: Reading,
  id: string,
): Promise<RequestView | null> {
  const request = await reading.request(id);
  if (!request) return null;
  const [history, commitments, settings] = [
    await reading.history(id),
    await reading.commitments(id),
    await settingsInForce(desk, reading),
  ];
  const words = await reading.words([...new Set([...bodiesOf(request), ...history.flatMap(bodiesIn)])]);
  const newest = newestWords(history);
  const corrected = new Map(
    history.flatMap((event) => {
      const wording = newest.get(event.seq);
      return wording === undefined ? [] : bodiesIn(event).map((body) => [body, wording] as const);
    }),
  );
  const people = await reading.people(peopleIn(request, history));
  const brief = words.get(request.brief);
  const alternative = words.get(alternativeOf(request) ?? '');
  const ownership = words.get(request.ownership ?? '');
  return {
    request,
    brief: brief === undefined ? blanked : briefSchema.parse(JSON.parse(brief)),
    alternative: alternative === undefined ? null : alternativeSchema.parse(JSON.parse(alternative)),
    ownership: ownership === undefined ? null : ownershipSchema.parse(JSON.parse(ownership)),
    inForce: shown(request.agreement.inForce, request, words),
    proposed: shown(request.agreement.proposed, request, words),
    files: visibleFiles(await reading.attachments(id)),
    history,
    commitments,
    launches: await launchesOf(reading, history),
    place: await placeInTopFive(reading, request),
    settings,
    nameOf: (person) => people.get(person)?.name ?? null,
    policies: await policiesOn(reading, request, Math.max(desk.clock.now(), request.changedAt)),
    said(body) {
      const wording = body !== null && corrected.has(body) ? corrected.get(body) : body;
      return wording == null ? null : (words.get(wording) ?? null);
    },
    corrections: newest,
  };
}

function shown(
  definition: DefinitionOfDone | null,
  { agreement }: Request,
  words: ReadonlyMap<string, string>,
): ShownDefinition | null {
  if (!definition) return null;
  const { wording, criteria, ...rest } = definition;
  const texts = definitionTexts(words.get(wording));
  return {
    ...rest,
    criteria: criteria.map((criterion) => ({
      ...criterion,
      text: texts[criterion.id] ?? '(no longer kept)',
      ticked: agreement.ticks[criterion.id] !== undefined,
      shown: words.get(agreement.ticks[criterion.id]?.evidence ?? '') ?? null,
    })),
  };
}

async function launchesOf(reading: Reading, history: readonly RequestEvent[]): Promise<Map<string, Launch>> {
  const ids = history.flatMap((event) => ('launch' in event && event.launch ? [event.launch] : []));
  const launches = await reading.launches([...new Set(ids)]);
  return new Map(launches.map((launch) => [launch.id, launch]));
}

function peopleIn({ requester, author, assignee }: Request, history: readonly RequestEvent[]): PersonId[] {
  const people = [requester, author, assignee, ...history.map(({ actor }) => actor)];
  return [...new Set(people.filter((person) => person !== null))];
}

function alternativeOf({ state, alternative }: Request): BodyId | null {
  return state.status === 'countered' ? state.alternative : alternative;
}

function bodiesOf(request: Request): BodyId[] {
  const { agreement } = request;
  const bodies = [
    request.brief,
    request.ownership,
    alternativeOf(request),
    agreement.inForce?.wording ?? null,
    agreement.proposed?.wording ?? null,
    ...Object.values(agreement.ticks).map(({ evidence }) => evidence ?? null),
  ];
  return bodies.filter((body) => body !== null);
}

/** The words of one fact. Those of alternatives and definitions are JSON documents. */
function bodiesIn(event: RequestEvent): BodyId[] {
  switch (event.type) {
    case 'QuestionAsked':
      return [event.question];
    case 'QuestionAnswered':
      return [event.answer];
    case 'AlternativeProposed':
      return [event.alternative];
    case 'DefinitionProposed':
      return [event.wording, ...(event.words === undefined ? [] : [event.words])];
    case 'ResponsibilitySet':
      return [event.ownership];
    case 'DeclineContested':
      return [event.objection];
    case 'IssueLinked':
      return [event.link];
    case 'RequestHeld':
    case 'PrioritySet':
      return [event.reason];
    case 'AlternativeRefused':
    case 'DeliveryRejected':
    case 'RequestReopened':
    case 'DeclineUpheld':
    case 'DeclineOverturned':
    case 'CommentAdded':
    case 'WordsEdited':
    case 'DecisionKept':
    case 'RequestDeclined':
    case 'CheckChangesWanted':
    case 'CheckWaived':
      return [event.words];
    case 'CheckAnswered':
      return [...Object.values(event.answers), ...(event.words === null ? [] : [event.words])];
    case 'RequestDelivered':
    case 'OutcomeJudged':
    case 'RequestWithdrawn':
      return event.words === null ? [] : [event.words];
    default:
      return [];
  }
}

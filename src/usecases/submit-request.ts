import type { PersonId } from '../domain/person.ts';
import type { Brief } from '../domain/request/brief.ts';
import { submit } from '../domain/request/decide.ts';
import type { RequestKind } from '../domain/request/kind.ts';
import type { Degree } from '../domain/request/priority.ts';
import { refused } from '../domain/request/refusal.ts';
import type { Request } from '../domain/request/request.ts';
import type { Settings } from '../domain/settings/settings.ts';
import type { LocalDate } from '../domain/time.ts';
import { announcements } from './announce.ts';
import { type Desk, settingsInForce } from './desk.ts';
import { standingTerms, Wording, type WrittenCriterion } from './intent.ts';
import { done, type Outcome, refusal } from './outcome.ts';
import type { Transaction } from './ports.ts';
import { promisesOn } from './promises.ts';
import { searchText } from './search-text.ts';

export interface Submission {
  author: PersonId;
  requester: PersonId;
  kind: RequestKind;
  headsUp: boolean;
  brief: Brief;
  impact: Degree;
  urgency: Degree;
  neededBy: LocalDate | null;
  own: WrittenCriterion[];
  /** Stands for the kind's usual criteria, where an earlier definition of done is taken over. */
  given?: readonly WrittenCriterion[] | null;
  /** Who else is kept informed. */
  informed?: readonly PersonId[];
  /** It was open elsewhere before, where this person had it. */
  brought?: { assignee: PersonId | null };
  /** The delivery that carried it: the same one again makes no second request. */
  cause: string;
}

/** A wish becomes a request; answers with its number, and with the same number however often it is repeated. */
export async function submitRequest(
  desk: Desk,
  submission: Submission,
): Promise<Outcome<{ number: number }>> {
  const { author, cause } = submission;
  const { isMember } = await desk.directory.person(author);
  if (!isMember) return refusal(refused('outsider'));

  const outcome = await desk.store.write(async (transaction) => {
    const earlier = await transaction.handled(desk.workspace, cause);
    if (earlier) return { number: Number(earlier), isNew: false };
    const settings = await settingsInForce(desk, transaction);
    const { number } = await fileRequest(desk, transaction, submission, settings);
    return { number, isNew: true };
  });
  if (outcome.isNew)
    desk.log.info({ request: outcome.number, kind: submission.kind, cause }, 'request submitted');
  return done({ number: outcome.number });
}

/** Keeps a new request, announces it, and remembers its cause. */
export async function fileRequest(
  desk: Pick<Desk, 'workspace' | 'clock' | 'newId'>,
  transaction: Transaction,
  submission: Submission,
  settings: Settings,
): Promise<Request> {
  const { author, requester, cause, kind, headsUp, brief, impact, urgency, neededBy } = submission;
  const { own, given, informed = [], brought } = submission;
  const followers = informed.filter((person) => person !== author && person !== requester);
  const number = await transaction.nextRequestNumber(desk.workspace);
  const now = desk.clock.now();
  const wording = new Wording(desk.newId);
  const terms = wording.keepTerms(standingTerms(given ?? settings.kinds[kind].standing, own, neededBy), {
    criteria: [],
    texts: {},
  });
  const { request, events } = submit(
    {
      type: 'submit',
      id: desk.newId(),
      workspace: desk.workspace,
      ...{ number, requester, author, kind, headsUp, impact, urgency, neededBy, terms },
      brief: wording.keepDocument(brief),
      ...(followers.length > 0 && { followers }),
      ...(brought && { brought }),
    },
    {
      actor: { person: author, side: 'marketing', roles: ['requester'] },
      now,
      cause,
      isIt: () => false,
    },
  );
  await transaction.saveWords(desk.workspace, wording.bodies, now);
  const { commitments } = await promisesOn(transaction, request, events, settings, now);
  await transaction.saveRequest(request, events, commitments);
  await transaction.saveSearchText(request, searchText(brief));
  await transaction.announce(announcements(null, request, events, desk.newId));
  await transaction.remember(desk.workspace, cause, String(number), now);
  return request;
}

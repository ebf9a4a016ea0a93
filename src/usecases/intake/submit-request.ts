import { submit } from '../../domain/request/decide.ts';
import { refused } from '../../domain/request/refusal.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { concernsTool } from '../../domain/stack/following.ts';
import { withGroups } from '../checks/check-groups.ts';
import { checksFor } from '../checks/checks-asked.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Transaction } from '../ports.ts';
import { firstCommitments } from '../promises/promises.ts';
import { giveToUsual } from '../request/give-to-usual.ts';
import { standingTerms, Wording } from '../request/intent.ts';
import { searchText } from '../request/search-text.ts';
import { launchNow } from '../roadmap/launch-of.ts';
import { announcements } from '../saying/announce.ts';
import { keepFiles } from '../threads/keep-files.ts';
import type { Submission } from './submission.ts';
import { withKnownTool } from './tool-of-brief.ts';

/** A wish becomes a request; answers with its number, and with the same number however often it is repeated. */
export async function submitRequest(
  desk: Desk,
  submission: Submission,
): Promise<Outcome<{ number: number }>> {
  const { author, cause } = submission;
  const { isMember } = await desk.directory.person(author);
  if (!isMember) return refusal(refused('outsider'));

  const file = async (transaction: Transaction) => {
    const earlier = await transaction.handled(desk.workspace, cause);
    if (earlier) {
      const request = await transaction.requestByNumber(desk.workspace, Number(earlier));
      const last = request && (await transaction.history(request.id)).at(-1);
      // With nothing since, the process may have ended before it was given to anybody.
      return { number: Number(earlier), isNew: false, toRoute: last?.cause === cause ? request?.id : null };
    }
    const settings = await settingsInForce(desk, transaction);
    const request = await fileRequest(desk, transaction, submission, settings);
    if (submission.draft) await transaction.dropDraft(author, submission.draft);
    const isRouted = settings.routing.some(({ assignee, broker }) => assignee ?? broker);
    return { number: request.number, isNew: true, toRoute: isRouted ? request.id : null };
  };
  const outcome = await withGroups(desk.directory, () => desk.store.write(file));
  if (outcome.isNew)
    desk.log.info({ request: outcome.number, kind: submission.kind, cause }, 'request submitted');
  if (outcome.toRoute) await giveToUsual(desk, outcome.toRoute);
  return done({ number: outcome.number });
}

/** Keeps a new request, announces it, and remembers its cause. */
export async function fileRequest(
  desk: Pick<Desk, 'workspace' | 'directory' | 'clock' | 'newId'>,
  transaction: Transaction,
  submission: Submission,
  settings: Settings,
): Promise<Request> {
  const { author, requester, cause, kind, headsUp, impact, urgency } = submission;
  const { own, given, informed = [], files = [], brought } = submission;
  const followers = informed.filter((person) => person !== author && person !== requester);
  const number = await transaction.nextRequestNumber(desk.workspace);
  const now = submission.at ?? desk.clock.now();
  const brief = await withKnownTool(transaction, desk.workspace, submission.brief);
  const { launch, date: neededBy } = submission.launch
    ? await launchNow(transaction, desk.workspace, submission.launch, submission.neededBy)
    : { launch: null, date: submission.neededBy };
  const wording = new Wording(desk.newId);
  const terms = wording.keepTerms(standingTerms(given ?? settings.kinds[kind].standing, own, neededBy), {
    criteria: [],
    texts: {},
  });
  // What was open elsewhere was looked at there; IT asks for what is missing.
  const checks = brought
    ? []
    : await checksFor(desk, transaction, settings, { ...submission, workspace: desk.workspace });
  const { request, events } = submit(
    {
      type: 'submit',
      id: desk.newId(),
      workspace: desk.workspace,
      ...{ number, requester, author, kind, headsUp, impact, urgency, neededBy, terms },
      brief: wording.keepDocument(brief),
      ...(followers.length > 0 && { followers }),
      ...(launch !== null && { launch }),
      ...(brought && { brought }),
      ...(checks.length > 0 && { checks }),
    },
    {
      actor: { person: author, side: 'marketing', roles: ['requester'] },
      now,
      cause,
      isIt: () => false,
    },
  );
  await transaction.saveWords(desk.workspace, wording.bodies, now);
  const commitments = await firstCommitments(transaction, request, events, settings);
  await transaction.saveRequest(request, events, commitments);
  await transaction.saveSearchText(request, searchText(brief));
  if (concernsTool(request, brief)) await transaction.followForStack(request.id);
  await transaction.announce(announcements(null, request, events, desk.newId));
  const came = { request: request.id, fact: 1, side: 'marketing' as const, author, message: null };
  await keepFiles(desk, transaction, { ...came, shared: true }, files);
  await transaction.remember(desk.workspace, cause, String(number), now);
  return request;
}

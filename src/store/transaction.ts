import type { News } from '../usecases/news.ts';
import type { Transaction } from '../usecases/ports.ts';
import { deliveryWriting } from './deliveries.ts';
import { digestWriting } from './digest/digests.ts';
import type { Session } from './engine/engine.ts';
import { homeVisitWriting } from './home/home-visits.ts';
import { keepingWriting } from './keeping/restoration.ts';
import { absenceWriting } from './notices/absences.ts';
import { morningWriting } from './notices/mornings.ts';
import { peopleWriting } from './people.ts';
import { pulseWriting } from './pulse.ts';
import { reading } from './reading.ts';
import { alertWriting } from './requests/alerts.ts';
import { draftWriting } from './requests/drafts.ts';
import { stepWriting } from './requests/next-steps.ts';
import { queueWriting } from './requests/queue.ts';
import { requestWriting } from './requests/requests.ts';
import { searchWriting } from './requests/search.ts';
import { launchWriting } from './roadmap/launches.ts';
import { planWriting } from './roadmap/plans.ts';
import { messageWriting } from './saying/messages.ts';
import { outboxWriting } from './saying/outbox-writing.ts';
import { renewalWriting } from './stack/renewals.ts';
import { reviewWriting } from './stack/reviews.ts';
import { stackImportWriting } from './stack/stack-imports.ts';
import { overlapWriting } from './stack/tool-overlaps.ts';
import { toolPairWriting } from './stack/tool-pairs.ts';
import { toolRequestWriting } from './stack/tool-requests.ts';
import { toolWriting } from './stack/tools.ts';
import { standingWriting } from './standing.ts';
import { termWriting } from './terms.ts';
import { attachmentWriting } from './threads/attachments.ts';
import { brokeredWriting } from './threads/brokered-words.ts';
import { heldReplyWriting } from './threads/held-replies.ts';
import { threadMessageWriting } from './threads/thread-messages.ts';
import { wordsWriting } from './words.ts';
import { workspaceWriting } from './workspaces.ts';

export function transaction(session: Session, news: News): Transaction {
  return {
    ...reading(session),
    ...workspaceWriting(session, news),
    ...peopleWriting(session),
    ...requestWriting(session, news),
    ...alertWriting(session),
    ...absenceWriting(session),
    ...draftWriting(session),
    ...searchWriting(session),
    ...stepWriting(session),
    ...standingWriting(session),
    ...wordsWriting(session),
    ...toolWriting(session, news),
    ...launchWriting(session),
    ...planWriting(session),
    ...toolPairWriting(session),
    ...renewalWriting(session, news),
    ...toolRequestWriting(session, news),
    ...reviewWriting(session, news),
    ...overlapWriting(session),
    ...stackImportWriting(session, news),
    ...termWriting(session),
    ...messageWriting(session),
    ...threadMessageWriting(session),
    ...attachmentWriting(session),
    ...heldReplyWriting(session),
    ...brokeredWriting(session, news),
    ...queueWriting(session),
    ...homeVisitWriting(session),
    ...keepingWriting(session),
    ...morningWriting(session),
    ...pulseWriting(session),
    ...deliveryWriting(session, news),
    ...outboxWriting(session, news),
    ...digestWriting(session),
  };
}

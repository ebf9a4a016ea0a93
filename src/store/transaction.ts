import type { News } from '../usecases/news.ts';
import type { Transaction } from '../usecases/ports.ts';
import { absenceWriting } from './absences.ts';
import { alertWriting } from './alerts.ts';
import { attachmentWriting } from './attachments.ts';
import { brokeredWriting } from './brokered-words.ts';
import { deliveryWriting } from './deliveries.ts';
import { digestWriting } from './digests.ts';
import { draftWriting } from './drafts.ts';
import type { Session } from './engine/engine.ts';
import { heldReplyWriting } from './held-replies.ts';
import { homeVisitWriting } from './home-visits.ts';
import { launchWriting } from './launches.ts';
import { messageWriting } from './messages.ts';
import { morningWriting } from './mornings.ts';
import { stepWriting } from './next-steps.ts';
import { outboxWriting } from './outbox-writing.ts';
import { peopleWriting } from './people.ts';
import { planWriting } from './plans.ts';
import { pulseWriting } from './pulse.ts';
import { queueWriting } from './queue.ts';
import { reading } from './reading.ts';
import { renewalWriting } from './renewals.ts';
import { requestWriting } from './requests.ts';
import { reviewWriting } from './reviews.ts';
import { searchWriting } from './search.ts';
import { stackImportWriting } from './stack-imports.ts';
import { standingWriting } from './standing.ts';
import { termWriting } from './terms.ts';
import { threadMessageWriting } from './thread-messages.ts';
import { overlapWriting } from './tool-overlaps.ts';
import { toolPairWriting } from './tool-pairs.ts';
import { toolRequestWriting } from './tool-requests.ts';
import { toolWriting } from './tools.ts';
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
    ...morningWriting(session),
    ...pulseWriting(session),
    ...deliveryWriting(session, news),
    ...outboxWriting(session, news),
    ...digestWriting(session),
  };
}

import type { Reading } from '../usecases/ports.ts';
import { deliveryReading } from './deliveries.ts';
import { digestReading } from './digest/digests.ts';
import { weekFacts } from './digest/week-facts.ts';
import type { Session } from './engine/engine.ts';
import { exportReading } from './exports.ts';
import { homeListReading } from './home/home-lists.ts';
import { homeVisitReading } from './home/home-visits.ts';
import { keepingReading } from './keeping/restoration.ts';
import { absenceReading } from './notices/absences.ts';
import { morningReading } from './notices/mornings.ts';
import { peopleReading } from './people.ts';
import { pulseReading } from './pulse.ts';
import { alertReading } from './requests/alerts.ts';
import { checkOwnerReading } from './requests/check-owners.ts';
import { draftReading } from './requests/drafts.ts';
import { stepReading } from './requests/next-steps.ts';
import { queueReading } from './requests/queue.ts';
import { requestReading } from './requests/requests.ts';
import { searchReading } from './requests/search.ts';
import { launchReading } from './roadmap/launches.ts';
import { planReading } from './roadmap/plans.ts';
import { messageReading } from './saying/messages.ts';
import { outboxReading } from './saying/outbox-reading.ts';
import { renewalReading } from './stack/renewals.ts';
import { reviewReading } from './stack/reviews.ts';
import { stackImportReading } from './stack/stack-imports.ts';
import { overlapReading } from './stack/tool-overlaps.ts';
import { toolPairReading } from './stack/tool-pairs.ts';
import { toolRequestReading } from './stack/tool-requests.ts';
import { toolReading } from './stack/tools.ts';
import { standingReading } from './standing.ts';
import { termReading } from './terms.ts';
import { attachmentReading } from './threads/attachments.ts';
import { brokeredReading } from './threads/brokered-words.ts';
import { heldReplyReading } from './threads/held-replies.ts';
import { threadMessageReading } from './threads/thread-messages.ts';
import { wordsReading } from './words.ts';
import { workspaceReading } from './workspaces.ts';

export function reading(session: Session): Reading {
  return {
    ...workspaceReading(session),
    ...peopleReading(session),
    ...requestReading(session),
    ...alertReading(session),
    ...absenceReading(session),
    ...draftReading(session),
    ...searchReading(session),
    ...checkOwnerReading(session),
    ...stepReading(session),
    ...standingReading(session),
    ...wordsReading(session),
    ...launchReading(session),
    ...planReading(session),
    ...toolReading(session),
    ...toolPairReading(session),
    ...renewalReading(session),
    ...toolRequestReading(session),
    ...reviewReading(session),
    ...overlapReading(session),
    ...stackImportReading(session),
    ...termReading(session),
    ...messageReading(session),
    ...threadMessageReading(session),
    ...attachmentReading(session),
    ...heldReplyReading(session),
    ...brokeredReading(session),
    ...queueReading(session),
    ...homeListReading(session),
    ...homeVisitReading(session),
    ...keepingReading(session),
    ...morningReading(session),
    ...exportReading(session),
    ...pulseReading(session),
    ...deliveryReading(session),
    ...outboxReading(session),
    ...digestReading(session),
    ...weekFacts(session),
  };
}

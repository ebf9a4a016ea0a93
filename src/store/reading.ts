import type { Reading } from '../usecases/ports.ts';
import { absenceReading } from './absences.ts';
import { alertReading } from './alerts.ts';
import { attachmentReading } from './attachments.ts';
import { brokeredReading } from './brokered-words.ts';
import { checkOwnerReading } from './check-owners.ts';
import { deliveryReading } from './deliveries.ts';
import { digestReading } from './digests.ts';
import { draftReading } from './drafts.ts';
import type { Session } from './engine/engine.ts';
import { exportReading } from './exports.ts';
import { heldReplyReading } from './held-replies.ts';
import { homeListReading } from './home-lists.ts';
import { homeVisitReading } from './home-visits.ts';
import { launchReading } from './launches.ts';
import { messageReading } from './messages.ts';
import { morningReading } from './mornings.ts';
import { stepReading } from './next-steps.ts';
import { outboxReading } from './outbox-reading.ts';
import { peopleReading } from './people.ts';
import { planReading } from './plans.ts';
import { pulseReading } from './pulse.ts';
import { queueReading } from './queue.ts';
import { renewalReading } from './renewals.ts';
import { requestReading } from './requests.ts';
import { reviewReading } from './reviews.ts';
import { searchReading } from './search.ts';
import { stackImportReading } from './stack-imports.ts';
import { standingReading } from './standing.ts';
import { termReading } from './terms.ts';
import { threadMessageReading } from './thread-messages.ts';
import { overlapReading } from './tool-overlaps.ts';
import { toolPairReading } from './tool-pairs.ts';
import { toolRequestReading } from './tool-requests.ts';
import { toolReading } from './tools.ts';
import { weekFacts } from './week-facts.ts';
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
    ...morningReading(session),
    ...exportReading(session),
    ...pulseReading(session),
    ...deliveryReading(session),
    ...outboxReading(session),
    ...digestReading(session),
    ...weekFacts(session),
  };
}

import { assertNever } from '../../domain/assert-never.ts';
import type { CommandType } from '../../domain/request/commands.ts';
import type { Request, Status } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { transitions } from '../../domain/request/transitions.ts';
import { mostFreezes } from '../../domain/roadmap/freeze.ts';
import type { AnyRefusal } from '../../usecases/outcome.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { theCheck } from './checks.ts';

/** Why not, and what helps instead: one or two short sentences in mrkdwn for whoever was refused. */
export function sentenceFor(refusal: AnyRefusal, request: Request | null): string {
  const key = request ? requestKey(request.number) : 'this request';
  switch (refusal.code) {
    case 'outsider':
      return request
        ? `Only ${mention(request.requester)}, the leads and IT can act on ${key}.`
        : 'Only full members of this workspace can do that. Please ask a colleague who is one.';
    case 'not-allowed':
      return whoMay(refusal, key, request);
    case 'wrong-state':
      return `${sentenceCase(key)} ${situations[refusal.status]}, so you can’t ${verbs[refusal.command]} now. Its card shows what is possible.`;
    case 'already-claimed':
      return `${mention(refusal.by)} already has ${key}. Talk to them if you want to take over.`;
    case 'already-yours':
      return `You already have ${key}.`;
    case 'not-your-claim':
      return refusal.assignee
        ? `${mention(refusal.assignee)} has ${key}, so only they can give it back.`
        : `Nobody has taken ${key}, so there is nothing to give back.`;
    case 'not-in-it':
      return `${mention(refusal.person)} is not in IT, so ${key} can’t be given to them. Pick someone from IT.`;
    case 'broker-takes-part':
      return `${mention(refusal.person)} takes part in ${key}, and a broker takes no part. Pick someone else.`;
    case 'date-missing':
      return `Please name the day by which ${key} will be delivered.`;
    case 'definition-changed':
      return `What “done” means for ${key} has changed meanwhile. Please read the new version, then try again.`;
    case 'already-signed':
      return `${refusal.side === 'it' ? 'IT' : 'Marketing'} has already agreed to this version. The other side is next.`;
    case 'signed-for-other-side':
      return `You signed ${key} for the other side. Please ask a colleague to sign for this one.`;
    case 'not-a-signer':
      return `${mention(refusal.signer)} signs for ${refusal.side === 'it' ? 'IT' : 'marketing'} here. Please ask them.`;
    case 'nothing-to-sign':
      return `Nothing waits for a signature on ${key}.`;
    case 'nothing-changed':
      return 'That changes nothing: it already is like this.';
    case 'criteria-open': {
      const count = refusal.open.length;
      const what = count === 1 ? 'One of IT’s criteria is' : `${count} of IT’s criteria are`;
      return `${what} still open on ${key}. Tick what is done, then deliver.`;
    }
    case 'unknown-criterion':
      return `One of those criteria is no longer part of ${key}. Please read the card again, then try once more.`;
    case 'amendment-open':
      return `A suggested change to ${key} still waits for ${refusal.missing === 'it' ? 'IT' : 'marketing'}. Agree to it or drop it first.`;
    case 'already-contested':
      return `${sentenceCase(key)} was looked at twice, and that decision is final. A new request is always possible.`;
    case 'merge-into-itself':
      return `${sentenceCase(key)} can’t be joined to itself. Pick another request.`;
    case 'unknown-check':
      return `That check no longer waits on ${key}.`;
    case 'check-asked':
      return `${sentenceCase(theCheck(refusal.check))} was asked for on ${key} already. Its card shows how it stands.`;
    case 'check-decided':
      return `${sentenceCase(theCheck(refusal.check))} of ${key} is not waiting for that any more. Its card shows how it stands.`;
    case 'own-check':
      return `Nobody decides about a request that they asked for or do themselves, so ${theCheck(refusal.check)} of ${key} needs someone else.`;
    case 'check-pending': {
      const { waitsFor } = refusal;
      const holder =
        waitsFor === 'it'
          ? 'changes by IT'
          : waitsFor === 'marketing'
            ? 'changes by marketing'
            : mention(waitsFor);
      return `${sentenceCase(theCheck(refusal.check))} of ${key} waits for ${holder}, so you can’t ${verbs[refusal.command]} yet.`;
    }
    case 'stand-in-not-needed':
      return `${mention(refusal.owner)} is there and decides about ${theCheck(refusal.check)} of ${key}. You stand in while they are away.`;
    case 'only-heads-up':
      return refusal.headsUp
        ? `${sentenceCase(key)} is a heads-up: nothing is asked yet. Note it, or ask a question.`
        : `${sentenceCase(key)} is a request, not a heads-up. Accept it, decline it or ask a question.`;
    case 'silence-keeps-it-open':
      return `${sentenceCase(key)} does not close by itself: somebody has to say that it is done.`;
    case 'outcome-not-asked':
      return `It is too early to say what became of ${key}.`;
    case 'too-late-to-reopen':
      return `${sentenceCase(key)} has been closed for more than ${refusal.days} days. Please start a new request and name ${key} in it.`;
    case 'not-yours-to-take-back':
      return `Someone else did that on ${key}, so only they can take it back.`;
    case 'not-your-words':
      return 'Someone else wrote this, so only they can send it. Write it in your own words, or ask them.';
    case 'words-changed':
      return 'The message was changed or deleted meanwhile, so nothing was sent. React to it once more to see how it reads now.';
    case 'nothing-held':
      return 'That is settled already: the message was sent, changed or deleted meanwhile.';
    case 'not-a-member':
      return `${mention(refusal.person)} is not a full member of this workspace, so ${key} can’t be handed over to them. Pick someone else.`;
    case 'already-shared':
      return 'This message was sent across before. Write a new one to say more.';
    case 'no-such-request':
      return `There is no request “${inline(refusal.key, ours.name)}”. Keys look like MR-12; \`/martech-request mine\` lists yours.`;
    case 'no-such-tool':
      return 'There is no such tool in the stack any more. `/martech-request stack` lists them.';
    case 'no-such-term':
      return 'There is no such word in the dictionary any more. `/martech-request terms` lists them.';
    case 'not-an-owner':
      return 'Only the two owners of a tool and the two leads have a say in that. Its window shows who they are.';
    case 'not-the-reviewer':
      return refusal.owner
        ? `${mention(refusal.owner)} looks at this tool, or IT’s lead does. Please talk to them.`
        : 'IT’s lead looks at this tool. Nobody is named yet.';
    case 'reviewed-already':
      return `${mention(refusal.by)} has already said what becomes of it. The tool’s window shows it.`;
    case 'import-over':
      return 'That file was imported before, or is somebody else’s. `/martech-request stack import` takes another.';
    case 'renewal-over':
      return 'That contract was recorded anew meanwhile, so this question is over.';
    case 'not-yours-to-agree':
      return 'Only the two leads agree to what a word means, each for their own side.';
    case 'pulse-closed':
      return 'That quarter is over, and its question with it. The next one comes in a while.';
    case 'leads-and-admins':
      return 'The two leads and the admins can take the numbers out.';
    case 'leads-decide':
      return 'Only the two leads decide here, and they and the admins read it before it is published.';
    case 'no-such-digest':
      return 'That digest is no longer there. `/martech-request digest` shows the current week.';
    case 'no-digest-channel':
      return 'No channel is set for the digest. Pick one with `/martech-request setup`, then publish it.';
    case 'already-decided':
      return `${mention(refusal.by)} has decided this already. The digest shows what.`;
    case 'already-published':
      return `${mention(refusal.by)} has published this week’s digest already.`;
    case 'not-an-admin':
      return 'Only a workspace admin, or whoever installed the app, can set up the desk.';
    case 'not-marketings-lead':
      return 'Only marketing’s lead puts the top five in order.';
    case 'not-its-lead':
      return 'Only IT’s lead can change that.';
    case 'not-marketing':
      return 'Launches are marketing’s to record, move and cancel. Please ask the launch’s owner.';
    case 'no-such-launch':
      return 'There is no such launch any more. `/martech-request launches` lists those that come.';
    case 'no-such-freeze':
      return 'That freeze period was taken out meanwhile.';
    case 'too-many-freezes':
      return `There are ${mostFreezes} freeze periods already. Please take out one that is over, and add yours again.`;
    case 'not-a-lead':
      return 'Only the two leads change what “done” means for everybody. Each request can still say more.';
    case 'leads-are-one':
      return 'One person leads both sides here, and nobody signs for both. Please name two leads under “Set up”.';
    case 'standing-unchanged':
      return 'That changes nothing: it already is like this.';
    case 'standing-changed':
      return 'There is a newer suggestion meanwhile. Please open `/martech-request done` and read it first.';
    case 'standing-waits-for-other':
      return 'You have agreed for your side. The other lead is next.';
    case 'date-passed':
      return `${day(refusal.date)} has passed. Please pick a later day.`;
    default:
      return assertNever(refusal);
  }
}

function whoMay(
  { command, side }: Extract<AnyRefusal, { code: 'not-allowed' }>,
  key: string,
  request: Request | null,
): string {
  const roles = command === 'submit' ? [] : transitions[command].by;
  const requester = request ? mention(request.requester) : 'the requester';
  const isForMarketing = roles.includes('requester');
  const isForIt = roles.includes('it');
  if (isForMarketing && isForIt)
    return `${sentenceCase(key)} is between ${requester} and IT. You can read it, but not act on it.`;
  if (isForMarketing) return `Only ${requester} or marketing’s lead can do that on ${key}.`;
  if (isForIt) {
    return side === 'marketing'
      ? `You act for marketing on ${key}, so someone else in IT has to do that.`
      : `Only IT can do that on ${key}.`;
  }
  if (command === 'drop-check') return `Only IT’s lead can drop a check of ${key}.`;
  if (roles.includes('it-lead')) return `Only IT’s lead can decide about the objection to ${key}.`;
  if (roles.includes('launch-keeper')) return 'It follows its launch, which marketing moves or cancels.';
  if (roles.includes('check-owner')) return 'Only the owner of the check can decide about it.';
  return 'Nobody does that by hand: the app does it when the time comes.';
}

/** "MR-12 … , so you can't …" */
export const situations: Record<Status, string> = {
  new: 'still waits for IT’s decision',
  'needs-info': 'waits for an answer from marketing',
  countered: 'waits for a yes or no to what IT suggested',
  agreeing: 'waits for both sides to agree on what “done” means',
  'in-progress': 'is being worked on',
  'on-hold': 'is on hold',
  checking: 'waits for a check',
  delivered: 'is delivered and waits to be checked',
  done: 'is closed',
  declined: 'was declined',
  contested: 'is with IT’s lead, who looks at it again',
  noted: 'was noted as a heads-up',
  withdrawn: 'was withdrawn',
  merged: 'is part of another request now',
};

const verbs: Record<CommandType, string> = {
  submit: 'send it',
  edit: 'edit it',
  'change-kind': 'change its kind',
  'change-date': 'change its date',
  'move-launch': 'move its launch',
  'cancel-launch': 'cancel its launch',
  'hand-over': 'hand it over',
  follow: 'follow it',
  claim: 'take it',
  release: 'give it back',
  assign: 'assign it',
  'name-broker': 'name a broker',
  ask: 'ask about it',
  answer: 'answer',
  'more-to-come': 'add to the answer',
  counter: 'suggest another way',
  'take-alternative': 'take another way',
  'refuse-alternative': 'turn another way down',
  accept: 'accept it',
  sign: 'agree to a change',
  amend: 'change what was agreed',
  'drop-amendment': 'drop a change',
  'request-check': 'ask for a check',
  'drop-check': 'drop a check',
  'answer-check': 'answer a check',
  'approve-check': 'approve a check',
  'want-changes': 'ask for changes',
  'waive-check': 'waive a check',
  'reopen-check': 'open a check again',
  hold: 'put it on hold',
  resume: 'take it off hold',
  tick: 'tick its criteria',
  deliver: 'deliver it',
  confirm: 'confirm it',
  reject: 'send it back',
  nudge: 'ask about it again',
  'report-silence': 'tell the leads about it',
  'close-unconfirmed': 'close it',
  'ask-outcome': 'ask what became of it',
  'judge-outcome': 'say what became of it',
  reopen: 'open it again',
  decline: 'decline it',
  contest: 'object to a decision',
  rule: 'decide about an objection',
  note: 'note it',
  raise: 'make it a request',
  withdraw: 'withdraw it',
  merge: 'join it to another',
  absorb: 'join another to it',
  'set-responsibility': 'say who decides',
  'set-priority': 'change its priority',
  comment: 'add to it',
  'edit-words': 'change what was written',
  'take-back-words': 'take back what was written',
  'keep-decision': 'put a decision on the record',
  'take-back': 'take that back',
  'link-issue': 'link an issue',
};

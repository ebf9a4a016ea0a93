import type { Routes } from '../conversation.ts';
import { submitAttach } from '../files/attach.ts';
import { opens, press, submits } from '../kit/on-request.ts';
import { parseResponsibility } from '../responsibility/responsibility-window.ts';
import { keepToMyself, sendAsItIs } from '../saying/held-reply.ts';
import { askModal, parseAsk } from './ask.ts';
import { letThrough, openReword, parseBroker, submitReword } from './broker.ts';
import { counterModal, keepModal, parseCounter, parseKeep } from './counter.ts';
import { declineModal, parseDecline } from './decline.ts';
import { deliverModal, parseDeliver } from './deliver.ts';
import { holdModal, parseHold } from './hold.ts';
import { joinCall } from './join-call.ts';
import { submitMerge } from './merge.ts';
import {
  parseAssign,
  parseDate,
  parseHandOver,
  parseKind,
  parseLink,
  parsePriority,
  parseReply,
  priorityModal,
  replyModal,
} from './more.ts';
import { more } from './more-routes.ts';
import { contestModal, parseContest, parseRule, ruleModal } from './objection.ts';
import { send } from './prompt.ts';
import { tick } from './tick.ts';

/** IT's card, and what marketing answers to IT's decisions. */
export const triageRoutes = {
  actions: {
    'request.claim': press({ type: 'claim' }),
    'request.release': press({ type: 'release' }),
    'request.join-call': joinCall,
    'request.note': press({ type: 'note' }),
    'request.resume': press({ type: 'resume' }),
    'request.tick': tick,
    'request.ask': opens('ask', askModal),
    'request.counter': opens('counter', counterModal),
    'request.take-alternative': press({ type: 'take-alternative' }),
    'request.refuse-alternative': opens('refuse-alternative', keepModal),
    'request.decline': opens('decline', declineModal),
    'request.contest': opens('contest', contestModal),
    'request.rule': opens('rule', ruleModal),
    'request.hold': opens('hold', holdModal),
    'request.deliver': opens('deliver', deliverModal),
    'thread.send': send,
    'broker.send': letThrough,
    'broker.reword': openReword,
    'held.send': sendAsItIs,
    'held.drop': keepToMyself,
    'request.more': more,
  },
  submissions: {
    'request.ask': submits(parseAsk, { guards: askModal }),
    'request.attach': submitAttach,
    'request.reply': submits(parseReply, { guards: replyModal }),
    'request.assign': submits(parseAssign),
    'request.set-priority': submits(parsePriority, {
      guards: priorityModal,
      mendedBy: { 'nothing-changed': 'priority' },
    }),
    'request.change-date': submits(parseDate, { mendedBy: { 'nothing-changed': 'date' } }),
    'request.change-kind': submits(parseKind, { mendedBy: { 'nothing-changed': 'kind' } }),
    'request.hand-over': submits(parseHandOver, { mendedBy: { 'nothing-changed': 'to' } }),
    'request.link-issue': submits(parseLink),
    'request.set-responsibility': submits(parseResponsibility),
    'request.name-broker': submits(parseBroker, { mendedBy: { 'nothing-changed': 'broker' } }),
    'broker.reword': submitReword,
    'request.merge': submitMerge,
    'request.counter': submits(parseCounter, { guards: counterModal }),
    'request.refuse-alternative': submits(parseKeep, { guards: keepModal }),
    'request.decline': submits(parseDecline, { guards: declineModal }),
    'request.contest': submits(parseContest, { guards: contestModal }),
    'request.rule': submits(parseRule, { guards: ruleModal }),
    'request.hold': submits(parseHold, { guards: holdModal }),
    'request.deliver': submits(parseDeliver, {
      guards: deliverModal,
      mendedBy: { 'criteria-open': 'done-0' },
    }),
  },
} satisfies Routes;

import type { CommandType } from './commands.ts';
import { openStatuses, type Status } from './request.ts';
import type { Role } from './rights.ts';

export interface Transition {
  /** Where the request must be. */
  from: readonly Status[];
  /** Who may give the command: any one of these roles is enough. */
  by: readonly Role[];
  /** Where it can be afterwards; `same` where it stays as it is. */
  to: readonly (Status | 'same')[];
  /** Which checks must be decided first. */
  checked?: 'for-accepting' | 'all';
}

const marketing = ['requester', 'marketing-lead'] as const;
const it = ['it', 'it-lead'] as const;
const both = [...marketing, ...it] as const;
const everywhere = [...openStatuses, 'done', 'declined', 'noted', 'withdrawn', 'merged'] as const;

/**
 * The lifecycle on one page. `submit` makes a request that is `new`; every later command has its row here. `decide`
 * reads this table first, so what is not in it cannot happen.
 */
export const transitions: Record<Exclude<CommandType, 'submit'>, Transition> = {
  // What is asked for, while nobody has decided.
  edit: { from: ['new', 'needs-info'], by: marketing, to: ['same'] },
  'change-kind': { from: ['new', 'needs-info'], by: both, to: ['same'] },
  'change-date': { from: ['new', 'needs-info', 'in-progress'], by: both, to: ['same'] },
  'move-launch': {
    from: ['new', 'needs-info', 'agreeing', 'in-progress'],
    by: ['launch-keeper'],
    to: ['same'],
  },
  'cancel-launch': { from: openStatuses, by: ['launch-keeper'], to: ['same'] },
  'hand-over': { from: openStatuses, by: marketing, to: ['same'] },
  'set-responsibility': { from: openStatuses, by: both, to: ['same'] },
  'set-priority': { from: openStatuses, by: it, to: ['same'] },

  // Who has it, and who looks on.
  follow: { from: openStatuses, by: [...both, 'check-owner', 'colleague'], to: ['same'] },
  claim: { from: openStatuses, by: it, to: ['same', 'in-progress'] },
  release: { from: openStatuses, by: it, to: ['same'] },
  assign: { from: openStatuses, by: it, to: ['same'] },
  'name-broker': { from: openStatuses, by: [...both, 'broker'], to: ['same'] },

  // Questions and answers.
  ask: { from: ['new', 'in-progress'], by: it, to: ['needs-info'] },
  answer: { from: ['needs-info'], by: marketing, to: ['new', 'in-progress'] },
  'more-to-come': { from: ['new', 'in-progress'], by: marketing, to: ['needs-info'] },

  // The decision.
  accept: { from: ['new'], by: it, to: ['agreeing', 'in-progress'], checked: 'for-accepting' },
  counter: { from: ['new'], by: it, to: ['countered'] },
  'take-alternative': { from: ['countered'], by: marketing, to: ['new'] },
  'refuse-alternative': { from: ['countered'], by: marketing, to: ['new'] },
  decline: { from: ['new', 'needs-info', 'countered', 'checking'], by: it, to: ['declined'] },
  contest: { from: ['declined'], by: marketing, to: ['contested'] },
  rule: { from: ['contested'], by: ['it-lead'], to: ['declined', 'new'] },
  note: { from: ['new'], by: it, to: ['noted'] },
  raise: { from: ['new', 'noted'], by: marketing, to: ['new'] },

  // What "done" means.
  sign: {
    from: ['agreeing', 'in-progress'],
    by: [...both, 'signer'],
    to: ['same', 'checking', 'in-progress'],
  },
  amend: { from: ['agreeing', 'in-progress'], by: [...both, 'signer'], to: ['same', 'agreeing'] },
  'drop-amendment': { from: ['in-progress'], by: [...both, 'signer'], to: ['same'] },

  // Checks. Who may decide about which one, the decision itself says.
  'request-check': { from: openStatuses, by: it, to: ['same'] },
  'drop-check': { from: openStatuses, by: ['it-lead'], to: ['same', 'in-progress'] },
  'answer-check': { from: openStatuses, by: both, to: ['same'] },
  'approve-check': { from: [...openStatuses, 'done'], by: ['check-owner'], to: ['same', 'in-progress'] },
  'want-changes': { from: openStatuses, by: ['check-owner'], to: ['same'] },
  'waive-check': { from: [...openStatuses, 'done'], by: ['check-owner'], to: ['same', 'in-progress'] },
  'reopen-check': { from: [...openStatuses, 'done'], by: ['clock'], to: ['same'] },

  // The work.
  hold: { from: ['new', 'in-progress'], by: it, to: ['on-hold'] },
  resume: { from: ['on-hold'], by: both, to: ['new', 'in-progress'] },
  tick: { from: ['in-progress'], by: it, to: ['same'] },
  deliver: { from: ['in-progress'], by: it, to: ['delivered'], checked: 'all' },
  confirm: { from: ['delivered'], by: marketing, to: ['done'], checked: 'all' },
  reject: { from: ['delivered'], by: marketing, to: ['in-progress'] },
  nudge: { from: ['delivered'], by: ['clock'], to: ['same'] },
  'report-silence': { from: ['delivered'], by: ['clock'], to: ['same'] },
  'close-unconfirmed': { from: ['delivered'], by: ['clock'], to: ['done'], checked: 'all' },
  reopen: { from: ['done'], by: marketing, to: ['in-progress'] },

  // Afterwards.
  'ask-outcome': { from: ['done'], by: ['clock'], to: ['same'] },
  'judge-outcome': { from: ['done'], by: marketing, to: ['same'] },

  // Other ends, and words.
  withdraw: { from: openStatuses, by: marketing, to: ['withdrawn'] },
  merge: { from: ['new', 'needs-info', 'in-progress'], by: it, to: ['merged'] },
  absorb: { from: openStatuses, by: it, to: ['same'] },
  'take-back': { from: ['needs-info', 'delivered'], by: it, to: ['new', 'in-progress'] },
  'link-issue': { from: openStatuses, by: it, to: ['same'] },
  'keep-decision': { from: everywhere, by: it, to: ['same'] },
  'edit-words': { from: everywhere, by: [...both, 'check-owner'], to: ['same'] },
  'take-back-words': { from: everywhere, by: [...both, 'check-owner'], to: ['same'] },
  comment: { from: everywhere, by: [...both, 'check-owner', 'broker'], to: ['same'] },
};

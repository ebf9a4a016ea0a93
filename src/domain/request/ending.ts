import { type DecisionsOf, personOf } from './decision.ts';
import { refused } from './refusal.ts';

/** Other ends, and words. */
export const ending: DecisionsOf<
  | 'withdraw'
  | 'merge'
  | 'absorb'
  | 'comment'
  | 'edit-words'
  | 'take-back-words'
  | 'keep-decision'
  | 'take-back'
  | 'link-issue'
> = {
  withdraw(_request, { words }) {
    return [{ type: 'RequestWithdrawn', words }];
  },

  merge(request, { into }) {
    return into === request.id ? refused('merge-into-itself') : [{ type: 'RequestMerged', into }];
  },

  absorb(request, { from, followers }) {
    return from === request.id
      ? refused('merge-into-itself')
      : [{ type: 'RequestAbsorbed', from, followers }];
  },

  comment(_request, { words, shared }) {
    return [{ type: 'CommentAdded', words, shared }];
  },

  'edit-words'(_request, { fact, words, shared }) {
    return [{ type: 'WordsEdited', fact, words, shared }];
  },

  'take-back-words'(_request, { fact, shared }) {
    return [{ type: 'WordsTakenBack', fact, shared }];
  },

  'keep-decision'(_request, { words }) {
    return [{ type: 'DecisionKept', words }];
  },

  'take-back'({ state }, _command, context) {
    const by = personOf(context);
    if (state.status === 'needs-info' && state.askedBy === by) return [{ type: 'QuestionTakenBack' }];
    if (state.status === 'delivered' && state.by === by) return [{ type: 'DeliveryTakenBack' }];
    return refused('not-yours-to-take-back');
  },

  'link-issue'(_request, { link }) {
    return [{ type: 'IssueLinked', link }];
  },
};

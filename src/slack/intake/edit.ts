import type { Intent } from '../../usecases/intent.ts';
import type { RequestView, ShownCriterion } from '../../usecases/request-view.ts';
import { writtenCriteria } from '../agreement/terms.ts';
import type { Modal } from '../conversation.ts';
import { section } from '../kit/blocks.ts';
import { oneLine } from '../kit/escape.ts';
import { type Fields, type Parsed, parseFields } from '../kit/fields.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { answersSchema, moreQuestions, questions } from './request-form.ts';

export function editModal(on: OnRequest): Modal {
  return modal(on, 'Until IT has decided you can change everything. IT sees what you changed.');
}

/** The same once more, because what it shows was changed while it was open. */
export function editAgainModal(on: OnRequest): Modal {
  return modal(on, 'This was changed meanwhile. Below is the newest version: please look once more.');
}

function modal({ view, metadata }: OnRequest, lead: string): Modal {
  const { brief, request } = view;
  return formModal({
    callback: 'request.edit',
    title: 'Edit the request',
    submit: 'Save',
    metadata,
    blocks: [
      section(lead),
      ...questions({ ...brief, neededBy: request.neededBy }),
      ...moreQuestions({
        impact: String(request.impact),
        urgency: String(request.urgency),
        own: criteriaIn(view).own,
      }),
    ],
  });
}

export function parseEdit(fields: Fields, { view, today, seen }: OnRequest): Parsed<Intent> {
  const { neededBy, headsUp } = view.request;
  const parsed = parseFields(answersSchema(today, neededBy), fields);
  const own = writtenCriteria(fields, 'marketing');
  if (!parsed.ok || !own.ok) {
    return { ok: false, errors: { ...(own.ok ? {} : own.errors), ...(parsed.ok ? {} : parsed.errors) } };
  }
  const { title, outcome, needed, link, impact, urgency } = parsed.value;
  const criteria = [...criteriaIn(view).given, ...own.value];
  return {
    ok: true,
    value: {
      type: 'edit',
      brief: { title: oneLine(title), outcome, link },
      ...{ impact, urgency, headsUp },
      terms: { criteria, date: needed, seen },
    },
  };
}

/** What the requester added, apart from what comes with the kind. */
function criteriaIn(view: RequestView): { given: ShownCriterion[]; own: ShownCriterion[] } {
  const { kind } = view.request;
  const standing = new Set(view.settings.kinds[kind].standing.map(({ side, text }) => `${side} ${text}`));
  const criteria = (view.proposed ?? view.inForce)?.criteria ?? [];
  const isOwn = ({ side, text }: ShownCriterion) => side === 'marketing' && !standing.has(`${side} ${text}`);
  return { given: criteria.filter((each) => !isOwn(each)), own: criteria.filter(isOwn) };
}

import { topics } from '../../domain/intake/topics.ts';
import type { Launch } from '../../domain/roadmap/launch.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import type { RequestView, ShownCriterion } from '../../usecases/request/request-view.ts';
import type { PickedLaunch } from '../../usecases/roadmap/launch-of.ts';
import { launchesToPick } from '../../usecases/roadmap/look-up-launch.ts';
import { criteriaInputs, writtenCriteria } from '../agreement/terms.ts';
import type { Modal } from '../conversation.ts';
import { section } from '../kit/blocks.ts';
import { oneLine } from '../kit/escape.ts';
import { errorsIn, type Fields, type Parsed, parseFields } from '../kit/fields.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { extraInputs, parseExtra } from './extra-questions.ts';
import { launchValue, readLaunch } from './launch-field.ts';
import { detailsIn, isTouched, questionsAbout, typedDegrees, typedDetails, unsureIn } from './questions.ts';
import { answersSchema, questions } from './request-form.ts';
import { readTool, toolInBrief } from './tool-field.ts';

export function editModal(on: OnRequest, launches: readonly Launch[] = []): Modal {
  return modal(on, launches, 'Until IT has decided you can change everything. IT sees what you changed.');
}

/** The same once more, because what it shows was changed while it was open. */
export function editAgainModal(on: OnRequest, launches: readonly Launch[]): Modal {
  const lead = 'This was changed meanwhile. Below is the newest version: please look once more.';
  return modal(on, launches, lead);
}

// Who it is for and who is informed are not edited: handing over and following are steps of their own.
const apart = new Set(['criteria', 'people']);

/** Those to come, and the one that it is for, even if that has passed. */
export async function launchesFor({ view, today }: OnRequest, desk: Desk): Promise<Launch[]> {
  const coming = await launchesToPick(desk, today);
  const own = view.launches.get(view.request.launch ?? '');
  return own && !coming.some(({ id }) => id === own.id) ? [own, ...coming] : coming;
}

function modal({ view, metadata }: OnRequest, launches: readonly Launch[], lead: string): Modal {
  const { brief, request, settings } = view;
  const typed: Fields = {
    ...typedDetails(brief.details ?? {}),
    ...{ title: brief.title, outcome: brief.outcome, link: brief.link, needed: request.neededBy },
    tool: toolInBrief(brief),
    launch: launchIn(view),
    ...typedDegrees(request, brief.details?.unsure),
  };
  const asked = new Set([
    ...settings.kinds[request.kind].questions,
    ...topics.filter((each) => isTouched(each, typed)),
  ]);
  return formModal({
    callback: 'request.edit',
    title: 'Edit the request',
    submit: 'Save',
    metadata,
    blocks: [
      section(lead),
      ...questions(typed, { dated: true, launches }),
      ...extraInputs(settings, request.kind, typed, { all: true }),
      ...[...asked].filter((topic) => !apart.has(topic)).flatMap((topic) => questionsAbout[topic](typed)),
      ...criteriaInputs('marketing', 'What else must be true when it is done?', criteriaIn(view).own),
    ],
  });
}

export function parseEdit(fields: Fields, { view, today, seen }: OnRequest): Parsed<Intent> {
  const { neededBy, headsUp } = view.request;
  const earlier = view.brief.details;
  const parsed = parseFields(answersSchema(today, { needed: neededBy, details: earlier }), fields);
  const own = writtenCriteria(fields, 'marketing');
  const { kind } = view.request;
  const extra = parseExtra(fields, view.settings, kind, { today, earlier: earlier?.extra });
  if (!parsed.ok || !own.ok || !extra.ok) return { ok: false, errors: errorsIn(own, extra, parsed) };
  const {
    title,
    outcome,
    needed,
    link,
    impact,
    urgency,
    tool: picked,
    launch: value,
    ...answers
  } = parsed.value;
  const launch = Object.hasOwn(fields, 'launch') ? readLaunch(value) : undefined;
  const { tool, name } = Object.hasOwn(fields, 'tool')
    ? readTool(picked)
    : { tool: view.brief.tool, name: null };
  const known = { ...answers, tool: name, unsure: unsureIn(fields), extra: extra.value };
  const details = { ...unasked(earlier ?? {}, fields), ...detailsIn(known) };
  const isAbsent = earlier === undefined && Object.keys(details).length === 0;
  return {
    ok: true,
    value: {
      type: 'edit',
      brief: {
        ...{ title: oneLine(title), outcome, link },
        ...(tool !== undefined && { tool }),
        ...(!isAbsent && { details }),
      },
      ...{ impact, urgency, headsUp },
      ...(launch !== undefined && { launch }),
      terms: {
        criteria: [...criteriaIn(view).given, ...own.value],
        date: dateIn(view, needed, launch),
        seen,
      },
    },
  };
}

function launchIn({ request, launches }: RequestView): string | null {
  const launch = launches.get(request.launch ?? '');
  return launch ? launchValue(launch) : null;
}

/** Whoever picks another launch and leaves the date as it was means the date of the launch. */
function dateIn(
  { request }: RequestView,
  needed: LocalDate | null,
  launch: PickedLaunch | null | undefined,
): LocalDate | null {
  if (!launch) return needed;
  const isOther = launch.id !== request.launch && needed === request.neededBy;
  return needed === null || isOther ? launch.date : needed;
}

/** What the window did not ask for stays as it was. */
function unasked(earlier: NonNullable<RequestView['brief']['details']>, fields: Fields) {
  const isAsked = (id: string) => id === 'extra' || Object.hasOwn(fields, id === 'unsure' ? 'impact' : id);
  return detailsIn(Object.fromEntries(Object.entries(earlier).filter(([id]) => !isAsked(id))));
}

/** What the requester added, apart from what comes with the kind. */
function criteriaIn(view: RequestView): { given: ShownCriterion[]; own: ShownCriterion[] } {
  const { kind } = view.request;
  const standing = new Set(view.settings.kinds[kind].standing.map(({ side, text }) => `${side} ${text}`));
  const criteria = (view.proposed ?? view.inForce)?.criteria ?? [];
  const isOwn = ({ side, text }: ShownCriterion) => side === 'marketing' && !standing.has(`${side} ${text}`);
  return { given: criteria.filter((each) => !isOwn(each)), own: criteria.filter(isOwn) };
}

import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { wishes } from '../../domain/intake/details.ts';
import { closedUntil } from '../../domain/intake/first-promises.ts';
import { type Topic, topics } from '../../domain/intake/topics.ts';
import { type RequestKind, requestKinds } from '../../domain/request/kind.ts';
import { priorityOf } from '../../domain/request/priority.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Launch } from '../../domain/roadmap/launch.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { targetInWords } from '../../domain/sla/business-time.ts';
import { policyFor } from '../../domain/sla/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { EarlierRequest } from '../../usecases/intake/ask-again.ts';
import type { WrittenCriterion } from '../../usecases/request/intent.ts';
import { criterionText } from '../agreement/definition.ts';
import type { Modal } from '../conversation.ts';
import { actions, button, context, input, richText, section } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import type { Fields } from '../kit/fields.ts';
import { fileInput, selectInput } from '../kit/inputs.ts';
import { limits, ours } from '../kit/limits.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal } from '../kit/modal.ts';
import { priorityName } from '../wording/plain-words.ts';
import { extraInputs } from './extra-questions.ts';
import { kindChoices } from './kind-choices.ts';
import { degreeOf, isKnown, isTouched, questionsAbout, textIn, toolQuestions } from './questions.ts';
import { questions } from './request-form.ts';

/** What the window knows about itself. What an older version of the app wrote is read, too. */
const openingSchema = z.strictObject({
  more: z.boolean(),
  /** The look before sending was shown: the next submit sends. */
  looked: z.boolean().default(false),
  /** The closed request that is asked for again. */
  again: z.string().max(64).nullable().default(null),
  /** The tools of the stack that the look showed. */
  owned: z.array(z.string().max(64)).max(10).default([]),
  /** What is to become of the tool that it was opened for. */
  wish: z.enum(wishes).nullable().default(null),
  /** The draft that what it holds was kept as. */
  draft: z.string().max(255).nullable().default(null),
});

export type Opening = z.infer<typeof openingSchema>;

/** As a window opens. */
export const untouched: Opening = openingSchema.parse({ more: false });

/** How the window was last shown; null if its metadata was altered. */
export function readOpening(metadata: string): Opening | null {
  return openingSchema.safeParse(parsedJson(metadata)).data ?? null;
}

export interface Scene {
  settings: Settings;
  now: Instant;
  opening: Opening;
  earlier: EarlierRequest | null;
  /** Those to come, of which one may be picked. */
  launches: readonly Launch[];
  /** What there is to see before it is sent; stands at the top. */
  look?: KnownBlock[];
}

/**
 * The window to ask for something, with what was typed so far. Its inputs keep their ids when the kind changes, so
 * Slack keeps what is in them.
 */
export function intakeModal(typed: Fields, scene: Scene): Modal {
  const { settings, opening, now, earlier, look = [] } = scene;
  const kind = requestKinds.find((each) => each === typed.kind) ?? null;
  const asked = topicsFor(kind, typed, scene);
  return formModal({
    callback: 'intake',
    title: look.length > 0 ? 'Before you send' : 'Ask for something',
    submit: 'Send',
    metadata: JSON.stringify(opening),
    blocks: [
      ...look,
      input('kind', 'What is it about?', selectInput(kindChoices(settings, kind), kind), {
        tells: 'intake.kind',
      }),
      ...(kind === 'broken' ? emergency(settings, now) : []),
      ...(kind === 'tool' ? toolQuestions(typed) : []),
      ...questions(typed, {
        dated: opening.more || textIn(typed, 'needed') !== null,
        tells: 'intake.needed',
        launches: scene.launches,
      }),
      input('files', 'Or a file', fileInput(), {
        optional: true,
        hint: 'Up to 10 MB. Larger ones can follow in the thread of your card.',
      }),
      ...extraInputs(settings, kind, typed, { all: opening.more }),
      ...asked.flatMap((topic) => questionsAbout[topic](typed, 'tells')),
      ...(opening.more ? [] : actions([button('More questions', 'intake.more', 'more')])),
      ...standingBlock(kind, settings, earlier),
      context(promiseIn(settings, kind, typed)),
    ].slice(0, limits.viewBlocks),
  });
}

/** All that the kind asks once "more" is open; before that what was touched, and for a fault how bad it is. */
function topicsFor(kind: RequestKind | null, typed: Fields, { settings, opening }: Scene): Topic[] {
  const ofKind = kind ? settings.kinds[kind].questions : [...topics];
  const touched = topics.filter((topic) => isTouched(topic, typed) && !ofKind.includes(topic));
  if (opening.more) return [...ofKind, ...touched];
  return [
    ...ofKind.filter((topic) => isTouched(topic, typed) || (kind === 'broken' && topic === 'impact')),
    ...touched,
  ];
}

/** Outside IT's hours whoever reports a fault learns at once when IT is back, and what to do if it cannot wait. */
function emergency({ hours, emergency: route }: Settings, now: Instant): KnownBlock[] {
  const opens = closedUntil(now, hours.it);
  if (opens === null) return [];
  const cannotWait = route ? ` If it cannot wait: ${inline(route, ours.passage)}` : '';
  return [section(`:clock3: IT is out of office and ${moment(opens, 'back')}.${cannotWait}`)];
}

/** What sending signs: nobody should sign what they were not shown. */
function standingBlock(
  kind: RequestKind | null,
  { kinds }: Settings,
  earlier: EarlierRequest | null,
): KnownBlock[] {
  if (!kind) return [];
  const taken = criteriaFrom(earlier, kind);
  const criteria = taken ?? kinds[kind].standing;
  if (criteria.length === 0) return [];
  const lines = criteria.map(
    (each) =>
      `\n○ ${criterionText(each, limits.inputText)} (${each.side === 'it' ? 'IT checks' : 'you check'})`,
  );
  const heading =
    taken && earlier ? `It is done when, as in ${requestKey(earlier.number)}` : 'It is done when';
  return [
    richText([
      { type: 'text', text: heading, style: { bold: true } },
      { type: 'text', text: lines.join('') },
    ]),
  ];
}

/** The earlier definition of done serves again only for the same kind of request. */
export function criteriaFrom(earlier: EarlierRequest | null, kind: RequestKind): WrittenCriterion[] | null {
  return earlier?.kind === kind && earlier.criteria.length > 0 ? earlier.criteria : null;
}

/** Priority is reckoned from the answers so far, never chosen, and what is promised follows it. */
function promiseIn(settings: Settings, kind: RequestKind | null, typed: Fields): string {
  const [impact, urgency] = [textIn(typed, 'impact'), textIn(typed, 'urgency')];
  const priority = priorityOf(degreeOf(impact), degreeOf(urgency));
  const { targets } = kind ? policyFor(settings, { kind, priority }) : settings;
  const reply = targetInWords(targets['first-response']);
  const decision = targetInWords(targets.decision);
  const why = isKnown(impact) && isKnown(urgency) ? '' : ' until you say more';
  return `Priority ${priorityName(priority)}${why}: IT replies within ${reply} and decides within ${decision}.`;
}

import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { type RequestKind, requestKinds } from '../../domain/request/kind.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { targetInWords } from '../../domain/sla/business-time.ts';
import { policyFor } from '../../domain/sla/policy.ts';
import { writtenCriteria } from '../agreement/terms.ts';
import type { Modal } from '../conversation.ts';
import { actions, button, context, input, richText } from '../kit/blocks.ts';
import { literal } from '../kit/escape.ts';
import type { Fields } from '../kit/fields.ts';
import { radioInput, selectInput } from '../kit/inputs.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal } from '../kit/modal.ts';
import { moreQuestions, questions } from './request-form.ts';

/** Where marketing is with a tool: it decides whether anything is asked of IT yet. */
export const whereWithTool = ['looking', 'want', 'bought'] as const;

const openingSchema = z.strictObject({ more: z.boolean() });

/** How the window was last shown; null if its metadata was altered. */
export function readOpening(metadata: string): { more: boolean } | null {
  return openingSchema.safeParse(parsedJson(metadata)).data ?? null;
}

/**
 * The window to ask for something, with what was typed so far. Its inputs keep their ids when the kind changes, so
 * Slack keeps what is in them.
 */
export function intakeModal(typed: Fields, settings: Settings, { more }: { more: boolean }): Modal {
  const kind = requestKinds.find((each) => each === typed.kind) ?? null;
  // Whoever reports a fault is asked at once how bad it is: the priority decides when IT looks.
  const own = writtenCriteria(typed, 'marketing');
  const shows = more || kind === 'broken';
  return formModal({
    callback: 'intake',
    title: 'Ask for something',
    submit: 'Send',
    metadata: JSON.stringify({ more }),
    blocks: [
      input('kind', 'What is it about?', selectInput(kindChoices(settings), kind), { tells: 'intake.kind' }),
      ...(kind === 'tool' ? [whereInput(textIn(typed, 'where'))] : []),
      ...questions({
        title: textIn(typed, 'title'),
        outcome: textIn(typed, 'outcome'),
        neededBy: textIn(typed, 'needed'),
        link: textIn(typed, 'link'),
      }),
      ...(shows
        ? moreQuestions({
            impact: textIn(typed, 'impact'),
            urgency: textIn(typed, 'urgency'),
            own: own.ok ? own.value : [],
          })
        : actions([button('More questions', 'intake.more', 'more')])),
      ...standingBlock(kind, settings),
      context(promiseIn(settings, kind)),
    ],
  });
}

function kindChoices({ kinds }: Settings) {
  return requestKinds.map((value) => ({ value, text: kinds[value].name, line: kinds[value].line }));
}

function whereInput(initial: string | null) {
  return input(
    'where',
    'Where are you with it?',
    radioInput(
      [
        { value: 'looking', text: 'Just looking', line: 'A heads-up: IT knows, and does nothing yet' },
        { value: 'want', text: 'We want it', line: 'IT looks at it and decides' },
        { value: 'bought', text: 'We have bought it', line: 'IT helps to make it safe and useful' },
      ],
      initial ?? 'want',
    ),
  );
}

/** What sending signs: nobody should sign what they were not shown. */
function standingBlock(kind: RequestKind | null, { kinds }: Settings): KnownBlock[] {
  if (!kind || kinds[kind].standing.length === 0) return [];
  const lines = kinds[kind].standing.map(
    ({ side, text }) => `\n○ ${literal(text)} (${side === 'it' ? 'IT checks' : 'you check'})`,
  );
  return [
    richText([
      { type: 'text', text: 'It is done when', style: { bold: true } },
      { type: 'text', text: lines.join('') },
    ]),
  ];
}

/** For the middle priority: which one it is, is reckoned from the answers once they are sent. */
function promiseIn(settings: Settings, kind: RequestKind | null): string {
  const { targets } = kind ? policyFor(settings, { kind, priority: 3 }) : settings;
  const reply = targetInWords(targets['first-response']);
  const decision = targetInWords(targets.decision);
  return `IT usually replies within ${reply} and decides within ${decision}.`;
}

function textIn(fields: Fields, id: string): string | null {
  const held = fields[id];
  return typeof held === 'string' ? held : null;
}

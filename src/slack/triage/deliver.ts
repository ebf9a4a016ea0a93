import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import type { EvidenceKind } from '../../domain/agreement/definition-of-done.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import type { ShownCriterion } from '../../usecases/request/request-view.ts';
import { boxGroups, chosenIn } from '../agreement/boxes.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { cut } from '../kit/cut.ts';
import { oneLine } from '../kit/escape.ts';
import { errorsIn, type Fields, optional, type Parsed, parseFields } from '../kit/fields.ts';
import { textInput } from '../kit/inputs.ts';
import { mention } from '../kit/mention.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { isWebLink } from '../wording/request-blocks.ts';

export function deliverModal({ view, metadata }: OnRequest): Modal {
  const its = view.inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
  return formModal({
    callback: 'request.deliver',
    title: 'Finish and deliver',
    submit: 'Deliver',
    metadata,
    blocks: [
      section(`Then it is ${mention(view.request.requester)}’s turn to check it.`),
      ...boxGroups('done', 'IT checks', its, ({ ticked }) => ticked),
      ...its.flatMap(evidenceInput),
      input('words', 'A word to go with it', textInput({ multiline: true }), {
        optional: true,
        hint: 'Where to find it, what to try first.',
      }),
    ],
  });
}

const asks: Record<EvidenceKind, { label: string; hint: string }> = {
  link: { label: 'Link', hint: 'Where it can be seen.' },
  screenshot: { label: 'Link to a screenshot', hint: 'Such as the link of a file in Slack.' },
  number: { label: 'Number', hint: 'What was measured, with its unit.' },
};

/** Whoever checks sees what is given here, or that nothing was: a tick alone is never held up. */
function evidenceInput({ id, text, evidence, shown }: ShownCriterion): InputBlock[] {
  if (!evidence) return [];
  const { label, hint } = asks[evidence];
  const heading = `${label}: ${cut(oneLine(text), mostOfLabel)}`;
  return [
    input(`shown-${id}`, heading, textInput({ most: mostEvidence, initial: shown }), {
      optional: true,
      hint,
    }),
  ];
}

const mostOfLabel = 100;
const mostEvidence = 500;
const schema = z.object({ words: optional() });

export function parseDeliver(fields: Fields, { view }: Pick<OnRequest, 'view'>): Parsed<Intent> {
  const parsed = parseFields(schema, fields);
  const ticked = chosenIn(fields, 'done');
  const evidence: Record<string, string> = {};
  const errors: Record<string, string> = {};
  for (const { id, evidence: kind } of view.inForce?.criteria ?? []) {
    const given = fields[`shown-${id}`];
    if (!kind || typeof given !== 'string') continue;
    const fault = faultOf(kind, given) ?? (ticked.includes(id) ? null : 'Please tick it above, too.');
    if (fault) errors[`shown-${id}`] = fault;
    evidence[id] = given;
  }
  if (!parsed.ok || Object.keys(errors).length > 0) {
    return { ok: false, errors: { ...errors, ...errorsIn(parsed) } };
  }
  return { ok: true, value: { type: 'deliver', words: parsed.value.words, ticked, evidence } };
}

function faultOf(kind: EvidenceKind, given: string): string | null {
  if (kind === 'number') return /\d/.test(given) ? null : 'Please give a number, such as “1.8 s”.';
  return isWebLink(given) ? null : 'Please give a link that begins with https://.';
}

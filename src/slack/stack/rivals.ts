import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import { categories } from '../../domain/stack/category.ts';
import { noticeOn } from '../../domain/stack/contract.ts';
import type { OverlapReason } from '../../domain/stack/overlap.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { ToolView } from '../../usecases/stack/look-up-tool.ts';
import type { Modal } from '../conversation.ts';
import { actions, input, menu, section } from '../kit/blocks.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal } from '../kit/modal.ts';
import { inDays, owner } from './words.ts';

/** What may do the same job, why it is thought so, and a way to say that both are needed. */
export function rivalBlocks({ tool, rivals, today }: ToolView): KnownBlock[] {
  if (rivals.length === 0) return [];
  const choices = rivals.map(({ tool: other }) => ({
    text: `${other.name} too`,
    value: JSON.stringify({ tool: tool.id, other: other.id }),
  }));
  return [
    section('*May do the same job*'),
    ...rivals.map(({ tool: other, reasons }) => {
      const notice = noticeOn(other);
      const ends = notice ? ` · notice by ${day(notice)}${inDays(notice, today)}` : '';
      const owned = `business owner ${owner(other.businessOwner)}`;
      return section(`*${inline(other.name, ours.name)}* · ${owned}${ends}\n${why(reasons, other)}`);
    }),
    ...actions(menu('We need both, because…', 'stack.keep', choices)),
  ];
}

/** What speaks for it, as a sentence. */
export function why(reasons: readonly OverlapReason[], { category }: Tool): string {
  const parts = reasons.map((reason) => {
    switch (reason.why) {
      case 'category':
        return `both are for ${categories[category].name}`;
      case 'jobs':
        return `both do ${reason.jobs.join(', ')}`;
      case 'words':
        return `both say ${reason.words
          .slice(0, 4)
          .map((word) => `“${inline(word, 30)}”`)
          .join(', ')}`;
      case 'integrations':
        return `both exchange data with ${reason.tools.length === 1 ? 'one tool' : `${reason.tools.length} tools`}`;
      default:
        return assertNever(reason);
    }
  });
  return `Because ${parts.join('; ')}.`;
}

const pairSchema = z.strictObject({ tool: z.string().min(1).max(64), other: z.string().min(1).max(64) });

/** Null if somebody altered it. */
export function readPair(text: string): { tool: string; other: string } | null {
  return pairSchema.safeParse(parsedJson(text)).data ?? null;
}

export function keepForm(metadata: string, one: string, other: string): Modal {
  return formModal({
    callback: 'stack.keep',
    title: 'Keep both',
    submit: 'Keep both',
    metadata,
    blocks: [
      section(`*${inline(one, ours.name)}* and *${inline(other, ours.name)}*`),
      input('because', 'We need both, because', textInput({ multiline: true, most: 500 }), {
        hint: 'It is not asked again until notice for one of them is sixty days ahead.',
      }),
    ],
  });
}

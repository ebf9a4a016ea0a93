import type { KnownBlock } from '@slack/types';
import type { PersonId } from '../../domain/person.ts';
import { type Ownership, ownershipSchema, responsibleFor } from '../../domain/request/responsibility.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { context } from '../kit/blocks.ts';
import { cut } from '../kit/cut.ts';
import { inline, oneLine } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';

const headings: Record<keyof Ownership, string> = {
  pays: 'paid by',
  ownsCode: 'code belongs to',
  ownsData: 'data belongs to',
};

/** Who decides and who does it, who pays, and whose it will be; nothing before any of it is on the record. */
export function responsibilityBlocks({ request, ownership, settings }: RequestView): KnownBlock[] {
  if (request.decides === null && ownership === null) return [];
  const { decides, does } = responsibleFor(request, settings.leads);
  const line = [
    ...whoInWords(decides, does),
    ...ownershipInWords(ownership ?? {}).map((words) => inline(words, ours.name * 2)),
  ];
  return [context(line.join(' · '))];
}

function whoInWords(decides: PersonId | null, does: PersonId | null): string[] {
  if (decides && decides === does) return [`${mention(decides)} decides and does it`];
  return [...(decides ? [`${mention(decides)} decides`] : []), ...(does ? [`${mention(does)} does it`] : [])];
}

/** A kept document in words, a line each; null if nothing is in it, or it is no longer kept. */
export function ownershipSaid(document: string | null): string | null {
  if (document === null) return null;
  return ownershipInWords(ownershipSchema.parse(JSON.parse(document))).join('\n') || null;
}

/** "paid by marketing", each of what is known, as plain text. */
function ownershipInWords(ownership: Ownership): string[] {
  return Object.entries(headings).flatMap(([key, heading]) => {
    const value = ownership[key as keyof Ownership];
    return value === undefined ? [] : [`${heading} ${cut(oneLine(value), ours.name)}`];
  });
}

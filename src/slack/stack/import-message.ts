import type { KnownBlock } from '@slack/types';
import type { Desk } from '../../usecases/desk.ts';
import type { Told } from '../../usecases/saying/outbox.ts';
import type { ImportState, ImportSummary } from '../../usecases/stack/stack-import-ports.ts';
import type { Message } from '../conversation.ts';
import { actions, button, context, quote, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';

/** What a file would change in the stack, what is wrong with it, or that it is done; null where that is over by now. */
export async function importMessage(
  { store }: Desk,
  { id, state }: Extract<Told, { topic: 'stack-import' }>,
): Promise<Message | null> {
  const found = await store.stackImport(id);
  if (found?.state !== state) return null;
  const { summary, file } = found;
  const text = headline(state, inline(file.name, ours.name), summary);
  return {
    text,
    blocks: [
      section(text),
      ...(summary && state !== 'done' ? details(summary) : []),
      ...buttons(id, state, summary),
    ],
  };
}

function headline(state: ImportState, name: string, summary: ImportSummary | null): string {
  const { added = 0, changed = 0, unchanged = 0, faults = 0 } = summary ?? {};
  const counts = `${count(added)} new, ${count(changed)} changed, ${count(unchanged)} unchanged`;
  switch (state) {
    case 'faulty':
      return `Nothing was imported: ${faults === 1 ? 'one cell' : `${count(faults)} cells`} of *${name}* cannot be taken as they are.`;
    case 'shown':
      return added + changed === 0
        ? `The stack is as *${name}* says already.`
        : `*${name}* would change the stack: ${counts}. Tools that are not in it stay as they are.`;
    case 'done':
      return `*${name}* is in the stack: ${counts}.`;
    case 'unreadable':
      return `*${name}* could not be read. Please upload it once more.`;
    case 'asked':
    case 'wanted':
      return `*${name}* is being read.`;
  }
}

function details({ lines, faults, added, changed, ignored }: ImportSummary): KnownBlock[] {
  const rest = (faults > 0 ? faults : added + changed) - lines.length;
  return [
    ...(lines.length > 0 ? [quote(lines.join('\n'), ours.linePassage)] : []),
    ...(rest > 0 ? [context(`… and ${count(rest)} more`)] : []),
    ...(ignored.length > 0
      ? [
          context(
            `Columns that the stack does not have are left out: ${inline(ignored.join(', '), ours.title)}`,
          ),
        ]
      : []),
  ];
}

function buttons(id: string, state: ImportState, summary: ImportSummary | null): KnownBlock[] {
  const changes = (summary?.added ?? 0) + (summary?.changed ?? 0);
  if (state !== 'shown' || changes === 0) return [];
  const label = changes === 1 ? 'Import the change' : `Import ${count(changes)} changes`;
  return actions([button(label, 'stack.import', id, { style: 'primary' })]);
}

function count(number: number): string {
  return number.toLocaleString('en');
}

import type { OverlapReason } from '../../domain/stack/overlap.ts';
import { overlapsWith } from '../../domain/stack/overlap.ts';
import { isCurrent, type Tool } from '../../domain/stack/tool.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { Told } from '../../usecases/saying/outbox.ts';
import type { Message } from '../conversation.ts';
import { actions, context, menu, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { why } from './rivals.ts';
import { owner } from './words.ts';

/** Tools of somebody that may do the same job as others; null if none does any more. */
export async function overlapMessage(
  { store, workspace }: Desk,
  { pairs, more }: Extract<Told, { topic: 'overlaps' }>,
): Promise<Message | null> {
  const tools = await store.allTools(workspace);
  const shown = pairs.flatMap(([oneId, otherId]) => {
    const [one, other] = [oneId, otherId].map((id) => tools.find((tool) => tool.id === id));
    if (!one || !other || !isCurrent(one) || !isCurrent(other)) return [];
    const found = overlapsWith(one.id, tools).find((each) => each.tools[1] === other.id);
    return found ? [{ one, other, reasons: found.reasons }] : [];
  });
  if (shown.length === 0) return null;
  const text =
    shown.length + more === 1
      ? 'Two tools of the stack may do the same job.'
      : `${shown.length + more} pairs of tools may do the same job.`;
  return {
    text,
    blocks: [
      section(text),
      ...shown.map((pair) => section(pairInWords(pair))),
      ...(more > 0 ? [context(`… and ${more} more. Each tool’s window shows its own.`)] : []),
      ...actions(
        menu(
          'Open a tool…',
          'stack.show',
          [
            ...new Map(
              shown.flatMap(({ one, other }) => [one, other]).map((tool) => [tool.id, tool]),
            ).values(),
          ].map(({ id, name }) => ({ text: name, value: id })),
        ),
      ),
      context(
        'If both are needed, say so in the window of one of them: then nobody is asked until a renewal.',
      ),
    ],
  };
}

function pairInWords({ one, other, reasons }: { one: Tool; other: Tool; reasons: OverlapReason[] }): string {
  const names = [one, other].map(
    ({ name, businessOwner }) => `*${inline(name, ours.name)}* (${owner(businessOwner)})`,
  );
  return `${names.join(' and ')}\n${why(reasons, other)}`;
}

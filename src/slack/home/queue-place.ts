import { z } from 'zod';
import { requestKinds } from '../../domain/request/kind.ts';
import { type QueuePlace, queueLists, queueOrders } from '../../domain/request/queue.ts';

/** A place in the queue as the value of a button or an option, so that each says where it leads. */

const none = '-';

export function placeAsValue({ list, page, kind, priority, order, assignee }: QueuePlace): string {
  return [list, page, kind ?? none, priority ?? none, order ?? none, assignee ?? none].join(' ');
}

function orNone<Schema extends z.ZodType>(schema: Schema) {
  return z.union([z.literal(none).transform(() => null), schema]);
}

const parts = z.tuple([
  z.enum(queueLists),
  z.coerce.number().int().min(0).max(100_000),
  orNone(z.enum(requestKinds)),
  orNone(
    z
      .enum(['1', '2', '3', '4'])
      .transform(Number)
      .pipe(z.literal([1, 2, 3, 4])),
  ),
  orNone(z.enum(queueOrders)),
  orNone(z.templateLiteral([z.string().min(1), '/', z.string().min(1)])),
]);

/** Null if it was altered, or if another version of the app wrote it. */
export function placeIn(value: string): QueuePlace | null {
  const parsed = parts.safeParse(value.split(' '));
  if (!parsed.success) return null;
  const [list, page, kind, priority, order, assignee] = parsed.data;
  return { list, page, kind, priority, order, assignee };
}

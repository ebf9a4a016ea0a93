import { isFields, textOf } from '../json.ts';
import { limits } from './limits.ts';
import { always, fault, object, type Rule, text } from './rules.ts';

const uniqueBlockId: Rule = (value, pointer, scan) => {
  if (!isFields(value) || typeof value.block_id !== 'string') return;
  const { block_id: id } = value;
  if (scan.blockIds.has(id)) fault(scan, `${pointer}/block_id`, `block_id "${id}" already exists`);
  scan.blockIds.add(id);
};

/** A block with these fields; its block_id is its own in the payload, the action_ids in it are unique within it. */
export function block(
  needed: Record<string, Rule>,
  optional: Record<string, Rule> = {},
  ...further: Rule[]
): Rule {
  const fields = object(
    { type: always, ...needed },
    { block_id: text(limits.blockId), ...optional },
    uniqueBlockId,
    ...further,
  );
  return (value, pointer, scan) => {
    scan.actionIds.clear();
    fields(value, pointer, scan);
  };
}

/** At most so many of this block in one payload. */
export function atMost(most: number): Rule {
  return (value, pointer, scan) => {
    const type = isFields(value) ? textOf(value.type) : '';
    const count = (scan.counts.get(type) ?? 0) + 1;
    scan.counts.set(type, count);
    if (count === most + 1) fault(scan, pointer, `no more than ${most} ${type} blocks allowed`);
  };
}

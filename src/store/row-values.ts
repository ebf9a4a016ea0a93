import { z } from 'zod';

/** Columns that several tables share, parsed where a row is read. */
export const personColumn = z.templateLiteral([z.string(), '/', z.string()]);
export const instantColumn = z.int();
export const flagColumn = z.literal([0, 1]).transform((flag) => flag === 1);

export function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}

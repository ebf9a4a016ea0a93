import { z } from 'zod';
import { type Size, sizes } from '../request/kind.ts';
import type { Month } from './month.ts';

export const sizeCountsSchema = z.record(z.enum(sizes), z.int().min(0).max(999));

/** How many requests of each size. */
export type SizeCounts = z.infer<typeof sizeCountsSchema>;

/** What IT's lead says IT can do in a month, and in which months it is something else. */
export const capacitySchema = z.strictObject({
  /** Null until it was stated. */
  usual: sizeCountsSchema.nullable(),
  months: z.record(
    z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-11'),
    sizeCountsSchema,
  ),
});

export type Capacity = z.infer<typeof capacitySchema>;

export const noCapacity: Capacity = { usual: null, months: {} };

export function capacityIn({ usual, months }: Capacity, month: Month): SizeCounts | null {
  return months[month] ?? usual;
}

export function sameCounts(one: SizeCounts | null, other: SizeCounts | null): boolean {
  return sizes.every((size) => one?.[size] === other?.[size]);
}

/** What is accepted for a month, beside what IT can do in it. */
export interface MonthLoad {
  month: Month;
  accepted: SizeCounts;
  /** Null while nobody has stated it. */
  capacity: SizeCounts | null;
}

export function loadOf(
  months: readonly Month[],
  accepted: readonly { month: Month; size: Size; count: number }[],
  capacity: Capacity,
): MonthLoad[] {
  return months.map((month) => {
    const counts: SizeCounts = { S: 0, M: 0, L: 0 };
    for (const row of accepted) if (row.month === month) counts[row.size] += row.count;
    return { month, accepted: counts, capacity: capacityIn(capacity, month) };
  });
}

/** The sizes of which more is accepted than was stated as possible. */
export function overbooked({ accepted, capacity }: MonthLoad): Size[] {
  return capacity ? sizes.filter((size) => accepted[size] > capacity[size]) : [];
}

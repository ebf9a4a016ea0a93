import { z } from 'zod';
import type { LocalDate } from '../../domain/time.ts';
import type { Reading } from '../ports.ts';

/** A launch as somebody picked it: with the date that it had on their screen. */
export const pickedLaunchSchema = z.object({ id: z.string().max(64), date: z.iso.date() });

export type PickedLaunch = z.infer<typeof pickedLaunchSchema>;

/**
 * A wish's launch and date as they are now: a launch that was moved meanwhile takes along what had its date, and one
 * that was cancelled gives none.
 */
export async function launchNow(
  reading: Reading,
  workspace: string,
  picked: PickedLaunch,
  date: LocalDate | null,
): Promise<{ launch: string | null; date: LocalDate | null }> {
  const launch = await reading.launch(picked.id);
  if (launch?.workspace !== workspace || launch.cancelled) return { launch: null, date };
  return { launch: launch.id, date: date === null || date === picked.date ? launch.date : date };
}

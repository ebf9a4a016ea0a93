import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { settingsSchema } from '../domain/settings/settings.ts';
import { overlappingHours } from '../domain/sla/calendar.ts';
import type { Desk } from '../usecases/desk.ts';
import { moveCards } from '../usecases/saying/card-places.ts';
import { standingTouched } from '../usecases/settings/change-standing.ts';
import { UsageError } from './usage-error.ts';

/**
 * `settings export` gives the newest settings as JSON; `settings import FILE` checks a file and keeps it as the next
 * version. Returns what to print. Throws UsageError.
 */
export async function settingsCommand(
  words: readonly string[],
  { store, clock, newId, fixed }: Pick<Desk, 'store' | 'clock' | 'newId' | 'fixed'>,
): Promise<string> {
  const [verb, file] = words;
  const workspace = await store.workspace();
  if (!workspace) {
    throw new UsageError(
      'This database has no workspace yet: start the app once, then its settings can be read.',
    );
  }
  const stored = await store.settings(workspace.id);
  if (verb === 'export') return JSON.stringify(stored?.document, null, 2);
  if (verb !== 'import' || !file) {
    throw new UsageError('Usage: npm run settings -- export, or npm run settings -- import FILE');
  }
  const document = parseSettings(await readFile(file, 'utf8').catch(() => null), file);
  const touched = stored ? standingTouched(stored.document, document) : [];
  if (touched.length > 0) {
    throw new UsageError(
      `${file} changes what "done" means for ${touched.join(', ')}. Both leads do that together: /martech-request done in Slack.`,
    );
  }
  const version = (stored?.version ?? 0) + 1;
  await store.write(async (transaction) => {
    await transaction.addSettings(workspace.id, {
      ...{ version, document },
      ...{ changedBy: null, changedAt: clock.now() },
    });
    await moveCards({ workspace: workspace.id, fixed, newId, clock }, transaction);
  });
  return `Settings of "${workspace.name}" are now version ${version}.`;
}

function parseSettings(text: string | null, file: string) {
  if (text === null) throw new UsageError(`${file} cannot be read.`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = settingsSchema.safeParse(json);
  if (!parsed.success) throw new UsageError(`${file} needs mending:\n${z.prettifyError(parsed.error)}`);
  const { hours } = parsed.data;
  for (const side of ['marketing', 'it', 'checks'] as const) {
    const calendar = hours[side];
    const [overlap] = calendar ? overlappingHours(calendar) : [];
    if (overlap) {
      const place = ['hours', side, ...overlap.path].join('.');
      throw new UsageError(`${file} needs mending:\n${overlap.message}\n  at ${place}`);
    }
  }
  return parsed.data;
}

import { type Settings, settingsSchema } from './settings.ts';

/**
 * What somebody changed since they saw the settings, in what these have become meanwhile. Where two changed the same,
 * the last one counts; a list is one thing.
 */
export function mergedSettings(newest: Settings, seen: Settings, changed: Settings): Settings {
  return settingsSchema.parse(merged(newest, seen, changed));
}

function merged(newest: unknown, seen: unknown, changed: unknown): unknown {
  if (JSON.stringify(seen) === JSON.stringify(changed)) return newest;
  if (!isRecord(newest) || !isRecord(seen) || !isRecord(changed)) return changed;
  const names = new Set([...Object.keys(newest), ...Object.keys(changed)]);
  return Object.fromEntries(
    [...names]
      .map((name) => [name, merged(newest[name], seen[name], changed[name])])
      .filter(([, value]) => value !== undefined),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

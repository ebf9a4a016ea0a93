import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Kept with each migration, so that an older app can name the version that a newer database needs. */
export const appVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version;

import type { KnownBlock } from '@slack/types';
import type { Hurry } from '../../../domain/intake/hurry.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Found } from '../../../usecases/intake/look-before-sending.ts';
import type { FoundSecret } from '../../kit/secrets.ts';
import type { Asked } from '../parse-intake.ts';

/** What a look before sending has to go by. */
export interface Looked {
  asked: Asked;
  /** A word that names a time without naming a day; null if there is none, or a day was picked. */
  hurry: Hurry | null;
  secrets: FoundSecret[];
  found: Found;
  settings: Settings;
  now: Instant;
  /** The reader's. */
  zone: string;
}

/** One subject of the look: pure. None of its blocks, and it is not there. */
export interface LookSection {
  /** Whether this alone is worth keeping somebody from sending; false where it only keeps others company. */
  isReason: boolean;
  blocks(looked: Looked): KnownBlock[];
}

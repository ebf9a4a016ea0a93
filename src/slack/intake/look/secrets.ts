import { secretWarning } from '../../kit/secrets.ts';
import type { LookSection } from './section.ts';

/** What looks as if it had better not be sent. */
export const secretsSection: LookSection = {
  isReason: true,
  blocks: ({ secrets }) => secretWarning(secrets),
};

import type { KnownBlock } from '@slack/types';
import { context } from '../kit/blocks.ts';
import { alikeSection } from './look/alike.ts';
import { checksSection } from './look/checks.ts';
import { freezeSection } from './look/freeze.ts';
import { hurrySection } from './look/hurry.ts';
import { ownedSection } from './look/owned.ts';
import { promiseSection } from './look/promise.ts';
import { secretsSection } from './look/secrets.ts';
import type { Looked, LookSection } from './look/section.ts';

/** The look before sending, from the top. What a section has to go by is in `Looked`. */
const sections: readonly LookSection[] = [
  secretsSection,
  alikeSection,
  ownedSection,
  hurrySection,
  freezeSection,
  checksSection,
  promiseSection,
];

/** What a person sees once before a request is sent; nothing if there is no reason to stop. */
export function lookBlocks(looked: Looked): KnownBlock[] {
  const shown = sections.map(({ isReason, blocks }) => ({ isReason, blocks: blocks(looked) }));
  if (!shown.some(({ isReason, blocks }) => isReason && blocks.length > 0)) return [];
  return [
    ...shown.flatMap(({ blocks }) => blocks),
    context('“Send” sends it as it stands below.'),
    { type: 'divider' },
  ];
}

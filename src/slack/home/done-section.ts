import type { KnownBlock } from '@slack/types';
import { pendingStanding } from '../../domain/agreement/standing.ts';
import { requestKinds } from '../../domain/request/kind.ts';
import { type Standing, versionsOf } from '../../usecases/settings/change-standing.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { kindName } from '../wording/plain-words.ts';

/** What both leads hold every request of a kind to, in a line each; the whole is behind the button. */
export function doneSection({ settings, versions, leads }: Standing): KnownBlock[] {
  const lines = requestKinds.map((kind) => {
    const { standing } = settings.kinds[kind];
    const pending = pendingStanding(versionsOf(versions, kind));
    const waits = pending && leads && leads !== pending.proposedFor ? ' · *a change waits for your yes*' : '';
    const count = standing.length === 1 ? '1 criterion' : `${standing.length} criteria`;
    return `${inline(kindName(kind, settings), ours.name)} · ${count}${pending && !waits ? ' · a change is suggested' : waits}`;
  });
  return [
    { type: 'divider' },
    section('*What “done” means*'),
    context(lines.join('\n')),
    ...actions([button('Read it…', 'standing.show', 'all')]),
  ];
}

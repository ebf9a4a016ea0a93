import type { KnownBlock } from '@slack/types';
import { requestKey } from '../../domain/request/request-key.ts';
import type { RequestLine } from '../../usecases/request/request-line.ts';
import { actions, menu } from '../kit/blocks.ts';
import { limits } from '../kit/limits.ts';

/** One menu for all that is listed: a button beside each line would need a name of its own in Slack. */
export function openMenu(listed: readonly RequestLine[]): KnownBlock[] {
  const lines = new Map(listed.map((line) => [line.request.id, line]));
  const choices = [...lines.values()].slice(0, limits.selectOptions).map(({ request, title }) => ({
    text: `${requestKey(request.number)} · ${title}`,
    value: request.id,
  }));
  return actions(menu('Open a request…', 'home.show', choices));
}

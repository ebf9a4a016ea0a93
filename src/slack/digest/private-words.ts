import type { KnownBlock } from '@slack/types';
import type { DigestView } from '../../usecases/digest/view-digest.ts';
import { actions, button, context } from '../kit/blocks.ts';
import { mention } from '../kit/mention.ts';

/** Under the leads' own copy: who reads it, and the way to publish it. */
export function privateWords({ digest, settings }: DigestView): KnownBlock[] {
  const { published, week } = digest;
  const { channel } = settings.digest;
  if (published)
    return [context(`${mention(published.by)} has published it${channel ? ` in <#${channel}>` : ''}.`)];
  if (!channel) {
    return [
      context('Only the two leads read this. To publish it, pick a channel with `/martech-request setup`.'),
    ];
  }
  return [
    context(`Only the two leads read this, until one of you publishes it in <#${channel}>.`),
    ...actions([
      button('Publish it', 'digest.publish', week, {
        style: 'primary',
        confirm: {
          title: 'Publish this page?',
          text: 'Everybody in the digest’s channel can read it then. It stays there.',
          yes: 'Publish',
          no: 'Not yet',
        },
      }),
    ]),
  ];
}

import { secretIn } from '../../domain/intake/secrets.ts';
import type { Desk } from '../desk.ts';
import type { Reply } from './reply.ts';

/**
 * What looks like a secret in marketing's words stays where it is until its author says that it is none, or takes it
 * out. True if it was held back.
 */
export async function holdBack(desk: Desk, reply: Reply): Promise<boolean> {
  const { channel, ts, threadTs, person, words, files, cause } = reply;
  const secret = secretIn(words);
  if (secret === null) return false;
  const { workspace } = desk;
  await desk.store.write(async (transaction) => {
    if (await transaction.handled(workspace, cause)) return;
    const at = desk.clock.now();
    await transaction.holdReply({
      workspace,
      channel,
      ts,
      threadTs,
      author: person,
      words,
      files: [...files],
    });
    const place = { channel, ts, threadTs, recipient: person };
    await transaction.announce([
      {
        id: desk.newId(),
        workspace,
        subject: { kind: 'prompt', about: 'held-reply', ...place, secret },
        at,
      },
    ]);
    await transaction.remember(workspace, cause, 'held back', at);
  });
  desk.log.info({ secret, cause }, 'a reply was held back');
  return true;
}

/** Nothing of what was held back stays with us. */
export async function forgetHeld(desk: Desk, { channel, ts }: Pick<Reply, 'channel' | 'ts'>): Promise<void> {
  if (!(await desk.store.heldReply(desk.workspace, channel, ts))) return;
  await desk.store.write((transaction) => transaction.releaseReply(desk.workspace, channel, ts));
}

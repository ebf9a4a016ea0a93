import { channelFor } from '../../domain/settings/routing.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import type { Transaction } from '../ports.ts';
import { askedOf } from './card-places.ts';
import { channelFaults, type OutboxEntry } from './outbox.ts';

/** A line whose card could not be posted waits for the same repair. */
export const mendable = [...channelFaults, 'no-card', 'no-digest-channel'] as const;

/**
 * Tells whoever looks after the desk that IT's channel cannot be written to, and the leads as well if it is the
 * digest's: once for each fault and channel.
 */
export async function reportUnsaid(
  desk: Desk,
  transaction: Transaction,
  { lane, subject }: Pick<OutboxEntry, 'lane' | 'subject'>,
  reason: string,
): Promise<void> {
  const fault = channelFaults.find((each) => each === reason);
  if (!fault || (lane !== 'triage' && lane !== 'digest')) return;
  const settings = await settingsInForce(desk, transaction);
  const keeper = (await transaction.workspace())?.installer;
  const leads = await leadsInForce(transaction, settings);
  if (lane === 'digest') {
    const told = new Set([keeper ?? null, leads.marketing, leads.it].filter((person) => person !== null));
    const subject = { kind: 'report', fault, channel: settings.digest.channel, of: 'digest' } as const;
    await transaction.announce(
      [...told].map((recipient) => ({
        ...{ id: desk.newId(), workspace: desk.workspace, at: desk.clock.now() },
        subject: { ...subject, recipient },
      })),
    );
    return;
  }
  const recipient = keeper ?? leads.it;
  if (!recipient) return;
  const request = 'request' in subject ? await transaction.request(subject.request) : null;
  const channel = request
    ? channelFor(await askedOf(transaction, request, settings), settings)
    : settings.triageChannel;
  await transaction.announce([
    {
      id: desk.newId(),
      workspace: desk.workspace,
      subject: { kind: 'report', fault, channel, recipient },
      at: desk.clock.now(),
    },
  ]);
}

/** Says once more what could not be said, in the hope that somebody has mended the reason. Returns how much it is. */
export async function retryUnsaid(
  { workspace, clock }: Pick<Desk, 'workspace' | 'clock'>,
  transaction: Transaction,
): Promise<number> {
  return transaction.reviveOutbox(workspace, mendable, clock.now());
}

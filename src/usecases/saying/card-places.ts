import { briefSchema } from '../../domain/request/brief.ts';
import type { Request } from '../../domain/request/request.ts';
import { type Asked, channelFor } from '../../domain/settings/routing.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import type { Reading, Transaction } from '../ports.ts';
import type { MessageLocation } from '../records.ts';

const requestsRead = 200;

/** What the rules look at. The words of a request are read only where a rule asks for a tool. */
export async function askedOf(
  reading: Pick<Reading, 'words'>,
  { kind, brief }: Pick<Request, 'kind' | 'brief'>,
  { routing }: Pick<Settings, 'routing'>,
): Promise<Asked> {
  if (!routing.some(({ tool }) => tool)) return { kind, tool: null };
  const words = (await reading.words([brief])).get(brief);
  const { details } = words === undefined ? {} : briefSchema.parse(JSON.parse(words));
  return { kind, tool: details?.tool ?? null };
}

/** Wants the card of every open request that stands elsewhere than it should; it moves when it is said. */
export async function moveCards(
  desk: Pick<Desk, 'workspace' | 'fixed' | 'newId' | 'clock'>,
  transaction: Transaction,
): Promise<number> {
  const { workspace } = desk;
  const settings = await settingsInForce(desk, transaction);
  let moved = 0;
  for (let offset = 0; ; offset += requestsRead) {
    const requests = await transaction.openRequests(workspace, { limit: requestsRead, offset });
    for (const request of requests) {
      const place = await transaction.cardLocation(request.id, 'triage-card', null);
      const channel = channelFor(await askedOf(transaction, request, settings), settings);
      if (!place || !channel || place.channel === channel) continue;
      const subject = { kind: 'upsert', purpose: 'triage-card', request: request.id } as const;
      await transaction.announce([{ id: desk.newId(), workspace, subject, at: desk.clock.now() }]);
      moved += 1;
    }
    if (requests.length < requestsRead) return moved;
  }
}

/** Keeps where a message of ours stands. A card that stood elsewhere until now says where it went. */
export async function keepPlace(
  desk: Pick<Desk, 'newId' | 'clock'>,
  transaction: Transaction,
  location: MessageLocation,
): Promise<void> {
  const { request, workspace } = location;
  const at = desk.clock.now();
  const earlier = location.purpose === 'triage-card' ? await transaction.triageCards(request) : [];
  await transaction.saveLocation(location);
  for (const { channel, ts } of earlier) {
    if (channel === location.channel && ts === location.ts) continue;
    await transaction.supersedeLocation(workspace, channel, ts, at);
    const subject = { kind: 'upsert', purpose: 'moved-card', request, channel, ts } as const;
    await transaction.announce([{ id: desk.newId(), workspace, subject, at }]);
  }
}

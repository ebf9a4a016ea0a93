import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../clock.ts';
import { personId } from '../../domain/person.ts';
import { defaultSettings } from '../../domain/settings/default-settings.ts';
import { isZone } from '../../domain/sla/zone.ts';
import type { Log } from '../../usecases/desk.ts';
import type { Store } from '../../usecases/ports.ts';
import type { Workspace } from '../../usecases/records.ts';
import { type CallFailure, failureOf } from './web-api-error.ts';

/** It cannot be said which workspace this is, or it is not the database's: nothing may start. */
export class WrongWorkspace extends Error {
  override name = 'WrongWorkspace';
}

/**
 * Says which workspace the token and the database belong to, and writes it down at the first start. When Slack cannot
 * be reached the stored answer serves, so that a restart needs no network. Throws WrongWorkspace.
 */
export async function identify(options: {
  client: WebClient;
  store: Store;
  clock: Clock;
  log: Log;
}): Promise<Workspace> {
  const { client, store, clock, log } = options;
  const stored = await store.workspace();
  const token = await ask(client);
  if (!token.ok) {
    if (stored && token.failure.kind !== 'refused') {
      log.warn({ failure: token.failure }, 'Slack cannot be reached; starting with what is known');
      return stored;
    }
    throw new WrongWorkspace(whyNot(token.failure));
  }
  if (stored) {
    if (stored.id === token.workspace.id) return stored;
    throw new WrongWorkspace(
      `This database belongs to the workspace "${stored.name}" (${stored.id}), but the token is of ` +
        `"${token.workspace.name}" (${token.workspace.id}): set DATABASE_URL to another database.`,
    );
  }
  const owner = await primaryOwner(client, log);
  const workspace = { ...token.workspace, installer: owner ? personId(token.workspace.id, owner.id) : null };
  const zone = owner?.zone && isZone(owner.zone) ? owner.zone : 'UTC';
  await store.write(async (transaction) => {
    await transaction.saveWorkspace(workspace);
    await transaction.addSettings(workspace.id, {
      version: 1,
      document: defaultSettings(zone),
      changedBy: null,
      changedAt: clock.now(),
    });
  });
  return workspace;
}

function whyNot(failure: CallFailure): string {
  if (failure.kind === 'refused') {
    return `Slack does not accept SLACK_BOT_TOKEN (${failure.error}): install the app again and copy the new token.`;
  }
  const why = failure.kind === 'rate-limited' ? 'it asks to come back later' : failure.error;
  return `Slack could not be asked whose token this is (${why}): check the network and SLACK_API_URL, then start again.`;
}

async function ask(client: WebClient) {
  try {
    const { team_id, team, user_id } = await client.auth.test();
    if (!team_id || !user_id) throw new Error('auth.test named no workspace');
    return { ok: true as const, workspace: { id: team_id, name: team ?? team_id, botUserId: user_id } };
  } catch (error) {
    return { ok: false as const, failure: failureOf(error) };
  }
}

/** Stands in for the leads until they are named, and knows the workspace's zone. */
async function primaryOwner(
  client: WebClient,
  log: Log,
): Promise<{ id: string; zone: string | null } | null> {
  try {
    let cursor: string | undefined;
    do {
      const page = await client.users.list({ limit: 200, ...(cursor && { cursor }) });
      const owner = page.members?.find((member) => member.is_primary_owner);
      if (owner?.id) return { id: owner.id, zone: owner.tz ?? null };
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor);
  } catch (error) {
    log.warn({ error: String(error) }, 'the workspace’s owner could not be read');
  }
  return null;
}

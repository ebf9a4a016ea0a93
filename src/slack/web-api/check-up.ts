import type { WebClient } from '@slack/web-api';
import type { Settings } from '../../domain/settings/settings.ts';
import { type FixedSettings, withFixed } from '../../usecases/desk.ts';
import { bad, type Finding, good } from '../../usecases/settings/check-up.ts';
import { failureOf } from './web-api-error.ts';

/** What the app cannot do without; `manifest.yml` asks for them. */
const neededScopes = [
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'reactions:read',
  'users:read',
] as const;

/** Asks Slack for the token, its scopes and the channels that the desk uses. */
export async function checkSlack(
  client: WebClient,
  settings: Settings,
  fixed: FixedSettings,
): Promise<Finding[]> {
  const { triageChannel, digest, routing } = withFixed(settings, fixed);
  const routed = [...new Set(routing.flatMap(({ channel }) => channel ?? []))];
  return [
    ...(await checkToken(client)),
    ...(triageChannel ? [await checkChannel(client, 'IT’s channel', triageChannel)] : []),
    ...(await Promise.all(
      routed.map((channel) => checkChannel(client, `${channel}, where some requests go,`, channel)),
    )),
    ...(digest.channel ? [await checkChannel(client, 'the digest’s channel', digest.channel)] : []),
  ];
}

async function checkToken(client: WebClient): Promise<Finding[]> {
  try {
    const { team, response_metadata: { scopes } = {} } = await client.auth.test();
    const missing = neededScopes.filter((scope) => !scopes?.includes(scope));
    return [
      good(`the token is good for ${team ?? 'its workspace'}`),
      missing.length === 0
        ? good('it has every scope it needs')
        : bad(
            `scopes are missing: ${missing.join(', ')}`,
            'paste manifest.yml once more and install the app again',
          ),
    ];
  } catch (error) {
    return [bad(`Slack does not answer: ${wordsFor(error)}`, 'check SLACK_BOT_TOKEN and the network')];
  }
}

async function checkChannel(client: WebClient, name: string, id: string): Promise<Finding> {
  try {
    const { channel } = await client.conversations.info({ channel: id });
    if (channel?.is_archived) return bad(`${name} is archived`, 'bring it back or choose another channel');
    return channel?.is_member
      ? good(`the app is in ${name}`)
      : bad(`the app is not in ${name}`, 'invite it there: /invite @MarTech Broker');
  } catch (error) {
    return bad(
      `${name} cannot be read: ${wordsFor(error)}`,
      'invite the app there, or choose another channel',
    );
  }
}

function wordsFor(error: unknown): string {
  const failure = failureOf(error);
  return 'error' in failure ? failure.error : failure.kind;
}

import { describe, expect, test } from 'vitest';
import { EnvironmentFaults, readEnvironment } from '../../src/config/environment.ts';

const socket = { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_APP_TOKEN: 'xapp-test' };

function faultsOf(variables: Record<string, string>): string[] {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (error instanceof EnvironmentFaults) return error.message.split('\n').slice(1);
    throw error;
  }
  return [];
}

describe('how Slack is reached', () => {
  test.each([
    ['nothing is set', {}, 'sandbox'],
    ['variables are empty', { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' }, 'sandbox'],
    ['there is an app token', socket, 'socket'],
    [
      'there is a signing secret',
      { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'a-signing-secret' },
      'http',
    ],
    ['there are both', { ...socket, SLACK_SIGNING_SECRET: 'a-signing-secret' }, 'socket'],
  ])('when %s', (_when, variables, mode) => {
    expect(readEnvironment(variables).connection.mode).toBe(mode);
  });

  test('the sandbox has a database of its own', () => {
    expect(readEnvironment({}).config.databaseUrl).toBe('file:data/sandbox.db');
    expect(readEnvironment(socket).config.databaseUrl).toBe('file:data/broker.db');
  });
});

describe('faults', () => {
  test('all are listed at once, each with its remedy', () => {
    expect(
      faultsOf({
        SLACK_BOT_TOKEN: 'xoxp-wrong',
        SLACK_APP_TOKEN: 'xapp-test',
        SLACK_API_URL: 'https://example.com/slack',
        DATABASE_URL: 'mysql://x',
        PORT: 'eighty',
        LOG_LEVEL: 'loud',
        TRIAGE_CHANNEL: '#it-triage',
        IT_USERGROUP: '@it',
        BACKUPS_KEPT: 'a few',
      }),
    ).toMatchInlineSnapshot(`
      [
        "  SLACK_BOT_TOKEN must begin with xoxb-: copy it from the app's page, OAuth & Permissions",
        "  SLACK_API_URL must end in /api/, such as https://slack.com/api/",
        "  DATABASE_URL must be file:path/to/broker.db or postgres://user@host/database",
        "  PORT must be a port number such as 3000 (got "eighty")",
        "  LOG_LEVEL must be debug, info, warn, error or silent",
        "  TRIAGE_CHANNEL must be a channel id such as C0123ABCD (got "#it-triage"): copy it from the channel's details in Slack",
        "  IT_USERGROUP must be a user group id such as S0123ABCD (got "@it"): copy it from the user group's menu in Slack",
        "  BACKUPS_KEPT must be a number of days such as 7, or 0 for no backups (got "a few")",
      ]
    `);
  });

  test.each([
    ['a bot token alone', { SLACK_BOT_TOKEN: 'xoxb-test' }],
    ['an app token alone', { SLACK_APP_TOKEN: 'xapp-test' }],
    ['no tokens in production', { NODE_ENV: 'production' }],
  ])('%s', (_what, variables) => {
    expect(faultsOf(variables)).toMatchSnapshot();
  });
});

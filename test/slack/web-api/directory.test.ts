import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { createClock } from '../../../src/clock.ts';
import { personId } from '../../../src/domain/person.ts';
import { startSandbox } from '../../../src/sandbox/sandbox.ts';
import { createClients } from '../../../src/slack/web-api/clients.ts';
import { createDirectory } from '../../../src/slack/web-api/directory.ts';
import { mondayMorning } from '../../support/broker.ts';
import { freshStore } from '../../support/fresh-store.ts';
import { quietLogger } from '../../support/quiet-logger.ts';
import { until } from '../../support/until.ts';

const manifest = readFileSync(new URL('../../../manifest.yml', import.meta.url), 'utf8');
const itTeam = 'S00ITTEAM';
const minute = 60_000;

/** The directory of an app whose Slack is the sandbox; `warnings` are what it logs. */
async function openDirectory() {
  const clock = createClock(Date.now, mondayMorning);
  const delivery = { mode: 'socket' } as const;
  const sandbox = await startSandbox({ clock, manifest, delivery, rateLimits: false });
  onTestFinished(() => sandbox.close());
  const warnings: string[] = [];
  const quiet = () => {};
  const warn = (_facts: object, message: string) => void warnings.push(message);
  const { teamId: workspace, botToken, apiUrl: slackApiUrl } = sandbox;
  const directory = createDirectory({
    ...{ workspace, clock, store: await freshStore(undefined, clock.now) },
    client: createClients({ botToken, slackApiUrl, logger: quietLogger }).interactive,
    log: { debug: quiet, info: quiet, warn, error: quiet },
    itIs: async () => ({ usergroup: itTeam, triageChannel: null }),
  });
  const idOf = (name: string) => personId(workspace, sandbox.person(name).id);
  return { sandbox, clock, directory, warnings, idOf };
}

test('while Slack cannot say who is in a group, those who were last known are in it', async () => {
  const { sandbox, clock, directory, warnings } = await openDirectory();
  const { groups } = directory;
  await groups?.learn(itTeam);
  const known = groups?.known(itTeam) ?? [];
  expect(known.length).toBeGreaterThan(0);

  sandbox.control({ fault: { kind: 'error', method: 'usergroups.users.list', code: 'internal_error' } });
  clock.moveBy(5 * minute);
  expect(groups?.known(itTeam)).toEqual(known);
  await until(() => warnings.length > 0);
  expect(warnings).toEqual(['who is in a group that owns checks could not be read']);
  expect(groups?.known(itTeam)).toEqual(known);

  await groups?.learn('S0UNKNOWN');
  expect(groups?.known('S0UNKNOWN')).toEqual([]);
});

test('what fails while older answers still serve is in the log', async () => {
  const { sandbox, clock, directory, warnings, idOf } = await openDirectory();
  const ines = idOf('ines');
  expect(await directory.standingOf(ines)).toMatchObject({ isMember: true, isIt: true });

  sandbox.control({ fault: { kind: 'error', method: '*', code: 'internal_error' } });
  clock.moveBy(5 * minute);
  expect(await directory.standingOf(ines)).toMatchObject({ isMember: true, isIt: true });
  await until(() => warnings.length > 1);
  expect(warnings.toSorted()).toEqual(['a profile could not be read', 'who is in IT could not be read']);

  clock.moveBy(60 * minute);
  expect(await directory.standingOf(ines)).toMatchObject({ isMember: false, isIt: false });
});

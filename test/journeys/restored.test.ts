import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupsOf } from '../../src/store/backup/backups.ts';
import { faultIn } from '../../src/store/backup/soundness.ts';
import { type Broker, openBroker } from '../support/broker.ts';
import { freshFolder } from '../support/fresh-folder.ts';
import { until } from '../support/until.ts';
import { ask, sent, triageCardOf } from './asking.ts';
import { everyMessage, expectLaws } from './simulation/laws.ts';

const fiveMinutes = 5 * 60_000;
const at = (text: string) => Date.parse(`2026-${text}:00Z`);

async function quiet(broker: Broker): Promise<void> {
  const { sandbox, clock } = broker;
  await sandbox.idle();
  await until(async () => {
    const next = await broker.store.nextAlertAt();
    const isSwept = next === null || next > clock.now();
    const morningsDone = (await broker.store.morningsDoneUntil(sandbox.teamId)) ?? 0;
    if (morningsDone < clock.now() - fiveMinutes) return false;
    const waiting = [...(await broker.store.unfinishedEvents(1)), ...(await broker.store.openOutbox(1))];
    return isSwept && waiting.length === 0;
  });
  await sandbox.idle();
}

/** Whatever anybody can read, without what an edit changes. */
function everything(broker: Broker): string[] {
  return everyMessage(broker).map(({ channel, ts }) => `${channel} ${ts}`);
}

test('a backup of last week is restored: what was said since then is not said again, and work goes on', async () => {
  const database = join(freshFolder(), 'broker.db');
  const broker = await openBroker({ databaseUrl: `file:${database}` });
  const { sandbox, clock } = broker;
  const [mia, ben, ines] = [sandbox.person('mia'), sandbox.person('ben'), sandbox.person('ines')];
  await ask(mia, 'Webinar form');
  await (await triageCardOf(ines, 'Webinar form')).react('eyes');
  await quiet(broker);

  // While the copy is made, two cards wait to be said.
  sandbox.control({ fault: { kind: 'rate-limit', method: 'chat.postMessage', retryAfter: '30', times: 2 } });
  await ben.slash('/martech-request', 'Price list');
  const modal = await ben.modal('Ask for something');
  await modal.fill({ kind: 'A change' });
  await sent(modal.submit());
  await until(
    async () => (await broker.store.openOutbox(9)).filter(({ error }) => error !== null).length === 2,
  );
  const backups = backupsOf(database);
  const backup = await backups.make(null, clock.now(), () => {});

  // A week goes by: the two cards, another request, mornings, alerts, a digest.
  clock.moveBy(30_000);
  await quiet(broker);
  await ask(mia, 'After the copy');
  await quiet(broker);
  for (const instant of ['03-03T09:30', '03-05T09:30', '03-09T09:30']) {
    clock.moveBy(at(instant) - clock.now());
    await quiet(broker);
  }
  const before = everything(broker);
  const texts = everyMessage(broker).map(({ text }) => text);
  expect(texts.join('\n')).toContain('The week of Mar 2');
  expect(texts.filter((text) => /waits? on you/.test(text)).length).toBeGreaterThan(2);
  expect(texts.filter((text) => text.includes('Late: a decision'))).toHaveLength(3);

  await broker.reopen(() => void backups.restore(backup, clock.now()));
  await until(async () => (await broker.store.digestWeeks(sandbox.teamId)).newest === '2026-W11');
  await quiet(broker);
  expect(everything(broker)).toEqual(before);
  expect(faultIn(database, 'whole')).toBeNull();
  // What was asked after the copy is gone, and whatever is shown says so.
  expect(await broker.store.requestByNumber(sandbox.teamId, 3)).toBeNull();
  expect(
    everyMessage(broker)
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('2 requests came in');

  await expectLaws(broker);
  // Its card still says MR-3, so no other request is called that.
  await ask(ben, 'And on it goes');
  await quiet(broker);
  expect(await broker.store.requestByNumber(sandbox.teamId, 103)).not.toBeNull();
});

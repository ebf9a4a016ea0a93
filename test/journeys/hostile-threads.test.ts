import { expect, test } from 'vitest';
import { fieldsOf } from '../../src/sandbox/json.ts';
import { openBroker } from '../support/broker.ts';
import { ask, triageCardOf } from './asking.ts';

test('what threads and links carry is shown as text: nothing pings, reorders, unfolds or leads astray', async () => {
  const { sandbox, store } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  const hers = await ask(mia, 'Landing page', { link: 'file:///etc/passwd' });
  const card = await triageCardOf(ines, 'Landing page');
  expect(JSON.stringify(card.blocks())).not.toContain('"type":"link"');

  await hers.reply(
    '<!channel> \u202Ereversed\u200B \u0000<javascript:alert(1)|our bank> http://169.254.169.254/x',
    {
      files: [{ name: 'pay\u202Efdp.exe', content: 'x' }],
    },
  );
  const line = await ines.waitForMessage({ in: '#it-triage', matching: 'reversed', threadOf: card });
  await card.waitUntil((each) => each.thread().some((reply) => reply.files().length > 0));
  const shown = JSON.stringify([line.blocks(), line.text()]);
  expect(shown).not.toMatch(/<!channel>|\u202E|\u200B|"type":"link"/);
  expect(line.plain()).toContain('📎 payfdp.exe');
  expect(card.thread().flatMap((reply) => reply.files())).toEqual(['payfdp.exe']);

  const request = await store.requestByNumber(sandbox.teamId, 1);
  const [kept] = await store.attachments(request?.id ?? '');
  expect(kept?.name).toBe('payfdp.exe');
  const posts = sandbox.log().filter(({ name }) => name === 'chat.postMessage');
  expect(posts.length).toBeGreaterThan(0);
  const unfolding = posts.flatMap(({ payload }) => {
    const { unfurl_links: links, unfurl_media: media } = fieldsOf(payload);
    return [String(links), String(media)];
  });
  expect(new Set(unfolding)).toEqual(new Set(['false']));
});

import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { engines } from '../support/fresh-store.ts';
import { sent, triageCardOf } from './asking.ts';

const hidden = ['\u0000', '\u200B', '\u202E'];

test.each(engines)(
  'hostile and endless words become a readable request, on $engine',
  async ({ freshUrl }) => {
    const { sandbox, store } = await openBroker({ transport: 'http', databaseUrl: await freshUrl() });
    const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
    const accented = 'e\u0301'.repeat(30);
    await mia.slash('/martech-request', `Poster \u202Egnp.exe\u200B \u0000${accented}`);
    const modal = await mia.modal('Ask for something');
    const outcome = `<!channel> <https://evil.example|https://bank.example> ${'👩‍🚀'.repeat(570)} \uD83D`;
    await modal.fill({ kind: 'A change', outcome, link: 'javascript:alert(document.cookie)' });
    await modal.click('More questions');
    await modal.waitUntil((each) => each.fields().some(({ blockId }) => blockId === 'measure'));
    const criteria = Array.from({ length: 20 }, (_, at) => `Line ${at} ${'ö'.repeat(120)}`).join('\n');
    await modal.fill({ systems: 'http://169.254.169.254/latest', 'marketing-0': criteria, measure: '   ' });
    await sent(modal.submit());

    const card = await triageCardOf(ines, 'Poster');
    const [message] = sandbox.messages('#it-triage');
    const shown = JSON.stringify(message?.blocks);
    expect(card.plain()).toContain(`gnp.exe ${accented.normalize()}`.slice(0, 8));
    expect(JSON.parse(shown)).toEqual(message?.blocks);
    const sentText = [message?.text, shown].join('');
    expect([sentText.isWellFormed(), hidden.filter((each) => sentText.includes(each))]).toEqual([true, []]);
    expect(card.plain()).toContain(`Poster gnp.exe ${accented}`);
    expect(shown).not.toContain('"url":"javascript:');
    expect(shown).not.toContain('"url":"http://169');
    expect(shown).not.toContain('<!channel>');
    expect(card.plain()).toContain('javascript:alert(document.cookie)');
    expect(card.plain()).toContain('…');

    await ines.slash('/martech-request', 'show MR-1');
    const whole = await ines.modal('MR-1');
    expect(whole.plain().split('👩‍🚀')).toHaveLength(571);
    const request = await store.requestByNumber(sandbox.teamId, 1);
    const brief = JSON.parse((await store.words([request?.brief ?? ''])).get(request?.brief ?? '') ?? '{}');
    expect(brief.details).toEqual({
      systems: 'http://169.254.169.254/latest',
      unsure: ['impact', 'urgency'],
    });
  },
);

test('what cannot be taken is said beside its field, in the window, and nothing is sent', async () => {
  const { sandbox, store } = await openBroker();
  const mia = sandbox.person('mia');
  await mia.slash('/martech-request', '');
  const modal = await mia.modal('Ask for something');
  await modal.fill({ kind: 'A change', title: '\u200B \u202E', needed: '2026-03-01' });
  expect(await modal.submit()).toEqual({
    errors: {
      'What do you need?': 'Please say in a few words what you need.',
      'Needed by': 'That day has passed. Please pick today or a later one.',
    },
  });
  await modal.fill({ title: '👩‍🚀'.repeat(26), needed: '9999-12-31' });
  expect(await modal.submit()).toEqual({
    errors: { 'Needed by': 'Please pick a day within the next 5 years.' },
  });
  await modal.fill({ title: '👩‍🚀'.repeat(27), needed: '2026-03-09' });
  expect(await modal.submit()).toHaveProperty('errors');
  await modal.fill({ title: '👩‍🚀'.repeat(26) });
  await sent(modal.submit());
  expect((await store.requestByNumber(sandbox.teamId, 1))?.neededBy).toBe('2026-03-09');
});

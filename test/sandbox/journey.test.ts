import { afterEach, describe, expect, test } from 'vitest';
import { type Desk, httpDesk, socketDesk } from './desk-app.ts';

let desk: Desk;
afterEach(async () => {
  expect(desk.sandbox.violations).toEqual([]);
  await desk.close();
});

/** The smallest desk: a command opens a modal, its submission posts a card, a button and a reaction change it. */
function wire({ app }: Desk): void {
  app.command('/desk', async ({ ack, body, client, command }) => {
    if (command.text === 'help') return ack('Ask with /desk.');
    await ack();
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'ask',
        title: { type: 'plain_text', text: 'Ask' },
        submit: { type: 'plain_text', text: 'Send' },
        blocks: [
          {
            type: 'input',
            block_id: 'what',
            label: { type: 'plain_text', text: 'What do you need?' },
            element: { type: 'plain_text_input', action_id: 'text', initial_value: command.text || 'x' },
          },
        ],
      },
    });
  });
  app.view('ask', async ({ ack, view, client, body }) => {
    const text = view.state.values.what?.text?.value ?? '';
    if (text.length < 5) return ack({ response_action: 'errors', errors: { what: 'Say a little more.' } });
    await ack();
    await client.chat.postMessage({
      channel: body.user.id,
      text,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `*${text}* by <@${body.user.id}>` } },
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'take', text: { type: 'plain_text', text: 'Take it' } }],
        },
      ],
    });
  });
  app.action('take', async ({ ack, respond }) => {
    await ack();
    await respond({
      replace_original: true,
      text: 'taken',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Taken.' } }],
    });
  });
  app.event('reaction_added', async ({ event, client }) => {
    await client.chat.postMessage({
      channel: event.item.channel,
      thread_ts: event.item.ts,
      text: `saw ${event.reaction}`,
    });
  });
}

describe.each([
  ['Socket Mode', socketDesk],
  ['signed HTTP', httpDesk],
])('a small app over %s', (_name, start) => {
  test('walks from command to card to button to reaction', async () => {
    desk = await start();
    wire(desk);
    const mia = desk.sandbox.person('mia');

    expect((await mia.slash('/desk', 'help'))?.text()).toBe('Ask with /desk.');
    expect(await mia.slash('/desk', 'hi')).toBeUndefined();
    const modal = await mia.modal('Ask');
    expect(await modal.submit()).toEqual({ errors: { 'What do you need?': 'Say a little more.' } });
    await modal.fill({ 'What do you need?': 'A form & <more>' });
    expect(await modal.submit()).toEqual({ closed: true });

    const card = await mia.waitForMessage({ matching: 'by @mia' });
    expect(card.buttons()).toEqual(['Take it']);
    await card.react('eyes');
    expect((await mia.waitForMessage({ threadOf: card })).text()).toBe('saw eyes');
    await card.click('Take it');
    await card.waitUntil((shown) => shown.plain() === 'Taken.');
    await desk.sandbox.idle();
  });
});

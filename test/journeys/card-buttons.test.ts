import { expect, test } from 'vitest';
import { z } from 'zod';
import { dayMs } from '../../src/domain/time.ts';
import { elementsIn } from '../../src/sandbox/block-kit/inputs.ts';
import type { MessageCard } from '../../src/sandbox/driver/message-card.ts';
import type { Person } from '../../src/sandbox/driver/person.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { agreementRoutes } from '../../src/slack/agreement/routes.ts';
import type { intakeRoutes } from '../../src/slack/intake/routes.ts';
import type { triageRoutes } from '../../src/slack/triage/routes.ts';
import { openBroker } from '../support/broker.ts';
import { ask, sent, triageCardOf } from './asking.ts';

const itChecks = ['It is live, and the way back is known', 'If it breaks, IT is told before marketing is'];
const tracked = 'Consent is asked before anything is tracked, and a test visit is counted';

/** Stories in which every button of the two cards is pressed once and does what it says. */
interface Story {
  is: string;
  tell(): Promise<Sandbox>;
}

async function open(title: string, answers: Record<string, string> = {}) {
  const { sandbox, clock } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  const hers = await ask(mia, title, { needed: '2026-03-20', ...answers });
  return { sandbox, clock, mia, ines, hers, card: await triageCardOf(ines, title) };
}

/** The other card may still be on its way to how things are. */
async function press(card: MessageCard, button: string) {
  await card.waitUntil((each) => each.buttons().includes(button));
  await card.click(button);
}

async function fillIn(
  who: Person,
  card: MessageCard,
  button: string,
  fields: Record<string, string | string[]>,
) {
  await press(card, button);
  const modal = await who.modal();
  await modal.fill(fields);
  await sent(modal.submit());
}

const shows = (card: MessageCard, words: string) => card.waitUntil((each) => each.plain().includes(words));

const otherWay: Story = {
  is: 'another way is suggested, kept out, suggested again and taken',
  async tell() {
    const { sandbox, mia, ines, hers, card } = await open('Survey tool');
    const other = { instead: 'The forms we have', why: 'Costs nothing, saves two weeks' };
    await fillIn(ines, card, 'Suggest another way…', other);
    await shows(hers, 'The forms we have');
    await fillIn(mia, hers, 'Keep my request…', { words: 'They cannot branch.' });
    await shows(card, 'With IT');
    await fillIn(ines, card, 'Suggest another way…', { ...other, instead: 'The forms, with branches' });
    await shows(hers, 'The forms, with branches');
    await press(hers, 'Do it that way');
    await shows(card, 'With IT');
    expect(card.plain()).toContain('The forms, with branches');
    return sandbox;
  },
};

const contested: Story = {
  is: 'a decline reads what it means first; contested once, IT’s lead has it decided again',
  async tell() {
    const { sandbox, mia, ines, hers, card } = await open('Chat widget');
    const omar = sandbox.person('omar');
    await fillIn(ines, card, 'Decline…', {
      ...{ reason: 'Not now', words: 'You can start in May.', detail: 'The freeze ends on 30 April.' },
    });
    await shows(hers, 'Closed');
    expect(hers.plain()).toMatch(/You can start in May\.\s+The freeze ends on 30 April\./);
    await fillIn(mia, hers, 'Ask IT’s lead to look again…', { objection: 'The fair is in April.' });
    await shows(card, 'With IT’s lead');
    await press(card, 'Decide about it…');
    await ines.waitForEphemeral(/lead/);
    const his = omar.looksAt(card);
    await fillIn(omar, his, 'Decide about it…', { ruling: 'IT decides again', words: 'The fair counts.' });
    await card.waitUntil((each) => each.buttons().includes('Accept…'));
    await shows(hers, 'With IT');
    return sandbox;
  },
};

const noted: Story = {
  is: 'a heads-up: IT joins the call; it is noted, and asked for when it is time',
  async tell() {
    const looking = { kind: 'A tool', where: 'Just looking', vendorCall: '2026-03-10' };
    const { sandbox, mia, hers, card } = await open('Event app', looking);
    await press(card, 'I’ll join the call');
    await mia.waitForMessage({ in: 'dm', matching: 'I’ll join the call', threadOf: hers });
    await press(card, 'Note it');
    await shows(hers, 'Closed');
    await press(hers, 'Ask for it now');
    await shows(hers, 'With IT');
    return sandbox;
  },
};

const heldUp: Story = {
  is: 'given back, held for either, taken off hold, and an answer that goes on',
  async tell() {
    const { sandbox, mia, ines, hers, card } = await open('Price table');
    await press(card, 'Take it');
    await shows(hers, 'taken by @ines');
    await press(card, 'Give it back');
    await shows(hers, 'nobody yet');

    const held = { meaning: 'It may be a week later.', reason: 'The price list.', review: '2026-03-09' };
    await fillIn(ines, card, 'Hold…', { ...held, party: 'Marketing' });
    await shows(hers, 'With you');
    expect(hers.plain()).toMatch(/It may be a week later\.\s+The price list\./);
    await press(hers, 'It can go on');
    await shows(card, 'With IT');
    await fillIn(ines, card, 'Hold…', { ...held, party: 'Someone outside', name: 'Acme' });
    await shows(card, 'With Acme');
    await press(card, 'Take it off hold');
    await shows(card, 'With IT');

    await fillIn(ines, card, 'Ask…', { question: 'Which countries?' });
    await shows(hers, 'With you');
    await hers.reply('Germany');
    await shows(hers, 'With IT');
    await press(hers, 'I have more to add');
    await shows(card, 'With marketing');
    await hers.reply('And Austria');
    await mia.looksAt(hers).waitUntil((each) => each.plain().includes('With IT'));
    return sandbox;
  },
};

const dropped: Story = {
  is: 'a change to what was agreed is suggested and dropped; withdrawn, and asked again',
  async tell() {
    const { sandbox, ines, mia, hers, card } = await open('Footer');
    await fillIn(ines, card, 'Accept…', { size: 'S' });
    await shows(hers, 'Being worked on');
    await fillIn(mia, hers, 'Suggest a change…', { date: '2026-03-27' });
    await card.waitUntil((each) => each.buttons().includes('Agree'));
    await press(hers, 'Drop the change');
    await card.waitUntil((each) => !each.buttons().includes('Agree'));
    await press(hers, 'Withdraw');
    await shows(card, 'Closed');
    await fillIn(mia, hers, 'Ask again…', { needed: '2026-04-20' });
    await triageCardOf(ines, 'MR-2');
    return sandbox;
  },
};

const handedOver: Story = {
  is: 'the menu of both cards: handed over, and a person given',
  async tell() {
    const { sandbox, mia, ines, hers, card } = await open('Logo wall');
    await card.choose('request.more', 'Give it to someone…');
    const to = await ines.modal('Give it to');
    await to.fill({ to: 'tom' });
    await sent(to.submit());
    await shows(hers, 'taken by @tom');
    await hers.choose('request.more', 'Hand it over…');
    const handing = await mia.modal('Hand it over');
    await handing.fill({ to: 'ben' });
    await sent(handing.submit());
    await shows(card, 'Asked by @ben');
    return sandbox;
  },
};

const tried: Story = {
  is: 'answered, edited, signed; delivered and sent back; confirmed, opened again, confirmed and looked back at',
  async tell() {
    const { sandbox, clock, mia, ines, hers, card } = await open('Price page', {
      outcome: 'More visits',
    });
    await fillIn(ines, card, 'Ask…', { question: 'Which countries?' });
    await shows(hers, 'With you');
    await fillIn(mia, hers, 'Answer…', { answer: 'Germany' });
    await shows(card, 'With IT');
    await fillIn(mia, hers, 'Edit…', { title: 'Price page for the fair', lookOn: '2026-03-04' });
    await shows(card, 'Price page for the fair');
    await fillIn(ines, card, 'Accept…', { size: 'M', date: '2026-03-27' });
    await press(hers, 'Agree');
    await shows(card, 'Being worked on');

    await card.choose('request.tick', itChecks);
    await fillIn(ines, card, 'Finish and deliver…', { words: 'It is there.' });
    await shows(hers, 'Ready for you to check');
    const failed = { 'failed-0': [tracked], words: 'No visit is counted.' };
    await fillIn(mia, hers, 'Not yet…', failed);
    await shows(card, 'Being worked on');
    await deliverAndConfirm();
    await fillIn(mia, hers, 'Something is not right…', { ...failed, date: '2026-03-27' });
    await shows(card, 'Being worked on');
    await deliverAndConfirm();

    clock.moveBy(3 * dayMs);
    await fillIn(mia, hers, 'Say what became of it…', { verdict: 'Yes: keep it', words: '52 visits' });
    await ines.waitForMessage({ in: '#it-triage', matching: '52 visits', threadOf: card });
    return sandbox;

    async function deliverAndConfirm() {
      await fillIn(ines, card, 'Finish and deliver…', {});
      await shows(hers, 'Ready for you to check');
      await press(hers, 'All good');
      await shows(card, 'done and confirmed');
    }
  },
};

/** What `find` shows is no card. */
type CardAction = Exclude<
  Extract<
    keyof (typeof intakeRoutes.actions & typeof triageRoutes.actions & typeof agreementRoutes.actions),
    `request.${string}` | `agreement.${string}`
  >,
  'request.found'
>;

/** One more that a card's buttons may name asks for its story here. */
const pressedIn: Record<CardAction, Story> = {
  'request.claim': heldUp,
  'request.release': heldUp,
  'request.ask': heldUp,
  'request.hold': heldUp,
  'request.resume': heldUp,
  'request.more-to-come': heldUp,
  'request.join-call': noted,
  'request.note': noted,
  'request.raise': noted,
  'request.counter': otherWay,
  'request.take-alternative': otherWay,
  'request.refuse-alternative': otherWay,
  'request.decline': contested,
  'request.contest': contested,
  'request.rule': contested,
  'request.more': handedOver,
  'request.answer': tried,
  'request.edit': tried,
  'request.accept': tried,
  'agreement.sign': tried,
  'request.tick': tried,
  'request.deliver': tried,
  'request.reject': tried,
  'request.confirm': tried,
  'request.reopen': tried,
  'request.judge-outcome': tried,
  'agreement.amend': dropped,
  'agreement.drop': dropped,
  'request.withdraw': dropped,
  'request.again': dropped,
};

const pressing = z.object({
  type: z.literal('block_actions'),
  message: z.object({ blocks: z.array(z.looseObject({ type: z.string() })) }),
  actions: z.tuple([z.object({ action_id: z.string() })]),
});

test.each([...new Set(Object.values(pressedIn))])('$is', async (story) => {
  const presses = (await story.tell()).log().flatMap(({ payload }) => pressing.safeParse(payload).data ?? []);
  const own = Object.entries(pressedIn).flatMap(([action, its]) => (its === story ? [action] : []));
  expect(presses.map(({ actions: [{ action_id }] }) => action_id)).toEqual(expect.arrayContaining(own));
  // Nothing stands on these messages that no story presses.
  const shown = presses.flatMap(({ message }) => elementsIn(message.blocks).map(({ actionId }) => actionId));
  expect(shown.filter((action) => !Object.hasOwn(pressedIn, action))).toEqual([]);
});

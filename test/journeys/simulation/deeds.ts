import { vi } from 'vitest';
import { elementsIn } from '../../../src/sandbox/block-kit/inputs.ts';
import type { MessageCard } from '../../../src/sandbox/driver/message-card.ts';
import type { Person } from '../../../src/sandbox/driver/person.ts';
import type { Broker } from '../../support/broker.ts';
import { anyValue, cast, fillIn, type Hand } from './forms.ts';

const inIt = new Set(['ines', 'tom', 'omar']);
const emoji = [
  'eyes',
  'eyes',
  'white_check_mark',
  'no_entry_sign',
  'question',
  'mega',
  'pushpin',
  'tada',
  'ticket',
];
/** How long somebody looks for the window that a button opens; a fault may keep it away. */
const patience = 400;

/** Everybody who can see a card presses, writes and marks what they see. */
export interface Deeds {
  ask(): Promise<void>;
  press(): Promise<void>;
  answerPrompt(): Promise<void>;
  write(): Promise<void>;
  mark(): Promise<void>;
  change(): Promise<void>;
}

export function deedsIn({ sandbox }: Broker, hand: Hand): Deeds {
  const { chance } = hand;

  /** The cards in front of somebody, the newest last. */
  function cardsOf(person: Person): MessageCard[] {
    return [...person.dm(), ...(inIt.has(person.name) ? person.sees('#it-triage') : [])].slice(-12);
  }

  /** Somebody, and a card that they see. */
  function somewhere(): { person: Person; card: MessageCard } | null {
    const all = cast
      .map((name) => sandbox.person(name))
      .flatMap((person) => cardsOf(person).map((card) => ({ person, card })));
    return chance.oneOf(all.filter(({ card }) => !card.isDeleted())) ?? null;
  }

  /** Fills in the window that opens, unless a refusal or nothing at all comes instead. */
  async function window(person: Person): Promise<void> {
    const before = person.ephemerals().length;
    const isAnswered = () => person.hasModal() || person.ephemerals().length > before;
    await vi.waitUntil(isAnswered, { interval: 5, timeout: patience }).catch(() => {});
    if (person.hasModal()) await fillIn(await person.modal(), hand);
  }

  async function use(person: Person, card: MessageCard): Promise<void> {
    const elements = elementsIn(card.blocks());
    const likely = elements.filter(({ element }) => element.style === 'primary');
    const placed = chance.oneOf(likely.length > 0 && !chance.onceIn(3) ? likely : elements);
    if (!placed) return;
    if (placed.type === 'button') {
      await card.click(placed.actionId);
      if (JSON.stringify(placed.element).includes('…')) await window(person);
      return;
    }
    const value = anyValue(placed, hand);
    if (value === undefined) return;
    await card.choose(placed.actionId, value);
    if (placed.type === 'static_select') await window(person);
  }

  return {
    async ask() {
      const person = sandbox.person(chance.oneOf(['mia', 'ben', 'lea']) ?? 'mia');
      await person.slash('/martech-request', hand.words());
      await window(person);
    },
    async press() {
      const at = somewhere();
      if (at) await use(at.person, at.card);
    },
    async answerPrompt() {
      const prompts = cast
        .map((name) => sandbox.person(name))
        .flatMap((person) => person.ephemerals().map((prompt) => ({ person, prompt })));
      const at = chance.oneOf(prompts.slice(-4));
      if (at) await use(at.person, at.prompt);
    },
    async write() {
      const at = somewhere();
      if (at) await at.card.reply(hand.words());
    },
    async mark() {
      const at = somewhere();
      if (!at) return;
      const card = chance.oneOf([at.card, ...at.card.thread()]) ?? at.card;
      const name = chance.oneOf(emoji) ?? 'eyes';
      if (card.reactions()[name]?.includes(at.person.name)) await card.unreact(name);
      else await at.person.looksAt(card).react(name);
    },
    async change() {
      const at = somewhere();
      const own = chance.oneOf(
        at?.card.thread().filter((each) => each.message().user === at.person.id) ?? [],
      );
      if (!at || !own) return;
      if (chance.onceIn(3)) await at.person.deletes(own);
      else await at.person.edits(own, hand.words());
    },
  };
}

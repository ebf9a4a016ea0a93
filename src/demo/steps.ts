import type { MessageCard } from '../sandbox/driver/message-card.ts';
import type { Modal } from '../sandbox/driver/modal.ts';
import type { Person } from '../sandbox/driver/person.ts';
import { dayAfter } from './working-days.ts';

/** A request as its two cards, the requester's and IT's. */
export interface Ticket {
  theirs: MessageCard;
  its: MessageCard;
}

/** What somebody of the cast does about a request, in the way people do it. */
export interface Step {
  /** Working hours after the step before it. */
  after: number;
  by: string;
  act(person: Person, ticket: Ticket, now: number): Promise<void>;
}

type Values = Parameters<Modal['fill']>[0];

/** Presses a button of a card and sends the window that it opens. */
export async function inWindow(
  person: Person,
  card: MessageCard,
  button: string,
  fill: (modal: Modal) => Values,
): Promise<void> {
  await person.looksAt(card).click(button);
  await send(await person.modal(), fill);
}

export async function send(modal: Modal, fill: (modal: Modal) => Values): Promise<void> {
  await modal.fill(fill(modal));
  const result = await modal.submit();
  // The app may show something once before it is sent, such as a request that looks alike.
  const sent = 'view' in result ? await result.view.submit() : result;
  if (!('closed' in sent)) throw new Error(`"${modal.title}" was not taken: ${JSON.stringify(sent)}`);
}

/** Every box of a group, by its label. */
export function allBoxes(modal: Modal, label: string): string[] {
  const { blockId } = modal.fields().find((field) => field.label === label) ?? {};
  const element: unknown = modal.view().blocks.find(({ block_id }) => block_id === blockId)?.element;
  const options =
    typeof element === 'object' && element !== null && 'options' in element ? element.options : [];
  return (Array.isArray(options) ? options : []).map(({ value }) => String(value));
}

function written(modal: Modal, label: string): string {
  return String(modal.fields().find((field) => field.label === label)?.value ?? '');
}

export const takes = (by: string, after: number): Step => ({
  after,
  by,
  act: (person, { its }) => person.looksAt(its).react('eyes'),
});

export const remarks = (by: string, after: number, words: string): Step => ({
  after,
  by,
  act: async (person, { its }) => void (await person.looksAt(its).reply(words)),
});

export const adds = (
  by: string,
  after: number,
  words: string,
  files: readonly { name: string; content: string }[] = [],
): Step => ({
  after,
  by,
  act: async (_person, { theirs }) => void (await theirs.reply(words, { files })),
});

/** In answer to a question, a reply in the thread is the answer. */
export const answers = (by: string, after: number, words: string): Step => adds(by, after, words);

export const asks = (by: string, after: number, question: string): Step => ({
  after,
  by,
  act: (person, { its }) => inWindow(person, its, 'Ask…', () => ({ question })),
});

/** The owner of a check, from the message that asked for it. */
export const approves = (by: string, after: number): Step => ({
  after,
  by,
  async act(person, { its }) {
    const [key = ''] = /MR-\d+/.exec(its.text()) ?? [];
    await (await person.waitForMessage({ in: 'dm', matching: `${key} ·` })).click('Approve');
  },
});

export const wantsChanges = (by: string, after: number, meaning: string, words: string): Step => ({
  after,
  by,
  async act(person, { its }) {
    const [key = ''] = /MR-\d+/.exec(its.text()) ?? [];
    const message = await person.waitForMessage({ in: 'dm', matching: `${key} ·` });
    await inWindow(person, message, 'Ask for changes…', () => ({ meaning, words }));
  },
});

/** What the first open check wants to know. */
export const answersCheck = (by: string, after: number, given: Record<string, string>): Step => ({
  after,
  by,
  act: (person, { theirs }) => inWindow(person, theirs, 'Answer…', () => given),
});

interface Terms {
  size: 'S' | 'M' | 'L';
  /** Calendar days from now; the wanted date if it is not named. */
  days?: number;
  /** One more criterion for a side, which the other side then has to sign. */
  it?: string;
  marketing?: string;
}

export const accepts = (by: string, after: number, { size, days, it, marketing }: Terms): Step => ({
  after,
  by,
  act: (person, { its }, now) =>
    inWindow(person, its, 'Accept…', (modal) => ({
      size,
      ...(days !== undefined && { date: dayAfter(now, days) }),
      ...(it !== undefined && { 'IT checks': `${written(modal, 'IT checks')}\n${it}` }),
      ...(marketing !== undefined && {
        'Marketing checks': `${written(modal, 'Marketing checks')}\n${marketing}`,
      }),
    })),
});

/** The requester signs what IT changed. */
export const agrees = (by: string, after: number): Step => ({
  after,
  by,
  act: (_person, { theirs }) => theirs.click('Agree'),
});

export const countersWith = (by: string, after: number, instead: string, why: string): Step => ({
  after,
  by,
  act: (person, { its }) => inWindow(person, its, 'Suggest another way…', () => ({ instead, why })),
});

export const takesThatWay = (by: string, after: number): Step => ({
  after,
  by,
  act: (_person, { theirs }) => theirs.click('Do it that way'),
});

interface Hold {
  waitsFor: string;
  /** For the requester, who reads it first. */
  meaning: string;
  reason: string;
  /** Calendar days until it is looked at again. */
  days: number;
}

export const holds = (by: string, after: number, { waitsFor, meaning, reason, days }: Hold): Step => ({
  after,
  by,
  act: (person, { its }, now) =>
    inWindow(person, its, 'Hold…', () => ({
      ...{ name: waitsFor, meaning, reason },
      review: dayAfter(now, days),
    })),
});

export const resumes = (by: string, after: number): Step => ({
  after,
  by,
  act: (person, { its }) => person.looksAt(its).click('Take it off hold'),
});

export const delivers = (by: string, after: number, words?: string): Step => ({
  after,
  by,
  act: (person, { its }) =>
    inWindow(person, its, 'Finish and deliver…', (modal) => ({
      'IT checks': allBoxes(modal, 'IT checks'),
      ...(words !== undefined && { words }),
    })),
});

export const saysAllGood = (by: string, after: number): Step => ({
  after,
  by,
  act: (_person, { theirs }) => theirs.click('All good'),
});

export const saysNotYet = (by: string, after: number, words: string): Step => ({
  after,
  by,
  act: (person, { theirs }) =>
    inWindow(person, theirs, 'Not yet…', (modal) => ({
      'What is not there yet?': allBoxes(modal, 'What is not there yet?').slice(0, 1),
      words,
    })),
});

export const declines = (by: string, after: number, reason: string, words: string): Step => ({
  after,
  by,
  act: (person, { its }) => inWindow(person, its, 'Decline…', () => ({ reason, words })),
});

export const contests = (by: string, after: number, objection: string): Step => ({
  after,
  by,
  act: (person, { theirs }) =>
    inWindow(person, theirs, 'Ask IT’s lead to look again…', () => ({ objection })),
});

export const rules = (by: string, after: number, ruling: string, words: string): Step => ({
  after,
  by,
  act: (person, { its }) => inWindow(person, its, 'Decide about it…', () => ({ ruling, words })),
});

export const withdraws = (by: string, after: number): Step => ({
  after,
  by,
  act: (_person, { theirs }) => theirs.click('Withdraw'),
});

/** The same was asked for before, under another title. */
export const joins = (by: string, after: number, other: string): Step => ({
  after,
  by,
  async act(person, { its }) {
    const [into = ''] =
      /MR-\d+/.exec(person.findMessage({ in: '#it-triage', matching: other })?.text() ?? '') ?? [];
    await person.looksAt(its).choose('request.more', 'Join it to another…');
    await send(await person.modal(), () => ({ into }));
  },
});

export const notes = (by: string, after: number): Step => ({
  after,
  by,
  act: (person, { its }) => person.looksAt(its).click('Note it'),
});

import type { Person } from '../../src/sandbox/driver/person.ts';
import { SlackSaid } from '../../src/sandbox/driver/screen.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { MortalApp } from './mortal-app.ts';

/**
 * Asks for something as people do when the app keeps failing them: the command once more, the choice once more, Submit
 * once more. Never another modal for the same wish.
 */
export async function askUntilTaken(person: Person, title: string, app: MortalApp): Promise<void> {
  const modal = await untilAnswered(app, async () => {
    // An app that died after it opened the modal and before it acked leaves an error beside a modal that works.
    if (!person.hasModal()) await person.slash('/martech-request', title);
    return person.modal();
  });
  // Picking the kind tells the app, which asks what belongs to it.
  await untilAnswered(app, () => modal.fill({ kind: 'change' }));
  await untilAnswered(app, async () => {
    let result = await modal.submit();
    // Wishes that resemble an earlier one are shown once more; they are sent as they are.
    if ('view' in result) result = await modal.submit();
    if ('failed' in result) throw new SlackSaid(result.failed);
    if (!('closed' in result)) throw new Error(`the app refused "${title}": ${JSON.stringify(result)}`);
  });
}

async function untilAnswered<T>(app: MortalApp, attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof SlackSaid)) throw error;
      await app.up();
    }
  }
}

export interface Asked {
  author: Person;
  title: string;
}

/** What people see in the end, against one card for IT and one private card for each request. */
export interface Told {
  /** Cards that should be there and are not. */
  lost: string[];
  /** Messages of the app beyond the first of their kind. */
  doubled: string[];
  /** Messages of the app that belong to no request. */
  stray: string[];
}

export function toldIn(sandbox: Sandbox, asked: readonly Asked[]): Told {
  const told: Told = { lost: [], doubled: [], stray: [] };
  const authors = new Map(asked.map(({ author }) => [author.name, author]));
  countCards(told, sandbox, '#it-triage', asked);
  for (const author of authors.values()) {
    const channel = author.dm()[0]?.channel;
    const theirs = asked.filter((one) => one.author.name === author.name);
    if (channel) countCards(told, sandbox, channel, theirs);
    else told.lost.push(...theirs.map(({ title }) => `${author.name}: ${title}`));
  }
  return told;
}

function countCards(told: Told, sandbox: Sandbox, channel: string, asked: readonly Asked[]): void {
  const seen = new Map(asked.map(({ title }) => [title, 0]));
  for (const message of sandbox.messages(channel)) {
    if (!message.byApp) continue;
    const content = JSON.stringify([message.text, message.blocks]);
    const title = asked.find((one) => content.includes(one.title))?.title;
    if (title === undefined || message.threadTs !== null) told.stray.push(`${channel}: ${message.text}`);
    else seen.set(title, (seen.get(title) ?? 0) + 1);
  }
  for (const [title, count] of seen) {
    if (count === 0) told.lost.push(`${channel}: ${title}`);
    for (let extra = 1; extra < count; extra += 1) told.doubled.push(`${channel}: ${title}`);
  }
}

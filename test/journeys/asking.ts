import type { MessageCard } from '../../src/sandbox/driver/message-card.ts';
import type { Person } from '../../src/sandbox/driver/person.ts';

/** Asks as a person does, by the command and its window, and gives the private card that comes back. */
export async function ask(
  person: Person,
  title: string,
  answers: Record<string, string> = {},
): Promise<MessageCard> {
  await person.slash('/martech-request', title);
  const modal = await person.modal('Ask for something');
  await modal.fill({ kind: 'A change', ...answers });
  const result = await modal.submit();
  // What looks alike is shown once before it is sent; these stories mean each of their requests.
  await sent('view' in result ? result.view.submit() : Promise.resolve(result));
  return person.waitForMessage({ in: 'dm', matching: title });
}

/** The card of a request in IT's channel. */
export function triageCardOf(person: Person, title: string): Promise<MessageCard> {
  return person.waitForMessage({ in: '#it-triage', matching: title });
}

export async function sent(result: Promise<object>): Promise<void> {
  const answer = await result;
  if (!('closed' in answer)) throw new Error(`not sent: ${JSON.stringify(answer)}`);
}

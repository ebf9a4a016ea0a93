import type { Desk } from '../../usecases/desk.ts';
import { mention } from '../kit/mention.ts';

const peopleShown = 20;

/** How much everybody has open, the least loaded first: shown wherever work is given to somebody. */
export async function loadInWords({ store, workspace }: Desk): Promise<string> {
  const load = [...(await store.openLoad(workspace))].sort(([, a], [, b]) => a - b);
  const named = load.flatMap(([person, count]) => (person === null ? [] : [`${mention(person)} ${count}`]));
  const free = load.find(([person]) => person === null)?.[1] ?? 0;
  return [
    named.length > 0 ? `Open now: ${named.slice(0, peopleShown).join(' · ')}` : 'Nobody has anything open.',
    `${free} not taken by anybody. Who is not listed has nothing open.`,
  ].join('\n');
}

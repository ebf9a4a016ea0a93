import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/**
 * What everything inside a pane may reach: its persona's client, the ways to go somewhere, and a question to the person.
 *
 * @import { Question } from './ui/confirm.js'
 * @typedef {{
 *   client: import('./client.js').Client;
 *   isFirst: boolean;
 *   openChannel(id: string | null): void;
 *   openThread(channel: string, ts: string): void;
 *   closeThread(): void;
 *   ask(question: Question): Promise<boolean>;
 * }} Pane
 */

export const PaneContext = createContext(/** @type {Pane | null} */ (null));

/** @returns {Pane} */
export function usePane() {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('usePane works inside a pane only');
  return pane;
}

import { useEffect, useState } from 'preact/hooks';
import { postControl } from '../api.js';

/**
 * The sandbox's clock, faults and rate limits, read once and after each order.
 *
 * @import { Control, ControlState } from '../../client-api.ts'
 */

/** @param {(message: string) => void} onMessage */
export function useControl(onMessage) {
  const [state, setState] = useState(/** @type {ControlState | null} */ (null));

  /** @param {Control} control @param {string} [done] */
  async function order(control, done = '') {
    try {
      setState(await postControl(control));
      onMessage(done);
    } catch (error) {
      onMessage(error.message);
    }
  }

  useEffect(() => {
    // Moving the clock by nothing tells how things stand.
    order({ move: 0 });
  }, []);
  return { state, order };
}

import { createHmac } from 'node:crypto';
import type { Person } from '../../src/sandbox/driver/person.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

/** A payload as Slack would sign and send it; the same object again is the same bytes again. */
export function signed(sandbox: Sandbox, payload: object): RequestInit {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', sandbox.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
  };
}

/** A view_submission that no honest client would send: whatever metadata and values one likes. */
export function submission(
  sandbox: Sandbox,
  person: Person,
  callback: string,
  metadata: string,
  values: object,
): object {
  return {
    type: 'view_submission',
    team: { id: sandbox.teamId },
    user: { id: person.id, team_id: sandbox.teamId },
    trigger_id: '1.2',
    view: {
      id: `V0${callback}`,
      hash: '1.a',
      callback_id: callback,
      private_metadata: metadata,
      state: { values },
      blocks: [{ type: 'input', block_id: Object.keys(values)[0] ?? 'none' }],
    },
  };
}

/** A press of a button with whatever value one likes. */
export function press(sandbox: Sandbox, person: Person, actionId: string, value: string): object {
  return {
    type: 'block_actions',
    team: { id: sandbox.teamId },
    user: { id: person.id, team_id: sandbox.teamId },
    trigger_id: '1.2',
    container: { type: 'message' },
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', action_ts: '1772442000.000100', value }],
  };
}

import type { DeedResult } from '../client-api.ts';
import type { Ack } from '../delivery/transport.ts';
import { assertNever } from '../json.ts';

export const done: DeedResult = { ok: true };

export function failed(error: string): DeedResult {
  return { ok: false, error };
}

export const notHere = failed('You can’t do that here: you are not a member of this conversation.');

/** What Slack's client says about a view or a shortcut that the app did not answer. */
export const troubleConnecting = failed('We had some trouble connecting. Try again?');

/** What Slack's client says at a button; null if the app answered. */
export function actionFailure(ack: Ack): DeedResult | null {
  switch (ack.outcome) {
    case 'acked':
      return null;
    case 'late':
      return failed('Operation timed out. Apps need to respond within 3 seconds.');
    case 'refused':
      return failed(`This app responded with Status Code ${ack.status}.`);
    case 'unreachable':
      return failed('This app is not reachable.');
    default:
      return assertNever(ack);
  }
}

/** What Slackbot says about a command; null if the app answered. */
export function commandFailure(command: string, ack: Ack): DeedResult | null {
  switch (ack.outcome) {
    case 'acked':
      return null;
    case 'late':
      return failed(`${command} failed because the app did not respond.`);
    case 'refused':
      return failed(`${command} failed with the error "http_service_error_${ack.status}"`);
    case 'unreachable':
      return failed(`${command} failed with the error "dispatch_failed"`);
    default:
      return assertNever(ack);
  }
}

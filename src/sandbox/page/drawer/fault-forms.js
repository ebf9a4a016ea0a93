/**
 * The faults that can be ordered: their titles, what each needs to know, and each in a sentence.
 *
 * @import { Fault } from '../../client-api.ts'
 * @typedef {'method' | 'milliseconds' | 'code' | 'retryAfter' | 'afterAccepting' | 'channel' | 'what' | 'times'} FaultField
 */

/** @type {Record<Fault['kind'], { title: string; about: string; fields: FaultField[] }>} */
export const FAULTS = {
  slow: {
    title: 'Answer slowly',
    about: 'The call is done, and answered late.',
    fields: ['method', 'milliseconds', 'times'],
  },
  'never-answer': {
    title: 'Never answer',
    about: 'The connection stays open without a word.',
    fields: ['method', 'times'],
  },
  'accept-then-reset': {
    title: 'Accept, then reset',
    about: 'The call is done, and the connection breaks before the answer.',
    fields: ['method', 'times'],
  },
  'error-500': {
    title: 'HTTP 500',
    about: 'A server error, before or after doing it.',
    fields: ['method', 'times', 'afterAccepting'],
  },
  error: {
    title: 'Slack error',
    about: 'Slack answers ok: false with this code.',
    fields: ['method', 'code', 'times', 'afterAccepting'],
  },
  'rate-limit': {
    title: 'HTTP 429',
    about: 'Too many calls; with or without a Retry-After header.',
    fields: ['method', 'retryAfter', 'times'],
  },
  'visible-late': {
    title: 'Show messages late',
    about: 'What is posted can be read in the history only after this time.',
    fields: ['milliseconds'],
  },
  'drop-socket': { title: 'Drop the socket', about: 'Every Socket Mode connection breaks now.', fields: [] },
  redeliver: {
    title: 'Deliver again',
    about: 'The last delivery of this kind comes again, as Slack does after a missing ack.',
    fields: ['what', 'times'],
  },
  'revoke-token': { title: 'Revoke the token', about: 'Every call is answered token_revoked.', fields: [] },
  archive: {
    title: 'Archive a channel',
    about: 'Posting there is answered is_archived.',
    fields: ['channel'],
  },
  'kick-bot': {
    title: 'Remove the app from a channel',
    about: 'Posting there is answered not_in_channel.',
    fields: ['channel'],
  },
};

export const METHODS = [
  'chat.postMessage',
  'chat.update',
  'chat.postEphemeral',
  'chat.delete',
  'views.open',
  'views.update',
  'views.publish',
  'views.push',
  'reactions.add',
  'reactions.get',
  'conversations.open',
  'conversations.history',
  'conversations.replies',
  'users.info',
  '*',
];

/** @param {Fault['kind']} kind @param {FormData} form @returns {Fault} */
export function readFault(kind, form) {
  /** @type {Record<string, unknown>} */
  const fault = { kind };
  for (const field of FAULTS[kind].fields) {
    const value = String(form.get(field) ?? '');
    if (field === 'afterAccepting') fault[field] = form.has(field);
    else if (field === 'retryAfter') fault[field] = value === '' ? null : value;
    else if (field === 'milliseconds') fault[field] = Number(value);
    else if (field === 'times') value && Object.assign(fault, { times: Number(value) });
    else fault[field] = value;
  }
  return /** @type {Fault} */ (fault);
}

/** @param {Fault} fault */
export function describeFault(fault) {
  const { kind, ...details } = fault;
  const words = Object.entries(details).map(([name, value]) => `${name} ${value}`);
  return [FAULTS[kind]?.title ?? kind, ...words].join(', ');
}

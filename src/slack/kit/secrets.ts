import type { KnownBlock } from '@slack/types';
import { type Secret, secretIn } from '../../domain/intake/secrets.ts';
import type { Answer, Modal } from '../conversation.ts';
import { input, section } from './blocks.ts';
import type { Fields } from './fields.ts';
import { filledIn } from './filled-in.ts';
import { boxesInput } from './inputs.ts';

/** A field of a window that holds what had better not be sent. */
export interface FoundSecret {
  field: string;
  secret: Secret;
}

export const secretInWords: Record<Secret, string> = {
  key: 'an access key',
  password: 'a password',
  customers: 'a list of people’s addresses',
};

/** What looks like a secret, by the field it stands in. */
export function secretsIn(fields: Fields): FoundSecret[] {
  return Object.entries(fields).flatMap(([field, typed]) => {
    const secret = typeof typed === 'string' ? secretIn(typed) : null;
    return secret ? [{ field, secret }] : [];
  });
}

const box = 'no-secret';

/** Whether this window has warned its person already. */
export function hasWarned(fields: Fields): boolean {
  return Object.hasOwn(fields, box);
}

/** Whether the person has said that what looks like a secret is none. */
export function isSecretAllowed(fields: Fields): boolean {
  return fields[box]?.includes('send') ?? false;
}

/** Once at the top of the window, then beside the field, until it is taken out or said to be none; null if all is well. */
export async function warned(
  fields: Fields,
  readers: Readers,
  window: () => Modal | Promise<Modal>,
): Promise<Answer | null> {
  const secrets = isSecretAllowed(fields) ? [] : secretsIn(fields);
  if (secrets.length === 0) return null;
  if (hasWarned(fields)) return { kind: 'errors', errors: secretErrors(secrets) };
  const shown = filledIn(await window(), fields);
  return {
    kind: 'update',
    modal: { ...shown, blocks: [...secretWarning(secrets, readers), ...shown.blocks] },
  };
}

type Readers = 'All of IT' | 'Marketing';

/** Stands at the top of the window, until somebody takes the secret out or says that it is none. */
export function secretWarning(secrets: readonly FoundSecret[], readers: Readers = 'All of IT'): KnownBlock[] {
  if (secrets.length === 0) return [];
  const kinds = [...new Set(secrets.map(({ secret }) => secretInWords[secret]))].join(' and ');
  return [
    section(
      `:warning: *This looks as if ${kinds} is in it.* ${readers} can read what you send, and it is kept. Please take it out below, and hand it over another way.`,
    ),
    input(box, 'Or is it harmless?', boxesInput([{ value: 'send', text: 'Send it as it is' }]), {
      optional: true,
    }),
  ];
}

/** Beside the field where it stands, for whoever sends it all the same without saying that it is harmless. */
export function secretErrors(secrets: readonly FoundSecret[]): Record<string, string> {
  return Object.fromEntries(
    secrets.map(({ field, secret }) => [
      field,
      `This looks like ${secretInWords[secret]}. Please take it out, or tick “Send it as it is” above.`,
    ]),
  );
}

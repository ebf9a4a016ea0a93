import type { Secret } from '../../../domain/intake/secrets.ts';
import { input, section } from '../../kit/blocks.ts';
import { boxesInput } from '../../kit/inputs.ts';
import type { Looked, LookSection } from './section.ts';

const inWords: Record<Secret, string> = {
  key: 'an access key',
  password: 'a password',
  customers: 'a list of people’s addresses',
};

/** What looks as if it had better not be sent. */
export const secretsSection: LookSection = {
  isReason: true,
  blocks({ secrets }) {
    if (secrets.length === 0) return [];
    const kinds = [...new Set(secrets.map(({ secret }) => inWords[secret]))].join(' and ');
    return [
      section(
        `:warning: *This looks as if ${kinds} is in it.* All of IT can read what you send, and it is kept. Please take it out below, and hand it over another way.`,
      ),
      input('no-secret', 'Or is it harmless?', boxesInput([{ value: 'send', text: 'Send it as it is' }]), {
        optional: true,
      }),
    ];
  },
};

/** Beside the field where it stands, for whoever sends it all the same without saying that it is harmless. */
export function secretErrors(secrets: Looked['secrets']): Record<string, string> {
  return Object.fromEntries(
    secrets.map(({ field, secret }) => [
      field,
      `This looks like ${inWords[secret]}. Please take it out, or tick “Send it as it is” above.`,
    ]),
  );
}

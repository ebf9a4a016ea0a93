import type { InputBlock, KnownBlock } from '@slack/types';
import { endOfWeek, firstPromises } from '../../domain/intake/first-promises.ts';
import type { Hurry } from '../../domain/intake/hurry.ts';
import type { Secret } from '../../domain/intake/secrets.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Instant } from '../../domain/time.ts';
import type { RequestLine } from '../../usecases/request-line.ts';
import { button, context, input, section } from '../kit/blocks.ts';
import { day, moment, momentIn } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { boxesInput, radioInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { lineInList } from '../wording/request-line.ts';
import type { Asked } from './parse-intake.ts';

export interface Look {
  alike: RequestLine[];
  /** Set if it names a time without naming a day. */
  hurry: Hurry | null;
  secrets: { field: string; secret: Secret }[];
}

export function isWorthALook({ alike, hurry, secrets }: Look): boolean {
  return alike.length > 0 || hurry !== null || secrets.length > 0;
}

/** What a person sees once before a request is sent. Nothing of it keeps them from sending. */
export function lookBlocks(
  look: Look,
  asked: Asked,
  { settings, now, zone }: { settings: Settings; now: Instant; zone: string },
): KnownBlock[] {
  const promises = firstPromises(asked, settings, now);
  const promised = [
    ...(promises.reply ? [`replies by ${moment(promises.reply)}`] : []),
    ...(promises.decision ? [`decides by ${moment(promises.decision)}`] : []),
  ];
  return [
    ...secretBlocks(look.secrets),
    ...alikeBlocks(look.alike, now),
    ...(look.hurry ? [hurryInput(look.hurry, promises.reply, { settings, now, zone })] : []),
    ...(promised.length > 0 ? [section(`If you send it now, IT ${promised.join(' and ')}.`)] : []),
    context('“Send” sends it as it stands below.'),
    { type: 'divider' },
  ];
}

function alikeBlocks(alike: readonly RequestLine[], now: Instant): KnownBlock[] {
  if (alike.length === 0) return [];
  return [
    section(
      alike.length === 1
        ? '*Somebody has asked for much the same.* Is it that? Then you can follow it instead.'
        : '*Much the same was asked before.* Is it one of these? Then you can follow that one instead.',
    ),
    ...alike.map(
      (line): KnownBlock => ({
        ...section(lineInList(line, null, now)),
        accessory: button('Follow that one', 'intake.follow', line.request.id),
      }),
    ),
  ];
}

/** What a word of hurry means here. Whatever is picked, it is kept with the request. */
function hurryInput(
  { words, meaning }: Hurry,
  reply: Instant | null,
  { settings, now, zone }: { settings: Settings; now: Instant; zone: string },
): InputBlock {
  const weekEnd = meaning === 'end-of-week' ? endOfWeek(now, settings.hours.it) : null;
  const usual =
    reply === null ? 'IT looks at it in its usual time' : `IT looks at it by ${momentIn(zone, reply)}`;
  return input(
    'hurryChoice',
    `What “${inline(words, ours.name)}” means here`,
    radioInput(
      [
        { value: 'usual', text: usual },
        ...(weekEnd ? [{ value: 'week-end', text: `It is needed by ${day(weekEnd)}` }] : []),
        { value: 'day', text: 'It is needed by a day that I pick below' },
      ],
      'usual',
    ),
  );
}

const secretInWords: Record<Secret, string> = {
  key: 'an access key',
  password: 'a password',
  customers: 'a list of people’s addresses',
};

function secretBlocks(secrets: Look['secrets']): KnownBlock[] {
  if (secrets.length === 0) return [];
  const kinds = [...new Set(secrets.map(({ secret }) => secretInWords[secret]))].join(' and ');
  return [
    section(
      `:warning: *This looks as if ${kinds} is in it.* All of IT can read what you send, and it is kept. Please take it out below, and hand it over another way.`,
    ),
    input('no-secret', 'Or is it harmless?', boxesInput([{ value: 'send', text: 'Send it as it is' }]), {
      optional: true,
    }),
  ];
}

/** Beside the field where it stands, for whoever sends it all the same without saying that it is harmless. */
export function secretErrors(secrets: Look['secrets']): Record<string, string> {
  return Object.fromEntries(
    secrets.map(({ field, secret }) => [
      field,
      `This looks like ${secretInWords[secret]}. Please take it out, or tick “Send it as it is” above.`,
    ]),
  );
}

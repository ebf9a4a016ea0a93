import type { InputBlock, KnownBlock, Timepicker } from '@slack/types';
import { type PersonId, type Side, userOf } from '../../domain/person.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { type Calendar, weekdays } from '../../domain/sla/calendar.ts';
import type { DeskSettings } from '../../usecases/settings/configure-desk.ts';
import type { Modal } from '../conversation.ts';
import { actions, button, context, input, section } from '../kit/blocks.ts';
import { channelInput, personInput, selectInput, textInput } from '../kit/inputs.ts';
import { formModal } from '../kit/modal.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { weekInWords } from './hours-in-words.ts';

/** The desk's settings that people change most, in one window. What the environment fixes is only shown. */
export function setupModal({ settings, version, fixed }: DeskSettings, adminsZone: string | null): Modal {
  const shown = version === 0 && adminsZone ? inZone(settings, adminsZone) : settings;
  const { triageChannel, itUsergroup, leads, signers, checkOwners, hours, digest } = shown;
  return formModal({
    callback: 'settings',
    title: 'Set up the desk',
    submit: 'Save',
    metadata: JSON.stringify(version),
    blocks: [
      channel(
        'triage',
        'IT’s channel',
        triageChannel,
        'TRIAGE_CHANNEL',
        fixed,
        'Every request gets one card there. Best a private channel. Slack lists those that you are in; invite the app as well.',
      ),
      fixed.includes('IT_USERGROUP')
        ? setBy('IT_USERGROUP', 'Who IT is', itUsergroup)
        : input('it-group', 'Who IT is: a user group’s id', textInput({ initial: itUsergroup, most: 20 }), {
            optional: true,
            hint: 'Such as S0123ABCD. Leave it empty, and the members of IT’s channel are IT, if it is private.',
          }),
      section('*Who leads*'),
      person('lead-marketing', 'Marketing’s lead', leads.marketing),
      person('lead-it', 'IT’s lead', leads.it),
      section('*Who signs what “done” means*'),
      ...signerInputs('marketing', 'Marketing', signers.marketing),
      ...signerInputs('it', 'IT', signers.it),
      section('*Who decides about checks*'),
      person('check-security', 'Security', checkOwners.security),
      person('check-privacy', 'Privacy', checkOwners.privacy),
      person('check-integration', 'Integration', checkOwners.integration),
      person('check-budget', 'Budget', checkOwners.budget),
      section('*Working hours*'),
      ...calendar('marketing', 'Marketing', hours.marketing),
      ...calendar('it', 'IT', hours.it),
      section('*The weekly digest*'),
      channel('digest', 'Its channel', digest.channel, 'DIGEST_CHANNEL', fixed, 'Both sides read it there.'),
      input(
        'digest-day',
        'On',
        selectInput(
          weekdays.map((day) => ({ value: day, text: sentenceCase(day) })),
          digest.weekday,
        ),
      ),
      input('digest-time', 'At', { type: 'timepicker', initial_time: digest.time } satisfies Timepicker, {
        hint:
          digest.zone === hours.marketing.zone ? 'In marketing’s time zone.' : `In the zone ${digest.zone}.`,
      }),
      section('*In windows of their own*'),
      ...actions([
        button('Where requests go…', 'settings.routing', 'routing'),
        button('Emoji…', 'settings.emoji', 'emoji'),
      ]),
    ],
  });
}

function channel(
  id: string,
  label: string,
  initial: string | null,
  variable: string,
  fixed: readonly string[],
  hint: string,
): KnownBlock {
  if (fixed.includes(variable)) return setBy(variable, label, initial && `<#${initial}>`);
  return input(id, label, channelInput(initial), { optional: true, hint });
}

function setBy(variable: string, label: string, value: string | null): KnownBlock {
  return context(`${label}: ${value ?? 'none'} · set by ${variable} where the app runs`);
}

function person(id: string, label: string, initial: PersonId | null): InputBlock {
  return input(id, label, personInput(initial && userOf(initial)), { optional: true });
}

function signerInputs(id: Side, name: string, signer: Settings['signers'][Side]): InputBlock[] {
  const isNamed = signer !== 'anyone' && signer !== 'lead';
  const choices = [
    { value: 'anyone', text: 'Anyone who acts for it on the request' },
    { value: 'lead', text: 'Only its lead' },
  ];
  return [
    input(`sign-${id}`, `${name} signs`, selectInput(choices, isNamed ? 'anyone' : signer)),
    person(`signer-${id}`, `Or only this person for ${name}`, isNamed ? signer : null),
  ];
}

function calendar(id: string, name: string, { week, zone }: Calendar): InputBlock[] {
  return [
    input(`hours-${id}`, `${name} works`, textInput({ initial: weekInWords(week), most: 600 }), {
      hint: 'Such as “Mon-Thu 09:00-17:00, Fri 09:00-15:00”.',
    }),
    input(`zone-${id}`, `${name}’s time zone`, textInput({ initial: zone, most: 60 }), {
      hint: 'Such as “Europe/Berlin”.',
    }),
  ];
}

/** Before the first set-up, the zone of whoever does it is the best guess. */
function inZone(settings: Settings, zone: string): Settings {
  const { hours } = settings;
  return {
    ...settings,
    hours: { ...hours, marketing: { ...hours.marketing, zone }, it: { ...hours.it, zone } },
    digest: { ...settings.digest, zone },
  };
}

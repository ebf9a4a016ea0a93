import { z } from 'zod';
import { type PersonId, personId, type Side } from '../../domain/person.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { weekdays } from '../../domain/sla/calendar.ts';
import { type Fields, oneOf, optional, type Parsed, parseFields, required } from '../kit/fields.ts';
import { type ReadCalendar, readCalendar } from './hours-in-words.ts';

const idLike = (pattern: RegExp, error: string) =>
  z
    .string()
    .regex(pattern, error)
    .nullish()
    .transform((id) => id ?? null);
const channel = idLike(/^[CG][A-Z0-9]{2,}$/, 'Please pick a channel, not a conversation.');

const schema = z.object({
  triage: channel,
  'it-group': idLike(/^S[A-Z0-9]{2,}$/, 'Please write a user group’s id, such as S0123ABCD.'),
  'lead-marketing': optional(),
  'lead-it': optional(),
  'sign-marketing': z.enum(['anyone', 'lead']).default('anyone'),
  'signer-marketing': optional(),
  'sign-it': z.enum(['anyone', 'lead']).default('anyone'),
  'signer-it': optional(),
  'check-security': optional(),
  'check-privacy': optional(),
  'check-integration': optional(),
  'check-budget': optional(),
  'hours-marketing': required('Please say when marketing works.'),
  'zone-marketing': required('Please say in which time zone.'),
  'hours-it': required('Please say when IT works.'),
  'zone-it': required('Please say in which time zone.'),
  digest: channel,
  'digest-day': oneOf(weekdays, 'Please pick a day.'),
  'digest-time': z
    .string({ error: 'Please pick a time.' })
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Please pick a time.'),
});

/** What the set-up window changes in the settings. What it did not ask, because the environment fixes it, stays. */
export function parseSetup(
  fields: Fields,
  before: Settings,
  workspace: string,
): Parsed<(settings: Settings) => Settings> {
  const parsed = parseFields(schema, fields);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const marketing = readCalendar(before.hours.marketing, {
    week: value['hours-marketing'],
    zone: value['zone-marketing'],
  });
  const it = readCalendar(before.hours.it, { week: value['hours-it'], zone: value['zone-it'] });
  if (!marketing.ok || !it.ok) {
    return { ok: false, errors: { ...faultsOf('marketing', marketing), ...faultsOf('it', it) } };
  }
  const member = (user: string | null): PersonId | null => (user ? personId(workspace, user) : null);
  return {
    ok: true,
    value: (settings) => ({
      ...settings,
      triageChannel: 'triage' in fields ? value.triage : settings.triageChannel,
      itUsergroup: 'it-group' in fields ? value['it-group'] : settings.itUsergroup,
      leads: { marketing: member(value['lead-marketing']), it: member(value['lead-it']) },
      signers: {
        marketing: member(value['signer-marketing']) ?? value['sign-marketing'],
        it: member(value['signer-it']) ?? value['sign-it'],
      },
      checkOwners: {
        security: member(value['check-security']),
        privacy: member(value['check-privacy']),
        integration: member(value['check-integration']),
        budget: member(value['check-budget']),
      },
      hours: { ...settings.hours, marketing: marketing.calendar, it: it.calendar },
      digest: {
        channel: 'digest' in fields ? value.digest : settings.digest.channel,
        weekday: value['digest-day'],
        time: value['digest-time'],
        // A zone of its own, which only the settings file gives it, stays.
        zone:
          settings.digest.zone === settings.hours.marketing.zone
            ? marketing.calendar.zone
            : settings.digest.zone,
      },
    }),
  };
}

function faultsOf(side: Side, read: ReadCalendar): Record<string, string> {
  if (read.ok) return {};
  const { week, zone } = read.faults;
  return { ...(week && { [`hours-${side}`]: week }), ...(zone && { [`zone-${side}`]: zone }) };
}

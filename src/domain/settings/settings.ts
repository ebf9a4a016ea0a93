import { z } from 'zod';
import { evidenceKinds } from '../agreement/definition-of-done.ts';
import { checkRules, defaultCheckRules } from '../checks/rules.ts';
import { extraQuestionSchema } from '../intake/extra-question.ts';
import { hurryLanguages } from '../intake/hurry.ts';
import { topics } from '../intake/topics.ts';
import { requestKinds } from '../request/kind.ts';
import { capacitySchema, noCapacity } from '../roadmap/capacity.ts';
import { freezesSchema } from '../roadmap/freeze.ts';
import { defaultAlertShares } from '../sla/alerts.ts';
import { calendarSchema, weekdays } from '../sla/calendar.ts';
import { isZone } from '../sla/zone.ts';
import { channelField } from './channel-field.ts';
import { personField } from './person-field.ts';
import { reactionsSchema } from './reactions.ts';
import { routingSchema } from './routing.ts';
import { stackSchema } from './stack.ts';
import { defaultExceptions, exceptionSchema, targetsSchema } from './targets.ts';

/** One of the criteria that hold for every request of a kind. */
export const standingCriterion = z.strictObject({
  id: z.string().min(1).max(40),
  side: z.enum(['marketing', 'it']),
  required: z.boolean(),
  text: z.string().trim().min(1).max(300),
  /** How it is shown; absent where a tick is enough. */
  evidence: z.enum(evidenceKinds).optional(),
});

/** Everybody who acts for a side, its lead alone, or one person by name. */
const signer = z.union([z.enum(['anyone', 'lead']), personField]);

const kind = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** One line that tells a marketer when to pick this kind. */
  line: z.string().trim().min(1).max(75),
  standing: z.array(standingCriterion).max(30),
  /** What is asked beyond the first questions, most relevant first; what is not named is not asked. */
  questions: z
    .array(z.enum(topics))
    .refine((named) => new Set(named).size === named.length, 'must name each question once')
    .default([...topics]),
  /** Stands before the name in menus, such as `:toolbox:`; null for none. */
  emoji: z
    .string()
    .regex(/^:[a-z0-9_+'-]+:$/, 'must be the name of an emoji between colons, such as :toolbox:')
    .nullable()
    .default(null),
  /** What else is asked, in this order. */
  extra: z
    .array(extraQuestionSchema)
    .max(5)
    .refine(
      (asked) => new Set(asked.map(({ id }) => id)).size === asked.length,
      'must name each question once',
    )
    .default([]),
});

/** At which share of its budget a clock warns the one who can act, and at which it goes to that side's lead. */
const alertShares = z.strictObject({
  atRisk: z.number().gt(0).lt(1),
  escalation: z.number().gt(1).max(10),
});

/** How a desk works. One document, versioned as a whole; see DESIGN in the README for who may change it. */
export const settingsSchema = z.strictObject({
  triageChannel: channelField.nullable(),
  /** Whose cards stand elsewhere, and who usually has what. */
  routing: routingSchema.default([]),
  digest: z.strictObject({
    channel: channelField.nullable(),
    weekday: z.enum(weekdays),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day from 00:00 to 23:59'),
    zone: z.string().refine(isZone, 'must be an IANA time zone such as Europe/Berlin'),
  }),
  /** Who IT is: the members of this user group; without one, the members of a private triage channel. */
  itUsergroup: z
    .string()
    .regex(/^S[A-Z0-9]{2,}$/, 'must be a user group id such as S0123ABCD')
    .nullable(),
  leads: z.strictObject({ marketing: personField.nullable(), it: personField.nullable() }),
  /** Who signs definitions of done for each side. Asking for something signs for whoever asks. */
  signers: z.strictObject({ marketing: signer, it: signer }).default({ marketing: 'anyone', it: 'anyone' }),
  checkOwners: z.strictObject({
    security: personField.nullable(),
    privacy: personField.nullable(),
    integration: personField.nullable(),
    budget: personField.nullable(),
  }),
  /** Which requests need which checks. */
  checks: checkRules.default(() => [...defaultCheckRules]),
  hours: z.strictObject({
    marketing: calendarSchema,
    it: calendarSchema,
    /** Of those who own checks; IT's where it is absent. */
    checks: calendarSchema.optional(),
  }),
  targets: targetsSchema,
  /** Exceptions from `targets`: of those that fit a request, the first that names a clock counts. */
  policies: z
    .array(exceptionSchema)
    .max(100)
    .default(() => [...defaultExceptions]),
  alerts: alertShares.default(defaultAlertShares),
  kinds: z.record(z.enum(requestKinds), kind),
  /** The kinds that can be asked for, in the order of the menu; what is not named is not offered. */
  kindOrder: z
    .array(z.enum(requestKinds))
    .min(1)
    .refine((named) => new Set(named).size === named.length, 'must name each kind once')
    .default([...requestKinds]),
  /** What to do when something is broken outside IT's hours and cannot wait, such as a phone number. */
  emergency: z.string().trim().min(1).max(300).nullable().default(null),
  /** In which languages words such as "ASAP" are noticed. */
  languages: z.array(z.enum(hurryLanguages)).default([...hurryLanguages]),
  reactions: reactionsSchema,
  /** Peak seasons and the like, in which something is left as it is. */
  freezes: freezesSchema.default([]),
  /** What IT can do in a month. */
  capacity: capacitySchema.default(noCapacity),
  stack: stackSchema,
});

export type Settings = z.infer<typeof settingsSchema>;
export type StandingCriterion = z.infer<typeof standingCriterion>;

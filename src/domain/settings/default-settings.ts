import { defaultCheckRules } from '../checks/rules.ts';
import { hurryLanguages } from '../intake/hurry.ts';
import { usualTopics } from '../intake/topics.ts';
import { type RequestKind, requestKinds } from '../request/kind.ts';
import { noCapacity } from '../roadmap/capacity.ts';
import { defaultAlertShares } from '../sla/alerts.ts';
import { officeHours } from '../sla/calendar.ts';
import { defaultReactions } from './reactions.ts';
import type { Settings, StandingCriterion } from './settings.ts';
import { defaultStack } from './stack.ts';
import { defaultCheckTarget, defaultExceptions } from './targets.ts';

/** What a desk starts with: good enough to use on the first day, and every word of it can be changed. */
export function defaultSettings(zone: string): Settings {
  return {
    triageChannel: null,
    routing: [],
    digest: { channel: null, weekday: 'monday', time: '09:00', zone },
    itUsergroup: null,
    leads: { marketing: null, it: null },
    signers: { marketing: 'anyone', it: 'anyone' },
    checkOwners: { security: null, privacy: null, integration: null, budget: null },
    checks: [...defaultCheckRules],
    hours: { marketing: officeHours(zone), it: officeHours(zone) },
    targets: {
      'first-response': { amount: 4, unit: 'hours' },
      decision: { amount: 2, unit: 'days' },
      answer: { amount: 2, unit: 'days' },
      agreement: { amount: 2, unit: 'days' },
      ruling: { amount: 2, unit: 'days' },
      acceptance: { amount: 3, unit: 'days' },
      check: defaultCheckTarget,
    },
    policies: [...defaultExceptions],
    alerts: defaultAlertShares,
    kinds: standingKinds,
    kindOrder: [...requestKinds],
    emergency: null,
    languages: [...hurryLanguages],
    reactions: defaultReactions,
    freezes: [],
    capacity: noCapacity,
    stack: defaultStack,
  };
}

type Weight = Partial<Pick<StandingCriterion, 'required' | 'evidence'>>;

const it = (id: string, text: string, weight: Weight = {}): StandingCriterion => ({
  ...{ id, side: 'it', required: true, text },
  ...weight,
});
const marketing = (id: string, text: string, weight: Weight = {}): StandingCriterion => ({
  ...{ id, side: 'marketing', required: true, text },
  ...weight,
});

const plain = { emoji: null, extra: [] };

const standingKinds: Record<RequestKind, Settings['kinds'][RequestKind]> = {
  tool: {
    name: 'A tool',
    line: 'Something new: just looking, want it, or already bought',
    questions: usualTopics.tool,
    ...plain,
    standing: [
      it('tool-sign-in', 'People sign in with their company account'),
      it('tool-owners', 'It is in the stack list with a business owner and a technical owner'),
      it('tool-handed-over', 'Where to ask for help is written down', { required: false, evidence: 'link' }),
      it('tool-leavers', 'Someone knows how to give and take back access'),
      marketing('tool-usable', 'The people who need it can sign in and do the job it was asked for'),
      marketing('tool-trained', 'They were shown how'),
    ],
  },
  change: {
    name: 'A change',
    line: 'To a website, a form, a template or a tool you have',
    questions: usualTopics.change,
    ...plain,
    standing: [
      it('change-live', 'It is live, and the way back is known', { evidence: 'link' }),
      it('change-monitored', 'If it breaks, IT is told before marketing is'),
      it('change-known-faults', 'Known faults that stay are written down', {
        required: false,
        evidence: 'link',
      }),
      marketing('change-wording', 'Wording, brand and links were read on the live page, on a phone too'),
      marketing('change-access', 'It can be read and used with a keyboard and a screen reader', {
        required: false,
      }),
      marketing(
        'change-tracking',
        'Consent is asked before anything is tracked, and a test visit is counted',
        {
          evidence: 'screenshot',
        },
      ),
    ],
  },
  data: {
    name: 'Data or access',
    line: 'An integration, an export, a list, or access to a system',
    questions: usualTopics.data,
    ...plain,
    standing: [
      it('data-flows', 'The data arrives complete, and a failed run is noticed'),
      it('data-least', 'Only those who need it can see it, and its use is documented', { evidence: 'link' }),
      marketing('data-right', 'A sample was compared with its source, figure by figure', {
        evidence: 'number',
      }),
    ],
  },
  launch: {
    name: 'Launch support',
    line: 'A campaign, an event or a launch that needs IT on the day',
    questions: usualTopics.launch,
    ...plain,
    standing: [
      it('launch-load', 'The expected number of visitors was tried beforehand', { evidence: 'number' }),
      it('launch-on-call', 'Someone from IT is reachable during the launch, by name'),
      it('launch-way-back', 'Who stops it, and how, is written down', { required: false, evidence: 'link' }),
      marketing('launch-rehearsed', 'The way of a visitor was walked from the ad to the CRM', {
        evidence: 'screenshot',
      }),
      marketing('launch-consent', 'Consent is asked before anything is tracked, and a test visit is counted'),
    ],
  },
  broken: {
    name: 'Something is broken',
    line: 'It worked before and does not now',
    questions: usualTopics.broken,
    ...plain,
    standing: [
      it('broken-fixed', 'The cause is known and fixed, or the way around is written down'),
      marketing('broken-works', 'It works again for the people who reported it'),
    ],
  },
};

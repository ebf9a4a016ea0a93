import type { ToolState } from '../domain/stack/tool.ts';

/** The tools that marketing and IT share in the demo: what for, how far, and whose. */
export const stack: readonly {
  name: string;
  purpose: string;
  state: ToolState;
  business: string | null;
  technical: string | null;
}[] = [
  {
    name: 'Harbor CRM',
    purpose: 'Customers, leads and who talks to them',
    state: 'live',
    business: 'lea',
    technical: 'ines',
  },
  {
    name: 'Postwise',
    purpose: 'Newsletters and mail campaigns',
    state: 'live',
    business: 'ben',
    technical: 'ines',
  },
  {
    name: 'Stagehand Webinars',
    purpose: 'Webinars and their registrations',
    state: 'live',
    business: 'mia',
    technical: 'tom',
  },
  {
    name: 'Pagemill',
    purpose: 'The website and its landing pages',
    state: 'live',
    business: 'lea',
    technical: 'tom',
  },
  {
    name: 'Plainview Analytics',
    purpose: 'Visits without cookies',
    state: 'pilot',
    business: 'ben',
    technical: 'ines',
  },
  {
    name: 'Adboard',
    purpose: 'Ads on four networks from one place',
    state: 'live',
    business: 'mia',
    technical: 'tom',
  },
  {
    name: 'Turnstile Events',
    purpose: 'Badges, scans and guest lists',
    state: 'live',
    business: 'mia',
    technical: 'ines',
  },
  {
    name: 'Askaway Surveys',
    purpose: 'Surveys after events and webinars',
    state: 'pilot',
    business: 'ben',
    technical: 'ines',
  },
  {
    name: 'Framebox',
    purpose: 'Pictures, logos and films with their rights',
    state: 'live',
    business: 'lea',
    technical: 'tom',
  },
  {
    name: 'Plankalender',
    purpose: 'Who does what in which campaign',
    state: 'live',
    business: 'lea',
    technical: 'tom',
  },
  {
    name: 'Mailbird Classic',
    purpose: 'The old newsletter tool',
    state: 'retiring',
    business: 'ben',
    technical: 'tom',
  },
  {
    name: 'Textcheck',
    purpose: 'Accessibility of texts',
    state: 'considering',
    business: 'lea',
    technical: null,
  },
  {
    name: 'Linkleaf',
    purpose: 'A link page for social profiles',
    state: 'rejected',
    business: null,
    technical: null,
  },
];

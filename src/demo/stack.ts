import type { Category } from '../domain/stack/category.ts';
import type { ToolState } from '../domain/stack/tool.ts';

/** The tools that marketing and IT share in the demo: what for, how far, and whose. */
export const stack: readonly {
  name: string;
  category: Category;
  purpose: string;
  state: ToolState;
  /** Where it stands there for a reason. */
  why?: string;
  business: string | null;
  technical: string | null;
  /** Notice is due `ends - notice` days after the demo begins. */
  contract?: { ends: number; notice: number; cost: number };
}[] = [
  {
    name: 'Harbor CRM',
    category: 'crm',
    purpose: 'Customers, leads and who talks to them',
    state: 'live',
    business: 'lea',
    technical: 'ines',
  },
  {
    name: 'Postwise',
    category: 'email',
    purpose: 'Newsletters and mail campaigns',
    state: 'live',
    business: 'ben',
    technical: 'ines',
    // Its owners are asked on one of the last days.
    contract: { ends: 114, notice: 30, cost: 14_400 },
  },
  {
    name: 'Stagehand Webinars',
    category: 'events',
    purpose: 'Webinars and their registrations',
    state: 'live',
    business: 'mia',
    technical: 'tom',
  },
  {
    name: 'Pagemill',
    category: 'website',
    purpose: 'The website and its landing pages',
    state: 'live',
    business: 'lea',
    technical: 'tom',
  },
  {
    name: 'Plainview Analytics',
    category: 'analytics',
    purpose: 'Visits without cookies',
    state: 'pilot',
    business: 'ben',
    technical: 'ines',
  },
  {
    name: 'Adboard',
    category: 'advertising',
    purpose: 'Ads on four networks from one place',
    state: 'live',
    business: 'mia',
    technical: 'tom',
  },
  {
    name: 'Turnstile Events',
    category: 'events',
    purpose: 'Badges, scans and guest lists',
    state: 'live',
    business: 'mia',
    technical: 'ines',
  },
  {
    name: 'Askaway Surveys',
    category: 'forms',
    purpose: 'Surveys after events and webinars',
    state: 'pilot',
    business: 'ben',
    technical: 'ines',
    contract: { ends: 130, notice: 30, cost: 2_900 },
  },
  {
    name: 'Framebox',
    category: 'assets',
    purpose: 'Pictures, logos and films with their rights',
    state: 'live',
    business: 'lea',
    technical: 'tom',
  },
  {
    name: 'Plankalender',
    category: 'planning',
    purpose: 'Who does what in which campaign',
    state: 'live',
    business: 'lea',
    technical: 'tom',
  },
  {
    name: 'Mailbird Classic',
    category: 'email',
    purpose: 'The old newsletter tool',
    state: 'retiring',
    business: 'ben',
    technical: 'tom',
  },
  {
    name: 'Textcheck',
    category: 'website',
    purpose: 'Accessibility of texts',
    state: 'considering',
    business: 'lea',
    technical: null,
  },
  {
    name: 'Linkleaf',
    category: 'social',
    purpose: 'A link page for social profiles',
    state: 'rejected',
    why: 'The website does it',
    business: null,
    technical: null,
  },
];

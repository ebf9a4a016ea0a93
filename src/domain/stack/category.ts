/** The list to start from: what a tool is for, in marketing's words. `words` are what people type when they look for one. */
export const categories = {
  advertising: { name: 'Advertising', words: 'ads adverts campaigns bidding retargeting media' },
  analytics: {
    name: 'Web and product analytics',
    words: 'traffic visitors events funnels heatmaps tracking',
  },
  attribution: { name: 'Attribution and measurement', words: 'touchpoints incrementality mix modelling' },
  automation: { name: 'Marketing automation', words: 'journeys nurturing scoring leads workflows' },
  reporting: { name: 'Reporting and dashboards', words: 'charts warehouse bi reports' },
  email: { name: 'Email', words: 'newsletter mailing esp campaigns' },
  messaging: { name: 'SMS and push', words: 'text whatsapp notification mobile' },
  crm: { name: 'CRM and sales', words: 'contacts accounts deals pipeline leads' },
  'customer-data': { name: 'Customer data', words: 'cdp audiences profiles segments identity' },
  enrichment: { name: 'Contact and company data', words: 'enrichment firmographics prospecting intent' },
  website: { name: 'Website and content', words: 'cms pages landing blog publishing' },
  commerce: { name: 'Commerce', words: 'shop checkout cart payments store' },
  consent: { name: 'Consent and privacy', words: 'cookie banner gdpr preferences cmp' },
  design: { name: 'Design and creative', words: 'graphics templates prototypes images' },
  assets: { name: 'Digital assets', words: 'dam library brand images rights' },
  video: { name: 'Video', words: 'hosting player recording streaming' },
  events: { name: 'Webinars and events', words: 'registration tickets attendees conference' },
  forms: { name: 'Forms and surveys', words: 'questionnaire feedback nps responses' },
  testing: { name: 'Testing and personalisation', words: 'ab experiments variants recommendations' },
  seo: { name: 'Search and SEO', words: 'keywords rankings backlinks crawl' },
  social: { name: 'Social media', words: 'posts scheduling listening community influencers' },
  tags: { name: 'Tag management', words: 'pixels scripts container gtm' },
  integration: { name: 'Integration', words: 'connectors sync pipelines etl ipaas' },
  support: { name: 'Chat and support', words: 'chatbot tickets helpdesk conversations' },
  planning: { name: 'Planning and collaboration', words: 'projects tasks calendar briefs approvals' },
  loyalty: { name: 'Loyalty and reviews', words: 'referral rewards points ratings advocacy' },
  other: { name: 'Other', words: '' },
} as const satisfies Record<string, { name: string; words: string }>;

export type Category = keyof typeof categories;

export const categoryIds = Object.keys(categories) as [Category, ...Category[]];

/** By its id or by its name, whatever the case; null if the list has none such. */
export function parseCategory(typed: string): Category | null {
  const folded = typed.trim().toLowerCase();
  return categoryIds.find((id) => id === folded || categories[id].name.toLowerCase() === folded) ?? null;
}

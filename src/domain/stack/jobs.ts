import { wordsIn } from './words.ts';

/**
 * The jobs of marketing technology and the words by which people mean them: two texts may name one job in words of
 * which they share none. A category holds several jobs, so it alone says little. What only two words together mean is
 * joined by a hyphen.
 */
const jobWords = {
  'web analytics': 'traffic visit pageview goal conversion web-analytics website-analytics',
  'product analytics': 'funnel retention cohort product-analytics',
  'heatmaps and recordings': 'heatmap recording replay session clickmap',
  'keywords and rankings': 'keyword ranking rank-tracking rank-tracker backlink visibility serp',
  'site crawling': 'crawl crawler technical logfile indexing',
  'lead nurturing': 'nurturing nurture scoring journey',
  newsletters: 'newsletter mailing mailshot',
  'transactional email': 'transactional receipt',
  'push messages': 'push',
  'text messages': 'sms voice whatsapp',
  'sales pipeline': 'pipeline deal opportunity',
  'customer profiles': 'cdp profile audience identity',
  'contact data': 'enrichment enrich enriches prospecting firmographic intent contact',
  'content management': 'cms headless editorial',
  'landing pages': 'landing microsite',
  'online shop': 'checkout cart',
  consent: 'cookie consent banner',
  'A/B tests': 'ab experiment experimentation variant',
  personalisation: 'personalisation personalization recommendation',
  'forms and surveys': 'form survey questionnaire poll',
  webinars: 'webinar',
  'events on site': 'ticket badge venue conference',
  'social publishing': 'publish publishing schedule scheduling post',
  'social listening': 'listening monitoring',
  influencers: 'influencer creator',
  'brand assets': 'asset brand dam',
  'video hosting': 'video player',
  'live chat': 'chat chatbot',
  'customer support': 'helpdesk ticket support',
  dashboards: 'dashboard report',
  'data warehouse': 'warehouse lake',
  'data pipelines': 'etl copy move load ingest',
  'app automation': 'automate zap connect connector',
  'task planning': 'task project board kanban',
  reviews: 'review rating',
  'loyalty programmes': 'loyalty reward',
  referrals: 'referral',
  'tag management': 'tag pixel container',
} as const;

export type Job = keyof typeof jobWords;

const jobsByWord = new Map<string, Job[]>();
for (const [job, list] of Object.entries(jobWords) as [Job, string][]) {
  for (const word of list.split(' ').map((each) => wordsIn(each).join(' ')))
    jobsByWord.set(word, [...(jobsByWord.get(word) ?? []), job]);
}

/** What a text says that a tool is for; none if it uses no word of the list. */
export function jobsIn(text: string): Job[] {
  // As people write it, it would be two letters that mean nothing.
  const words = wordsIn(text.replace(/\bA\/B\b/gi, 'ab'));
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  return [...new Set([...words, ...pairs].flatMap((word) => jobsByWord.get(word) ?? []))];
}

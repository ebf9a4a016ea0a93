import type { Category } from '../../../src/domain/stack/category.ts';

/**
 * Real products as somebody would record them in one line, and which of them do the same job for a marketing
 * department: written down from public knowledge before there was a matcher, and not changed to suit it. Products that
 * stand in one `sameJob` could replace each other for that job; a product may do several jobs. Each stack is judged
 * by itself.
 */
export interface LabelledStack {
  tools: readonly LabelledTool[];
  sameJob: readonly (readonly string[])[];
}

export interface LabelledTool {
  name: string;
  category: Category;
  purpose: string;
  /** Names of tools in the same stack that it exchanges data with. */
  integrations?: readonly string[];
}

export function tool(
  name: string,
  category: Category,
  purpose: string,
  integrations: readonly string[] = [],
): LabelledTool {
  return { name, category, purpose, integrations };
}

/** The half by which the matcher's weights were chosen. */
export const tuning: LabelledStack = {
  tools: [
    tool('Google Analytics 4', 'analytics', 'Website traffic, conversions and audiences', [
      'Google Ads',
      'Google Tag Manager',
      'BigQuery',
    ]),
    tool('Adobe Analytics', 'analytics', 'Web analytics: traffic, conversions and segments across sites', [
      'Adobe Target',
    ]),
    tool('Hotjar', 'analytics', 'Heatmaps, session recordings and on-page feedback surveys', [
      'Google Tag Manager',
    ]),
    tool('Microsoft Clarity', 'analytics', 'Free heatmaps and session recordings', ['Google Tag Manager']),
    tool('Google Search Console', 'seo', 'How our pages rank and are indexed in Google search', [
      'Google Analytics 4',
    ]),
    tool('Ahrefs', 'seo', 'Backlinks, keyword research and rank tracking'),
    tool('Semrush', 'seo', 'Keyword research, rank tracking, backlinks and competitor research'),
    tool('Screaming Frog', 'seo', 'Crawls the site to find technical faults', ['Google Search Console']),
    tool('Google Ads', 'advertising', 'Paid search and display campaigns on Google', ['Google Analytics 4']),
    tool('LinkedIn Campaign Manager', 'advertising', 'Paid campaigns to business audiences on LinkedIn', [
      'HubSpot',
    ]),
    tool('Meta Ads Manager', 'advertising', 'Paid campaigns on Facebook and Instagram'),
    tool('HubSpot', 'automation', 'Marketing automation, email, landing pages, forms and lead scoring', [
      'Salesforce',
      'LinkedIn Campaign Manager',
    ]),
    tool(
      'Marketo Engage',
      'automation',
      'Marketing automation: email nurturing, lead scoring and landing pages',
      ['Salesforce'],
    ),
    tool('Mailchimp', 'email', 'Newsletters and simple email automation', ['WordPress']),
    tool('Campaign Monitor', 'email', 'Email newsletters with templates'),
    tool('SendGrid', 'email', 'Transactional email through an API: receipts and password resets'),
    tool('Salesforce', 'crm', 'CRM: accounts, contacts, leads and the sales pipeline', [
      'HubSpot',
      'Marketo Engage',
      'ZoomInfo',
    ]),
    tool('Pipedrive', 'crm', 'Sales pipeline and deals for the small team'),
    tool('ZoomInfo', 'enrichment', 'Business contact data, company enrichment and buyer intent', [
      'Salesforce',
    ]),
    tool('Clearbit', 'enrichment', 'Enriches leads with company data', ['HubSpot']),
    tool('WordPress', 'website', 'Content management for the corporate site and the blog', ['Mailchimp']),
    tool('Unbounce', 'website', 'Landing pages for campaigns, with A/B tests'),
    tool('Instapage', 'website', 'Landing page builder for paid campaigns', ['Google Ads']),
    tool('Adobe Target', 'testing', 'A/B tests and personalisation on the website', ['Adobe Analytics']),
    tool('Optimizely Web Experimentation', 'testing', 'A/B testing and experiments on the website'),
    tool('Typeform', 'forms', 'Online forms and surveys', ['HubSpot']),
    tool('SurveyMonkey', 'forms', 'Customer surveys and feedback'),
    tool('Zoom Webinars', 'events', 'Webinars for prospects and customers', ['HubSpot']),
    tool('ON24', 'events', 'Webinars and virtual events with engagement data', ['Marketo Engage']),
    tool('Eventbrite', 'events', 'Registration and tickets for events on site'),
    tool('Hootsuite', 'social', 'Plans and publishes social media posts'),
    tool('Buffer', 'social', 'Schedules posts on social media'),
    tool('Brandwatch', 'social', 'Social listening: what is said about the brand'),
    tool('OneTrust', 'consent', 'Cookie banner, consent records and privacy requests', [
      'Google Tag Manager',
    ]),
    tool('Google Tag Manager', 'tags', 'Container for tags and pixels on the website', [
      'Google Analytics 4',
      'Hotjar',
    ]),
    tool('Canva', 'design', 'Quick graphics from templates for social posts'),
    tool('Figma', 'design', 'Interface design and prototypes'),
    tool('BigQuery', 'reporting', 'Data warehouse for marketing data', ['Looker Studio']),
    tool('Looker Studio', 'reporting', 'Dashboards and reports for the marketing team', ['BigQuery']),
    tool('Tableau', 'reporting', 'Dashboards and visual analysis of all company data', ['BigQuery']),
    tool('Zapier', 'integration', 'Connects apps and automates small tasks without code', [
      'Typeform',
      'HubSpot',
    ]),
    tool('Asana', 'planning', 'Projects and tasks of the marketing team'),
    tool('Trello', 'planning', 'Boards for tasks and the content calendar'),
  ],
  sameJob: [
    ['Google Analytics 4', 'Adobe Analytics'],
    ['Hotjar', 'Microsoft Clarity'],
    ['Ahrefs', 'Semrush'],
    ['HubSpot', 'Marketo Engage'],
    ['HubSpot', 'Mailchimp', 'Campaign Monitor'],
    ['HubSpot', 'Unbounce', 'Instapage'],
    ['Salesforce', 'Pipedrive'],
    ['ZoomInfo', 'Clearbit'],
    ['Adobe Target', 'Optimizely Web Experimentation'],
    ['Typeform', 'SurveyMonkey'],
    ['Zoom Webinars', 'ON24'],
    ['Hootsuite', 'Buffer'],
    ['Looker Studio', 'Tableau'],
    ['Asana', 'Trello'],
  ],
};

/** The half that the matcher was never fitted to: its figures are the ones that count. */
export const heldOut: LabelledStack = {
  tools: [
    tool('Matomo', 'analytics', 'Website analytics on our own servers: visits, goals and conversions'),
    tool('Piwik PRO', 'analytics', 'Privacy-friendly web analytics with consent and tag manager', [
      'Usercentrics',
    ]),
    tool('Mixpanel', 'analytics', 'Product analytics: events, funnels and retention in the app', ['Segment']),
    tool('Amplitude', 'analytics', 'Product analytics with funnels, cohorts and retention', ['Segment']),
    tool('FullStory', 'analytics', 'Session replay and heatmaps'),
    tool('Crazy Egg', 'analytics', 'Heatmaps and recordings of landing pages'),
    tool('Moz Pro', 'seo', 'Keyword research, rank tracking and link analysis'),
    tool('Sistrix', 'seo', 'Search visibility, keywords and rankings'),
    tool('Botify', 'seo', 'Crawls large sites and analyses log files'),
    tool('Microsoft Advertising', 'advertising', 'Paid search on Bing'),
    tool('The Trade Desk', 'advertising', 'Programmatic display and video buying'),
    tool('Criteo', 'advertising', 'Retargeting of shop visitors with product ads', ['Shopify']),
    tool('Eloqua', 'automation', 'B2B marketing automation: campaigns, lead scoring and nurturing', [
      'Microsoft Dynamics 365 Sales',
    ]),
    tool('Pardot', 'automation', 'B2B marketing automation with email nurturing and lead scoring'),
    tool('ActiveCampaign', 'automation', 'Email marketing and automation for small businesses', ['Shopify']),
    tool('Klaviyo', 'email', 'Email and SMS marketing for the shop', ['Shopify']),
    tool('Brevo', 'email', 'Email newsletters, SMS and simple automation'),
    tool('Mailgun', 'email', 'API that sends transactional email'),
    tool('Braze', 'messaging', 'Push, in-app messages and email to app users', ['Segment']),
    tool('Airship', 'messaging', 'Push notifications and in-app messages for mobile apps'),
    tool('Twilio', 'messaging', 'SMS and voice through an API'),
    tool('Microsoft Dynamics 365 Sales', 'crm', 'CRM for accounts, opportunities and the sales pipeline', [
      'Eloqua',
    ]),
    tool('Zoho CRM', 'crm', 'CRM: leads, contacts, deals'),
    tool('Segment', 'customer-data', 'Customer data platform: collects events and builds audiences', [
      'Braze',
      'Amplitude',
      'Mixpanel',
    ]),
    tool('mParticle', 'customer-data', 'Customer data platform for app and web events'),
    tool('Cognism', 'enrichment', 'Phone numbers and email addresses of business contacts'),
    tool('Apollo', 'enrichment', 'Database of business contacts with email addresses for prospecting'),
    tool('Contentful', 'website', 'Headless CMS for sites and app'),
    tool('Storyblok', 'website', 'Headless CMS with a visual editor'),
    tool('Webflow', 'website', 'Designs and hosts campaign microsites without code'),
    tool('Shopify', 'commerce', 'Online shop and checkout', ['Klaviyo', 'Criteo']),
    tool('Cookiebot', 'consent', 'Cookie banner and consent'),
    tool('Usercentrics', 'consent', 'Consent management: cookie banner and records of consent', [
      'Piwik PRO',
    ]),
    tool('VWO', 'testing', 'A/B tests, heatmaps and personalisation on the website'),
    tool('AB Tasty', 'testing', 'A/B testing and personalisation'),
    tool('Dynamic Yield', 'testing', 'Product recommendations and personalisation in the shop', ['Shopify']),
    tool('Qualtrics', 'forms', 'Customer experience surveys and research'),
    tool('Jotform', 'forms', 'Online forms for any purpose'),
    tool('GoToWebinar', 'events', 'Hosts webinars'),
    tool('Livestorm', 'events', 'Webinars in the browser with registration pages'),
    tool('Cvent', 'events', 'Registration and planning for conferences on site'),
    tool('Sprout Social', 'social', 'Publishing, inbox and reports for social media'),
    tool('Later', 'social', 'Schedules Instagram and TikTok posts'),
    tool('Talkwalker', 'social', 'Social listening and media monitoring'),
    tool('Bynder', 'assets', 'Digital asset management and brand guidelines', ['Contentful']),
    tool('Brandfolder', 'assets', 'Library of brand assets'),
    tool('Wistia', 'video', 'Hosts marketing videos with viewer statistics'),
    tool('Vimeo', 'video', 'Video hosting and player'),
    tool('Intercom', 'support', 'Live chat and support messages on the site'),
    tool('Drift', 'support', 'Chatbot that books sales meetings from the website'),
    tool('Zendesk', 'support', 'Tickets of customer support'),
    tool('Power BI', 'reporting', 'Dashboards and reports', ['Snowflake']),
    tool('Snowflake', 'reporting', 'Data warehouse', ['Power BI', 'Fivetran']),
    tool('Fivetran', 'integration', 'Copies data from marketing sources into the warehouse', ['Snowflake']),
    tool('Supermetrics', 'integration', 'Moves advertising and analytics data into sheets and the warehouse'),
    tool('Make', 'integration', 'Automates tasks between apps without code'),
    tool('monday.com', 'planning', 'Plans projects, tasks and campaigns'),
    tool('Wrike', 'planning', 'Project and task management with approvals'),
    tool('Trustpilot', 'loyalty', 'Customer reviews of the shop', ['Shopify']),
    tool('Yotpo', 'loyalty', 'Reviews and loyalty points for the shop', ['Shopify']),
  ],
  sameJob: [
    ['Matomo', 'Piwik PRO'],
    ['Mixpanel', 'Amplitude'],
    ['FullStory', 'Crazy Egg', 'VWO'],
    ['Moz Pro', 'Sistrix'],
    ['Eloqua', 'Pardot'],
    ['ActiveCampaign', 'Klaviyo', 'Brevo'],
    ['Braze', 'Airship'],
    ['Microsoft Dynamics 365 Sales', 'Zoho CRM'],
    ['Segment', 'mParticle'],
    ['Cognism', 'Apollo'],
    ['Contentful', 'Storyblok'],
    ['Cookiebot', 'Usercentrics'],
    ['VWO', 'AB Tasty'],
    ['GoToWebinar', 'Livestorm'],
    ['Sprout Social', 'Later'],
    ['Bynder', 'Brandfolder'],
    ['Wistia', 'Vimeo'],
    ['Intercom', 'Drift'],
    ['Fivetran', 'Supermetrics'],
    ['monday.com', 'Wrike'],
    ['Trustpilot', 'Yotpo'],
  ],
};

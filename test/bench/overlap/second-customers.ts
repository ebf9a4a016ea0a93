import { type LabelledTool, tool } from './labelled.ts';

/** The part of the second stack about customers: who they are, what they do on the site, what they say. */
export const customers: readonly (readonly LabelledTool[])[] = [
  [
    tool('Close', 'crm', 'CRM for inside sales'),
    tool('Insightly', 'crm', 'CRM', ['AWeber']),
    tool('Nutshell', 'crm', 'Sales keeps contacts, deals and the pipeline in it', ['Constant Contact']),
    tool('SugarCRM', 'crm', 'System of record for accounts, contacts and opportunities'),
  ],
  [
    tool('Outreach', 'crm', 'Sales engagement'),
    tool('Lemlist', 'email', 'Cold email sequences', ['SugarCRM']),
    tool('Salesloft', 'crm', 'Reps follow prospects up with cadences of calls and emails'),
    tool('Reply.io', 'crm', 'Automated sequences by which sales development writes to cold prospects'),
  ],
  [
    tool('Calendly', 'planning', 'Meeting booking'),
    tool('SavvyCal', 'planning', 'Scheduling links'),
    tool('Chili Piper', 'crm', 'Lets a prospect book a meeting with the right rep straight from the form'),
    tool('Cal.com', 'other', 'Page on which people outside pick a free slot in our calendars for a call'),
  ],
  [
    tool('Otter.ai', 'planning', 'Meeting transcripts'),
    tool('Fireflies.ai', 'other', 'Meeting notes'),
    tool('tl;dv', 'video', 'Records and transcribes calls, and writes a summary'),
    tool('Avoma', 'crm', 'Takes notes in sales calls: records them, transcribes them, sums them up', [
      'Close',
    ]),
  ],
  [
    tool('DocuSign', 'other', 'E-signature'),
    tool('Dropbox Sign', 'other', 'Electronic signatures'),
    tool('PandaDoc', 'crm', 'Quotes and contracts that customers sign online', ['Insightly']),
    tool('Adobe Acrobat Sign', 'other', 'Getting contracts with agencies signed without paper'),
  ],
  [
    tool('Highspot', 'crm', 'Sales enablement'),
    tool('Showpad', 'crm', 'Sales content'),
    tool('Seismic', 'assets', 'Where sales finds approved decks and sees which ones buyers open'),
    tool('Bigtincan', 'crm', 'Sales enablement: presentations and training for the reps in the field'),
  ],
  [
    tool('Sendoso', 'other', 'Corporate gifts'),
    tool('Reachdesk', 'other', 'Gifting for prospects'),
    tool('Postal', 'crm', 'Sends gifts and swag to prospects and customers'),
    tool('Alyce', 'automation', 'Account executives send a personal gift to a buyer through it'),
  ],
  [tool('Lob', 'other', 'Printed postcards and letters, by API')],
  [
    tool('Lusha', 'enrichment', 'B2B contact data'),
    tool('UpLead', 'enrichment', 'Prospect lists'),
    tool(
      'RocketReach',
      'enrichment',
      'Finds email addresses and phone numbers of people at target companies',
    ),
    tool('Kaspr', 'crm', 'Phone numbers and emails of prospects from their LinkedIn profiles'),
  ],
  [
    tool('Leadfeeder', 'enrichment', 'Website visitor identification'),
    tool('Albacross', 'enrichment', 'Identifies visiting companies'),
    tool('Lead Forensics', 'analytics', 'Tells sales which companies have visited our site'),
    tool('Snitcher', 'enrichment', 'Reveals the companies behind anonymous visits to the website'),
  ],
  [
    tool('6sense', 'enrichment', 'ABM and intent', ['Salesloft']),
    tool('Demandbase', 'advertising', 'Account-based marketing'),
    tool('Terminus', 'advertising', 'ABM platform: target accounts, ads to them, and engagement by account'),
    tool('RollWorks', 'advertising', 'Picks target accounts, advertises to them and scores them for sales'),
  ],
  [
    tool('Treasure Data', 'customer-data', 'CDP'),
    tool('BlueConic', 'customer-data', 'Customer data platform', ['Iterable']),
    tool('Lytics', 'customer-data', 'Unifies profiles from all sources and builds audiences from them'),
    tool('Amperity', 'customer-data', 'Merges customer records into one profile each, and segments them', [
      'Attentive',
    ]),
    tool('Adobe Real-Time CDP', 'customer-data', 'One profile of every customer; audiences for activation'),
    tool('Simon Data', 'customer-data', 'CDP for segments'),
  ],
  [
    tool('Hightouch', 'integration', 'Reverse ETL', ['Amazon Redshift', 'Iterable']),
    tool('Census', 'customer-data', 'Reverse ETL', ['Amazon Redshift']),
    tool('Polytomic', 'integration', 'Pushes warehouse data into sales and marketing tools'),
    tool(
      'Omnata',
      'integration',
      'Syncs customer tables from the warehouse back to the business applications',
    ),
  ],
  [
    tool('Simple Analytics', 'analytics', 'Web analytics, no cookies'),
    tool('Umami', 'analytics', 'Website statistics'),
    tool('Pirsch', 'analytics', 'Counts visitors and page views of the campaign sites without cookies'),
    tool('Piano Analytics', 'analytics', 'Measures traffic and conversions on all our websites'),
  ],
  [
    tool('Smartlook', 'analytics', 'Session recordings'),
    tool('Lucky Orange', 'analytics', 'Heatmaps and recordings'),
    tool('Inspectlet', 'testing', 'We watch how visitors move and click on a page'),
    tool(
      'Contentsquare',
      'analytics',
      'Heatmaps, zone clicks and replays of visits, to see where people struggle',
    ),
  ],
  [
    tool('PostHog', 'analytics', 'Product analytics, session replay', ['Amazon Redshift']),
    tool('Countly', 'analytics', 'Product analytics'),
    tool(
      'Kissmetrics',
      'analytics',
      'Funnels and retention: what users do in the product after they sign up',
    ),
    tool('June', 'analytics', 'Shows product managers which features people use and whether they come back'),
  ],
  [
    tool('Appcues', 'testing', 'In-app onboarding'),
    tool('UserGuiding', 'other', 'Product tours'),
    tool('Userflow', 'support', 'Guides new users through the product with tours and checklists'),
    tool('Chameleon', 'messaging', 'Tooltips and tours inside the app that teach features to users'),
  ],
  [tool('Sentry', 'other', 'Errors in the web shop’s code')],
  [
    tool('UptimeRobot', 'website', 'Uptime monitoring'),
    tool('StatusCake', 'website', 'Website uptime'),
    tool('Pingdom', 'website', 'Alerts us when the website is down or slow'),
    tool('Better Stack', 'other', 'Checks every minute that our pages answer, and calls whoever is on duty'),
  ],
  [
    tool('AppsFlyer', 'attribution', 'Mobile attribution', ['TikTok Ads Manager']),
    tool('Adjust', 'attribution', 'App install attribution'),
    tool('Branch', 'attribution', 'Deep links, and which ad brought an app install'),
    tool('Kochava', 'analytics', 'Attributes installs of our app to campaigns'),
  ],
  [
    tool('Dreamdata', 'attribution', 'B2B attribution', ['Outreach']),
    tool('HockeyStack', 'attribution', 'Revenue attribution'),
    tool('CaliberMind', 'reporting', 'Shows which touchpoints led to pipeline and revenue, by account'),
    tool('Bizible', 'attribution', 'Multi-touch attribution of opportunities to marketing campaigns'),
  ],
  [
    tool('Robyn', 'attribution', 'Marketing mix modelling'),
    tool('Google Meridian', 'attribution', 'Open-source MMM'),
    tool(
      'Recast',
      'attribution',
      'Models what each channel contributes to sales, to plan next quarter’s budget',
    ),
    tool('Keen', 'planning', 'Mix model that says how to divide the media budget between channels'),
  ],
  [
    tool('CallRail', 'attribution', 'Call tracking'),
    tool('Infinity', 'analytics', 'Call tracking and analytics'),
    tool('Invoca', 'attribution', 'Tells which campaign made somebody phone us'),
    tool(
      'CallTrackingMetrics',
      'attribution',
      'Phone numbers by campaign, so that calls are credited to ads',
    ),
  ],
  [
    tool('Alchemer', 'forms', 'Surveys'),
    tool('QuestionPro', 'forms', 'Market research surveys'),
    tool('LimeSurvey', 'forms', 'The insights team asks customers questionnaires with it'),
    tool('SurveySparrow', 'forms', 'Questionnaires to customers by email, and analysis of the answers'),
  ],
  [
    tool('Tally', 'forms', 'Web forms'),
    tool('Wufoo', 'forms', 'Contact forms'),
    tool('Paperform', 'forms', 'Sign-up and request forms that we embed on the site'),
    tool('Cognito Forms', 'website', 'Builds the online forms for enquiries and applications'),
  ],
  [
    tool('UserTesting', 'forms', 'Usability tests'),
    tool('Userlytics', 'testing', 'Remote user testing'),
    tool('Lookback', 'design', 'We watch and interview people while they try a prototype'),
    tool('Maze', 'design', 'Designers put prototypes before test persons and see where they fail'),
  ],
  [
    tool('Outgrow', 'forms', 'Quizzes and calculators'),
    tool('Interact', 'forms', 'Lead quizzes'),
    tool('Involve.me', 'website', 'Interactive quizzes and price calculators that collect leads'),
    tool('Riddle', 'website', 'Quizzes and polls that our editors embed in articles to win subscribers'),
  ],
  [
    tool('SiteSpect', 'testing', 'A/B testing'),
    tool('Omniconvert', 'testing', 'Split tests'),
    tool('GrowthBook', 'testing', 'Runs experiments with variants on the website and judges the results'),
    tool('Eppo', 'analytics', 'Analyses A/B experiments on warehouse data', ['Amazon Redshift']),
  ],
  [
    tool('Mutiny', 'testing', 'Website personalisation', ['6sense']),
    tool('Monetate', 'testing', 'Personalisation'),
    tool('Personyze', 'testing', 'Shows each visitor different content and recommendations by behaviour'),
    tool('Intellimize', 'testing', 'Tailors what a visitor sees on the site to their segment'),
  ],
  [
    tool('OptinMonster', 'website', 'Popups', ['Constant Contact']),
    tool('Wisepops', 'testing', 'Popups and bars'),
    tool('Privy', 'email', 'Shows a popup with a discount to collect addresses for the newsletter'),
    tool('Justuno', 'commerce', 'Exit popups and banners on the shop that turn visitors into subscribers'),
  ],
  [
    tool('LiveChat', 'support', 'Live chat'),
    tool('Olark', 'support', 'Website chat'),
    tool('tawk.to', 'support', 'The chat box on our site in which agents answer visitors'),
    tool(
      'Userlike',
      'messaging',
      'Visitors of the website talk to our service people live in a small window',
    ),
  ],
  [
    tool('Zoho Desk', 'support', 'Help desk', ['Zoho Campaigns']),
    tool('Kayako', 'support', 'Support tickets'),
    tool('Gorgias', 'support', 'Customer service answers tickets from email, phone and social in it'),
    tool('Front', 'support', 'Shared inbox for customer enquiries, assigned to agents'),
  ],
  [
    tool('Document360', 'support', 'Knowledge base'),
    tool('KnowledgeOwl', 'support', 'Help centre articles'),
    tool('HelpJuice', 'website', 'Publishes the how-to articles in which customers look for answers'),
    tool('Stonly', 'support', 'Step by step guides and a help centre so that customers serve themselves'),
  ],
  [
    tool('Circle', 'social', 'Customer community'),
    tool('Discourse', 'support', 'Community forum'),
    tool('Khoros', 'social', 'Forums in which customers help each other'),
    tool('Mighty Networks', 'other', 'Home of our member community: discussions and groups'),
  ],
  [
    tool('Smile.io', 'loyalty', 'Loyalty programme', ['Adobe Commerce']),
    tool('Open Loyalty', 'loyalty', 'Points and rewards'),
    tool('Antavo', 'loyalty', 'Engine of our customer club: tiers, points and benefits'),
    tool('Annex Cloud', 'loyalty', 'Members collect points for purchases and turn them into rewards'),
  ],
  [
    tool('Friendbuy', 'loyalty', 'Referral programme'),
    tool('Mention Me', 'loyalty', 'Refer a friend'),
    tool('Extole', 'loyalty', 'Customers invite friends and both get a discount'),
    tool('Viral Loops', 'automation', 'Referral campaigns: people get a reward for bringing others'),
  ],
  [
    tool('Okendo', 'loyalty', 'Product reviews'),
    tool('Judge.me', 'commerce', 'Reviews and stars'),
    tool('REVIEWS.io', 'loyalty', 'Asks buyers for a review and shows ratings on our product pages'),
    tool(
      'PowerReviews',
      'loyalty',
      'Collects ratings and reviews of products and syndicates them to retailers',
    ),
  ],
];

/** Second jobs of products that stand in another list. */
export const secondJobs: readonly (readonly string[])[] = [
  ['Mailjet', 'Amazon SES'],
  ['Mailjet', 'SparkPost'],
  ['Mailjet', 'Resend'],
  ['Mailjet', 'Mandrill'],
  ['PostHog', 'Smartlook'],
  ['PostHog', 'Lucky Orange'],
  ['PostHog', 'Inspectlet'],
  ['PostHog', 'Contentsquare'],
];

/**
 * The jobs of marketing technology and the words by which people mean them: two texts may name one job in words of
 * which they share none. A category holds several jobs, so it alone says little. What only two words together mean is
 * joined by a hyphen; they may stand in either order, a few words apart. Endings do not matter ("book", "booking").
 */
export const jobWords = {
  // Writing to people
  newsletters: 'newsletter mailing mailshot email-campaign email-marketing email-mass email-bulk',
  'transactional email':
    'transactional receipt password-reset order-confirmation order-mail order-email smtp',
  'address checks':
    'verification-email verify-email verify-address address-exist check-address list-cleaning list-hygiene',
  'email signatures': 'signature-email signature-mail signature-outlook signature-employee signature-banner',
  'email design': 'email-template email-builder email-design email-module',
  'sender authentication': 'dmarc spf dkim spoofing sender-authentication',
  'inbox placement': 'inbox-placement spam deliverability',
  'push messages': 'push',
  'text messages': 'sms voice whatsapp texting text-message text-bulk text-phone',
  'customer journeys':
    'lifecycle journey cross-channel omnichannel customer-engagement engage-user engage-customer',
  'lead nurturing': 'nurturing nurture scoring journey automation-marketing',
  gifts: 'gift swag',
  'direct mail': 'postcard letter direct-mail',
  // Advertising
  'programmatic buying': 'programmatic dsp demand-side',
  'native ads': 'native advertorial sponsored-content sponsored-article recommended-content',
  'bid management': 'bid bidding ppc',
  'ad verification': 'verification-ad brand-safety viewability',
  'click fraud': 'click-fraud click-fraudulent click-fake click-bot click-invalid',
  'banner production': 'banner-production banner-size banner-display banner-master creative-automation',
  affiliates: 'affiliate commission partner-programme partner-program',
  'account-based marketing': 'abm account-based target-account',
  // Search and social media
  'keywords and rankings': 'keyword ranking rank-tracking rank-tracker rank-position visibility serp',
  backlinks: 'backlink',
  'site crawling': 'crawl crawler technical-seo technical-site audit-seo logfile indexing',
  'content optimisation':
    'content-optimisation content-optimization content-brief content-grade brief-term draft-term article-term',
  'local listings': 'listing directory map-store store-location branch-address opening-hour',
  'social publishing':
    'post-schedule post-plan post-publish social-schedule social-publish social-calendar post-queue',
  'social listening':
    'listening mention sentiment monitoring-brand monitoring-social monitoring-media write-brand talk-brand',
  influencers: 'influencer creator',
  'employee advocacy': 'advocacy employee-share staff-share colleague-share colleague-post employee-post',
  'customers’ own content': 'ugc user-generated customer-photo customer-picture social-wall',
  'short links': 'shortener shorten short-link short-address short-url branded-link',
  'links in a profile': 'link-bio link-profile link-page',
  'press releases': 'newswire press-release release-distribute release-newsroom release-wire release-media',
  'journalist contacts': 'journalist media-contact media-database press-contact',
  'podcast hosting': 'podcast-host podcast-publish podcast-episode podcast-feed podcast-upload',
  // Sales
  'sales pipeline': 'crm pipeline deal opportunity contact-deal',
  'sales outreach': 'outbound cadence sequence sales-engagement cold-email cold-outreach',
  'meeting booking': 'appointment meeting-book meeting-schedule link-scheduling call-book calendar-slot',
  'meeting notes': 'transcript transcribe transcription meeting-note call-note meeting-summary call-summary',
  'sales content': 'deck sales-enablement sales-content sales-material sales-presentation',
  'signed contracts': 'esignature e-signature electronic-signature sign-contract sign-document sign-online',
  'contact data':
    'enrichment enrich enriches prospecting firmographic intent contact-data contact-database company-data company-enrichment prospect-list prospect-email prospect-phone',
  'visiting companies':
    'identification-visitor company-visit company-visitor visitor-anonymous visit-anonymous',
  'leads at stands': 'stand booth exhibition fair badge-scan trade-show lead-capture',
  // Counting
  'web analytics':
    'traffic pageview page-view goal web-analytics website-analytics website-statistic visit-count visitor-count',
  'product analytics':
    'funnel retention cohort product-analytics feature-usage feature-adoption feature-people',
  'heatmaps and recordings': 'heatmap replay session clickmap visitor-recording visitor-click',
  'app attribution': 'install mobile-attribution deep-link',
  'revenue attribution':
    'touchpoint multi-touch touchpoint-pipeline attribution-b2b attribution-revenue attribution-opportunity',
  'mix modelling': 'mmm mix-model mix-modelling channel-contribute channel-contribution incrementality',
  'call tracking': 'call-tracking call-analytics phone-campaign call-campaign call-ad',
  dashboards: 'dashboard chart bi business-intelligence',
  'data warehouse': 'warehouse lake sql',
  'reverse ETL': 'reverse-etl warehouse-sync warehouse-push warehouse-back warehouse-activate',
  'data pipelines': 'etl elt copy move load ingest data-pipeline event-collect',
  'advertising data': 'ad-data ad-cost marketing-data data-connector advertising-data channel-cost',
  'app automation': 'zap connect connector ipaas automate-task automate-workflow',
  'customer profiles': 'cdp identity unify audience-profile audience-segment customer-data customer-profile',
  // Tracking and consent
  'tag management': 'tag pixel container tracking-script',
  'server-side tags': 'server-side server-tag server-tracking server-container',
  'tracking checks': 'tag-audit tag-test tag-check tracking-qa tracking-audit tracking-check event-check',
  'campaign codes': 'utm utm-tag campaign-code campaign-parameter naming-convention',
  consent: 'cookie consent gdpr-banner accept-tracking refuse-tracking',
  // The website and the shop
  'content management': 'cms headless editorial content-management page-editor page-write website-editor',
  'landing pages': 'landing microsite campaign-page',
  accessibility: 'accessibility accessible wcag disabled',
  'site search': 'search-site search-website search-box search-product search-content search-shop',
  'web hosting': 'host-web host-website host-blog host-site server-website hosting-managed',
  uptime: 'uptime downtime outage website-down site-down page-down',
  popups: 'popup pop-up',
  'A/B tests': 'ab experiment experimentation variant split-test',
  personalisation:
    'personalisation personalization personalise personalize recommendation tailor visitor-different',
  'product recommendations': 'recommendation-product recommendation-shop',
  'product tours': 'tour onboarding walkthrough tooltip',
  'online shop': 'checkout cart storefront shop-online shop-web store-online',
  payments: 'payment',
  'product feeds': 'feed-product feed-shopping feed-marketplace feed-catalogue',
  'product information': 'pim product-information product-attribute product-description product-translation',
  // Asking and answering
  surveys: 'survey questionnaire poll nps',
  forms: 'form',
  'user tests': 'usability interview user-test user-research prototype-test prototype-try',
  quizzes: 'quiz calculator',
  'live chat': 'chat chatbot talk-live',
  'customer support':
    'helpdesk support help-desk ticket-answer ticket-support ticket-customer customer-enquiry',
  'help articles': 'faq knowledge-base help-centre help-center help-article how-article',
  communities: 'forum community',
  reviews: 'review rating',
  'loyalty programmes': 'loyalty reward point club',
  referrals: 'referral friend',
  // Events and video
  webinars: 'webinar event-virtual event-online conference-virtual',
  'event registration':
    'ticket badge venue conference attendee event-registration people-register meetup-register',
  'video hosting': 'player video-host video-embed video-play video-keep film-host film-embed',
  'video editing': 'editor-video edit-video cut-video cut-film cut-clip subtitle caption',
  'avatar videos': 'avatar ai-video presenter-video text-video script-video artificial-video',
  'screen recordings': 'screencast screen-record screen-capture',
  'live streaming': 'streaming stream broadcast live-show',
  // Making and keeping things
  'brand assets':
    'asset dam brand-file brand-portal picture-approved picture-library image-library photo-store',
  'graphics from templates': 'graphic infographic template-image template-design',
  'interface design': 'ui wireframe prototype interface mockup',
  whiteboards: 'whiteboard brainstorming sticky-note shared-board',
  'stock images':
    'stock-photo stock-image stock-footage licence-photo licence-picture licence-image footage buy-picture buy-photo buy-image',
  proofing: 'proofing artwork creative-feedback creative-approve creative-sign',
  'copy by AI': 'copywriting ai-copy ai-text ai-draft ai-article generate-copy',
  'writing checks': 'grammar spelling proofread correct-mistake correct-language',
  translation: 'translation translate translator localisation localization',
  'task planning': 'task project board kanban deadline',
  'time tracking': 'timesheet time-tracking time-record hour-project hour-record',
  wikis: 'wiki handbook internal-documentation internal-knowledge',
  'file sharing': 'folder file-share file-storage file-store cloud-storage',
} as const;

export type Job = keyof typeof jobWords;

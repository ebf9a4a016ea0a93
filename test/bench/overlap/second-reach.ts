import { type LabelledTool, tool } from './labelled.ts';

/** The part of the second stack by which people are reached. Each list is one job. */
export const reach: readonly (readonly LabelledTool[])[] = [
  [
    tool('Constant Contact', 'email', 'Newsletters to members'),
    tool('AWeber', 'email', 'Weekly newsletter', ['WooCommerce']),
    tool('GetResponse', 'email', 'We build our email campaigns here and send them to the subscriber lists'),
    tool('Moosend', 'email', 'Sends email campaigns to our subscribers and reports opens and clicks'),
    tool('Mailjet', 'email', 'Newsletters, and order mails from the shop over the API', ['WooCommerce']),
    tool('Zoho Campaigns', 'email', 'Mass mailings to lists', ['Zoho Desk']),
  ],
  [
    tool('Amazon SES', 'email', 'Transactional email'),
    tool('SparkPost', 'email', 'Transactional mail from the app'),
    tool('Resend', 'email', 'API the developers use to deliver password resets and receipts'),
    tool(
      'Mandrill',
      'messaging',
      'Order confirmations and other automatic messages of the shop go out through it',
    ),
  ],
  [
    tool('ZeroBounce', 'email', 'Email verification'),
    tool('NeverBounce', 'email', 'Email list cleaning'),
    tool('Kickbox', 'enrichment', 'Checks whether addresses exist before we mail them, so that fewer bounce'),
    tool('Bouncer', 'email', 'Verifies addresses in a list before a campaign and throws invalid ones out'),
  ],
  [
    tool('Exclaimer', 'email', 'Email signatures'),
    tool('CodeTwo', 'email', 'Signatures in Outlook, centrally'),
    tool(
      'WiseStamp',
      'design',
      'Gives every employee the same signature with logo and banner under their mails',
    ),
    tool('Letsignit', 'email', 'Everyone’s email signature with a campaign banner, managed by brand'),
  ],
  [
    tool('Stripo', 'email', 'Email template builder', ['GetResponse']),
    tool('Beefree', 'email', 'Drag and drop email design'),
    tool(
      'Knak',
      'email',
      'Where campaign managers build on-brand email and page templates without a developer',
    ),
    tool(
      'Stensul',
      'email',
      'Lets the teams create emails from approved modules, then exports them to the sender',
    ),
  ],
  [
    tool('dmarcian', 'email', 'DMARC'),
    tool('EasyDMARC', 'email', 'DMARC, SPF and DKIM'),
    tool('Valimail', 'email', 'Sender authentication: shows who sends mail in the name of our domain'),
    tool(
      'Red Sift OnDMARC',
      'other',
      'Protects our domain from spoofing and keeps SPF and DMARC records right',
    ),
  ],
  [tool('GlockApps', 'email', 'Inbox placement and spam tests before a send')],
  [
    tool('Attentive', 'messaging', 'SMS marketing', ['Adobe Commerce']),
    tool('SlickText', 'messaging', 'Text message campaigns'),
    tool('Postscript', 'messaging', 'Texts offers and back-in-stock notes to shoppers who opted in'),
    tool('SimpleTexting', 'messaging', 'We send bulk texts with offers to customers’ phones'),
  ],
  [
    tool('Customer.io', 'automation', 'Lifecycle messages', ['Hightouch']),
    tool('Iterable', 'automation', 'Cross-channel lifecycle campaigns', ['Hightouch', 'Branch']),
    tool('MoEngage', 'messaging', 'Customer engagement: journeys over push, email, SMS and in-app', [
      'AppsFlyer',
    ]),
    tool('CleverTap', 'messaging', 'Engages app users with journeys over push, in-app messages and email', [
      'AppsFlyer',
    ]),
  ],
  [
    tool('Display & Video 360', 'advertising', 'Programmatic buying', ['Search Ads 360', 'DoubleVerify']),
    tool('Amazon DSP', 'advertising', 'Programmatic display and video'),
    tool('StackAdapt', 'advertising', 'Our demand-side platform: native, display and connected TV', [
      'DoubleVerify',
    ]),
    tool('Basis', 'advertising', 'The DSP with which the media team buys display and video programmatically'),
  ],
  [
    tool('Taboola', 'advertising', 'Native ads'),
    tool('Outbrain', 'advertising', 'Native content ads'),
    tool('MGID', 'advertising', 'Promotes our articles as recommended content below those of publishers'),
    tool('Nativo', 'advertising', 'Places our stories as sponsored native articles on news sites'),
  ],
  [tool('TikTok Ads Manager', 'advertising', 'Video ads on TikTok')],
  [tool('Pinterest Ads', 'advertising', 'Promoted pins')],
  [tool('Reddit Ads', 'advertising', 'Ads in subreddits')],
  [tool('Apple Search Ads', 'advertising', 'Ads in App Store search', ['AppsFlyer'])],
  [
    tool('Search Ads 360', 'advertising', 'Bid management', ['Display & Video 360']),
    tool('Optmyzr', 'advertising', 'PPC optimisation'),
    tool('Skai', 'advertising', 'Manages bids and budgets of paid search across engines'),
    tool(
      'Marin Software',
      'advertising',
      'Automates bidding and budgets for our paid search and social accounts',
    ),
  ],
  [
    tool('DoubleVerify', 'advertising', 'Ad verification', ['Display & Video 360']),
    tool('Integral Ad Science', 'advertising', 'Viewability and brand safety'),
    tool('Adloox', 'advertising', 'Verifies that ads were seen by people, next to safe content'),
    tool(
      'Pixalate',
      'advertising',
      'Ad verification for brand safety and invalid traffic in apps and connected TV',
    ),
  ],
  [
    tool('ClickCease', 'advertising', 'Click fraud protection'),
    tool('Lunio', 'advertising', 'Blocks fake clicks'),
    tool('TrafficGuard', 'advertising', 'Stops bots and competitors from clicking our search ads'),
    tool(
      'Fraud Blocker',
      'advertising',
      'Detects fraudulent clicks on paid search and excludes those addresses',
    ),
  ],
  [
    tool('Celtra', 'advertising', 'Creative automation'),
    tool('Bannerflow', 'design', 'Banner production', ['Display & Video 360']),
    tool('Creatopy', 'design', 'We make display banners in all sizes and languages from one master'),
    tool('Abyssale', 'design', 'Generates every size of a banner from one template, for all markets'),
  ],
  [
    tool('Awin', 'advertising', 'Affiliate network'),
    tool('CJ', 'advertising', 'Affiliate programme'),
    tool(
      'impact.com',
      'loyalty',
      'Runs our partner and affiliate programme: tracking, contracts, commission payouts',
    ),
    tool('Rakuten Advertising', 'advertising', 'Affiliates who promote our shop, and what we owe them'),
    tool('Partnerize', 'advertising', 'Affiliate tracking and payment'),
    tool('TradeTracker', 'advertising', 'Network of affiliates, paid per sale'),
  ],
  [
    tool('AccuRanker', 'seo', 'Rank tracking'),
    tool('STAT', 'seo', 'Daily keyword rankings'),
    tool('Nightwatch', 'seo', 'Follows at which position we stand in Google for our keywords, by city'),
    tool('Advanced Web Ranking', 'seo', 'Reports our keyword positions against competitors every week'),
  ],
  [
    tool('Sitebulb', 'seo', 'Technical SEO audits'),
    tool('JetOctopus', 'seo', 'Site crawler'),
    tool('Oncrawl', 'seo', 'Crawls the whole website and analyses log files to find technical SEO problems'),
    tool('Netpeak Spider', 'seo', 'Desktop crawler that lists broken links and missing titles'),
  ],
  [
    tool('Clearscope', 'seo', 'Content optimisation'),
    tool('MarketMuse', 'seo', 'Content briefs and optimisation'),
    tool('Frase', 'seo', 'Writers get a brief with the terms an article must cover to rank'),
    tool(
      'Dashword',
      'website',
      'Grades a draft against top results and suggests terms that articles should cover',
    ),
  ],
  [
    tool('Yext', 'seo', 'Local listings'),
    tool('Uberall', 'seo', 'Listings for our branches'),
    tool(
      'BrightLocal',
      'seo',
      'Keeps addresses and opening hours of our stores right in directories and maps',
    ),
    tool(
      'Synup',
      'other',
      'Publishes store locations to Google Maps and other directories, and corrects them',
    ),
  ],
  [tool('Similarweb', 'analytics', 'Estimates of competitors’ traffic')],
  [
    tool('Sendible', 'social', 'Social scheduling'),
    tool('SocialPilot', 'social', 'Plans and publishes posts', ['Bitly']),
    tool('Loomly', 'social', 'The calendar in which we write, approve and schedule social posts'),
    tool('Publer', 'social', 'Schedules our posts on all networks from one place'),
    tool('Planable', 'social', 'Post approval and scheduling'),
    tool('Sociamonials', 'social', 'We queue up posts for every channel with it, weeks ahead'),
  ],
  [
    tool('Mention', 'social', 'Social listening'),
    tool('Brand24', 'social', 'Brand monitoring'),
    tool('Awario', 'social', 'Tells us when somebody writes about our brand on the web or social networks'),
    tool('Digimind', 'social', 'Listens to conversations about us and competitors and measures sentiment'),
  ],
  [
    tool('GRIN', 'social', 'Influencer marketing'),
    tool('Aspire', 'social', 'Influencer campaigns'),
    tool(
      'CreatorIQ',
      'social',
      'Finds creators, manages contracts with them and shows what their posts brought',
    ),
    tool('Traackr', 'social', 'Database of influencers and what our work with them yields'),
  ],
  [
    tool('EveryoneSocial', 'social', 'Employee advocacy'),
    tool('DSMN8', 'social', 'Staff share our posts'),
    tool('GaggleAMP', 'social', 'Colleagues get company content to share on their own LinkedIn profiles'),
    tool('PostBeyond', 'social', 'Employee advocacy: a feed of approved content for staff to pass on'),
  ],
  [
    tool('Flowbox', 'social', 'User generated content'),
    tool('TINT', 'social', 'Social walls and UGC'),
    tool(
      'Pixlee',
      'commerce',
      'Collects customers’ Instagram photos, with rights, and shows them on product pages',
    ),
    tool('Taggbox', 'website', 'Gathers posts by customers and displays them in galleries on the site'),
  ],
  [
    tool('Bitly', 'social', 'Short links'),
    tool('Rebrandly', 'social', 'Branded short links'),
    tool('Short.io', 'other', 'URL shortener on our own domain, with click counts'),
    tool('TinyURL', 'other', 'Makes long campaign addresses short enough for print and posts'),
  ],
  [
    tool('Linktree', 'social', 'Link in bio page'),
    tool('Campsite', 'social', 'Link in bio'),
    tool('Beacons', 'social', 'The page of links that our Instagram profile points to'),
    tool('Lnk.Bio', 'other', 'One link for the profile on Instagram, behind which all others are listed'),
  ],
  [
    tool('PR Newswire', 'other', 'Press release distribution'),
    tool('Business Wire', 'other', 'Wire for press releases'),
    tool('GlobeNewswire', 'other', 'Sends out our releases to newsrooms and regulators'),
    tool('EIN Presswire', 'social', 'Distributes press releases to media outlets'),
  ],
  [
    tool('Muck Rack', 'other', 'Journalist database and coverage'),
    tool('Roxhill', 'other', 'Media database'),
    tool('Prowly', 'social', 'Media contacts: who writes about our industry, and pitches to them'),
    tool('Anewstip', 'other', 'To find journalists for a story and write to them'),
  ],
  [
    tool('Buzzsprout', 'video', 'Podcast hosting'),
    tool('Libsyn', 'other', 'Hosts the podcast'),
    tool('Transistor', 'video', 'Publishes our podcast episodes to Apple and Spotify and counts downloads'),
    tool('Captivate', 'other', 'Where we upload podcast episodes; feeds every podcast app'),
  ],
];

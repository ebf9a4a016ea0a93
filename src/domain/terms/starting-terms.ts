import type { Term } from './term.ts';

/** What a desk starts with: words that the two sides are known to trip over. Nobody has agreed to them yet. */
export const startingTerms: readonly Term[] = [
  term('ASAP', 'as soon as possible, urgent, dringend', {
    marketing:
      'It hurts already, or a date that is public cannot move; please tell me today when it can be done.',
    it: 'Without a date it means “after everything that has one”; with high impact and high urgency it is priority 1.',
    promise: 'It counts only with an impact and an urgency: both high is priority 1.',
  }),
  term('End of week', 'EOW, by Friday, Ende der Woche', {
    marketing: 'I have it on Friday, early enough to still do something with it.',
    it: 'Before we close on the last working day of this week; nobody changes anything after that until Monday.',
    promise: 'Without a day it means the last working day of IT’s week.',
  }),
  term('Done', 'finished, erledigt', {
    marketing: 'Visitors can use it, and I have seen it work with my own eyes.',
    it: 'The work is finished and tested by us; it waits for you to check it against what we agreed.',
    promise: 'A request is done when both sides’ criteria hold and the requester has said so.',
  }),
  term('Live', 'go-live, launch, released', {
    marketing: 'The public sees it and the campaign may point to it.',
    it: 'It runs on production, perhaps switched off or for a few visitors only, and can be taken back.',
  }),
  term('MVP', 'minimum viable product, first version', {
    marketing: 'The smallest version that we are not ashamed to show to customers.',
    it: 'The smallest version from which we learn whether the idea works; much is missing on purpose and may stay so.',
  }),
  term('Staging', 'test system, preview, pre-production', {
    marketing: 'A copy of the site where I look at things before everybody else does.',
    it: 'A system like production but with other data and other connections: what works there is likely, not certain, to work live.',
  }),
  term('Production', 'prod, live system', {
    marketing: 'The making of our films, pictures and texts.',
    it: 'The systems that real customers use; every change to them needs a way back.',
  }),
  term('Pen test', 'penetration test, security test', {
    marketing: 'An examination that a new tool has to pass before we may use it.',
    it: 'Hired people try to break in for some days and write down how; it takes weeks to arrange and often ends with work to do.',
  }),
  term('PII', 'personal data, personally identifiable information, personenbezogene Daten', {
    marketing: 'Names, addresses and phone numbers of our contacts.',
    it: 'Anything that leads to one person, also a cookie id or an IP address; it needs a purpose, a legal basis and a date of deletion.',
  }),
  term('Consent', 'opt-in, Einwilligung', {
    marketing: 'The visitor clicked “accept”, or the contact asked for our newsletter.',
    it: 'A recorded yes of one person to one purpose at one time, which can be proved, and taken back as easily as it was given.',
  }),
  term('Cookie banner', 'consent banner, CMP', {
    marketing: 'The box that costs us visitors and figures.',
    it: 'The switch that decides which scripts may run at all; a tag that ignores it is a breach, not a detail.',
  }),
  term('Tag', 'pixel, snippet, tracking code', {
    marketing: 'A line that a partner gives us, so that we see what a campaign brings.',
    it: 'A program of somebody else that runs on every page, can slow or break it and sends data away.',
  }),
  term('Tag manager', 'GTM, container', {
    marketing: 'The place where we add tags without waiting for a release.',
    it: 'A way to put code on production without a review, so we have to know who may publish there.',
  }),
  term('Attribution', 'last click, multi-touch', {
    marketing: 'Which campaign gets the credit for a sale.',
    it: 'A calculation over clicks that we can record; without consent or across devices it has holes that no tool fills.',
  }),
  term('Conversion', 'goal', {
    marketing: 'Somebody did what the page is for, such as leaving an address or buying.',
    it: 'An event with a name and a time that a script sends; change the page and it may silently stop being sent.',
  }),
  term('Lead', 'MQL, SQL, prospect', {
    marketing: 'Somebody who showed interest and may be contacted.',
    it: 'A record in the CRM with an owner, a source and a status; twice the same address is twice the trouble.',
  }),
  term('Campaign', 'Kampagne', {
    marketing: 'Everything we do for one aim in one period, on all channels.',
    it: 'An object in a tool, with an id that has to be the same in every other tool.',
  }),
  term('Landing page', 'LP, microsite', {
    marketing: 'One page for one offer that has to be up when the ads start.',
    it: 'A new public address with forms, tags and certificates, which somebody has to keep safe and switch off one day.',
  }),
  term('UTM', 'campaign parameter, tracking link', {
    marketing: 'The labels behind a link that tell us where visitors come from.',
    it: 'Parameters of an address: without one way of writing them the reports fall apart, and redirects may lose them.',
  }),
  term('SSO', 'single sign-on', {
    marketing: 'I log in once and do not need another password.',
    it: 'Access is given and taken away in one place; a tool without it keeps the accounts of people who have left.',
  }),
  term('Integration', 'connection, interface, Schnittstelle', {
    marketing: 'The two tools work together, so nobody copies lists by hand.',
    it: 'A connection that we build, pay, watch and mend whenever one of the two sides changes.',
  }),
  term('API', 'programming interface', {
    marketing: 'The vendor says that it has one, so connecting is easy.',
    it: 'A contract between programs, with limits and versions; having one says nothing yet of what can be done with it.',
  }),
  term('Sync', 'synchronisation, real time', {
    marketing: 'What I change here is there at once.',
    it: 'Copies are brought in line every so often, in one direction or both, with a rule for who wins.',
  }),
  term('Bug', 'fault, error, broken', {
    marketing: 'It does not do what I need.',
    it: 'It does not do what was agreed; what was never agreed is a change.',
    promise: 'What worked before and fails now is filed as “Something is broken”; anything else is a change.',
  }),
  term('Quick fix', 'small change, just a button', {
    marketing: 'It is small to look at, so it should be quick.',
    it: 'How small it looks says little: testing, release and a way back take the same time for a button as for a page.',
  }),
  term('Requirements', 'brief, specification', {
    marketing: 'The brief: what it is to achieve, for whom and by when.',
    it: 'Statements that can be checked one by one with yes or no.',
  }),
  term('Sprint', 'iteration', {
    marketing: 'A short period of hard work before a launch.',
    it: 'Two weeks whose content is fixed at their start; what comes later waits for the next, unless it is priority 1.',
  }),
  term('Freeze', 'code freeze, peak season', {
    marketing: 'The weeks in which nothing may go wrong because we earn the most.',
    it: 'Days on which nothing is changed on production, so everything has to be live and proven before they begin.',
  }),
  term('Downtime', 'maintenance, outage', {
    marketing: 'The site is away, and ads go on costing money.',
    it: 'Planned or not, the time in which a system does not answer; the planned kind is announced so that campaigns can pause.',
  }),
  term('Rollback', 'revert, way back', {
    marketing: 'Taking back something that went wrong, which should take a minute.',
    it: 'Going back to the version before; data that came in meanwhile may have to be saved first.',
  }),
  term('Data warehouse', 'DWH, single source of truth', {
    marketing: 'The place with all figures, so that reports finally agree.',
    it: 'A database fed by other systems at night: it is as right and as fresh as what feeds it.',
  }),
  term('Segment', 'audience, target group', {
    marketing: 'The people whom a message is for.',
    it: 'A query over fields that must exist and be filled; each field used is one more reason needed to keep it.',
  }),
  term('A/B test', 'experiment, split test', {
    marketing: 'We show two versions and keep the one that brings more.',
    it: 'A change on production that runs twice, needs enough visitors to mean anything, and is cleaned up afterwards.',
  }),
  term('Scope', 'scope creep', {
    marketing: 'What we asked for, and what belongs to it as a matter of course.',
    it: 'The list that both signed; what is added later changes the date, or takes the place of something else.',
  }),
];

type Text = Pick<Term, 'marketing' | 'it'> & { promise?: string };

function term(word: string, synonyms: string, { marketing, it, promise = '' }: Text): Term {
  return {
    id: word.toLowerCase().replace(/[^a-z]+/g, '-'),
    word,
    language: 'en',
    synonyms: synonyms.split(', '),
    ...{ marketing, it, promise: promise || null },
    revision: 0,
    agreed: {},
  };
}

/** The workspace in which both apps of the bench are installed. */
export const team = 'T0BENCH';
export const owner = 'U0OWNER';
export const itMember = 'U0ENGINEER';
export const usergroup = 'S0ITTEAM';
export const triageChannel = 'C0TRIAGE';
export const command = '/martech-request';
export const signingSecret = 'a-secret-of-the-bench';
/** They ask in turn, so that the direct messages go to many. */
export const marketers = Array.from({ length: 20 }, (_, index) => `U0MARKETER${index}`);

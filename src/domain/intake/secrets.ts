/** Text that looks like something nobody should paste into a request. It can be wrong: it warns, people decide. */
export const secrets = ['key', 'password', 'customers'] as const;
export type Secret = (typeof secrets)[number];

const keys = [
  // Keys that say what they are: Slack, GitHub, AWS, Google, Stripe, OpenAI, SendGrid, JSON web tokens, private keys.
  /\bxox[abeoprs]-[\w-]{10,}/,
  /\bgh[opsu]_\w{20,}/,
  /\bgithub_pat_\w{20,}/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bAIza[\w-]{35}/,
  /\b[prs]k_(?:live|test)_\w{16,}/,
  /\bsk-[\w-]{20,}/,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:api[ _-]?key|secret|access[ _-]?token|bearer|token)\b\s*[:=]?\s*["']?(?=[\w./+-]*\d)(?=[\w./+-]*[a-z])[\w./+-]{16,}/i,
];

const password =
  /\b(?:password|passwd|pwd|passwort|kennwort|passphrase)\b\s*(?:is|ist|[:=])\s*["'“„]?(?!(?:needed|required|reset|protected|the|a|not)\b)\S{4,}/i;

const address = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
/** So many addresses are a list of people, not a contact. */
const mostAddresses = 5;

export function secretIn(text: string): Secret | null {
  if (keys.some((key) => key.test(text))) return 'key';
  if (password.test(text)) return 'password';
  return new Set(text.match(address)).size >= mostAddresses ? 'customers' : null;
}

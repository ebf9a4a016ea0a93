import type { Block, KnownBlock } from '@slack/types';
import { type Desk, settingsInForce } from '../../usecases/desk.ts';
import type { DigestLocation, DigestPlace } from '../../usecases/digest/digests.ts';
import { launchesIn, linesByNumber } from '../../usecases/digest/read-digest.ts';
import { type DigestView, viewDigest } from '../../usecases/digest/view-digest.ts';
import { renewalDays } from '../../usecases/digest/weekly-figures.ts';
import type { DigestTheme, OutboxEntry, OutboxSubject } from '../../usecases/saying/outbox.ts';
import type { Found, Said } from '../../usecases/saying/speaker.ts';
import { renewalsAhead } from '../../usecases/stack/renewals.ts';
import { markOf } from '../saying/marks.ts';
import type { Mouth } from '../saying/mouth.ts';
import { said, type Telling } from '../saying/telling.ts';
import type { Sent } from '../saying/while-ours.ts';
import { wasDeleted } from '../web-api/call-outcome.ts';
import { failureOf } from '../web-api/web-api-error.ts';
import { digestMessage } from './digest-message.ts';
import type { RichMessage } from './rich-message.ts';
import { namedIn, themeMessage } from './themes.ts';

type DigestSubject = Extract<OutboxSubject, { purpose: 'digest' }> | DigestTheme;

export function digestTelling(mouth: Mouth, entry: OutboxEntry, subject: DigestSubject): Telling {
  return {
    say: () => say(mouth, entry, subject),
    find: () => find(mouth, entry, subject),
  };
}

/** The digest's message is kept like the present state of its questions; its thread is said once. */
async function say(mouth: Mouth, entry: OutboxEntry, subject: DigestSubject): Promise<Said> {
  const view = await viewDigest(mouth.desk, subject.week);
  if (!view) return { result: 'dead', reason: 'no-such-digest' };
  const standing = await locationOf(mouth, subject);
  if (subject.kind === 'digest-theme') {
    if (!standing) return { result: 'dead', reason: 'no-card' };
    const posted = await post(mouth, entry, standing, await themeOf(mouth.desk, view, subject));
    return posted.result === 'sent' ? said : posted;
  }
  const message = digestMessage(view, subject.place);
  if (standing) return update(mouth, entry, standing, message);
  const channel = await channelOf(mouth, subject.place);
  if (!channel) return { result: 'dead', reason: 'no-digest-channel' };
  const posted = await post(mouth, entry, { channel, ts: null }, message);
  if (posted.result !== 'sent') return posted;
  return { result: 'said', location: placed(entry, subject, posted) };
}

/** Looks for what an earlier attempt may have left. */
async function find(mouth: Mouth, entry: OutboxEntry, subject: DigestSubject): Promise<Found> {
  const standing = await locationOf(mouth, subject);
  const isTheme = subject.kind === 'digest-theme';
  // Without a message there is no thread; one that stands can be updated again.
  if (isTheme ? !standing : standing) return { result: 'absent' };
  const channel = standing?.channel ?? (await channelOf(mouth, subject.place));
  const found = channel && (await mouth.marked(entry, { channel, threadTs: standing?.ts ?? null }));
  if (!found) return { result: 'absent' };
  const { ts, revision } = found;
  return { result: 'found', revision, location: isTheme ? null : placed(entry, subject, { channel, ts }) };
}

function locationOf({ desk }: Mouth, { week, place }: DigestSubject): Promise<DigestLocation | null> {
  return desk.store.digestLocation(desk.workspace, week, place);
}

async function channelOf({ desk, directMessageWith }: Mouth, place: DigestPlace): Promise<string | null> {
  if (place !== 'channel') return directMessageWith(place);
  return (await settingsInForce(desk, desk.store)).digest.channel;
}

function placed(
  { workspace }: OutboxEntry,
  { week, place }: DigestSubject,
  { channel, ts }: { channel: string; ts: string },
): DigestLocation {
  return { workspace, week, place, channel, ts };
}

async function themeOf(desk: Desk, { digest, settings }: DigestView, { theme }: DigestTheme) {
  const { figures, week } = digest;
  return themeMessage(theme, week, figures, {
    settings,
    lines: await linesByNumber(desk, namedIn(theme, figures)),
    launches: theme === 'dates' ? await launchesIn(desk, figures) : [],
    renewals: theme === 'renewals' ? await renewalsAhead(desk, renewalDays) : [],
  });
}

async function update(
  { client, edit }: Mouth,
  entry: OutboxEntry,
  { channel, ts }: DigestLocation,
  message: RichMessage,
): Promise<Said> {
  const updated = await edit(entry, () =>
    takenBySlack(message, (text, blocks) =>
      client.chat.update({ channel, ts, text, blocks, metadata: markOf(entry) }),
    ),
  );
  // They did not want it there.
  return wasDeleted(updated) ? said : updated;
}

function post(
  mouth: Mouth,
  entry: OutboxEntry,
  { channel, ts }: { channel: string; ts: string | null },
  message: RichMessage,
): Promise<Sent> {
  const place = { channel, threadTs: ts };
  return takenBySlack(message, (text, blocks) => mouth.send(entry, place, { text, blocks }));
}

/** Not every Slack draws tables and charts: a refused block had no effect, so the same is said without it. */
async function takenBySlack<Answer>(
  { text, blocks, plainer }: RichMessage,
  call: (text: string, blocks: (KnownBlock | Block)[]) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await call(text, blocks);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'refused' || failure.error !== 'invalid_blocks') throw error;
    return call(text, plainer);
  }
}

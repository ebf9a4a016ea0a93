import { expect, test } from 'vitest';
import { mostFreezes } from '../../src/domain/roadmap/freeze.ts';
import { decideItem, publishDigest } from '../../src/usecases/digest/digest-decisions.ts';
import { digestsDue, makeDigest } from '../../src/usecases/digest/make-digest.ts';
import { orderExport } from '../../src/usecases/export/export-numbers.ts';
import type { DeskRefusal, Outcome } from '../../src/usecases/outcome.ts';
import { castBallot } from '../../src/usecases/pulse/pulse.ts';
import { followRequest } from '../../src/usecases/request/follow-request.ts';
import { giveCommand } from '../../src/usecases/request/give-command.ts';
import { findRequest } from '../../src/usecases/request/look-up-request.ts';
import { keepFreeze } from '../../src/usecases/roadmap/freezes.ts';
import { cancelLaunch, keepLaunch } from '../../src/usecases/roadmap/keep-launch.ts';
import { seeTopFive } from '../../src/usecases/roadmap/top-five.ts';
import { signStandingVersion, suggestStanding } from '../../src/usecases/settings/change-standing.ts';
import { configureDesk } from '../../src/usecases/settings/configure-desk.ts';
import { answerRenewal } from '../../src/usecases/stack/renewals.ts';
import { endReview } from '../../src/usecases/stack/reviews.ts';
import { confirmImport } from '../../src/usecases/stack/stack-imports.ts';
import { agreeToTerm, seeTerm } from '../../src/usecases/terms/terms.ts';
import { hearReply } from '../../src/usecases/threads/hear-reply.ts';
import { sendAcross } from '../../src/usecases/threads/send-across.ts';
import { dropHeld, sendHeld } from '../../src/usecases/threads/send-held.ts';
import { gus, ines, lea, mia, omar, openDesk, settings, type TestDesk, tom } from '../slack/support/desk.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';

type Refused = Promise<Outcome<unknown>>;

let causes = 0;
const by = (person: typeof mia) => {
  causes += 1;
  return { person, cause: `test:refused:${causes}` };
};

async function changeSettings({ desk }: TestDesk, change: Partial<typeof settings>): Promise<void> {
  const document = { ...settings, ...change };
  await desk.store.write((transaction) =>
    transaction.addSettings('T1', { version: 2, document, changedBy: null, changedAt: 1 }),
  );
}

function suggest({ desk }: TestDesk, person: typeof mia, seen: number): Refused {
  const criteria = [{ text: 'Somebody else has tried it', side: 'it', required: true }] as const;
  return suggestStanding(desk, { ...by(person), kind: 'change', criteria, seen });
}

const blackFriday = { from: '2026-11-20', to: '2026-11-30', what: 'The shop', why: 'Black Friday' };

function freeze({ desk }: TestDesk, person: typeof mia, id: string | null): Refused {
  return keepFreeze(desk, { ...by(person), ...blackFriday, id, seen: 0 });
}

function launch({ desk }: TestDesk, person: typeof mia, id: string | null, date = '2026-04-01') {
  return keepLaunch(desk, { ...by(person), id, seen: 0, name: 'Spring', date, owner: mia });
}

/** Answers what is to become of a tool of Mia's. */
async function renew({ desk }: TestDesk, person: typeof mia, tool: string, contractEnd: string): Refused {
  const owned = sampleTool({ name: 'Postwise', business_owner: 'UMIA', contract_end: '2026-08-01' });
  await desk.store.write((transaction) => transaction.saveTools(asSaved([owned])));
  const answer = { verdict: 'keep', reached: 'yes', words: null } as const;
  return answerRenewal(desk, { ...by(person), ...answer, tool, contractEnd });
}

/** A tool that was bought first, and the look at it. */
async function bought({ desk, ask }: TestDesk): Promise<(person: typeof mia) => Refused> {
  const brief = { title: 'Letterbird', outcome: 'News', link: null, details: { where: 'bought' } } as const;
  const request = await ask({ kind: 'tool', brief });
  await followRequest(desk, request);
  return (person) => endReview(desk, { ...by(person), request, verdict: 'keep', until: null, words: null });
}

/** A digest for the leads alone, with two tools for one job as its question. */
async function digest(test: TestDesk, channel: string | null) {
  const { desk, clock, ask } = test;
  await changeSettings(test, { digest: { ...settings.digest, channel } });
  const tools = ['Postwise', 'Mailwise'].map((name) =>
    sampleTool({ name, category: 'Email', purpose: 'Sends newsletters' }),
  );
  await desk.store.write((transaction) => transaction.saveTools(asSaved(tools)));
  await ask();
  clock.moveBy(7 * 24 * 60 * 60_000);
  const [slot] = await digestsDue(desk);
  if (!slot) throw new Error('a digest is due');
  await makeDigest(desk, slot);
  const { week } = slot;
  return {
    publish: (person: typeof mia, of = week) => publishDigest(desk, { ...by(person), week: of }),
    decide: (person: typeof mia) => decideItem(desk, { ...by(person), week, position: 0, choice: 'keep' }),
  };
}

/** A note of Ines in the card's thread, and its way across as it was written, or as it was not. */
async function noted({ desk, ask }: TestDesk) {
  const request = await ask();
  const card = { workspace: 'T1', channel: 'C0TRIAGE', ts: '1.0', threadTs: null, request, event: null };
  await desk.store.write((transaction) =>
    transaction.saveLocation({ ...card, purpose: 'triage-card', recipient: null, supersededAt: null }),
  );
  const note = { channel: 'C0TRIAGE', ts: '2.0' };
  await hearReply(desk, { ...note, ...by(ines), threadTs: '1.0', words: 'It is the cache', files: [] });
  const written = (await desk.store.threadMessage('T1', note.channel, note.ts))?.words ?? '';
  return (person: typeof mia, words = written) =>
    sendAcross(desk, { ...note, ...by(person), as: 'share', words });
}

/** What brings about each refusal of the closed list: one more in the list asks for its own here. */
const provoked: Record<DeskRefusal['code'], (test: TestDesk) => Refused> = {
  'not-a-lead': (test) => suggest(test, mia, 0),
  async 'leads-are-one'(test) {
    await changeSettings(test, { leads: { marketing: lea, it: lea } });
    return suggest(test, lea, 0);
  },
  async 'standing-unchanged'(test) {
    await suggest(test, lea, 0);
    return suggest(test, omar, 1);
  },
  'standing-changed': (test) => suggest(test, lea, 1),
  async 'standing-waits-for-other'(test) {
    await suggest(test, lea, 0);
    return signStandingVersion(test.desk, { ...by(lea), kind: 'change', version: 1 });
  },
  'no-such-request': ({ desk }) => findRequest(desk, mia, 'MR-99'),
  'no-such-tool': (test) => renew(test, mia, 'Nothing', '2026-08-01'),
  'not-an-owner': (test) => renew(test, tom, 'Postwise', '2026-08-01'),
  'renewal-over': (test) => renew(test, mia, 'Postwise', '2025-08-01'),
  'no-such-term': ({ desk }) => seeTerm(desk, mia, 'nothing'),
  'not-yours-to-agree': ({ desk }) => agreeToTerm(desk, { ...by(mia), id: 'asap', seen: 0 }),
  'not-the-reviewer': async (test) => (await bought(test))(tom),
  async 'reviewed-already'(test) {
    const review = await bought(test);
    await review(omar);
    return review(omar);
  },
  'import-over': ({ desk }) => confirmImport(desk, { person: omar, id: 'nothing' }),
  'not-an-admin': ({ desk }) => configureDesk(desk, { ...by(mia), change: <Same>(same: Same) => same }),
  'not-marketings-lead': ({ desk }) => seeTopFive(desk, mia),
  'not-its-lead': (test) => freeze(test, ines, null),
  'not-marketing': (test) => launch(test, ines, null),
  'no-such-launch': (test) => launch(test, mia, 'nothing'),
  'date-passed': (test) => launch(test, mia, null, '2026-03-01'),
  'no-such-freeze': (test) => freeze(test, omar, 'nothing'),
  async 'too-many-freezes'(test) {
    const one = { ...blackFriday, revision: 1 };
    const freezes = Array.from({ length: mostFreezes }, (_, index) => ({ ...one, id: `F${index}` }));
    await changeSettings(test, { freezes });
    return freeze(test, omar, null);
  },
  'leads-decide': async (test) => (await digest(test, null)).publish(mia),
  'no-such-digest': async (test) => (await digest(test, null)).publish(lea, '2020-W01'),
  'no-digest-channel': async (test) => (await digest(test, null)).publish(lea),
  async 'already-published'(test) {
    const { publish } = await digest(test, 'C0DIGEST');
    await publish(lea);
    return publish(omar);
  },
  async 'already-decided'(test) {
    const { decide } = await digest(test, null);
    await decide(lea);
    return decide(omar);
  },
  'leads-and-admins': ({ desk }) => orderExport(desk, { ...by(mia), what: 'requests', format: 'csv' }),
  'pulse-closed': ({ desk }) => castBallot(desk, 'nothing', 4),
  'not-your-words': async (test) => (await noted(test))(tom),
  'words-changed': async (test) => (await noted(test))(ines, 'nothing'),
  async 'already-shared'(test) {
    const send = await noted(test);
    await send(ines);
    return send(ines);
  },
  'nothing-held': ({ desk }) => dropHeld(desk, { ...by(mia), channel: 'D0MIA', ts: '1.0' }),
  async 'not-a-member'({ desk, ask }) {
    const request = await ask();
    return giveCommand(desk, { ...by(mia), request, intent: { type: 'hand-over', to: gus } });
  },
};

test.each(Object.entries(provoked))('somebody is refused with %s', async (code, provoke) => {
  expect(await provoke(await openDesk())).toMatchObject({ ok: false, refusal: { code } });
});

test('a lead who has left, or is a guest by now, takes no numbers out', async () => {
  const test = await openDesk();
  await changeSettings(test, { leads: { marketing: gus, it: omar } });
  const order = { what: 'requests', format: 'csv' } as const;
  const refused = { ok: false, refusal: { code: 'leads-and-admins' } };
  expect(await orderExport(test.desk, { ...by(gus), ...order })).toEqual(refused);
  expect(await orderExport(test.desk, { ...by(omar), ...order })).toMatchObject({ ok: true });
});

test('nobody of IT cancels a launch, and nobody confirms what somebody else imports', async () => {
  const test = await openDesk();
  const { desk } = test;
  const kept = await launch(test, mia, null);
  if (!kept.ok || kept.value.kind !== 'kept') throw new Error('the launch is not there');
  const cancelled = await cancelLaunch(desk, { ...by(ines), id: kept.value.id, because: 'No' });
  expect(cancelled).toEqual({ ok: false, refusal: { code: 'not-marketing' } });

  const file = { source: 'F1', name: 'stack.csv', size: 1 };
  await desk.store.write((transaction) =>
    transaction.saveStackImport('T1', {
      id: 'I1',
      person: lea,
      file,
      state: 'shown',
      askedAt: 0,
      summary: null,
    }),
  );
  const confirmed = await confirmImport(desk, { person: omar, id: 'I1' });
  expect(confirmed).toEqual({ ok: false, refusal: { code: 'import-over' } });
  expect(await confirmImport(desk, { person: lea, id: 'I1' })).toMatchObject({ ok: true });
});

test('only its author sends or drops what was held back of it', async () => {
  const { desk } = await openDesk();
  const at = { channel: 'D0MIA', ts: '2.0' };
  const reply = { ...at, workspace: 'T1', threadTs: '1.0', author: mia, words: 'Sunshine7', files: [] };
  await desk.store.write((transaction) => transaction.holdReply(reply));
  const refused = { ok: false, refusal: { code: 'nothing-held' } };
  expect(await dropHeld(desk, { ...by(tom), ...at })).toEqual(refused);
  expect(await sendHeld(desk, { ...by(tom), ...at })).toEqual(refused);
  expect(await dropHeld(desk, { ...by(mia), ...at })).toMatchObject({ ok: true });
});

import type { PersonId, Side } from '../../domain/person.ts';
import { refused } from '../../domain/request/refusal.ts';
import { startingTerms } from '../../domain/terms/starting-terms.ts';
import { foldedWord, type Term, type TermText, termOf } from '../../domain/terms/term.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { showDecided } from '../digest/show-decided.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Reading, Transaction } from '../ports.ts';

/** The dictionary as it stands: what was written here, and of what the app brings along all that was not. By word. */
export async function dictionary(reading: Reading, workspace: string): Promise<Term[]> {
  const written = await reading.terms(workspace);
  const known = new Set(written.map(({ id }) => id));
  const all = [...written, ...startingTerms.filter(({ id }) => !known.has(id))];
  return all.sort((a, b) => (foldedWord(a.word) < foldedWord(b.word) ? -1 : 1));
}

export interface TermView {
  term: Term;
  /** The side for which this reader could agree now; null for everybody but a lead who has not. */
  mayAgreeFor: Side | null;
}

export async function seeTerm(desk: Desk, person: PersonId, id: string): Promise<Outcome<TermView>> {
  const { isMember } = await desk.directory.standingOf(person);
  if (!isMember) return refusal(refused('outsider'));
  const term = (await dictionary(desk.store, desk.workspace)).find((each) => each.id === id);
  if (!term) return refusal({ code: 'no-such-term' });
  return done({ term, mayAgreeFor: await sideToAgree(desk, desk.store, person, term) });
}

/** Nobody agrees for both sides, not even whoever stands in for both leads. */
async function sideToAgree(
  desk: Desk,
  reading: Reading,
  person: PersonId,
  { agreed }: Term,
): Promise<Side | null> {
  if (agreed.marketing?.by === person || agreed.it?.by === person) return null;
  const leads = await leadsInForce(reading, await settingsInForce(desk, reading));
  return (['marketing', 'it'] as const).find((side) => leads[side] === person && !agreed[side]) ?? null;
}

/** What the other lead has agreed to and this one has not; nothing for everybody else. */
export async function termsToAgree(desk: Desk, reading: Reading, person: PersonId): Promise<Term[]> {
  const leads = await leadsInForce(reading, await settingsInForce(desk, reading));
  // Whoever stands in for both leads agrees to nothing alone.
  const isLead = leads.marketing === person || leads.it === person;
  if (!isLead || leads.marketing === leads.it) return [];
  const side = leads.marketing === person ? 'marketing' : 'it';
  return (await dictionary(reading, desk.workspace)).filter(
    ({ agreed }) => !agreed[side] && Object.values(agreed).some(({ by }) => by !== person),
  );
}

export interface TermEntry {
  person: PersonId;
  cause: string;
  /** Null for a new one. */
  id: string | null;
  /** The revision that was on the screen. */
  seen: number;
  text: TermText;
}

export type WrittenTerm =
  | { kind: 'written'; id: string }
  | { kind: 'taken'; word: string; by: Term }
  | { kind: 'moved-on'; term: Term };

/** Somebody writes a term anew; both leads have to agree to the new version. */
export async function writeTerm(desk: Desk, entry: TermEntry): Promise<Outcome<WrittenTerm>> {
  const { person, cause, id, seen, text } = entry;
  const { isMember } = await desk.directory.standingOf(person);
  if (!isMember) return refusal(refused('outsider'));
  return desk.store.write(async (transaction): Promise<Outcome<WrittenTerm>> => {
    const earlier = await transaction.handled(desk.workspace, cause);
    if (earlier) return done({ kind: 'written', id: earlier });
    const terms = await dictionary(transaction, desk.workspace);
    const before = terms.find((each) => each.id === id);
    if (id !== null && !before) return refusal({ code: 'no-such-term' });
    if (before && before.revision !== seen) return done({ kind: 'moved-on', term: before });
    const others = terms.filter((each) => each !== before);
    for (const word of [text.word, ...text.synonyms]) {
      const by = termOf(others, word);
      if (by) return done({ kind: 'taken', word, by });
    }
    const term: Term = { ...text, id: id ?? desk.newId(), revision: seen + 1, agreed: {} };
    if (before && isSame(before, term)) return done({ kind: 'written', id: before.id });
    const at = desk.clock.now();
    await transaction.addTerm(desk.workspace, term, { by: person, at });
    await transaction.remember(desk.workspace, cause, term.id, at);
    return done({ kind: 'written', id: term.id });
  });
}

function isSame(before: Term, after: Term): boolean {
  const text = ({ word, language, synonyms, marketing, it, promise }: Term) =>
    JSON.stringify([word, language, synonyms, marketing, it, promise]);
  return text(before) === text(after);
}

/** A lead agrees to the version that was on the screen. */
export async function agreeToTerm(
  desk: Desk,
  order: { person: PersonId; cause: string; id: string; seen: number },
): Promise<Outcome<{ current: boolean }>> {
  const { person, id, seen } = order;
  const { isMember } = await desk.directory.standingOf(person);
  if (!isMember) return refusal(refused('outsider'));
  return desk.store.write(async (transaction): Promise<Outcome<{ current: boolean }>> => {
    const term = (await dictionary(transaction, desk.workspace)).find((each) => each.id === id);
    if (!term) return refusal({ code: 'no-such-term' });
    if (term.agreed.marketing?.by === person || term.agreed.it?.by === person) return done({ current: true });
    const side = await sideToAgree(desk, transaction, person, term);
    if (!side) return refusal({ code: 'not-yours-to-agree' });
    if (term.revision !== seen) return done({ current: false });
    const at = desk.clock.now();
    const revision = await stored(desk, transaction, term, at);
    await transaction.agreeToTerm(desk.workspace, { id, revision, side, by: person, at });
    await showDecided(desk, transaction, `term:${id}`);
    return done({ current: true });
  });
}

/** What somebody agrees to is kept word for word, because a newer app may bring another text along. */
async function stored(desk: Desk, transaction: Transaction, term: Term, at: number): Promise<number> {
  if (term.revision > 0) return term.revision;
  await transaction.addTerm(desk.workspace, { ...term, revision: 1 }, { by: null, at });
  return 1;
}

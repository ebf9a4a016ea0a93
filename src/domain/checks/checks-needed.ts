import type { PersonId } from '../person.ts';
import type { Settings } from '../settings/settings.ts';
import type { AskedCheck } from './check.ts';
import { type CheckFacts, type CheckRule, rulesFor } from './rules.ts';

/** Whom checks fall to: the people and groups that the settings name, and the leads in force where they name none. */
export interface CheckOwners extends Pick<Settings, 'checkOwners' | 'leads'> {
  membersOf(group: string): readonly PersonId[];
}

/** A check asks people, not crowds. */
const mostAsked = 10;

/** Who raised a request: they never decide about its checks. */
export type RaisedBy = { requester: PersonId; author: PersonId };

/** The checks that a request needs by the rules. A rule whose check nobody could decide asks for none. */
export function checksNeeded(
  facts: CheckFacts & RaisedBy,
  rules: readonly CheckRule[],
  owners: CheckOwners,
): AskedCheck[] {
  return rulesFor(facts, rules).flatMap((rule) => askedFrom(rule, owners, facts));
}

/** The check of a rule on one request; none if there is nobody to ask. */
export function askedFrom(rule: CheckRule, owners: CheckOwners, raised: RaisedBy): AskedCheck[] {
  const { name, needs, blocks, questions } = rule;
  const { leads } = owners;
  const mayDecide = (person: PersonId | null) =>
    person !== null && person !== raised.requester && person !== raised.author;
  const choices = [namedFor(rule, owners), [rule.standIn], [leads.it], [leads.marketing]];
  const chosen = choices.map((choice) => choice.filter(mayDecide)).find(({ length }) => length > 0);
  const people = [...new Set(chosen)].filter((person) => person !== null).slice(0, mostAsked);
  if (people.length === 0) return [];
  const standIn = [rule.standIn, leads.it].find(
    (person) => mayDecide(person) && !people.includes(person ?? '/'),
  );
  return [{ name, owners: people, needs, standIn: standIn ?? null, blocks, questions }];
}

function namedFor(
  { name, owners, group }: CheckRule,
  { checkOwners, membersOf }: CheckOwners,
): readonly (PersonId | null)[] {
  if (owners.length > 0) return owners;
  if (group !== null) return membersOf(group);
  return Object.entries(checkOwners).flatMap(([check, owner]) => (check === name ? [owner] : []));
}

import { searchTerms } from '../../domain/intake/search-terms.ts';
import type { Brief } from '../../domain/request/brief.ts';

/** What a request is found by: its title counts for more than the rest of what was asked. */
export function searchText({ title, outcome, details = {} }: Brief): { title: string[]; rest: string[] } {
  const { tool, systems, vendor, onTheDay, broughtFrom } = details;
  const rest = [outcome, tool, systems, vendor, onTheDay, broughtFrom].filter((text) => text != null);
  return { title: searchTerms(title), rest: searchTerms(rest.join('\n')) };
}

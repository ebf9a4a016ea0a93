import { describe, expect, test } from 'vitest';
import { searchTerms } from '../../../src/domain/intake/search-terms.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest } from '../../support/sample-request.ts';

describe.each(engines)('search on $engine', ({ freshUrl }) => {
  async function withTitles(titles: readonly string[]) {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    for (const [at, title] of titles.entries()) {
      const request = await fileRequest(store, `R${at}`);
      await store.write((transaction) =>
        transaction.saveSearchText(request, {
          title: searchTerms(title),
          rest: searchTerms('for the spring'),
        }),
      );
    }
    const search = (words: string, match: 'all' | 'alike' = 'all', workspace = acme.id) =>
      store.searchRequests(workspace, searchTerms(words), { match, limit: 10 });
    return { store, search };
  }

  test('all words are found, in the title first, and none of another workspace', async () => {
    const { search } = await withTitles(['Webinar form', 'Webinar banner', 'Spring form']);
    expect(await search('forms of webinars')).toEqual(['R0']);
    expect(await search('spring form')).toEqual(['R2', 'R0']);
    expect(await search('nothing like it')).toEqual([]);
    expect(await search('webinar', 'all', 'T2')).toEqual([]);
    expect(await search('')).toEqual([]);
  });

  test('alike are those whose titles share two words', async () => {
    const { search } = await withTitles(['Webinar form for spring', 'Webinar banner', 'Form of address']);
    expect(await search('Registration form for our webinar', 'alike')).toEqual(['R0']);
    expect(await search('banner', 'alike')).toEqual(['R1']);
  });

  test('what was edited is found by its new words only', async () => {
    const { store, search } = await withTitles(['Webinar form']);
    const request = await store.request('R0');
    if (!request) throw new Error('it was filed');
    await store.write((transaction) =>
      transaction.saveSearchText(request, { title: searchTerms('raffle'), rest: [] }),
    );
    expect(await search('webinar')).toEqual([]);
    expect(await search('raffle')).toEqual(['R0']);
  });

  test('whatever is typed is words, never a query', async () => {
    const { search } = await withTitles(['Webinar form']);
    for (const typed of [
      'form"',
      "fo'rm & | !",
      'form AND (',
      'NEAR(form)',
      'title:form*',
      '\\',
      'form:A <-> x',
    ]) {
      await expect(search(typed, 'alike')).resolves.toBeInstanceOf(Array);
      await expect(search(typed)).resolves.toBeInstanceOf(Array);
    }
  });
});

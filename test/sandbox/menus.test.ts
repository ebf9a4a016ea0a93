import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fields } from '../../src/sandbox/json.ts';
import { call } from './raw-api.ts';
import { type RawApp, rawApp } from './raw-app.ts';

let app: RawApp;
beforeEach(async () => {
  app = await rawApp();
});
afterEach(() => app.close());

const words = (text: string) => ({ type: 'plain_text', text, emoji: true });
const option = (text: string, value = text) => ({ text: words(text), value });

/** A window with one menu, whose choices the app answers with `answer`. */
async function menu(element: Fields, answer: Fields) {
  app.answers = async ({ command, type, trigger_id }) => {
    if (command === undefined) return type === 'block_suggestion' ? answer : undefined;
    const input = { type: 'external_select', action_id: 'tool', ...element };
    const blocks = [{ type: 'input', block_id: 'tool', label: words('Tool'), element: input }];
    const view = { type: 'modal', callback_id: 'ask', title: words('Ask'), submit: words('Send'), blocks };
    await call(app.sandbox, 'views.open', { trigger_id, view });
    return undefined;
  };
  const mia = app.sandbox.person('mia');
  await mia.slash('/desk');
  return mia.modal();
}

test('what is typed into a menu is asked of the app, field by field, and one of its choices can be picked', async () => {
  const modal = await menu({ min_query_length: 1 }, { options: [option('Harbor'), option('Harbour')] });
  await modal.fill({ tool: 'Harbor' });
  expect(app.of('block_suggestion')).toEqual([
    expect.objectContaining({
      ...{ type: 'block_suggestion', action_id: 'tool', block_id: 'tool', value: 'Harbor' },
      user: expect.objectContaining({ id: 'U00000MIA' }),
      view: expect.objectContaining({ callback_id: 'ask' }),
    }),
  ]);
  await modal.submit();
  const [sent] = app.of('view_submission');
  const picked = { type: 'external_select', selected_option: option('Harbor') };
  expect(sent?.view).toMatchObject({ state: { values: { tool: { tool: picked } } } });
  expect(app.sandbox.violations).toEqual([]);
});

test.each([
  { element: {}, typed: 'Ha', least: 'three letters unless it says otherwise' },
  { element: { min_query_length: 5 }, typed: 'Harb', least: 'as many as it says' },
])('a menu asks for nothing before so much was typed: $least', async ({ element, typed }) => {
  const modal = await menu(element, { options: [option(typed)] });
  await expect(modal.fill({ tool: typed })).rejects.toThrow('offers no option');
  expect(app.of('block_suggestion')).toEqual([]);
});

test.each([
  { fault: 'more than a hundred', options: Array.from({ length: 101 }, (_, at) => option(`A ${at}`)) },
  { fault: 'a text of 76', options: [option('x'.repeat(76), 'x')] },
  { fault: 'a value of 76', options: [option('A 0', 'x'.repeat(76))] },
  { fault: 'no text', options: [{ value: 'A 0' }] },
])('choices that Slack would not show are a violation: $fault', async ({ options }) => {
  const modal = await menu({ min_query_length: 0 }, { options });
  await expect(modal.fill({ tool: 'A 0' })).rejects.toThrow('offers no option');
  expect(app.sandbox.violations).toEqual([expect.stringContaining('the options of tool were refused')]);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fields } from '../../src/sandbox/json.ts';
import { manifest } from './desk-app.ts';
import { call, codeOf } from './raw-api.ts';
import { type RawApp, rawApp } from './raw-app.ts';

let app: RawApp;
beforeEach(async () => {
  app = await rawApp({ ackWithin: 300 });
});
afterEach(() => app.close());

const words = (text: string) => ({ type: 'plain_text', text });
const input = (blockId: string, element: Fields = { type: 'plain_text_input' }, over: Fields = {}) => ({
  type: 'input',
  block_id: blockId,
  label: words(blockId),
  element: { action_id: 'value', ...element },
  ...over,
});
const modal = (over: Fields = {}) => ({
  type: 'modal',
  callback_id: 'form',
  title: words('Form'),
  submit: words('Send'),
  blocks: [input('what')],
  ...over,
});

/** Mia types a command and the app opens this view with its trigger. */
async function opened(view: Fields) {
  app.answers = async (payload) => {
    if (payload.command !== undefined) {
      await call(app.sandbox, 'views.open', { trigger_id: payload.trigger_id, view });
    }
    return undefined;
  };
  const mia = app.sandbox.person('mia');
  await mia.slash('/desk');
  return mia.modal();
}

test('a trigger opens one view, once, within three seconds', async () => {
  const mia = app.sandbox.person('mia');
  await mia.slash('/desk');
  const [command] = app.of('/desk');
  const open = (view: unknown) =>
    codeOf(app.sandbox, 'views.open', { trigger_id: command?.trigger_id, view });
  expect(await open({ ...modal(), title: words('x'.repeat(25)) })).toBe('invalid_arguments');
  expect(await open(modal())).toBe('ok');
  expect(await open(modal())).toBe('exchanged_trigger_id');
  expect(await codeOf(app.sandbox, 'views.open', { trigger_id: 'made.up', view: modal() })).toBe(
    'invalid_trigger_id',
  );
});

test('a trigger dies after three real seconds, however the clock is moved', async () => {
  let now = Date.now();
  const old = await rawApp({ realTime: () => now });
  await old.sandbox.person('mia').slash('/desk');
  await old.sandbox.person('mia').slash('/desk');
  const [first, second] = old.of('/desk');
  old.clock.moveBy(3_600_000);
  const open = (command: Fields | undefined) =>
    codeOf(old.sandbox, 'views.open', { trigger_id: command?.trigger_id, view: modal() });
  expect(await open(first)).toBe('ok');
  now += 3001;
  expect(await open(second)).toBe('expired_trigger_id');
  await old.close();
});

test('a faulty view is refused with all pointers', async () => {
  const view = modal({ blocks: [{ type: 'header', text: words('x'.repeat(151)) }] });
  expect(
    await call(app.sandbox, 'views.publish', {
      user_id: 'U00000MIA',
      view: { type: 'home', blocks: view.blocks },
    }),
  ).toEqual({
    ok: false,
    error: 'invalid_arguments',
    response_metadata: {
      messages: [
        '[ERROR] failed to match all allowed schemas [json-pointer:/view]',
        '[ERROR] must be less than 151 characters [json-pointer:/view/blocks/0/text/text]',
      ],
    },
  });
});

test('what the client itself holds back never reaches the app', async () => {
  const form = await opened(
    modal({
      blocks: [
        input('required'),
        input('optional', { type: 'plain_text_input' }, { optional: true }),
        input('short', { type: 'plain_text_input', min_length: 3, max_length: 5 }),
        input('email', { type: 'email_text_input' }),
        input('url', { type: 'url_text_input' }),
        input('whole', { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '10' }),
        input('people', { type: 'multi_users_select', max_selected_items: 1 }),
        input('film', { type: 'file_input' }, { optional: true }),
      ],
    }),
  );
  await form.fill({ short: 'ab', email: 'mia', url: 'example', whole: '1.5', people: ['ben', 'tom'] });
  await form.fill({ film: [{ name: 'film.mov', content: Buffer.alloc(10 * 1024 * 1024 + 1) }] });
  expect(await form.submit()).toEqual({
    errors: {
      required: 'Please complete this required field.',
      short: 'Must be at least 3 characters.',
      email: 'Please enter a valid email address.',
      url: 'Please enter a valid URL.',
      whole: 'Please enter a whole number.',
      people: 'Please choose no more than 1.',
      film: 'Files can be up to 10 MB here.',
    },
  });
  expect(app.of('view_submission')).toEqual([]);
  await form.fill({
    required: 'x',
    short: 'abcdef',
    email: 'mia@example.com',
    url: 'https://example.com',
    whole: '11',
    people: ['ben'],
    film: null,
  });
  expect(await form.submit()).toEqual({
    errors: { short: 'Must be no more than 5 characters.', whole: 'Must be 10 or less.' },
  });
  await form.fill({ short: 'abc', whole: 10 });
  expect(await form.submit()).toEqual({ closed: true });
  expect(app.of('view_submission')).toHaveLength(1);
});

test('the answers to a submission: errors, update, push, clear', async () => {
  const form = await opened(modal());
  await form.fill({ what: 'kept' });
  app.answers = () => ({ response_action: 'errors', errors: { what: 'No.' } });
  expect(await form.submit()).toEqual({ errors: { what: 'No.' } });

  app.answers = () => ({
    response_action: 'update',
    view: modal({ title: words('Second'), blocks: [input('what'), input('more')] }),
  });
  expect(await form.submit()).toMatchObject({ view: { title: 'Second', id: form.id } });
  expect(form.fields().map(({ value }) => value)).toEqual(['kept', null]);
  await form.fill({ more: 'x' });

  app.answers = () => ({ response_action: 'push', view: modal({ title: words('On top') }) });
  const result = await form.submit();
  const top = 'view' in result ? result.view : undefined;
  expect(top?.title).toBe('On top');
  expect(top?.view()).toMatchObject({ previousId: form.id, rootId: form.id });

  await top?.fill({ what: 'x' });
  app.answers = () => ({ response_action: 'clear' });
  expect(await top?.submit()).toEqual({ closed: true });
  expect(app.sandbox.person('mia').hasModal()).toBe(false);
  expect(app.sandbox.violations).toEqual([]);
});

test.each<[string, Fields]>([
  ['errors at no input', { response_action: 'errors', errors: { elsewhere: 'No.' } }],
  ['no errors', { response_action: 'errors', errors: {} }],
  ['a view that is too long', { response_action: 'update', view: modal({ title: words('x'.repeat(25)) }) }],
  ['an action of its own', { response_action: 'refresh' }],
  ['something else', { ok: true }],
])('an ack with %s fails before the person and is a violation', async (_name, answer) => {
  const form = await opened(modal());
  await form.fill({ what: 'x' });
  app.answers = () => answer;
  expect(await form.submit()).toEqual({ failed: 'We had some trouble connecting. Try again?' });
  expect(app.sandbox.violations).toHaveLength(1);
});

test.each<[string, 'silence' | 500]>([
  ['silence', 'silence'],
  ['HTTP 500', 500],
])('a submission that meets %s leaves the modal open with its words', async (_name, answer) => {
  const form = await opened(modal());
  await form.fill({ what: 'kept' });
  app.answers = () => answer;
  expect(await form.submit()).toEqual({ failed: 'We had some trouble connecting. Try again?' });
  expect(form.fields()[0]?.value).toBe('kept');
});

test('at most three views lie on the stack', async () => {
  let form = await opened(modal());
  for (const deeper of [1, 2]) {
    await form.fill({ what: 'x' });
    app.answers = () => ({ response_action: 'push', view: modal({ title: words(`Level ${deeper}`) }) });
    const result = await form.submit();
    if (!('view' in result)) throw new Error('no view was pushed');
    form = result.view;
  }
  await form.fill({ what: 'x' });
  app.answers = () => undefined;
  const button = {
    type: 'actions',
    block_id: 'b',
    elements: [{ type: 'button', action_id: 'go', text: words('Go') }],
  };
  await call(app.sandbox, 'views.update', { view_id: form.id, view: modal({ blocks: [button] }) });
  await form.click('Go');
  const [action] = app.of('block_actions');
  expect(await codeOf(app.sandbox, 'views.push', { trigger_id: action?.trigger_id, view: modal() })).toBe(
    'push_limit_reached',
  );
});

test('only a trigger from inside a modal may push', async () => {
  await app.sandbox.person('mia').slash('/desk');
  const [command] = app.of('/desk');
  expect(await codeOf(app.sandbox, 'views.push', { trigger_id: command?.trigger_id, view: modal() })).toBe(
    'not_found',
  );
});

test('views.update: by id or external id, and not over someone else’s change', async () => {
  const form = await opened(modal({ external_id: 'mine' }));
  const { hash } = form.view();
  const update = (args: Fields) =>
    codeOf(app.sandbox, 'views.update', { view: modal({ external_id: 'mine' }), ...args });
  expect(await update({ external_id: 'mine', hash })).toBe('ok');
  expect(await update({ view_id: form.id, hash })).toBe('hash_conflict');
  expect(await update({ view_id: form.id })).toBe('ok');
  expect(await update({ view_id: 'V0' })).toBe('not_found');
  expect(await update({})).toBe('invalid_arguments');
  await app.sandbox.person('ben').slash('/desk');
  const [, command] = app.of('/desk');
  const twin = { trigger_id: command?.trigger_id, view: modal({ external_id: 'mine' }) };
  expect(await codeOf(app.sandbox, 'views.open', twin)).toBe('duplicate_external_id');
});

test('closing is told where it was asked for', async () => {
  const form = await opened(modal({ notify_on_close: true, private_metadata: 'm' }));
  await form.close();
  expect(app.of('view_closed')).toMatchObject([
    { is_cleared: false, view: { id: form.id, private_metadata: 'm' } },
  ]);
  const quiet = await opened(modal());
  await quiet.close();
  expect(app.of('view_closed')).toHaveLength(1);
});

test('App Home: told when opened, published with a hash', async () => {
  const home = { type: 'home', blocks: [{ type: 'header', text: words('Hello') }] };
  const mia = app.sandbox.person('mia');
  app.answers = async ({ event }) => {
    if (event !== undefined) await call(app.sandbox, 'views.publish', { user_id: mia.id, view: home });
    return undefined;
  };
  const screen = await mia.home();
  expect(screen.plain()).toBe('Hello');
  expect(app.of('app_home_opened')).toMatchObject([{ event: { tab: 'home', user: mia.id } }]);
  const stale = { user_id: mia.id, view: home, hash: 'stale' };
  expect(await codeOf(app.sandbox, 'views.publish', stale)).toBe('hash_conflict');
  mia.opensMessagesTab();
  await app.sandbox.idle();
  expect(app.of('app_home_opened')).toMatchObject([{}, { event: { tab: 'messages' } }]);
});

test('an app without a Home publishes none', async () => {
  const features = { ...manifest.features, app_home: { home_tab_enabled: false } };
  const { sandbox, close } = await rawApp({ manifest: { ...manifest, features } });
  const order = { user_id: sandbox.person('mia').id, view: { type: 'home', blocks: [] } };
  expect(await codeOf(sandbox, 'views.publish', order)).toBe('not_enabled');
  expect(await codeOf(app.sandbox, 'views.publish', order)).toBe('ok');
  await close();
});

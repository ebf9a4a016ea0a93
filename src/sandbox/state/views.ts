import { randomUUID } from 'node:crypto';
import { isBlock, stateOf } from '../block-kit/inputs.ts';
import { type Fields, isFields, listOf, textOf } from '../json.ts';
import { withIds } from './messages.ts';
import type { PlainText, View } from './records.ts';
import type { Workspace } from './workspace.ts';

export const deepestStack = 3;

function plainText(value: unknown): PlainText | null {
  if (!isFields(value)) return null;
  return { type: 'plain_text', text: textOf(value.text), emoji: value.emoji !== false };
}

function newHash(workspace: Workspace): string {
  return `${Math.floor(workspace.clock.now() / 1000)}.${randomUUID().slice(0, 8)}`;
}

/** The content of a view that has already been checked. */
function contentOf(workspace: Workspace, view: Fields) {
  return {
    callbackId: textOf(view.callback_id),
    externalId: textOf(view.external_id),
    privateMetadata: textOf(view.private_metadata),
    title: plainText(view.title),
    submit: plainText(view.submit),
    close: plainText(view.close),
    blocks: withIds(workspace, listOf(view.blocks).filter(isBlock)),
    clearOnClose: view.clear_on_close === true,
    notifyOnClose: view.notify_on_close === true,
    hash: newHash(workspace),
    errors: {},
  };
}

export function stackOf(workspace: Workspace, user: string): View[] {
  return workspace.stacks.get(user) ?? [];
}

export function saveStack(workspace: Workspace, user: string, stack: View[]): void {
  if (stack.length === 0) workspace.stacks.remove(user);
  else workspace.stacks.put(user, stack);
  workspace.changes.emit({ type: 'views', user });
}

/** Opens a view as the only one, or on top of the others. */
export function addView(workspace: Workspace, user: string, view: Fields, onTop: boolean): View {
  const below = onTop ? stackOf(workspace, user) : [];
  const id = workspace.newId('V');
  const content = contentOf(workspace, view);
  const added: View = {
    id,
    user,
    type: 'modal',
    ...content,
    rootId: below[0]?.id ?? id,
    previousId: below.at(-1)?.id ?? null,
    state: stateOf(content.blocks),
  };
  saveStack(workspace, user, [...below, added]);
  return added;
}

/** Replaces a view's content; what people typed stays where block_id and action_id do. */
export function changeView(workspace: Workspace, view: View, change: Fields): View {
  const content = contentOf(workspace, change);
  Object.assign(view, content, { state: stateOf(content.blocks, view.state) });
  if (view.type === 'home') saveHome(workspace, view);
  else saveStack(workspace, view.user, stackOf(workspace, view.user));
  return view;
}

function saveHome(workspace: Workspace, view: View): void {
  workspace.homes.put(view.user, view);
  workspace.changes.emit({ type: 'home', user: view.user });
}

export function publishHome(workspace: Workspace, user: string, change: Fields): View {
  const before = workspace.homes.get(user);
  if (before) return changeView(workspace, before, change);
  const content = contentOf(workspace, change);
  const id = workspace.newId('V');
  const view: View = {
    id,
    user,
    type: 'home',
    ...content,
    rootId: id,
    previousId: null,
    state: stateOf(content.blocks),
  };
  saveHome(workspace, view);
  return view;
}

/** A modal or App Home that is open for anyone. */
export function findView(workspace: Workspace, matches: (view: View) => boolean): View | undefined {
  return workspace.stacks.all().flat().find(matches) ?? workspace.homes.all().find(matches);
}

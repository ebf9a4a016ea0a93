import { elementsIn } from '../block-kit/inputs.ts';
import type { DeedResult } from '../client-api.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts';
import type { Slack } from '../slack.ts';
import { viewJson } from '../slack-json.ts';
import type { User, View } from '../state/records.ts';
import { addView, changeView, deepestStack, saveStack, stackOf } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import { SlackRefusal } from '../web-api/call.ts';
import { checkedView } from '../web-api/view-methods.ts';
import { inputFault } from './input-faults.ts';
import { done, failed, troubleConnecting } from './outcome.ts';
import { interactionBase } from './payload.ts';

/** Someone presses the submit button of the top view. Faulty inputs keep it from being sent at all. */
export async function submitView(slack: Slack, user: User, viewId: string): Promise<DeedResult> {
  const { workspace } = slack;
  const view = stackOf(workspace, user.id).at(-1);
  if (view?.id !== viewId || view.submit === null) return failed('This view is not open.');
  // Whatever stood at the fields before is gone from the screen while it is sent.
  view.errors = faultsOf(slack, view);
  saveStack(workspace, user.id, stackOf(workspace, user.id));
  if (Object.keys(view.errors).length > 0) return done;
  const ack = await slack.dispatch.deliver({
    kind: 'interaction',
    payload: {
      type: 'view_submission',
      ...interactionBase(slack, user),
      trigger_id: slack.triggers.issue({ user: user.id, viewId: view.id }),
      view: viewJson(slack, view),
      response_urls: [],
    },
  });
  if (ack.outcome !== 'acked') return troubleConnecting;
  try {
    applyAnswer(slack, user, view, ack.body);
    return done;
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    const why = `${error.code} ${JSON.stringify(error.extra)}`;
    slack.violations.push(`the ack of view_submission ${view.callbackId} was refused: ${why}`);
    return troubleConnecting;
  }
}

/** block_id -> sentence, of what Slack's client itself would not send. */
function faultsOf({ workspace }: Slack, view: View): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const placed of elementsIn(view.blocks)) {
    if (placed.block.type !== 'input') continue;
    const state = view.state[placed.blockId]?.[placed.actionId];
    const sentence = inputFault(placed, state) ?? sizeFault(workspace, state);
    if (sentence !== null) faults[placed.blockId] = sentence;
  }
  return faults;
}

/** A window takes smaller files than a message does. https://docs.slack.dev/reference/block-kit/block-elements/file-input-element */
function sizeFault({ files }: Workspace, state: Fields | undefined): string | null {
  const sizes = listOf(state?.files).map((file) => files.get(textOf(fieldsOf(file).id))?.size ?? 0);
  return sizes.some((size) => size > largestInWindow) ? 'Files can be up to 10 MB here.' : null;
}

const largestInWindow = 10 * 1024 * 1024;

function applyAnswer(slack: Slack, user: User, view: View, body: unknown): void {
  const { workspace } = slack;
  const stack = stackOf(workspace, user.id);
  const answer: Fields = isFields(body) ? body : {};
  switch (answer.response_action) {
    case undefined:
      if (Object.keys(answer).length > 0) throw new SlackRefusal('invalid_response_action', answer);
      saveStack(
        workspace,
        user.id,
        stack.filter(({ id }) => id !== view.id),
      );
      return;
    case 'clear':
      saveStack(workspace, user.id, []);
      return;
    case 'errors':
      view.errors = checkedErrors(view, answer.errors);
      saveStack(workspace, user.id, stack);
      return;
    case 'update':
      changeView(workspace, view, checkedView(slack, answer.view, 'modal', view));
      return;
    case 'push':
      if (stack.length >= deepestStack) throw new SlackRefusal('push_limit_reached');
      addView(workspace, user.id, checkedView(slack, answer.view, 'modal'), true);
      return;
    default:
      throw new SlackRefusal('invalid_response_action', { response_action: answer.response_action });
  }
}

function checkedErrors(view: View, errors: unknown): Record<string, string> {
  const inputs = new Set(view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id));
  const entries = isFields(errors) ? Object.entries(errors) : [];
  const bad = entries.filter(([blockId, sentence]) => !inputs.has(blockId) || textOf(sentence) === '');
  if (entries.length === 0 || bad.length > 0) throw new SlackRefusal('invalid_errors', { errors });
  return Object.fromEntries(entries.map(([blockId, sentence]) => [blockId, textOf(sentence)]));
}

/** Someone closes the top view, or all of them. The app is told where it asked to be. */
export async function closeView(
  slack: Slack,
  user: User,
  viewId: string,
  clearAll: boolean,
): Promise<DeedResult> {
  const { workspace } = slack;
  const stack = stackOf(workspace, user.id);
  const top = stack.at(-1);
  if (top?.id !== viewId) return failed('This view is not open.');
  const all = clearAll || top.clearOnClose;
  saveStack(workspace, user.id, all ? [] : stack.slice(0, -1));
  for (const view of all ? stack.toReversed() : [top]) {
    if (!view.notifyOnClose) continue;
    await slack.dispatch.deliver({
      kind: 'interaction',
      payload: {
        type: 'view_closed',
        ...interactionBase(slack, user),
        view: viewJson(slack, view),
        is_cleared: all,
      },
    });
  }
  return done;
}

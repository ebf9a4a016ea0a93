import { checkSuggestions, faultLines } from '../block-kit/check.ts';
import { elementsIn, heldState, type PlacedElement, stateOf } from '../block-kit/inputs.ts';
import type { ActionPlace, DeedResult } from '../client-api.ts';
import { type Fields, fieldsOf, isFields } from '../json.ts';
import type { Slack } from '../slack.ts';
import { channelName, messageJson, viewJson } from '../slack-json.ts';
import { isVisible } from '../state/messages.ts';
import type { Channel, Message, StateValues, User, View } from '../state/records.ts';
import { stackOf } from '../state/views.ts';
import { actionFailure, done, failed } from './outcome.ts';
import { interactionBase, newResponseUrl } from './payload.ts';

/** Where someone acts, found and checked. */
export type Spot = { message: Message; channel: Channel } | { view: View };

export function findSpot(slack: Slack, user: User, place: ActionPlace): Spot | undefined {
  const { workspace } = slack;
  if (place.in === 'home') {
    const view = workspace.homes.get(user.id);
    return view && { view };
  }
  if (place.in === 'view') {
    const view = [...stackOf(workspace, user.id), ...workspace.homes.all()].find(
      ({ id, user: owner }) => id === place.viewId && owner === user.id,
    );
    return view && { view };
  }
  const channel = workspace.channels.get(place.channel);
  const message =
    workspace.messages.find(place.channel, place.ts) ??
    workspace.ephemerals.find((one) => one.ts === place.ts && one.ephemeralFor === user.id);
  const isMember = channel?.members.includes(user.id) ?? false;
  return channel && message && isMember && isVisible(workspace, message) ? { message, channel } : undefined;
}

// What each person has chosen in a message's menus; Slack keeps it in the client.
const chosen = new WeakMap<Message, Map<string, StateValues>>();

function messageState(message: Message, user: User): StateValues {
  return stateOf(message.blocks, chosen.get(message)?.get(user.id));
}

function keepChoice(message: Message, user: User, state: StateValues): void {
  const byUser = chosen.get(message) ?? new Map<string, StateValues>();
  chosen.set(message, byUser.set(user.id, state));
}

/** Writes what an element of a view now holds. */
export function keepInput(slack: Slack, view: View, placed: PlacedElement, value: Fields): void {
  const held = heldState(placed.type, value);
  if (!held) return;
  view.state[placed.blockId] = { ...view.state[placed.blockId], [placed.actionId]: held };
  delete view.errors[placed.blockId];
  // Kept without a word: an echo would run behind what the person goes on typing.
  if (view.type === 'modal') slack.workspace.stacks.put(view.user, stackOf(slack.workspace, view.user));
}

function elementAt(spot: Spot, blockId: string, actionId: string): PlacedElement | undefined {
  const blocks = 'view' in spot ? spot.view.blocks : spot.message.blocks;
  return elementsIn(blocks).find((placed) => placed.blockId === blockId && placed.actionId === actionId);
}

const echoed = ['text', 'value', 'style', 'url', 'confirm', 'placeholder', 'icon', 'min_query_length'];

function actionJson(
  slack: Slack,
  { element, blockId, actionId, type }: PlacedElement,
  value: Fields,
): Fields {
  const initial = Object.entries(element).filter(([name]) => name.startsWith('initial_'));
  return {
    type,
    action_id: actionId,
    block_id: blockId,
    ...Object.fromEntries(
      echoed.filter((name) => element[name] !== undefined).map((name) => [name, element[name]]),
    ),
    ...Object.fromEntries(initial),
    ...(heldState(type, value) ?? value),
    action_ts: slack.workspace.newTs(),
  };
}

/** The part of a payload that says where it happened. */
function spotJson(slack: Slack, user: User, spot: Spot): Fields {
  if ('view' in spot) {
    const view = viewJson(slack, spot.view);
    return { container: { type: 'view', view_id: spot.view.id }, view };
  }
  const { message, channel } = spot;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: message.ephemeralFor !== null,
      ...(message.threadTs !== null && { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: channelName(channel) },
    // Slack sends no content with an ephemeral message.
    ...(message.ephemeralFor === null && { message: messageJson(slack, message, true) }),
    state: { values: messageState(message, user) },
  };
}

/** Someone presses a button or changes an element that tells the app at once. */
export async function act(
  slack: Slack,
  user: User,
  place: ActionPlace,
  ids: { blockId: string; actionId: string },
  value: Fields,
): Promise<DeedResult> {
  const spot = findSpot(slack, user, place);
  const placed = spot && elementAt(spot, ids.blockId, ids.actionId);
  if (!spot || !placed) return failed('This is no longer here.');
  if ('view' in spot) keepInput(slack, spot.view, placed, value);
  else keepChoice(spot.message, user, withChoice(messageState(spot.message, user), placed, value));
  if (placed.block.type === 'input' && placed.block.dispatch_action !== true) return done;

  const ack = await slack.dispatch.deliver({
    kind: 'interaction',
    payload: {
      type: 'block_actions',
      ...interactionBase(slack, user),
      ...spotJson(slack, user, spot),
      trigger_id: slack.triggers.issue({ user: user.id, viewId: 'view' in spot ? spot.view.id : null }),
      ...('message' in spot && { response_url: responseUrlOf(slack, user, spot) }),
      actions: [actionJson(slack, placed, value)],
    },
  });
  return actionFailure(ack) ?? done;
}

function withChoice(
  state: StateValues,
  { blockId, actionId, type }: PlacedElement,
  value: Fields,
): StateValues {
  const held = heldState(type, value);
  return held ? { ...state, [blockId]: { ...state[blockId], [actionId]: held } } : state;
}

function responseUrlOf(
  slack: Slack,
  user: User,
  { message, channel }: { message: Message; channel: Channel },
): string {
  return newResponseUrl(slack, {
    user: user.id,
    channel: channel.id,
    ts: message.ts,
  }).url;
}

/** Slack asks for no options before so much was typed. */
function leastTyped({ min_query_length: least }: Fields): number {
  return typeof least === 'number' ? least : 3;
}

/** Asks the app for the options of an external select. */
export async function suggest(
  slack: Slack,
  user: User,
  place: ActionPlace,
  ids: { blockId: string; actionId: string },
  typed: string,
): Promise<Fields> {
  const nothing = { options: [] };
  const spot = findSpot(slack, user, place);
  const placed = spot && elementAt(spot, ids.blockId, ids.actionId);
  if (!spot || !placed || typed.length < leastTyped(placed.element)) return nothing;
  const ack = await slack.dispatch.deliver({
    kind: 'options',
    payload: {
      type: 'block_suggestion',
      ...interactionBase(slack, user),
      ...spotJson(slack, user, spot),
      action_id: placed.actionId,
      block_id: placed.blockId,
      value: typed,
    },
  });
  if (ack.outcome !== 'acked' || !isFields(ack.body)) return nothing;
  const faults = checkSuggestions(ack.body);
  if (faults.length === 0) return fieldsOf(ack.body);
  slack.violations.push(`the options of ${placed.actionId} were refused: ${faultLines(faults).join('; ')}`);
  return nothing;
}

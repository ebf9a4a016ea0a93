import { elementsIn, heldValue, type PlacedElement } from '../block-kit/inputs.ts';
import type { ActionPlace } from '../client-api.ts';
import { act, keepInput } from '../deeds/actions.ts';
import { closeView, submitView } from '../deeds/view-deeds.ts';
import { isFields, textOf } from '../json.ts';
import type { Slack } from '../slack.ts';
import type { User, View } from '../state/records.ts';
import { stackOf } from '../state/views.ts';
import { elementValue, type Given } from './element-value.ts';
import { orThrow, type Screen, screen, untilScreen } from './screen.ts';

export interface Field {
  label: string;
  blockId: string;
  actionId: string;
  type: string;
  /** As `view.state.values` holds it; null while empty. */
  value: unknown;
  optional: boolean;
  /** The sentence at the field, if it was refused. */
  error: string | null;
}

export type SubmitResult =
  | { closed: true }
  /** By label: what Slack's client or the app has against an input. */
  | { errors: Record<string, string> }
  /** The view was updated, or another one was pushed on top. */
  | { view: Modal }
  /** What Slack shows when the app did not answer well or in time. */
  | { failed: string };

/** A modal or App Home, live. */
export interface ViewScreen extends Screen {
  id: string;
  view(): View;
  fields(): Field[];
  /** Fills inputs, by label, block_id or action_id. An input with `dispatch_action` tells the app. */
  fill(values: Record<string, Given>): Promise<void>;
}

export interface Modal extends ViewScreen {
  title: string;
  isOpen(): boolean;
  submit(): Promise<SubmitResult>;
  /** Closes it, or with `all` the whole stack. */
  close(options?: { all: boolean }): Promise<void>;
  waitUntil(satisfied: (modal: Modal) => boolean): Promise<Modal>;
}

export interface HomeScreen extends ViewScreen {
  waitUntil(satisfied: (home: HomeScreen) => boolean): Promise<HomeScreen>;
}

function labelOf({ block, actionId }: PlacedElement): string {
  return isFields(block.label) ? textOf(block.label.text) : actionId;
}

function viewScreen(
  slack: Slack,
  user: User,
  id: string,
  find: () => View | undefined,
  place: ActionPlace,
): ViewScreen {
  function view(): View {
    const found = find();
    if (!found) throw new Error(`the view ${id} of ${user.name} is closed`);
    return found;
  }

  const shown = screen({ slack, user, blocks: () => view().blocks, place: () => place });

  function fields(): Field[] {
    const { blocks, state, errors } = view();
    return elementsIn(blocks)
      .filter(
        ({ block, blockId, actionId }) => block.type === 'input' || state[blockId]?.[actionId] !== undefined,
      )
      .map((placed) => ({
        label: labelOf(placed),
        blockId: placed.blockId,
        actionId: placed.actionId,
        type: placed.type,
        value: heldValue(placed.type, state[placed.blockId]?.[placed.actionId]),
        optional: placed.block.optional === true,
        error: errors[placed.blockId] ?? null,
      }));
  }

  return {
    ...shown,
    id,
    view,
    fields,
    async fill(values) {
      for (const [name, given] of Object.entries(values)) {
        const placed = elementsIn(view().blocks).find(
          (one) => labelOf(one) === name || one.blockId === name || one.actionId === name,
        );
        if (!placed) {
          const labels = fields().map(({ label, blockId }) => `${label} (${blockId})`);
          throw new Error(`${user.name} sees no field "${name}", only: ${labels.join(', ')}`);
        }
        const value = await elementValue(slack, user, place, placed, given);
        const tellsApp = placed.block.type !== 'input' || placed.block.dispatch_action === true;
        if (tellsApp) orThrow(await act(slack, user, place, placed, value));
        else keepInput(slack, view(), placed, value);
        // Whoever watches this person's page sees it being typed.
        slack.workspace.changes.emit({ type: place.in === 'home' ? 'home' : 'views', user: user.id });
      }
    },
  };
}

export function modalOf(slack: Slack, user: User, id: string): Modal {
  const find = () => stackOf(slack.workspace, user.id).find((view) => view.id === id);
  const shown = viewScreen(slack, user, id, find, { in: 'view', viewId: id });

  function errorsByLabel(): Record<string, string> {
    return Object.fromEntries(
      shown
        .fields()
        .flatMap(({ label, error }): [string, string][] => (error === null ? [] : [[label, error]])),
    );
  }

  const modal: Modal = {
    ...shown,
    get title() {
      return shown.view().title?.text ?? '';
    },
    isOpen: () => find() !== undefined,
    async submit() {
      const result = await submitView(slack, user, id);
      if (!result.ok) return { failed: result.error };
      if (find() === undefined) return { closed: true };
      if (Object.keys(shown.view().errors).length > 0) return { errors: errorsByLabel() };
      const top = stackOf(slack.workspace, user.id).at(-1);
      return { view: modalOf(slack, user, top?.id ?? id) };
    },
    close: async (options) => orThrow(await closeView(slack, user, id, options?.all === true)),
    waitUntil: (satisfied) => untilScreen(slack, modal, satisfied),
  };
  return modal;
}

export function homeOf(slack: Slack, user: User, id: string): HomeScreen {
  const home: HomeScreen = {
    ...viewScreen(slack, user, id, () => slack.workspace.homes.get(user.id), { in: 'home' }),
    waitUntil: (satisfied) => untilScreen(slack, home, satisfied),
  };
  return home;
}

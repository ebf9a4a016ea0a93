import { elementsIn, type PlacedElement } from '../block-kit/inputs.ts';
import type { ActionPlace, Block, DeedResult } from '../client-api.ts';
import { act } from '../deeds/actions.ts';
import { isFields, textOf } from '../json.ts';
import type { Slack } from '../slack.ts';
import type { User } from '../state/records.ts';
import { elementValue, type Given } from './element-value.ts';
import { until } from './until.ts';
import { blockText } from './visible-text.ts';

/** Slack showed this sentence instead of doing what the person wanted. */
export class SlackSaid extends Error {}

export function orThrow(result: DeedResult): void {
  if (!result.ok) throw new SlackSaid(result.error);
}

/** Blocks on somebody's screen, live: what can be read and pressed there. */
export interface Screen {
  blocks(): readonly Block[];
  /** The words of each block, one string a block. */
  texts(): string[];
  /** All visible words, one line a block. */
  plain(): string;
  /** The labels of the buttons, in reading order. */
  buttons(): string[];
  /** Presses a button by its label or action_id, and says yes if it asks. Throws what Slack says if that fails. */
  click(button: string): Promise<void>;
  /** Chooses in a menu or picker outside a form, by its action_id or placeholder. */
  choose(element: string, given: Given): Promise<void>;
}

export interface ScreenPlace {
  slack: Slack;
  user: User;
  blocks(): readonly Block[];
  place(): ActionPlace;
}

const pressed = new Set(['button', 'icon_button', 'workflow_button']);

function labelOf({ element }: PlacedElement): string {
  return isFields(element.text) ? textOf(element.text.text) : '';
}

function placeholderOf({ element }: PlacedElement): string {
  return isFields(element.placeholder) ? textOf(element.placeholder.text) : '';
}

export function screen({ slack, user, blocks, place }: ScreenPlace): Screen {
  const texts = () => blocks().map((block) => blockText(slack.workspace, user, block));
  const elements = () => elementsIn(blocks());
  const buttons = () => elements().filter(({ type }) => pressed.has(type));

  return {
    blocks,
    texts,
    plain: () => texts().join('\n'),
    buttons: () => buttons().map(labelOf),
    async click(name) {
      const found = buttons().find((one) => labelOf(one) === name || one.actionId === name);
      if (!found) throw new Error(`${user.name} sees no button "${name}", only:\n${texts().join('\n')}`);
      orThrow(await act(slack, user, place(), found, {}));
    },
    async choose(name, given) {
      const found = elements().find((one) => one.actionId === name || placeholderOf(one) === name);
      if (!found) throw new Error(`${user.name} sees no element "${name}", only:\n${texts().join('\n')}`);
      orThrow(await act(slack, user, place(), found, await elementValue(slack, user, place(), found, given)));
    },
  };
}

/** Waits until what is on the screen satisfies the test. */
export function untilScreen<T extends Screen>(
  slack: Slack,
  shown: T,
  satisfied: (shown: T) => boolean,
): Promise<T> {
  return until(slack, {
    now: () => (satisfied(shown) ? shown : undefined),
    what: 'the screen to change',
    instead: () => shown.plain(),
  });
}

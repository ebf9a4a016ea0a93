import type { InputBlock } from '@slack/types';
import type { PersonId } from '../../../src/domain/person.ts';
import type {
  ActionCall,
  Answer,
  Modal,
  SubmissionCall,
  ViewValues,
} from '../../../src/slack/conversation.ts';
import { routes } from '../../../src/slack/routes.ts';
import type { TestDesk } from './desk.ts';

/** What a person typed or picked, by the block_id of the input; null where they emptied it. */
export type Typed = Record<string, string | string[] | null>;

let deliveries = 0;
function cause(): string {
  deliveries += 1;
  return `window:${deliveries}`;
}

function held(value: string | string[] | null, { element }: InputBlock): ViewValues[string][string] {
  if (element.type === 'file_input') return { files: [value ?? []].flat().map(fileNamed) };
  if (Array.isArray(value) && element.type === 'multi_users_select') return { selected_users: value };
  if (Array.isArray(value)) return { selected_options: value.map((each) => ({ value: each })) };
  switch (element.type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { selected_option: value === null ? null : { value } };
    case 'checkboxes':
      return { selected_options: [] };
    case 'multi_users_select':
      return { selected_users: [] };
    case 'datepicker':
      return { selected_date: value };
    case 'timepicker':
      return { selected_time: value };
    case 'users_select':
      return { selected_user: value };
    case 'conversations_select':
      return { selected_conversation: value };
    default:
      return { value };
  }
}

/** `plan.csv`, or `film.mov 200000000` with its size. */
function fileNamed(words: string) {
  const [name = '', size = '1'] = words.split(' ');
  return { id: `F-${name}`, name, size: Number(size) };
}

function initialOf({ element }: InputBlock): string | string[] | null {
  const [initial] = Object.entries(element)
    .filter(([name]) => name.startsWith('initial_'))
    .map(([, value]) => value as unknown);
  // People and channels are given by their ids, everything else as options.
  if (Array.isArray(initial)) {
    return initial.map((chosen: string | { value: string }) =>
      typeof chosen === 'string' ? chosen : chosen.value,
    );
  }
  if (typeof initial === 'object' && initial !== null && 'value' in initial) return String(initial.value);
  return typeof initial === 'string' ? initial : null;
}

/** The state of a window after somebody filled it in. */
export function valuesOf(modal: Modal, typed: Typed = {}): ViewValues {
  const inputs = modal.blocks.filter((block): block is InputBlock => block.type === 'input');
  return Object.fromEntries(
    inputs.map((block) => {
      const id = block.block_id ?? '';
      const value = Object.hasOwn(typed, id) ? (typed[id] ?? null) : initialOf(block);
      return [id, { [block.element.action_id ?? '']: held(value, block) }];
    }),
  );
}

export interface Hands {
  presses(action: string, value: string | null, more?: Partial<ActionCall>): Promise<Answer>;
  /** Presses a button that must open a window. */
  opens(action: string, value: string): Promise<Modal>;
  submits(modal: Modal, typed?: Typed, more?: Partial<SubmissionCall>): Promise<Answer>;
  types(words: string): Promise<Answer>;
}

/** One person's hands on the conversations, below Slack and above the use cases. */
export function handsOf({ desk }: TestDesk, person: PersonId): Hands {
  const presses: Hands['presses'] = (action, value, more = {}) => {
    const handler = routes.actions[action];
    if (!handler) throw new Error(`nobody answers ${action}`);
    return handler({ desk, person, cause: cause(), value, chosen: [], view: null, message: null, ...more });
  };
  return {
    presses,
    async opens(action, value) {
      const answer = await presses(action, value);
      if (answer.kind !== 'open') throw new Error(`${action} opened nothing: ${JSON.stringify(answer)}`);
      return answer.modal;
    },
    submits(modal, typed = {}, more = {}) {
      const handler = routes.submissions[modal.callback_id ?? ''];
      if (!handler) throw new Error(`nobody answers ${modal.callback_id}`);
      const metadata = modal.private_metadata ?? '';
      return handler({ desk, person, cause: cause(), metadata, values: valuesOf(modal, typed), ...more });
    },
    types(words) {
      const [first = '', ...rest] = words.split(' ');
      const named = routes.commands[first];
      const handler = named ?? routes.commands[''];
      if (!handler) throw new Error('no command');
      return handler({ desk, person, cause: cause(), words: named ? rest.join(' ') : words });
    },
  };
}

/** The errors that a window got back, or a failure that says what came instead. */
export function errorsOf(answer: Answer): Record<string, string> {
  if (answer.kind !== 'errors') throw new Error(`no field errors, but ${JSON.stringify(answer)}`);
  return answer.errors;
}

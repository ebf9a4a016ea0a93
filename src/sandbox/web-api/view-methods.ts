import { checkView, faultLines, viewTooLarge } from '../block-kit/check.ts';
import type { Trigger } from '../deeds/triggers.ts';
import { type Fields, isFields, textOf } from '../json.ts';
import type { Slack } from '../slack.ts';
import { viewJson } from '../slack-json.ts';
import type { View } from '../state/records.ts';
import { addView, changeView, deepestStack, findView, publishHome, stackOf } from '../state/views.ts';
import { type Arguments, refuse } from './call.ts';
import type { Methods } from './method.ts';

/** A view that passes all checks; refused as the `views.*` methods do. */
export function checkedView(slack: Slack, value: unknown, type: 'modal' | 'home', replacing?: View): Fields {
  if (!isFields(value)) return refuse('invalid_arguments', invalid(['missing required field: view']));
  if (viewTooLarge(value)) return refuse('view_too_large');
  const faults = checkView(value, type);
  if (faults.length > 0) {
    return refuse(
      'invalid_arguments',
      invalid(['failed to match all allowed schemas [json-pointer:/view]', ...faultLines(faults)]),
    );
  }
  const externalId = textOf(value.external_id);
  const holder =
    externalId === '' ? undefined : findView(slack.workspace, (view) => view.externalId === externalId);
  if (holder && holder !== replacing) return refuse('duplicate_external_id');
  return value;
}

function invalid(lines: string[]): Fields {
  return { response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) } };
}

function exchange(slack: Slack, args: Arguments): Trigger {
  const trigger = slack.triggers.exchange(args.required('trigger_id'));
  return typeof trigger === 'string' ? refuse(trigger) : trigger;
}

function viewArgument(args: Arguments): unknown {
  return args.structure('view', 'invalid_arguments');
}

/** A stale hash means that someone changed the view in between. */
function checkHash(args: Arguments, view: View | undefined): void {
  const hash = args.text('hash');
  if (hash !== undefined && hash !== view?.hash) refuse('hash_conflict');
}

const shared = { scopes: [], tier: 'tier4', token: 'bot' } as const;

export const viewMethods: Methods = {
  'views.open': {
    ...shared,
    run(slack, args) {
      const view = checkedView(slack, viewArgument(args), 'modal');
      const { user } = exchange(slack, args);
      return { view: viewJson(slack, addView(slack.workspace, user, view, false)) };
    },
  },
  'views.push': {
    ...shared,
    run(slack, args) {
      const view = checkedView(slack, viewArgument(args), 'modal');
      const { user, viewId } = exchange(slack, args);
      const stack = stackOf(slack.workspace, user);
      if (viewId === null || !stack.some(({ id }) => id === viewId)) return refuse('not_found');
      if (stack.length >= deepestStack) return refuse('push_limit_reached');
      return { view: viewJson(slack, addView(slack.workspace, user, view, true)) };
    },
  },
  'views.update': {
    ...shared,
    run(slack, args) {
      const [id, externalId] = [args.text('view_id'), args.text('external_id')];
      if (id === undefined && externalId === undefined) return refuse('invalid_arguments');
      const found =
        findView(slack.workspace, (view) =>
          id === undefined ? view.externalId === externalId : view.id === id,
        ) ?? refuse('not_found');
      const view = checkedView(slack, viewArgument(args), found.type, found);
      checkHash(args, found);
      return { view: viewJson(slack, changeView(slack.workspace, found, view)) };
    },
  },
  'views.publish': {
    ...shared,
    run(slack, args) {
      const user = slack.workspace.users.get(args.required('user_id')) ?? refuse('user_not_found');
      if (!slack.app.manifest.homeTab) return refuse('not_enabled');
      const before = slack.workspace.homes.get(user.id);
      const view = checkedView(slack, viewArgument(args), 'home', before);
      checkHash(args, before);
      return { view: viewJson(slack, publishHome(slack.workspace, user.id, view)) };
    },
  },
};

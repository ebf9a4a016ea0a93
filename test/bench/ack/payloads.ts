import { z } from 'zod';
import { type SignedRequest, signed } from './load.ts';
import { command, marketers, team } from './workspace.ts';

/** What is read of the modal that the app opened; the rest goes back as it came, as Slack does it. */
const modalSchema = z.looseObject({
  callback_id: z.string(),
  blocks: z.array(
    z.looseObject({
      type: z.string(),
      block_id: z.string().optional(),
      optional: z.boolean().optional(),
      element: z
        .looseObject({
          type: z.string(),
          action_id: z.string(),
          initial_option: z.looseObject({ value: z.string() }).optional(),
          options: z.array(z.looseObject({ value: z.string() })).optional(),
        })
        .optional(),
    }),
  ),
});

type Modal = z.infer<typeof modalSchema>;
type Element = NonNullable<Modal['blocks'][number]['element']>;

/** Counts through the run: Slack repeats neither a trigger nor a view. */
let sent = 0;

const from = (index: number) => ({
  user_id: marketers[index % marketers.length] ?? '',
  user_name: 'somebody',
});

export function slashCommand(text: string): SignedRequest {
  sent += 1;
  return signed({
    token: 'unused',
    team_id: team,
    team_domain: 'bench',
    channel_id: 'C0GENERAL',
    channel_name: 'general',
    ...from(sent),
    command,
    text,
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.slack.com/commands/T0BENCH/1/unused',
    trigger_id: `${sent}.bench`,
  });
}

/** The modal, filled in by somebody in a hurry: what must be filled, and nothing else. */
export function submission(openedView: string): SignedRequest {
  sent += 1;
  const modal = modalSchema.parse(JSON.parse(openedView));
  const user = from(sent);
  return signed({
    payload: JSON.stringify({
      type: 'view_submission',
      team: { id: team, domain: 'bench' },
      user: { id: user.user_id, username: user.user_name, name: user.user_name, team_id: team },
      api_app_id: 'A0BENCH',
      token: 'unused',
      trigger_id: `${sent}.bench`,
      view: {
        ...modal,
        id: `V${sent}`,
        team_id: team,
        state: { values: valuesOf(modal) },
        hash: `${sent}.hash`,
        previous_view_id: null,
        root_view_id: `V${sent}`,
        app_id: 'A0BENCH',
        external_id: '',
        app_installed_team_id: team,
        bot_id: 'B0BROKER',
      },
      response_urls: [],
      is_enterprise_install: false,
      enterprise: null,
    }),
  });
}

function valuesOf({ blocks }: Modal): Record<string, Record<string, object>> {
  const values: Record<string, Record<string, object>> = {};
  for (const { block_id: block, element, optional = false } of blocks) {
    if (block === undefined || !element) continue;
    values[block] = { [element.action_id]: held(element, optional) };
  }
  return values;
}

function held({ type, initial_option, options }: Element, optional: boolean): object {
  switch (type) {
    case 'plain_text_input':
    case 'url_text_input':
      return { type, value: optional ? null : wish(sent) };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: initial_option ?? (optional ? null : usual(options)) };
    case 'checkboxes':
      return { type, selected_options: [] };
    case 'datepicker':
      return { type, selected_date: null };
    default:
      return { type };
  }
}

/** Of the kinds a change: what asks for a tool leaves work for the stack, which would run on in the other's rounds. */
function usual(options: Element['options']) {
  return options?.find(({ value }) => value === 'change') ?? options?.[0];
}

const syllables = [
  'ba',
  'ke',
  'di',
  'fo',
  'gu',
  'ha',
  'le',
  'mi',
  'no',
  'pu',
  'ra',
  'se',
  'ti',
  'vo',
  'wu',
  'za',
];

/** Three words that no other wish has, so that none is shown as resembling an earlier one. */
function wish(number: number): string {
  const word = (last: string) => {
    let name = last;
    for (let rest = number; rest > 0; rest = Math.floor(rest / 16)) name = `${syllables[rest % 16]}${name}`;
    return name;
  };
  return ['lor', 'nix', 'tum'].map(word).join(' ');
}

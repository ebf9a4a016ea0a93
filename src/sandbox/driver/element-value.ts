import type { PlacedElement } from '../block-kit/inputs.ts';
import { optionsOf } from '../block-kit/objects.ts';
import type { ActionPlace } from '../client-api.ts';
import { suggest } from '../deeds/actions.ts';
import { compose } from '../deeds/compose.ts';
import { storeUpload } from '../deeds/upload.ts';
import { type Fields, isFields, textOf } from '../json.ts';
import type { Slack } from '../slack.ts';
import { findChannel } from '../state/channels.ts';
import { knownUser } from '../state/people.ts';
import type { User } from '../state/records.ts';

export interface FileToGive {
  name: string;
  content: string | Uint8Array;
}

/** What a test puts into an element: words, the text or value of options, files; null clears it. */
export type Given = string | number | null | readonly string[] | readonly FileToGive[];

function textsOf(given: Given): string[] {
  if (given === null) return [];
  return (Array.isArray(given) ? given : [given]).map(String);
}

function labelOf(option: Fields): string {
  return isFields(option.text) ? textOf(option.text.text) : '';
}

function pick(options: Fields[], wanted: string, where: string): Fields {
  const found = options.find((option) => labelOf(option) === wanted || option.value === wanted);
  if (found) return found;
  throw new Error(`${where} offers no option "${wanted}", only: ${options.map(labelOf).join(', ')}`);
}

/** The value of an element, in the shape that Slack's client sends. */
export async function elementValue(
  slack: Slack,
  user: User,
  place: ActionPlace,
  placed: PlacedElement,
  given: Given,
): Promise<Fields> {
  const { element, type, actionId } = placed;
  const texts = textsOf(given);
  const [first] = texts;

  async function offered(typed: string): Promise<Fields[]> {
    const external = type.endsWith('external_select');
    return optionsOf(external ? await suggest(slack, user, place, placed, typed) : element);
  }

  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { value: first ?? null };
    case 'rich_text_input':
      return { rich_text_value: first === undefined ? null : compose(slack.workspace, first).blocks[0] };
    case 'datepicker':
      return { selected_date: first ?? null };
    case 'timepicker':
      return { selected_time: first ?? null };
    case 'datetimepicker':
      return { selected_date_time: first === undefined ? null : Number(first) };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
    case 'overflow':
      return { selected_option: first === undefined ? null : pick(await offered(first), first, actionId) };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select': {
      const chosen: Fields[] = [];
      for (const text of texts) chosen.push(pick(await offered(text), text, actionId));
      return { selected_options: chosen };
    }
    case 'users_select':
      return { selected_user: first === undefined ? null : userId(slack, first) };
    case 'multi_users_select':
      return { selected_users: texts.map((text) => userId(slack, text)) };
    case 'conversations_select':
      return { selected_conversation: first === undefined ? null : channelId(slack, first) };
    case 'multi_conversations_select':
      return { selected_conversations: texts.map((text) => channelId(slack, text)) };
    case 'channels_select':
      return { selected_channel: first === undefined ? null : channelId(slack, first) };
    case 'multi_channels_select':
      return { selected_channels: texts.map((text) => channelId(slack, text)) };
    case 'file_input':
      return { files: filesOf(given).map((file) => ({ id: upload(slack, user, file) })) };
    default:
      throw new Error(`${actionId} is a ${type}, which holds no value`);
  }
}

function userId(slack: Slack, nameOrId: string): string {
  return knownUser(slack.workspace, nameOrId).id;
}

function channelId(slack: Slack, nameOrId: string): string {
  const channel = findChannel(slack.workspace, nameOrId);
  if (!channel) throw new Error(`the sandbox has no conversation ${nameOrId}`);
  return channel.id;
}

function filesOf(given: Given): FileToGive[] {
  if (!Array.isArray(given)) return [];
  return given.map((file) => (typeof file === 'string' ? { name: file, content: file } : file));
}

export function upload(slack: Slack, user: User, { name, content }: FileToGive): string {
  return storeUpload(slack, user, name, typeof content === 'string' ? Buffer.from(content) : content).id;
}

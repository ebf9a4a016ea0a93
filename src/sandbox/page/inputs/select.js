import { useEffect, useRef, useState } from 'preact/hooks';
import { fetchOptions } from '../api.js';
import { usePane } from '../pane-context.js';
import { Avatar } from '../ui/avatar.js';
import { Icon } from '../ui/icons.js';
import { html, useSelect } from '../ui/view.js';
import { Combobox } from './combobox.js';
import { selectKind } from './values.js';

/**
 * The select menus of Block Kit, single and multi, over every source of options.
 *
 * @import { Option } from '../block-kit.d.ts'
 * @import { Choice, ChoiceGroup } from './combobox.js'
 * @import { ElementProps } from './element.js'
 */

const SEARCH_PAUSE_MS = 150;
const DEFAULT_QUERY_LENGTH = 3;

/** @param {Option} option @returns {Choice & { option: Option }} */
function optionChoice(option) {
  return { key: option.value, label: option.text.text, detail: option.description?.text, option };
}

/** @param {{ options?: Option[]; option_groups?: { label: { text: string }; options: Option[] }[] }} source @returns {ChoiceGroup[]} */
function optionGroups({ options, option_groups: groups }) {
  if (groups)
    return groups.map((group) => ({ label: group.label.text, choices: group.options.map(optionChoice) }));
  return [{ label: null, choices: (options ?? []).map(optionChoice) }];
}

/** @param {import('../../client-api.ts').ClientUser} user @returns {Choice} */
function userChoice(user) {
  return {
    key: user.id,
    label: user.realName,
    detail: user.title,
    mark: html`<${Avatar} user=${user} size="small" />`,
  };
}

/** @param {import('../../client-api.ts').ClientChannel} channel @returns {Choice} */
function channelChoice(channel) {
  const icon = channel.kind === 'im' ? 'message' : channel.kind === 'private' ? 'lock' : 'hash';
  return { key: channel.id, label: channel.name, mark: html`<${Icon} name=${icon} />` };
}

/** @param {Choice[]} choices @param {string} query @returns {ChoiceGroup[]} */
function narrowed(choices, query) {
  const wanted = query.toLowerCase();
  return [
    {
      label: null,
      choices: choices.filter(({ label, detail }) =>
        `${label} ${detail ?? ''}`.toLowerCase().includes(wanted),
      ),
    },
  ];
}

/** @param {ElementProps['element']} element @param {Map<string, import('../../client-api.ts').ClientChannel>} channels @param {Map<string, import('../../client-api.ts').ClientUser>} people */
function conversationChoices(element, channels, people) {
  const { include, exclude_bot_users: noBots } = element.filter ?? {};
  return [...channels.values()]
    .filter((channel) => !include || include.includes(channel.kind))
    .filter(
      (channel) => !noBots || channel.kind !== 'im' || !channel.memberIds.some((id) => people.get(id)?.isBot),
    )
    .map(channelChoice);
}

/** Options that the app answers live. @param {ElementProps} props @param {string} query @param {boolean} wanted */
function useExternalOptions({ element, blockId, place }, query, wanted) {
  const { client } = usePane();
  const [answer, setAnswer] = useState(
    /** @type {{ groups: ChoiceGroup[]; note: string | null }} */ ({ groups: [], note: null }),
  );
  const least = element.min_query_length ?? DEFAULT_QUERY_LENGTH;
  const enough = query.length >= least;

  useEffect(() => {
    if (!wanted) return;
    if (!enough) {
      setAnswer({
        groups: [],
        note: `Type ${least === 1 ? 'a character' : `${least} characters`} to search`,
      });
      return;
    }
    let stale = false;
    setAnswer((shown) => ({ ...shown, note: 'Searching…' }));
    const timer = setTimeout(async () => {
      try {
        const found = await fetchOptions(client.as, {
          place,
          blockId,
          actionId: element.action_id ?? '',
          value: query,
        });
        if (!stale) setAnswer({ groups: optionGroups(found), note: null });
      } catch (error) {
        if (!stale) setAnswer({ groups: [], note: `The options did not come. ${error.message}` });
      }
    }, SEARCH_PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [query, wanted]);
  return answer;
}

/** @param {ElementProps} props @param {string} query @param {boolean} open @returns {{ groups: ChoiceGroup[]; note: string | null }} */
function useChoices(props, query, open) {
  const { element } = props;
  const { client } = usePane();
  const people = useSelect(client, (state) => state.people);
  const channels = useSelect(client, (state) => state.channels);
  const kind = selectKind(element.type);
  const external = useExternalOptions(props, query, open && kind?.source === 'external');
  switch (kind?.source) {
    case 'external':
      return external;
    case 'users':
      return { groups: narrowed([...people.values()].map(userChoice), query), note: null };
    case 'channels':
      return {
        groups: narrowed(
          [...channels.values()].filter((channel) => channel.kind === 'public').map(channelChoice),
          query,
        ),
        note: null,
      };
    case 'conversations':
      return { groups: narrowed(conversationChoices(element, channels, people), query), note: null };
    default: {
      const groups = optionGroups(element).map((group) => ({
        ...group,
        choices: narrowed(group.choices, query)[0].choices,
      }));
      return { groups: groups.filter((group) => group.choices.length > 0), note: null };
    }
  }
}

/** The choices that a value stands for. @param {unknown} held @param {import('../changes.js').ClientState['people']} people @param {import('../changes.js').ClientState['channels']} channels @returns {Choice[]} */
function chosenOf(held, people, channels) {
  const list = Array.isArray(held) ? held : held ? [held] : [];
  return list.map((item) => {
    if (typeof item !== 'string') return optionChoice(item);
    const user = people.get(item);
    const channel = channels.get(item);
    if (user) return userChoice(user);
    return channel ? channelChoice(channel) : { key: item, label: item };
  });
}

/** @param {ElementProps} props */
export function Select(props) {
  const { element, value, onChange } = props;
  const { client } = usePane();
  const people = useSelect(client, (state) => state.people);
  const channels = useSelect(client, (state) => state.channels);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const { groups, note } = useChoices(props, query, open);
  const kind = /** @type {NonNullable<ReturnType<typeof selectKind>>} */ (selectKind(element.type));
  const field = `selected_${kind.field}`;
  // In a message a multi select speaks once, when its list closes.
  const [pending, setPending] = useState(/** @type {Choice[] | null} */ (null));
  const latest = useRef(pending);
  latest.current = pending;
  const chosen = pending ?? chosenOf(value[field], people, channels);
  const empty = groups.every((group) => group.choices.length === 0);

  /** @param {Choice[]} choices */
  function commit(choices) {
    const held = choices.map((choice) => /** @type {{ option?: Option }} */ (choice).option ?? choice.key);
    onChange({ [field]: kind.multiple ? held : (held[0] ?? null) });
  }

  return html`<${Combobox}
    id=${props.id} label=${props.label} describedBy=${props.describedBy} invalid=${props.invalid} disabled=${props.disabled}
    placeholder=${element.placeholder?.text ?? (kind.multiple ? 'Choose some options' : 'Choose an option')}
    multiple=${kind.multiple} most=${element.max_selected_items} chosen=${chosen} groups=${groups}
    note=${note ?? (empty ? 'No results' : null)} query=${query} onQuery=${setQuery} focusOnLoad=${element.focus_on_load}
    onChange=${(/** @type {Choice[]} */ choices) => {
      if (props.immediate && kind.multiple) setPending(choices);
      else commit(choices);
    }}
    onOpen=${() => setOpen(true)}
    onDone=${() => {
      setOpen(false);
      if (latest.current) commit(latest.current);
      setPending(null);
    }}
  />`;
}

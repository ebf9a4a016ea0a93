const plain = (text: string) => ({ type: 'plain_text', text, emoji: true });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const cell = (text: string) => ({ type: 'raw_text', text });
const option = (value: string) => ({ text: plain(value), value });
const button = (label: string) => ({ type: 'button', action_id: label, text: plain(label) });
const point = (label: string, value: number) => ({ label, value });

/** One of every block that a message may hold, in messages of a few. */
export const everyBlock: readonly object[][] = [
  [
    { type: 'header', text: plain('A heading') },
    {
      type: 'section',
      text: mrkdwn(
        '*Bold*, _slanted_, ~gone~, `code`, <https://x.example|a link>, <@U00000MIA>, <#C0GENERAL>, :eyes:\n> quoted\n• one\n• two',
      ),
      accessory: { type: 'overflow', action_id: 'more', options: [option('Edit'), option('Withdraw')] },
    },
    {
      type: 'section',
      fields: [mrkdwn('*Kind*\nA change'), mrkdwn('*When*\n<!date^1774000000^{date_short} {time}|soon>')],
    },
    { type: 'divider' },
    { type: 'context', elements: [mrkdwn('said in passing'), plain('and so was this')] },
    {
      type: 'actions',
      elements: [
        { ...button('Take it'), style: 'primary' },
        { ...button('Decline'), style: 'danger' },
        {
          type: 'static_select',
          action_id: 'size',
          placeholder: plain('Size'),
          options: [option('S'), option('M')],
        },
        { type: 'datepicker', action_id: 'day' },
        { type: 'checkboxes', action_id: 'boxes', options: [option('Live'), option('Watched')] },
      ],
    },
  ],
  [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Rich ' },
            { type: 'text', text: 'bold', style: { bold: true } },
            { type: 'user', user_id: 'U00000MIA' },
            { type: 'emoji', name: 'tada' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'ordered',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'First' }] }],
        },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: 'Quoted' }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'as { it } is' }] },
      ],
    },
    { type: 'markdown', text: '# A title\nSome **bold** and `code`.\n\n- a\n- b' },
  ],
  [
    {
      type: 'data_visualization',
      title: 'Requests a week',
      chart: {
        type: 'bar',
        series: [
          { name: 'IT', data: [point('W1', 12), point('W2', 18)] },
          { name: 'Marketing', data: [point('W1', 7), point('W2', 11)] },
        ],
        axis_config: { categories: ['W1', 'W2'] },
      },
    },
    {
      type: 'data_visualization',
      title: 'By kind',
      chart: { type: 'pie', segments: [point('Tool', 4), point('Data', 9)] },
    },
  ],
  [
    {
      type: 'table',
      rows: [
        [cell('Tool'), cell('Owner')],
        [cell('Harbor'), cell('Lea')],
      ],
    },
  ],
  [
    {
      type: 'data_table',
      caption: 'Renewals',
      rows: [
        [cell('Tool'), cell('Cost')],
        [cell('Harbor'), cell('12,000')],
      ],
    },
  ],
  [
    { type: 'card', title: mrkdwn('A card'), body: mrkdwn('with a body'), actions: [button('Open')] },
    {
      type: 'container',
      title: plain('Details'),
      is_collapsible: true,
      child_blocks: [{ type: 'section', text: mrkdwn('inside') }],
    },
    {
      type: 'plan',
      title: 'A plan',
      tasks: [
        { type: 'task_card', task_id: '1', title: 'Look', status: 'complete' },
        { type: 'task_card', task_id: '2', title: 'Do', status: 'in_progress' },
      ],
    },
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'feedback',
          positive_button: { text: plain('Good'), value: 'good' },
          negative_button: { text: plain('Bad'), value: 'bad' },
        },
        { type: 'icon_button', action_id: 'bin', icon: 'trash', text: plain('Remove') },
      ],
    },
  ],
];

/**
 * Block Kit as the page reads it. The server has checked what it shows against Slack's rules, so one shape with all the
 * fields that an element or block may have is enough here. What a type requires is not optional: each component reads
 * only the fields of its own type.
 */

export interface TextObject {
  type: 'plain_text' | 'mrkdwn';
  text: string;
  emoji?: boolean;
}

export interface Option {
  text: TextObject;
  value: string;
  description?: TextObject;
  url?: string;
}

export interface OptionGroup {
  label: TextObject;
  options: Option[];
}

/** The confirmation object. */
export interface Question {
  title?: TextObject;
  text: TextObject;
  confirm?: TextObject;
  deny?: TextObject;
  style?: 'primary' | 'danger';
}

export interface Picture {
  image_url?: string;
  slack_file?: { id?: string; url?: string };
  alt_text?: string;
}

interface FeedbackButton {
  text: TextObject;
  value: string;
  accessibility_label?: string;
}

export interface Element extends Picture {
  type: string;
  action_id?: string;
  text?: TextObject;
  value?: string;
  url?: string;
  style?: 'primary' | 'danger';
  confirm?: Question;
  placeholder?: TextObject;
  focus_on_load?: boolean;
  accessibility_label?: string;
  visible_to_user_ids?: string[];
  positive_button: FeedbackButton;
  negative_button: FeedbackButton;
  workflow?: { trigger?: { url?: string } };
  options: Option[];
  option_groups?: OptionGroup[];
  min_query_length?: number;
  max_selected_items?: number;
  filter?: { include?: string[]; exclude_bot_users?: boolean };
  multiline?: boolean;
  max_length?: number;
  min_lines?: number;
  filetypes?: string[];
  max_files?: number;
  timezone?: string;
  dispatch_action_config?: { trigger_actions_on?: string[] };
}

/** What an element holds, in the shape Slack sends, without its `type`. */
export type Value = {
  value?: string | null;
  rich_text_value?: RichText | null;
  selected_date?: string | null;
  selected_time?: string | null;
  selected_date_time?: number | null;
  selected_option?: Option | null;
  selected_options?: Option[];
  files?: import('../client-api.ts').ClientFile[];
} & Record<string, unknown>;

interface Styled {
  style?: { bold?: boolean; italic?: boolean; strike?: boolean; underline?: boolean; code?: boolean };
}

export type RichElement = Styled &
  (
    | { type: 'text'; text: string }
    | { type: 'link'; url: string; text?: string }
    | { type: 'user'; user_id: string }
    | { type: 'channel'; channel_id: string }
    | { type: 'usergroup'; usergroup_id: string }
    | { type: 'broadcast'; range: string }
    | { type: 'emoji'; name: string }
    | { type: 'date'; timestamp: number; format: string; url?: string; fallback?: string }
    | { type: 'color'; value: string }
  );

/** A part of rich_text. A list's elements are sections; all others hold words. */
export type RichPart =
  | {
      type: 'rich_text_section' | 'rich_text_quote' | 'rich_text_preformatted';
      elements: RichElement[];
      border?: number;
    }
  | {
      type: 'rich_text_list';
      style: 'bullet' | 'ordered';
      indent?: number;
      offset?: number;
      border?: number;
      elements: { type: 'rich_text_section'; elements: RichElement[] }[];
    };

export interface RichText {
  type: 'rich_text';
  elements: RichPart[];
}

export type Cell =
  | { type: 'raw_text'; text: string }
  | { type: 'raw_number'; text: string; value: number }
  | RichText;

export interface Series {
  name: string;
  data: { label: string; value: number }[];
}

export interface Chart {
  type: string;
  segments?: { label: string; value: number }[];
  series?: Series[];
  axis_config?: { categories: string[]; x_label?: string; y_label?: string };
}

export interface Block extends Picture {
  type: string;
  block_id?: string;
  /** Text objects, but for the plain strings of `markdown`, `data_visualization`, `plan` and `task_card`. */
  text?: TextObject | string;
  title?: TextObject | string;
  fields?: TextObject[];
  accessory?: Element;
  elements: Element[];
  element: Element;
  label: TextObject;
  hint?: TextObject;
  optional?: boolean;
  dispatch_action?: boolean;
  subtitle?: TextObject;
  body?: TextObject;
  description?: TextObject;
  icon?: Picture;
  hero_image?: Picture;
  actions?: Element[];
  level?: string;
  rich_text_title?: RichText;
  child_blocks: Block[];
  is_collapsible?: boolean;
  default_collapsed?: boolean;
  has_header_divider?: boolean;
  title_url?: string;
  video_url?: string;
  thumbnail_url?: string;
  external_id?: string;
  rows: Cell[][];
  column_settings?: { align?: string; is_wrapped?: boolean }[];
  caption?: string;
  page_size?: number;
  row_header_column_index?: number;
  chart: Chart;
  tasks?: Block[];
  status: 'pending' | 'in_progress' | 'complete' | 'error';
  details?: RichText;
  output?: RichText;
  sources?: { url: string; text: string }[];
}

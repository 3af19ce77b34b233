import type { Specs } from './rule-types.ts';

const ACTION = { action_id: { is: 'string', min: 1, max: 255 } } as const;
const CONFIRM = { confirm: { is: 'object', of: 'confirm' } } as const;
const FOCUS = { focus_on_load: { is: 'boolean' } } as const;
const PLACEHOLDER = { placeholder: { is: 'text', max: 150, plain: true } } as const;
const COMMON = { ...ACTION, ...CONFIRM, ...FOCUS, ...PLACEHOLDER } as const;
const TYPED = {
  ...ACTION,
  ...FOCUS,
  ...PLACEHOLDER,
  dispatch_action_config: { is: 'object', of: 'dispatch_action_config' },
} as const;
const MANY = { max_selected_items: { is: 'number', min: 1 } } as const;
const NAMES = { is: 'list', min: 0, of: { is: 'string' } } as const;
/** Numbers are written as strings. */
const NUMBER = { is: 'string', pattern: /^-?\d+(\.\d+)?$/ } as const;
const ZONES = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
const FEEDBACK = { is: 'object', of: 'feedback_button', required: true } as const;

const options = (of: string, max: number) => ({ is: 'list', min: 1, max, of: { is: 'object', of } }) as const;
const CHOICES = { options: options('option', 100), option_groups: options('option_group', 100) } as const;
const INITIAL_ONE = { initial_option: { is: 'object', of: 'option' } } as const;
const INITIAL_MANY = { initial_options: options('option', 100) } as const;
const CONVERSATION = {
  default_to_current_conversation: { is: 'boolean' },
  filter: { is: 'object', of: 'filter' },
} as const;
const RESPOND = { response_url_enabled: { is: 'boolean' } } as const;

/** Interactive elements and their fields (Slack contract 5.4); `type` is implied. */
export const ELEMENTS = {
  button: {
    ...ACTION,
    ...CONFIRM,
    text: { is: 'text', max: 75, plain: true, required: true },
    value: { is: 'string', max: 2_000 },
    url: { is: 'string', max: 3_000, pattern: /^[a-z][a-z0-9+.-]*:\S+$/i },
    style: { is: 'string', oneOf: ['primary', 'danger'] },
    accessibility_label: { is: 'string', max: 75 },
  },
  image: {
    image_url: { is: 'string', max: 3_000, pattern: /^https?:\/\/\S+$/ },
    slack_file: { is: 'object', of: 'slack_file' },
    alt_text: { is: 'string', min: 1, max: 2_000, required: true },
  },
  icon_button: {
    ...ACTION,
    ...CONFIRM,
    icon: { is: 'string', oneOf: ['trash'], required: true },
    text: { is: 'text', max: 75, plain: true, required: true },
    value: { is: 'string', max: 2_000 },
    accessibility_label: { is: 'string', max: 75 },
    visible_to_user_ids: NAMES,
  },
  feedback_buttons: { ...ACTION, positive_button: FEEDBACK, negative_button: FEEDBACK },
  overflow: { ...ACTION, ...CONFIRM, options: { ...options('overflow_option', 5), required: true } },
  checkboxes: {
    ...ACTION,
    ...CONFIRM,
    ...FOCUS,
    options: { ...options('rich_option', 10), required: true },
    initial_options: options('rich_option', 10),
  },
  radio_buttons: {
    ...ACTION,
    ...CONFIRM,
    ...FOCUS,
    options: { ...options('rich_option', 10), required: true },
    initial_option: { is: 'object', of: 'rich_option' },
  },
  datepicker: { ...COMMON, initial_date: { is: 'string', pattern: /^\d{4}-\d{2}-\d{2}$/ } },
  timepicker: {
    ...COMMON,
    initial_time: { is: 'string', pattern: /^([01]\d|2[0-3]):[0-5]\d$/ },
    timezone: { is: 'string', oneOf: ZONES },
  },
  datetimepicker: {
    ...ACTION,
    ...CONFIRM,
    ...FOCUS,
    initial_date_time: { is: 'number', min: 1_000_000_000, max: 9_999_999_999 },
  },
  static_select: { ...COMMON, ...CHOICES, ...INITIAL_ONE },
  multi_static_select: { ...COMMON, ...CHOICES, ...INITIAL_MANY, ...MANY },
  external_select: { ...COMMON, ...INITIAL_ONE, min_query_length: { is: 'number', min: 0 } },
  multi_external_select: { ...COMMON, ...INITIAL_MANY, ...MANY, min_query_length: { is: 'number', min: 0 } },
  users_select: { ...COMMON, initial_user: { is: 'string' } },
  multi_users_select: { ...COMMON, ...MANY, initial_users: NAMES },
  conversations_select: { ...COMMON, ...CONVERSATION, ...RESPOND, initial_conversation: { is: 'string' } },
  multi_conversations_select: { ...COMMON, ...CONVERSATION, ...MANY, initial_conversations: NAMES },
  channels_select: { ...COMMON, ...RESPOND, initial_channel: { is: 'string' } },
  multi_channels_select: { ...COMMON, ...MANY, initial_channels: NAMES },
  plain_text_input: {
    ...TYPED,
    initial_value: { is: 'string', max: 3_000 },
    multiline: { is: 'boolean' },
    min_length: { is: 'number', min: 0, max: 3_000 },
    max_length: { is: 'number', min: 1, max: 3_000 },
  },
  email_text_input: { ...TYPED, initial_value: { is: 'string' } },
  url_text_input: { ...TYPED, initial_value: { is: 'string' } },
  number_input: {
    ...TYPED,
    is_decimal_allowed: { is: 'boolean', required: true },
    initial_value: NUMBER,
    min_value: NUMBER,
    max_value: NUMBER,
  },
  file_input: { ...ACTION, filetypes: NAMES, max_files: { is: 'number', min: 1, max: 10 } },
  rich_text_input: {
    ...TYPED,
    initial_value: { is: 'block', of: ['rich_text'] },
    min_lines: { is: 'number', min: 1, max: 100 },
    max_lines: { is: 'number', min: 1, max: 100 },
  },
} as const satisfies Specs;
export type ElementType = keyof typeof ELEMENTS;

const SELECTS = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
] as const;
const PICKERS = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker'] as const;

export const ACCESSORIES: readonly ElementType[] = ['button', 'image', 'overflow', ...PICKERS, ...SELECTS];
export const ACTIONS: readonly ElementType[] = [
  'button',
  'overflow',
  'datetimepicker',
  'rich_text_input',
  ...PICKERS,
  ...SELECTS,
];
export const INPUTS: readonly ElementType[] = [
  'datetimepicker',
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'file_input',
  'rich_text_input',
  ...PICKERS,
  ...SELECTS,
];

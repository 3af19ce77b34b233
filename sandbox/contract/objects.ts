import type { Spec } from './rule-types.ts';

const plain = (max: number) => ({ is: 'text', max, plain: true }) as const;
const ids = (max: number) => ({ is: 'list', min: 0, max, of: { is: 'string' } }) as const;

/** Composition objects (Slack contract 5.4). Option values stay at 75, the smaller of the two documented limits. */
export const OBJECTS = {
  option: {
    text: { ...plain(75), required: true },
    value: { is: 'string', min: 1, max: 75, required: true },
    description: plain(75),
  },
  /** Of checkboxes and radio buttons: mrkdwn is allowed. */
  rich_option: {
    text: { is: 'text', max: 75, required: true },
    value: { is: 'string', min: 1, max: 75, required: true },
    description: { is: 'text', max: 75 },
  },
  overflow_option: {
    text: { ...plain(75), required: true },
    value: { is: 'string', min: 1, max: 75, required: true },
    description: plain(75),
    url: { is: 'string', max: 3_000 },
  },
  option_group: {
    label: { ...plain(75), required: true },
    options: { is: 'list', min: 1, max: 100, of: { is: 'object', of: 'option' }, required: true },
  },
  confirm: {
    title: { ...plain(100), required: true },
    text: { is: 'text', max: 300, required: true },
    confirm: plain(30),
    deny: plain(30),
    style: { is: 'string', oneOf: ['primary', 'danger'] },
  },
  slack_file: { id: { is: 'string' }, url: { is: 'string' } },
  filter: {
    include: ids(4),
    exclude_external_shared_channels: { is: 'boolean' },
    exclude_bot_users: { is: 'boolean' },
  },
  dispatch_action_config: { trigger_actions_on: ids(2) },
  column_setting: { align: { is: 'string', oneOf: ['left', 'center', 'right'] }, is_wrapped: { is: 'boolean' } },
  raw_text: {
    type: { is: 'string', oneOf: ['raw_text'], required: true },
    text: { is: 'string', min: 1, max: 10_000, required: true },
  },
  raw_number: {
    type: { is: 'string', oneOf: ['raw_number'], required: true },
    value: { is: 'number', required: true },
    text: { is: 'string' },
  },
} as const satisfies Readonly<Record<string, Spec>>;

import { PART_OBJECTS } from './parts.ts';
import type { Spec, Specs } from './rule-types.ts';

const plain = (max: number) => ({ is: 'text', max, plain: true }) as const;
/** One or more of these words. */
const words = (...oneOf: readonly string[]) =>
  ({ is: 'list', min: 1, max: oneOf.length, of: { is: 'string', oneOf } }) as const;

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
    url: { is: 'string', max: 3_000, pattern: /^[a-z][a-z0-9+.-]*:\S+$/i },
  },
  option_group: {
    label: { ...plain(75), required: true },
    options: { is: 'list', min: 1, max: 100, of: { is: 'object', of: 'option' }, required: true },
  },
  confirm: {
    title: { ...plain(100), required: true },
    text: { is: 'text', max: 300, required: true },
    confirm: { ...plain(30), required: true },
    deny: { ...plain(30), required: true },
    style: { is: 'string', oneOf: ['primary', 'danger'] },
  },
  slack_file: { id: { is: 'string', min: 1 }, url: { is: 'string', min: 1 } },
  filter: {
    include: words('im', 'mpim', 'private', 'public'),
    exclude_external_shared_channels: { is: 'boolean' },
    exclude_bot_users: { is: 'boolean' },
  },
  dispatch_action_config: { trigger_actions_on: words('on_enter_pressed', 'on_character_entered') },
  column_setting: { align: { is: 'string', oneOf: ['left', 'center', 'right'] }, is_wrapped: { is: 'boolean' } },
  feedback_button: {
    text: { ...plain(75), required: true },
    value: { is: 'string', max: 2_000, required: true },
    accessibility_label: { is: 'string', max: 75 },
  },
  ...PART_OBJECTS,
} as const satisfies Specs;

/** The answer to `block_suggestion`: one of the two, and it may be empty (Slack contract 5.1). */
export const SUGGESTED = {
  options: { is: 'list', min: 0, max: 100, of: { is: 'object', of: 'option' } },
  option_groups: { is: 'list', min: 0, max: 100, of: { is: 'object', of: 'option_group' } },
} as const satisfies Spec;

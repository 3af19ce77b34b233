import type { AnyBlock } from '@slack/types';
import type { ElementState, StateValues } from '../../../page-api.ts';
import { type Interactive, interactives } from './walk.ts';

/** An element's value before anyone touched it, in the shape of Slack contract 5.5; `null` for what holds no value. */
function startingState(element: Interactive): ElementState | null {
  const type = element.type;
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: element.initial_value ?? null };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] };
    case 'rich_text_input':
      return { type, rich_text_value: element.initial_value ?? null };
    case 'file_input':
      return { type, files: [] };
    default:
      return null;
  }
}

/** The state of a surface: what has been typed where block, action and element are still the same, the start value elsewhere. */
export function stateOf(blocks: readonly AnyBlock[], typed: StateValues): StateValues {
  const values: Record<string, Record<string, ElementState>> = {};
  for (const { blockId, actionId, element } of interactives(blocks)) {
    const kept = typed[blockId]?.[actionId];
    const state = kept?.type === element.type ? kept : startingState(element);
    if (state !== null) values[blockId] = { ...values[blockId], [actionId]: state };
  }
  return values;
}

export const withState = (
  values: StateValues,
  blockId: string,
  actionId: string,
  state: ElementState,
): StateValues => ({
  ...values,
  [blockId]: { ...values[blockId], [actionId]: state },
});

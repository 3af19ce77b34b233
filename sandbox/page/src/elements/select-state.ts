import type { Option } from '@slack/types';
import type { ElementState } from '../../../page-api.ts';
import type { AnySelect } from './sources.ts';

const names: Readonly<Record<AnySelect['type'], string>> = {
  static_select: 'selected_option',
  external_select: 'selected_option',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  multi_users_select: 'selected_users',
  multi_conversations_select: 'selected_conversations',
  multi_channels_select: 'selected_channels',
};

/** A chosen thing in Slack's state: an option, or the id of a person or channel. */
export type Picked = Option | string;

export const keyOf = (picked: Picked): string =>
  typeof picked === 'string' ? picked : (picked.value ?? picked.text.text);

export function pickedOf(element: AnySelect, state: ElementState | undefined): readonly Picked[] {
  const value = state?.[names[element.type]];
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]) as readonly Picked[];
}

export function stateWith(element: AnySelect, picked: readonly Picked[]): ElementState {
  const name = names[element.type];
  return { type: element.type, [name]: element.type.startsWith('multi_') ? picked : (picked[0] ?? null) };
}

import type { ConfirmationDialog, DispatchActionConfig } from '@slack/types';
import { type ReactNode, useState } from 'react';
import type { ElementState } from '../../../page-api.ts';
import { elementKey, useSurface } from '../surface/surface.tsx';
import { actionIdOf, type Interactive } from '../surface/walk.ts';
import type { FieldProps } from '../ui/combobox.tsx';
import { ConfirmDialog } from './confirm.tsx';

/** What an input block tells its element; `null` for elements of section and actions blocks. */
export type Field = {
  readonly id: string;
  readonly label: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly optional: boolean;
  readonly dispatches: boolean;
};

export type Used = {
  readonly state: ElementState | undefined;
  readonly pressing: boolean;
  readonly failed: string | undefined;
  /** Only remembers: for typing. */
  readonly set: (state: ElementState) => void;
  /** Remembers, and tells the app where Slack would: at once outside input blocks and where the block dispatches. */
  readonly commit: (state: ElementState) => void;
  /** For buttons and overflow menus, which hold no value. */
  readonly press: (state: ElementState | null) => void;
  /** The confirmation dialog while it is open; drawn beside the element. */
  readonly confirming: ReactNode;
};

export type Placed<E extends Interactive = Interactive> = {
  readonly blockId: string;
  readonly element: E;
  readonly field: Field | null;
};
export type ElementProps<E extends Interactive> = Placed<E> & { readonly used: Used };

/** Joins an element to its surface: its value, its press, its confirmation dialog. */
export function useElement({ blockId, element, field }: Placed): Used {
  const surface = useSurface();
  const actionId = actionIdOf(element);
  const key = elementKey(blockId, actionId);
  const [waiting, setWaiting] = useState<{
    readonly dialog: ConfirmationDialog;
    readonly state: ElementState | null;
  } | null>(null);
  const press = (state: ElementState | null) => {
    const dialog = 'confirm' in element ? element.confirm : undefined;
    if (dialog === undefined) void surface.press(blockId, actionId, state);
    else setWaiting({ dialog, state });
  };
  const answer = (yes: boolean) => {
    setWaiting(null);
    if (yes && waiting !== null) void surface.press(blockId, actionId, waiting.state);
  };
  const set = (state: ElementState) => surface.set(blockId, actionId, state);
  return {
    state: surface.values[blockId]?.[actionId],
    pressing: surface.pressing.has(key),
    failed: surface.failed[key],
    set,
    commit: (state) => (field === null || field.dispatches ? press(state) : set(state)),
    press,
    confirming: waiting === null ? null : <ConfirmDialog dialog={waiting.dialog} onAnswer={answer} />,
  };
}

/** A value of the state that is a text: typed words, a date, a time. */
export const textOf = (used: Used, key: string): string | null => {
  const value = used.state?.[key];
  return typeof value === 'string' ? value : null;
};

/** What every field needs to be known to a screen reader; `label` names one that stands outside an input block. */
export const fieldProps = (
  field: Field | null,
  element: { readonly focus_on_load?: boolean },
  label: string,
): FieldProps & { readonly label: string } => ({
  id: field?.id,
  label: field?.label ?? label,
  describedBy: field?.describedBy,
  invalid: field?.invalid,
  required: field !== null && !field.optional,
  focusOnLoad: element.focus_on_load,
});

/** Whether a text field tells the app on Enter or on every character (`dispatch_action_config`). */
export function dispatchesOn(
  field: Field | null,
  config: DispatchActionConfig | undefined,
  event: 'on_enter_pressed' | 'on_character_entered',
): boolean {
  if (field?.dispatches !== true) return false;
  return (config?.trigger_actions_on ?? ['on_enter_pressed']).includes(event);
}

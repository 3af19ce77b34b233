import type { ConfirmationDialog, DispatchActionConfig } from '@slack/types';
import { type ReactNode, useState } from 'react';
import type { ElementState } from '../../../page-api.ts';
import { elementKey, useSurface } from '../surface/surface.tsx';
import { actionIdOf, type Interactive } from '../surface/walk.ts';
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

export type ElementProps<E extends Interactive = Interactive> = {
  readonly blockId: string;
  readonly element: E;
  readonly field: Field | null;
};

type Used = {
  readonly state: ElementState | undefined;
  readonly pressing: boolean;
  readonly failed: string | undefined;
  /** Only remembers: for typing. */
  readonly set: (state: ElementState) => void;
  /** Remembers, and tells the app where Slack would: at once outside input blocks and where the block dispatches. */
  readonly commit: (state: ElementState) => void;
  /** For buttons and overflow menus, which hold no value. */
  readonly press: (state: ElementState | null) => void;
  /** The confirmation dialog while it is open; draw it beside the element. */
  readonly confirming: ReactNode;
};

/** Joins an element to its surface: its value, its press, its confirmation dialog. */
export function useElement({ blockId, element, field }: ElementProps): Used {
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

/** Whether a text field tells the app on Enter or on every character (`dispatch_action_config`). */
export function dispatchesOn(
  field: Field | null,
  config: DispatchActionConfig | undefined,
  event: 'on_enter_pressed' | 'on_character_entered',
): boolean {
  if (field?.dispatches !== true) return false;
  return (config?.trigger_actions_on ?? ['on_enter_pressed']).includes(event);
}

import type { AnyBlock } from '@slack/types';
import { EMPTY_VALUES, INITIAL_FIELDS } from '../../../contract/empty-values.ts';
import type { ElementState, StateValues } from '../../../page-api.ts';
import { type Interactive, interactives } from './walk.ts';

const empties: Readonly<Record<string, Readonly<Record<string, unknown>>>> = EMPTY_VALUES;

/** An element's value before anyone touched it, in the shape of Slack contract 5.5; `null` for what holds no value. */
function startingState(element: Interactive): ElementState | null {
  const given = new Map<string, unknown>(Object.entries(element));
  const [name, empty] = Object.entries(empties[element.type] ?? {})[0] ?? [];
  if (name === undefined) return null;
  const initial = INITIAL_FIELDS[name]?.map((field) => given.get(field)).find((value) => value !== undefined);
  return { type: element.type, [name]: initial ?? empty };
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

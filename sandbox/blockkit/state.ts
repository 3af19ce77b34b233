import { EMPTY_VALUES, INITIAL_FIELDS } from '../contract/empty-values.ts';
import type { ElementState, StateValues } from '../page-api.ts';
import type { Block } from '../world/types.ts';
import { type Placed, placedElements } from './walk.ts';

/** The field of an element's state that holds its value, such as `selected_option`; `null` for buttons. */
export const valueField = (type: string): string | null =>
  Object.hasOwn(EMPTY_VALUES, type) ? (Object.keys(EMPTY_VALUES[type as keyof typeof EMPTY_VALUES])[0] ?? null) : null;

/** An element before anybody touched it: its initial value, or the exact empty shape. */
const firstState = (element: Placed['element']): ElementState | null => {
  const field = valueField(element.type);
  if (field === null) return null;
  const initial = (INITIAL_FIELDS[field] ?? []).map((name) => element[name]).find((value) => value !== undefined);
  const empty = EMPTY_VALUES[element.type as keyof typeof EMPTY_VALUES];
  return initial === undefined ? { type: element.type, ...empty } : { type: element.type, [field]: initial };
};

/**
 * `state.values` of these blocks: what was typed where block_id, action_id and type still match, first values elsewhere.
 * @param typed what the person has entered so far.
 */
export const stateOf = (blocks: readonly Block[], typed: StateValues): StateValues => {
  const values: Record<string, Record<string, ElementState>> = {};
  for (const { block, element } of placedElements(blocks)) {
    const kept = typed[block.block_id]?.[element.action_id];
    const state = kept && kept.type === element.type ? kept : firstState(element);
    if (!state) continue;
    values[block.block_id] ??= {};
    (values[block.block_id] as Record<string, ElementState>)[element.action_id] = state;
  }
  return values;
};

/** Two states laid over each other; the second wins. */
export const mergeState = (under: StateValues, over: StateValues): StateValues => {
  const merged: Record<string, Record<string, ElementState>> = {};
  for (const source of [under, over]) {
    for (const [block, elements] of Object.entries(source)) merged[block] = { ...merged[block], ...elements };
  }
  return merged;
};

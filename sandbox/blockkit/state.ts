import { EMPTY_VALUES, INITIAL_FIELDS } from '../contract/empty-values.ts';
import type { ElementState, StateValues } from '../page-api.ts';
import type { Block } from '../world/types.ts';
import { isRecord } from './check.ts';
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

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const numberFault = (text: string, element: Placed['element']): string | null => {
  const value = Number(text.replace(',', '.'));
  if (!Number.isFinite(value) || (element['is_decimal_allowed'] === false && !Number.isInteger(value)))
    return 'Please enter a valid number.';
  if (element['min_value'] !== undefined && value < Number(element['min_value']))
    return `Must be at least ${String(element['min_value'])}.`;
  return element['max_value'] !== undefined && value > Number(element['max_value'])
    ? `Must be at most ${String(element['max_value'])}.`
    : null;
};

const textFault = (text: string, element: Placed['element']): string | null => {
  const min = typeof element['min_length'] === 'number' ? element['min_length'] : 0;
  const max = typeof element['max_length'] === 'number' ? element['max_length'] : 3_000;
  if (text.length < min) return `Must be at least ${min} characters.`;
  return text.length > max ? `Must be at most ${max} characters.` : null;
};

const formatFault = (value: unknown, element: Placed['element']): string | null => {
  if (Array.isArray(value)) {
    const max = element['max_selected_items'];
    return typeof max === 'number' && value.length > max ? `Select at most ${max} items.` : null;
  }
  if (typeof value !== 'string') return null;
  if (element.type === 'plain_text_input') return textFault(value, element);
  if (element.type === 'number_input') return numberFault(value, element);
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
    return 'Please enter a valid email address.';
  return element.type === 'url_text_input' && !URL.canParse(value) ? 'Please enter a valid URL.' : null;
};

/** What Slack's own client refuses before it sends a form: by block_id (Slack contract 3.2, 5.4). */
export const clientFaults = (blocks: readonly Block[], state: StateValues): Readonly<Record<string, string>> => {
  const faults: Record<string, string> = {};
  for (const { block, element } of placedElements(blocks)) {
    if (block.type !== 'input') continue;
    const field = valueField(element.type);
    const given = state[block.block_id]?.[element.action_id];
    const value = field !== null && isRecord(given) ? given[field] : null;
    if (isEmpty(value)) {
      if (block['optional'] !== true) faults[block.block_id] = 'Please complete this required field.';
      continue;
    }
    const fault = formatFault(value, element);
    if (fault) faults[block.block_id] = fault;
  }
  return faults;
};

import { isRecord } from '../blockkit/check.ts';
import { valueField } from '../blockkit/state.ts';
import type { Placed } from '../blockkit/walk.ts';
import type { Core } from '../core.ts';
import type { ElementState } from '../page-api.ts';
import type { Person } from '../world/types.ts';
import { channelBy, named, textOf } from './find.ts';

/** What a test enters: text, a number, one or several option texts, people by name or id; `null` empties the field. */
export type Entry = string | number | boolean | readonly string[] | null;
type Element = Placed['element'];

const optionsOf = (element: Element): readonly unknown[] => {
  const groups = Array.isArray(element['option_groups']) ? element['option_groups'] : [];
  return [
    ...(Array.isArray(element['options']) ? element['options'] : []),
    ...groups.flatMap((one: unknown) => (isRecord(one) ? one['options'] : [])),
  ];
};

/** The option with this text, value, or (only one) text that holds it. @throws listing what is on offer. */
export const pickOption = (options: readonly unknown[], wanted: string, label: string): unknown => {
  const texts = options.map((one) => (isRecord(one) ? textOf(one['text']) : ''));
  const exact = options.find(
    (one, index) => named(texts[index] ?? '', wanted) || (isRecord(one) && one['value'] === wanted),
  );
  const holding = options.filter((_, index) => (texts[index] ?? '').toLowerCase().includes(wanted.toLowerCase()));
  const found = exact ?? (holding.length === 1 ? holding[0] : undefined);
  if (found !== undefined) return found;
  throw new Error(
    `"${label}" offers no "${wanted}"; offers: ${texts.map((text) => `"${text}"`).join(', ') || 'nothing'}`,
  );
};

const personBy = (core: Core, key: string): string => {
  const found = core.world.state.persons.find(
    (one) => one.id === key || one.name === key || one.handle === key || `@${one.handle}` === key,
  );
  if (!found) throw new Error(`nobody is called "${key}"`);
  return found.id;
};

const one = (
  core: Core,
  person: Person,
  element: Element,
  entry: string,
  label: string,
  offered: readonly unknown[],
): unknown => {
  if (element.type.includes('users_select')) return personBy(core, entry);
  if (element.type.includes('conversations_select') || element.type.includes('channels_select'))
    return channelBy(core, person, entry).id;
  return pickOption(element.type.includes('external') ? offered : optionsOf(element), entry, label);
};

/**
 * The state of an element after a person entered something.
 * @param offered what the app suggested, for an external select.
 * @throws when the entry is not possible there.
 */
export const stateAfter = (
  core: Core,
  person: Person,
  element: Element,
  entry: Entry,
  label: string,
  offered: readonly unknown[] = [],
): ElementState => {
  const field = valueField(element.type);
  if (field === null) throw new Error(`"${label}" is a ${element.type}, it cannot be filled`);
  const state = (value: unknown): ElementState => ({ type: element.type, [field]: value });
  const many = field.endsWith('s');
  if (entry === null) return state(many ? [] : null);
  if (field === 'value') return state(String(entry) === '' ? null : String(entry));
  if (field === 'selected_date_time') return state(Number(entry));
  if (field === 'selected_date' || field === 'selected_time') return state(String(entry));
  if (field === 'rich_text_value' || field === 'files')
    throw new Error(`"${label}": the driver cannot fill a ${element.type}`);
  if (entry === true) return state(many ? optionsOf(element) : optionsOf(element)[0]);
  if (entry === false) return state(many ? [] : null);
  const entries = Array.isArray(entry) ? entry.map(String) : [String(entry)];
  const values = entries.map((each) => one(core, person, element, each, label, offered));
  return state(many ? values : values[0]);
};

import { isRecord } from '../../blockkit/check.ts';
import { valueField } from '../../blockkit/state.ts';
import type { Placed } from '../../blockkit/walk.ts';
import type { Core } from '../../core.ts';
import type { ElementState } from '../../page-api.ts';
import type { Person } from '../../world/types.ts';
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
const pickOption = (options: readonly unknown[], wanted: string, label: string): unknown => {
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

/** The newest file of this name that the person has uploaded. */
const fileBy = (core: Core, person: Person, name: string): unknown => {
  const found = core.world.state.files.findLast((one) => one.user === person.id && one.name === name);
  if (!found) throw new Error(`${person.name} has uploaded no "${name}"`);
  return { id: found.id };
};

/** A field about to be filled: its element, the label it goes by, and what the app suggested for it. */
export type Fillable = { readonly element: Element; readonly label: string; readonly offered: readonly unknown[] };

const chosen = (core: Core, person: Person, { element, label, offered }: Fillable, entry: string): unknown => {
  if (element.type.includes('users_select')) return personBy(core, entry);
  if (element.type === 'file_input') return fileBy(core, person, entry);
  if (/conversations_select|channels_select/.test(element.type)) return channelBy(core, person, entry).id;
  return pickOption(element.type.includes('external') ? offered : optionsOf(element), entry, label);
};

const typed: Readonly<Record<string, (entry: Entry) => unknown>> = {
  value: (entry) => (String(entry) === '' ? null : String(entry)),
  selected_date: String,
  selected_time: String,
  selected_date_time: Number,
};

/**
 * The state of an element after a person entered something: typed, picked by option text, or a person by name.
 * @throws when the entry is not possible there.
 */
export const stateAfter = (core: Core, person: Person, field: Fillable, entry: Entry): ElementState => {
  const { type } = field.element;
  const name = valueField(type);
  if (name === null || name === 'rich_text_value') {
    throw new Error(`"${field.label}" is a ${type}, the driver cannot fill it`);
  }
  const state = (value: unknown): ElementState => ({ type, [name]: value });
  const many = name.endsWith('s');
  if (entry === null || entry === false) return state(many ? [] : null);
  const asTyped = typed[name];
  if (asTyped) return state(asTyped(entry));
  if (entry === true) return state(many ? optionsOf(field.element) : optionsOf(field.element)[0]);
  const entries = Array.isArray(entry) ? entry.map(String) : [String(entry)];
  const values = entries.map((one) => chosen(core, person, field, one));
  return state(many ? values : values[0]);
};

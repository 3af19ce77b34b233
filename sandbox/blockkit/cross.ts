import { TABLE_TEXT } from '../contract/blocks.ts';
import type { Loose, Out } from '../contract/rule-types.ts';
import { isRecord, listed, textLength } from './values.ts';

type Cross = (value: Loose, pointer: string, out: Out) => void;

const keyOf = (value: unknown): string => {
  const option = isRecord(value) ? value : {};
  return JSON.stringify([option['value'], isRecord(option['text']) ? option['text']['text'] : null]);
};

/** What is chosen from the start must be on offer, and no more of it than may be chosen. */
const initial: Cross = (element, pointer, out) => {
  const groups = listed(element['option_groups']).flatMap((group) => (isRecord(group) ? listed(group['options']) : []));
  const offered = new Set([...listed(element['options']), ...groups].map(keyOf));
  const check = (option: unknown, at: string) => {
    if (!offered.has(keyOf(option))) out(at, 'must match one of the options', 'initial_not_offered');
  };
  if (element['initial_option'] !== undefined) check(element['initial_option'], `${pointer}/initial_option`);
  listed(element['initial_options']).forEach((option, index) => {
    check(option, `${pointer}/initial_options/${index}`);
  });
};

const atMost: Cross = (element, pointer, out) => {
  const most = element['max_selected_items'];
  for (const [name, value] of Object.entries(element)) {
    if (name.startsWith('initial_') && typeof most === 'number' && listed(value).length > most)
      out(`${pointer}/${name}`, 'must not exceed max_selected_items', `too_many_${name}`);
  }
};

const numbers: Cross = (element, pointer, out) => {
  const value = (name: string) => (element[name] === undefined ? undefined : Number(element[name]));
  for (const name of ['initial_value', 'min_value', 'max_value']) {
    if (element['is_decimal_allowed'] === false && String(element[name] ?? '').includes('.'))
      out(`${pointer}/${name}`, 'must be a whole number', 'decimal_not_allowed');
  }
  const [min = -Infinity, max = Infinity] = [value('min_value'), value('max_value')];
  if (min > max) out(`${pointer}/min_value`, 'must not exceed max_value', 'min_above_max');
  const first = value('initial_value');
  if (first !== undefined && (first < min || first > max))
    out(`${pointer}/initial_value`, 'must be between min_value and max_value', 'initial_out_of_range');
};

const lengths =
  (lower: string, upper: string): Cross =>
  (element, pointer, out) => {
    const [min = 0, max = Infinity] = [element[lower], element[upper]] as (number | undefined)[];
    if (min > max) out(`${pointer}/${lower}`, `must not exceed ${upper}`, 'min_above_max');
    const first = element['initial_value'];
    if (typeof first === 'string' && first.length > max)
      out(`${pointer}/initial_value`, `must not exceed ${upper}`, 'initial_out_of_range');
  };

const realDate: Cross = (element, pointer, out) => {
  const date = element['initial_date'];
  const at = typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  if (at && (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date))
    out(`${pointer}/initial_date`, 'is not a day', 'invalid_initial_date');
};

const tableText: Cross = (block, pointer, out) => {
  if (textLength(block['rows']) > TABLE_TEXT)
    out(`${pointer}/rows`, `the text of a table must be less than ${TABLE_TEXT + 1} characters`, 'table_too_long');
};

const dataTable: Cross = (block, pointer, out) => {
  tableText(block, pointer, out);
  const rows = listed(block['rows']).map(listed);
  if (new Set(rows.map((row) => row.length)).size > 1)
    out(`${pointer}/rows`, 'all rows must have the same number of cells', 'uneven_rows');
  if (rows[0]?.some((cell) => isRecord(cell) && cell['type'] === 'rich_text'))
    out(`${pointer}/rows/0`, 'the first row is the header: no rich_text', 'rich_text_in_header');
};

/** Each series has one point for each category. */
const chart: Cross = (value, pointer, out) => {
  const axis = isRecord(value['axis_config']) ? value['axis_config'] : {};
  const categories = JSON.stringify(listed(axis['categories']));
  listed(value['series']).forEach((one, index) => {
    const data = isRecord(one) ? listed(one['data']) : [];
    if (JSON.stringify(data.map((point) => (isRecord(point) ? point['label'] : null))) !== categories)
      out(`${pointer}/series/${index}/data`, 'must have one point for each category', 'points_unlike_categories');
  });
};

/** A container that starts closed must be one that can be closed. */
const container: Cross = (block, pointer, out) => {
  if (block['default_collapsed'] === true && block['is_collapsible'] !== true)
    out(`${pointer}/default_collapsed`, 'requires is_collapsible', 'collapsed_but_not_collapsible');
};

const all =
  (...rules: readonly Cross[]): Cross =>
  (value, pointer, out) => {
    for (const rule of rules) rule(value, pointer, out);
  };

/** Rules between the fields of one block, element or object, by its type (Slack contract 5.4). */
export const CROSS: Readonly<Record<string, Cross>> = {
  static_select: initial,
  multi_static_select: all(initial, atMost),
  multi_external_select: atMost,
  multi_users_select: atMost,
  multi_conversations_select: atMost,
  multi_channels_select: atMost,
  checkboxes: initial,
  radio_buttons: initial,
  number_input: numbers,
  plain_text_input: lengths('min_length', 'max_length'),
  rich_text_input: lengths('min_lines', 'max_lines'),
  datepicker: realDate,
  table: tableText,
  data_table: dataTable,
  bar: chart,
  line: chart,
  area: chart,
  container,
};

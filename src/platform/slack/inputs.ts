import type { InputBlock, InputBlockElement, PlainTextOption } from '@slack/types';
import { LIMIT, option, plain } from './blocks.ts';
import type { Choice } from './message.ts';

/** What every field of a form has. `name` is block id, action id and the schema's field at once. */
type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
};

function input(field: Field, element: InputBlockElement): InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: plain(field.label, LIMIT.label),
    element,
    ...(field.hint ? { hint: plain(field.hint, LIMIT.label) } : {}),
    ...(field.optional ? { optional: true } : {}),
  };
}

const placeholderOf = (text?: string) => (text ? { placeholder: plain(text, LIMIT.placeholder) } : {});

/** The options equal to the wanted values; Slack refuses an initial value that is not among the options. */
function among(choices: readonly Choice[], values: readonly string[]): PlainTextOption[] {
  return choices.filter((choice) => values.includes(choice.value)).map(option);
}

export type TextField = Field & {
  readonly initial?: string | undefined;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly max?: number;
};

/** A field for words. What it opens with is cut at its limit: Slack refuses a whole form for one letter too many. */
export function textInput(field: TextField): InputBlock {
  const max = field.max ?? LIMIT.text;
  const initial = field.initial?.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
  return input(field, {
    type: 'plain_text_input',
    action_id: field.name,
    ...(field.multiline ? { multiline: true } : {}),
    max_length: max,
    ...(initial ? { initial_value: initial } : {}),
    ...placeholderOf(field.placeholder),
  });
}

type NumberField = Field & { readonly initial?: string | undefined; readonly min?: number; readonly max?: number };

/** Slack refuses a whole form for a field that opens with what cannot be typed there. */
const fitsIn = ({ initial, min, max }: NumberField): boolean =>
  /^-?\d{1,15}$/.test(initial ?? '') &&
  !(Number(initial) < (min ?? -Infinity)) &&
  !(Number(initial) > (max ?? Infinity));

/** A field for a whole number, `min` and `max` included. It opens empty where the number given does not fit. */
export const numberInput = (field: NumberField): InputBlock =>
  input(field, {
    type: 'number_input',
    action_id: field.name,
    is_decimal_allowed: false,
    ...(field.initial && fitsIn(field) ? { initial_value: field.initial } : {}),
    ...(field.min === undefined ? {} : { min_value: String(field.min) }),
    ...(field.max === undefined ? {} : { max_value: String(field.max) }),
  });

type ChoiceField = Field & {
  readonly choices: readonly Choice[];
  readonly initial?: string | undefined;
  readonly placeholder?: string;
};

export function selectInput(field: ChoiceField): InputBlock {
  const initial = among(field.choices, field.initial ? [field.initial] : [])[0];
  return input(field, {
    type: 'static_select',
    action_id: field.name,
    options: field.choices.slice(0, LIMIT.options).map(option),
    ...(initial ? { initial_option: initial } : {}),
    ...placeholderOf(field.placeholder),
  });
}

export function radioInput(field: ChoiceField): InputBlock {
  const initial = among(field.choices, field.initial ? [field.initial] : [])[0];
  return input(field, {
    type: 'radio_buttons',
    action_id: field.name,
    options: field.choices.slice(0, 10).map(option),
    ...(initial ? { initial_option: initial } : {}),
  });
}

type ManyField = Omit<ChoiceField, 'initial'> & { readonly initial?: readonly string[] | undefined };

export function multiSelectInput(field: ManyField): InputBlock {
  const initial = among(field.choices, field.initial ?? []);
  return input(field, {
    type: 'multi_static_select',
    action_id: field.name,
    options: field.choices.slice(0, LIMIT.options).map(option),
    ...(initial.length > 0 ? { initial_options: initial } : {}),
    ...placeholderOf(field.placeholder),
  });
}

export function checkboxInput(field: ManyField): InputBlock {
  const initial = among(field.choices, field.initial ?? []);
  return input(field, {
    type: 'checkboxes',
    action_id: field.name,
    options: field.choices.slice(0, 10).map(option),
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  });
}

/** A select whose entries are looked up while typing; for lists that may pass one hundred. */
export const searchInput = (
  field: Field & { readonly initial?: Choice | undefined; readonly placeholder?: string; readonly dispatch?: boolean },
): InputBlock => ({
  ...input(field, {
    type: 'external_select',
    action_id: field.name,
    min_query_length: 0,
    ...(field.initial ? { initial_option: option(field.initial) } : {}),
    ...placeholderOf(field.placeholder),
  }),
  ...(field.dispatch ? { dispatch_action: true } : {}),
});

/** Several entries that are looked up while typing. */
export const searchManyInput = (field: Field & { readonly placeholder?: string; readonly max?: number }): InputBlock =>
  input(field, {
    type: 'multi_external_select',
    action_id: field.name,
    min_query_length: 0,
    ...(field.max === undefined ? {} : { max_selected_items: field.max }),
    ...placeholderOf(field.placeholder),
  });

export const personInput = (field: Field & { readonly initial?: string | undefined }): InputBlock =>
  input(field, {
    type: 'users_select',
    action_id: field.name,
    ...(field.initial ? { initial_user: field.initial } : {}),
  });

/** Several people of the workspace, by Slack user id. */
export const peopleInput = (
  field: Field & { readonly initial?: readonly string[] | undefined; readonly max?: number },
): InputBlock =>
  input(field, {
    type: 'multi_users_select',
    action_id: field.name,
    ...(field.initial && field.initial.length > 0 ? { initial_users: [...field.initial] } : {}),
    ...(field.max === undefined ? {} : { max_selected_items: field.max }),
  });

/** A civil date, `YYYY-MM-DD`. */
export const dateInput = (field: Field & { readonly initial?: string | undefined }): InputBlock =>
  input(field, {
    type: 'datepicker',
    action_id: field.name,
    ...(field.initial ? { initial_date: field.initial } : {}),
  });

/** A civil time, `HH:mm`. */
export const timeInput = (field: Field & { readonly initial?: string | undefined }): InputBlock =>
  input(field, {
    type: 'timepicker',
    action_id: field.name,
    ...(field.initial ? { initial_time: field.initial } : {}),
  });

/** Files, at most ten, by their ids; `types` are the endings that may be chosen, without the dot. */
export const fileInput = (field: Field & { readonly types?: readonly string[]; readonly max?: number }): InputBlock =>
  input(field, {
    type: 'file_input',
    action_id: field.name,
    ...(field.types ? { filetypes: [...field.types] } : {}),
    ...(field.max === undefined ? {} : { max_files: field.max }),
  });

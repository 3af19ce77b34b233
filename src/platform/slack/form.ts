import type { ZodType } from 'zod';

/** One field's value as people left it: text, a chosen value, several values, or nothing. */
export type FieldValue = string | readonly string[] | null;
export type FormValues = Readonly<Record<string, FieldValue>>;

type StateElement = Readonly<Record<string, unknown>>;
export type ViewState = Readonly<Record<string, Readonly<Record<string, StateElement>>>>;

const SINGLE = [
  'value',
  'selected_date',
  'selected_time',
  'selected_user',
  'selected_conversation',
  'selected_channel',
];
const SEVERAL = ['selected_users', 'selected_conversations', 'selected_channels'];

function optionValue(option: unknown): string | null {
  const value = (option as { value?: unknown } | null)?.value;
  return typeof value === 'string' ? value : null;
}

function fileId(file: unknown): string | null {
  const id = (file as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
}

/** The value of one element of `view.state.values` (Slack contract 5.5); unknown shapes are nothing. */
export function elementValue(element: StateElement): FieldValue {
  for (const key of SINGLE) if (typeof element[key] === 'string') return element[key];
  for (const key of SEVERAL) if (Array.isArray(element[key])) return element[key].map(String);
  if ('selected_option' in element) return optionValue(element['selected_option']);
  if (Array.isArray(element['selected_options'])) {
    return element['selected_options'].map(optionValue).filter((value) => value !== null);
  }
  if (Array.isArray(element['files'])) return element['files'].map(fileId).filter((id) => id !== null);
  if (typeof element['selected_date_time'] === 'number') return String(element['selected_date_time']);
  return null;
}

/** The state of a view or message as Slack sent it; nothing when there is none. */
export const stateOf = (holder: { readonly state?: unknown } | undefined): ViewState =>
  ((holder?.state as { values?: ViewState } | undefined)?.values ?? {}) as ViewState;

/** `view.state.values` as a flat record: block id = action id = field name. */
export function formValues(state: ViewState): FormValues {
  const entries = Object.entries(state).flatMap(([blockId, elements]) => {
    const element = elements[blockId] ?? Object.values(elements)[0];
    return element ? [[blockId, elementValue(element)] as const] : [];
  });
  return Object.fromEntries(entries);
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  /** Reason keys by field. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Runs a form through its schema. The message of a schema's issue is a reason key, turned into words by the feature. */
export function parseForm<T>(schema: ZodType<T>, values: FormValues): Parsed<T> {
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, value: result.data };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? '');
    errors[field] ??= issue.message;
  }
  return { ok: false, errors };
}

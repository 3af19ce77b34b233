import type { Locale } from '../../../core/locale.ts';

export type ExpertField = { readonly key: string; readonly label: Readonly<Record<Locale, string>> };

/** Every field once, in the order in which it is met; where two describe the same key, the first one's words stand. */
export function unionOfFields(lists: readonly (readonly ExpertField[])[]): readonly ExpertField[] {
  const byKey = new Map<string, ExpertField>();
  for (const field of lists.flat()) if (!byKey.has(field.key)) byKey.set(field.key, field);
  return [...byKey.values()];
}

/** The words for a field's key; a key that no programme knows any more is shown as it is. */
export const fieldName = (fields: readonly ExpertField[], key: string, locale: Locale): string =>
  fields.find((field) => field.key === key)?.label[locale] ?? key;

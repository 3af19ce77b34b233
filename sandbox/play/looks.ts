import { isRecord } from '../blockkit/check.ts';
import { placedElements } from '../blockkit/walk.ts';
import type { PersonDriver } from '../index.ts';
import type { Block } from '../world/types.ts';

const textOf = (value: unknown): string => (isRecord(value) && typeof value['text'] === 'string' ? value['text'] : '');

const optionsOf = (element: unknown): readonly unknown[] => {
  if (!isRecord(element)) return [];
  const groups = Array.isArray(element['option_groups']) ? element['option_groups'] : [];
  const own = Array.isArray(element['options']) ? element['options'] : [];
  return [...own, ...groups.flatMap((group) => optionsOf(group))];
};

/** What a select of the open form offers, by the label that stands above it. */
export const offeredIn = (person: PersonDriver, label: string): readonly string[] =>
  placedElements((person.modal()?.blocks ?? []) as unknown as readonly Block[])
    .filter(({ block }) => textOf(block['label']) === label)
    .flatMap(({ element }) => optionsOf(element))
    .map((option) => (isRecord(option) ? textOf(option['text']) : ''));

/** Whether a message is about something and has a button with this label. */
export const isAbout = (blocks: unknown, words: string, label: string): boolean => {
  const all = JSON.stringify(blocks);
  return all.includes(words) && all.includes(`"${label}"`);
};

import type { PagePerson } from '../../../page-api.ts';

/** One line of a list one chooses from. */
export type Choice = {
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly group?: string;
  readonly tag?: string;
  readonly person?: PagePerson;
  readonly disabled?: boolean;
};

const plain = (text: string): string =>
  text.toLocaleLowerCase('pl').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');

/** The choices that hold every typed word, with or without Polish marks. */
export function matching(choices: readonly Choice[], query: string): readonly Choice[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return choices;
  return choices.filter((choice) => {
    const text = plain(`${choice.label} ${choice.description ?? ''} ${choice.tag ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

const kinds: Readonly<Record<PagePerson['kind'], string>> = {
  admin: 'konto administracyjne',
  member: 'pełne konto',
  guest: 'gość',
  single_channel_guest: 'gość jednego kanału',
  foreign: 'z innej organizacji (Slack Connect)',
  deactivated: 'dezaktywowane konto',
  bot: 'aplikacja',
};

/** What kind of account a person has, in words. */
export const kindName = (person: PagePerson): string => kinds[person.kind];

export const personChoice = (person: PagePerson): Choice => ({
  key: person.id,
  label: person.name,
  description: person.title,
  person,
});

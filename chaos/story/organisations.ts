import type { Luck } from '../chance.ts';

/** What becomes of an application before the call closes. */
export type Entry = 'plain' | 'bad_number' | 'slow' | 'changed' | 'withdrawn' | 'draft' | 'last_minute' | 'late';
/** What staff decide about it; null where there is nothing to decide. */
export type Fate = 'admitted' | 'reserve' | 'refused' | 'rejected' | null;

export type Organisation = {
  readonly person: string;
  readonly personName: string;
  readonly name: string;
  /** A word of the name that no other has, as it stands in the name of its channel. */
  readonly word: string;
  readonly number: string;
  readonly needs: string;
  readonly entry: Entry;
  readonly fate: Fate;
};

const WORDS =
  'Zegar Klon Rower Parasol Kompas Latawiec Namiot Furtka Brama Globus Lampa Balkon Dzwon Fontanna Gruszka ' +
  'Herbata Imbir Jezioro Kaktus Limonka Magnolia Narcyz Orzech Poduszka Rumianek Samowar Tulipan Ulica Wiatrak Zapałka ' +
  'Akwarium Bursztyn Cynamon Domino Estrada Flaming Gondola Hamak Irys Jagoda Karuzela Lawenda Malina Nuta Obłok ' +
  'Perkusja Rakieta Szafran Teatr Uprawa Walizka Zagadka Altana Biblioteka Czereśnia Drabina Echo Fiołek Grzebień Huragan';

const NEEDS = ['diagnoza lokalnej sytuacji', 'planowanie działania partycypacyjnego', 'finanse'] as const;
/** In every eight organisations; the rest is plain. */
const ENTRIES: readonly Entry[] = ['plain', 'bad_number', 'slow', 'changed', 'draft', 'plain', 'last_minute', 'plain'];

function entryOf(n: number, luck: Luck): Entry {
  if (n === 9 || n === 21) return 'withdrawn';
  if (n === 11) return 'late';
  return n < ENTRIES.length ? (ENTRIES[n] ?? 'plain') : luck.one(['plain', 'plain', 'slow', 'changed', 'last_minute']);
}

function fateOf(n: number, entry: Entry, luck: Luck): Fate {
  if (entry === 'withdrawn' || entry === 'draft' || entry === 'late') return null;
  if (n < 3) return 'admitted';
  return luck.one(['admitted', 'admitted', 'admitted', 'admitted', 'admitted', 'reserve', 'refused', 'rejected']);
}

const slug = (word: string): string =>
  word.toLowerCase().replaceAll('ł', 'l').normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** So many organisations with one person each; plainly made up, with numbers that belong to nobody. */
export function organisations(count: number, luck: Luck): readonly Organisation[] {
  return WORDS.split(' ')
    .slice(0, count)
    .map((word, n) => {
      const entry = entryOf(n, luck);
      const two = String(n + 1).padStart(2, '0');
      return {
        ...{ person: `U0CHAOS${two}`, personName: `Osoba Zmyślona ${two}`, name: `Fundacja Zmyślona ${word}` },
        ...{ word: slug(word), number: `00009990${two}`, needs: luck.one(NEEDS), entry },
        fate: fateOf(n, entry, luck),
      };
    });
}

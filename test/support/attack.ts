import type { DumpedRow, DumpedTable } from './dump.ts';

/** What the attacker knows beside the dump: which ids are people and surveys, and what the words of answers look like. */
export type Target = {
  readonly surveys: readonly string[];
  readonly people: readonly string[];
  readonly words: RegExp;
  /** Who is known to have answered each survey, by survey. */
  readonly answered: ReadonlyMap<string, readonly string[]>;
  readonly written: ReadonlyMap<string, readonly string[]>;
};

/** By survey, things in some order that a table shows. */
type Order = ReadonlyMap<string, readonly string[]>;
export type Named = { readonly name: string; readonly order: Order };

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const compare = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [one, other] = [JSON.stringify(a) ?? '', JSON.stringify(b) ?? ''];
  return one < other ? -1 : Number(one > other);
};

/** Every way to sort a table: as it lies there, by transaction, and by each of its columns. */
function sortings({ name, rows }: DumpedTable): readonly { name: string; rows: readonly DumpedRow[] }[] {
  const columns = Object.keys(rows[0]?.values ?? {});
  return [
    { name: `${name} by place`, rows },
    { name: `${name} by transaction`, rows: rows.toSorted((a, b) => a.xmin - b.xmin) },
    ...columns.map((column) => ({
      name: `${name} by ${column}`,
      rows: rows.toSorted((a, b) => compare(a.values[column], b.values[column])),
    })),
  ];
}

/** The things that rows name, by the survey that the row names too; rows that name none count for all surveys. */
function orderIn(rows: readonly DumpedRow[], things: (text: string) => readonly string[], target: Target): Order {
  const known = new Set(target.surveys);
  const bySurvey = new Map<string, Set<string>>();
  const forAll = new Set<string>();
  for (const { text } of rows) {
    const found = things(text);
    if (found.length === 0) continue;
    const surveys = (text.match(UUID) ?? []).filter((id) => known.has(id));
    for (const survey of new Set(surveys)) {
      const into = bySurvey.get(survey) ?? new Set();
      bySurvey.set(survey, into);
      for (const one of found) into.add(one);
    }
    if (surveys.length === 0) for (const one of found) forAll.add(one);
  }
  return new Map(target.surveys.map((survey) => [survey, [...(bySurvey.get(survey) ?? forAll)]]));
}

/** Only those that belong to the survey, and only when all of them are there. */
const within = (order: Order, members: ReadonlyMap<string, readonly string[]>): Order =>
  new Map(
    [...order].flatMap(([survey, found]) => {
      const own = new Set(members.get(survey));
      const kept = found.filter((one) => own.has(one));
      return kept.length === own.size ? [[survey, kept] as const] : [];
    }),
  );

/** Every different order, told by its contents. */
function distinct(all: readonly Named[]): readonly Named[] {
  const byContent = new Map<string, Named>();
  for (const one of all) {
    if (one.order.size === 0) continue;
    const content = JSON.stringify([...one.order]);
    if (!byContent.has(content)) byContent.set(content, one);
  }
  return [...byContent.values()];
}

/** All orders in which the dump shows people, and all in which it shows words. */
export function ordersIn(
  dump: readonly DumpedTable[],
  target: Target,
): { people: readonly Named[]; words: readonly Named[] } {
  const isPerson = new Set(target.people);
  const peopleIn = (text: string) => (text.match(UUID) ?? []).filter((id) => isPerson.has(id));
  const wordsIn = (text: string) => text.match(target.words) ?? [];
  const sorted = dump.flatMap(sortings);
  const of = (things: (text: string) => readonly string[], members: ReadonlyMap<string, readonly string[]>) =>
    distinct(sorted.map(({ name, rows }) => ({ name, order: within(orderIn(rows, things, target), members) })));
  const written = of(wordsIn, target.written);
  const backwards = (one: Named): Named => ({
    name: `${one.name}, backwards`,
    order: new Map([...one.order].map(([survey, found]) => [survey, found.toReversed()])),
  });
  return { people: of(peopleIn, target.answered), words: distinct([...written, ...written.map(backwards)]) };
}

export type Guess = { readonly name: string; readonly right: number; readonly surveys: number };

/** Guesses that the first person wrote the first words, the second the second …, in every pair of orders. */
export function guesses(
  { people, words }: { people: readonly Named[]; words: readonly Named[] },
  isRight: (survey: string, person: string, words: string) => boolean,
): readonly Guess[] {
  return people.flatMap((who) =>
    words.map((what) => {
      const surveys = [...who.order.keys()].filter((survey) => what.order.has(survey));
      const right = surveys.reduce((sum, survey) => {
        const said = what.order.get(survey) ?? [];
        return sum + (who.order.get(survey) ?? []).filter((one, at) => isRight(survey, one, said[at] ?? '')).length;
      }, 0);
      return { name: `${who.name} / ${what.name}`, right, surveys: surveys.length };
    }),
  );
}

/**
 * How many of a guess are right by chance, at most: putting n people and n words together at random is right once on
 * average, with a variance of one, whatever n is. So over s surveys: s and the square root of s. The bound is passed by
 * chance less than once in a thousand runs of all attacks together (a normal tail, Bonferroni).
 */
export const chanceBound = (surveys: number, attacks: number): number =>
  surveys + Math.sqrt(2 * Math.log(attacks / 0.001)) * Math.sqrt(surveys);

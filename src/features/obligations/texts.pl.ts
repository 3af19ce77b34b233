import { plural } from '../../core/text.ts';

const matters = (n: number): string => `${n} ${plural('pl', n, { one: 'sprawa', few: 'sprawy', many: 'spraw' })}`;
const days = (n: number): string => `${n} ${plural('pl', n, { one: 'dzień', few: 'dni', many: 'dni' })}`;

/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  heading: 'Co dalej',
  none: 'Wszystko załatwione. Gdy coś będzie do zrobienia, zobaczysz to tutaj.',
  due: (moment: string) => `Termin: ${moment}`,
  overdue: (moment: string) => `Po terminie: ${moment}`,
  more: (n: number) => `I jeszcze ${matters(n)}.`,
  reminder: {
    one: 'Przypomnienie',
    many: (n: number) => `Przypomnienie: ${matters(n)}`,
    told: (names: string) => `Wcześniej przypominaliśmy: ${names}`,
    done: (what: string) => `:white_check_mark: ${what} – już nieaktualne`,
    allDone: 'Przypomnienie już nieaktualne: wszystko załatwione.',
    tomorrow: 'Przypomnij jutro',
    later: 'Przypomnij za 3 dni',
    snoozed: (moment: string) =>
      `Dobrze, przypomnę: ${moment}. Jeśli sprawa zostanie załatwiona wcześniej, nic nie napiszę.`,
  },
  digest: {
    name: 'Podsumowanie tygodnia',
    foreseen: { to: 'zespół', why: 'co tydzień: co czeka, co jest po terminie i co w najbliższych dniach' },
    heading: (cohort: string) => `Podsumowanie tygodnia: ${cohort}`,
    /** For notifications on a phone. */
    short: (mine: number, overdue: number, soon: number) =>
      `dla zespołu ${mine}, po terminie ${overdue}, w najbliższych 7 dniach ${soon}`,
    mine: ':pushpin: *Czeka na zespół*',
    overdue: ':hourglass: *Po terminie u innych*',
    soon: ':calendar: *Termin w najbliższych 7 dniach*',
    since: (n: number) => (n === 0 ? 'termin minął dzisiaj' : `${days(n)} po terminie`),
    until: (time: string) => `do godz. ${time}`,
    quiet: (names: string) => `:zzz: *Cisza od dwóch tygodni*\n${names}\nMoże warto zapytać, co słychać?`,
    others: (names: string, n: number) =>
      `${names} i jeszcze ${n} ${plural('pl', n, { one: 'organizacja', few: 'organizacje', many: 'organizacji' })}`,
    calm: 'W tym tygodniu nic nie czeka. Spokojnej pracy!',
    later: (n: number) => `Później albo bez terminu: ${matters(n)}.`,
    all: 'Pokaż wszystkie sprawy',
  },
  all: {
    title: 'Wszystkie sprawy',
    none: 'Nic nie czeka. Wszystko załatwione.',
    parts: {
      mine: 'Czeka na zespół',
      overdue: 'Po terminie u innych',
      soon: 'Termin w najbliższych 7 dniach',
      later: 'Później albo bez terminu',
    },
    page: (from: number, to: number, total: number) => `Sprawy ${from}–${to} z ${total}`,
    previous: 'Poprzednie',
    next: 'Następne',
  },
  refusals: {
    not_allowed: 'To widzi tylko zespół programu.',
    unknown_cohort: 'Nie ma takiej edycji.',
    not_yours: 'To przypomnienie jest dla kogoś innego.',
    settled: 'Ta sprawa jest już załatwiona, więc nie będę o niej przypominać.',
  },
};
export type ObligationsTexts = typeof pl;

import { plural } from '../../core/text.ts';

/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  heading: 'Co dalej',
  none: 'Wszystko załatwione. Gdy coś będzie do zrobienia, zobaczysz to tutaj.',
  due: (moment: string) => `Termin: ${moment}`,
  overdue: (moment: string) => `Po terminie: ${moment}`,
  more: (n: number) => `I jeszcze ${n} ${plural('pl', n, { one: 'sprawa', few: 'sprawy', many: 'spraw' })}.`,
  reminder: {
    one: 'Przypomnienie',
    many: (n: number) => `Przypomnienie: ${n} ${plural('pl', n, { one: 'sprawa', few: 'sprawy', many: 'spraw' })}`,
    told: (names: string) => `Wcześniej przypominaliśmy: ${names}`,
    done: (what: string) => `:white_check_mark: ${what} – już nieaktualne`,
    allDone: 'Przypomnienie już nieaktualne: wszystko załatwione.',
    tomorrow: 'Przypomnij jutro',
    later: 'Przypomnij za 3 dni',
    snoozed: (moment: string) =>
      `Dobrze, przypomnę: ${moment}. Jeśli sprawa zostanie załatwiona wcześniej, nic nie napiszę.`,
  },
  refusals: {
    not_yours: 'To przypomnienie jest dla kogoś innego.',
    settled: 'Ta sprawa jest już załatwiona, więc nie będę o niej przypominać.',
  },
};
export type ObligationsTexts = typeof pl;

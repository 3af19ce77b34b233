import { plural } from '../../../core/text.ts';

const organisations = (n: number) =>
  `${n} ${plural('pl', n, { one: 'organizacja', few: 'organizacje', many: 'organizacji' })}`;

/** Taking a deadline away, while it waits and after it. English mirrors the shape. */
export const pl = {
  what: (label: string, cohort: string) => `usunięcie terminu: ${label} (${cohort})`,
  effect: (n: number) =>
    `Na swoim kanale ${plural('pl', n, { one: 'dowie się o tym', few: 'dowiedzą się o tym', many: 'dowie się o tym' })} ${organisations(n)}.`,
  changed: 'terminy zmieniły się w międzyczasie. Sprawdźcie je i usuńcie jeszcze raz.',
  already: '*Usunięcie tego terminu już czeka.* Najpierw wykonaj je albo cofnij.',
  draft: (label: string) =>
    `Wiadomość, że termin (${label}) już nie obowiązuje, była pomyłką. Przepraszamy za zamieszanie! Wkrótce ustawimy go jeszcze raz.`,
};
export type ActTexts = typeof pl;

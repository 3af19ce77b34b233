import { plural } from '../../core/text.ts';

/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  help: '`/debiuty organizacja lipowo` – znajdź organizację po nazwie, miejscowości, NIP, REGON lub numerze rejestru',
  legalForms: {
    foundation: 'fundacja',
    association: 'stowarzyszenie (KRS)',
    ordinary_association: 'stowarzyszenie zwykłe',
    kgw: 'koło gospodyń wiejskich',
    osp: 'ochotnicza straż pożarna',
    other: 'inna forma',
  } as Readonly<Record<string, string>>,
  registers: {
    krs: 'KRS',
    starosta: 'ewidencja starosty',
    arimr: 'rejestr kół gospodyń (ARiMR)',
    other: 'inny rejestr',
  } as Readonly<Record<string, string>>,
  search: {
    heading: (n: number) =>
      `Znalezione: ${n} ${plural('pl', n, { one: 'organizacja', few: 'organizacje', many: 'organizacji' })}`,
    none: (text: string) => `Nie ma organizacji, która pasuje do „${text}”.`,
    what: 'Podaj co najmniej dwa znaki: część nazwy, miejscowość albo numer, na przykład `/debiuty organizacja lipowo`.',
    noHistory: 'Nie złożyła jeszcze zgłoszenia.',
    application: (cohort: string, number: string, state: string, day: string) =>
      `${cohort}: zgłoszenie ${number}, ${state} (${day})`,
    noNumber: 'bez numeru',
    previous: 'Poprzednie',
    next: 'Następne',
    more: (n: number) => `i jeszcze ${n}`,
  },
  states: {
    draft: 'wycofane do poprawy',
    awaiting_confirmation: 'czeka na potwierdzenie',
    submitted: 'złożone',
    summoned: 'do uzupełnienia',
    supplemented: 'uzupełnione',
    formally_accepted: 'po ocenie formalnej',
    formally_rejected: 'odrzucone formalnie',
    scoring: 'w ocenie',
    scored: 'ocenione',
    admitted: 'zakwalifikowane',
    reserve: 'na liście rezerwowej',
    refused: 'nieprzyjęte',
    withdrawn: 'wycofane',
  } as Readonly<Record<string, string>>,
  refusals: {
    not_allowed: 'To może zrobić tylko zespół programu.',
  },
};
export type OrganisationTexts = typeof pl;

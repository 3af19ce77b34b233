import { plural } from '../../../core/text.ts';

const applications = (n: number) =>
  `${n} ${plural('pl', n, { one: 'zgłoszenie', few: 'zgłoszenia', many: 'zgłoszeń' })}`;
const organisations = (n: number) =>
  `${n} ${plural('pl', n, { one: 'organizacja', few: 'organizacje', many: 'organizacji' })}`;

/** The release of results: what staff see before and after it, and what applicants are told. English mirrors the shape. */
export const pl = {
  title: 'Ogłoszenie wyników',
  submit: 'Ogłoś wyniki',
  heading: (cohort: string) => `Wyniki: ${cohort}`,
  back: 'Wróć do listy',
  blocked: (n: number) =>
    `*Jeszcze nie można ogłosić wyników.* ${applications(n)} ${plural('pl', n, { one: 'nie ma', few: 'nie mają', many: 'nie ma' })} decyzji:`,
  waiting: {
    confirmation: 'czeka na potwierdzenie drugiej osoby',
    formal: 'czeka na ocenę formalną',
    decision: 'czeka na decyzję',
  },
  more: (n: number) => `… i jeszcze ${applications(n)}.`,
  nothing: 'W tym naborze nie ma żadnego zgłoszenia, któremu można ogłosić wynik.',
  counts: {
    admitted: (n: number, places: number) =>
      `*przyjęte:* ${n} na ${places} ${plural('pl', places, { one: 'miejsce', few: 'miejsca', many: 'miejsc' })}`,
    reserve: (n: number) => `*lista rezerwowa:* ${n}`,
    refused: (n: number) => `*odmowa:* ${n}`,
    formally_rejected: (n: number) => `*odrzucone formalnie:* ${n}`,
  },
  byHandCount: (n: number) =>
    `${organisations(n)} ${plural('pl', n, { one: 'nie ma', few: 'nie mają', many: 'nie ma' })} nikogo w Slacku. Po ogłoszeniu dostaniecie gotowe teksty do wysłania pocztą lub przekazania przez telefon.`,
  warning:
    'Po kliknięciu „Ogłoś wyniki” każda organizacja dostanie swoją wiadomość, a decyzji nie będzie już można zmienić.',
  unused: (n: number) =>
    `:warning: ${plural('pl', n, { one: 'Zostaje', few: 'Zostają', many: 'Zostaje' })} ${n} ${plural('pl', n, { one: 'wolne miejsce', few: 'wolne miejsca', many: 'wolnych miejsc' })}, choć lista rezerwowa nie jest pusta.`,
  example: {
    admitted: 'Przykład wiadomości: przyjęcie',
    reserve: 'Przykład wiadomości: lista rezerwowa',
    refused: 'Przykład wiadomości: odmowa',
    formally_rejected: 'Przykład wiadomości: odrzucenie formalne',
  },
  changed: 'Zgłoszenia zmieniły się, odkąd to okno jest otwarte. Sprawdź, proszę, jeszcze raz.',
  publish: 'Lista przyjętych',
  publishChoice: 'Opublikuj listę przyjętych w kanale edycji',
  publishHint: 'Tylko nazwy organizacji i miejscowości.',
  released: (n: number) => `:tada: Gotowe: wyniki są ogłoszone. Wiadomości do organizacji (${n}) są właśnie wysyłane.`,
  waits: {
    what: (cohort: string) => `ogłoszenie wyników (${cohort})`,
    effect: (n: number) =>
      `Swój wynik ${plural('pl', n, { one: 'dostanie', few: 'dostaną', many: 'dostanie' })} ${organisations(n)}.`,
    published: 'Lista przyjętych pojawi się w kanale edycji.',
    changed: 'zgłoszenia lub decyzje zmieniły się od podglądu. Sprawdźcie je i ogłoście wyniki jeszcze raz.',
    already: '*Ogłoszenie wyników już czeka.* Najpierw wykonaj je albo cofnij.',
    draft: (cohort: string) =>
      `W wynikach naboru (${cohort}), które od nas przyszły, jest błąd. Przepraszamy za zamieszanie! Poprawny wynik wyślemy osobno. Do tego czasu nic nie trzeba robić.`,
  },
  summary: (cohort: string, person: string) => `*Wyniki ogłoszone: ${cohort}*\nOgłasza: ${person}.`,
  summaryText: (cohort: string) => `Wyniki ogłoszone: ${cohort}`,
  summaryByHand: (n: number) =>
    `${organisations(n)} ${plural('pl', n, { one: 'nie ma', few: 'nie mają', many: 'nie ma' })} nikogo w Slacku i ${plural('pl', n, { one: 'czeka', few: 'czekają', many: 'czeka' })} na wynik przekazany osobiście.`,
  openList: 'Zobacz zgłoszenia',
  byHandButton: (n: number) => `Do przekazania osobiście: ${n}`,
  publicHeading: (cohort: string) => `Organizacje przyjęte do programu: ${cohort}`,
  publicIntro: (n: number) =>
    `Gratulujemy! Do programu ${plural('pl', n, { one: 'dołącza', few: 'dołączają', many: 'dołącza' })} ${organisations(n)}:`,
  publicMore: (n: number) => `… i jeszcze ${organisations(n)}.`,
  hand: {
    title: 'Do przekazania',
    intro:
      'Te organizacje nie mają nikogo w Slacku. Przekażcie im wynik pocztą lub przez telefon i zaznaczcie to tutaj.',
    none: 'Nikomu nie trzeba przekazywać wyniku osobiście.',
    contact: (name: string, email: string, phone: string) =>
      [name, email, phone].filter((part) => part !== '').join(', '),
    noContact: 'brak danych kontaktowych w zgłoszeniu',
    told: 'Oznacz jako przekazane',
    toldAlready: ':white_check_mark: przekazano',
  },
};
export type ReleaseTexts = typeof pl;

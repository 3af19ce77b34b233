import type { CloseRefusal, RaiseRefusal } from './operations/index.ts';
import type { Topic } from './rules/index.ts';

/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  card: 'Zgłoś trudność prywatnie',
  topics: {
    unreachable: 'Nie możemy się skontaktować z naszym ekspertem lub ekspertką',
    another: 'Prosimy o inną osobę',
    silent: 'Organizacja się nie odzywa',
    risk: 'Działanie jest zagrożone',
    conflict: 'Konflikt',
    difficulty: 'Inna trudność',
    expert: 'Sprawa eksperta lub ekspertki',
    complaint: 'Skarga',
  } satisfies Record<Topic, string>,
  raise: {
    title: 'Prywatnie do zespołu',
    intro:
      'To zobaczy tylko zespół programu. Nie trafi na kanał i nie zobaczy tego ekspert lub ekspertka ani inne organizacje.',
    topic: 'Co się dzieje?',
    text: 'Napisz kilka słów',
    send: 'Wyślij do zespołu',
  },
  alarm: {
    title: 'Zgłoś trudność',
    intro: 'To zobaczy tylko zespół programu. Organizacja się o tym nie dowie.',
    place: 'Która organizacja?',
    topic: 'Co się dzieje?',
    text: 'Opisz krótko, co się stało',
    send: 'Wyślij do zespołu',
    home: 'Coś Cię niepokoi w pracy z organizacją? Powiedz o tym zespołowi, prywatnie.',
  },
  sent: (day: string) => `Dziękujemy. Zespół już wie i odpowie najpóźniej: ${day}`,
  raised: {
    text: (organisation: string) => `Prywatnie do zespołu: ${organisation}`,
    heading: (person: string, organisation: string, cohort: string, topic: string) =>
      `*${topic}*\n${person}, organizacja *${organisation}* (${cohort})`,
    answer: (day: string) => `Odpowiedź obiecaliśmy najpóźniej: ${day}`,
    private: 'Widzi to tylko zespół. Odpowiedz tej osobie prywatnie.',
    closed: 'Sprawa zamknięta.',
    handOver: 'Przekaż innej osobie',
    close: 'Zamknij z notatką',
  },
  close: {
    title: 'Zamknięcie sprawy',
    heading: (topic: string, organisation: string) => `*${topic}*\nOrganizacja *${organisation}*`,
    note: 'Co ustalono?',
    hint: 'Notatkę widzi tylko zespół. Osobie, która to zgłosiła, odpowiedz prywatnie.',
    send: 'Zamknij sprawę',
  },
  closed: 'Sprawa zamknięta, notatka zapisana.',
  matter: (organisation: string, topic: string) => `Odpowiedz na prywatne zgłoszenie (${organisation}): ${topic}`,
  silence: {
    text: (expert: string, organisation: string) => `Cisza: ${expert}, ${organisation}`,
    heading: (expert: string, organisation: string, cohort: string) =>
      `*Od dłuższego czasu nic się nie dzieje*\n*${expert}* prowadzi organizację *${organisation}* (${cohort}).`,
    facts: {
      no_booking: (day: string) => `Nie ma umówionej ani odbytej konsultacji. Tak jest od dnia: ${day}`,
      unanswered_request: (day: string) => `Prośba organizacji o konsultację czeka na odpowiedź. Przyszła dnia: ${day}`,
      overdue_card: (day: string) => `Brakuje karty konsultacji. Czeka od dnia: ${day}`,
      overdue_opinion: (day: string) => `Brakuje opinii po działaniu. Termin minął dnia: ${day}`,
    } as Readonly<Record<string, (day: string) => string>>,
    other: (day: string) => `Tak jest od dnia: ${day}`,
    private: 'Widzi to tylko zespół. Nie czytamy wiadomości: liczą się tylko fakty z zapisów. Powiemy o tej ciszy raz.',
    handOver: 'Przekaż innej osobie',
    notNow: 'Nie teraz',
    put: 'Odłożone: zespół wie.',
    dismissed: 'Dobrze, o tej ciszy już nie przypomnimy.',
  },
  refusals: {
    not_allowed: 'To jest dostępne tylko dla osób z tej organizacji i dla osoby, która ją prowadzi.',
    over: 'Ta organizacja nie jest już w programie.',
    only_staff: 'To może zrobić tylko zespół programu.',
    closed_already: 'Ta sprawa jest już zamknięta.',
    you_are_staff:
      'Ten przycisk jest dla organizacji i dla osoby, która ją prowadzi. Ty należysz do zespołu, który te zgłoszenia dostaje.',
  } satisfies Record<RaiseRefusal | CloseRefusal | 'you_are_staff', string>,
  errors: {
    choose: 'Wybierz jedną z możliwości.',
    empty: 'Napisz choć jedno zdanie.',
    long: 'Skróć do 3000 znaków.',
  } as Readonly<Record<string, string>>,
};
export type ConcernsTexts = typeof pl;

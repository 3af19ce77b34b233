type Facts = { readonly organisation: string; readonly number: number; readonly cohort: string };

/** What the applicant learns at the release (APP-8). Names come in ready for where they are shown. English mirrors the shape. */
export const pl = {
  admitted: {
    heading: (f: Facts) => `Dobra wiadomość: ${f.organisation} dołącza do programu!`,
    body: (f: Facts) =>
      `Wasze zgłoszenie nr ${f.number} (${f.cohort}) zostało przyjęte. Gratulujemy i bardzo się cieszymy!`,
    next: 'Co dalej: zakładamy prywatny kanał Waszej organizacji i zaraz Was do niego zaprosimy. Znajdziecie tam kartę z kolejnymi krokami.',
    nextByHand: 'Co dalej: zespół programu odezwie się do Was, żeby ustalić kolejne kroki.',
  },
  reserve: {
    heading: (f: Facts) => `Wynik zgłoszenia: ${f.organisation} jest na liście rezerwowej`,
    body: (f: Facts & { readonly position: number }) =>
      `Wasze zgłoszenie nr ${f.number} (${f.cohort}) jest na liście rezerwowej, na pozycji ${f.position}. To dobre zgłoszenie, ale zabrakło dla niego miejsca.`,
    next: 'Co dalej: jeśli zwolni się miejsce, odezwiemy się od razu, w kolejności listy. Teraz nic nie musicie robić.',
  },
  refused: {
    heading: (f: Facts) => `Wynik zgłoszenia: ${f.organisation}`,
    body: (f: Facts) =>
      `Dziękujemy za zgłoszenie nr ${f.number} (${f.cohort}) i za pracę, którą w nie włożyliście. Tym razem nie zostało przyjęte.`,
    reason: 'Powód:',
    next: 'Co dalej: jeśli chcecie porozmawiać o wyniku, napiszcie do zespołu programu. Zapraszamy do kolejnych naborów.',
  },
  formally_rejected: {
    heading: (f: Facts) => `Wynik zgłoszenia: ${f.organisation}`,
    body: (f: Facts) =>
      `Dziękujemy za zgłoszenie nr ${f.number} (${f.cohort}) i za pracę, którą w nie włożyliście. Niestety nie przeszło oceny formalnej, więc nie mogło zostać wybrane.`,
    reason: 'Te warunki nie zostały spełnione:',
    next: 'Co dalej: jeśli coś jest niejasne, napiszcie do zespołu programu. Zapraszamy do kolejnych naborów.',
  },
};
export type ResultTexts = typeof pl;

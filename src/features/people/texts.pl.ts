import { plural } from '../../core/text.ts';

/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  help: {
    staff: '`/debiuty zespół dodaj @osoba` – dodaj osobę do zespołu; `/debiuty zespół` – kto jest w zespole',
    language: '`/debiuty język angielski` – zmień język na angielski',
  },
  staff: {
    heading: (n: number) => `Zespół: ${n} ${plural('pl', n, { one: 'osoba', few: 'osoby', many: 'osób' })}`,
    everywhere: 'wszystkie edycje',
    inCohort: (cohort: string) => `edycja ${cohort}`,
    more: (n: number) => `i jeszcze ${n} ${plural('pl', n, { one: 'osoba', few: 'osoby', many: 'osób' })}`,
    remove: 'Usuń z zespołu',
    removeTitle: 'Usunąć z zespołu?',
    removeText: 'Ta osoba straci dostęp do zgłoszeń i ustawień. Zapisy o tym, co zrobiła, zostają.',
    yes: 'Usuń',
    no: 'Zostaw',
    added: (person: string) => `Gotowe: ${person} jest w zespole i może prowadzić wszystkie edycje.`,
    already: (person: string) => `${person} jest już w zespole.`,
    removed: (person: string) => `${person} nie jest już w zespole.`,
  },
  language: {
    set: 'Od teraz piszę do Ciebie po polsku.',
  },
  refusals: {
    not_allowed: 'To może zrobić tylko zespół programu.',
    is_bot: 'To konto bota. Wybierz osobę.',
    is_deactivated: 'To konto jest wyłączone w Slacku. Wybierz kogoś innego.',
    is_foreign: 'Ta osoba jest z innego miejsca pracy w Slacku, więc nie może być w zespole.',
    unknown_person: 'Slack nie zna takiej osoby. Wybierz ją z listy, zaczynając od znaku @.',
    one_person:
      'Wskaż jedną osobę, na przykład: `/debiuty zespół dodaj @alicja`. Wybierz ją z listy, którą Slack pokaże po znaku @.',
    last_one: 'To ostatnia osoba w zespole. Najpierw dodaj kogoś innego.',
    not_staff: 'Ta osoba nie jest już w zespole.',
    which_language: 'Napisz `/debiuty język polski` albo `/debiuty język angielski`.',
  },
};
export type PeopleTexts = typeof pl;

import { plural } from '../../core/text.ts';
import { KIND_NAMES } from '../availability/public.ts';
import type { Decision, Ending, Missed, Says } from './rules/index.ts';

const minutes = (n: number) => `${n} ${plural('pl', n, { one: 'minuta', few: 'minuty', many: 'minut' })}`;
const meetings = (n: number) => `${n} ${plural('pl', n, { one: 'spotkanie', few: 'spotkania', many: 'spotkań' })}`;
const days = (n: number) => `${n} ${plural('pl', n, { one: 'dzień', few: 'dni', many: 'dni' })}`;

const says: Readonly<Record<Says, string>> = {
  yes: 'Tak, odbyła się',
  no: 'Nie odbyła się',
  other_time: 'Inny termin',
  absent: 'Nie było drugiej strony',
};
const absent: Readonly<Record<Missed, string>> = {
  organisation: 'Nie było nikogo z organizacji',
  expert: 'Nie było eksperta lub ekspertki',
};

export const pl = {
  minutes,
  kinds: KIND_NAMES.pl,
  upcoming: (organisation: string) => `koniec konsultacji: ${organisation}`,
  asked: {
    text: 'Czy konsultacja się odbyła?',
    organisation: (expert: string, when: string) =>
      `*Czy Wasza konsultacja się odbyła?*\n${when}, prowadzi: ${expert}. Wystarczy jedno kliknięcie; jeżeli coś wypadło, nic się nie stało.`,
    expert: (organisation: string, when: string) =>
      `*Czy konsultacja się odbyła?*\n${when}, organizacja: ${organisation}. Wystarczy jedno kliknięcie; jeżeli coś wypadło, nic się nie stało.`,
    says,
    absent,
    own: (answer: string) => `Zapisana odpowiedź: *${answer}*. Można ją zmienić, dopóki sprawa nie jest zamknięta.`,
    ownKept: 'Odpowiedź zapisana. Można ją zmienić, dopóki sprawa nie jest zamknięta.',
    staff: 'Odpowiedzi się różnią albo ich brakuje. Zespół spokojnie to wyjaśni.',
    over: 'Ta konsultacja nie czeka już na odpowiedź.',
    card: 'Karta konsultacji',
  },
  ending: (ending: Ending): string => {
    if (ending.outcome === 'held') return 'Konsultacja się odbyła.';
    if (ending.missed === 'expert') return 'Konsultacja się nie odbyła: nie było eksperta lub ekspertki.';
    return ending.outcome === 'no_show'
      ? 'Konsultacja się nie odbyła: nie było nikogo z organizacji.'
      : 'Konsultacja się nie odbyła.';
  },
  disagreed: {
    text: 'Czy konsultacja się odbyła? Odpowiedzi się różnią',
    body: (organisation: string, expert: string, when: string) =>
      `*Czy konsultacja się odbyła?*\n${organisation}, prowadzi: ${expert}, ${when}. Odpowiedzi się różnią albo ich brakuje; prosimy o rozstrzygnięcie jednym kliknięciem.`,
    organisation: 'Organizacja',
    expert: 'Ekspert lub ekspertka',
    silent: 'brak odpowiedzi',
    decisions: {
      held: 'Odbyła się',
      not_held: 'Nie odbyła się',
      organisation_absent: 'Nie było organizacji',
      expert_absent: 'Nie było eksperta lub ekspertki',
    } satisfies Record<Decision, string>,
    decided: (what: string) => `Rozstrzygnięte. ${what}`,
  },
  missed: (expert: string, organisation: string, when: string) =>
    `*Konsultacja bez eksperta lub ekspertki*\nOrganizacja: ${organisation}, ${when}, prowadzi: ${expert}. To może zdarzyć się każdemu: warto zapytać, czy wszystko w porządku i czy potrzebne jest zastępstwo. Organizacja nie traci godzin i dostała zachętę do wyboru nowego terminu.`,
  ended: {
    text: 'Konsultacja się nie odbyła – wybierzcie nowy termin',
    body: (when: string) => `Konsultacja, która miała się odbyć ${when}, nie doszła do skutku. Zdarza się.`,
    free: 'To spotkanie nie zmniejsza puli Waszych godzin.',
    costs: 'To kolejne spotkanie, na które nikt od Was nie dotarł, dlatego zmniejsza pulę Waszych godzin.',
    next: 'Nowy termin można wybrać od razu.',
    book: 'Wybierz nowy termin',
  },
  card: {
    text: (organisation: string) => `Karta konsultacji: ${organisation}`,
    head: (number: number) => (number > 1 ? `Karta konsultacji (wersja ${number})` : 'Karta konsultacji'),
    when: 'Kiedy',
    span: (day: string, from: string, to: string, elsewhere: string) => `${day}, ${from}–${to}${elsewhere}`,
    counted: 'Czas',
    kind: 'Forma',
    expert: 'Prowadzi',
    people: 'Obecni',
    area: 'Obszar',
    agreed: '*Ustalenia*',
    steps: '*Następne kroki*',
    step: (what: string, who: string | null, until: string | null) =>
      `• ${[what, who, until && `do ${until}`].filter(Boolean).join(' – ')}`,
    documents: '*Dokumenty*',
    none: 'nie podano',
    missed: 'Spotkania nie było, dlatego karta ma 0 minut.',
    late: (n: number) => `Karta napisana później niż ${days(n)} po spotkaniu.`,
    ask: (until: string) => `Prosimy o potwierdzenie albo uwagi. Bez odpowiedzi karta będzie potwierdzona: ${until}.`,
    confirmed: (name: string, when: string) => `Potwierdzona: ${name}, ${when}.`,
    confirmedFor: (name: string, when: string) =>
      `Potwierdzona w imieniu organizacji przez zespół programu: ${name}, ${when}.`,
    confirmedSilently: (when: string) => `Potwierdzona, bo nie było uwag: ${when}.`,
    countsNothing: (when: string) => `Nie trzeba już jej potwierdzać: ${when}.`,
    commented: 'Są uwagi. Ekspert lub ekspertka może wysłać nową wersję; można też potwierdzić tę.',
    replaced: (number: number) => `Jest nowsza wersja tej karty: ${number}.`,
    confirm: 'Potwierdzam',
    comment: 'Mam uwagi',
    correct: 'Popraw kartę',
    versions: 'Wersje i uwagi',
  },
  commented: {
    text: 'Uwagi do karty konsultacji',
    body: (organisation: string, name: string, when: string) =>
      `*Uwagi do karty konsultacji*\n${organisation}, spotkanie: ${when}. Pisze: ${name}`,
  },
  form: {
    title: 'Karta konsultacji',
    submit: 'Zapisz',
    intro: (organisation: string, when: string) => `${organisation}, spotkanie: ${when}`,
    date: 'Dzień spotkania',
    from: 'Od',
    to: 'Do',
    minutes: 'Liczone minuty',
    minutesHint: 'Puste pole: tyle, ile trwało spotkanie.',
    kind: 'Forma',
    people: 'Kto był obecny',
    area: 'Obszar',
    agreed: 'Co zostało ustalone',
    steps: 'Następne kroki',
    stepsHint: 'Jeden w wierszu: co | kto | do kiedy, np. Szkic planu | Anna | 10.06.2026',
    documents: 'Dokumenty',
    documentsHint: 'Adresy zaczynające się od https://, jeden w wierszu.',
    send: 'Co zrobić z kartą',
    now: 'Wyślij organizacji',
    later: 'Zachowaj szkic na później',
    sent: (number: number) =>
      number > 1
        ? `Wersja ${number} karty wysłana organizacji. Poprzednie wersje zostają w historii.`
        : 'Karta wysłana organizacji. Dziękujemy.',
    kept: 'Szkic zapisany. Organizacja jeszcze go nie widzi; wróć do niego tym samym przyciskiem.',
  },
  comment: {
    title: 'Uwagi do karty',
    submit: 'Wyślij uwagi',
    label: 'Co się nie zgadza albo czego brakuje',
    sent: 'Uwagi wysłane do eksperta lub ekspertki. Dziękujemy.',
  },
  confirmDone: 'Karta potwierdzona. Dziękujemy.',
  history: {
    title: 'Wersje i uwagi',
    version: (number: number, when: string, time: string) => `*Wersja ${number}* – ${when}, ${time}`,
    comment: (number: number, name: string, when: string) => `*Uwagi do wersji ${number}* – ${name}, ${when}`,
  },
  said: 'Zapisane. Dziękujemy.',
  saidEnded: 'Zapisane. Dziękujemy, sprawa jest zamknięta.',
  saidStaff: 'Zapisane. Odpowiedzi się różnią, więc zespół to wyjaśni; nic więcej nie trzeba robić.',
  decided: 'Rozstrzygnięte. Obie strony to widzą.',
  months: {
    title: 'Minuty konsultacji',
    own: 'Twoje konsultacje według miesięcy i organizacji.',
    cohort: (cohort: string) => `Konsultacje w edycji ${cohort} według miesięcy i organizacji.`,
    none: 'Nie ma jeszcze konsultacji, które się odbyły.',
    month: (name: string, total: string) => `*${name}*: ${total}`,
    line: (organisation: string, total: string, n: number) => `• ${organisation}: ${total} (${meetings(n)})`,
    more: (n: number) => `i jeszcze ${n}`,
    earlier: 'Wcześniejsze miesiące są w pliku.',
    export: 'Pobierz rozliczenie',
    open: 'Minuty konsultacji',
    coming: 'Pliki CSV i XLSX przyjdą w wiadomości prywatnej od bota.',
    home: (month: string, total: string) => `*Minuty konsultacji*\n${month}: ${total}`,
  },
  sheet: {
    text: 'Rozliczenie konsultacji',
    own: (n: number, total: string) =>
      `*Rozliczenie Twoich konsultacji*: ${meetings(n)}, razem ${total}. Pliki CSV (do Excela po polsku) i XLSX są w wątku.`,
    cohort: (cohort: string, n: number, total: string) =>
      `*Rozliczenie konsultacji w edycji ${cohort}*: ${meetings(n)}, razem ${total}. Pliki CSV (do Excela po polsku) i XLSX są w wątku.`,
    name: 'konsultacje',
    tab: 'Konsultacje',
    columns: {
      ...{ cohort: 'edycja', expert: 'prowadzi', organisation: 'organizacja', date: 'data', from: 'od', to: 'do' },
      ...{ minutes: 'minuty', kind: 'forma', card: 'karta', version: 'wersja_karty', id: 'identyfikator' },
    },
    standing: { draft: 'brak', published: 'do potwierdzenia', commented: 'uwagi', confirmed: 'potwierdzona' },
  },
  matters: {
    card: (organisation: string, when: string) => `Napisz kartę konsultacji: ${organisation}, ${when}`,
    cardWhy: 'Karta jest podstawą rozliczenia i pamięcią ustaleń.',
    write: 'Napisz kartę',
    confirm: (when: string) => `Potwierdźcie kartę konsultacji (${when}) albo dodajcie uwagi`,
    confirmWhy: 'Bez odpowiedzi karta będzie uznana za potwierdzoną.',
    decide: (organisation: string, when: string) =>
      `Rozstrzygnijcie, czy konsultacja się odbyła: ${organisation}, ${when}`,
    decideWhy: 'Odpowiedzi organizacji i eksperta lub ekspertki się różnią albo ich brakuje.',
    many: (n: number) =>
      plural('pl', n, {
        one: `${n} spotkanie czeka na rozstrzygnięcie, czy się odbyło`,
        few: `${n} spotkania czekają na rozstrzygnięcie, czy się odbyły`,
        many: `${n} spotkań czeka na rozstrzygnięcie, czy się odbyły`,
      }),
  },
  brief: {
    agreed: (when: string, text: string) => `Ustalenia z ostatniej karty (${when}): ${text}`,
    steps: (text: string) => `Następne kroki: ${text}`,
  },
  refusals: {
    not_allowed:
      'To mogą zrobić tylko osoby z tej organizacji, jej ekspert lub ekspertka i zespół programu. Jeżeli to pomyłka, prosimy o znak do zespołu.',
    not_minutes: 'Swoje minuty widzą eksperci i ekspertki, a całej edycji – jej zespół.',
    staff_decide: 'Organizacja i ekspert lub ekspertka odpowiadają osobno; zespół rozstrzyga w swoim kanale.',
    not_over: 'Ta konsultacja jeszcze się nie skończyła.',
    not_booked: 'Ta konsultacja została odwołana albo przesunięta.',
    already_settled: 'Ta sprawa jest już zamknięta.',
    not_held: 'Ta konsultacja się nie odbyła, dlatego nie ma karty.',
    changed_meanwhile: 'Karta zmieniła się w międzyczasie. Otwórz ją jeszcze raz.',
    in_future: 'Ten dzień jeszcze nie nadszedł.',
    not_yours: 'Kartę potwierdza organizacja.',
    not_newest: 'Jest już nowsza wersja tej karty, prosimy spojrzeć na nią.',
    already_confirmed: 'Ta karta jest już potwierdzona.',
  },
  errors: {
    long: 'Za długie.',
    date_missing: 'Wybierz dzień.',
    time_missing: 'Wybierz godzinę.',
    to_before_from: 'Koniec musi być po początku.',
    minutes_wrong: 'Podaj pełne minuty, najwyżej 1440.',
    choose_kind: 'Wybierz formę.',
    people_missing: 'Napisz, kto był obecny.',
    agreed_missing: 'Napisz, co zostało ustalone.',
    not_links: 'Każdy wiersz musi być adresem zaczynającym się od https://.',
    choose_send: 'Wybierz, co zrobić z kartą.',
    comment_missing: 'Napisz uwagi.',
  } as Readonly<Record<string, string>>,
  help: 'minuty – minuty konsultacji i rozliczenie',
};
export type RecordsTexts = typeof pl;

import { plural } from '../../core/text.ts';
import { cause } from './texts/cause.pl.ts';
import { rehearsal } from './texts/rehearsal.pl.ts';

const messages = (n: number) => `${n} ${plural('pl', n, { one: 'wiadomość', few: 'wiadomości', many: 'wiadomości' })}`;
const receivers = (n: number) => `${n} ${plural('pl', n, { one: 'adresata', few: 'adresatów', many: 'adresatów' })}`;

/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  help: '`/debiuty skrzynka` – co wyślemy w najbliższych dwóch tygodniach: komu, kiedy i dlaczego',
  title: 'Skrzynka nadawcza',
  choose: 'Której edycji wiadomości pokazać?',
  open: 'Otwórz',
  home: 'Skrzynka nadawcza: co wyślemy w najbliższych dwóch tygodniach',
  counts: (n: number, to: number) => `Najbliższe dwa tygodnie: *${messages(n)}* do ${receivers(to)}.`,
  most: (n: number) => `Najwięcej dla jednego adresata jednego dnia: ${n}.`,
  held: (n: number) => `Wstrzymane: ${messages(n)}.`,
  none: 'W najbliższych dwóch tygodniach nic nie wyślemy. Gdy pojawią się terminy, zobaczysz tu każdą wiadomość, zanim wyjdzie.',
  at: (time: string) => `godz. ${time}`,
  to: {
    person: (name: string) => `do: ${name}`,
    organisation: (name: string) => `na kanał organizacji: ${name}`,
    cohort: 'na kanał edycji',
    channel: (id: string) => `na kanał <#${id}>`,
    staff: 'na kanał zespołu',
    unknown: 'do osoby, której nie znamy',
  },
  states: {
    held: 'wstrzymana – wyjdzie dopiero, gdy ją puścicie',
    late: 'czeka na swoją kolej, wyjdzie za chwilę',
    reworded: 'w słowach zespołu',
  },
  nothingToSay: '(w tej chwili nie ma o czym pisać)',
  andMore: (n: number) => `i jeszcze ${n} ${plural('pl', n, { one: 'sprawa', few: 'sprawy', many: 'spraw' })}`,
  why: (cause: string) => `Dlaczego: ${cause}`,
  cause,
  acts: {
    hold: 'Wstrzymaj',
    resume: 'Puść dalej',
    reword: 'Zmień treść',
    hurry: 'Wyślij teraz',
    cancel: 'Nie wysyłaj',
  },
  done: {
    hold: 'Wstrzymane. Nie wyjdzie, dopóki jej nie puścicie.',
    resume: 'Puszczone dalej. Wyjdzie w swoim czasie, a jeśli ten minął – zaraz.',
    reword: 'Zapisane. Wyjdzie w tych słowach, z tymi samymi przyciskami.',
    hurry: 'Wysyłam teraz.',
    cancel: 'Ta wiadomość nie wyjdzie. Kolejne przypomnienia o tej sprawie przyjdą, jak planowano.',
  },
  ask: {
    hurry: { title: 'Wysłać teraz?', text: 'Wiadomość wyjdzie od razu, nie w swoim czasie. Nie da się jej cofnąć.' },
    cancel: { title: 'Nie wysyłać?', text: 'Tej wiadomości nikt nie dostanie. Kolejne przypomnienia przyjdą.' },
    no: 'Wróć',
  },
  words: {
    title: 'Treść wiadomości',
    intro: 'Zmień słowa tej jednej wiadomości. Przyciski zostaną takie, jakie są.',
    buttonsGo: (to: string, moment: string) => `${to}, ${moment}`,
    label: 'Treść',
    hint: 'Zwykły tekst, bez formatowania.',
    save: 'Zapisz',
    back: 'Wróć do skrzynki',
  },
  page: (from: number, to: number, total: number) => `Wiadomości ${from}–${to} z ${total}`,
  previous: '← Wcześniejsze',
  next: 'Późniejsze →',
  rehearse: 'Próba na sucho',
  rehearsal,
  errors: {
    words_missing: 'Wpisz treść wiadomości.',
    words_long: 'To za długo: zmieści się najwyżej 3000 znaków.',
    places_wrong: 'Podaj liczbę organizacji od 1 do 500.',
    experts_wrong: 'Podaj liczbę ekspertek i ekspertów od 0 do 200.',
    date_missing: 'Wybierz dzień.',
  },
  refusals: {
    not_allowed: 'To może zrobić tylko zespół programu.',
    unknown_cohort: 'Nie ma jeszcze żadnej edycji pod Twoją opieką.',
    already_sent: 'Ta wiadomość już wyszła albo właśnie jest wysyłana, więc nic się z nią nie da zrobić.',
    changed_meanwhile: 'W międzyczasie coś się tu zmieniło. Oto stan na teraz – jeśli trzeba, spróbuj jeszcze raz.',
  },
};
export type OutboxTexts = typeof pl;

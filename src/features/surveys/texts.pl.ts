import { plural } from '../../core/text.ts';

const answers = (n: number): string =>
  `${n} ${plural('pl', n, { one: 'odpowiedź', few: 'odpowiedzi', many: 'odpowiedzi' })}`;
const people = (n: number): string => `${n} ${plural('pl', n, { one: 'osoby', few: 'osób', many: 'osób' })}`;
const surveys = (n: number): string => `${n} ${plural('pl', n, { one: 'ankieta', few: 'ankiety', many: 'ankiet' })}`;

/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  help: '`/debiuty wyniki` – wyniki ankiet: wykresy, liczby i pliki CSV oraz XLSX',
  upcoming: 'ankieta: pytanie, przypomnienie lub zamknięcie',
  ask: {
    text: (title: string) => `Prosimy o odpowiedź: ${title}`,
    message: (asks: string, about: string) => `Prosimy Cię ${asks} (${about}). To zajmie około dwóch minut.`,
    remind: (asks: string, about: string) =>
      `Przypominamy raz: prosimy Cię ${asks} (${about}). Jeśli nie odpowiesz, nie będziemy już pytać.`,
    channel: (asks: string, about: string) =>
      `Osoby z tego kanału, które brały w tym udział, prosimy ${asks} (${about}). Formularz otwiera się tylko osobie, która kliknie.`,
    remindChannel: (asks: string, about: string) =>
      `Przypominamy raz: osoby, które jeszcze nie odpowiedziały, prosimy ${asks} (${about}).`,
    anonymous: (moment: string) => `Ankieta jest anonimowa. Czekamy do: ${moment}.`,
    named: (moment: string) => `Odpowiedzi są podpisane i widzi je tylko zespół programu. Czekamy do: ${moment}.`,
    button: 'Odpowiedz',
  },
  form: {
    submit: 'Wyślij',
    about: (asks: string, about: string) => `Prosimy ${asks}: ${about}.`,
    anonymous: (k: number) =>
      `:lock: *Ta ankieta jest anonimowa.* Odpowiedzi sumują się w chwili wysłania. Nie zapisujemy, kto co odpowiedział ani kiedy, *dlatego nie można ich potem poprawić ani wycofać*. Zapisujemy tylko, że masz to już za sobą, aby przypominać wyłącznie pozostałym. Wyniki zobaczy zespół programu po zamknięciu ankiety, jeśli odpowiedzi będzie co najmniej ${k}.`,
    remains:
      'Co mimo to jest możliwe: można Cię poznać po tym, co napiszesz własnymi słowami; gdy wszyscy odpowiedzą tak samo, wiadomo, co odpowiedział każdy; a kto zarządza serwerem i ogląda go dokładnie w chwili wysyłania albo porównuje jego kopie z różnych chwil, może zobaczyć pojedynczą odpowiedź.',
    named: (moment: string) =>
      `*Odpowiedzi są podpisane.* Widzi je tylko zespół programu. Do końca ankiety (${moment}) można je poprawić: liczą się ostatnie.`,
    again: 'Poniżej są odpowiedzi z poprzedniego razu. Można je zmienić.',
    choose: 'Wybierz od 0 do 10',
    ends: { low: 'na pewno nie', high: 'na pewno tak' },
  },
  thanks: {
    anonymous: 'Dziękujemy! Odpowiedzi są już dodane do wyników, bez Twojego imienia.',
    named: 'Dziękujemy! Odpowiedzi zapisane. Do końca ankiety można je poprawić tym samym przyciskiem.',
    corrected: 'Dziękujemy! Poprawione odpowiedzi zastąpiły poprzednie.',
  },
  errors: {
    missing: 'Odpowiedz, proszę, na to pytanie.',
    long: 'To za długi tekst.',
    unknown: 'Wybierz jedną z możliwości.',
  } as Readonly<Record<string, string>>,
  refusals: {
    not_asked: 'Ta ankieta jest dla osób, które brały w tym udział. Jeśli to pomyłka, napisz do zespołu programu.',
    over: 'Ta ankieta jest już zamknięta. Dziękujemy za chęć odpowiedzi!',
    answered_already: 'Twoja odpowiedź jest już w wynikach. Ankieta jest anonimowa, więc nie da się jej zmienić.',
    not_allowed: 'Wyniki ankiet widzi tylko zespół programu.',
    gone: 'Tej ankiety nie ma już w opisie programu.',
  },
  low: {
    low: {
      text: 'Niska ocena w ankiecie',
      message: (who: string, asks: string, about: string) =>
        `:warning: *Niska ocena*, którą warto sprawdzić. ${who}: prosiliśmy ${asks} (${about}).`,
    },
    corrected: {
      text: 'Poprawiona ocena w ankiecie',
      message: (who: string, asks: string, about: string) =>
        `:white_check_mark: *Ocena poprawiona*: nie jest już niska. ${who}: prosiliśmy ${asks} (${about}).`,
    },
    score: (question: string, score: string) => `*${question}*\n${score}`,
  },
  foreseen: {
    silent: 'osoby, które jeszcze nie odpowiedziały',
    staff: 'zespół',
    sides: {
      everybody: 'organizacje, ekspertki i eksperci',
      organisation: 'organizacje',
      expert: 'ekspertki i eksperci',
    },
    ask: 'ankieta, którą przewiduje program',
    remind: (about: string) => `jedyne przypomnienie o ankiecie (${about})`,
    close: 'ankieta się zamknie i będą wyniki',
  },
  list: {
    text: 'Ankiety i ich wyniki',
    heading: (n: number) => (n === 0 ? 'Nie ma jeszcze żadnej ankiety' : `Ankiety: ${n}`),
    none: 'Ankiety wysyłają się same: po spotkaniach i konsultacjach, w trakcie współpracy i po zakończeniu programu.',
    row: (title: string, about: string, cohort: string) => `*${title}* – ${about}\n${cohort}`,
    state: {
      open: (n: number, asked: number, moment: string) => `trwa do: ${moment}, ${n} z ${people(asked)}`,
      closed: (n: number, asked: number) => `zamknięta, ${n} z ${people(asked)}`,
    },
    show: 'Wyniki',
    page: (from: number, to: number, total: number) => `${from}–${to} z ${total}`,
    previous: '← Poprzednie',
    next: 'Następne →',
  },
  results: {
    text: (title: string, about: string) => `Wyniki ankiety: ${title}, ${about}`,
    heading: (title: string) => `Wyniki: ${title}`,
    about: (about: string, n: number, asked: number) => `${about}\nOdpowiedzi: ${n} z ${people(asked)}.`,
    anonymous: 'Ankieta anonimowa: wyniki są sumą, a wypowiedzi stoją w przypadkowej kolejności.',
    named: 'Ankieta podpisana: w pliku są odpowiedzi z imionami i nazwiskami.',
    notClosed: (moment: string) =>
      `Wyniki ankiety anonimowej otwierają się po jej zamknięciu (${moment}), aby po kolejnych odpowiedziach nikt nie poznał, kto co dodał.`,
    tooFew: (k: number) =>
      `Odpowiedzi jest za mało, aby pokazać wyniki bez zdradzania, kto co odpowiedział. Potrzeba co najmniej ${k}.`,
    hidden: (question: string) => `*${question}*\nZa mało odpowiedzi na to pytanie, aby je pokazać.`,
    average: (question: string, average: string, n: number) => `*${question}* – średnia ${average} (${answers(n)})`,
    recommend: (promoters: number, critics: number) => `Polecą (9–10): ${promoters}. Nie polecą (0–6): ${critics}.`,
    low: (n: number) => `:warning: Niskie oceny: ${n}.`,
    open: (question: string) => `*${question}*`,
    more: (n: number) => `Oraz jeszcze ${answers(n)}: wszystkie są w pliku.`,
    unit: 'odpowiedzi',
    empty: 'brak odpowiedzi',
    scales: 'Oceny',
    sheet: 'Pobierz CSV i XLSX',
    series: (n: number) => `:bar_chart: *Kilka ankiet razem* (${surveys(n)} o tej samej treści)`,
  },
  sheet: {
    text: (title: string, about: string) => `Plik z wynikami: ${title}, ${about}. Jest w wątku tej wiadomości.`,
    sent: 'Pliki CSV i XLSX przyjdą za chwilę w wiadomości prywatnej.',
    name: 'ankieta',
    columns: { question: 'Pytanie', answer: 'Odpowiedź', count: 'Liczba', person: 'Osoba' },
  },
};

export type SurveysTexts = typeof pl;

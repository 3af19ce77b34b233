import { plural } from '../../core/text.ts';
import { KIND_NAMES } from '../availability/public.ts';

const hours = (n: number): string => `${n} ${plural('pl', n, { one: 'godzina', few: 'godziny', many: 'godzin' })}`;

/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  help: {
    own: '`/debiuty umów` – wolne terminy konsultacji; tu też je przesuniesz i odwołasz',
    staff: '`/debiuty umów` – konsultacje: w kanale organizacji umówisz termin w jej imieniu',
  },
  kinds: KIND_NAMES.pl,
  /** A clock of another place than the expert's. */
  zone: (time: string, zone: string) => `${time} (czas: ${zone})`,
  calendar: {
    name: 'konsultacja.ics',
    title: 'Termin do kalendarza',
    titleCancelled: 'Odwołany termin do kalendarza',
    summary: (other: string) => `Konsultacja: ${other}`,
    how: (kind: string) => `Forma: ${kind}`,
    topic: (topic: string) => `Temat: ${topic}`,
    cancelled: 'Ta konsultacja się nie odbędzie. Jeżeli wpis nie zniknie sam, prosimy usunąć go z kalendarza.',
  },
  facts: {
    expert: (name: string) => `Z kim: ${name}`,
    organisation: (name: string) => `Organizacja: ${name}`,
    how: (kind: string) => `Jak: ${kind}`,
    place: (place: string) => `Miejsce: ${place}`,
    link: (link: string) => `Link: ${link}`,
    topic: (topic: string) => `Temat: ${topic}`,
    reason: (reason: string) => `Powód: ${reason}`,
  },
  buttons: {
    book: 'Umów konsultację',
    again: 'Wybierz nowy termin',
    list: 'Konsultacje',
    approve: 'Potwierdzam',
    refuse: 'Nie mogę',
    move: 'Przesuń',
    cancel: 'Odwołaj',
    withdraw: 'Wycofaj prośbę',
    claim: 'Biorę ten termin',
    leave: 'Rezygnuję z kolejki',
    ask: 'Zapytaj ekspertów',
    take: 'Odpowiem',
    back: 'Wróć',
  },
  pick: {
    title: 'Umów konsultację',
    label: 'Z kim ma być rozmowa',
    placeholder: 'Zacznij pisać imię lub nazwisko',
  },
  times: {
    title: 'Umów konsultację',
    moveTitle: 'Przesuń konsultację',
    intro: (name: string) => `Wolne terminy – ${name}. Wybrany termin zatrzymamy na czas wypełniania formularza.`,
    move: (now: string) => `Teraz: *${now}*. Dotychczasowy termin zwolni się dopiero wtedy, gdy nowy będzie zajęty.`,
    label: 'Termin',
    placeholder: 'Wybierz termin',
    hint: (n: number) => `Pokazujemy najbliższe terminy (${n}).`,
    next: 'Dalej',
    moveSubmit: 'Przesuń',
    reason: 'Powód',
    reasonHint: 'Nieobowiązkowo. Zobaczy go druga strona.',
    taken: '*Ten termin właśnie ktoś zajął.* To są najbliższe wolne:',
    noneMove: 'Nie ma teraz innego wolnego terminu. Dotychczasowy pozostaje bez zmian.',
  },
  details: {
    title: 'Szczegóły rozmowy',
    held: (time: string, until: string) => `*${time}*\nTrzymamy ten termin do ${until}.`,
    asks: 'Ekspert lub ekspertka najpierw potwierdza terminy. Do odpowiedzi nikt inny go nie zajmie.',
    kind: 'Jak się spotkacie',
    topic: 'O czym chcecie porozmawiać',
    topicHint: 'Nieobowiązkowo. Pomoże się przygotować.',
    book: 'Umów',
    request: 'Wyślij prośbę',
    booked: (time: string) => `Umówione: ${time}. Potwierdzenie jest w kanale organizacji.`,
    requested: (time: string) => `Prośba wysłana: ${time}. Damy znać w kanale organizacji, gdy będzie odpowiedź.`,
  },
  empty: {
    title: 'Umów konsultację',
    none: (name: string) =>
      `*Nie ma teraz wolnych terminów* – ${name}. Poproście o termin: gdy jakiś się pojawi, zaproponujemy go według kolejności próśb.`,
    waits: (ahead: number): string =>
      ahead === 0
        ? 'Czekacie w kolejce na termin – jesteście na początku. Gdy termin się pojawi, napiszemy w kanale organizacji.'
        : `Czekacie w kolejce na termin. Przed Wami: ${ahead}. Gdy przyjdzie Wasza kolej, napiszemy w kanale organizacji.`,
    offered: 'Mamy już dla Was termin: propozycja z przyciskiem czeka w kanale organizacji.',
    wish: 'Kiedy i o czym chcielibyście porozmawiać?',
    wishHint: 'Nieobowiązkowo. Ekspert lub ekspertka to zobaczy.',
    submit: 'Poproś o termin',
    joined: (ahead: number): string =>
      ahead === 0
        ? 'Prośba wysłana. Jesteście na początku kolejki; gdy pojawi się termin, napiszemy w kanale organizacji.'
        : `Prośba wysłana. Przed Wami w kolejce: ${ahead}. Gdy pojawi się termin, napiszemy w kanale organizacji.`,
  },
  list: {
    title: 'Konsultacje',
    none: 'Nie ma umówionych konsultacji.',
    booked: 'umówiona',
    requested: (until: string) => `czeka na potwierdzenie do ${until}`,
    row: (time: string, who: string, state: string) => `*${time}*\n${who} – ${state}`,
    both: (organisation: string, expert: string) => `${organisation} i ${expert}`,
    home: '*Konsultacje*',
    more: (n: number) => `i jeszcze ${n}`,
    page: (page: number, pages: number) => `Strona ${page} z ${pages}`,
    previous: '← Poprzednie',
    next: 'Następne →',
    quota: (used: string, all: string) => `Wykorzystany czas: ${used} z ${all}`,
    minutes: (n: number) => `${n} min`,
    hours,
  },
  cancel: {
    title: 'Odwołaj konsultację',
    sure: (time: string) =>
      `Odwołujesz konsultację: *${time}*. Druga strona od razu się o tym dowie, a termin się zwolni.`,
    late: 'Do rozmowy zostało już mniej czasu, niż przewidziano na odwołanie. Nadal można odwołać; zaznaczymy tylko, że było to późno.',
    submit: 'Odwołaj',
    keep: 'Nie odwołuj',
    reason: 'Powód',
    done: (time: string) => `Odwołane: ${time}. Druga strona już wie.`,
    doneLate: (time: string) => `Odwołane: ${time} (późno). Druga strona już wie.`,
  },
  moved: {
    done: (time: string) => `Przesunięte. Nowy termin: ${time}.`,
    asked: (time: string) => `Prośba o nowy termin wysłana: ${time}.`,
  },
  refuse: {
    title: 'Nie mogę w tym terminie',
    intro: (organisation: string, time: string) =>
      `${organisation}: ${time}. Organizacja od razu się dowie i wybierze inny termin.`,
    submit: 'Wyślij',
    reason: 'Słowo wyjaśnienia',
    reasonHint: 'Nieobowiązkowo. Organizacja je zobaczy.',
    done: 'Organizacja już wie i może wybrać inny termin.',
  },
  approved: (organisation: string, time: string) => `Potwierdzone: ${organisation}, ${time}.`,
  left: 'Nie czekacie już w kolejce na termin. W każdej chwili możecie poprosić ponownie.',
  heads: {
    booked: (time: string) => `*Konsultacja umówiona:* ${time}`,
    confirmed: (time: string) => `*Konsultacja potwierdzona:* ${time}`,
    asked: (time: string) => `*Prośba o konsultację wysłana:* ${time}`,
    asks: (time: string) => `*Prośba o konsultację:* ${time}`,
    moved: (from: string, to: string) => `*Konsultacja przesunięta:* ${from} → *${to}*`,
    movedAsked: (from: string, to: string) => `*Prośba o nowy termin konsultacji:* ${from} → *${to}*`,
  },
  states: {
    waits: (until: string) => `Odpowiedź będzie do ${until}. Do tego czasu nikt inny nie zajmie terminu.`,
    answer: (until: string) => `Odpowiedz do ${until}; bez odpowiedzi prośba wygaśnie i termin się zwolni.`,
    reminders: 'Przypomnimy dzień i godzinę wcześniej.',
    over: {
      cancelled_by_organisation: (time: string) => `*Konsultacja odwołana przez organizację:* ${time}`,
      cancelled_by_expert: (time: string) => `*Konsultacja odwołana przez eksperta lub ekspertkę:* ${time}`,
      cancelled_by_staff: (time: string) => `*Konsultacja odwołana przez zespół programu:* ${time}`,
      expired: (time: string) => `*Prośba o konsultację wygasła bez odpowiedzi:* ${time}`,
      held: (time: string) => `*Konsultacja się odbyła:* ${time}`,
      not_held: (time: string) => `*Konsultacja się nie odbyła:* ${time}`,
      no_show: (time: string) => `*Konsultacja się nie odbyła:* ${time}`,
    },
    refused: (time: string) =>
      `*Tym razem się nie uda:* ${time}. W tym terminie ekspert lub ekspertka nie może się spotkać.`,
    withdrawn: (time: string) => `*Prośba o konsultację wycofana:* ${time}`,
    late: 'Odwołano późno, już po czasie przewidzianym na odwołanie.',
    sorry: 'Przepraszamy. Wybierzcie inny termin, kiedy Wam pasuje.',
    handedOver: 'Organizacją opiekuje się teraz kto inny, dlatego ten termin jest nieaktualny.',
  },
  away: {
    organisation: (time: string) =>
      `*Trzeba przesunąć konsultację:* ${time}. Eksperta lub ekspertki wtedy nie będzie – to nie Wasza wina i nic Was to nie kosztuje. Wybierzcie inny termin.`,
    expert: (time: string) =>
      `*W czasie Twojej nieobecności jest umówiona konsultacja:* ${time}. Przesuń ją albo odwołaj – organizacja też dostała taką prośbę.`,
    settled: (time: string) => `Załatwione. Konsultacja: ${time}`,
    takenBack: (time: string) =>
      `Nie trzeba już nic przesuwać, bo nieobecność jest nieaktualna. Konsultacja zostaje: ${time}`,
  },
  offered: {
    head: (time: string, name: string) => `*Zwolnił się termin:* ${time}\nZ kim: ${name}`,
    until: (until: string) => `Czeka na Was do ${until}. Potem przejdzie na następną organizację w kolejce.`,
    claimed: (time: string) => `Termin jest Wasz: ${time}.`,
    lapsed: (time: string) =>
      `Ten termin przeszedł dalej: ${time}. Jeśli nadal chcecie porozmawiać, poproście o termin ponownie.`,
    left: 'Nie czekacie już w kolejce na termin.',
    gone: (time: string) => `Ten termin jest jednak nieaktualny: ${time}. Wasze miejsce w kolejce zostaje bez zmian.`,
  },
  wish: {
    head: (name: string) => `*Prośba o termin konsultacji:* ${name}. Nie ma teraz Twoich wolnych terminów.`,
    words: 'Organizacja pisze:',
    what: 'Wystarczy, że dodasz godziny: wolny termin zaproponujemy sami, według kolejności próśb.',
    done: (name: string) => `Prośba o termin konsultacji (${name}) jest już nieaktualna.`,
  },
  card: {
    label: 'Konsultacje',
    asked: (time: string) => `${time} (czeka na potwierdzenie)`,
  },
  matters: {
    attend: (time: string) => `Konsultacja: ${time}`,
    attendWith: (name: string) => `Z kim: ${name}`,
    answer: (name: string) => `Odpowiedz na prośbę o konsultację: ${name}`,
    answerWhy: (time: string) => `Termin: ${time}`,
    question: (name: string) => `Pytanie, na które nikt jeszcze nie odpowiedział: ${name}`,
  },
  question: {
    title: 'Zapytaj ekspertów',
    intro:
      'Pytanie dostaną eksperci i ekspertki wybranej dziedziny w tej edycji. Odezwie się pierwsza osoba, która je weźmie.',
    field: 'Dziedzina',
    text: 'Pytanie',
    submit: 'Wyślij',
    sent: (n: number): string =>
      n === 0
        ? 'Pytanie zapisane. W tej dziedzinie nie ma teraz nikogo, dlatego od razu przekazaliśmy je zespołowi programu.'
        : 'Pytanie wysłane. Gdy ktoś je weźmie, napiszemy w kanale organizacji.',
    head: (name: string, field: string) => `*Pytanie od organizacji:* ${name} (${field})`,
    first: 'Kto pierwszy kliknie, ten odpowiada.',
    taken: (name: string) => `Odpowiada: ${name}. Dziękujemy za gotowość!`,
    own: 'To Twoje pytanie. Odezwij się do organizacji, proszę.',
    announce: (name: string, field: string) => `*Na Wasze pytanie (${field}) odpowie ${name}.*`,
    withdrawn: 'To pytanie jest już nieaktualne.',
    left: 'Pytanie wzięte. Organizacja już wie, że odezwiesz się w tej sprawie.',
  },
  brief: { line: (date: string, topic: string) => `Konsultacja ${date}${topic ? `: ${topic}` : ''}` },
  upcoming: (name: string) => `konsultacja: ${name}`,
  form: {
    expert_missing: 'Wybierz eksperta lub ekspertkę z listy.',
    time_missing: 'Wybierz termin.',
    kind_missing: 'Wybierz, jak się spotkacie.',
    long: 'To trochę za długie.',
    field_missing: 'Wybierz dziedzinę.',
    text_missing: 'Napisz pytanie.',
  } as Readonly<Record<string, string>>,
  refusals: {
    not_allowed:
      'To mogą zrobić tylko osoby z tej organizacji, jej ekspert lub ekspertka i zespół programu. Jeżeli to pomyłka, prosimy o znak do zespołu.',
    place_closed: 'Udział tej organizacji w programie już się zakończył, więc nie umawiamy nowych konsultacji.',
    no_expert:
      'Organizacja nie ma teraz eksperta ani ekspertki, z którymi można umówić rozmowę. Napiszcie do zespołu programu przyciskiem „Pomoc / napisz do zespołu” na karcie organizacji.',
    not_offered: 'Tego terminu nie ma już wśród wolnych. Otwórz listę terminów jeszcze raz.',
    taken: 'Ten termin właśnie ktoś zajął. Otwórz listę terminów jeszcze raz i wybierz inny.',
    quota_used:
      'Godziny konsultacji przewidziane dla organizacji są już wykorzystane. Napiszcie do zespołu programu przyciskiem „Pomoc / napisz do zespołu” na karcie organizacji – zespół może umówić dodatkową rozmowę.',
    hold_over: 'Ten termin nie jest już dla Was zatrzymany. Otwórz listę terminów jeszcze raz.',
    changed_meanwhile: 'W międzyczasie coś się zmieniło. Sprawdź, jak jest teraz, i spróbuj jeszcze raz.',
    answered_already: 'Ta prośba jest już nieaktualna: ktoś na nią odpowiedział, wycofał ją albo wygasła.',
    not_open: 'Ta konsultacja nie jest już umówiona.',
    begun: 'Ta konsultacja już się zaczęła.',
    inside_notice:
      'Do rozmowy zostało za mało czasu, żeby ją przesunąć. Możecie ją odwołać albo poprosić eksperta lub ekspertkę o nowy termin.',
    same_time: 'To ten sam termin.',
    times_free: 'Są wolne terminy – wybierzcie jeden z nich.',
    waits_already: 'Już czekacie w kolejce na termin. Damy znać w kanale organizacji.',
    offer_over: 'Ta propozycja jest już nieaktualna: termin przeszedł dalej albo jest już Wasz.',
    taken_by: 'Ktoś był szybszy: to pytanie ma już swoją osobę. Dziękujemy za gotowość!',
    no_fields: 'W tym programie nie ma pytań do ekspertów według dziedzin.',
    no_place: 'Nie wiadomo, o którą organizację chodzi. Użyj przycisku „Umów konsultację” w kanale organizacji.',
  },
};
export type ConsultationsTexts = typeof pl;

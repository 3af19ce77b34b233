import { plural } from '../../../core/text.ts';

const organisations = (n: number): string =>
  `${n} ${plural('pl', n, { one: 'organizacja', few: 'organizacje', many: 'organizacji' })}`;
const ofOrganisations = (n: number): string =>
  `${n} ${plural('pl', n, { one: 'organizacji', few: 'organizacji', many: 'organizacji' })}`;
const people = (n: number): string => `${n} ${plural('pl', n, { one: 'osoba', few: 'osoby', many: 'osób' })}`;
const places = (n: number): string =>
  `${n} ${plural('pl', n, { one: 'wolne miejsce', few: 'wolne miejsca', many: 'wolnych miejsc' })}`;
const points = (n: number): string => `${n} pkt`;

/** What staff read about a plan for a whole cohort. Nobody else sees it. */
export const pl = {
  help: '`/debiuty przydziel plan` – ułóż przydział dla całej edycji naraz',
  open: 'Ułóż plan dla wszystkich',
  start: {
    title: 'Plan przydziałów',
    intro: (waiting: number, free: number) =>
      `Na osobę prowadzącą ${plural('pl', waiting, { one: 'czeka', few: 'czekają', many: 'czeka' })} ${organisations(waiting)}. Wolnych miejsc u ekspertów i ekspertek: ${free}.`,
    nobody: 'Teraz nikt nie czeka na osobę prowadzącą: każda organizacja kogoś ma albo ktoś jest o nią pytany.',
    what: 'Ułożymy propozycję dla wszystkich organizacji naraz. Nikt o niej nie usłyszy, dopóki jej nie zatwierdzisz. Liczą się: potrzebne dziedziny, województwo (odległości w kilometrach nie znamy), język, życzenia obu stron, obciążenie we wszystkich edycjach i powiązania.',
    goal: 'Na czym zależy najbardziej?',
    goals: { total: 'Najlepsza suma', lowest: 'Nikt nie zostaje z beznadziejną parą' },
    goalHints: {
      total: 'Wszystkie pary razem pasują najlepiej, jak się da',
      lowest: 'Najsłabsza para ma być jak najlepsza, potem suma',
    },
    seconds: 'Ile najdłużej szukać?',
    secondsHint: 'Zwykle trwa to krócej niż sekundę.',
    within: (seconds: number) =>
      seconds < 60
        ? `${seconds} ${plural('pl', seconds, { one: 'sekundę', few: 'sekundy', many: 'sekund' })}`
        : `${seconds / 60} ${plural('pl', seconds / 60, { one: 'minutę', few: 'minuty', many: 'minut' })}`,
    send: 'Ułóż plan',
    which: 'Napisz to polecenie w kanale edycji albo zespołu, dla których chcesz ułożyć plan.',
  },
  working: {
    text: 'Układam plan. Możesz poczekać albo zamknąć to okno: gotowy plan będzie pod tym samym przyciskiem.',
    steps: {
      plan: 'Szukam najlepszego planu',
      standby: 'Dobieram osoby w rezerwie',
      group: 'Sprawdzam, dla kogo brakuje osób',
      relaxations: 'Szukam wyjść',
    },
    progress: (step: string, seconds: number, of: number) => `${step}… ${seconds} s, najwyżej ${of} s`,
    cancel: 'Przerwij',
    cancelled: 'Przerwano. Plan zostaje, jaki był; zapisane ustalenia zostają.',
    ready: 'Plan przydziałów jest gotowy.',
  },
  plan: {
    title: 'Plan przydziałów',
    summary: (planned: number, all: number, cohort: string) =>
      `*${cohort}*: ${planned} z ${ofOrganisations(all)} ma w planie osobę prowadzącą.`,
    proven: {
      total: 'Udowodnione: żaden inny plan nie ma lepszej sumy.',
      lowest: 'Udowodnione: w żadnym innym planie najsłabsza para nie jest lepsza.',
    },
    provenAgain: 'Udowodnione: nie da się zmienić mniej.',
    unproven: ':warning: Zabrakło czasu na dowód: może istnieć lepszy plan. Policz jeszcze raz z dłuższym czasem.',
    lowest: (n: number) => `Najsłabsze dopasowanie w parze: ${n} (bez punktów za wolne miejsca).`,
    changes: (n: number) =>
      n === 0
        ? 'Ponowne przeliczenie niczego nie zmieniło.'
        : `Ponowne przeliczenie zmieniło ${n} ${plural('pl', n, { one: 'parę', few: 'pary', many: 'par' })}.`,
    proposed: (n: number) =>
      `Z tego planu zapytano już o ${n} ${plural('pl', n, { one: 'organizację', few: 'organizacje', many: 'organizacji' })}.`,
    added: (n: number) =>
      `:warning: Od ułożenia planu ${plural('pl', n, { one: 'doszła', few: 'doszły', many: 'doszło' })} ${organisations(n)}. Przelicz plan.`,
    stale: (n: number) => `:warning: Przy ${ofOrganisations(n)} coś się zmieniło od ułożenia planu. Przelicz plan.`,
    secret: 'Plan i punkty widzi tylko zespół.',
    row: (organisation: string, town: string) => `*${organisation}*, ${town}`,
    pair: (expert: string, score: number) => `→ *${expert}*, ${points(score)}`,
    pairOnly: (expert: string) => `→ *${expert}*`,
    nobody: '→ *nikt*: brakuje osoby z wolnym miejscem, na którą pozwalają zasady',
    pinned: 'ustalone na stałe',
    unsolved: (expert: string) => `ustalono: ${expert} – przelicz plan`,
    broken: (expert: string, why: string) => `→ ~${expert}~ – już niemożliwe: ${why}`,
    asked: (expert: string) => `→ *${expert}* – pytanie wysłane`,
    again: 'znów czeka – przelicz plan',
    gone: 'ma już osobę prowadzącą, jest o nią pytanie albo wypadła z edycji',
    standby: (name: string) => `w rezerwie: ${name}`,
    details: 'Dlaczego?',
    apply: 'Zatwierdź…',
    again_: 'Przelicz',
    loads: 'Obciążenie',
    fresh: 'Ułóż od nowa',
    previous: 'Poprzednie',
    next: 'Następne',
    page: (page: number, of: number) => `Strona ${page} z ${of}`,
    back: 'Wróć do planu',
    backToWhy: 'Wróć do wyjaśnienia',
  },
  short: {
    heading: (left: number) =>
      `*Nie dla wszystkich wystarczy osób:* bez nikogo ${plural('pl', left, { one: 'zostaje', few: 'zostają', many: 'zostaje' })} ${organisations(left)}.`,
    nobodyFor: (organisation: string) => `Dla organizacji ${organisation} nie ma nikogo, na kogo pozwalają zasady.`,
    group: (names: string, experts: string, n: { members: number; experts: number; room: number }) => {
      const may = plural('pl', n.experts, { one: 'może', few: 'mogą', many: 'może', other: 'mogą' });
      const whom = n.members === 1 ? 'ją' : 'je';
      const all = n.members === 1 ? '' : ` (razem ${n.members})`;
      const left =
        n.room === 0
          ? 'a tam nie ma już wolnych miejsc'
          : `a tam ${plural('pl', n.room, { one: 'jest', few: 'są', many: 'jest' })} ${places(n.room)}`;
      return `${names}${all}: prowadzić ${whom} ${may} tylko: ${experts}, ${left}.`;
    },
    smallest: 'To najmniejsza grupa, dla której brakuje osób.',
    some: 'To jedna z takich grup; na znalezienie najmniejszej zabrakło czasu.',
    more: (n: number) => `i jeszcze ${n}`,
    ways: '*Co można zrobić, od najprostszego:*',
    none: 'Sama zmiana limitów i warunków nie wystarczy. Potrzebny jest ktoś nowy: `/debiuty ekspert dodaj @osoba`.',
    one_more: (name: string, n: number) =>
      n === 1 ? `${name} bierze jedną organizację więcej` : `${name} bierze ${organisations(n)} więcej`,
    drop_region: (name: string) => `${name}: bez warunku własnego województwa`,
    drop_language: (name: string) => `${name}: bez warunku języka`,
    lift_decline: (expert: string, organisation: string) =>
      `${expert}: zapytać jeszcze raz o organizację ${organisation}, mimo wcześniejszej odmowy lub zmiany`,
    unpin: (name: string) => `${name}: zwolnić ustaloną parę`,
    review_tie: (expert: string, organisation: string) =>
      `${expert} i ${organisation}: sprawdzić, czy powiązanie jeszcze trwa`,
    take: 'Ustalone, przelicz',
    takeTitle: 'Czy to już ustalone?',
    takeText: 'Zapiszemy to (nowy limit, warunki, pary) i przeliczymy plan. Najpierw porozmawiaj z tymi osobami.',
    takeYes: 'Tak, ustalone',
    takeNo: 'Jeszcze nie',
    review: 'Sprawdź powiązanie',
    settled: (left: number) =>
      `:warning: Bez nikogo ${plural('pl', left, { one: 'zostaje', few: 'zostają', many: 'zostaje' })} ${organisations(left)}. Od ułożenia planu zapisano ustalenia: przelicz plan, aby je uwzględnić.`,
  },
  why: {
    title: 'Dlaczego ta osoba?',
    chosen: (expert: string, score: number, place: number, of: number) =>
      `*${expert}*, ${points(score)}; miejsce ${place}. z ${of} możliwych osób.`,
    nobody: 'W planie nie ma nikogo.',
    away: 'Ta organizacja nie czeka już na osobę prowadzącą.',
    part: (signed: string, words: string) => `${signed} ${words}`,
    higher: '*Wyżej na liście, a jednak nie:*',
    noneHigher: 'Nikt możliwy nie stoi wyżej.',
    over: (expert: string, score: number, reason: string) => `• *${expert}*, ${points(score)}: ${reason}`,
    reasons: {
      pinned: 'tę parę ustalił zespół',
      kept: 'aby zmienić jak najmniej wobec poprzedniego planu',
      full: (load: number, max: number) => `nie ma już wolnego miejsca (${load} z ${max})`,
      taken: (names: string) => `wolne miejsca bardziej przydają się gdzie indziej: ${names}`,
      takenBy: (name: string, fit: number) => `${name} (dopasowanie ${fit})`,
      load: (load: number, max: number) => `miałaby ich wtedy ${load} z ${max}; pracę dzielimy`,
      unproven: 'zabrakło czasu, aby to sprawdzić',
    },
    refused: (n: number) => `*Zasady nie pozwalają: ${people(n)}*`,
    rule: (expert: string, rules: string) => `• ${expert}: ${rules}`,
    pinnedElsewhere: (names: string) => `zespół ustalił: ${names}`,
    more: (n: number) => `i jeszcze ${n}`,
    change: 'Zmień osobę',
    pin: 'Ustal na stałe',
    unpin: 'Zwolnij',
    pair: 'Co wiemy o tej parze',
    needs: 'Warunki organizacji',
  },
  change: {
    title: 'Zmień osobę',
    intro: (organisation: string) =>
      `*${organisation}*. Wybrana osoba będzie ustalona na stałe, a reszta planu zmieni się tylko tyle, ile trzeba.`,
    expert: 'Kto ma poprowadzić?',
    placeholder: 'Zacznij pisać imię lub nazwisko',
    send: 'Zmień i przelicz',
    points: (n: number) => points(n),
    full: (n: number, load: number, max: number) => `${points(n)}, ale pełne obciążenie ${load} z ${max}`,
  },
  pair: {
    title: 'Co wiemy o parze',
    intro: (expert: string, organisation: string) => `*${expert}* i *${organisation}*`,
    tie: 'Czy coś ich łączy?',
    ties: {
      unknown: 'Nikt tego nie sprawdzał',
      tie: 'Sprawdzone: jest powiązanie',
      no_tie: 'Sprawdzone: nie ma powiązania',
    },
    declared: (category: string) => `:warning: Zgłoszone powiązanie: ${category}.`,
    reviewed: (by: string, moment: string) => `Ostatnie sprawdzenie: ${by}, ${moment}.`,
    category: 'Jeśli jest: jakie?',
    note: 'Skąd to wiemy?',
    organisationWish: 'Czego chce organizacja?',
    organisationWishes: { none: 'Nie wiemy', for: 'Prosi o tę osobę', against: 'Woli kogoś innego' },
    expertWish: 'Czego chce ta osoba?',
    expertWishes: { none: 'Nie wiemy', for: 'Chce pracować z tą organizacją', against: 'Woli inną organizację' },
    declined: 'Ta osoba już odmówiła tej organizacji albo przestała ją prowadzić na prośbę lub z powodu konfliktu',
    again: 'Ustaliliśmy z nią, że można zapytać jeszcze raz',
    secret: 'To zapisuje i widzi tylko zespół. Życzenia zmieniają punkty, ale nikogo nie wiążą.',
    send: 'Zapisz',
    saved: 'Zapisano. Przelicz plan, aby to uwzględnić.',
    changed:
      'Nic nie zapisano: ktoś zmienił te informacje, gdy formularz był otwarty. Otwórz go jeszcze raz i sprawdź, jak jest teraz.',
  },
  needs: {
    title: 'Warunki organizacji',
    intro: (organisation: string, voivodeship: string) => `*${organisation}*, województwo: ${voivodeship}`,
    language: 'W jakim języku potrzebuje pomocy?',
    conditions: 'Bez czego się nie obejdzie?',
    condition: { region: 'Ktoś, kto działa w jej województwie', language: 'Ktoś, kto zna ten język' },
    conditionsHint: 'Warunek wyklucza wszystkie inne osoby. Bez warunku liczą się punkty.',
    send: 'Zapisz',
  },
  loads: {
    title: 'Obciążenie',
    heading: (n: number) => `*Obciążenie: ${people(n)}, wszystkie edycje razem*`,
    legend: '█ teraz · ▓ z planu · ░ wolne',
    row: (bar: string, name: string, after: number, max: number, more: number) =>
      `\`${bar}\` *${name}*: ${after} z ${max}${more > 0 ? `, w tym ${more} z planu` : ''}`,
    none: 'Nie ma nikogo, kto mógłby prowadzić organizacje.',
    more: (n: number) => `i jeszcze ${people(n)}`,
    words: (after: number, room: number, full: number) =>
      `Z planem: ${organisations(after)} pod opieką, wolnych miejsc ${room}, pełne obciążenie ${plural('pl', full, { one: 'ma', few: 'mają', many: 'ma' })} ${people(full)}.`,
    send: 'Pokaż wykres',
    chart: 'Obciążenie ekspertów i ekspertek',
    unit: 'organizacje',
    now: 'teraz',
    planned: 'z planu',
    free: 'wolne',
    text: (cohort: string) => `Obciążenie w planie przydziałów: ${cohort}`,
  },
  apply: {
    title: 'Zatwierdź plan',
    intro: (n: number) =>
      `W planie ${plural('pl', n, { one: 'jest', few: 'są', many: 'jest' })} ${organisations(n)} do zaproponowania. Eksperci i ekspertki dostaną pytania, organizacje dowiedzą się dopiero po zgodzie.`,
    scope: 'Które organizacje?',
    scopes: { all: 'Wszystkie', chosen: 'Tylko wybrane poniżej' },
    which: 'Wybrane organizacje',
    placeholder: 'Zacznij pisać nazwę',
    send: 'Zatwierdź',
    nothing: 'Nie ma teraz nic do zaproponowania.',
    already: 'Zatwierdzenie tego planu już czeka. Można je cofnąć albo wykonać od razu.',
    done: (n: number) =>
      `Gotowe: wysłano ${plural('pl', n, { one: `${n} pytanie`, few: `${n} pytania`, many: `${n} pytań` })}.`,
    not: (organisation: string, expert: string, why: string) => `• ${organisation} (${expert}): ${why}`,
    notHeading: (n: number) => `Nie zaproponowano (${n}), bo coś się zmieniło:`,
    plan_changed: 'w planie jest już ktoś inny',
    what: (n: number, cohort: string) => `zatwierdzenie planu: ${organisations(n)} (${cohort})`,
    effect: 'Eksperci i ekspertki dostaną pytania, czy poprowadzą te organizacje.',
    takeBack: 'Wycofaj też pytania bez odpowiedzi',
    draft:
      'Pytanie, czy poprowadzisz organizację, było pomyłką. Przepraszamy za zamieszanie! Nie musisz na nie odpowiadać.',
    told: (by: string, n: number, cohort: string) =>
      `*${cohort}*: plan przydziałów zatwierdzony (${by}). Wysłano ${plural('pl', n, { one: `${n} pytanie`, few: `${n} pytania`, many: `${n} pytań` })} do ekspertów i ekspertek.`,
    show: 'Pokaż plan',
  },
  standby: {
    offer: (name: string) => `Zaproponuj: ${name} (w rezerwie)`,
    first: (name: string) => `*W rezerwie:* ${name}. Możesz zaproponować tę osobę od razu.`,
  },
  refusals: {
    not_allowed: 'To może zrobić tylko zespół programu.',
    no_mentor:
      'W tym programie organizacje nie mają jednej osoby prowadzącej: z ekspertami i ekspertkami umawiają się same, według dziedziny. Nie trzeba nikogo przydzielać.',
    changed_meanwhile: 'Ktoś w międzyczasie zmienił plan. Poniżej jest tak, jak jest teraz.',
    nobody_waits: 'Teraz nikt nie czeka na osobę prowadzącą.',
    out_of_time: 'Zabrakło czasu, zanim znalazł się jakikolwiek plan. Spróbuj z dłuższym czasem.',
    cancelled: 'Przerwano. Plan zostaje, jaki był; zapisane ustalenia zostają.',
    not_expert: 'Ta osoba nie jest już na liście ekspertów i ekspertek.',
    too_many: 'Limit nie może być wyższy niż 50 organizacji. Zmień go w profilu tej osoby.',
    tie_first: 'Najpierw sprawdź to powiązanie.',
    plan_over: 'Tego planu już nie ma. Sprawdź, jak jest teraz.',
    nothing_chosen: 'Nie ma nic do zrobienia: wybierz choć jedną organizację.',
  },
  errors: {
    choose_goal: 'Wybierz, na czym zależy.',
    choose_time: 'Wybierz czas z listy.',
    choose_expert: 'Wybierz osobę z listy.',
    choose_one: 'Wybierz jedną z odpowiedzi.',
    choose_category: 'Napisz, jakie to powiązanie.',
    choose_language: 'Wybierz język z listy.',
    choose_some: 'Wybierz choć jedną organizację.',
    language_first: 'Ten warunek ma sens tylko przy języku innym niż polski.',
    long: 'Skróć do 500 znaków.',
  } as Readonly<Record<string, string>>,
};
export type PlanTexts = typeof pl;

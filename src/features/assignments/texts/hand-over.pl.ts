import { plural } from '../../../core/text.ts';
import type { StopRefusal } from '../operations/stop.ts';
import type { HandOverMoment, HandOverReason } from '../rules/index.ts';

/** The words of a hand-over, in Polish. English mirrors the shape. */
export const pl = {
  help: '`/debiuty przekaż` – przekaż organizację innemu ekspertowi lub innej ekspertce',
  pick: {
    title: 'Przekazanie',
    label: 'Organizacja',
    hint: 'Na liście są organizacje, które ktoś teraz prowadzi.',
    placeholder: 'Zacznij pisać nazwę lub miejscowość',
    next: 'Dalej',
    led: (name: string) => `prowadzi: ${name}`,
  },
  button: 'Przekaż (zespół)',
  home: (n: number) =>
    `*Eksperci i ekspertki prowadzą teraz ${n} ${plural('pl', n, { one: 'organizację', few: 'organizacje', many: 'organizacji' })}*`,
  homeButton: 'Przekaż organizację',
  another: 'Przekaż innej osobie',
  form: {
    title: 'Przekazanie',
    intro: (organisation: string, former: string) => `*${organisation}*\nProwadzi teraz: *${former}*`,
    explain:
      'Organizacja dostanie jedną wiadomość i nie pozna powodu. Osoba, która ją prowadziła, straci dostęp do kanału, a swoje notatki zachowa. Przez kilka minut możesz to cofnąć.',
    reason: 'Powód (widzi go tylko zespół)',
    reasons: {
      illness: 'choroba',
      leave: 'urlop lub dłuższa nieobecność',
      conflict: 'konflikt albo powiązanie',
      request: 'prośba organizacji lub tej osoby',
      other: 'inny powód',
    } satisfies Record<HandOverReason, string>,
    moment: 'Do kiedy prowadzi dotychczasowa osoba?',
    moments: {
      accepted: 'aż ktoś inny się zgodzi',
      day: 'aż ktoś inny się zgodzi, ale najpóźniej do podanego dnia',
      now: 'już nie prowadzi: kończy od razu',
    } satisfies Record<HandOverMoment, string>,
    lastOn: 'Najpóźniej do dnia (włącznie)',
    successor: 'Kogo zapytać?',
    nobody: 'Jeszcze nikogo – szukamy dalej',
    nobodyWhy: 'Osobę zaproponujesz później; sprawa będzie czekać w zespole.',
    standby: 'osoba w rezerwie',
    fit: (score: number, load: number, max: number) => `dopasowanie ${score} na 100, obciążenie ${load} z ${max}`,
    note: 'Notatka dla następnej osoby',
    noteHint:
      'Co ustalono, co jest w toku, na co uważać. Napisz ją razem z dotychczasową osobą. Puste pole jest możliwe tylko przy chorobie.',
    send: 'Przekaż',
  },
  errors: {
    choose_reason: 'Wybierz powód.',
    choose_moment: 'Wybierz, do kiedy.',
    choose_successor: 'Wybierz osobę albo „Jeszcze nikogo”.',
    give_note: 'Napisz notatkę. Bez niej można przekazać organizację tylko przy chorobie.',
    give_day: 'Podaj dzień.',
    day_past: 'Ten dzień już minął. Podaj dzisiejszy lub późniejszy.',
    long: 'Skróć do 2000 znaków.',
  } as Readonly<Record<string, string>>,
  acts: {
    what: (organisation: string, former: string) => `przekazanie organizacji ${organisation} (dotąd: ${former})`,
    effect: {
      now: 'Dotychczasowa osoba przestanie ją prowadzić od razu, a organizacja dostanie o tym wiadomość.',
      later:
        'Dotychczasowa osoba dowie się, że szukamy następnej. Organizacja dostanie wiadomość, gdy ktoś się zgodzi.',
    },
    asks: (name: string) => `Zapytamy: ${name}.`,
    takeBack: 'Wstrzymaj też przekazanie',
    draftFormer: (organisation: string) =>
      `Informacja o przekazaniu organizacji ${organisation} była pomyłką. Przepraszamy za zamieszanie! Odezwiemy się, gdy ustalimy, co dalej.`,
  },
  done: 'Gotowe: organizacja jest przekazywana.',
  already: 'Dla tej organizacji coś już czeka na wykonanie. Najpierw wykonaj to albo cofnij.',
  situation: {
    until: (former: string, day: string) => `*Przekazanie w toku.* ${former} prowadzi najpóźniej do: ${day}`,
    untilYes: (former: string) => `*Przekazanie w toku.* ${former} prowadzi, aż ktoś inny się zgodzi.`,
    left: (former: string) => `*Przekazanie w toku.* Wcześniej prowadził(a): ${former}.`,
    stop: 'Wstrzymaj przekazanie',
    stopTitle: 'Wstrzymać przekazanie?',
    stopText: 'Wszystko zostanie jak było. Jeśli ktoś dostał propozycję, powiemy, że jest nieaktualna.',
    stopYes: 'Wstrzymaj',
    stopNo: 'Szukajmy dalej',
    stopped: 'Przekazanie wstrzymane. Dotychczasowa osoba prowadzi dalej i wie o tym.',
  },
  refusals: {
    not_allowed: 'To może zrobić tylko zespół programu.',
    changed_meanwhile: 'W międzyczasie coś się zmieniło. Sprawdź, jak jest teraz.',
    has_left: 'Dotychczasowa osoba już tej organizacji nie prowadzi. Zaproponuj kogoś.',
  } satisfies Record<StopRefusal, string>,
  handingOver: {
    text: (organisation: string) =>
      `Szukamy osoby, która przejmie od Ciebie organizację *${organisation}*. Dziękujemy za Twoją dotychczasową pracę!`,
    untilYes: 'Do czasu, aż ktoś się zgodzi, prowadzisz ją jak dotąd. Damy Ci znać.',
    until: (day: string) =>
      `Damy Ci znać, gdy ktoś się zgodzi. Do tego czasu prowadzisz ją jak dotąd, najpóźniej do: ${day}`,
  },
  left: (organisation: string) =>
    `Nie prowadzisz już organizacji *${organisation}*. Dziękujemy za wszystko, co dla niej zostało zrobione! Jej otwarte sprawy przechodzą na kogoś innego i nic więcej nie musisz robić. Twoje wcześniejsze notatki i karty pozostają Twoje.`,
  stays: (organisation: string) =>
    `Zmiana planów: organizację *${organisation}* prowadzisz dalej tak jak dotąd. Dziękujemy!`,
  parting: (former: string) =>
    `*${former}* nie będzie Was już prowadzić. Szukamy dla Was innej osoby i damy znać tutaj. Do tego czasu w każdej sprawie pomoże zespół programu: przycisk „Pomoc / napisz do zespołu” na karcie.`,
  change: (former: string, name: string) => `*Zmiana: od teraz prowadzi Was ${name}* (dotąd: ${former})`,
  changeText: (name: string) => `Od teraz prowadzi Was ${name}`,
  brief: {
    text: (organisation: string) => `Co warto wiedzieć o organizacji ${organisation}`,
    heading: (organisation: string, town: string, cohort: string) => `*${organisation}*, ${town} (${cohort})`,
    channel: (channelId: string) => `Kanał: <#${channelId}>`,
    subject: 'Temat',
    needs: 'Potrzebne dziedziny',
    people: 'Osoby z organizacji',
    former: 'Wcześniej prowadził(a)',
    span: (name: string, since: string, until: string) => `${name}, od ${since} do ${until}`,
    note: '*Notatka dla Ciebie*',
    noNote: '*Notatki nie ma.* W razie pytań napisz do zespołu.',
    history: '*Co się działo*',
    noHistory: 'W zapisach nie ma jeszcze konsultacji ani kart.',
    open: '*Co jest otwarte*',
    noOpen: 'Nic nie czeka na załatwienie.',
    due: (what: string, due: string) => `${what} (do: ${due})`,
    more: (n: number) => `i jeszcze ${n}`,
  },
};
export type HandOverTexts = typeof pl;

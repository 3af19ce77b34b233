import { plural } from '../../../core/text.ts';

const days = (n: number): string => `${n} ${plural('pl', n, { one: 'dzień', few: 'dni', many: 'dni' })}`;

/** Every word of the intake half, in Polish. English mirrors the shape. */
export const pl = {
  help: {
    apply: '`/debiuty zgłoś` – zgłoś organizację do programu albo dokończ szkic',
    mine: '`/debiuty moje` – Twoje zgłoszenia i potwierdzenia',
    behalf: '`/debiuty zgłoś w imieniu` – wpisz zgłoszenie, które przyszło mailem, telefonicznie lub na papierze',
  },
  card: { apply: 'Zgłoś organizację', ours: 'Nasze zgłoszenie' },
  choose: {
    title: 'Zgłoś organizację',
    intro: 'Trwa więcej niż jeden nabór. Do którego zgłaszasz organizację?',
    pick: 'Wybieram',
    closes: (moment: string) => `Zgłoszenia do: ${moment}`,
  },
  noCall: {
    none: 'Teraz nie trwa żaden nabór.',
    last: (cohort: string, moment: string) => `Ostatni (${cohort}) zakończył się: ${moment}.`,
    next: (cohort: string, moment: string) => `Następny (${cohort}) zacznie się: ${moment}.`,
  },
  form: {
    stepOf: (step: number, all: number) => `Krok ${step} z ${all}`,
    closes: (moment: string) => `Zgłoszenia przyjmujemy do: *${moment}*`,
    resumed: 'Wznowiliśmy Twój szkic. Możesz pisać dalej.',
    behalf: (moment: string) => `Zgłoszenie w imieniu organizacji, które wpłynęło: *${moment}*`,
    next: 'Dalej',
    toCheck: 'Sprawdź i wyślij',
    back: 'Wróć do poprzedniego kroku',
    choose: 'Wybierz',
    yes: 'tak',
    no: 'nie',
    nobody: 'Tej osoby nie możemy wpisać: to konto bota albo wyłączone konto.',
    secondIsYou: 'To Ty. Wskaż inną osobę albo zostaw to pole puste.',
    another: (number: number) =>
      `Masz już wysłane zgłoszenie nr ${number} w tym naborze; znajdziesz je po wpisaniu \`/debiuty moje\`. Tutaj możesz zgłosić inną organizację.`,
    shared:
      'W tym szkicu pisał też ktoś inny z Twojej organizacji. Zapisaliśmy ostatnią wersję każdego kroku; sprawdź, czy wszystko się zgadza.',
  },
  check: {
    title: 'Sprawdź zgłoszenie',
    intro: (cohort: string) => `To jest Twoje zgłoszenie do: *${cohort}*. Jeśli wszystko się zgadza, wyślij je.`,
    introPlain: 'Dopóki go nie wyślesz, jest szkicem i nie liczy się w naborze.',
    edit: (step: string) => `Popraw: ${step}`,
    send: 'Wyślij zgłoszenie',
    empty: '–',
  },
  sent: {
    title: 'Zgłoszenie wysłane',
    done: (number: number, stamp: string) =>
      `*Dziękujemy! Zgłoszenie nr ${number} wpłynęło ${stamp}.*\nPotwierdzenie z kopią odpowiedzi wysłaliśmy Ci w wiadomości. Do końca naboru możesz je jeszcze zmienić lub wycofać.`,
    doneBehalf: (number: number, stamp: string) => `*Zgłoszenie nr ${number} zapisane. Moment wpływu: ${stamp}.*`,
    waits: (number: number) =>
      `*Zgłoszenie nr ${number} zapisane i czeka na potwierdzenie.* Wpisano je po zamknięciu naboru, więc musi je potwierdzić druga osoba z zespołu. Prośbę wysłaliśmy na kanał zespołu.`,
    missedTitle: 'Nabór zamknięty',
    missed: (received: string, closed: string) =>
      `Zgłoszenie dotarło do nas *${received}*, a nabór zamknął się: *${closed}*. Dlatego nie możemy go przyjąć.\nNic nie przepadło: Twoje odpowiedzi są zapisane jako szkic. Jeśli coś Ci przeszkodziło, napisz do zespołu programu.`,
  },
  matters: {
    send: (name: string) => `Dokończ i wyślij zgłoszenie: ${name}`,
    sendWhy: (cohort: string) => `${cohort}. Szkic nie liczy się w naborze, dopóki go nie wyślesz.`,
  },
  mine: {
    heading: 'Twoje zgłoszenia',
    none: 'Nie masz jeszcze żadnego zgłoszenia.',
    row: (name: string, cohort: string) => `*${name}* – ${cohort}`,
    noName: 'Bez nazwy',
    draft: (moment: string) => `szkic, niewysłany. Nabór trwa do: ${moment}`,
    draftClosed: 'szkic, niewysłany. Nabór jest już zamknięty',
    sent: (number: number, stamp: string) => `zgłoszenie nr ${number}, wpłynęło ${stamp}`,
    resume: 'Dokończ',
    answers: 'Pokaż odpowiedzi',
    pullBack: 'Zmień',
    pullBackTitle: 'Zmienić zgłoszenie?',
    pullBackText:
      'Zgłoszenie stanie się szkicem. Żeby liczyło się w naborze, trzeba je wysłać jeszcze raz przed końcem naboru.',
    pullBackYes: 'Zmień',
    withdraw: 'Wycofaj',
    cancel: 'Anuluj',
    answersTitle: 'Zgłoszenie',
    proof: (number: number, stamp: string) => `Zgłoszenie nr ${number}, wpłynęło ${stamp}`,
    withdrawForThem: 'Wycofaj w imieniu organizacji',
  },
  states: {
    waiting: 'czeka na wynik',
    awaiting_confirmation: 'czeka na potwierdzenie zespołu',
    admitted: 'zakwalifikowane',
    reserve: 'na liście rezerwowej',
    refused: 'nieprzyjęte',
    formally_rejected: 'odrzucone w ocenie formalnej',
    withdrawn: 'wycofane',
  },
  withdraw: {
    title: 'Wycofaj zgłoszenie',
    intro: (name: string) => `Wycofujesz zgłoszenie: *${name}*. Tego nie da się cofnąć.`,
    reason: 'Powód',
    reasonHint: 'Nie musisz go podawać. Pomoże nam lepiej przygotować następny nabór.',
    submit: 'Wycofaj zgłoszenie',
    keep: 'Zostaw',
    done: (name: string) => `Zgłoszenie „${name}” jest wycofane. Dziękujemy, że daliście znać.`,
  },
  behalf: {
    title: 'W imieniu organizacji',
    intro: 'Wpisz, kiedy i jak zgłoszenie do nas dotarło. O tym, czy jest na czas, decyduje moment wpływu.',
    call: 'Nabór',
    day: 'Wpłynęło dnia',
    time: 'o godzinie',
    way: 'Jak wpłynęło',
    ways: { mail: 'mailem', phone: 'telefonicznie', paper: 'na papierze' } as Readonly<Record<string, string>>,
    evidence: 'Dowód wpływu',
    evidenceHint: 'Na przykład: mail z 5 maja od pani Haliny, pieczęć wpływu nr 12.',
    lateReason: 'Dlaczego wpisujemy je po zamknięciu naboru',
    lateReasonHint: 'Tylko jeśli nabór jest już zamknięty. Wpis potwierdzi wtedy druga osoba z zespołu.',
    next: 'Dalej',
    drafts: 'Zaczęte i niedokończone wpisy:',
    button: 'Wpisz w imieniu organizacji',
    home: 'Zgłoszenie, które przyszło mailem, telefonicznie lub na papierze, wpisz w imieniu organizacji.',
    confirmed: (number: number) => `Zgłoszenie nr ${number} jest potwierdzone i liczy się w naborze.`,
    declined: (number: number) => `Zgłoszenie nr ${number} wróciło do szkicu.`,
  },
  notices: {
    submitted: (number: number, name: string) => `Nowe zgłoszenie nr ${number}: ${name}`,
    again: (number: number, name: string) => `Zmienione zgłoszenie nr ${number}: ${name}`,
    received: (stamp: string) => `Wpłynęło ${stamp}`,
    entered: (stamp: string, way: string, evidence: string) => `Wpisano ${stamp}; wpłynęło ${way}: ${evidence}`,
    place: (town: string, region: string) => `${town}, ${region}`,
    known: 'Ta organizacja jest nam znana:',
    knownLine: (cohort: string, number: string) => `• ${cohort}, zgłoszenie ${number}`,
    sister: 'Uwaga: zgłosiła się też do innego programu.',
    open: 'Zgłoszenia',
    awaiting: (number: number, name: string) =>
      `Zgłoszenie nr ${number} (${name}) wpisano po zamknięciu naboru i czeka na drugą osobę z zespołu`,
    reason: (text: string) => `Powód: ${text}`,
    confirm: 'Potwierdzam wpływ',
    decline: 'Nie potwierdzam',
    withdrawn: (number: number, name: string) => `Zgłoszenie nr ${number} wycofane: ${name}`,
    proof: (number: number) => `Potwierdzenie: zgłoszenie nr ${number}`,
    proofIntro: (name: string, cohort: string, stamp: string) =>
      `Zgłoszenie organizacji *${name}* do *${cohort}* otrzymaliśmy *${stamp}* (czas warszawski).`,
    proofNext: (moment: string) => `Do *${moment}* możesz je zmienić lub wycofać. Potem damy Ci znać o wyniku.`,
    copy: 'Kopia odpowiedzi:',
    more: 'Reszta odpowiedzi jest pod przyciskiem „Pokaż odpowiedzi”.',
    representatives: {
      others:
        ':warning: Organizacja ma już inne osoby, które ją reprezentują. Osoba zgłaszająca dołączy do nich dopiero po zakwalifikowaniu: sprawdźcie, czy może działać w imieniu organizacji.',
      full: ':warning: Nie wszystkie osoby ze zgłoszenia mieszczą się w limicie osób reprezentujących organizację.',
    } as Readonly<Record<string, string>>,
    pulledBack: (number: number, name: string) =>
      `Zgłoszenie nr ${number} (${name}) cofnięto do poprawy. Liczy się dopiero po ponownym wysłaniu.`,
    late: (name: string, person: string, received: string, closed: string) =>
      `Zgłoszenie po terminie: ${name}. Osoba zgłaszająca: ${person}. Wpłynęło ${received}, a nabór zamknął się: ${closed}. Jest szkicem i nie liczy się w naborze.`,
    attempt: {
      already_applied: (person: string, name: string, moment: string) =>
        `${person} próbuje zgłosić organizację ${name} (${moment}), ale ta organizacja jest już zgłoszona w tym naborze.`,
      identifiers_disagree: (person: string, name: string, moment: string) =>
        `${person} próbuje zgłosić organizację ${name} (${moment}), ale numery NIP, REGON i rejestru wskazują na różne organizacje. Pomóżcie to wyjaśnić.`,
    },
    answered: {
      confirm: (by: string, number: number, name: string) =>
        `Zgłoszenie nr ${number} (${name}), wpisane po terminie, jest potwierdzone i liczy się w naborze. Druga osoba: ${by}.`,
      decline: (by: string, number: number, name: string) =>
        `Zgłoszenie nr ${number} (${name}), wpisane po terminie, nie zostało potwierdzone i wróciło do szkicu. Druga osoba: ${by}.`,
    },
    edited: (by: string, name: string) => `${by} pisze dalej w szkicu zgłoszenia (${name}), nad którym i Ty pracujesz.`,
  },
  home: {
    heading: 'Twoje zgłoszenia',
    draftLeft: (n: number) => (n === 0 ? 'nabór kończy się dziś' : `do końca naboru: ${days(n)}`),
  },
  errors: {
    required: 'To pole jest potrzebne.',
    choose_one: 'Wybierz co najmniej jedną odpowiedź.',
    too_long: (n: string) => `Za długo: najwyżej ${n} znaków.`,
    too_short: (n: string) => `Trochę za krótko: co najmniej ${n} znaków.`,
    not_a_sum: 'Wpisz kwotę w złotych, na przykład 6 000 albo 5 400,50.',
    sum_too_small: (sum: string) => `Kwota musi wynosić co najmniej ${sum}.`,
    sum_too_large: (sum: string) => `Najwyższa możliwa kwota to ${sum}.`,
    not_a_number: 'Wpisz liczbę cyframi.',
    number_too_small: (n: string) => `Co najmniej ${n}.`,
    number_too_large: (n: string) => `Najwyżej ${n}.`,
    not_an_email: 'Sprawdź adres e-mail: powinien wyglądać jak imie@organizacja.pl.',
    not_a_phone: 'Wpisz numer telefonu cyframi, na przykład 600 100 200.',
    not_a_date: 'Wybierz datę z kalendarza.',
    nip: 'Ten NIP się nie zgadza: powinien mieć 10 cyfr i poprawną cyfrę kontrolną. Sprawdź, czy nie ma literówki.',
    regon: 'Ten REGON się nie zgadza: powinien mieć 9 albo 14 cyfr i poprawną cyfrę kontrolną.',
    krs: 'Numer KRS ma 10 cyfr, na przykład 0000012345.',
    register: 'Wpisz numer tak, jak stoi w rejestrze.',
    padded: (number: string) => `Czy chodzi o ${number}? Jeśli tak, wpisz go w całości, z zerami na początku.`,
    register_name_needed: 'Podaj nazwę rejestru, bo numery powtarzają się w różnych ewidencjach.',
  },
  refusals: {
    not_allowed: 'Tego zgłoszenia nie możesz otworzyć. Jeśli to pomyłka, napisz do zespołu programu.',
    staff_only: 'To może zrobić tylko zespół programu.',
    not_open: 'Ten nabór jeszcze się nie zaczął albo już się skończył.',
    not_a_draft: 'To zgłoszenie jest już wysłane. Znajdziesz je po wpisaniu `/debiuty moje`.',
    incomplete: 'Brakuje jeszcze odpowiedzi na potrzebne pytania. Wróć do kroków i uzupełnij je.',
    already_applied:
      'Ta organizacja jest już zgłoszona w tym naborze przez inną osobę. Każda organizacja może mieć jedno zgłoszenie. Porozmawiaj z osobami ze swojej organizacji albo napisz do zespołu programu.',
    identifiers_disagree:
      'Numery NIP, REGON i numer w rejestrze nie należą do tej samej organizacji. Sprawdź je, a jeśli są poprawne, napisz do zespołu programu.',
    changed_meanwhile:
      'Ktoś zmienił to zgłoszenie, odkąd masz je otwarte. Poniżej jest obecna wersja: sprawdź ją i wyślij jeszcze raz.',
    already_released: 'Wyniki tego naboru są już ogłoszone.',
    previous_participant: 'W tym naborze nie mogą brać udziału organizacje z wcześniejszych edycji programu.',
    not_in_earlier_stage: 'Do tego etapu zgłaszają się tylko organizacje zakwalifikowane w poprzednim.',
    draft_closed:
      'Nabór jest zamknięty, więc tego szkicu nie można teraz wysłać. Jeśli coś Ci przeszkodziło, napisz do zespołu programu.',
    future_receipt: 'Moment wpływu nie może być w przyszłości.',
    late_reason_needed: 'Nabór jest już zamknięty. Podaj, dlaczego zgłoszenie wpisujemy dopiero teraz.',
    late: 'Moment wpływu jest po zamknięciu naboru, więc zgłoszenie nie może się liczyć. Zostaje jako szkic.',
    not_now: 'W tym stanie zgłoszenia nie da się już tego zrobić.',
    closed: 'Nabór jest już zamknięty, więc zgłoszenia nie można zmienić. Nadal możesz je wycofać.',
    same_person: 'Potwierdzić musi druga osoba z zespołu: nie ta, która wpisała zgłoszenie.',
  },
};
export type IntakeTexts = typeof pl;

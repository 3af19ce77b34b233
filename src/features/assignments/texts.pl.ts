import { plural } from '../../core/text.ts';
import type { AssignmentState, DeclineCategory, LateRefusal, Wish } from './rules/index.ts';

const organisations = (n: number): string =>
  `${n} ${plural('pl', n, { one: 'organizacja', few: 'organizacje', many: 'organizacji' })}`;

/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  help: {
    assign: '`/debiuty przydziel` – przydziel organizacji eksperta lub ekspertkę',
  },
  pick: {
    title: 'Przydział',
    label: 'Organizacja',
    hint: 'Na liście są organizacje, które nie mają jeszcze eksperta lub ekspertki.',
    placeholder: 'Zacznij pisać nazwę lub miejscowość',
    next: 'Dalej',
    asked: (name: string) => `czeka na odpowiedź: ${name}`,
    open: 'Nikogo nie zapytano',
    waits: (until: string) => `czeka do godz. ${until}, można jeszcze cofnąć`,
  },
  place: {
    title: 'Ekspert lub ekspertka',
    facts: (town: string, voivodeship: string, cohort: string) => `${town}, ${voivodeship} · ${cohort}`,
    subject: (subject: string) => `*Temat:* ${subject}`,
    needs: (needs: string) => `*Potrzebne dziedziny:* ${needs}`,
    noNeeds: 'W zgłoszeniu nie wskazano, w czym pomóc.',
    active: (name: string, since: string) => `*Prowadzi:* ${name}, od ${since}`,
    proposed: (name: string, by: string, moment: string) =>
      `*Czeka na odpowiedź:* ${name}\nZapytanie od: ${by}, ${moment}. Organizacja jeszcze o tym nie wie.`,
    withdraw: 'Wycofaj propozycję',
    withdrawTitle: 'Wycofać propozycję?',
    withdrawText: 'Powiemy tej osobie, że propozycja jest nieaktualna. Potem możesz zaproponować kogoś innego.',
    withdrawYes: 'Wycofaj',
    withdrawNo: 'Zostaw',
  },
  ranking: {
    heading: (n: number) =>
      n === 0
        ? '*Nikogo nie można teraz zaproponować.* Poniżej widać dlaczego.'
        : `*Kogo zaproponować? ${n} ${plural('pl', n, { one: 'osoba', few: 'osoby', many: 'osób' })}, od najlepiej dopasowanych*`,
    empty:
      'Na liście ekspertów i ekspertek nie ma jeszcze nikogo. Dodaj pierwszą osobę: `/debiuty ekspert dodaj @osoba`.',
    row: (place: number, name: string, score: number) => `*${place}. ${name}* – dopasowanie ${score} na 100`,
    fields: (names: string, matched: number, asked: number) => `wspólne dziedziny: ${names} (${matched} z ${asked})`,
    noFields: (asked: number) => `żadna z potrzebnych dziedzin (0 z ${asked})`,
    region: (name: string) => `działa w województwie: ${name}`,
    wholeCountry: 'działa w całym kraju',
    otherRegion: 'działa w innych województwach',
    language: 'zna język, w którym organizacja potrzebuje pomocy',
    otherLanguage: 'nie zna języka, w którym organizacja potrzebuje pomocy',
    organisationWish: (wish: Wish): string =>
      wish === 'for' ? 'organizacja o tę osobę prosi' : 'organizacja woli kogoś innego',
    expertWish: (wish: Wish): string =>
      wish === 'for' ? 'ta osoba chce pracować z tą organizacją' : 'ta osoba woli inną organizację',
    load: (load: number, max: number) => `obciążenie ${load} z ${max}`,
    away: (until: string) => `teraz nieobecność do ${until}`,
    experience: (n: number) => `w tym programie: ${organisations(n)}`,
    propose: 'Zaproponuj',
    proposeTitle: (name: string) => `Zaproponować: ${name}?`,
    proposeText:
      'Ta osoba dostanie nazwę organizacji, miejscowość i temat. Organizacja dowie się dopiero, gdy ta osoba się zgodzi.',
    proposeYes: 'Zaproponuj',
    proposeNo: 'Jeszcze nie',
    excluded: (n: number) => `*Poza listą: ${n} ${plural('pl', n, { one: 'osoba', few: 'osoby', many: 'osób' })}*`,
    excludedRow: (name: string, why: string) => `*${name}* – ${why}`,
    override: 'Mimo limitu',
    previous: 'Poprzednie',
    next: 'Następne',
    page: (page: number, of: number) => `Strona ${page} z ${of}`,
  },
  exclusions: {
    inactive: 'nieaktywne konto',
    not_in_cohort: 'nie działa w tej edycji',
    tie: (category: string) => `zadeklarowane powiązanie: ${category}`,
    away: (until: string) => `nieobecność do ${until}`,
    declined: 'wcześniejsza odmowa wobec tej organizacji albo zmiana osoby na prośbę lub z powodu konfliktu',
    region: 'działa w innych województwach, a organizacja potrzebuje kogoś ze swojego',
    language: 'nie zna języka, w którym organizacja potrzebuje pomocy',
    full: (load: number, max: number) => `pełne obciążenie ${load} z ${max}`,
  },
  override: {
    title: 'Mimo limitu',
    intro: (name: string, load: number, max: number) =>
      `*${name}* ma pełne obciążenie: ${load} z ${max}. Możesz zaproponować tę osobę mimo to. Podaj powód: zostanie w zapisach.`,
    reason: 'Powód',
    send: 'Zaproponuj',
  },
  result: {
    proposed: 'Gotowe: propozycja wysłana. Powiem zespołowi, gdy ta osoba odpowie.',
    withdrawn: (name: string) => `Propozycja wycofana: ${name}. Możesz zaproponować kogoś innego.`,
    changed: '*W międzyczasie coś się zmieniło.* Tak jest teraz:',
    already: '*Dla tej organizacji coś już czeka na wykonanie.* Najpierw wykonaj to albo cofnij.',
  },
  proposal: {
    text: (organisation: string) => `Czy poprowadzisz organizację ${organisation}?`,
    intro: 'Zespół programu pyta, czy poprowadzisz tę organizację:',
    organisation: 'Organizacja',
    town: 'Miejscowość',
    subject: 'Temat',
    cohort: 'Edycja',
    noSubject: 'nie podano',
    until: (moment: string) =>
      `Odpowiedz, proszę, do: ${moment}. Organizacja dowie się o Tobie dopiero, gdy się zgodzisz. Przyjmując, potwierdzasz, że nie łączą Cię z nią więzi rodzinne, zawodowe, finansowe ani polityczne.`,
    accept: 'Przyjmuję',
    decline: 'Nie mogę',
    over: {
      active: 'Przyjęta: prowadzisz tę organizację. Dziękujemy!',
      declined: 'Odpowiedź: nie mogę. Dziękujemy, poszukamy kogoś innego.',
      withdrawn: 'To pytanie jest już nieaktualne.',
      ended: 'Przyjęta; współpraca jest już zakończona.',
      replaced: 'Przyjęta; teraz tę organizację prowadzi ktoś inny.',
    } satisfies Record<Exclude<AssignmentState, 'proposed'>, string>,
  },
  answer: {
    accepted: (organisation: string) => `Dziękujemy! Od teraz prowadzisz organizację *${organisation}*.`,
    channel: (channelId: string) => `Jej kanał: <#${channelId}>. Zaraz Cię tam dodamy.`,
    noChannel: 'Jej kanał właśnie powstaje. Dodamy Cię do niego.',
    declined: (organisation: string) =>
      `Dziękujemy za odpowiedź. Poszukamy kogoś innego dla organizacji *${organisation}*. Nie dowie się o tym pytaniu.`,
  },
  decline: {
    title: 'Nie mogę',
    intro: (organisation: string) => `Organizacja: *${organisation}*. Powód zobaczy tylko zespół programu.`,
    category: 'Dlaczego?',
    categories: {
      no_time: 'Nie mam teraz czasu',
      tie: 'Coś mnie łączy z tą organizacją',
      topic: 'To nie mój temat',
      distance: 'Za daleko',
      other: 'Inny powód',
    } satisfies Record<DeclineCategory, string>,
    tie: 'Jeśli coś Was łączy: co?',
    tieHint: 'Zapiszemy to powiązanie, aby nie pytać Cię więcej o tę organizację.',
    note: 'Chcesz coś dodać?',
    noteHint: 'Przy „Inny powód” napisz, proszę, jedno zdanie.',
    send: 'Wyślij odpowiedź',
  },
  withdrawn: {
    text: (organisation: string) =>
      `Propozycja poprowadzenia organizacji *${organisation}* jest już nieaktualna. Nic nie musisz robić, dziękujemy!`,
  },
  introduced: {
    text: (name: string) => `Poznajcie osobę, która Was poprowadzi: ${name}`,
    intro: (name: string) => `*Poznajcie osobę, która Was poprowadzi: ${name}*`,
    fields: 'Pomaga w',
    regions: 'Gdzie działa',
    next: (mention: string) => `Napiszcie na tym kanale: ${mention}. Umówcie pierwszą rozmowę.`,
  },
  acts: {
    propose: (expert: string, organisation: string) => `propozycja dla: ${expert} (organizacja ${organisation})`,
    proposeEffect: 'Ta osoba dostanie pytanie, czy poprowadzi organizację.',
    withdraw: (expert: string, organisation: string) =>
      `wycofanie propozycji dla: ${expert} (organizacja ${organisation})`,
    withdrawEffect: 'Ta osoba dostanie wiadomość, że propozycja jest nieaktualna.',
    takeBack: 'Wycofaj też propozycję',
    draftProposed: (organisation: string) =>
      `Pytanie, czy poprowadzisz organizację ${organisation}, było pomyłką. Przepraszamy za zamieszanie! Nie musisz na nie odpowiadać.`,
    draftActive: (expert: string, organisation: string) =>
      `Informacja, że organizację ${organisation} poprowadzi ${expert}, jest pomyłką. Przepraszamy za zamieszanie! Odezwiemy się, gdy ustalimy, co dalej.`,
    draftWithdrawn: (organisation: string) =>
      `Wiadomość, że propozycja poprowadzenia organizacji ${organisation} jest nieaktualna, była pomyłką. Przepraszamy za zamieszanie! Wkrótce zapytamy Cię jeszcze raz.`,
  },
  matters: {
    answer: (organisation: string, town: string) => `Odpowiedz, czy poprowadzisz organizację ${organisation} (${town})`,
    answerWhy: (cohort: string) => `Pyta o to zespół edycji ${cohort}.`,
    findMany: (n: number) =>
      `Znajdź ekspertów lub ekspertki: ${plural('pl', n, { one: 'czeka', few: 'czekają', many: 'czeka' })} ${organisations(n)}`,
    find: (organisation: string) => `Znajdź eksperta lub ekspertkę dla organizacji ${organisation}`,
  },
  staff: {
    accepted: (expert: string, organisation: string, cohort: string) =>
      `*${expert}* przyjmuje organizację *${organisation}* (${cohort}).`,
    declined: (expert: string, organisation: string, cohort: string, why: string) =>
      `*${expert}* nie może poprowadzić organizacji *${organisation}* (${cohort}).\nPowód: ${why}`,
    another: 'Zaproponuj kogoś innego',
    waiting: (n: number, cohort: string) =>
      `*${cohort}*: na eksperta lub ekspertkę ${plural('pl', n, { one: 'czeka', few: 'czekają', many: 'czeka' })} ${organisations(n)}.`,
    assign: 'Przydziel',
  },
  card: {
    label: 'Ekspert lub ekspertka',
    searching: 'jeszcze dobieramy',
    active: (name: string, since: string) => `${name}, od ${since}`,
    nextSearching: 'Dobieramy dla Was eksperta lub ekspertkę. Damy znać tutaj; teraz nic nie musicie robić.',
    nextVisit: (name: string) => `Umówcie pierwszą wizytę. Przyjedzie do Was: ${name}.`,
    nextTalk: (name: string) => `Umówcie pierwszą rozmowę. Pomoże Wam: ${name}.`,
    role: (fields: string) =>
      fields === '' ? 'prowadzi Was w programie' : `prowadzi Was w programie, dziedziny: ${fields}`,
    assign: 'Przydziel (zespół)',
  },
  home: {
    mine: '*Moje organizacje*',
    active: (organisation: string, town: string, cohort: string) => `*${organisation}*, ${town} (${cohort})`,
    more: (n: number) => `i jeszcze ${n}`,
    noChannel: 'kanał w przygotowaniu',
  },
  refusals: {
    not_allowed: 'To może zrobić tylko zespół programu.',
    not_yours: 'To pytanie było do kogoś innego.',
    no_mentor:
      'W tym programie organizacje nie mają jednej osoby prowadzącej: z ekspertami i ekspertkami umawiają się same, według dziedziny. Nie trzeba nikogo przydzielać.',
    not_open: 'Ta organizacja nie jest już w programie.',
    changed_meanwhile: 'W międzyczasie coś się zmieniło. Sprawdź, jak jest teraz.',
    not_expert: 'Ta osoba nie jest już na liście ekspertów i ekspertek.',
    inactive: 'Konto tej osoby jest nieaktywne. Wybierz kogoś innego.',
    not_in_cohort: 'Ta osoba nie działa w tej edycji. Wybierz kogoś innego.',
    tie: 'Zgłoszono powiązanie z tą organizacją, więc nie można jej poprowadzić.',
    away: 'Tej osoby długo nie będzie. Wybierz kogoś innego.',
    declined:
      'Ta osoba już raz odmówiła tej organizacji albo przestała ją prowadzić na prośbę lub z powodu konfliktu. Wybierz kogoś innego.',
    region: 'Organizacja potrzebuje kogoś ze swojego województwa. Wybierz kogoś innego.',
    language: 'Ta osoba nie zna języka, w którym organizacja potrzebuje pomocy. Wybierz kogoś innego.',
    full: 'Limit organizacji jest już wyczerpany. Zespół może go podnieść albo zaproponować mimo limitu, z powodem.',
    is_proposed: 'Ta propozycja nadal czeka na odpowiedź.',
    is_active: 'Ta organizacja jest już przyjęta. Jeśli coś się zmieniło, napisz do zespołu programu.',
    is_declined:
      'Ta propozycja jest już zamknięta: odpowiedź brzmiała „nie mogę”. Jeśli to pomyłka, napisz do zespołu programu.',
    is_withdrawn: 'Zespół wycofał tę propozycję. Nic nie musisz robić.',
    is_ended: 'Ta współpraca jest już zakończona.',
    is_replaced: 'Nie prowadzisz już tej organizacji. Nic nie musisz robić.',
    former: 'Ta osoba właśnie przekazuje tę organizację. Wybierz kogoś innego.',
  } satisfies Record<LateRefusal | 'not_allowed', string> & Readonly<Record<string, string>>,
  errors: {
    choose_organisation: 'Wybierz organizację z listy.',
    choose_category: 'Wybierz powód.',
    give_reason: 'Podaj powód.',
    explain: 'Napisz, proszę, choć jedno zdanie.',
    long: 'Skróć do 1000 znaków.',
  } as Readonly<Record<string, string>>,
};
export type AssignmentsTexts = typeof pl;

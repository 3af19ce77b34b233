import { plural } from '../../core/text.ts';
import type { ParticipationState } from './rules/index.ts';

/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  help: {
    card: '`/debiuty karta` – karta organizacji w jej kanale: pokaż, gdzie jest, i odśwież',
  },
  states: {
    invited: 'zaproszona',
    confirmed: 'potwierdzona',
    active: 'w programie',
    action_done: 'działanie zrealizowane',
    closed: 'zakończona',
    declined: 'nie przyjęła miejsca',
    lapsed: 'miejsce przepadło',
    resigned: 'zrezygnowała',
    removed: 'wykluczona',
  } satisfies Record<ParticipationState, string>,
  purpose: (organisation: string, cohort: string) =>
    `Rozmowa z organizacją ${organisation} (${cohort}). Tu jest przypięta karta z tym, co teraz i co dalej.`,
  card: {
    text: (organisation: string, cohort: string) => `${organisation} – ${cohort}: karta organizacji`,
    state: (cohort: string, state: string) => `*${cohort}*\nStan: *${state}*`,
    next: 'Co teraz',
    until: (moment: string) => `do: ${moment}`,
    preparing: 'Przygotowujemy program dla Was. Gdy coś będzie do zrobienia, zobaczycie to tutaj.',
    over: 'Nic już nie trzeba robić.',
    subject: 'Pomysł',
    grant: 'Grant',
    upTo: (sum: string) => `do ${sum}`,
    voucher: 'Bon szkoleniowy',
    since: 'W programie od',
    people: 'Ludzie',
    more: (n: number) => `i jeszcze ${n} ${plural('pl', n, { one: 'osoba', few: 'osoby', many: 'osób' })}`,
    live: 'Ta karta zmienia się sama, gdy coś się wydarzy.',
    who: 'Kto jest kim',
    ask: 'Pomoc / napisz do zespołu',
  },
  roles: {
    representative: 'reprezentuje organizację',
    contact: 'osoba do kontaktu',
    staff: 'zespół programu',
    staffLong: 'zespół programu: pytania o terminy, dokumenty i pieniądze',
    outside: 'bez konta w Slacku',
    inactive: 'konto w Slacku jest wyłączone',
    bot: 'bot programu: pilnuje terminów, pokazuje kartę i przekazuje wiadomości',
  },
  who: {
    title: 'Kto jest kim',
    intro: (organisation: string, cohort: string) => `W kanale organizacji *${organisation}* (${cohort}) są:`,
  },
  ask: {
    title: 'Napisz do zespołu',
    intro:
      'Wiadomość zobaczy tylko zespół programu. Nie trafi na kanał, nie zobaczą jej inne organizacje ani ekspert lub ekspertka.',
    topic: 'W jakiej sprawie?',
    topics: {
      question: 'Mam pytanie lub potrzebuję pomocy',
      expert: 'Sprawa eksperta lub ekspertki (na przykład prośba o inną osobę)',
      complaint: 'Chcę zgłosić skargę',
      data: 'Zmiana osób lub danych organizacji',
    },
    text: 'Napisz, w czym pomóc',
    send: 'Wyślij',
    sent: 'Wysłane. Zespół programu ma Twoją wiadomość i odezwie się do Ciebie. Nikt inny jej nie widzi.',
    empty: 'Napisz choć jedno zdanie.',
    choose: 'Wybierz, czego dotyczy wiadomość.',
  },
  asked: {
    text: (organisation: string) => `Wiadomość do zespołu: ${organisation}`,
    heading: (person: string, organisation: string, cohort: string) =>
      `*${person}* pisze do zespołu\nOrganizacja: *${organisation}* (${cohort})`,
    private: 'Wiadomość widzi tylko zespół. Odpowiedz tej osobie prywatnie.',
    channel: (channelId: string) => `Kanał organizacji: <#${channelId}>`,
  },
  report: {
    text: (organisation: string) => `Kanał organizacji ${organisation}: potrzebna pomoc zespołu`,
    fine: (organisation: string, channelId: string) =>
      `Kanał organizacji *${organisation}* jest gotowy: <#${channelId}>`,
    stuck: (organisation: string) => `*Nie udało się utworzyć kanału organizacji ${organisation}.*`,
    partly: (organisation: string, channelId: string) =>
      `*Kanał organizacji ${organisation} wymaga uwagi:* <#${channelId}>`,
    outside: (names: string) =>
      `Nie mają konta w Slacku, więc ich tu nie ma: ${names}. Działaj w ich imieniu albo zaproś ich do Slacka.`,
    person: (name: string, why: string) => `${name}: ${why}`,
    retry: 'Spróbuj ponownie',
    retrying: 'Próbuję jeszcze raz. Wynik pojawi się na kanale zespołu.',
    home: (n: number) => `*Kanały, które wymagają uwagi: ${n}*`,
    more: (n: number) => `i jeszcze ${n}`,
  },
  problems: {
    name_taken: 'wszystkie próbowane nazwy kanału są zajęte; zmień nazwę lub zarchiwizowany kanał w Slacku',
    restricted_action: 'ustawienia Slacka nie pozwalają botowi tego zrobić; zmień je w panelu administracyjnym',
    missing_scope: 'bot nie ma w Slacku potrzebnego uprawnienia; zainstaluj go ponownie',
    channel_not_found: 'bot nie ma dostępu do kanału; zaproś go tam ponownie',
    not_in_channel: 'bot nie jest już w tym kanale; zaproś go ponownie',
    is_archived: 'kanał jest zarchiwizowany; przywróć go w Slacku',
    user_is_restricted: 'to konto gościa, które może być tylko w wybranych kanałach; dodaj je ręcznie',
    ura_max_channels: 'to konto gościa jednego kanału i jest już w innym kanale',
    cant_invite: 'Slack nie pozwala zaprosić tej osoby',
    user_disabled: 'konto w Slacku jest wyłączone; organizacja musi wskazać inną osobę',
    user_not_found: 'Slack nie zna tego konta',
    no_external_invite_permission: 'to osoba z innego miejsca pracy; zaproś ją przez współdzielenie kanału',
    not_removed:
      'ta osoba nie prowadzi już tej organizacji, a Slack nie pozwala botowi usunąć jej z kanału; usuń ją z niego ręcznie',
    too_many_pins: 'w kanale jest za dużo przypiętych wiadomości; odepnij którąś',
    slack_unavailable: 'Slack chwilowo nie odpowiada; próbuję dalej bez Twojej pomocy',
  } as Readonly<Record<string, string>>,
  otherProblem: (code: string) => `Slack odmówił (kod: ${code})`,
  cardCommand: {
    here: (link: string) => `Karta jest przypięta u góry kanału: <${link}|otwórz kartę>. Odświeżam ją właśnie.`,
    soon: 'Karta tej organizacji dopiero powstaje. Pojawi się w jej kanale.',
    yours: 'Karty Twoich organizacji są przypięte w ich kanałach:',
    none: 'Napisz to polecenie w kanale organizacji: tam jest przypięta jej karta.',
  },
  home: {
    yours: '*Twoje organizacje w programie*',
    row: (organisation: string, cohort: string, state: string) => `*${organisation}* – ${cohort}: ${state}`,
    noChannel: 'kanał w przygotowaniu',
  },
  refusals: {
    not_allowed: 'To jest dostępne tylko dla osób z tego kanału i dla zespołu programu.',
    only_staff: 'To może zrobić tylko zespół programu.',
    not_in_trouble: 'Z tym kanałem wszystko jest już w porządku.',
    over: 'Ta organizacja nie jest już w programie, więc kanału nie trzeba poprawiać.',
  },
};
export type ParticipationsTexts = typeof pl;

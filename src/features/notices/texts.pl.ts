import { plural } from '../../core/text.ts';
import type { Reason } from './rules/index.ts';

const messages = (n: number) => `${n} ${plural('pl', n, { one: 'wiadomość', few: 'wiadomości', many: 'wiadomości' })}`;

const reasons: Readonly<Record<Reason, { readonly why: string; readonly todo: string }>> = {
  not_in_slack: {
    why: 'tej osoby nie ma w Slacku.',
    todo: 'Przekażcie wiadomość inaczej, na przykład mailem. Gdy osoba dołączy do Slacka, wyślijcie ponownie.',
  },
  account_off: {
    why: 'konto tej osoby jest wyłączone.',
    todo: 'Przekażcie wiadomość komuś innemu z organizacji albo wyślijcie ponownie, gdy konto znów będzie włączone.',
  },
  person_unreachable: {
    why: 'bot nie może napisać do tej osoby: Slack jej nie pokazuje albo nie przyjmuje wiadomości.',
    todo: 'Przekażcie wiadomość inaczej, na przykład na kanale organizacji.',
  },
  is_bot: { why: 'to konto jest botem.', todo: 'Wskażcie w jego miejsce osobę i przekażcie jej wiadomość.' },
  messages_off: {
    why: 'aplikacja nie może wysyłać wiadomości prywatnych.',
    todo: 'W ustawieniach aplikacji trzeba włączyć kartę „Messages”. Potem wyślijcie ponownie.',
  },
  no_channel: {
    why: 'kanał nie istnieje albo bot nie ma do niego dostępu.',
    todo: 'Do kanału prywatnego zaproście bota i wyślijcie ponownie. Jeśli kanał usunięto, przekażcie wiadomość inaczej.',
  },
  no_channel_yet: {
    why: 'kanał zespołu jeszcze nie powstał.',
    todo: 'Karta edycji mówi, czego brakuje. Gdy kanał będzie gotowy, wyślijcie ponownie.',
  },
  not_in_channel: { why: 'bota nie ma na kanale.', todo: 'Zaproście bota na kanał i wyślijcie ponownie.' },
  archived: {
    why: 'kanał jest zarchiwizowany.',
    todo: 'Jeśli kanał ma dalej służyć, przywróćcie go z archiwum i wyślijcie ponownie.',
  },
  no_posting: {
    why: 'na tym kanale bot nie może pisać.',
    todo: 'Zmieńcie w ustawieniach kanału, kto może na nim pisać, i wyślijcie ponownie.',
  },
  no_permission: {
    why: 'aplikacji brakuje uprawnienia w Slacku.',
    todo: 'Poproście osobę, która opiekuje się botem, o nadanie uprawnień. Potem wyślijcie ponownie.',
  },
  bot_refused: {
    why: 'Slack nie wpuszcza już bota: jego dostęp wygasł lub został odebrany.',
    todo: 'Poproście osobę, która opiekuje się botem, o ponowną instalację aplikacji. Potem wyślijcie ponownie.',
  },
  content: {
    why: 'nie udało się przygotować treści.',
    todo: 'To błąd bota. Zgłoście go osobie, która się nim opiekuje; po poprawce wyślijcie ponownie.',
  },
  unreadable: {
    why: 'nie wiadomo, czy wiadomość dotarła, a bot nie może tego sprawdzić w historii kanału.',
    todo: 'Zajrzyjcie tam. Jeśli jej nie ma, upewnijcie się, że bot jest na kanale, i wyślijcie ponownie: bot najpierw sprawdzi sam i nie wyśle drugi raz.',
  },
  outage: { why: 'Slack długo nie odpowiadał.', todo: 'Wyślijcie ponownie, gdy Slack znów działa.' },
  other: {
    why: 'Slack odmówił z innego powodu.',
    todo: 'Spróbujcie ponownie. Jeśli to nie pomoże, przekażcie słowo Slacka osobie, która opiekuje się botem.',
  },
};

export const pl = {
  help: '`/debiuty niedostarczone` – wiadomości, które nie dotarły, z powodem i ponowieniem',
  title: 'Niedostarczone',
  heading: (n: number) =>
    n === 0
      ? 'Wszystko dotarło'
      : `${plural('pl', n, { one: 'Nie dotarła', few: 'Nie dotarły', many: 'Nie dotarło' })} ${messages(n)}`,
  none: 'Nie ma żadnej niedostarczonej wiadomości.',
  ofReason: messages,
  someFailed: 'Nie wszystkie wiadomości dotarły',
  because: (why: string) => `Powód: ${why}`,
  to: (name: string) => `Do: ${name}`,
  toChannel: (channel: string) => `Na kanał <#${channel}>`,
  toStaff: 'Na kanał zespołu',
  written: (moment: string) => `Zapisana: ${moment}`,
  retry: 'Wyślij ponownie',
  retryAll: (n: number) => (n === 1 ? 'Wyślij ponownie' : `Wyślij wszystkie (${n})`),
  askAll: (n: number) => ({
    title: 'Wysłać ponownie?',
    text: `Ponowimy ${messages(n)}. Te, które mogły już dotrzeć, najpierw sprawdzimy, żeby nikt nie dostał ich dwa razy.`,
  }),
  no: 'Nie teraz',
  retried: (n: number) =>
    n === 0
      ? 'Nic już nie czeka na ponowienie z tego powodu.'
      : `Wysyłam ponownie ${messages(n)}. Co znowu nie dotrze, wróci na tę listę.`,
  show: 'Zobacz niedostarczone',
  page: (page: number, pages: number) => `Strona ${page} z ${pages}, od najnowszych`,
  previous: '← Nowsze',
  next: 'Starsze →',
  upcoming: 'Zaplanowana wiadomość',
  refusals: {
    not_allowed: 'To może zrobić tylko zespół programu.',
    not_failed: 'Ta wiadomość nie czeka już na ponowienie.',
  },
  reasons,
  otherFailure: (code: string) => `Slack odpowiedział: ${code}`,
};
export type NoticesTexts = typeof pl;

import { plural } from '../../core/text.ts';

export const pl = {
  help: '`/debiuty niedostarczone` – wiadomości, które nie dotarły, z powodem i ponowieniem',
  heading: (n: number) =>
    n === 0
      ? 'Wszystko dotarło'
      : `${plural('pl', n, { one: 'Nie dotarła', few: 'Nie dotarły', many: 'Nie dotarło' })} ${n} ${plural('pl', n, { one: 'wiadomość', few: 'wiadomości', many: 'wiadomości' })}`,
  none: 'Nie ma żadnej niedostarczonej wiadomości.',
  to: (name: string) => `Do: ${name}`,
  toChannel: (channel: string) => `Na kanał <#${channel}>`,
  toStaff: 'Na kanał zespołu',
  written: (moment: string) => `Zapisana: ${moment}`,
  retry: 'Wyślij ponownie',
  retried: 'Wysyłam ponownie. Jeśli znowu się nie uda, wiadomość wróci na tę listę.',
  more: (n: number) => `…i jeszcze ${n}. Pokazuję najnowsze.`,
  refusals: {
    not_allowed: 'To może zrobić tylko zespół programu.',
    not_failed: 'Ta wiadomość nie czeka już na ponowienie.',
  },
  failures: {
    not_in_slack: 'tej osoby nie ma w Slacku – przekażcie wiadomość inaczej',
    user_disabled: 'konto tej osoby jest wyłączone',
    channel_not_found: 'kanał nie istnieje albo bot nie ma do niego dostępu',
    not_in_channel: 'bota nie ma na kanale – zaproście go i ponówcie',
    is_archived: 'kanał jest zarchiwizowany',
    no_channel_yet: 'kanał zespołu jeszcze nie powstał',
  } as Readonly<Record<string, string>>,
  otherFailure: (code: string) => `Slack odpowiedział: ${code}`,
};
export type NoticesTexts = typeof pl;

import { plural } from '../../../core/text.ts';

const messages = (n: number) => `${n} ${plural('pl', n, { one: 'wiadomość', few: 'wiadomości', many: 'wiadomości' })}`;

export const rehearsal = {
  title: 'Próba na sucho',
  intro:
    'Ile przypomnień wyśle bot w edycji, w której nikt niczego nie zrobi przed terminem. To najwięcej, ile może być.',
  noKinds: 'Program tej edycji nie ma terminów, więc nie ma czego próbować.',
  places: 'Ile organizacji',
  experts: 'Ile ekspertek i ekspertów',
  expertsHint: 'Organizacje dzielimy między nich po równo. Gdy zero, o ich sprawach słyszy zespół.',
  start: 'Od kiedy organizacje znają terminy',
  date: (label: string) => `Termin: ${label}`,
  dateHint: 'Daty są propozycją. Puste pole: bez tego terminu.',
  run: 'Policz',
  result: 'Wynik próby',
  heading: (n: number) => (n === 0 ? 'Bot niczego nie wyśle' : `Bot wyśle ${messages(n)}`),
  basis: (places: number, experts: number, start: string) =>
    `${places} ${plural('pl', places, { one: 'organizacja', few: 'organizacje', many: 'organizacji' })}, ` +
    `${experts} ${plural('pl', experts, { one: 'ekspert lub ekspertka', few: 'eksperci i ekspertki', many: 'ekspertów i ekspertek' })}, ` +
    `od: ${start}`,
  toOrganisations: 'Na kanały organizacji',
  toExperts: 'Do ekspertek i ekspertów',
  toStaff: 'Na kanał zespołu',
  personDay: 'Najwięcej dla jednej osoby w jednym dniu',
  channelWeek: 'Najwięcej na jeden kanał w tygodniu',
  busiest: 'Najpełniejszy dzień',
  onBusiest: (day: string, n: number) => `${day}: ${messages(n)}`,
  nobody: '–',
  dates: 'Policzone dla terminów:',
  again: 'Policz inaczej',
};
export type RehearsalTexts = typeof rehearsal;

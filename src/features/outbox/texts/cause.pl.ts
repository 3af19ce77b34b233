import { plural } from '../../../core/text.ts';

const days = (n: number) => `${n} ${plural('pl', n, { one: 'dzień', few: 'dni', many: 'dni' })}`;
const workingDays = (n: number) =>
  `${n} ${plural('pl', n, { one: 'dzień roboczy', few: 'dni robocze', many: 'dni roboczych' })}`;
const hours = (n: number) => `${n} ${plural('pl', n, { one: 'godzinę', few: 'godziny', many: 'godzin' })}`;

/** How long, after "o": `3 dni`, `1 godzinę`. */
const span = (n: number, unit: 'd' | 'wd' | 'h'): string => ({ d: days, wd: workingDays, h: hours })[unit](n);

const kinds: Readonly<Record<string, string>> = {
  'notices.undelivered': 'coś nie dotarło, zespół powinien o tym wiedzieć',
  'participations.channel_report': 'wiadomość o kanale organizacji',
  'participations.help_asked': 'ktoś prosi zespół o pomoc',
  'applications.result': 'wynik naboru',
  'applications.released': 'wyniki naboru zostały ogłoszone',
  'applications.public_list': 'lista wyników naboru',
  'applications.submitted': 'przyszło zgłoszenie',
  'applications.awaiting': 'zgłoszenie czeka na ocenę formalną',
  'applications.proof': 'potwierdzenie złożenia zgłoszenia',
  'applications.withdrawn': 'zgłoszenie zostało wycofane',
  'applications.pulled_back': 'zgłoszenie wróciło do poprawek',
  'applications.late': 'zgłoszenie przyszło po terminie',
  'applications.attempt': 'ktoś próbował złożyć zgłoszenie po zamknięciu naboru',
  'applications.answered': 'odpowiedź w sprawie spóźnionego zgłoszenia',
  'applications.edited': 'zespół poprawił zgłoszenie',
  'deadlines.moved': 'zmienił się termin',
  'deadlines.asked': 'prośba o więcej czasu',
  'deadlines.answered': 'odpowiedź na prośbę o więcej czasu',
  'deadlines.closing': 'zmienił się koniec naboru',
  'assignments.proposed': 'propozycja opieki nad organizacją',
  'assignments.withdrawn': 'propozycja opieki została wycofana',
  'assignments.accepted': 'organizacja ma swojego eksperta lub ekspertkę',
  'assignments.answered': 'odpowiedź na propozycję opieki',
  'assignments.plan_applied': 'plan przydziałów został zatwierdzony',
  'assignments.waiting': 'organizacje czekają na eksperta lub ekspertkę',
  'surveys.ask': 'prośba o opinię',
  'surveys.remind': 'jedyne przypomnienie o ankiecie',
  'surveys.ask_channel': 'prośba o opinię do osób z innych przestrzeni Slacka',
  'surveys.remind_channel': 'jedyne przypomnienie o ankiecie, w kanale organizacji',
  'surveys.results': 'ankieta jest zamknięta, są wyniki',
  'surveys.low': 'niska ocena w ankiecie',
  'surveys.sheet': 'plik z wynikami ankiety, o który ktoś poprosił',
  'availability.away': 'nieobecność eksperta lub ekspertki',
  'availability.stands_in': 'zastępstwo w czasie nieobecności eksperta lub ekspertki',
  'assignments.handing_over': 'organizacja przejdzie do kogoś innego',
  'assignments.left': 'ktoś przestał prowadzić organizację',
  'assignments.parting': 'organizacja czeka na następną osobę',
  'assignments.brief': 'organizacja przeszła do nowej osoby',
  'assignments.stays': 'przekazanie organizacji zostało wstrzymane',
  'concerns.raised': 'ktoś napisał prywatnie do zespołu',
  'concerns.silent': 'od dłuższego czasu nic się nie dzieje',
  'consultations.time': 'konsultacja umówiona lub prośba o nią',
  'consultations.moved': 'konsultacja ma nowy termin',
  'consultations.ended': 'konsultacja się nie odbędzie',
  'consultations.away': 'nieobecność w czasie umówionej konsultacji',
  'consultations.offered': 'zwolnił się termin konsultacji',
  'consultations.wish': 'prośba o termin konsultacji',
  'consultations.question': 'pytanie od organizacji',
  'consultations.taken': 'ktoś odpowie na pytanie organizacji',
  'records.asked': 'pytanie, czy konsultacja się odbyła',
  'records.disagreed': 'odpowiedzi o konsultacji się różnią',
  'records.missed': 'na konsultacji nie było eksperta lub ekspertki',
  'records.ended': 'konsultacja się nie odbyła',
  'records.card': 'karta konsultacji',
  'records.commented': 'uwagi do karty konsultacji',
  'records.sheet': 'rozliczenie konsultacji, o które ktoś poprosił',
  'events.card': 'wydarzenie edycji',
  'events.invitation': 'zaproszenie na wydarzenie',
  'events.own': 'zapis na wydarzenie',
  'events.changed': 'wydarzenie ma nowy termin albo jest odwołane',
  'events.offer': 'zwolniło się miejsce na wydarzeniu',
  'events.certificate': 'zaświadczenie o udziale',
  'opinions.sent': 'opinia po działaniu czeka na przejrzenie',
  'opinions.returned': 'opinia po działaniu wróciła z uwagami albo została opublikowana',
  'opinions.released': 'opublikowana opinia po działaniu',
  'opinions.reaction': 'komentarz lub pytanie do opinii',
  'opinions.self': 'samoocena organizacji',
  'opinions.offer': 'pytanie, kto napisze opinię po działaniu',
  'opinions.named': 'prośba o napisanie opinii po działaniu',
  'vouchers.named': 'wskazany obszar bonu',
  'undo.refused': 'coś, co zlecił zespół, nie zostało zrobione',
  'undo.correction': 'zespół prostuje wcześniejszą wiadomość',
  'obligations.digest': 'podsumowanie tygodnia dla zespołu',
};

/** Why a message goes, as the rest of a sentence. */
export const cause = {
  before: (n: number, unit: 'd' | 'wd' | 'h', due: string) => `przypomnienie: ${span(n, unit)} przed terminem (${due})`,
  after: (n: number, unit: 'd' | 'wd' | 'h', due: string) => `przypomnienie: ${span(n, unit)} po terminie (${due})`,
  day: (due: string) => `przypomnienie w dniu terminu (${due})`,
  opening: (n: number, unit: 'd' | 'wd' | 'h') =>
    n === 0
      ? 'przypomnienie od razu, gdy pojawiła się sprawa'
      : `przypomnienie: ${span(n, unit)} od pojawienia się sprawy`,
  snooze: 'przypomnienie, o które poproszono na później',
  reminder: 'przypomnienie o sprawie do załatwienia',
  kinds,
  other: 'wiadomość programu',
};
export type CauseTexts = typeof cause;

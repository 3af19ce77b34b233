import { plural } from '../../core/text.ts';
import type { OwnRefusal } from './rules.ts';

const inMinutes = (n: number) => `${n} ${plural('pl', n, { one: 'minutę', few: 'minuty', many: 'minut' })}`;
const recipients = (n: number) => `${n} ${plural('pl', n, { one: 'odbiorca', few: 'odbiorców', many: 'odbiorców' })}`;

/** Every word this feature says, in Polish. English mirrors the shape. */
export const pl = {
  help: '`/debiuty cofnij` – co czeka na wykonanie, cofnięcie i sprostowanie',
  waits: (what: string, until: string) => `:hourglass_flowing_sand: *Czeka do godz. ${until}:* ${what}`,
  canUndo: (effect: string, n: number) =>
    n === 0
      ? `${effect} Dzieje się to właśnie teraz.`
      : `${effect} Stanie się to za ${inMinutes(n)}. Do tego czasu można to cofnąć: nikt jeszcze nic nie dostał.`,
  by: (name: string) => `Zleca: ${name}`,
  text: (until: string) => `Czeka do godz. ${until}`,
  undo: 'Cofnij',
  now: 'Wykonaj od razu',
  correct: 'Napisz sprostowanie',
  list: {
    title: 'Cofanie',
    heading: (n: number) =>
      n === 0
        ? 'Nic nie czeka na wykonanie'
        : `${plural('pl', n, { one: 'Czeka', few: 'Czekają', many: 'Czeka' })} ${n} ${plural('pl', n, { one: 'czynność', few: 'czynności', many: 'czynności' })}`,
    none: 'W ciągu ostatniej doby nie było niczego, co można cofnąć lub sprostować.',
    done: (what: string) => `:white_check_mark: *Wykonano:* ${what}`,
    undone: (what: string) => `:leftwards_arrow_with_hook: *Cofnięto:* ${what}`,
    refused: (what: string) => `:warning: *Nie wykonano:* ${what}`,
    because: (why: string) => `Powód: ${why}`,
    at: (moment: string, by: string) => `${moment}. Zleca: ${by}`,
    atBy: {
      done: (ender: string) => `Od razu wykonuje: ${ender}`,
      undone: (ender: string) => `Cofa: ${ender}`,
      refused: (ender: string) => `Od razu wykonuje: ${ender}`,
    },
    page: (page: number, pages: number) => `Strona ${page} z ${pages}`,
    previous: '← Poprzednie',
    next: 'Następne →',
  },
  said: {
    undone: (what: string) => `*Cofnięto:* ${what}. Nikt nic nie dostał i wszystko jest tak, jak było.`,
    done: (what: string) => `*Wykonano:* ${what}.`,
    act_refused: '*Nie wykonano.* W międzyczasie coś się zmieniło; powód jest poniżej.',
    is_done: '*Już wykonano.* Ktoś był szybszy albo minął czas. Można jeszcze napisać sprostowanie.',
    is_undone: '*Już cofnięto.* Nic nie zostało wysłane.',
    is_refused: '*Nie wykonano tego* i już się nie wykona; powód jest poniżej.',
    nobody: 'Nie ma kogo prostować: nikt nie dostał tej wiadomości albo sprostowanie już wysłano.',
    not_taken_back: 'Tego nie można już wycofać. Nic nie zostało wysłane; sprawdź, jak jest teraz.',
    corrected: (n: number) => `*Sprostowanie wysłane:* ${recipients(n)}.`,
  },
  correction: {
    title: 'Sprostowanie',
    intro: (what: string) =>
      `*Wykonano:* ${what}\nTego nie da się już cofnąć bez śladu. Można napisać do tych, którzy dostali wiadomość. Każda z tych osób i każdy kanał dostanie sprostowanie tylko raz.`,
    told: (names: string, rest: number) => `Do: ${names}${rest > 0 ? ` i jeszcze ${rest}` : ''}`,
    to: 'Do kogo?',
    everybody: (n: number) => `Do wszystkich (${n})`,
    text: 'Treść',
    textHint: 'To propozycja: popraw ją, proszę, po swojemu.',
    takeBack: 'Co jeszcze?',
    send: 'Wyślij',
  },
  notice: {
    text: (cohort: string) => `Sprostowanie od zespołu edycji ${cohort}`,
    heading: (cohort: string) => `*Sprostowanie od zespołu edycji ${cohort}*`,
    refused: (what: string) => `*Nie wykonano:* ${what}`,
    refusedText: 'Nie wykonano tego, co czekało',
    open: 'Zobacz, co czeka',
  },
  outbox: { to: 'kogo to dotyczy', why: 'Do tego czasu można to cofnąć: /debiuty cofnij.' },
  upcoming: 'Czynność, którą można jeszcze cofnąć',
  refusals: { not_allowed: 'To może zrobić tylko zespół tej edycji programu.' },
  own: {
    no_longer_staff: 'osoba, która to zleciła, nie jest już w zespole tej edycji.',
    unexpected:
      'coś się nie udało mimo kilku prób. Spróbujcie jeszcze raz, a jeśli to nie pomoże, dajcie znać osobie, która opiekuje się botem.',
  } satisfies Record<OwnRefusal, string>,
  errors: {
    empty: 'Napisz, proszę, co mamy przekazać.',
    long: 'Skróć, proszę, do 2500 znaków.',
  } as Readonly<Record<string, string>>,
};
export type UndoTexts = typeof pl;

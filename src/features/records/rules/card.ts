import { addDays, civilOf, closesAfter, toInstant, WARSAW } from '../../../core/calendar/index.ts';

export type CardState = 'draft' | 'published' | 'commented' | 'confirmed';
export type CardAct = 'save' | 'send' | 'comment' | 'confirm' | 'confirm_silently' | 'count_nothing';

type Table = Readonly<Record<CardState, Readonly<Partial<Record<CardAct, CardState>>>>>;

/**
 * What was remarked upon is not confirmed by silence: the expert answers with a new version, or the organisation agrees.
 * That nobody met ends it from everywhere, with a version that counts nothing.
 */
const TABLE: Table = {
  draft: { save: 'draft', send: 'published', count_nothing: 'confirmed' },
  published: {
    ...{ save: 'published', send: 'published', comment: 'commented' },
    ...{ confirm: 'confirmed', confirm_silently: 'confirmed', count_nothing: 'confirmed' },
  },
  commented: {
    ...{ save: 'commented', send: 'published', comment: 'commented' },
    ...{ confirm: 'confirmed', count_nothing: 'confirmed' },
  },
  // A correction after confirmation is a new version, to be confirmed again.
  confirmed: { save: 'confirmed', send: 'published', count_nothing: 'confirmed' },
};

const STATES = Object.keys(TABLE) as readonly CardState[];

/** The state after an act, or null when the act is not possible. */
export const nextOfCard = (state: CardState, act: CardAct): CardState | null => TABLE[state][act] ?? null;

/** Reads a stored state; anything else is a fault of the data and throws. */
export function cardStateOf(stored: string): CardState {
  const found = STATES.find((state) => state === stored);
  if (!found) throw new Error(`not a state of a card: ${stored}`);
  return found;
}

/** Terms of a cohort for cards; what its definition does not say is as here. */
export type CardSettings = {
  readonly consultationCardDays: number;
  readonly cardConfirmDays: number;
  readonly cardLateDays: number;
  readonly tookPlaceDays: number;
};

type Given = Partial<CardSettings> & Pick<CardSettings, 'consultationCardDays'>;

export const cardSettings = (given: Given): CardSettings => ({
  consultationCardDays: given.consultationCardDays,
  cardConfirmDays: given.cardConfirmDays ?? 7,
  cardLateDays: given.cardLateDays ?? 14,
  tookPlaceDays: given.tookPlaceDays ?? 5,
});

const LAST_MINUTE = '23:59';

/** The last minute (Warsaw) of the day so many days later (T1). */
const endOfDayLater = (from: Date, days: number) => ({
  date: addDays(civilOf(from).date, days),
  time: LAST_MINUTE,
  zone: WARSAW,
});

/** By when the card of a meeting is to be written. */
export const cardDue = (endsAt: Date, { consultationCardDays }: CardSettings) =>
  endOfDayLater(endsAt, consultationCardDays);

/** Until when a card waits for the organisation's word. */
export const confirmUntil = (now: Date, { cardConfirmDays }: CardSettings): Date =>
  toInstant(endOfDayLater(now, cardConfirmDays)).instant;

const MINUTE = 60_000;

/** From when a card that waits until a named minute counts as confirmed: that minute is the organisation's (T2). */
export const confirmedFrom = (confirmBy: Date): Date => new Date(confirmBy.getTime() + MINUTE);

/** The last minute until which cards have waited in vain by now. */
export const unansweredUntil = (now: Date): Date => new Date(now.getTime() - MINUTE);

/** From when silence on whether it took place is an answer: after the last minute of the last day (T2). */
export const silentFrom = (now: Date, { tookPlaceDays }: CardSettings): Date =>
  closesAfter(endOfDayLater(now, tookPlaceDays), 'inclusive');

/** Written later than the programme allows: after the last minute of the last day. */
export const isLateCard = (now: Date, endsAt: Date, { cardLateDays }: CardSettings): boolean =>
  now >= closesAfter(endOfDayLater(endsAt, cardLateDays), 'inclusive');

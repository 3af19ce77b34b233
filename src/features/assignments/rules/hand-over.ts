import { isValidDate } from '../../../core/calendar/index.ts';

/** Why an organisation gets another expert (CO-10). Seen by staff only. */
export const HAND_OVER_REASONS = ['illness', 'leave', 'conflict', 'request', 'other'] as const;
export type HandOverReason = (typeof HAND_OVER_REASONS)[number];

/** When the former expert stops: at once; when somebody says yes, whenever that is; or then, but on a day at the latest. */
export const MOMENTS = ['accepted', 'day', 'now'] as const;
export type HandOverMoment = (typeof MOMENTS)[number];

export type HandOverState = 'open' | 'done' | 'stopped';
type HandOverAct = 'finish' | 'stop';

const TABLE: Readonly<Record<HandOverState, Readonly<Partial<Record<HandOverAct, HandOverState>>>>> = {
  open: { finish: 'done', stop: 'stopped' },
  done: {},
  stopped: {},
};

/** The state after an act, or null when the act is not possible in this state. */
export const nextHandOver = (state: HandOverState, act: HandOverAct): HandOverState | null => TABLE[state][act] ?? null;

/** Reads a stored state; anything else is a fault of the data and throws. */
export function handOverStateOf(stored: string): HandOverState {
  const found = (Object.keys(TABLE) as HandOverState[]).find((state) => state === stored);
  if (!found) throw new Error(`not a state of a hand-over: ${stored}`);
  return found;
}

export type Terms = {
  readonly reason: HandOverReason;
  readonly moment: HandOverMoment;
  /** Civil date in Warsaw, with `day` only. */
  readonly lastOn: string | null;
  readonly note: string | null;
};

/** What is wrong with the terms of a hand-over, by field; none: nothing. A note may be missing for an illness only. */
export function faultsOfTerms(
  { reason, moment, lastOn, note }: Terms,
  today: string,
): Readonly<Partial<Record<'note' | 'lastOn', 'give_note' | 'give_day' | 'day_past'>>> {
  const noNote = note === null && reason !== 'illness';
  const noDay = moment === 'day' && (lastOn === null || !isValidDate(lastOn));
  const isPast = moment === 'day' && lastOn !== null && lastOn < today;
  return {
    ...(noNote ? { note: 'give_note' } : {}),
    ...(noDay ? { lastOn: 'give_day' } : {}),
    ...(isPast && !noDay ? { lastOn: 'day_past' } : {}),
  };
}

/** Puts standbys first among those who can be offered an organisation, and leaves their order as it is otherwise (N3). */
export function standbysFirst<T extends { readonly candidate: { readonly expertId: string } }>(
  ranked: readonly T[],
  standbys: readonly string[],
): readonly T[] {
  const isStandby = ({ candidate }: T) => standbys.includes(candidate.expertId);
  return [...ranked.filter(isStandby), ...ranked.filter((one) => !isStandby(one))];
}

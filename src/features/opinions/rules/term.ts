import { addDays, type CivilMoment, termEnd, toInstant, WARSAW } from '../../../core/calendar/index.ts';

type Given = {
  readonly opinionDays?: number;
  readonly opinionReturnDays?: number;
  readonly actionAnswerDays?: number;
};
const USUAL_DAYS = 14;
const RETURN_DAYS = 7;
const USUAL_ANSWER_DAYS = 3;
const LAST_MINUTE = '23:59';

const endOf = (date: string): CivilMoment => ({ date, time: LAST_MINUTE, zone: WARSAW });

/** By when an opinion is due: so many days after the action's last day, by the rule of terms (T4). */
export const dueAfter = (lastDay: string, { opinionDays = USUAL_DAYS }: Given): CivilMoment =>
  endOf(termEnd(lastDay, opinionDays));

/** By when one that was returned today is due again. */
export const dueAgain = (today: string, { opinionReturnDays = RETURN_DAYS }: Given): CivilMoment =>
  endOf(termEnd(today, opinionReturnDays));

/** The day its term counts from: the action's last one, or that of a word that came later than the programme asks. */
export const countsFrom = (lastDay: string, saidOn: string, { actionAnswerDays = USUAL_ANSWER_DAYS }: Given): string =>
  saidOn > addDays(lastDay, actionAnswerDays) ? saidOn : lastDay;

/** The later of two: a date that staff had set for it stands when it leaves more time (CO-13). */
export const laterOf = (due: CivilMoment, set: CivilMoment | null): CivilMoment =>
  set && toInstant(set).instant > toInstant(due).instant ? set : due;

/** Sent after its last minute (T2). */
export const isLate = (now: Date, dueAt: Date): boolean => now.getTime() >= dueAt.getTime() + 60_000;

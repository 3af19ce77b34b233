import { closesAfter, toInstant, WARSAW } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { type Form, isSession, type Kind, type Session, type SessionFault, type Timed, timed } from '../rules/index.ts';

/** When an event is and until when people sign up; all on Warsaw's clocks. */
export type When = {
  readonly sessions: readonly Session[];
  /** The closing minute still counts (T2). */
  readonly signUp: { readonly date: string; readonly time: string };
  readonly place: string | null;
  readonly link: string | null;
};

/** What staff say of an event, beside when and where it is. */
export type About = {
  readonly kind: Kind;
  readonly form: Form;
  readonly title: string;
  readonly agenda: string | null;
  readonly topics: readonly string[];
  readonly isRequired: boolean;
  readonly seats: number | null;
  readonly seatsPerOrganisation: number;
};

export type WhenRefusal =
  | SessionFault
  | 'not_a_session'
  | 'in_past'
  | 'sign_up_late'
  | 'sign_up_past'
  | 'where_missing';

/** An event on site has a place, and one online a link. */
export const isNowhere = (form: Form, { place, link }: Pick<When, 'place' | 'link'>): boolean =>
  (form === 'on_site' ? place : link) === null;

type Stored = { readonly date: string; readonly fromTime: string; readonly toTime: string };

/** What is over already stands as it was; everything else is still to come, and something is. */
function isToCome(all: readonly Timed[], standing: readonly Stored[], now: Date): boolean {
  const stood = ({ date, from, to }: Timed): boolean =>
    standing.some((one) => one.date === date && one.fromTime === from && one.toTime === to);
  return all.some(({ endsAt }) => endsAt > now) && all.every((one) => one.startsAt > now || stood(one));
}

/**
 * The moments of an event, as they are stored; refuses what cannot be. `standing`: the sessions of one that is announced,
 * of which those that have begun may stay; null for a draft, whose sign-up is still to come too.
 */
export function momentsOf(when: When, form: Form, now: Date, standing: readonly Stored[] | null) {
  const { sessions, signUp, place, link } = when;
  if (!sessions.every(isSession)) return refuse('not_a_session');
  const all = timed(sessions, WARSAW);
  if (typeof all === 'string') return refuse(all) as Outcome<never, SessionFault>;
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return refuse('no_session');
  if (!isToCome(all, standing ?? [], now)) return refuse('in_past');
  const civil = { ...signUp, zone: WARSAW };
  const signUpUntil = closesAfter(civil, 'inclusive');
  if (standing === null && signUpUntil <= now) return refuse('sign_up_past');
  if (toInstant(civil).instant > first.startsAt) return refuse('sign_up_late');
  if (isNowhere(form, when)) return refuse('where_missing');
  return ok({
    sessions: all,
    columns: {
      ...{ place, link, signUpOn: signUp.date, signUpTime: signUp.time, zone: WARSAW },
      ...{ signUpUntil, startsAt: first.startsAt, endsAt: last.endsAt },
    },
  });
}

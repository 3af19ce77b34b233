import { closesAfter, toInstant, WARSAW } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { type Form, isSession, type Kind, type Session, type SessionFault, timed } from '../rules/index.ts';

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

export type WhenRefusal = SessionFault | 'not_a_session' | 'in_past' | 'sign_up_late' | 'where_missing';

/** The moments of an event, as they are stored; refuses what cannot be. */
export function momentsOf(when: When, form: Form, now: Date) {
  const { sessions, signUp, place, link } = when;
  if (!sessions.every(isSession)) return refuse('not_a_session');
  const all = timed(sessions, WARSAW);
  if (typeof all === 'string') return refuse(all) as Outcome<never, SessionFault>;
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return refuse('no_session');
  if (first.startsAt <= now) return refuse('in_past');
  const civil = { ...signUp, zone: WARSAW };
  if (toInstant(civil).instant > first.startsAt) return refuse('sign_up_late');
  if ((form === 'on_site' ? place : link) === null) return refuse('where_missing');
  return ok({
    sessions: all,
    columns: {
      ...{ place, link, signUpOn: signUp.date, signUpTime: signUp.time, zone: WARSAW },
      ...{ signUpUntil: closesAfter(civil, 'inclusive'), startsAt: first.startsAt, endsAt: last.endsAt },
    },
  });
}

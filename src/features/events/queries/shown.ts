import type { Locale } from '../../../core/locale.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { definitionOf } from '../../programmes/public.ts';
import {
  type EventState,
  type Form,
  formOf,
  type Kind,
  kindOf,
  type Phase,
  phaseOf,
  type Session,
  stateOf,
} from '../rules/index.ts';
import type { EventRow } from './events.ts';

/** An event as it is shown, with the numbers of the moment. */
export type ShownEvent = {
  readonly id: string;
  readonly cohortId: string;
  readonly version: number;
  readonly kind: Kind;
  readonly form: Form;
  readonly state: EventState;
  readonly phase: Phase;
  readonly title: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly agenda: string | null;
  /** Names of fields, in the language asked for. */
  readonly topics: readonly string[];
  readonly isRequired: boolean;
  readonly sessions: readonly Session[];
  readonly signUp: { readonly date: string; readonly time: string };
  readonly seats: number | null;
  readonly each: number;
  readonly taken: number;
  readonly going: number;
  readonly waiting: number;
  readonly reason: string | null;
};

const sessionsOf = ({ sessions }: EventRow): readonly Session[] =>
  sessions.map(({ date, fromTime, toTime }) => ({ date, from: fromTime, to: toTime }));

function topicsOf({ topics, cohort }: EventRow, locale: Locale): readonly string[] {
  const { expertFields } = definitionOf(cohort);
  return topics.flatMap((key) => expertFields.find((one) => one.key === key)?.label[locale] ?? []);
}

/** Events as they are shown at a moment; counted in one statement for all. */
export async function shownEvents(
  db: Db | Tx,
  rows: readonly EventRow[],
  now: Date,
  locale: Locale,
): Promise<readonly ShownEvent[]> {
  const counts = await db.registration.groupBy({
    by: ['eventId', 'state'],
    where: {
      eventId: { in: rows.map(({ id }) => id) },
      state: { in: ['going', 'attended', 'absent', 'waiting', 'offered'] },
    },
    _count: true,
  });
  const count = (eventId: string, ...states: readonly string[]): number =>
    counts.filter((one) => one.eventId === eventId && states.includes(one.state)).reduce((n, one) => n + one._count, 0);
  return rows.map((row): ShownEvent => {
    const { id, cohortId, version, title, place, link, agenda, isRequired, seats, taken, reason } = row;
    const state = stateOf(row.state);
    return {
      ...{ id, cohortId, version, title, place, link, agenda, isRequired, seats, taken, reason, state },
      ...{ kind: kindOf(row.kind), form: formOf(row.form), phase: phaseOf({ ...row, state }, now) },
      ...{ topics: topicsOf(row, locale), sessions: sessionsOf(row), each: row.seatsPerOrganisation },
      signUp: { date: row.signUpOn, time: row.signUpTime },
      going: count(id, 'going', 'attended', 'absent'),
      waiting: count(id, 'waiting'),
    };
  });
}

export async function shownEvent(db: Db | Tx, row: EventRow, now: Date, locale: Locale): Promise<ShownEvent> {
  const [shown] = await shownEvents(db, [row], now, locale);
  if (!shown) throw new Error('an event is shown as one');
  return shown;
}

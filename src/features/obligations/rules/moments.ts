import {
  addDays,
  addWorkingDays,
  type CivilMoment,
  civilOf,
  subtractWorkingDays,
  toInstant,
} from '../../../core/calendar/index.ts';
import type { Receiver, ReminderRule, ReminderSettings } from '../../../core/reminders.ts';
import { earlierAllowed, laterAllowed } from './hours.ts';

/** One reminder of a rule, at its moment. */
export type Moment = {
  /** `opening:3d`, `before:7d`, `before:2wd`, `before:24h`, `day`, `after:1d`; with `:expert` or `:staff` when to them. */
  readonly step: string;
  readonly at: Date;
  readonly to: Receiver;
  /** Hours do not wait for a working day. */
  readonly unit: 'days' | 'hours';
  /** It makes no sense later: a reminder of a date is not said after it. */
  readonly until: Date | null;
};

/** What the moments of a rule hang on. `due` keeps its own zone. */
export type Matter = { readonly openedAt: Date; readonly due: CivilMoment | null };

/** `nearness`: of two reminders at one moment the one with the higher number is said. */
type Candidate = Omit<Moment, 'until'> & { readonly nearness: number; readonly isAfterDue: boolean };
type Step = { readonly name: string; readonly to: Receiver };

const HOUR = 3_600_000;
const FIRST = -1_000_000;

/**
 * When people are reminded of a matter, in the order of time (T6). Days fall on the set hour of their civil date, on
 * a weekend or holiday on the working day before (reminders after the date or the opening: on the one after). Hours
 * are real hours, moved out of the quiet ones: before the date to the evening before, after the opening to the next
 * morning. Of two for one receiver at one moment the nearer stays; what would come before the opening, or as a
 * reminder of the date after it, is left out. `zone` is that of the clocks whoever is reminded lives by.
 */
export function momentsOf(
  rule: ReminderRule,
  matter: Matter,
  settings: ReminderSettings,
  zone: string,
): readonly Moment[] {
  const dueAt = matter.due ? toInstant(matter.due).instant : null;
  const all = [
    ...fromOpening(rule, matter.openedAt, settings, zone),
    ...(matter.due && dueAt ? aroundDue(rule, { due: matter.due, dueAt }, settings, zone) : []),
  ];
  const fitting = all.filter(
    ({ at, isAfterDue }) => at >= matter.openedAt && (!dueAt || (isAfterDue ? at > dueAt : at <= dueAt)),
  );
  const sorted = fitting.sort((a, b) => a.at.getTime() - b.at.getTime() || a.nearness - b.nearness);
  return atMost(rule.most, withoutTwins(sorted)).map(({ nearness: _nearness, isAfterDue, ...moment }) => ({
    ...moment,
    until: isAfterDue ? null : dueAt,
  }));
}

function fromOpening(rule: ReminderRule, openedAt: Date, settings: ReminderSettings, zone: string): Candidate[] {
  const opened = civilOf(openedAt, zone).date;
  return rule.afterOpening.flatMap((offset): Candidate[] => {
    if ('hours' in offset) {
      const step = stepOf(`opening:${offset.hours}h`, offset.to);
      const at = laterAllowed(new Date(openedAt.getTime() + offset.hours * HOUR), settings, zone);
      return [{ ...step, at, unit: 'hours', nearness: FIRST + offset.hours, isAfterDue: false }];
    }
    return repeated(offset, rule.most).map((days) => {
      const step = stepOf(`opening:${days}d`, offset.to);
      const at = atSetHour(addWorkingDays(addDays(opened, days), 0), settings, zone);
      return { ...step, at, unit: 'days', nearness: FIRST + 24 * days, isAfterDue: false };
    });
  });
}

function aroundDue(
  rule: ReminderRule,
  { due, dueAt }: { readonly due: CivilMoment; readonly dueAt: Date },
  settings: ReminderSettings,
  zone: string,
): Candidate[] {
  const onDate = (step: Step, date: string, nearness: number): Candidate => ({
    ...stepOf(step.name, step.to),
    ...{ at: atSetHour(date, settings, zone), unit: 'days', nearness, isAfterDue: nearness > 0 },
  });
  const before = rule.before.map((offset): Candidate => {
    const { to } = offset;
    if ('hours' in offset) {
      const at = earlierAllowed(new Date(dueAt.getTime() - offset.hours * HOUR), settings, zone);
      return {
        ...stepOf(`before:${offset.hours}h`, to),
        at,
        unit: 'hours',
        nearness: -offset.hours,
        isAfterDue: false,
      };
    }
    if ('workingDays' in offset) {
      const { workingDays: count } = offset;
      return onDate({ name: `before:${count}wd`, to }, subtractWorkingDays(due.date, count), -24 * count);
    }
    const date = subtractWorkingDays(addDays(due.date, -offset.days), 0);
    return onDate({ name: `before:${offset.days}d`, to }, date, -24 * offset.days);
  });
  const onDay = rule.onDay ? [onDate({ name: 'day', to: 'owner' }, subtractWorkingDays(due.date, 0), 0)] : [];
  const after = rule.after.flatMap((offset) =>
    repeated(offset, rule.most).map((days) =>
      onDate({ name: `after:${days}d`, to: offset.to }, addWorkingDays(addDays(due.date, days), 0), 24 * days),
    ),
  );
  return [...before, ...onDay, ...after];
}

const stepOf = (name: string, to: Receiver) => ({ step: to === 'owner' ? name : `${name}:${to}`, to });

const atSetHour = (date: string, { reminderTime }: ReminderSettings, zone: string): Date =>
  toInstant({ date, time: reminderTime, zone }).instant;

/** The days of an offset that may come again and again; more than `most` of them are never said. */
function repeated(offset: { readonly days: number; readonly every?: number }, most: number): number[] {
  const { days, every } = offset;
  return every === undefined ? [days] : Array.from({ length: most }, (_, index) => days + index * every);
}

/** Of those at one moment to one receiver, only the last in order. */
function withoutTwins(sorted: readonly Candidate[]): Candidate[] {
  const last = new Map(sorted.map((one) => [`${one.to} ${one.at.getTime()}`, one]));
  return sorted.filter((one) => last.get(`${one.to} ${one.at.getTime()}`) === one);
}

function atMost(most: number, sorted: readonly Candidate[]): Candidate[] {
  const count = { owner: 0, expert: 0, staff: 0 };
  return sorted.filter(({ to }) => {
    count[to] += 1;
    return count[to] <= most;
  });
}

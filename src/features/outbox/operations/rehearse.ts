import { toInstant, WARSAW } from '../../../core/calendar/index.ts';
import type { Cohort } from '../../../platform/db/generated/client.ts';
import { followingDate, inWarsaw, kindsOf, matterNamed } from '../../deadlines/public.ts';
import { type RehearsedDeadline, rehearse } from '../../obligations/public.ts';
import { definitionOf, reminderSettingsOf } from '../../programmes/public.ts';
import { allDates, type Figures, figuresOf } from '../rules/index.ts';

/** A cohort as it might be: it starts on a day with all its dates, and nobody does anything. */
export type RehearsalWish = {
  readonly places: number;
  readonly experts: number;
  /** The civil day on which the dates are set, at the hour of reminders. */
  readonly start: string;
  /** Dates of kinds, as staff give them; those that follow others are reckoned. */
  readonly dates: ReadonlyMap<string, string>;
};

export type RehearsalResult = Figures & {
  readonly toOrganisations: number;
  readonly toExperts: number;
  readonly toStaff: number;
  readonly dates: readonly { readonly kind: string; readonly date: string }[];
};

/** What is said after the last date. */
const AFTER_MS = 120 * 86_400_000;
const TIME = '23:59';

/** What the planner says of such a cohort: every message, with the dates it follows from. */
export function rehearsalOf(cohort: Pick<Cohort, 'id' | 'definition' | 'endsOn'>, wish: RehearsalWish) {
  const definition = definitionOf(cohort);
  const settings = reminderSettingsOf(definition);
  const kinds = kindsOf(cohort);
  const dates = allDates(kinds, wish.dates, (from, kind) => followingDate(from, kind, cohort.endsOn));
  const openedAt = toInstant({ date: wish.start, time: settings.reminderTime, zone: WARSAW }).instant;
  const deadlines = kinds.flatMap((kind): RehearsedDeadline[] => {
    const on = dates.get(kind.key);
    if (!on) return [];
    const due = inWarsaw(on, TIME);
    return [{ kind: matterNamed(kind.key), owes: kind.owes, openedAt, due, doneAt: null, perPlace: true }];
  });
  const ends = deadlines.map(({ due }) => (due ? toInstant(due).instant.getTime() : 0));
  const to = new Date(Math.max(openedAt.getTime(), ...ends) + AFTER_MS);
  const { places, experts } = wish;
  const from = new Date(openedAt.getTime() - 1);
  const { messages } = rehearse({ deadlines, places, experts, rules: definition.reminders, settings, from, to });
  return { messages, dates, openedAt, to };
}

/** The rehearsal of a cohort in figures: how many messages, to whom, at most how many (N6, N7). */
export function rehearsalFigures(cohort: Parameters<typeof rehearsalOf>[0], wish: RehearsalWish): RehearsalResult {
  const { messages, dates } = rehearsalOf(cohort, wish);
  const counted = messages.map(({ at, to }) => ({
    at,
    recipient: to.key,
    isPerson: to.kind === 'person',
    zone: to.zone,
  }));
  const toWhom = (isOf: (key: string) => boolean): number => messages.filter(({ to }) => isOf(to.key)).length;
  return {
    ...figuresOf(counted),
    toOrganisations: toWhom((key) => key.startsWith('channel:')),
    toExperts: toWhom((key) => key.startsWith('person:')),
    toStaff: toWhom((key) => key === 'staff'),
    dates: [...dates].map(([kind, on]) => ({ kind, date: on })),
  };
}

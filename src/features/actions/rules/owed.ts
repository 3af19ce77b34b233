import { civilOf } from '../../../core/calendar/index.ts';
import type { Owed } from '../../../core/owed.ts';
import { askFrom, dayOf, overAfter, untilDay } from './dates.ts';
import { missingObservers } from './observers.ts';
import type { ActionSettings } from './settings.ts';
import type { ActionState, DateState } from './state.ts';

/** Writing it down; coming to it; saying how it went; reporting; an answer of the expert; an observer, by staff. */
export const MATTERS = {
  plan: 'actions.plan',
  hold: 'actions.hold',
  attend: 'actions.attend',
  answer: 'actions.answer',
  say: 'actions.say',
  report: 'actions.report',
  observer: 'actions.observer',
} as const;

export type OwingDate = {
  readonly id: string;
  readonly state: DateState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly expertId: string | null;
  readonly attends: string | null;
  readonly observed: boolean | null;
  readonly sequence: number;
  readonly version: number;
};

export type Owing = {
  readonly cohortId: string;
  readonly participationId: string;
  readonly organisationId: string;
  /** In the programme, in a cohort whose programme has actions. */
  readonly isOpen: boolean;
  readonly isObserved: boolean;
  /** By when an action should have taken place; null: nobody has said yet, and nothing is owed before it is written down. */
  readonly planBy: Date | null;
  readonly action: {
    readonly id: string;
    readonly state: ActionState;
    readonly lastDay: string | null;
    readonly hasReport: boolean;
    readonly dates: readonly OwingDate[];
  } | null;
  readonly reminderTime: string;
  readonly settings: ActionSettings;
};

type Common = Pick<Owed, 'cohortId' | 'participationId'>;

/** What is owed for a date: being there, the expert's answer, and the day after how it went. */
function owedForDate(owing: Owing, date: OwingDate): readonly Owed[] {
  const { cohortId, participationId, organisationId } = owing;
  const params = { dateId: date.id, participationId };
  const common = { cohortId, participationId, params };
  const { id, startsAt, expertId, attends, sequence, version } = date;
  const begins = { due: civilOf(startsAt), endsAt: startsAt };
  const key = (kind: string, who: string) => `${kind}:${id}:${who}:${sequence}`;
  const { hold, attend, answer, say } = MATTERS;
  const asks = askFrom(date, owing.reminderTime);
  return [
    { ...common, ...begins, key: key(hold, 'organisation'), kind: hold, by: { organisation: organisationId } },
    ...(expertId && attends === 'agreed'
      ? [{ ...common, ...begins, key: key(attend, expertId), kind: attend, by: { person: expertId } }]
      : []),
    ...(expertId && attends === 'asked'
      ? [{ ...common, ...begins, key: key(answer, expertId), kind: answer, by: { person: expertId } }]
      : []),
    {
      ...{ ...common, key: key(say, 'organisation'), kind: say, by: { organisation: organisationId }, startsAt: asks },
      // Its buttons are of one version, so that what was said of it follows the date.
      ...{ due: untilDay(dayOf(date), owing.settings.actionAnswerDays), params: { ...params, version } },
    },
  ];
}

function owedByStaff(common: Common, { settings }: Owing, dates: readonly OwingDate[]): readonly Owed[] {
  const { missing, open } = missingObservers(dates, settings.observedDates);
  const refused = open.filter(({ attends }) => attends === 'not');
  const [first] = refused;
  // As long as others can still say yes, nobody needs to step in.
  if (missing === 0 || !first || open.length - refused.length >= missing) return [];
  const kind = MATTERS.observer;
  const params = { dateId: first.id, participationId: common.participationId ?? '', version: first.version };
  const facts = { ...common, params };
  const due = { due: civilOf(first.startsAt), endsAt: first.startsAt };
  return [{ ...facts, ...due, key: `${kind}:${first.id}:${first.sequence}`, kind, by: { staffOf: common.cohortId } }];
}

/** Who owes what for the action of an organisation's place (OR-7, ME-7, section 7). */
export function owedFor(owing: Owing): readonly Owed[] {
  const { cohortId, participationId, organisationId, isOpen, isObserved, planBy, action, settings } = owing;
  if (!isOpen) return [];
  const common = { cohortId, participationId };
  const byOrganisation = { ...common, by: { organisation: organisationId }, params: { participationId } };
  const { plan, report } = MATTERS;
  if (!action)
    return planBy ? [{ ...byOrganisation, key: `${plan}:${participationId}`, kind: plan, due: civilOf(planBy) }] : [];
  const planned = action.dates.filter(({ state }) => state === 'planned');
  const isHeld = action.state === 'held' || action.state === 'partly';
  return [
    ...planned.flatMap((date) => owedForDate(owing, date)),
    ...(isObserved ? owedByStaff(common, owing, action.dates) : []),
    ...(isHeld && !action.hasReport && action.lastDay
      ? [
          {
            ...{ ...byOrganisation, key: `${report}:${action.id}`, kind: report },
            due: untilDay(action.lastDay, settings.actionReportDays),
          },
        ]
      : []),
  ];
}

/** Sent later than the programme asks (32). */
export const isLateReport = (now: Date, lastDay: string, { actionReportDays }: ActionSettings): boolean =>
  now >= overAfter(untilDay(lastDay, actionReportDays));

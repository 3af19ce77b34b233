import { addDays, civilOf } from '../../../core/calendar/index.ts';
import type { Attended, Deps } from '../../../platform/deps.ts';
import {
  definitionOf,
  listCohorts,
  type ProgrammeDefinition,
  reminderRuleOf,
  reminderSettingsOf,
  type SurveyForm,
} from '../../programmes/public.ts';
import { expertsAmong, lastingPlaces, standingAssignments } from '../queries/index.ts';
import { attendedSince, momentsOf, monthsLater, noonOf, paceOf, roundDue, WINDOW_DAYS } from '../rules/index.ts';
import { type Asking, createSurvey } from './create.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MATTER = 'surveys.answer';

type Cohort = { readonly id: string; readonly endsOn: string | null; readonly definition: unknown };
type Of = { readonly cohort: Cohort; readonly definition: ProgrammeDefinition };
type Subject = {
  readonly about: Asking['about'];
  readonly round: number;
  readonly endedAt: Date;
  readonly organisation: readonly string[];
  readonly experts: readonly string[];
};

/** When a survey about something that ended is asked, reminded of and closed in this programme. */
export const momentsIn = (definition: ProgrammeDefinition, endedAt: Date, now: Date): Asking['moments'] =>
  momentsOf(endedAt, now, reminderRuleOf(definition, MATTER), reminderSettingsOf(definition));

function askingOf({ cohort, definition }: Of, form: SurveyForm, subject: Subject, now: Date): Asking {
  const { about, round, endedAt, organisation, experts } = subject;
  const own = form.people === 'organisation' ? organisation : experts;
  const people = form.people === 'everybody' ? [...organisation, ...experts] : own;
  const moments = momentsIn(definition, endedAt, now);
  const { key, isAnonymous } = form;
  return { cohortId: cohort.id, form: key, isAnonymous, about, round, on: civilOf(endedAt).date, people, moments };
}

/** Who was there for which side; where that is not told, whoever has a profile as an expert was there as one. */
async function sidesOf(deps: Deps, { people, experts }: Attended): Promise<Pick<Subject, 'organisation' | 'experts'>> {
  if (experts) return { organisation: people, experts };
  const known = await expertsAmong(deps.db, people);
  const { organisation = [], expert = [] } = Object.groupBy(people, (one) =>
    known.has(one) ? 'expert' : 'organisation',
  );
  return { organisation, experts: expert };
}

/** After events and consultations: those who were there. */
async function afterMeetings(deps: Deps, now: Date, cohorts: ReadonlyMap<string, Of>): Promise<void> {
  for (const offer of deps.offers.attended) {
    for (const attended of await offer(deps.db, attendedSince(now), now)) {
      const { kind, id, cohortId, endedAt } = attended;
      const of = cohorts.get(cohortId);
      const forms = of?.definition.surveys.filter(({ when }) => when.after === kind) ?? [];
      if (!of || forms.length === 0) continue;
      const { hours } = paceOf(reminderRuleOf(of.definition, MATTER));
      if (endedAt.getTime() + hours * HOUR > now.getTime()) continue;
      const sides = await sidesOf(deps, attended);
      for (const form of forms)
        await createSurvey(deps, now, askingOf(of, form, { about: { kind, id }, round: 1, endedAt, ...sides }, now));
    }
  }
}

/** While they work together, to the cohort's last day: both sides, some days after the assignment and again and again. */
async function whileTogether(deps: Deps, now: Date, of: Of): Promise<void> {
  const today = civilOf(now).date;
  const { endsOn } = of.cohort;
  for (const form of of.definition.surveys) {
    const { when } = form;
    if (when.after !== 'assignment') continue;
    const before = new Date(now.getTime() - (when.days - 1) * DAY);
    for (const { id, expertId, answeredAt, participation } of await standingAssignments(
      deps.db,
      of.cohort.id,
      before,
    )) {
      const due = answeredAt && roundDue(civilOf(answeredAt).date, when, today);
      if (!due || noonOf(due.on) > now || (endsOn && due.on > endsOn)) continue;
      const organisation = participation.organisation.representatives.map(({ personId }) => personId);
      const about = { kind: 'assignment', id } as const;
      const subject = { about, round: due.round, endedAt: noonOf(due.on), organisation, experts: [expertId] };
      await createSurvey(deps, now, askingOf(of, form, subject, now));
    }
  }
}

/** Some months after the cohort's last day: the organisations. */
async function afterTheEnd(deps: Deps, now: Date, of: Of): Promise<void> {
  const { endsOn, id: cohortId } = of.cohort;
  const forms = of.definition.surveys.filter(({ when }) => when.after === 'end');
  if (!endsOn || forms.length === 0) return;
  const on = monthsLater(endsOn, of.definition.settings.followUpMonths);
  const last = noonOf(addDays(on, WINDOW_DAYS));
  if (now < noonOf(on) || now > last) return;
  for (const { id, organisation: place } of await lastingPlaces(deps.db, cohortId)) {
    const organisation = place.representatives.map(({ personId }) => personId);
    const about = { kind: 'participation', id } as const;
    for (const form of forms)
      await createSurvey(
        deps,
        now,
        askingOf(of, form, { about, round: 1, endedAt: noonOf(on), organisation, experts: [] }, now),
      );
  }
}

/** Asks whoever is to be asked by now. Calling it again asks nobody twice. */
export async function askDue(deps: Deps, now: Date): Promise<void> {
  const cohorts = (await listCohorts(deps.db)).map((cohort): Of => ({ cohort, definition: definitionOf(cohort) }));
  await afterMeetings(deps, now, new Map(cohorts.map((of) => [of.cohort.id, of])));
  for (const of of cohorts) {
    await whileTogether(deps, now, of);
    await afterTheEnd(deps, now, of);
  }
}

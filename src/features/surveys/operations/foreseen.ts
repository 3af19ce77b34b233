import { civilOf } from '../../../core/calendar/index.ts';
import type { Locale } from '../../../core/locale.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Foreseen, ForeseenOffer } from '../../../platform/feature.ts';
import { cohortById, definitionOf, reminderSettingsOf, type SurveyForm } from '../../programmes/public.ts';
import { activeAmong, lastingPlaces, openSurveys, standingAssignments } from '../queries/index.ts';
import { allowed, monthsLater, nextRound, noonOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { momentsIn } from './due.ts';
import { formOf } from './form.ts';
import { aboutsOf } from './show.ts';

type Span = { readonly from: Date; readonly to: Date };
type Cohort = NonNullable<Awaited<ReturnType<typeof cohortById>>>;

const DAY = 86_400_000;
const later = (a: Date, b: Date): Date => (a > b ? a : b);

/** The reminders and closings of open surveys; nobody is named, for that would tell who is silent. */
async function ofOpen(db: Db | Tx, cohort: Cohort, { from, to }: Span, locale: Locale): Promise<readonly Foreseen[]> {
  const surveys = await openSurveys(db, cohort.id, to);
  const aboutOf = await aboutsOf(db, surveys, locale);
  const active = await activeAmong(
    db,
    surveys.map(({ aboutId }) => aboutId),
  );
  const { ask, results, foreseen } = texts(locale);
  const settings = reminderSettingsOf(definitionOf(cohort));
  return surveys.flatMap((survey): Foreseen[] => {
    const { aboutKind, aboutId, remindedAt, remindAt, closesAt } = survey;
    const title = formOf(survey)?.title[locale];
    if (!title) return [];
    const about = aboutOf(survey);
    const isReminded = remindedAt === null && (aboutKind !== 'assignment' || active.has(aboutId));
    const said = { at: allowed(later(remindAt, from), settings), to: foreseen.silent, what: ask.text(title) };
    const told = { at: later(closesAt, from), to: foreseen.staff, what: results.text(title, about) };
    return [
      ...(isReminded ? [{ ...said, why: foreseen.remind(about) }] : []),
      ...(aboutKind === 'event' ? [{ ...told, why: foreseen.close }] : []),
    ];
  });
}

/** The civil days on which a form is asked next because of days that are known. */
async function daysOf(db: Db | Tx, cohort: Cohort, form: SurveyForm, { from, to }: Span): Promise<readonly string[]> {
  const { id, endsOn } = cohort;
  const { when } = form;
  if (when.after === 'end' && endsOn && (await lastingPlaces(db, id)).length > 0)
    return [monthsLater(endsOn, definitionOf(cohort).settings.followUpMonths)];
  if (when.after !== 'assignment') return [];
  const pairs = await standingAssignments(db, id, new Date(to.getTime() - (when.days - 1) * DAY));
  return pairs.flatMap(({ answeredAt }) => {
    const on = answeredAt && nextRound(civilOf(answeredAt).date, when, civilOf(from).date);
    return on && !(endsOn && on > endsOn) ? [on] : [];
  });
}

/** What will be asked, one line for each form and day. */
async function ofDays(db: Db | Tx, cohort: Cohort, span: Span, locale: Locale): Promise<readonly Foreseen[]> {
  const { ask, foreseen } = texts(locale);
  const definition = definitionOf(cohort);
  const all = definition.surveys.map(async (form) => {
    const days = new Set(await daysOf(db, cohort, form, span));
    const noons = [...days].map(noonOf).filter((noon) => noon > span.from);
    return noons.map((noon): Foreseen => {
      const { ask: at } = momentsIn(definition, noon, noon);
      return { at, to: foreseen.sides[form.people], what: ask.text(form.title[locale]), why: foreseen.ask };
    });
  });
  return (await Promise.all(all)).flat();
}

/** Surveys as the outbox lists them: what will be asked because of a day, reminders, and closings that staff are told of. */
export const foreseenSurveys: ForeseenOffer = async (_deps, db, cohortId, span, locale) => {
  const cohort = await cohortById(db, cohortId);
  if (!cohort) return [];
  const all = [...(await ofOpen(db, cohort, span, locale)), ...(await ofDays(db, cohort, span, locale))];
  return all.filter(({ at }) => at <= span.to);
};

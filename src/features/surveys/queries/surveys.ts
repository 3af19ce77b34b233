import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Survey } from '../../../platform/db/generated/client.ts';
import { type Answers, answers, counts, NOTHING, type Tally, texts } from '../rules/index.ts';

const withCohort = { cohort: true, roll: true } as const;

/** A survey with its cohort and roll; null when there is none. */
export const surveyById = (db: Db | Tx, id: string) => db.survey.findUnique({ where: { id }, include: withCohort });

export type SurveyRow = NonNullable<Awaited<ReturnType<typeof surveyById>>>;

export type HeldSurvey = Survey & { readonly asked: readonly string[]; readonly answered: readonly string[] };

/**
 * A survey with its roll, held: those who answer at once come one after the other (R4). The survey is read once the roll
 * is held, for it may have been closed while this waited.
 */
export async function holdSurvey(tx: Tx, id: string): Promise<HeldSurvey | null> {
  const [roll] = await tx.$queryRaw<Pick<HeldSurvey, 'asked' | 'answered'>[]>`
    SELECT "asked", "answered" FROM "SurveyRoll" WHERE "surveyId" = ${id}::uuid FOR UPDATE`;
  if (!roll) return null;
  const survey = await tx.survey.findUnique({ where: { id } });
  return survey && { ...survey, ...roll };
}

/** What was added up of anonymous answers. */
export async function storedTally(db: Db | Tx, surveyId: string): Promise<Tally> {
  const row = await db.surveyTally.findUnique({ where: { surveyId } });
  return row ? { answers: row.answers, counts: counts.parse(row.counts), texts: texts.parse(row.texts) } : NOTHING;
}

/** What was answered in the anonymous surveys of a form in a cohort that are over, in the order in which they closed. */
export async function closedTallies(db: Db | Tx, { cohortId, form }: { cohortId: string; form: string }) {
  const rows = await db.survey.findMany({
    where: { cohortId, form, isAnonymous: true, closedAt: { not: null } },
    select: { id: true, tally: true },
    orderBy: [{ closedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ id, tally: row }) =>
    row ? [{ id, tally: { answers: row.answers, counts: counts.parse(row.counts), texts: {} } satisfies Tally }] : [],
  );
}

export type NamedAnswer = {
  readonly personId: string;
  readonly name: string;
  readonly answers: Answers;
  readonly answeredAt: Date;
};

/** The answers of a named survey, in the order of the people's names. */
export async function namedAnswers(db: Db | Tx, surveyId: string): Promise<readonly NamedAnswer[]> {
  const rows = await db.surveyAnswer.findMany({
    where: { surveyId },
    include: { person: { select: { name: true } } },
    orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
  });
  return rows.map((row) => ({
    personId: row.personId,
    name: row.person.name,
    answers: answers.parse(row.answers),
    answeredAt: row.answeredAt,
  }));
}

/** What this person answered before in a named survey; null: nothing yet. */
export async function ownAnswer(db: Db | Tx, surveyId: string, personId: string): Promise<Answers | null> {
  const row = await db.surveyAnswer.findUnique({ where: { surveyId_personId: { surveyId, personId } } });
  return row && answers.parse(row.answers);
}

/** Whether this person has answered, with their name or without. */
export async function hasAnswered(db: Db | Tx, surveyId: string, personId: string): Promise<boolean> {
  const where = { surveyId, answered: { has: personId } };
  if (await db.surveyRoll.findFirst({ where, select: { surveyId: true } })) return true;
  return (await ownAnswer(db, surveyId, personId)) !== null;
}

/** Those asked who have not answered. */
export async function silentOf(db: Db | Tx, survey: HeldSurvey): Promise<readonly string[]> {
  const { id, isAnonymous, asked, answered } = survey;
  if (isAnonymous) return asked.filter((one) => !answered.includes(one));
  const rows = await db.surveyAnswer.findMany({ where: { surveyId: id }, select: { personId: true } });
  const spoke = new Set(rows.map(({ personId }) => personId));
  return asked.filter((one) => !spoke.has(one));
}

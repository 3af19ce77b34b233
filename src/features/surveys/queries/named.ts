import type { Db, Tx } from '../../../platform/db/client.ts';
import { type Tally, tidy } from '../rules/index.ts';

type Counted = { readonly question: string; readonly value: string; readonly n: number };
type Written = { readonly question: string; readonly words: readonly string[] };

/** What was answered in a named survey, added up by the database: there may be very many. */
export async function namedTally(db: Db | Tx, surveyId: string): Promise<Tally> {
  const counted = await db.$queryRaw<Counted[]>`
    SELECT q.key AS question, q.value #>> '{}' AS value, count(*)::int AS n
    FROM "SurveyAnswer" a CROSS JOIN LATERAL jsonb_each(a."answers") q
    WHERE a."surveyId" = ${surveyId}::uuid AND jsonb_typeof(q.value) <> 'object' GROUP BY 1, 2`;
  const written = await db.$queryRaw<Written[]>`
    SELECT q.key AS question, array_agg(q.value ->> 'words') AS words
    FROM "SurveyAnswer" a CROSS JOIN LATERAL jsonb_each(a."answers") q
    WHERE a."surveyId" = ${surveyId}::uuid AND jsonb_typeof(q.value) = 'object' GROUP BY 1`;
  const counts: Record<string, Record<string, number>> = {};
  for (const { question, value, n } of counted) counts[question] = { ...counts[question], [value]: n };
  const texts = Object.fromEntries(written.map(({ question, words }) => [question, words]));
  return tidy(await db.surveyAnswer.count({ where: { surveyId } }), counts, texts, surveyId);
}

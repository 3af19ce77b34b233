import type { Db, Tx } from '../../../platform/db/client.ts';
import { listExperts } from '../../experts/public.ts';

const withPlace = { participation: { include: { cohort: true, organisation: true } }, taker: true } as const;

/** A question with its organisation and who took it; null when there is none. */
export const questionById = (db: Db | Tx, id: string) =>
  db.fieldQuestion.findUnique({ where: { id }, include: withPlace });

export const questionsAmong = (db: Db | Tx, ids: readonly string[]) =>
  db.fieldQuestion.findMany({ where: { id: { in: [...ids] } }, include: withPlace });

/** Every question that nobody has taken. */
export const openQuestionIds = async (db: Db): Promise<readonly string[]> =>
  (await db.fieldQuestion.findMany({ where: { state: 'open' }, select: { id: true } })).map(({ id }) => id);

/** The people who know a field and are experts in the cohort. */
export async function expertsOfField(db: Db | Tx, cohortId: string, field: string): Promise<readonly string[]> {
  const all = await listExperts(db);
  return all
    .filter(({ fields, heldIn, isBot, isDeactivated }) => {
      const isHere = heldIn.some((held) => held === null || held === cohortId);
      return fields.includes(field) && isHere && !isBot && !isDeactivated;
    })
    .map(({ personId }) => personId);
}

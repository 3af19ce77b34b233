import type { Db, Tx } from '../../../platform/db/client.ts';

/** A page of the surveys of these cohorts (null: of all), the newest first, with how many were asked and answered. */
export async function surveyPage(db: Db, within: readonly string[] | null, from: number, size: number) {
  const where = within === null ? {} : { cohortId: { in: [...within] } };
  const [total, rows] = await Promise.all([
    db.survey.count({ where }),
    db.survey.findMany({
      where,
      include: {
        cohort: true,
        roll: true,
        tally: { select: { answers: true } },
        _count: { select: { answers: true } },
      },
      orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
      ...{ skip: from, take: size },
    }),
  ]);
  return { total, rows };
}

/** The organisation that a survey is about; null when it is about none. */
export async function organisationOf(
  db: Db | Tx,
  about: { aboutKind: string; aboutId: string },
): Promise<string | null> {
  const { aboutKind: kind, aboutId: id } = about;
  const place = { select: { organisation: { select: { name: true } } } } as const;
  const find = async () => {
    if (kind === 'participation') return db.participation.findUnique({ where: { id }, ...place });
    const of = { where: { id }, select: { participation: place } } as const;
    if (kind === 'assignment') return (await db.assignment.findUnique(of))?.participation;
    if (kind === 'consultation') return (await db.consultation.findUnique(of))?.participation;
    return null;
  };
  return (await find())?.organisation.name ?? null;
}

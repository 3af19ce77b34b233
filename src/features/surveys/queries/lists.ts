import type { Db, Tx } from '../../../platform/db/client.ts';
import { eventTitles } from '../../events/public.ts';

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

type About = { readonly aboutKind: string; readonly aboutId: string };

/**
 * What surveys are about, by the id of it: the title of the event, the organisation's name, or of an assignment the
 * organisation's and the expert's, for an organisation may have had several. One question a kind.
 */
export async function namesOf(db: Db | Tx, surveys: readonly About[]): Promise<ReadonlyMap<string, string>> {
  const of = (kind: string) => ({
    id: { in: surveys.filter((one) => one.aboutKind === kind).map((one) => one.aboutId) },
  });
  const organisation = { select: { name: true } } as const;
  const placed = { id: true, participation: { select: { organisation } } } as const;
  const [events, places, assignments, consultations] = await Promise.all([
    eventTitles(db, of('event').id.in),
    db.participation.findMany({ where: of('participation'), select: { id: true, organisation } }),
    db.assignment.findMany({ where: of('assignment'), select: { ...placed, expert: { select: { name: true } } } }),
    db.consultation.findMany({ where: of('consultation'), select: placed }),
  ]);
  return new Map([
    ...events,
    ...places.map(({ id, organisation: { name } }) => [id, name] as const),
    ...consultations.map((one) => [one.id, one.participation.organisation.name] as const),
    ...assignments.map(({ id, participation, expert }) => {
      return [id, [participation.organisation.name, expert.name].join(', ')] as const;
    }),
  ]);
}

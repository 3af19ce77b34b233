import type { Applicant } from '../../sandbox/play/applicants.ts';
import type { Db } from '../../src/platform/db/client.ts';

/** How far an organisation of the story has come, by the state of each thing; null where there is none. */
export type Outcome = {
  readonly application: string | null;
  readonly place: string | null;
  readonly expert: string | null;
  readonly consultation: string | null;
  readonly card: string | null;
  /** Of whoever was there, or of the invitation where nobody answered. */
  readonly event: string | null;
  readonly action: string | null;
  /** How many people its report counts. */
  readonly reported: number | null;
  readonly opinion: string | null;
};

/** Looks it up in the database, which nobody in the story does. */
export async function outcomeOf(db: Db, { person, name }: Applicant): Promise<Outcome> {
  const application = await db.application.findFirst({
    where: { editor: { slackUserId: person } },
    orderBy: { createdAt: 'desc' },
  });
  const participation = { organisation: { name } };
  const place = await db.participation.findFirst({ where: participation });
  const expert = await db.assignment.findFirst({ where: { participation, state: 'active' } });
  const consultation = place ? await db.consultation.findFirst({ where: { participationId: place.id } }) : null;
  const card = consultation
    ? await db.consultationCard.findUnique({ where: { consultationId: consultation.id } })
    : null;
  const invitation = await db.eventInvitation.findFirst({
    where: { participation },
    include: { registrations: { where: { state: 'attended' } } },
  });
  const action = await db.action.findFirst({ where: { participation }, include: { report: true, opinion: true } });
  return {
    application: application?.state ?? null,
    place: place?.state ?? null,
    expert: expert?.state ?? null,
    consultation: consultation?.state ?? null,
    card: card?.state ?? null,
    event: invitation?.registrations[0]?.state ?? invitation?.state ?? null,
    action: action?.state ?? null,
    reported: action?.report?.people ?? null,
    opinion: action?.opinion?.state ?? null,
  };
}

/** How many answered, by what the surveys were about. */
export async function surveysAnswered(db: Db): Promise<Readonly<Record<string, number>>> {
  const surveys = await db.survey.findMany({ include: { roll: true, answers: true } });
  const counts: Record<string, number> = {};
  for (const { aboutKind, roll, answers } of surveys) {
    const answered = (roll?.answered.length ?? 0) + answers.length;
    if (answered > 0) counts[aboutKind] = (counts[aboutKind] ?? 0) + answered;
  }
  return counts;
}

import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { absenceIdsOf } from '../../availability/public.ts';
import { type Doer, type JournalLine, record } from '../../journal/public.ts';
import { notify, retell } from '../../notices/public.ts';
import { touchCard } from '../../participations/public.ts';
import { NOTICES } from '../ids.ts';
import type { ConsultationRow } from '../queries/index.ts';

/** What the parts of one act share; the bot acts where something runs out. */
export type Act = { readonly deps: Deps; readonly tx: Tx; readonly doer: Doer; readonly now: Date };

/** Who hears of something: the organisation in its channel, or the expert. */
export type Audience = 'organisation' | 'expert';

type Said = { readonly kind: string; readonly key: string; readonly params: Readonly<Record<string, string>> };

/** Tells one side. An organisation without a channel hears of it nowhere. */
export async function tell({ deps, tx, now }: Act, row: ConsultationRow, to: Audience, said: Said): Promise<void> {
  const { channelId } = row.participation;
  const target = to === 'expert' ? { person: row.expertId } : channelId && { channel: channelId };
  if (!target) return;
  const { kind, key, params } = said;
  await notify(deps, tx, {
    ...{ kind, at: now, to: target, cohortId: row.cohortId },
    params: { ...params, to },
    key: `${kind}:${key}:${to}`,
  });
}

/** Tells the organisation's channel, and the expert unless it was they who acted. */
export async function tellBoth(act: Act, row: ConsultationRow, said: Said): Promise<void> {
  await tell(act, row, 'organisation', said);
  const isOwn = act.doer !== 'bot' && act.doer.personId === row.expertId;
  if (!isOwn) await tell(act, row, 'expert', said);
}

/** What is said because of an absence: once for each consultation in it. */
export const awayKey = (consultationId: string, absenceId: string): string => `${consultationId}:${absenceId}`;

/** Has what was said of a consultation put right (N8), and the organisation's card. */
export async function retellConsultation({ deps, tx }: Act, row: ConsultationRow): Promise<void> {
  const { id, participationId } = row;
  const moves = await tx.consultationMove.findMany({ where: { consultationId: id }, select: { id: true } });
  const absenceIds = await absenceIdsOf(tx, row.expertId);
  const stems = [
    ...['first', 'approved'].map((step) => `${NOTICES.time}:${id}:${step}`),
    ...moves.map((move) => `${NOTICES.moved}:${move.id}`),
    ...absenceIds.map((absenceId) => `${NOTICES.away}:${awayKey(id, absenceId)}`),
  ];
  const keys = stems.flatMap((stem) => [`${stem}:organisation`, `${stem}:expert`]);
  await retell(deps, tx, { key: { in: keys } });
  await touchCard(deps, tx, participationId);
}

type Line = Pick<JournalLine, 'act' | 'from' | 'to' | 'reason' | 'detail'>;

/** Writes what was done to a consultation; who acts for the organisation is named with it (R2). */
export async function note(act: Act, row: ConsultationRow, isForOrganisation: boolean, line: Line): Promise<void> {
  const onBehalfOf = isForOrganisation ? row.participation.organisation.name : null;
  const about = { subject: 'consultation', subjectId: row.id, cohortId: row.cohortId };
  await record(act.deps, act.tx, act.doer, act.now, { ...line, ...about, onBehalfOf });
}

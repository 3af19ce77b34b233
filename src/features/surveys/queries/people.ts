import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Prisma } from '../../../platform/db/generated/client.ts';
import { OPEN_STATES } from '../../participations/public.ts';

/** What a survey is about. */
export type AboutWhat = { readonly cohortId: string; readonly aboutKind: string; readonly aboutId: string };

/** The places whose channels may hear of it: that of the one organisation it is about, or after an event all. */
function concerned({ cohortId, aboutKind, aboutId: id }: AboutWhat): Prisma.ParticipationWhereInput {
  if (aboutKind === 'participation') return { cohortId, id };
  if (aboutKind === 'assignment') return { cohortId, assignments: { some: { id } } };
  return aboutKind === 'consultation' ? { cohortId, consultations: { some: { id } } } : { cohortId };
}

/** The channels in which people of other workspaces are asked, by person; whoever can be written to is not in it. */
export async function channelsOf(
  db: Db | Tx,
  about: AboutWhat,
  people: readonly string[],
  homeTeamId: string,
): Promise<ReadonlyMap<string, string>> {
  const foreign = await db.person.findMany({
    where: { id: { in: [...people] }, slackTeamId: { not: homeTeamId }, slackUserId: { not: null } },
    select: { id: true },
  });
  if (foreign.length === 0) return new Map();
  const places = await db.participation.findMany({
    where: { ...concerned(about), state: { in: [...OPEN_STATES] }, channelId: { not: null } },
    select: {
      channelId: true,
      organisation: { select: { representatives: { where: { endedAt: null }, select: { personId: true } } } },
      assignments: { where: { state: 'active' }, select: { expertId: true } },
    },
    orderBy: { id: 'asc' },
  });
  const found = new Map<string, string>();
  for (const { channelId, organisation, assignments } of places) {
    const there = [...organisation.representatives.map((one) => one.personId), ...assignments.map((a) => a.expertId)];
    for (const id of there) if (channelId && !found.has(id)) found.set(id, channelId);
  }
  return new Map(foreign.flatMap(({ id }) => (found.has(id) ? [[id, found.get(id) ?? '']] : [])));
}

/** Those of the people who have a profile as an expert. */
export async function expertsAmong(db: Db | Tx, people: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.expertProfile.findMany({
    where: { personId: { in: [...people] } },
    select: { personId: true },
  });
  return new Set(rows.map(({ personId }) => personId));
}

/** Those of the people who can be asked in Slack; each once. */
export async function reachable(db: Db | Tx, people: readonly string[]): Promise<readonly string[]> {
  const rows = await db.person.findMany({
    where: { id: { in: [...people] }, slackUserId: { not: null }, isDeactivated: false, isBot: false },
    select: { id: true },
  });
  return rows.map(({ id }) => id).toSorted();
}

import { expect } from 'vitest';
import { FOREIGN_TEAM_ID, PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { admit } from '../../src/features/participations/public.ts';
import { knowPerson } from '../../src/features/people/public.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import type { Workspace } from './workspace.ts';

/** Somebody of another workspace is known because the foundation wrote them down. */
async function known({ app }: Workspace, person: string): Promise<string> {
  const { deps } = app;
  const now = deps.clock.now();
  if (person !== PEOPLE.foreign) {
    const found = await knowPerson(deps, person, now);
    if (!found.ok) throw new Error(found.reason);
    return found.value.id;
  }
  const id = deps.ids.next();
  const flags = { isAdmin: false, isGuest: false, isBot: false, isDeactivated: false };
  const slack = { slackTeamId: FOREIGN_TEAM_ID, slackUserId: person, checkedAt: now };
  await deps.db.person.create({ data: { id, name: 'Romana Zagraniczna', ...slack, ...flags, createdAt: now } });
  return id;
}

type Admitted = {
  /** The organisation's. */
  readonly name: string;
  /** Slack id of its one representative, and of the expert who leads it, if any. */
  readonly person: string;
  readonly expert?: string | undefined;
};

/** An organisation that was admitted to the only cohort, with its channel, by no call; gives the channel's name. */
export async function admittedIn(workspace: Workspace, { name, person, expert }: Admitted): Promise<string> {
  const { deps } = workspace.app;
  const { db, ids } = deps;
  const now = deps.clock.now();
  const cohort = await db.cohort.findFirstOrThrow();
  const organisationId = ids.next();
  const register = { registerType: 'other', registerName: 'próbny', registerNumber: organisationId };
  const facts = { town: 'Zmyślin', voivodeship: 'lodzkie', legalForm: 'association', createdAt: now, version: 1 };
  await db.organisation.create({ data: { id: organisationId, name, ...register, ...facts } });
  const personId = await known(workspace, person);
  await db.representative.create({
    data: { id: ids.next(), organisationId, personId, isContact: true, startedAt: now },
  });
  const admission = { cohortId: cohort.id, organisationId, applicationId: null, subject: null, grantGrosze: 600_000 };
  const expertId = expert && (await known(workspace, expert));
  const placeId = await inTransaction(db, async (tx) => {
    const participationId = await admit(deps, tx, 'bot', now, admission);
    if (!expertId) return participationId;
    const answer = { proposedAt: now, proposedBy: expertId, answeredAt: now, announcedAt: now, version: 1 };
    const role = { personId: expertId, role: 'expert' };
    const isExpert = (await tx.roleGrant.count({ where: { ...role, endedAt: null } })) > 0;
    if (!isExpert) await tx.roleGrant.create({ data: { id: ids.next(), ...role, grantedAt: now } });
    await tx.assignment.create({ data: { id: ids.next(), participationId, expertId, state: 'active', ...answer } });
    return participationId;
  });
  await workspace.sandbox.settled();
  const { channelId } = await db.participation.findUniqueOrThrow({ where: { id: placeId } });
  const channel = workspace.sandbox.world.channel(channelId ?? '');
  if (person === PEOPLE.foreign) channel?.sharedWith.push(FOREIGN_TEAM_ID);
  if (channel && !channel.members.includes(person)) channel.members.push(person);
  return channel?.name ?? '?';
}

type Put = {
  readonly room: string;
  readonly button: 'Ustaw termin' | 'Przesuń';
  /** Civil date. */
  readonly date: string;
  readonly reason: string | null;
};

/** Staff open the list where they are and give the first line without a date, or with the earliest one, another date. */
export async function putDate(staff: PersonDriver, { room, button, date, reason }: Put): Promise<void> {
  await staff.slash(room, '/debiuty termin');
  await staff.click(button);
  await staff.fill({ Dzień: date, ...(reason ? { Powód: reason } : {}) });
  expect(await staff.submit()).toMatchObject({ action: 'pushed' });
  expect(staff.modal()?.heading).toBe('Sprawdź i potwierdź');
  expect(await staff.submit()).toMatchObject({ action: 'cleared' });
}

import type { Actor } from '../../src/core/actor.ts';
import { toInstant, WARSAW } from '../../src/core/calendar/index.ts';
import { consultations } from '../../src/features/consultations/index.ts';
import { records } from '../../src/features/records/index.ts';
import type { CardForm } from '../../src/features/records/input.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { actor } from './actors.ts';
import type { TestDeps } from './deps.ts';
import { addPerson, makeCohort, makeExpert, makePerson, makePlace, PLACE_FEATURES } from './places.ts';

export const RECORD_FEATURES = [...PLACE_FEATURES, consultations, records];

export type Stage = {
  readonly cohortId: string;
  readonly participationId: string;
  readonly expert: Actor;
  readonly member: Actor;
  readonly staff: Actor;
  readonly channelId: string;
};

let stages = 0;

/** A cohort with an organisation in its channel, its expert, and staff. */
export async function makeStage(test: TestDeps): Promise<Stage> {
  stages += 1;
  const cohortId = await makeCohort(test, 'debiuty-2024', `zapis-${stages}`);
  const expert = await makeExpert(test, 'Celina Przykładowa', { cohortId });
  const { id: participationId, organisationId } = await makePlace(test, cohortId, 'Stowarzyszenie Zmyślony Ogród');
  const channelId = `C0REC${stages}`;
  await test.deps.db.participation.update({ where: { id: participationId }, data: { channelId } });
  const person = await makePerson(test, 'Halina Zmyślona', { isGuest: true });
  await addPerson(test, organisationId, person.personId, true);
  const staff = await makePerson(test, 'Alicja Zespołowa', { roles: [{ role: 'staff', cohortId }] });
  const member = actor({ ...person, organisationIds: [organisationId] });
  return { cohortId, participationId, expert, member, staff, channelId };
}

const at = (date: string, time: string): Date => toInstant({ date, time, zone: WARSAW }).instant;

/** A consultation in a state, by default one that is booked, from 10 to 11. */
export async function makeMeeting(
  test: TestDeps,
  stage: Stage,
  day: string,
  { state = 'booked', from = '10:00', to = '11:00' } = {},
): Promise<string> {
  const { deps } = test;
  const { cohortId, participationId, expert, member } = stage;
  const [id, startsAt, endsAt] = [deps.ids.next(), at(day, from), at(day, to)];
  const times = { startsAt, endsAt, busyFrom: startsAt, busyUntil: endsAt, zone: WARSAW };
  const isOver = !['booked', 'requested'].includes(state);
  await inTransaction(deps.db, (tx) =>
    tx.consultation.create({
      data: {
        ...{ id, cohortId, participationId, expertId: expert.personId, state, kind: 'online', ...times },
        ...{ topic: 'Budżet działania', askedBy: member.personId, createdAt: startsAt, bookedAt: startsAt },
        ...{ isLate: false, sequence: 0, version: 1, endedAt: isOver ? endsAt : null },
      },
    }),
  );
  return id;
}

/** A card as the form sends it. */
export const cardOf = (day: string, change: Partial<CardForm> = {}): CardForm => ({
  ...{ date: day, from: '10:00', to: '11:30', minutes: '', kind: 'online', people: 'Halina, Celina', area: 'budżet' },
  ...{ agreed: 'Plan do poprawy', steps: 'Szkic | Halina | 10.06.2024\nTelefon do gminy', documents: '', send: 'now' },
  ...change,
});

import type { Actor } from '../../src/core/actor.ts';
import { toInstant, WARSAW } from '../../src/core/calendar/index.ts';
import { actions } from '../../src/features/actions/index.ts';
import { deadlines } from '../../src/features/deadlines/index.ts';
import { opinions } from '../../src/features/opinions/index.ts';
import type { OpinionForm } from '../../src/features/opinions/input.ts';
import { opinionFallsDue, releaseIn, writeOpinion } from '../../src/features/opinions/operations/index.ts';
import { vouchers } from '../../src/features/vouchers/index.ts';
import type { Db } from '../../src/platform/db/client.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { actor } from './actors.ts';
import { type TestDeps, testDeps } from './deps.ts';
import { addPerson, makeCohort, makeExpert, makePerson, makePlace, PLACE_FEATURES } from './places.ts';

const OPINION_FEATURES = [...PLACE_FEATURES, deadlines, actions, opinions, vouchers];

export type Stage = {
  readonly cohortId: string;
  readonly participationId: string;
  readonly organisationId: string;
  readonly actionId: string;
  readonly expert: Actor;
  readonly other: Actor;
  readonly member: Actor;
  readonly staff: Actor;
  readonly colleague: Actor;
  readonly channelId: string;
};

let stages = 0;

type Ahead = { readonly kind: string; readonly dueOn: string; readonly dueTime?: string; readonly origin: string };

/** A deadline of a place, given by staff (`chosen`) or by the rule that follows another date (`rule`); its id. */
export async function setAhead(test: TestDeps, place: Pick<Stage, 'cohortId' | 'participationId'>, ahead: Ahead) {
  const { db, ids, clock } = test.deps;
  const { kind, dueOn, dueTime = '23:59', origin } = ahead;
  const { cohortId, participationId } = place;
  const due = { date: dueOn, time: dueTime, zone: WARSAW };
  const set = { dueOn, dueTime, zone: WARSAW, dueAt: toInstant(due).instant };
  const open = { state: 'open', shownOverdue: false, createdAt: clock.now(), version: 1 };
  const id = ids.next();
  await db.deadline.create({ data: { id, cohortId, participationId, kind, ...set, ...open } });
  const step = { act: 'set', toOn: dueOn, toTime: dueTime, zone: WARSAW, origin, at: clock.now() };
  await db.deadlineChange.create({ data: { id: ids.next(), moveId: ids.next(), deadlineId: id, ...step } });
  return id;
}

/** Makes this expert lead the organisation from now on, and nobody else. */
export async function lead(test: TestDeps, participationId: string, expertId: string): Promise<void> {
  const { db, ids, clock } = test.deps;
  const now = clock.now();
  await db.assignment.updateMany({ where: { participationId }, data: { state: 'replaced', endedAt: now } });
  const moments = { proposedAt: now, answeredAt: now, announcedAt: now };
  const who = { participationId, expertId, proposedBy: expertId };
  await db.assignment.create({ data: { id: ids.next(), ...who, state: 'active', ...moments, version: 1 } });
}

/** Writes an action with one date on this day, at which its expert was, if `observed`. */
export async function makeAction(
  test: Pick<TestDeps, 'deps'>,
  { cohortId, participationId, expertId }: { cohortId: string; participationId: string; expertId: string },
  { day = '2024-03-05', observed = true, title = 'Spacer po zmyślonym rynku' } = {},
): Promise<string> {
  const { db, ids } = test.deps;
  const actionId = ids.next();
  const [startsAt, endsAt] = [new Date(`${day}T10:00:00+01:00`), new Date(`${day}T12:00:00+01:00`)];
  const planned = { plannedBy: expertId, plannedAt: startsAt, endedAt: endsAt, endedBy: expertId, lastDay: day };
  await db.action.create({
    data: { id: actionId, cohortId, participationId, title, state: 'held', ...planned, version: 1 },
  });
  await db.actionDate.create({
    data: {
      ...{ id: ids.next(), actionId, date: day, fromTime: '10:00', toTime: '12:00', zone: 'Europe/Warsaw', startsAt },
      ...{ endsAt, place: 'Zmyślin, rynek', state: 'held', isPartly: false, answeredAt: endsAt, answeredBy: expertId },
      ...{ expertId, attends: 'agreed', observed, sequence: 0, version: 1 },
    },
  });
  return actionId;
}

/** A cohort with an organisation in its channel, whose action was on 5 March, its expert, another one, and two of staff. */
export async function makeOpinionStage(test: TestDeps, { observed = true } = {}): Promise<Stage> {
  stages += 1;
  const cohortId = await makeCohort(test, 'debiuty-2024', `opinia-${stages}`);
  const expert = await makeExpert(test, 'Celina Przykładowa', { cohortId });
  const other = await makeExpert(test, 'Bogdan Wymyślony', { cohortId });
  const { id: participationId, organisationId } = await makePlace(test, cohortId, 'Stowarzyszenie Zmyślony Ogród');
  const channelId = `C0OPI${stages}`;
  await test.deps.db.participation.update({ where: { id: participationId }, data: { channelId } });
  const person = await makePerson(test, 'Halina Zmyślona', { isGuest: true });
  await addPerson(test, organisationId, person.personId, true);
  const roles = [{ role: 'staff', cohortId }] as const;
  const [staff, colleague] = [
    await makePerson(test, 'Alicja Zespołowa', { roles }),
    await makePerson(test, 'Jan Zespołowy', { roles }),
  ];
  await lead(test, participationId, expert.personId);
  const actionId = await makeAction(test, { cohortId, participationId, expertId: expert.personId }, { observed });
  const member = actor({ ...person, organisationIds: [organisationId] });
  return { cohortId, participationId, organisationId, actionId, expert, other, member, staff, colleague, channelId };
}

/** The organisation says how its action went. */
export const endAction = (
  { deps }: TestDeps,
  { actionId, participationId, cohortId, member }: Stage,
  how: 'held' | 'cancelled' = 'held',
  lastDay = '2024-03-05',
): Promise<void> =>
  inTransaction(deps.db, (tx) =>
    opinionFallsDue(deps, tx, member, deps.clock.now(), {
      ...{ actionId, participationId, cohortId, how, lastDay, zone: 'Europe/Warsaw' },
    }),
  );

/** The opinion's form as it is sent. */
/** A stage the day after its action, with nothing said or waiting yet. */
export async function stageAfterAction(db: Db): Promise<{ readonly test: TestDeps; readonly stage: Stage }> {
  await db.$executeRawUnsafe('TRUNCATE "Notice"');
  const test = testDeps(db, OPINION_FEATURES);
  test.clock.set('2024-03-06T12:00:00+01:00');
  const stage = await makeOpinionStage(test);
  await endAction(test, stage);
  test.queued.length = 0;
  return { test, stage };
}

export const opinionOf = (change: Partial<OpinionForm> = {}): OpinionForm => ({
  ...{ smooth: 'Wiele rozmów z mieszkankami', care: 'Więcej czasu na zaproszenia', reason: '', send: 'now' },
  ...{ ratings: { openness: 4 }, evidence: 'observed', recommendations: ['Zaprosić wcześniej', 'Opisać wyniki'] },
  ...change,
});

export const opinionRow = ({ deps }: TestDeps, { participationId }: Pick<Stage, 'participationId'>) =>
  deps.db.opinion.findUniqueOrThrow({
    where: { participationId },
    include: {
      versions: { orderBy: { number: 'asc' } },
      tasks: { orderBy: { id: 'asc' } },
      drafts: true,
      selfEvaluation: true,
    },
  });

/** The expert sends it, as it stands now. */
export async function sendOpinion(test: TestDeps, stage: Stage, who: Actor = stage.expert, form = opinionOf()) {
  const { id: opinionId, version } = await opinionRow(test, stage);
  return writeOpinion(test.deps, who, test.clock.now(), { opinionId, version }, form);
}

/** Staff release what was sent, at once. */
export async function releaseOpinion(test: TestDeps, stage: Stage, who: Actor = stage.staff) {
  const { deps, clock } = test;
  const { id: opinionId, version } = await opinionRow(test, stage);
  return inTransaction(deps.db, (tx) => releaseIn({ deps, tx, actor: who, now: clock.now() }, { opinionId, version }));
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import {
  approveWish,
  askForTime,
  refuseWish,
  reportDone,
  withdrawWish,
} from '../../../../src/features/deadlines/operations/index.ts';
import { asMatters } from '../../../../src/features/obligations/operations/words.ts';
import { openFor } from '../../../../src/features/obligations/queries/open.ts';
import { definitionOf } from '../../../../src/features/programmes/public.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { DEADLINE_FEATURES, datesOf, put } from '../../../support/deadlines.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { expectObligationsToFollow } from '../../../support/obligations.ts';
import { addPerson, EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let staff: Actor;
let halina: Actor;
let garden: { readonly id: string; readonly organisationId: string };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, DEADLINE_FEATURES);
  test.clock.set('2023-06-01T10:00:00+02:00');
  cohortId = await makeCohort(test, 'debiuty-2023');
  await database.db.cohort.update({ where: { id: cohortId }, data: { endsOn: '2024-01-31' } });
  staff = await makePerson(test, 'Alicja', { roles: [{ role: 'staff', cohortId: null }] });
  garden = await makePlace(test, cohortId, 'Zmyślony Ogród');
  const person = await makePerson(test, 'Halina', { isGuest: true });
  await addPerson(test, garden.organisationId, person.personId, true);
  halina = { ...person, organisationIds: [garden.organisationId] };
  await test.runQueued();
  await put(test, staff, { cohortId, kind: 'action', date: '2023-08-05', reason: null });
  await test.runQueued();
});

const idOf = async (kind: string): Promise<string> =>
  (
    await database.db.deadline.findUniqueOrThrow({
      where: { participationId_kind: { participationId: garden.id, kind } },
    })
  ).id;

type Asking = { readonly kind?: string; readonly until?: string; readonly who?: Actor; readonly requestId?: string };

async function ask({
  kind = 'action',
  until = '2023-08-19',
  who = halina,
  requestId = test.deps.ids.next(),
}: Asking = {}) {
  const wish = { requestId, deadlineId: await idOf(kind), reason: 'Choroba <!channel>', proposedOn: until };
  return { requestId, outcome: await askForTime(test.deps, who, test.clock.now(), wish, null) };
}

const stateOf = async (id: string) => (await database.db.timeRequest.findUniqueOrThrow({ where: { id } })).state;
const paused = async () =>
  (await database.db.obligation.findMany({ where: { closedAt: null } })).filter(
    ({ params }) => (params as { paused?: boolean }).paused === true,
  );
const inChannel = (channelId: string) =>
  test.slack.messages.filter((one) => one.channelId === channelId).map(({ message }) => JSON.stringify(message));
const ofStaff = () => inChannel('Gdebiuty-2023');

describe('a wish for more time', () => {
  it('pauses the matter, asks staff once, and is theirs to answer', async () => {
    const { requestId, outcome } = await ask();
    expect(outcome).toMatchObject({ value: { state: 'open', isLate: false } });
    await test.runQueued();
    expect(await paused()).toHaveLength(1);
    expect(ofStaff().at(-1)).toContain('19 sierpnia 2023 r.');
    expect(ofStaff().at(-1)).toContain('&lt;!channel&gt;');
    expect(ofStaff().at(-1)).toContain('Razem z nim przesuną się: sprawozdanie');
    const matters = await asMatters(test.deps, await openFor(database.db, staff, test.clock.now()), 'pl');
    expect(matters.map(({ words }) => words.what)).toContain(
      'Odpowiedz na prośbę o więcej czasu: Zmyślony Ogród, działanie',
    );
    expect(await ask()).toMatchObject({ outcome: { reason: 'asked_already' } });
    expect(await ask({ requestId })).toMatchObject({ outcome: { ok: true } });
    expect(await database.db.timeRequest.count()).toBe(1);
    await expectObligationsToFollow(test.deps);
  });

  it('is granted with one click: the date moves with what follows, the channel is told, the question shows the answer', async () => {
    const { requestId } = await ask();
    await test.runQueued();
    const press = () => approveWish(test.deps, staff, test.clock.now(), requestId);
    const both = await Promise.all([press(), press()]);
    expect(both.map((one) => (one.ok ? 'yes' : one.reason)).sort()).toEqual(['is_approved', 'yes']);
    await test.runQueued();
    expect(await datesOf(test, garden.id)).toEqual([
      'action 2023-08-19 open',
      'opinion 2023-09-04 open',
      'report 2023-09-18 open',
    ]);
    expect(await paused()).toEqual([]);
    const { channelId } = await database.db.participation.findUniqueOrThrow({ where: { id: garden.id } });
    expect(inChannel(channelId ?? '').filter((text) => text.includes('Na prośbę o więcej czasu'))).toHaveLength(1);
    expect(ofStaff().at(-1)).toContain('Odpowiedź: zgoda.');
    expect(ofStaff().at(-1)).not.toContain('Odmowa');
    expect(test.slack.messages.map(({ message }) => JSON.stringify(message)).join()).not.toContain('5 sierpnia');
    await expectObligationsToFollow(test.deps);
  });

  it('is refused with or without a reason; the organisation is told and the date stays', async () => {
    const { requestId } = await ask();
    await test.runQueued();
    const answer = { id: requestId, reason: 'Grant kończy się wcześniej' };
    expect(await refuseWish(test.deps, staff, test.clock.now(), answer)).toMatchObject({ ok: true });
    expect(await refuseWish(test.deps, staff, test.clock.now(), answer)).toMatchObject({ reason: 'is_refused' });
    expect(await approveWish(test.deps, staff, test.clock.now(), requestId)).toMatchObject({ reason: 'is_refused' });
    await test.runQueued();
    const { channelId } = await database.db.participation.findUniqueOrThrow({ where: { id: garden.id } });
    expect(inChannel(channelId ?? '').at(-1)).toContain('Grant kończy się wcześniej');
    expect(await datesOf(test, garden.id)).toContain('action 2023-08-05 open');
    expect(await paused()).toEqual([]);
    expect((await ask({ until: '2023-08-12' })).outcome).toMatchObject({ ok: true });
  });

  it('is for whoever owes it; answers are for staff', async () => {
    const expert = await makeExpert(test, 'Ewa');
    for (const who of [staff, expert, await makePerson(test, 'Obca')])
      expect((await ask({ who })).outcome).toMatchObject({ reason: 'not_yours' });
    const { requestId } = await ask();
    for (const who of [halina, expert]) {
      expect(await approveWish(test.deps, who, test.clock.now(), requestId)).toMatchObject({ reason: 'not_allowed' });
      expect(await refuseWish(test.deps, who, test.clock.now(), { id: requestId, reason: null })).toMatchObject({
        reason: 'not_allowed',
      });
    }
    expect(await withdrawWish(test.deps, expert, test.clock.now(), requestId, null)).toMatchObject({
      reason: 'not_yours',
    });
    expect(await withdrawWish(test.deps, halina, test.clock.now(), requestId, null)).toMatchObject({ ok: true });
    expect(await approveWish(test.deps, staff, test.clock.now(), requestId)).toMatchObject({ reason: 'is_withdrawn' });
    expect(await paused()).toEqual([]);
  });

  it('of an expert is answered in person, not in the organisation’s channel', async () => {
    const expert = await makeExpert(test, 'Ewa');
    await database.db.assignment.create({
      data: {
        ...{ id: test.deps.ids.next(), participationId: garden.id, expertId: expert.personId, state: 'active' },
        ...{ proposedAt: test.clock.now(), proposedBy: staff.personId, answeredAt: test.clock.now(), version: 1 },
      },
    });
    expect((await ask({ kind: 'opinion', until: '2023-09-20' })).outcome).toMatchObject({ reason: 'not_yours' });
    const { requestId } = await ask({ kind: 'opinion', until: '2023-09-20', who: expert });
    await refuseWish(test.deps, staff, test.clock.now(), { id: requestId, reason: 'za późno' });
    await test.runQueued();
    expect(inChannel(expert.slackUserId).at(-1)).toContain('opinia po działaniu (Zmyślony Ogród)');
    const { channelId } = await database.db.participation.findUniqueOrThrow({ where: { id: garden.id } });
    expect(inChannel(channelId ?? '').join()).not.toContain('za późno');
  });

  it('beyond the funder’s last day is refused at once; after the due date it is possible and marked late', async () => {
    expect((await ask({ until: '2024-02-01' })).outcome).toMatchObject({ reason: 'after_last_day' });
    expect((await ask({ until: '2023-08-05' })).outcome).toMatchObject({ reason: 'not_later' });
    test.clock.set('2023-08-10T09:00:00+02:00');
    expect((await ask({ until: '2023-08-09' })).outcome).toMatchObject({ reason: 'in_past' });
    const { requestId, outcome } = await ask();
    expect(outcome).toMatchObject({ value: { isLate: true } });
    await test.runQueued();
    expect(ofStaff().at(-1)).toContain('Prośba przyszła po terminie.');
    test.clock.set('2023-08-25T09:00:00+02:00');
    expect(await approveWish(test.deps, staff, test.clock.now(), requestId)).toMatchObject({ reason: 'in_past' });
    expect(await stateOf(requestId)).toBe('open');
  });

  it('ends by itself when the matter is done, taken away, or moved that far', async () => {
    const done = await ask();
    await reportDone(test.deps, halina, test.clock.now(), await idOf('action'), null);
    expect(await stateOf(done.requestId)).toBe('withdrawn');
    const met = await ask({ kind: 'report', until: '2023-09-11' });
    await put(test, staff, { cohortId, kind: 'report', date: '2023-09-10', participationId: garden.id });
    expect(await stateOf(met.requestId)).toBe('open');
    await put(test, staff, { cohortId, kind: 'report', date: '2023-09-12', participationId: garden.id });
    expect(await stateOf(met.requestId)).toBe('approved');
    await test.runQueued();
    expect(ofStaff().join()).not.toContain('deadlines_approve');
    await expectObligationsToFollow(test.deps);
  });
});

describe('the policy of a programme', () => {
  beforeEach(async () => {
    const { definition } = await database.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    const known = definitionOf({ definition });
    const changed = { ...known, settings: { ...known.settings, extensionPolicyDays: 7 } };
    await database.db.cohort.update({ where: { id: cohortId }, data: { definition: changed } });
  });

  it('grants up to so many days at once, without asking staff, and not again from there', async () => {
    expect((await ask({ until: '2023-08-12' })).outcome).toMatchObject({ value: { state: 'by_policy' } });
    expect(await datesOf(test, garden.id)).toContain('action 2023-08-12 open');
    const { requestId, outcome } = await ask({ until: '2023-08-13' });
    expect(outcome).toMatchObject({ value: { state: 'open' } });
    await test.runQueued();
    expect(await database.db.notice.count({ where: { kind: 'deadlines.asked' } })).toBe(1);
    const change = await database.db.deadlineChange.findFirst({
      where: { deadlineId: await idOf('action'), act: 'moved' },
    });
    expect(change).toMatchObject({ origin: 'policy', personId: null });
    expect(await stateOf(requestId)).toBe('open');
    await expectObligationsToFollow(test.deps);
  });

  it('grants nothing after the due moment', async () => {
    test.clock.set('2023-08-06T09:00:00+02:00');
    expect((await ask({ until: '2023-08-07' })).outcome).toMatchObject({ value: { state: 'open', isLate: true } });
  });
});

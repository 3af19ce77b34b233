import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { applications } from '../../../../src/features/applications/index.ts';
import { changeClosing, previewClosing } from '../../../../src/features/deadlines/operations/index.ts';
import { openFor } from '../../../../src/features/obligations/queries/open.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { DEADLINE_FEATURES } from '../../../support/deadlines.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { answersFor, completeDraft, DURING, makeCall, OTHER_NUMBERS, send, TOO_LATE } from '../../../support/intake.ts';
import { expectObligationsToFollow } from '../../../support/obligations.ts';
import { EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let callId: string;
let staff: Actor;
let halina: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [...DEADLINE_FEATURES, applications]);
  test.clock.set(DURING);
  cohortId = await makeCohort(test, 'debiuty-2023');
  callId = await makeCall(test, cohortId);
  staff = await makePerson(test, 'Alicja', { roles: [{ role: 'staff', cohortId: null }] });
  halina = await makePerson(test, 'Halina');
});

type Wish = {
  readonly date: string;
  readonly time?: string;
  readonly who?: Actor;
  readonly moveId?: string;
  readonly version?: number;
};

async function close({ date, time = '23:59', who = staff, moveId = test.deps.ids.next(), version }: Wish) {
  const call = await database.db.call.findUniqueOrThrow({ where: { id: callId } });
  const wish = { callId, moveId, date, time, reason: 'Awaria łącza', version: version ?? call.version };
  return changeClosing(test.deps, who, test.clock.now(), wish);
}

const dms = (who: Actor) =>
  test.slack.messages
    .filter(({ channelId }) => channelId === who.slackUserId)
    .map(({ message }) => JSON.stringify(message));
const posts = () =>
  test.slack.messages
    .filter(({ channelId }) => channelId === 'Cdebiuty-2023')
    .map(({ message }) => JSON.stringify(message));

describe('the closing of a call', () => {
  it('is extended: drafts live on, their owners and the channel are told once, and history keeps both (CO-2, case 6)', async () => {
    await completeDraft(test, halina, callId);
    const before = await openFor(database.db, halina, test.clock.now());
    expect(before[0]?.dueOn).toBe('2023-05-07');
    expect(await close({ date: '2023-05-21' })).toMatchObject({ value: { cohort: 'Edycja debiuty-2023' } });
    await test.runQueued();
    expect((await openFor(database.db, halina, test.clock.now()))[0]?.dueOn).toBe('2023-05-21');
    expect(dms(halina).filter((text) => text.includes('potrwa dłużej'))).toHaveLength(1);
    expect(dms(halina).at(-1)).toContain('applications_resume');
    expect(posts().filter((text) => text.includes('potrwa dłużej'))).toHaveLength(1);
    const [change] = await database.db.deadlineChange.findMany({ where: { callId } });
    expect(change).toMatchObject({ fromOn: '2023-05-07', toOn: '2023-05-21', reason: 'Awaria łącza' });
    await expectObligationsToFollow(test.deps);
    test.clock.set('2023-05-21T23:59:59.999+02:00');
    expect(await send(test, halina, await completeDraft(test, halina, callId))).toMatchObject({ ok: true });
  });

  it('moved again leaves no message with the first date, the proof of an application included', async () => {
    await send(test, halina, await completeDraft(test, halina, callId));
    await test.runQueued();
    expect(dms(halina).join()).toContain('7 maja');
    await close({ date: '2023-05-21' });
    await test.runQueued();
    await close({ date: '2023-05-28' });
    await test.runQueued();
    const shown = test.slack.messages.map(({ message }) => JSON.stringify(message)).join();
    expect(shown).toContain('28 maja');
    expect(shown).not.toMatch(/\b(?:7|21) maja/);
  });

  it('closes early, opens again after it was over, and never before an application that was received', async () => {
    await send(test, halina, await completeDraft(test, halina, callId));
    expect(await close({ date: '2023-05-05', time: '11:59' })).toMatchObject({ reason: 'submissions_after' });
    expect(await close({ date: '2023-05-06' })).toMatchObject({ ok: true });
    const igor = await makePerson(test, 'Igor');
    test.clock.set('2023-05-07T10:00:00+02:00');
    expect(await close({ date: '2023-05-14' })).toMatchObject({ ok: true });
    const draft = await completeDraft(test, igor, callId, answersFor({ organisation_name: 'Most', ...OTHER_NUMBERS }));
    expect(await send(test, igor, draft)).toMatchObject({ ok: true });
    await test.runQueued();
    expect(posts().join()).toContain('jest znów otwarty');
  });

  it('after an outage is moved backwards for everybody; what was late stays a draft for staff to decide (T8, case 7)', async () => {
    const draft = await completeDraft(test, halina, callId);
    test.clock.set(TOO_LATE);
    await send(test, halina, draft);
    test.clock.set('2023-05-08T01:00:00+02:00');
    expect(await close({ date: '2023-05-08', time: '00:30' })).toMatchObject({ ok: true });
    expect((await database.db.application.findFirstOrThrow()).state).toBe('draft');
    expect(await openFor(database.db, halina, test.clock.now())).toEqual([]);
  });

  it('is for staff of the cohort, and is over once results are out', async () => {
    const other = await makePerson(test, 'Inna', {
      roles: [{ role: 'staff', cohortId: await makeCohort(test, 'debiuty-2024') }],
    });
    for (const who of [halina, other])
      expect(await close({ date: '2023-05-21', who })).toMatchObject({ reason: 'not_allowed' });
    await database.db.call.update({ where: { id: callId }, data: { releasedAt: test.clock.now() } });
    expect(await close({ date: '2023-05-21' })).toMatchObject({ reason: 'resolved' });
  });

  it('sent twice at once is one move; what was shown and changed meanwhile is refused', async () => {
    await completeDraft(test, halina, callId);
    const wish = { date: '2023-05-21', moveId: test.deps.ids.next() };
    const both = await Promise.all([close(wish), close(wish), close(wish)]);
    expect(both.every((one) => one.ok)).toBe(true);
    expect(await database.db.deadlineChange.count({ where: { callId } })).toBe(1);
    expect(await database.db.notice.count({ where: { kind: 'deadlines.closing' } })).toBe(2);
    expect(await close({ date: '2023-05-28', version: 1 })).toMatchObject({ reason: 'changed_meanwhile' });
  });

  it('is shown before it is made, with how many people have a draft', async () => {
    await completeDraft(test, halina, callId);
    const wish = { callId, moveId: test.deps.ids.next(), date: '2023-05-21', time: '18:00', reason: 'x' };
    const preview = await previewClosing(test.deps, staff, test.clock.now(), wish);
    expect(preview).toMatchObject({ value: { editors: 1, closing: { change: 'extended' } } });
    expect(await database.db.deadlineChange.count({ where: { callId } })).toBe(0);
  });
});

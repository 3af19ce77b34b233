import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideHow, doDue, sayHow } from '../../../../src/features/records/operations/index.ts';
import type { Says } from '../../../../src/features/records/rules/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { makePerson } from '../../../support/places.ts';
import { makeMeeting, makeStage, RECORD_FEATURES, type Stage } from '../../../support/records.ts';

let database: TestDatabase;
let test: TestDeps;
let stage: Stage;
let meeting: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe('TRUNCATE "Notice", "TookPlace"');
  await database.db.consultation.updateMany({
    where: { state: 'booked' },
    data: { state: 'expired', endedAt: new Date() },
  });
  test = testDeps(database.db, RECORD_FEATURES);
  stage = await makeStage(test);
  meeting = await makeMeeting(test, stage, '2024-03-05');
  test.clock.set('2024-03-05T11:05:00+01:00');
  test.queued.length = 0;
});

const tick = async () => {
  await doDue(test.deps, test.clock.now());
  await test.runQueued();
};
const say = (who: 'member' | 'expert' | 'staff', says: Says, channelId: string | null = null) =>
  sayHow(test.deps, stage[who], test.clock.now(), { consultationId: meeting, says }, channelId);
const state = async () => (await database.db.consultation.findUniqueOrThrow({ where: { id: meeting } })).state;
const kinds = async () =>
  (await database.db.notice.findMany({ orderBy: { createdAt: 'asc' } })).map(({ kind }) => kind);
const shown = () => JSON.stringify(test.slack.messages.map(({ message }) => message));

describe('after a consultation', () => {
  it('both sides are asked once, and not before it is over', async () => {
    test.clock.set('2024-03-05T10:59:00+01:00');
    await tick();
    expect(test.slack.messages).toEqual([]);
    test.clock.set('2024-03-05T11:00:00+01:00');
    await tick();
    await tick();
    expect(test.slack.messages.map(({ channelId }) => channelId).sort()).toEqual(
      [stage.channelId, stage.expert.slackUserId].sort(),
    );
  });

  it('nobody is asked at night', async () => {
    test.clock.set('2024-03-05T21:00:00+01:00');
    await tick();
    expect(test.slack.messages).toEqual([]);
    test.clock.set('2024-03-06T08:00:00+01:00');
    await tick();
    expect(test.slack.messages).toHaveLength(2);
  });

  it('one that was cancelled is not asked about', async () => {
    await database.db.consultation.update({
      where: { id: meeting },
      data: { state: 'cancelled_by_expert', endedAt: test.clock.now() },
    });
    await tick();
    expect(test.slack.messages).toEqual([]);
    expect(await say('member', 'yes')).toMatchObject({ ok: false, reason: 'not_booked' });
  });

  it('two that agree settle it, and the questions say so', async () => {
    await tick();
    expect(await say('member', 'yes')).toMatchObject({ ok: true, value: { verdict: null } });
    expect(await state()).toBe('booked');
    expect(await say('expert', 'yes')).toMatchObject({ ok: true, value: { verdict: { outcome: 'held' } } });
    await test.runQueued();
    expect([await state(), shown().match(/Konsultacja się odbyła\./g)?.length]).toEqual(['held', 2]);
    expect(shown()).not.toContain('records_absent');
    expect(await say('member', 'no')).toMatchObject({ ok: false, reason: 'already_settled' });
  });

  it('a disagreement is told to staff once; a changed mind settles it all the same', async () => {
    await tick();
    await say('member', 'yes');
    expect(await say('expert', 'absent')).toMatchObject({ ok: true, value: { verdict: 'staff' } });
    await say('member', 'yes');
    await test.runQueued();
    expect((await kinds()).filter((kind) => kind === 'records.disagreed')).toHaveLength(1);
    expect(await say('expert', 'yes')).toMatchObject({ ok: true, value: { verdict: { outcome: 'held' } } });
    await test.runQueued();
    expect(shown()).toContain('Rozstrzygnięte. Konsultacja się odbyła.');
    expect(shown()).not.toContain('records_expert_absent');
  });

  it('staff decide with one click, and nobody else does', async () => {
    await tick();
    const decide = (who: 'member' | 'expert' | 'staff') =>
      decideHow(test.deps, stage[who], test.clock.now(), { consultationId: meeting, decision: 'expert_absent' });
    expect(await decide('member')).toMatchObject({ reason: 'not_allowed' });
    expect(await decide('expert')).toMatchObject({ reason: 'not_allowed' });
    expect(await decide('staff')).toMatchObject({ ok: true });
    expect(await decide('staff')).toMatchObject({ reason: 'already_settled' });
    expect(await kinds()).toEqual(expect.arrayContaining(['records.missed', 'records.ended']));
    await test.runQueued();
    expect(shown()).toContain('To spotkanie nie zmniejsza puli Waszych godzin.');
    expect(await database.db.tookPlace.findFirstOrThrow()).toMatchObject({ decidedBy: stage.staff.personId });
  });

  it('the first that an organisation misses costs nothing and has a card of no minutes, the next counts', async () => {
    await say('member', 'no');
    await say('expert', 'absent');
    await test.runQueued();
    expect(await state()).toBe('no_show');
    const card = await database.db.consultationCard.findFirstOrThrow({ include: { versions: true } });
    expect([card.state, card.versions.map(({ minutes }) => minutes)]).toEqual(['confirmed', [0]]);
    expect(shown()).toContain('nie zmniejsza puli Waszych godzin');
    meeting = await makeMeeting(test, stage, '2024-03-05', { from: '08:00', to: '09:00' });
    await say('member', 'no');
    await say('expert', 'absent');
    await test.runQueued();
    expect(shown()).toContain('zmniejsza pulę Waszych godzin');
  });

  it('silence of one side after five days believes the other, of both it is for staff', async () => {
    const quiet = await makeMeeting(test, stage, '2024-03-05', { from: '08:00', to: '09:00' });
    await tick();
    await say('member', 'yes');
    test.clock.set('2024-03-10T23:59:59+01:00');
    await tick();
    expect(await state()).toBe('booked');
    test.clock.set('2024-03-11T00:00:00+01:00');
    await tick();
    await tick();
    expect(await state()).toBe('held');
    expect(await database.db.tookPlace.findUniqueOrThrow({ where: { consultationId: quiet } })).toMatchObject({
      state: 'staff',
    });
  });

  it('a guest of the channel speaks for the organisation, staff and strangers do not', async () => {
    await tick();
    const guest = await makePerson(test, 'Gościnna Osoba', { isGuest: true });
    const wanted = { consultationId: meeting, says: 'yes' as const };
    const as = (channelId: string | null) => sayHow(test.deps, guest, test.clock.now(), wanted, channelId);
    expect(await as('C0OTHER')).toMatchObject({ reason: 'not_allowed' });
    expect(await as(null)).toMatchObject({ reason: 'not_allowed' });
    expect(await as(stage.channelId)).toMatchObject({ ok: true, value: { side: 'organisation' } });
    expect(await say('staff', 'yes', stage.channelId)).toMatchObject({ reason: 'staff_decide' });
    expect(
      await sayHow(test.deps, guest, test.clock.now(), { ...wanted, consultationId: guest.personId }, null),
    ).toMatchObject({
      reason: 'not_allowed',
    });
  });

  it('the channel is not told that the expert was absent', async () => {
    const seenBy = (id: string) => {
      const seen = test.slack.messages.filter(({ channelId }) => channelId === id);
      return JSON.stringify(seen.map(({ message }) => message));
    };
    await tick();
    await say('member', 'absent', stage.channelId);
    await test.runQueued();
    expect(seenBy(stage.channelId)).toContain('Odpowiedź zapisana. Można ją zmienić');
    expect(seenBy(stage.channelId)).not.toContain('Zapisana odpowiedź');
    await say('expert', 'no');
    await test.runQueued();
    expect((await database.db.tookPlace.findFirstOrThrow()).missed).toBe('expert');
    for (const id of [stage.channelId, stage.expert.slackUserId]) {
      expect(seenBy(id)).toContain('Konsultacja się nie odbyła.');
      expect(seenBy(id)).not.toMatch(/nie było eksperta/i);
    }
  });

  it('whoever was staff or an expert before is not the organisation’s voice, though still in its channel', async () => {
    await tick();
    const { cohortId, channelId } = stage;
    const as = async (role: 'staff' | 'expert', of: string | null) => {
      const former = { ...(await makePerson(test, 'Dawna Osoba')), formerRoles: [{ role, cohortId: of }] };
      return sayHow(test.deps, former, test.clock.now(), { consultationId: meeting, says: 'no' }, channelId);
    };
    for (const of of [cohortId, null]) {
      expect(await as('staff', of)).toMatchObject({ reason: 'not_allowed' });
      expect(await as('expert', of)).toMatchObject({ reason: 'not_allowed' });
    }
    expect(await as('expert', test.deps.ids.next())).toMatchObject({ ok: true, value: { side: 'organisation' } });
  });

  it('both sides at the same moment settle it once', async () => {
    await tick();
    await Promise.all([say('member', 'no'), say('expert', 'no'), say('member', 'no')]);
    expect(await state()).toBe('not_held');
    expect((await kinds()).filter((kind) => kind === 'records.ended')).toHaveLength(1);
  });
});

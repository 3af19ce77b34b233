import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { programmes } from '../../../../src/features/programmes/index.ts';
import { prepareCohort, refreshCards } from '../../../../src/features/programmes/jobs/index.ts';
import { createCohort, retryCohort } from '../../../../src/features/programmes/operations/index.ts';
import { cohortById } from '../../../../src/features/programmes/public.ts';
import { problemsOf } from '../../../../src/features/programmes/rules/problems.ts';
import { SlackFailure } from '../../../../src/platform/slack/failure.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makePerson } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let ada: Actor;
let bo: Actor;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, [programmes]);
  test.clock.set('2023-04-01T10:00:00.000+02:00');
  ada = await makePerson(test, 'Ada Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
  bo = await makePerson(test, 'Bo Prowadząca');
  id = test.deps.ids.next();
  const outcome = await createCohort(test.deps, ada, test.clock.now(), {
    cohortId: id,
    basis: { definition: 'debiuty-2023' },
    name: 'Debiuty 2023',
    places: 30,
    grantGrosze: 600_000,
    voucherGrosze: 200_000,
    call: {
      opensOn: '2023-04-04',
      opensTime: '00:00',
      closesOn: '2023-05-07',
      closesTime: '23:59',
      closingRule: 'inclusive',
    },
    staff: [bo.slackUserId],
  });
  expect(outcome.ok).toBe(true);
});

const row = async () => {
  const cohort = await cohortById(database.db, id);
  if (!cohort) throw new Error('no cohort');
  return cohort;
};
const made = () => [...test.slack.channels.values()];
const count = (method: string) => test.slack.calls.filter((call) => call.method === method).length;
const textOf = (message: { readonly blocks: readonly unknown[] } | undefined) => JSON.stringify(message?.blocks);
const said = (channelId: string | null) => test.slack.messages.filter((one) => one.channelId === channelId);

describe('the channels of a cohort', () => {
  it('are an open one and a private one of the staff, with card and first message', async () => {
    await test.runQueued();
    const { channelId, staffChannelId, cardTs, noteTs, problem } = await row();
    expect(made().sort()).toEqual(['debiuty-2023', 'debiuty-2023-zespol']);
    const creations = test.slack.calls.filter((call) => call.method === 'createChannel').map((call) => call.args);
    expect(creations).toEqual([
      ['debiuty-2023-zespol', true],
      ['debiuty-2023', false],
    ]);
    for (const channel of [channelId, staffChannelId]) {
      expect([...(test.slack.invited.get(channel ?? '') ?? [])].sort()).toEqual(
        [ada.slackUserId, bo.slackUserId].sort(),
      );
    }
    expect(test.slack.pins.has(`${channelId}/${cardTs}`)).toBe(true);
    expect(textOf(said(channelId)[0]?.message)).toContain('niedziela, 7 maja 2023 r., godz. 23:59');
    expect(said(staffChannelId).map((one) => one.ts)).toEqual([noteTs]);
    expect(problem).toBe(null);
  });

  it('get a suffix when the name is taken', async () => {
    test.slack.takenNames.add('debiuty-2023');
    test.slack.takenNames.add('debiuty-2023-2');
    await test.runQueued();
    expect(made().sort()).toEqual(['debiuty-2023-3', 'debiuty-2023-zespol']);
  });

  it('are made once, however often the job runs', async () => {
    await test.runQueued();
    await prepareCohort(test.deps, id);
    await prepareCohort(test.deps, id);
    expect(count('createChannel')).toBe(2);
    expect(test.slack.messages).toHaveLength(2);
    expect(count('update')).toBe(0);
  });

  it('are found again when Slack made one but its answer was lost', async () => {
    test.slack.failNext('createChannel', new SlackFailure('no_answer', { doubtful: true }), 'after');
    await expect(test.runQueued()).rejects.toThrow('no_answer');
    await prepareCohort(test.deps, id);
    expect(made().sort()).toEqual(['debiuty-2023', 'debiuty-2023-zespol']);
  });

  it('and card are posted once when the answer to the post was lost', async () => {
    test.slack.failNext('post', new SlackFailure('no_answer', { doubtful: true }), 'after');
    await expect(test.runQueued()).rejects.toThrow('no_answer');
    await prepareCohort(test.deps, id);
    const { channelId, cardTs } = await row();
    expect(said(channelId)).toHaveLength(1);
    expect(test.slack.pins.has(`${channelId}/${cardTs}`)).toBe(true);
  });

  it('wait out a rate limit: the job is tried again and nothing is lost', async () => {
    test.slack.failNext('invite', new SlackFailure('ratelimited', { retryAfterSeconds: 30 }));
    await expect(test.runQueued()).rejects.toThrow('ratelimited');
    expect((await row()).problem).toBe(null);
    await prepareCohort(test.deps, id);
    expect((await row()).cardTs).not.toBe(null);
  });
});

describe('a refusal of Slack', () => {
  it('is kept, told to staff once with the button that tries again, and mended by it', async () => {
    test.slack.failNext('pin', new SlackFailure('too_many_pins'));
    await test.runQueued();
    const { staffChannelId, cardTs } = await row();
    expect(problemsOf(await row())).toEqual([{ step: 'card', code: 'too_many_pins', people: [] }]);
    const told = said(staffChannelId).filter((one) => textOf(one.message)?.includes('programmes_retry'));
    expect(told).toHaveLength(1);
    expect(textOf(told[0]?.message)).toContain('odepnij którąś');
    expect(await retryCohort(test.deps, ada, test.clock.now(), id)).toMatchObject({ ok: true });
    await test.runQueued();
    expect(await row()).toMatchObject({ problem: null, cardTs });
  });

  it('goes to the person who set the cohort up while there is no staff channel', async () => {
    for (let n = 0; n < 2; n += 1) test.slack.failNext('createChannel', new SlackFailure('restricted_action'));
    await test.runQueued();
    expect(problemsOf(await row()).map((one) => `${one.step} ${one.code}`)).toEqual([
      'staff_channel restricted_action',
      'channel restricted_action',
    ]);
    expect(said(ada.slackUserId)).toHaveLength(1);
    await prepareCohort(test.deps, id);
    expect(made()).toHaveLength(2);
    expect((await row()).problem).toBe(null);
  });

  it('to invite one person names that person and stops nothing', async () => {
    test.slack.uninvitable.set(bo.slackUserId, 'cant_invite');
    await test.runQueued();
    const cohort = await row();
    expect(problemsOf(cohort)).toEqual([{ step: 'invite', code: 'cant_invite', people: [bo.personId] }]);
    expect(cohort.cardTs).not.toBe(null);
    const [note, problem] = said(cohort.staffChannelId);
    expect(note?.ts).toBe(cohort.noteTs);
    expect(textOf(problem?.message)).toContain('Bo Prowadząca');
  });

  it('may be tried again by staff only', async () => {
    const visitor = await makePerson(test, 'Gość Ciekawski');
    expect(await retryCohort(test.deps, visitor, test.clock.now(), id)).toMatchObject({ reason: 'not_allowed' });
  });
});

describe('the card', () => {
  const tickAt = async (iso: string) => {
    test.clock.set(iso);
    await refreshCards(test.deps, test.clock.now());
    const asked = test.queued.length;
    await test.runQueued();
    return asked;
  };

  it('is edited in place when the call opens, each day while it is open, and when it closes', async () => {
    await test.runQueued();
    expect(await tickAt('2023-04-03T23:59:00+02:00')).toBe(0);
    expect(await tickAt('2023-04-04T00:00:00+02:00')).toBe(1);
    expect(await tickAt('2023-04-04T00:01:00+02:00')).toBe(0);
    expect(await tickAt('2023-04-05T00:00:00+02:00')).toBe(1);
    expect(await tickAt('2023-05-07T23:59:59+02:00')).toBe(1);
    expect(await tickAt('2023-05-08T00:00:00+02:00')).toBe(1);
    expect(await tickAt('2023-06-08T00:00:00+02:00')).toBe(0);
    const { channelId } = await row();
    expect(said(channelId)).toHaveLength(1);
    expect(textOf(said(channelId)[0]?.message)).toContain('Nabór się zakończył');
    expect(count('update')).toBe(4);
  });

  it('is refreshed once when two processes tick at the same moment', async () => {
    await test.runQueued();
    test.clock.set('2023-04-04T00:00:00+02:00');
    await Promise.all([1, 2].map(() => refreshCards(test.deps, test.clock.now())));
    expect(test.queued).toHaveLength(1);
  });

  it('is posted anew and pinned when somebody deleted it', async () => {
    await test.runQueued();
    const before = await row();
    test.slack.messages.splice(
      test.slack.messages.findIndex((one) => one.ts === before.cardTs),
      1,
    );
    await test.slack.post('C0ELSE', { text: 'x', blocks: [] });
    await test.slack.post('C0ELSE', { text: 'x', blocks: [] });
    await tickAt('2023-04-04T00:00:00+02:00');
    const after = await row();
    expect(after.cardTs).not.toBe(before.cardTs);
    expect(test.slack.pins.has(`${after.channelId}/${after.cardTs}`)).toBe(true);
  });

  it('has the buttons that other features offer', async () => {
    const offer = async () => ({ order: 1, fields: [['Zgłoszenia', '12'] as const] });
    test = { ...test, deps: { ...test.deps, offers: { ...test.deps.offers, cohortCards: [offer] } } };
    await prepareCohort(test.deps, id);
    const { channelId } = await row();
    expect(textOf(said(channelId)[0]?.message)).toContain('*Zgłoszenia*');
  });
});

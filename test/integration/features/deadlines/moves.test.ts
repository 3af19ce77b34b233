import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { nextDeadline, showOverdue } from '../../../../src/features/deadlines/jobs.ts';
import {
  changeLastDay,
  moveDeadlines,
  previewMove,
  reportDone,
} from '../../../../src/features/deadlines/operations/index.ts';
import { openOfPlace } from '../../../../src/features/obligations/queries/open.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { change, DEADLINE_FEATURES, datesOf, line, put } from '../../../support/deadlines.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { expectObligationsToFollow } from '../../../support/obligations.ts';
import { addPerson, EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace } from '../../../support/places.ts';

const NOW = '2023-06-01T10:00:00+02:00';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let staff: Actor;
let garden: { readonly id: string; readonly organisationId: string };
let bridge: { readonly id: string; readonly organisationId: string };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, DEADLINE_FEATURES);
  test.clock.set(NOW);
  cohortId = await makeCohort(test, 'debiuty-2023');
  await database.db.cohort.update({ where: { id: cohortId }, data: { endsOn: '2024-01-31' } });
  staff = await makePerson(test, 'Alicja', { roles: [{ role: 'staff', cohortId: null }] });
  garden = await makePlace(test, cohortId, 'Zmyślony Ogród');
  bridge = await makePlace(test, cohortId, 'Papierowy Most');
  await test.runQueued();
});

const said = (): readonly string[] => test.slack.messages.map(({ message }) => JSON.stringify(message));
const changesOf = (deadlineId: string) =>
  database.db.deadlineChange.findMany({ where: { deadlineId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
const theDeadline = (kind: string, participationId = garden.id) =>
  database.db.deadline.findUniqueOrThrow({ where: { participationId_kind: { participationId, kind } } });

describe('setting and moving', () => {
  it('for all organisations is one event: one journal line, one word to each channel, history, what follows', async () => {
    const outcome = await put(test, staff, { cohortId, kind: 'action', date: '2023-08-05', reason: null });
    expect(outcome).toMatchObject({ value: { places: 2 } });
    const both = ['action 2023-08-05 open', 'opinion 2023-08-21 open', 'report 2023-09-04 open'];
    expect([await datesOf(test, garden.id), await datesOf(test, bridge.id)]).toEqual([both, both]);
    expect(
      await database.db.journalEntry.findMany({ where: { act: { startsWith: 'deadlines.' }, cohortId } }),
    ).toHaveLength(1);
    const notices = await database.db.notice.findMany({ where: { kind: 'deadlines.moved', cohortId } });
    expect(notices.map(({ targetKind }) => targetKind)).toEqual(['channel', 'channel']);
    await test.runQueued();
    expect(said().filter((text) => text.includes('Nowe terminy'))).toHaveLength(2);
    await expectObligationsToFollow(test.deps);
  });

  it('for some moves only those, with a reason, and no message shows the old date any more', async () => {
    await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-03', reason: null });
    await test.runQueued();
    expect(said().join()).toContain('3 lipca');
    const some = { of: 'places' as const, ids: [garden.id] };
    expect(
      await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-17', scope: some, reason: null }),
    ).toMatchObject({
      reason: 'reason_missing',
    });
    await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-17', scope: some, reason: 'Powódź w gminie' });
    await test.runQueued();
    expect([await datesOf(test, garden.id), await datesOf(test, bridge.id)]).toEqual([
      ['plan 2023-07-17 open'],
      ['plan 2023-07-03 open'],
    ]);
    const channels = await database.db.participation.findMany({ select: { id: true, channelId: true } });
    const inGarden = test.slack.messages.filter(
      ({ channelId }) => channelId === channels.find(({ id }) => id === garden.id)?.channelId,
    );
    const shown = JSON.stringify(inGarden.map(({ message }) => message));
    expect(shown).toContain('17 lipca');
    expect(shown).toContain('Powódź w gminie');
    expect(shown).not.toContain('3 lipca');
    const { id } = await theDeadline('plan');
    expect((await changesOf(id)).map(({ act, fromOn, toOn, reason }) => [act, fromOn, toOn, reason])).toEqual([
      ['set', null, '2023-07-03', null],
      ['moved', '2023-07-03', '2023-07-17', 'Powódź w gminie'],
    ]);
  });

  it('for a line of the list means those who stand there now', async () => {
    const one = { of: 'places' as const, ids: [garden.id] };
    await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-03', scope: one, reason: null });
    const target = { cohortId, participationId: null, group: line('plan', '2023-07-03') };
    const wish = {
      target,
      scope: { of: 'row' as const },
      date: '2023-07-10',
      time: '23:59',
      reason: 'x',
      moveId: test.deps.ids.next(),
    };
    const preview = await previewMove(test.deps, staff, test.clock.now(), wish);
    expect(preview.ok && preview.value.plan.steps.map(({ participationId }) => participationId)).toEqual([garden.id]);
  });

  it('is refused to others, in the past, after the last day, for nobody, and where nothing changes', async () => {
    const outsider = await makePerson(test, 'Obca');
    const expert = await makeExpert(test, 'Ewa');
    const other = await makePerson(test, 'Inna', {
      roles: [{ role: 'staff', cohortId: await makeCohort(test, 'debiuty-2024') }],
    });
    for (const who of [outsider, expert, other])
      expect(await put(test, who, { cohortId, kind: 'plan', date: '2023-07-03' })).toMatchObject({
        reason: 'not_allowed',
      });
    expect(await put(test, staff, { cohortId, kind: 'plan', date: '2023-05-31' })).toMatchObject({ reason: 'in_past' });
    expect(await put(test, staff, { cohortId, kind: 'plan', date: '2024-02-01' })).toMatchObject({
      reason: 'after_last_day',
    });
    const nobody = { of: 'places' as const, ids: [test.deps.ids.next()] };
    expect(await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-03', scope: nobody })).toMatchObject({
      reason: 'nobody',
    });
    expect(await put(test, staff, { cohortId, kind: 'unheard', date: '2023-07-03' })).toMatchObject({
      reason: 'unknown_kind',
    });
    await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-03' });
    expect(await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-03' })).toMatchObject({
      reason: 'unchanged',
    });
    expect(await database.db.deadline.count()).toBe(2);
  });

  it('sent twice, even at once, is one move (R3)', async () => {
    const moveId = test.deps.ids.next();
    const target = { cohortId, participationId: null, group: line('plan') };
    const wish = { target, scope: { of: 'all' as const }, date: '2023-07-03', time: '23:59', reason: null, moveId };
    const preview = await previewMove(test.deps, staff, test.clock.now(), wish);
    const seen = preview.ok ? preview.value.seen : '';
    const send = () => moveDeadlines(test.deps, staff, test.clock.now(), { ...wish, seen });
    const all = await Promise.all([send(), send(), send()]);
    expect(all.map((one) => one.ok && one.value.places).sort()).toEqual([0, 0, 2]);
    expect(await database.db.notice.count({ where: { kind: 'deadlines.moved' } })).toBe(2);
    expect(await database.db.deadlineChange.count({ where: { moveId } })).toBe(2);
  });

  it('by two people at once moves once; the other is shown what is there now (R4)', async () => {
    await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-03', reason: null });
    const bartek = await makePerson(test, 'Bartek', { roles: [{ role: 'staff', cohortId }] });
    const target = { cohortId, participationId: null, group: line('plan', '2023-07-03') };
    const asked = (date: string) => ({
      target,
      scope: { of: 'all' as const },
      date,
      time: '23:59',
      reason: 'x',
      moveId: test.deps.ids.next(),
    });
    const wishes = [asked('2023-07-10'), asked('2023-07-17')];
    const prepared = await Promise.all(wishes.map((wish) => previewMove(test.deps, staff, test.clock.now(), wish)));
    const outcomes = await Promise.all(
      prepared.map((one, n) =>
        moveDeadlines(test.deps, n === 0 ? staff : bartek, test.clock.now(), {
          ...(wishes[n] ?? asked('2023-07-10')),
          seen: one.ok ? one.value.seen : '',
        }),
      ),
    );
    expect(outcomes.map((one) => (one.ok ? 'moved' : one.reason)).sort()).toEqual(['changed_meanwhile', 'moved']);
    await expectObligationsToFollow(test.deps);
  });

  it('takes along dates of their own by as many days, and leaves what is done', async () => {
    await put(test, staff, { cohortId, kind: 'action', date: '2023-08-05', reason: null });
    await put(test, staff, { cohortId, kind: 'report', date: '2023-09-20', participationId: garden.id });
    await change(test, staff, { act: 'finish', cohortId, kind: 'opinion', participationId: bridge.id });
    await put(test, staff, { cohortId, kind: 'action', date: '2023-08-12' });
    expect(await datesOf(test, garden.id)).toEqual([
      'action 2023-08-12 open',
      'opinion 2023-08-28 open',
      'report 2023-09-27 open',
    ]);
    expect(await datesOf(test, bridge.id)).toEqual([
      'action 2023-08-12 open',
      'opinion 2023-08-21 done',
      'report 2023-09-11 open',
    ]);
  });

  it('leaves organisations that are out of the programme alone', async () => {
    await database.db.participation.update({ where: { id: bridge.id }, data: { state: 'resigned' } });
    expect(await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-03' })).toMatchObject({
      value: { places: 1 },
    });
    expect(await datesOf(test, bridge.id)).toEqual([]);
  });
});

describe('what is done', () => {
  beforeEach(async () => {
    await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-03', reason: null });
  });

  it('is reported by the organisation, once; staff open it again', async () => {
    const halina = await makePerson(test, 'Halina');
    await addPerson(test, garden.organisationId, halina.personId);
    const own = { ...halina, organisationIds: [garden.organisationId] };
    const { id } = await theDeadline('plan');
    const press = () => reportDone(test.deps, own, test.clock.now(), id, null);
    const both = await Promise.all([press(), press()]);
    expect(both.map((one) => (one.ok ? 'done' : one.reason)).sort()).toEqual(['already_done', 'done']);
    expect(await openOfPlace(database.db, garden.id, test.clock.now())).toEqual([]);
    expect(
      await change(test, staff, { act: 'reopen', cohortId, kind: 'plan', participationId: garden.id }),
    ).toMatchObject({ ok: true });
    expect(await openOfPlace(database.db, garden.id, test.clock.now())).toHaveLength(1);
    expect((await changesOf(id)).map(({ act }) => act)).toEqual(['set', 'done', 'reopened']);
    await expectObligationsToFollow(test.deps);
  });

  it('is not for an expert, a stranger or another organisation to report; staff may, and it is written down', async () => {
    const { id } = await theDeadline('plan');
    const expert = await makeExpert(test, 'Ewa');
    const neighbour = { ...(await makePerson(test, 'Igor')), organisationIds: [bridge.organisationId] };
    for (const who of [expert, neighbour, await makePerson(test, 'Obca')])
      expect(await reportDone(test.deps, who, test.clock.now(), id, null)).toMatchObject({ reason: 'not_yours' });
    const place = await database.db.participation.findUniqueOrThrow({ where: { id: garden.id } });
    expect(await reportDone(test.deps, expert, test.clock.now(), id, place.channelId)).toMatchObject({
      reason: 'not_yours',
    });
    expect((await reportDone(test.deps, staff, test.clock.now(), id, null)).ok).toBe(true);
    const line = await database.db.journalEntry.findFirst({ where: { cohortId, act: 'deadlines.done_on_behalf' } });
    expect(line?.personId).toBe(staff.personId);
  });

  it('may be said by whoever is in the organisation’s channel', async () => {
    const place = await database.db.participation.findUniqueOrThrow({ where: { id: garden.id } });
    const second = await makePerson(test, 'Druga', { isGuest: true });
    const { id } = await theDeadline('plan');
    expect((await reportDone(test.deps, second, test.clock.now(), id, place.channelId)).ok).toBe(true);
  });

  it('taken away needs a reason, is told, and can be given a date again', async () => {
    const one = { cohortId, kind: 'plan', participationId: garden.id };
    expect(await change(test, staff, { act: 'remove', ...one, reason: null })).toMatchObject({
      reason: 'reason_missing',
    });
    expect(await change(test, staff, { act: 'remove', ...one })).toMatchObject({ value: { places: 1 } });
    expect(await change(test, staff, { act: 'remove', ...one })).toMatchObject({ reason: 'nobody' });
    await test.runQueued();
    expect(said().some((text) => text.includes('termin już nie obowiązuje'))).toBe(true);
    await put(test, staff, { ...one, date: '2023-07-20' });
    expect(await datesOf(test, garden.id)).toEqual(['plan 2023-07-20 open']);
  });
});

describe('a date that passes', () => {
  const card = async () => {
    const { channelId, cardTs } = await database.db.participation.findUniqueOrThrow({ where: { id: garden.id } });
    const found = test.slack.messages.find((one) => one.channelId === channelId && one.ts === cardTs);
    return JSON.stringify(found?.message);
  };

  it('is shown as overdue on the card once its minute is over, and names the next moment before', async () => {
    await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-03', reason: null });
    await test.runQueued();
    const next = await nextDeadline(test.deps, test.clock.now());
    expect(next?.at.toISOString()).toBe('2023-07-03T21:59:00.000Z');
    expect(next?.what).toContain('termin: plan działania');
    for (const [now, jobs] of [
      ['2023-07-03T23:59:59.999+02:00', 0],
      ['2023-07-04T00:00:00.000+02:00', 2],
      ['2023-07-04T00:01:00.000+02:00', 0],
    ] as const) {
      test.clock.set(now);
      await showOverdue(test.deps, test.clock.now());
      expect(test.queued).toHaveLength(jobs);
      await test.runQueued();
    }
    expect(await card()).toContain('Po terminie');
    await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-10' });
    await test.runQueued();
    expect(await card()).not.toContain('Po terminie');
    test.clock.set('2023-07-11T08:00:00.000+02:00');
    await showOverdue(test.deps, test.clock.now());
    expect(test.queued).toHaveLength(2);
  });
});

describe('the funder’s last day', () => {
  it('bounds what follows, and does not move before an open date or a call', async () => {
    await put(test, staff, { cohortId, kind: 'action', date: '2024-01-15', reason: null });
    expect(await datesOf(test, garden.id)).toContain('report 2024-01-31 open');
    const to = (endsOn: string, reason: string | null = 'aneks') =>
      changeLastDay(test.deps, staff, test.clock.now(), { cohortId, endsOn, reason });
    expect(await to('2024-01-20')).toMatchObject({ reason: 'deadlines_after', detail: { count: 4 } });
    expect(await to('2024-03-31', null)).toMatchObject({ reason: 'reason_missing' });
    expect((await to('2024-03-31')).ok).toBe(true);
    expect(await put(test, staff, { cohortId, kind: 'plan', date: '2024-03-30' })).toMatchObject({ ok: true });
    const outsider = await makePerson(test, 'Obca');
    const wish = { cohortId, endsOn: '2025-01-01', reason: 'x' };
    expect(await changeLastDay(test.deps, outsider, test.clock.now(), wish)).toMatchObject({ reason: 'not_allowed' });
  });
});

describe('what the database guarantees', () => {
  it('keeps history append-only', async () => {
    await put(test, staff, { cohortId, kind: 'plan', date: '2023-07-03', reason: null });
    const { id } = await theDeadline('plan');
    const rewrite = database.db.deadlineChange.updateMany({ where: { deadlineId: id }, data: { reason: 'nigdy' } });
    await expect(rewrite).rejects.toThrow(/append-only/);
    await expect(database.db.deadlineChange.deleteMany({ where: { deadlineId: id } })).rejects.toThrow(/append-only/);
  });
});

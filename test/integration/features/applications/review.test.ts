import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { startOf } from '../../../../src/features/applications/ids/decisions.ts';
import { prepareDecision } from '../../../../src/features/applications/operations/decide.ts';
import { checkFormally } from '../../../../src/features/applications/operations/formal.ts';
import { leaveList } from '../../../../src/features/applications/operations/work.ts';
import { groupCounts, historyOf, listPage, neighbours } from '../../../../src/features/applications/queries/review.ts';
import type { Decision } from '../../../../src/features/applications/rules/decisions.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { makeCall, makeSent, marked, versionOf } from '../../../support/applications.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let anna: Actor;
let bogdan: Actor;
let halina: Actor;
let cohortId: string;
let callId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db);
  anna = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
  cohortId = await makeCohort(test);
  bogdan = await makePerson(test, 'Bogdan Zespołowy', { roles: [{ role: 'staff', cohortId }] });
  halina = await makePerson(test, 'Halina Próbna');
  callId = await makeCall(test, cohortId, { places: 2 });
});

const now = () => test.clock.now();
const load = (id: string) => database.db.application.findUniqueOrThrow({ where: { id } });
const sent = (number: number, change = {}) => makeSent(test, callId, { editor: halina, number, change });
const accepted = (number: number) => sent(number, { state: 'formally_accepted', formalResult: 'accepted' });
const check = async (id: string, mark: 'yes' | 'no', by = anna) =>
  checkFormally(test.deps, by, now(), { id, version: await versionOf(test, id), items: marked(mark) });
const decide = async (id: string, decision: Decision | null, position: number | null = null, by = anna) => {
  const wish = { decision, position, reason: 'Powód' };
  return prepareDecision(test.deps, by, now(), { id, version: await versionOf(test, id), wish });
};
const positions = async () => {
  const rows = await database.db.application.findMany({ where: { callId }, orderBy: { number: 'asc' } });
  return rows.map((row) => row.reservePosition);
};

describe('the formal check', () => {
  it('computes the result from the marks and keeps every mark with who did it', async () => {
    const id = await sent(1);
    expect(await check(id, 'yes')).toEqual({ ok: true, value: 'accepted' });
    expect(await load(id)).toMatchObject({ state: 'formally_accepted', formalResult: 'accepted', version: 2 });
    expect(await check(id, 'no')).toEqual({ ok: true, value: 'rejected' });
    expect((await load(id)).state).toBe('formally_rejected');
    const history = await historyOf(database.db, id);
    expect(history.map(({ act, from, to, person }) => ({ act, from, to, person }))).toEqual([
      { act: 'applications.check_formally', from: 'formally_accepted', to: 'formally_rejected', person: anna.name },
      { act: 'applications.check_formally', from: 'submitted', to: 'formally_accepted', person: anna.name },
    ]);
  });

  it('is refused while an item has no mark', async () => {
    const id = await sent(1);
    const items = marked('yes').slice(1);
    const outcome = await checkFormally(test.deps, anna, now(), { id, version: 1, items });
    expect(outcome).toMatchObject({ reason: 'item_missing' });
  });

  it('that rejects takes a prepared place on the reserve list back and closes the gap', async () => {
    const [first, second, third] = [await accepted(1), await accepted(2), await accepted(3)];
    for (const id of [first, second, third]) await decide(id, 'reserve');
    await check(first, 'no');
    expect(await positions()).toEqual([null, 1, 2]);
    expect((await load(first)).preparedDecision).toBeNull();
  });

  it('waits until the call has closed, because an application may still change', async () => {
    const open = await makeCohort(test, 'debiuty-2024', 'otwarta');
    const id = await makeSent(test, await makeCall(test, open, { closed: false }), { editor: halina, number: 1 });
    expect(await check(id, 'yes')).toMatchObject({ reason: 'call_open' });
  });
});

describe('two staff at once', () => {
  it('one check is written, the other hears that the application changed (R4)', async () => {
    const id = await sent(1);
    const both = [anna, bogdan].map((by, index) =>
      checkFormally(test.deps, by, now(), { id, version: 1, items: marked(index === 0 ? 'yes' : 'no') }),
    );
    const outcomes = await Promise.all(both);
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(outcomes.find((one) => !one.ok)).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await historyOf(database.db, id)).toHaveLength(1);
  });

  it('one decision is written, the other hears that the application changed (R4)', async () => {
    const id = await accepted(1);
    const wishes: readonly (readonly [Actor, Decision])[] = [
      [anna, 'admitted'],
      [bogdan, 'refused'],
    ];
    const outcomes = await Promise.all(
      wishes.map(([by, decision]) =>
        prepareDecision(test.deps, by, now(), { id, version: 1, wish: { decision, position: null, reason: 'Powód' } }),
      ),
    );
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(outcomes.find((one) => !one.ok)).toMatchObject({ reason: 'changed_meanwhile' });
  });

  it('never admit more than there are places, however many decide at the same moment (invariant 8)', async () => {
    const ids = [await accepted(1), await accepted(2), await accepted(3), await accepted(4), await accepted(5)];
    const outcomes = await Promise.all(ids.map((id, index) => decide(id, 'admitted', null, index % 2 ? anna : bogdan)));
    expect(outcomes.filter((one) => one.ok)).toHaveLength(2);
    expect(outcomes.filter((one) => !one.ok && one.reason === 'no_place')).toHaveLength(3);
    expect((await groupCounts(database.db, callId)).admitted).toBe(2);
  });

  it('keep reserve positions 1…n whatever they move at the same moment (invariant 9)', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5, 6].map(accepted));
    await Promise.all(ids.map((id) => decide(id, 'reserve')));
    await Promise.all(ids.map((id, index) => decide(id, index % 3 === 0 ? null : 'reserve', index % 3 || null)));
    const taken = (await positions()).filter((one) => one !== null).sort();
    expect(taken).toEqual(taken.map((_, index) => index + 1));
  });
});

describe('the prepared list', () => {
  it('moves the others when one is put in front, and the version of each moved one goes up', async () => {
    const [first, second, third] = [await accepted(1), await accepted(2), await accepted(3)];
    for (const id of [first, second, third]) await decide(id, 'reserve');
    const before = await versionOf(test, first);
    await decide(third, 'reserve', 1);
    expect(await positions()).toEqual([2, 3, 1]);
    expect(await versionOf(test, first)).toBe(before + 1);
  });

  it('closes up when an application leaves the call (APP-6)', async () => {
    const [first, second, third] = [await accepted(1), await accepted(2), await accepted(3)];
    for (const id of [first, second, third]) await decide(id, 'reserve');
    await inTransaction(database.db, (tx) => leaveList(tx, first));
    expect(await positions()).toEqual([null, 1, 2]);
  });

  it('changes nothing but the prepared fields: the state stays until the release, and nobody is told', async () => {
    const id = await accepted(1);
    await decide(id, 'admitted');
    expect(await load(id)).toMatchObject({ state: 'formally_accepted', preparedDecision: 'admitted', decidedAt: null });
    expect(await database.db.notice.count()).toBe(0);
    expect(test.queued).toEqual([]);
  });

  it('takes no decision for an application that did not pass the formal check or was withdrawn', async () => {
    for (const [number, state] of [
      [1, 'submitted'],
      [2, 'formally_rejected'],
      [3, 'withdrawn'],
      [4, 'awaiting_confirmation'],
    ] as const) {
      expect(await decide(await sent(number, { state }), 'admitted')).toMatchObject({ reason: 'wrong_state' });
    }
  });
});

describe('somebody who is not staff of the cohort', () => {
  it('is refused in the same words for what exists and what does not (SY-5)', async () => {
    const id = await accepted(1);
    const elsewhere = await makeCohort(test, 'debiuty-2023', 'inna');
    const other = await makePerson(test, 'Celina', { roles: [{ role: 'staff', cohortId: elsewhere }] });
    const expert = await makePerson(test, 'Ekspert', { roles: [{ role: 'expert', cohortId: null }] });
    const wish = { decision: 'admitted', position: null, reason: '' } as const;
    for (const by of [halina, other, expert]) {
      for (const target of [id, test.deps.ids.next()]) {
        const refused = { ok: false, reason: 'not_allowed' };
        expect(await prepareDecision(test.deps, by, now(), { id: target, version: 1, wish })).toEqual(refused);
        expect(await checkFormally(test.deps, by, now(), { id: target, version: 1, items: [] })).toEqual(refused);
      }
    }
  });
});

describe('the list of two hundred applications', () => {
  const filter = (change = {}) => ({ ...startOf(callId), ...change });

  it('has 25 pages of 8 in the order of numbers, and a page after the last is the last', async () => {
    for (let number = 1; number <= 200; number += 1) {
      await makeSent(test, callId, {
        ...{ editor: halina, number, voivodeship: number % 4 === 0 ? 'opolskie' : 'lodzkie' },
        change: number % 2 === 0 ? { state: 'formally_accepted' } : {},
      });
    }
    const first = await listPage(database.db, filter(), anna.personId);
    expect(first).toMatchObject({ total: 200, pages: 25, page: 1 });
    expect(first.rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(first.counts).toMatchObject({ to_check: 100, to_decide: 100 });
    const last = await listPage(database.db, filter({ page: 900 }), anna.personId);
    expect([last.page, last.rows.at(-1)?.number]).toEqual([25, 200]);
    const opole = await listPage(database.db, filter({ voivodeship: 'opolskie', group: 'to_check' }), anna.personId);
    expect(opole).toMatchObject({ total: 0, pages: 1, page: 1, rows: [] });
    const decisions = filter({ voivodeship: 'opolskie', group: 'to_decide', page: 2 });
    const found = await listPage(database.db, decisions, anna.personId);
    expect(found.rows.map((row) => row.number)).toEqual([36, 40, 44, 48, 52, 56, 60, 64]);
    const at = found.rows[0]?.id ?? '';
    const near = await neighbours(database.db, decisions, anna.personId, at);
    expect(near).toMatchObject({ total: 50, index: 9, next: found.rows[1]?.id });
  });

  it('never shows drafts, and leaves a late entry of one’s own out of what one has to do (APP-10)', async () => {
    await sent(1, { state: 'draft' });
    await sent(2, { state: 'withdrawn', number: null, receivedAt: null });
    await sent(3, { state: 'awaiting_confirmation', onBehalf: true, editorId: anna.personId });
    await sent(4);
    const numbers = async (by: Actor, todo: boolean) =>
      (await listPage(database.db, filter({ todo }), by.personId)).rows.map((row) => row.number);
    expect(await numbers(anna, false)).toEqual([3, 4]);
    expect(await numbers(anna, true)).toEqual([4]);
    expect(await numbers(bogdan, true)).toEqual([3, 4]);
  });
});

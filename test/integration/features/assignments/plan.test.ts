import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { proposeExpert } from '../../../../src/features/assignments/operations/index.ts';
import {
  applyIn,
  keepNeeds,
  keepPair,
  type PlanAsked,
  pinPair,
  planNow,
  solveForCohort,
  takeBackApplied,
} from '../../../../src/features/assignments/operations/plan/index.ts';
import { openPairs, planShown } from '../../../../src/features/assignments/operations/plan/show.ts';
import { placeById, preparedPlan, rankingFor, standbyFor } from '../../../../src/features/assignments/queries/index.ts';
import type { HandOverReason } from '../../../../src/features/assignments/rules/index.ts';
import { declareTie } from '../../../../src/features/experts/operations/index.ts';
import { expertProfile } from '../../../../src/features/experts/public.ts';
import { cohortById } from '../../../../src/features/programmes/public.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let staff: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, PLACE_FEATURES);
  cohortId = await makeCohort(test);
  staff = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
});

const now = () => test.clock.now();
async function standby(placeId: string) {
  const found = await placeById(database.db, placeId);
  return found && standbyFor(database.db, found, now());
}
const calm = () => ({ signal: new AbortController().signal, onProgress: () => undefined });
const solve = (asked: Partial<PlanAsked> = {}, by = staff) =>
  solveForCohort(
    test.deps,
    by,
    now(),
    { cohortId, goal: 'total', seconds: 30, seen: null, isAgain: false, ...asked },
    calm(),
  );
const place = (name: string, voivodeship = 'lodzkie') =>
  makePlace(test, cohortId, name, { voivodeship, needs: ['finance'] });
const expert = (name: string, facts: Parameters<typeof makeExpert>[2] = {}) => makeExpert(test, name, facts);

async function current() {
  const cohort = await cohortById(database.db, cohortId);
  const found = cohort && (await planNow(database.db, cohort, now()));
  if (!found) throw new Error('no plan');
  return found;
}
const seen = async () => {
  const { row } = await current();
  return { planId: row.id, version: row.version };
};
const pairsOf = async () =>
  Object.fromEntries((await current()).row.rows.map((row) => [row.participationId, row.expertId]));
const apply = async (by = staff) => {
  const found = await current();
  const pairs = openPairs(found).map(({ participationId, expertId }) => ({ participationId, expertId }));
  return applying(found.row.id, pairs, by);
};
const applying = (planId: string, pairs: readonly { participationId: string; expertId: string }[], actor = staff) =>
  inTransaction(database.db, (tx) => applyIn({ deps: test.deps, tx, actor, now: now() }, { cohortId, planId, pairs }));

/** The expert led the place, and it passed on from them at this moment. */
async function ledUntilNow(participationId: string, expertId: string, reason: HandOverReason) {
  const [id, assignmentId] = [test.deps.ids.next(), test.deps.ids.next()];
  const [at, version] = [now(), 1];
  const led = { state: 'replaced', proposedAt: at, proposedBy: staff.personId, answeredAt: at, endedAt: at, version };
  await database.db.assignment.create({ data: { id: assignmentId, participationId, expertId, ...led } });
  const passed = { state: 'open', reason, note: 'Notatka.', askedBy: staff.personId, askedAt: at, leftAt: at, version };
  const over = { state: 'done', successorId: assignmentId, endedAt: at };
  await database.db.handOver.updateMany({ where: { participationId }, data: over });
  await database.db.handOver.create({
    data: { id, participationId, cohortId, assignmentId, formerId: expertId, ...passed },
  });
}

const takingBack = (applied: Parameters<typeof takeBackApplied>[1]) =>
  inTransaction(database.db, (tx) => takeBackApplied({ deps: test.deps, tx, actor: staff, now: now() }, applied));

describe('who may plan, and for whom', () => {
  it('refuses others than staff of the cohort, and a programme without a mentor', async () => {
    await place('Zmyślone Koło');
    const stranger = await expert('Ewa Ekspertka');
    expect(await solve({}, stranger)).toEqual({ ok: false, reason: 'not_allowed' });
    const other = await makePerson(test, 'Ola', {
      roles: [{ role: 'staff', cohortId: await makeCohort(test, 'debiuty-2023') }],
    });
    expect(await solve({}, other)).toEqual({ ok: false, reason: 'not_allowed' });
  });

  it('refuses where nobody waits, and writes nothing when it is called off', async () => {
    expect(await solve()).toEqual({ ok: false, reason: 'nobody_waits' });
    await place('Zmyślone Koło');
    await expert('Ewa Ekspertka');
    const asked = { cohortId, goal: 'total', seconds: 30, seen: null, isAgain: false } as const;
    const hooks = { signal: AbortSignal.abort(), onProgress: () => undefined };
    expect(await solveForCohort(test.deps, staff, now(), asked, hooks)).toEqual({ ok: false, reason: 'cancelled' });
    expect(await preparedPlan(database.db, cohortId)).toBeNull();
  });

  it('leaves out organisations that are asked about, and counts what experts lead elsewhere', async () => {
    const [one, two] = [await place('Zmyślone Koło'), await place('Papierowy Most')];
    const ewa = await expert('Ewa Ekspertka', { maxLoad: 2 });
    await proposeExpert(test.deps, staff, now(), {
      participationId: one.id,
      expertId: ewa.personId,
      overrideReason: null,
    });
    expect((await solve()).ok).toBe(true);
    expect(await pairsOf()).toEqual({ [two.id]: ewa.personId });
    expect((await current()).plan.loads).toEqual([{ expertId: ewa.personId, before: 1, after: 2, maxLoad: 2 }]);
  });
});

describe('keeping a plan', () => {
  it('two staff who press at once get one plan; the second sees that it has changed', async () => {
    await place('Zmyślone Koło');
    await expert('Ewa Ekspertka');
    const both = await Promise.all([solve(), solve()]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(both.find((one) => !one.ok)).toEqual({ ok: false, reason: 'changed_meanwhile' });
    expect(await database.db.cohortPlan.count()).toBe(1);
  });

  it('a pin stays when it is solved again, changes as little as possible, and says how much', async () => {
    const [one, two] = [await place('Zmyślone Koło'), await place('Papierowy Most', 'slaskie')];
    const [ewa, jan] = [
      await expert('Ewa Ekspertka', { regions: ['lodzkie'] }),
      await expert('Jan Ekspert', { regions: ['slaskie'] }),
    ];
    await solve();
    expect(await pairsOf()).toEqual({ [one.id]: ewa.personId, [two.id]: jan.personId });
    const old = await seen();
    const pinned = await pinPair(test.deps, staff, now(), {
      cohortId,
      seen: old,
      participationId: two.id,
      expertId: ewa.personId,
    });
    if (!pinned.ok) throw new Error(pinned.reason);
    expect(planShown(await current(), 0).rows[0]?.state).toBe('unsolved');
    expect(
      await pinPair(test.deps, staff, now(), { cohortId, seen: old, participationId: one.id, expertId: null }),
    ).toEqual({
      ok: false,
      reason: 'changed_meanwhile',
    });
    await solve({ seen: pinned.value, isAgain: true });
    expect(await pairsOf()).toEqual({ [one.id]: ewa.personId, [two.id]: ewa.personId });
    expect(planShown(await current(), 0)).toMatchObject({ changes: 1, isProven: true });
    await solve({ seen: await seen() });
    expect(await pairsOf()).toEqual({ [one.id]: ewa.personId, [two.id]: jan.personId });
  });

  it('a pin for which there is no room is kept, and its organisation is left out', async () => {
    const one = await place('Zmyślone Koło');
    const [ewa] = [await expert('Ewa Ekspertka', { maxLoad: 0 }), await expert('Jan Ekspert')];
    await solve();
    const pin = { cohortId, seen: await seen(), participationId: one.id, expertId: ewa.personId };
    const pinned = await pinPair(test.deps, staff, now(), pin);
    if (!pinned.ok) throw new Error(pinned.reason);
    await solve({ seen: pinned.value, isAgain: true });
    const [row] = (await current()).row.rows;
    expect(row).toMatchObject({ expertId: null, pinnedId: ewa.personId });
    const { shortage } = await current();
    expect(shortage?.group.organisations).toEqual([one.id]);
    expect(shortage?.options.map(({ relaxations }) => relaxations.map(({ kind }) => kind))).toContainEqual(['unpin']);
  });

  it('the database keeps one plan in preparation for a cohort', async () => {
    await place('Zmyślone Koło');
    await expert('Ewa Ekspertka');
    await solve();
    const { id: _, rows: __, shortage: ___, ...plan } = (await current()).row;
    await expect(database.db.cohortPlan.create({ data: { ...plan, id: test.deps.ids.next() } })).rejects.toThrow(
      /CohortPlan_one_preparing|Unique/,
    );
  });
});

describe('the facts of a pair', () => {
  it('a tie that staff found keeps a pair apart in plan, ranking and proposal; found to be none, it does not', async () => {
    const one = await place('Zmyślone Koło');
    const ewa = await expert('Ewa Ekspertka');
    const pair = { participationId: one.id, expertId: ewa.personId, organisationWish: null, expertWish: null };
    const known = { ...pair, category: 'work' as const, note: 'Rozmowa', mayAskAgain: false };
    expect(await keepPair(test.deps, ewa, now(), { ...known, finding: 'tie' })).toMatchObject({
      reason: 'not_allowed',
    });
    await keepPair(test.deps, staff, now(), { ...known, finding: 'tie' });
    expect((await expertProfile(database.db, ewa.personId))?.reviews).toMatchObject([
      { finding: 'tie', note: 'Rozmowa', reviewedBy: staff.personId },
    ]);
    await solve();
    expect(await pairsOf()).toEqual({ [one.id]: null });
    expect((await current()).shortage?.options).toEqual([]);
    const proposal = { participationId: one.id, expertId: ewa.personId, overrideReason: null };
    expect(await proposeExpert(test.deps, staff, now(), proposal)).toEqual({ ok: false, reason: 'tie' });
    await keepPair(test.deps, staff, now(), { ...known, finding: 'no_tie' });
    expect(await database.db.tie.count({ where: { endedAt: null } })).toBe(0);
    await solve({ seen: await seen(), isAgain: true });
    expect(await pairsOf()).toEqual({ [one.id]: ewa.personId });
    // What is declared after that counts: nobody is led in spite of a tie.
    await declareTie(test.deps, ewa, now(), {
      expertId: ewa.personId,
      organisationId: one.organisationId,
      category: 'family',
    });
    expect(planShown(await current(), 0).rows[0]).toMatchObject({ state: 'broken', broken: { rule: 'tie' } });
  });

  it('a wish moves a pair in plan and ranking alike', async () => {
    const one = await place('Zmyślone Koło');
    const [ewa, jan] = [await expert('Ewa Ekspertka'), await expert('Jan Ekspert')];
    const note = { category: 'other' as const, note: null, mayAskAgain: false, finding: null };
    const wish = { ...note, participationId: one.id, organisationWish: null, expertWish: 'for' as const };
    await keepPair(test.deps, staff, now(), { ...wish, expertId: jan.personId });
    await solve();
    expect(await pairsOf()).toEqual({ [one.id]: jan.personId });
    const found = await placeById(database.db, one.id);
    const ranking = found && (await rankingFor(database.db, found, now()));
    expect(ranking?.ranked.map((row) => row.candidate.expertId)).toEqual([jan.personId, ewa.personId]);
    await keepPair(test.deps, staff, now(), { ...wish, expertWish: null, expertId: jan.personId });
    await keepPair(test.deps, staff, now(), {
      ...wish,
      expertWish: null,
      organisationWish: 'for',
      expertId: ewa.personId,
    });
    await solve({ seen: await seen() });
    expect(await pairsOf()).toEqual({ [one.id]: ewa.personId });
  });

  it('neither plan nor standby is the expert from whom the organisation was taken at its request', async () => {
    const one = await place('Zmyślone Koło');
    const [ewa, jan] = [await expert('Ewa Ekspertka', { regions: ['lodzkie'] }), await expert('Jan Ekspert')];
    for (const reason of ['illness', 'request'] as const) {
      await ledUntilNow(one.id, ewa.personId, reason);
      await solve({ seen: reason === 'request' ? await seen() : null });
      const [row] = (await current()).row.rows;
      const [first, second] = reason === 'request' ? [jan.personId, null] : [ewa.personId, jan.personId];
      expect(row).toMatchObject({ expertId: first, standbyId: second });
    }
    const found = await placeById(database.db, one.id);
    const ranking = found && (await rankingFor(database.db, found, now()));
    expect(ranking?.excluded).toMatchObject([
      { candidate: { expertId: ewa.personId }, exclusion: { rule: 'declined' } },
    ]);
    // The time that ended in an illness counts as experience, the other one does not.
    expect(ranking?.excluded[0]?.candidate.experience).toBe(1);
    const proposal = { participationId: one.id, expertId: ewa.personId, overrideReason: null };
    expect(await proposeExpert(test.deps, staff, now(), proposal)).toEqual({ ok: false, reason: 'declined' });
    const note = { category: 'other' as const, note: null, finding: null, organisationWish: null, expertWish: null };
    const again = { ...note, participationId: one.id, expertId: ewa.personId, mayAskAgain: true };
    await keepPair(test.deps, staff, now(), again);
    expect((await proposeExpert(test.deps, staff, now(), proposal)).ok).toBe(true);
  });

  it('absences end to end count as one, and one that begins soon is seen', async () => {
    test.clock.set('2024-06-03T10:00:00+02:00');
    const one = await place('Zmyślone Koło');
    const away = async (name: string, ...absences: readonly (readonly [string, string])[]) => {
      const { personId: expertId } = await expert(name);
      const written = { writtenBy: staff.personId, writtenAt: now() };
      for (const [fromOn, lastOn] of absences)
        await database.db.absence.create({ data: { id: test.deps.ids.next(), expertId, fromOn, lastOn, ...written } });
    };
    await away('Chain', ['2024-06-01', '2024-06-10'], ['2024-06-11', '2024-06-20']);
    await away('Gap', ['2024-06-01', '2024-06-10'], ['2024-06-12', '2024-06-20']);
    await away('Soon', ['2024-06-17', '2024-07-20']);
    await away('Later', ['2024-06-18', '2024-07-20']);
    await away('Short', ['2024-06-05', '2024-06-12']);
    const found = await placeById(database.db, one.id);
    const ranking = found && (await rankingFor(database.db, found, now()));
    const out = ranking?.excluded.map(({ candidate, exclusion }) => [candidate.name, exclusion]);
    expect(out).toEqual([
      ['Chain', { rule: 'away', until: '2024-06-20' }],
      ['Soon', { rule: 'away', until: '2024-07-20' }],
    ]);
    const there = ranking?.ranked.map(({ candidate }) => `${candidate.name} ${candidate.away?.until ?? 'there'}`);
    expect(there?.toSorted()).toEqual(['Gap 2024-06-10', 'Later there', 'Short there']);
  });

  it('a condition of language keeps everybody else out, of a proposal as well', async () => {
    const one = await place('Zmyślone Koło');
    const ewa = await expert('Ewa Ekspertka');
    await keepNeeds(test.deps, staff, now(), { participationId: one.id, language: 'uk', conditions: ['language'] });
    const proposal = { participationId: one.id, expertId: ewa.personId, overrideReason: null };
    expect(await proposeExpert(test.deps, staff, now(), proposal)).toEqual({ ok: false, reason: 'language' });
    await database.db.expertProfile.update({ where: { personId: ewa.personId }, data: { languages: ['pl', 'uk'] } });
    expect((await proposeExpert(test.deps, staff, now(), proposal)).ok).toBe(true);
  });
});

describe('approving a plan', () => {
  it('proposes each pair once, keeps the standby with it, and names what has changed meanwhile', async () => {
    const [one, two] = [await place('Zmyślone Koło'), await place('Papierowy Most')];
    const [ewa, jan] = [await expert('Ewa Ekspertka', { maxLoad: 1 }), await expert('Jan Ekspert', { maxLoad: 2 })];
    await solve();
    const found = await current();
    const pairs = openPairs(found).map(({ participationId, expertId }) => ({ participationId, expertId }));
    expect(pairs).toHaveLength(2);
    const [first] = pairs;
    if (!first) throw new Error('no pair');
    // Somebody is quicker with one of them.
    const other = first.expertId === ewa.personId ? jan : ewa;
    await proposeExpert(test.deps, staff, now(), { ...first, expertId: other.personId, overrideReason: null });
    const outcome = await applying(found.row.id, pairs);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome.value.proposed.length + outcome.value.refused.length).toBe(2);
    expect(outcome.value.refused).toContainEqual({ ...first, reason: 'changed_meanwhile' });
    const notices = await database.db.notice.findMany({ where: { kind: 'assignments.plan_applied' } });
    expect(notices).toHaveLength(1);
    expect([one.id, two.id]).toContain(first.participationId);
  });

  it('two staff who approve at once ask each expert once', async () => {
    for (let n = 0; n < 6; n += 1) await place(`Zmyślone Koło ${n}`);
    for (let n = 0; n < 3; n += 1) await expert(`Osoba ${n}`, { maxLoad: 2 });
    const other = await makePerson(test, 'Ola Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
    await solve();
    const both = await Promise.all([apply(), apply(other)]);
    const proposed = both.flatMap((one) => (one.ok ? one.value.proposed : []));
    expect(proposed).toHaveLength(6);
    expect(await database.db.assignment.count()).toBe(6);
    expect(await database.db.notice.count({ where: { kind: 'assignments.proposed' } })).toBe(6);
    expect(await preparedPlan(database.db, cohortId)).toBeNull();
  });

  it('killed half way, nothing of it has happened', async () => {
    for (let n = 0; n < 3; n += 1) await place(`Zmyślone Koło ${n}`);
    await expert('Ewa Ekspertka', { maxLoad: 3 });
    await solve();
    const found = await current();
    const pairs = openPairs(found).map(({ participationId, expertId }) => ({ participationId, expertId }));
    const killed = inTransaction(database.db, async (tx) => {
      await applyIn({ deps: test.deps, tx, actor: staff, now: now() }, { cohortId, planId: found.row.id, pairs });
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await database.db.assignment.count()).toBe(0);
    expect(openPairs(await current())).toHaveLength(3);
    expect((await apply()).ok).toBe(true);
    expect(await database.db.assignment.count()).toBe(3);
  });

  it('taken back, unanswered questions are withdrawn and the organisations wait again', async () => {
    const one = await place('Zmyślone Koło');
    const [ewa] = [await expert('Ewa Ekspertka')];
    await place('Papierowy Most');
    await solve();
    const found = await current();
    const outcome = await applying(found.row.id, [{ participationId: one.id, expertId: ewa.personId }]);
    if (!outcome.ok) throw new Error(outcome.reason);
    await takingBack(outcome.value);
    expect(planShown(await current(), 0).counts).toMatchObject({ again: 0, open: 2 });
    await solve({ seen: await seen(), isAgain: true });
    expect(planShown(await current(), 0).counts).toMatchObject({ again: 0, open: 2 });
  });

  it('after a whole plan was taken back it stands as it was, with its pins', async () => {
    const one = await place('Zmyślone Koło');
    const [ewa, jan] = [await expert('Ewa Ekspertka'), await expert('Jan Ekspert')];
    await solve();
    const pin = { cohortId, seen: await seen(), participationId: one.id, expertId: jan.personId };
    const pinned = await pinPair(test.deps, staff, now(), pin);
    if (!pinned.ok) throw new Error(pinned.reason);
    await solve({ seen: pinned.value, isAgain: true });
    const before = (await current()).row;
    expect(before.rows).toMatchObject([{ expertId: jan.personId, pinnedId: jan.personId, standbyId: ewa.personId }]);
    const outcome = await apply();
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await preparedPlan(database.db, cohortId)).toBeNull();
    await takingBack(outcome.value);
    const after = (await current()).row;
    expect(after.rows).toEqual(before.rows);
    expect(after.version).toBeGreaterThan(before.version);
    expect(openPairs(await current())).toHaveLength(1);
    expect(await takingBack(outcome.value)).toEqual({ ok: false, reason: 'nothing_chosen' });
  });

  it('a whole plan that was taken back does not push out the one that was begun since', async () => {
    await place('Zmyślone Koło');
    await expert('Ewa Ekspertka');
    await solve();
    const outcome = await apply();
    if (!outcome.ok) throw new Error(outcome.reason);
    await place('Papierowy Most');
    await solve();
    const { id } = (await current()).row;
    expect(await takingBack(outcome.value)).toMatchObject({ ok: true });
    expect((await current()).row.id).toBe(id);
  });

  it('a pair for which staff set somebody else since is not proposed', async () => {
    const one = await place('Zmyślone Koło');
    const [ewa, jan] = [await expert('Ewa Ekspertka', { regions: ['lodzkie'] }), await expert('Jan Ekspert')];
    await solve();
    const pairs = [{ participationId: one.id, expertId: ewa.personId }];
    expect(await pairsOf()).toEqual({ [one.id]: ewa.personId });
    const pin = { cohortId, seen: await seen(), participationId: one.id, expertId: jan.personId };
    expect((await pinPair(test.deps, staff, now(), pin)).ok).toBe(true);
    const refused = [{ ...pairs[0], reason: 'plan_changed' }];
    expect(await applying((await current()).row.id, pairs)).toMatchObject({
      ok: true,
      value: { proposed: [], refused },
    });
    expect(await database.db.assignment.count()).toBe(0);
  });

  it('after a no the standby is offered only while no rule keeps them out', async () => {
    const one = await place('Zmyślone Koło');
    const [ewa, jan] = [await expert('Ewa Ekspertka'), await expert('Jan Ekspert', { fields: ['communication'] })];
    await solve();
    expect(await pairsOf()).toEqual({ [one.id]: ewa.personId });
    await apply();
    expect(await standby(one.id)).toBeNull();
    await database.db.assignment.updateMany({
      data: { state: 'declined', declineCategory: 'no_time', answeredAt: now() },
    });
    expect(await standby(one.id)).toEqual({ expertId: jan.personId, name: 'Jan Ekspert' });
    await database.db.expertProfile.update({ where: { personId: jan.personId }, data: { maxLoad: 0 } });
    expect(await standby(one.id)).toBeNull();
  });
});

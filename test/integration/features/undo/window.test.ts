import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { proposeAct, withdrawAct } from '../../../../src/features/assignments/acts.ts';
import { acceptProposal, proposeExpert } from '../../../../src/features/assignments/operations/index.ts';
import { nextWaiting } from '../../../../src/features/undo/jobs.ts';
import { doNow, performDue, undoAct } from '../../../../src/features/undo/operations/index.ts';
import { postpone, waitingActsOf, waitingFor } from '../../../../src/features/undo/public.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace, PLACE_FEATURES } from '../../../support/places.ts';
import { dumpOf, setUndoMinutes } from '../../../support/undo.ts';

let database: TestDatabase;
let test: TestDeps;
let anna: Actor;
let bogdan: Actor;
let ewa: Actor;
let cohortId: string;
let placeId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, PLACE_FEATURES);
  cohortId = await makeCohort(test);
  anna = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId }] });
  bogdan = await makePerson(test, 'Bogdan Zespołowy', { roles: [{ role: 'staff', cohortId: null }] });
  ewa = await makeExpert(test, 'Ewa Ekspertka', { regions: ['lodzkie'] });
  placeId = (await makePlace(test, cohortId, 'Zmyślony Ogród')).id;
  await test.runQueued();
});

const now = () => test.clock.now();
const MINUTE = 60_000;
const wish = (expert = ewa) => ({ participationId: placeId, expertId: expert.personId, overrideReason: null });
const ask = (by = anna, expert = ewa) => postpone(test.deps, by, now(), proposeAct, wish(expert));

/** Asks for a proposal and gives the id of what waits. */
async function waiting(by = anna): Promise<string> {
  const asked = await ask(by);
  if (!asked.ok || asked.value.state !== 'waiting') throw new Error(JSON.stringify(asked));
  return asked.value.id;
}
const act = (id: string) => database.db.waitingAct.findUniqueOrThrow({ where: { id } });
const proposals = () => database.db.assignment.findMany();
const messages = () => test.slack.messages.map(({ channelId, message }) => `${channelId} ${JSON.stringify(message)}`);
async function later(minutes: number): Promise<void> {
  test.clock.advance(minutes * MINUTE);
  await performDue(test.deps, now());
  await test.runQueued();
}

describe('inside the window', () => {
  it('an act that is undone leaves no message, and everything as it was, byte for byte (N11)', async () => {
    const [before, said] = [await dumpOf(database.db), messages()];
    const id = await waiting();
    expect(await dumpOf(database.db)).toEqual(before);
    test.clock.advance(5 * MINUTE - 1);
    await performDue(test.deps, now());
    expect(await undoAct(test.deps, anna, now(), id)).toMatchObject({ ok: true });
    await later(10);
    expect(await dumpOf(database.db)).toEqual(before);
    expect(messages()).toEqual(said);
    expect(test.queued).toEqual([]);
    expect(await act(id)).toMatchObject({ state: 'undone', endedBy: anna.personId, result: null });
  });

  it('nothing happens, and at its moment the act is done once, in the name of whoever asked', async () => {
    const id = await waiting();
    expect(await nextWaiting(test.deps, now())).toMatchObject({ at: new Date(now().getTime() + 5 * MINUTE) });
    await later(4);
    expect(await proposals()).toEqual([]);
    await later(1);
    await later(1);
    expect(await proposals()).toMatchObject([
      { state: 'proposed', proposedBy: anna.personId, proposedAt: (await act(id)).endedAt },
    ]);
    expect(messages().filter((text) => text.includes('czy poprowadzisz'))).toHaveLength(1);
    expect(await act(id)).toMatchObject({ state: 'done', endedBy: null });
    expect(await nextWaiting(test.deps, now())).toBeNull();
  });

  it('any staff of the cohort undo it, nobody else, and it says the same for what does not exist', async () => {
    const id = await waiting();
    const outsider = await makePerson(test, 'Ktoś Inny', {
      roles: [{ role: 'staff', cohortId: await makeCohort(test, 'wydzial-2024') }],
    });
    for (const by of [ewa, outsider]) {
      expect(await undoAct(test.deps, by, now(), id)).toEqual({ ok: false, reason: 'not_allowed' });
      expect(await doNow(test.deps, by, now(), id)).toEqual({ ok: false, reason: 'not_allowed' });
      expect(await undoAct(test.deps, by, now(), test.deps.ids.next())).toEqual({ ok: false, reason: 'not_allowed' });
      expect(await ask(by)).toEqual({ ok: false, reason: 'not_allowed' });
    }
    expect(await undoAct(test.deps, bogdan, now(), id)).toMatchObject({ ok: true });
    expect(await act(id)).toMatchObject({ byPerson: anna.personId, endedBy: bogdan.personId });
  });

  it('a double click undoes once, and of two at once the second sees what the first did (R4)', async () => {
    const id = await waiting();
    const clicks = await Promise.all([anna, anna, bogdan].map((by) => undoAct(test.deps, by, now(), id)));
    expect(clicks.filter((one) => one.ok)).toHaveLength(1);
    expect(clicks.filter((one) => !one.ok && one.reason === 'is_undone')).toHaveLength(2);
    expect(await doNow(test.deps, anna, now(), id)).toEqual({ ok: false, reason: 'is_undone' });
    const lines = await database.db.journalEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
    expect(lines.map((line) => line.act)).toEqual(['undo.postpone', 'undo.undo']);
  });

  it('staff have it done at once, in their own name; undo and "now" at the same moment are one of the two', async () => {
    const id = await waiting();
    expect(await doNow(test.deps, bogdan, now(), id)).toMatchObject({ ok: true });
    expect(await proposals()).toMatchObject([{ proposedBy: bogdan.personId }]);
    expect(await undoAct(test.deps, anna, now(), id)).toEqual({ ok: false, reason: 'is_done' });
    await database.db.assignment.deleteMany();
    const again = await waiting();
    const [done, undone] = await Promise.all([
      doNow(test.deps, bogdan, now(), again),
      undoAct(test.deps, anna, now(), again),
    ]);
    expect([done.ok, undone.ok].filter(Boolean)).toHaveLength(1);
    expect(await proposals()).toHaveLength(done.ok ? 1 : 0);
  });

  it('the same is not asked for twice: the second is answered with what waits', async () => {
    const jan = await makeExpert(test, 'Jan Ekspert');
    const asked = await Promise.all([ask(), ask(bogdan), ask(bogdan, jan), ask()]);
    const first = asked.filter((one) => one.ok && one.value.state === 'waiting');
    expect(first).toHaveLength(1);
    expect(asked.filter((one) => one.ok && one.value.state === 'already')).toHaveLength(3);
    expect(await database.db.waitingAct.count()).toBe(1);
    const [one] = await waitingActsOf(database.db, cohortId);
    expect([...(await waitingFor(database.db, [one?.key ?? '', 'other'])).values()]).toEqual([one]);
  });

  it('is as long as the programme says; without one the act is done in the click', async () => {
    await setUndoMinutes(test, cohortId, 12);
    const id = await waiting();
    expect((await act(id)).dueAt.getTime() - now().getTime()).toBe(12 * MINUTE);
    await undoAct(test.deps, anna, now(), id);
    await setUndoMinutes(test, cohortId, 0);
    const asked = await ask();
    const [made] = await proposals();
    expect(asked).toMatchObject({ ok: true, value: { state: 'done', value: { assignmentId: made?.id } } });
    expect(await database.db.waitingAct.count({ where: { state: 'done', endedBy: anna.personId } })).toBe(1);
    expect(await ask()).toEqual({ ok: false, reason: 'changed_meanwhile' });
    expect(await database.db.waitingAct.count()).toBe(2);
  });

  it('what the act refuses now is refused in the click, and nothing waits', async () => {
    const full = await makeExpert(test, 'Pełna Osoba', { maxLoad: 0 });
    expect(await ask(anna, full)).toMatchObject({ ok: false, reason: 'full' });
    const nowhere = { ...wish(), participationId: test.deps.ids.next() };
    expect(await postpone(test.deps, anna, now(), proposeAct, nowhere)).toEqual({ ok: false, reason: 'not_allowed' });
    expect(await database.db.waitingAct.count()).toBe(0);
  });
});

describe('at its moment', () => {
  const toStaff = () => messages().filter((text) => text.startsWith('Gdebiuty-2024') && text.includes('Nie wykonano'));

  it('what changed meanwhile is refused, and staff are told why, once', async () => {
    const id = await waiting();
    const jan = await makeExpert(test, 'Jan Ekspert');
    await proposeExpert(test.deps, bogdan, now(), wish(jan));
    await later(5);
    await later(5);
    expect(await act(id)).toMatchObject({ state: 'refused', refusal: 'changed_meanwhile' });
    expect(await proposals()).toHaveLength(1);
    expect(toStaff()).toHaveLength(1);
    expect(toStaff()[0]).toContain('propozycja dla: Ewa Ekspertka (organizacja Zmyślony Ogród)');
    expect(toStaff()[0]).toContain('W międzyczasie coś się zmieniło');
  });

  it('nothing is done for somebody who is no longer staff, or whose account is off', async () => {
    const id = await waiting();
    await database.db.roleGrant.updateMany({ where: { personId: anna.personId }, data: { endedAt: now() } });
    await later(5);
    expect(await act(id)).toMatchObject({ state: 'refused', refusal: 'no_longer_staff' });
    expect(toStaff()[0]).toContain('nie jest już w zespole');
    const second = await waiting(bogdan);
    await database.db.person.update({ where: { id: bogdan.personId }, data: { isDeactivated: true } });
    await later(5);
    expect(await act(second)).toMatchObject({ state: 'refused', refusal: 'no_longer_staff' });
    expect(await proposals()).toEqual([]);
  });

  it('an answer given while the withdrawal of the question waits stands, and staff are told', async () => {
    await proposeExpert(test.deps, anna, now(), wish());
    const [asked] = await proposals();
    const assignmentId = asked?.id ?? '';
    expect(await postpone(test.deps, anna, now(), withdrawAct, { assignmentId })).toMatchObject({ ok: true });
    expect(await acceptProposal(test.deps, ewa, now(), assignmentId)).toMatchObject({ ok: true });
    await later(5);
    expect(await proposals()).toMatchObject([{ state: 'active' }]);
    expect(toStaff()[0]).toContain('wycofanie propozycji dla: Ewa Ekspertka');
    expect(messages().filter((text) => text.includes('już nieaktualna'))).toEqual([]);
  });

  it('a late tick does all that is overdue', async () => {
    const other = await makePlace(test, cohortId, 'Papierowy Most');
    await waiting();
    const params = { ...wish(), participationId: other.id };
    await postpone(test.deps, anna, now(), proposeAct, params);
    await later(60 * 24);
    expect(await proposals()).toHaveLength(2);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { removeView } from '../../../../src/features/deadlines/slack/form.ts';
import { EVERYBODY } from '../../../../src/features/undo/ids.ts';
import { correct, performDue, planOf, undoAct } from '../../../../src/features/undo/operations/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { change, DEADLINE_FEATURES, datesOf, line, put } from '../../../support/deadlines.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makePerson, makePlace } from '../../../support/places.ts';
import { dumpOf, setUndoMinutes } from '../../../support/undo.ts';

const KIND = 'plan';
const DATE = '2024-05-06';

let database: TestDatabase;
let test: TestDeps;
let anna: Actor;
let cohortId: string;
let placeIds: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Two organisations with a date. */
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, DEADLINE_FEATURES);
  cohortId = await makeCohort(test);
  anna = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId }] });
  const places = [await makePlace(test, cohortId, 'Zmyślony Ogród'), await makePlace(test, cohortId, 'Papierowy Most')];
  placeIds = places.map(({ id }) => id);
  await test.runQueued();
  expect(await put(test, anna, { cohortId, kind: KIND, date: DATE })).toMatchObject({ ok: true });
  await test.runQueued();
});

const now = () => test.clock.now();
const words = (reply: unknown): string => JSON.stringify(reply);
/** Staff fill the form that takes the date away from all. */
async function remove(reason: string | null = 'Jednak nie ma planu'): Promise<string> {
  const target = { cohortId, participationId: null, group: line(KIND, DATE) };
  const metadata = { target, moveId: test.deps.ids.next() };
  const parsed = await removeView.parse(test.deps, { scope: 'all', places: null, reason }, metadata, 'pl');
  if (!parsed?.ok) return words(parsed);
  return words(await parsed.run({ deps: test.deps, actor: anna, now: now(), channelId: null }));
}
const act = () => database.db.waitingAct.findFirstOrThrow({ orderBy: { writtenAt: 'desc' } });
async function later(): Promise<void> {
  test.clock.advance(300_000);
  await performDue(test.deps, now());
  await test.runQueued();
}
const said = (text: string) => test.slack.messages.filter(({ message }) => words(message).includes(text));
const dates = () => Promise.all(placeIds.map((id) => datesOf(test, id)));

describe('taking a deadline away', () => {
  it('waits, and undone it leaves every date and message as it was', async () => {
    const [before, messages] = [await dumpOf(database.db), test.slack.messages.length];
    const reply = await remove();
    expect(reply).toContain('usunięcie terminu');
    expect(reply).toContain('dowiedzą się o tym 2 organizacje');
    expect(await remove()).toContain('Usunięcie tego terminu już czeka');
    expect(await undoAct(test.deps, anna, now(), (await act()).id)).toMatchObject({ ok: true });
    await later();
    expect(await dumpOf(database.db)).toEqual(before);
    expect(test.slack.messages).toHaveLength(messages);
  });

  it('is done at its moment, said once to each, and corrected once', async () => {
    const before = test.slack.messages.length;
    await remove();
    await later();
    expect((await dates()).flat()).toEqual([`${KIND} ${DATE} cancelled`, `${KIND} ${DATE} cancelled`]);
    const fresh = test.slack.messages.slice(before).map(({ message }) => words(message));
    expect(fresh.map((text) => text.includes('termin już nie obowiązuje'))).toEqual([true, true]);
    const plan = await planOf(test.deps, database.db, await act());
    expect(plan?.told.map(({ name }) => name)).toEqual(['Papierowy Most', 'Zmyślony Ogród']);
    expect(plan?.draft).toContain('już nie obowiązuje, była pomyłką');
    const given = { actId: (await act()).id, to: EVERYBODY, text: 'Pomyłka.', takeBack: false };
    expect(await correct(test.deps, anna, now(), given)).toEqual({ ok: true, value: 2 });
    expect(await correct(test.deps, anna, now(), given)).toEqual({ ok: false, reason: 'nobody' });
    await test.runQueued();
    expect(said('Pomyłka.')).toHaveLength(2);
  });

  it('is refused when a date has changed meanwhile, and staff are told', async () => {
    await remove();
    const participationId = placeIds[0] ?? '';
    await change(test, anna, { act: 'finish', cohortId, kind: KIND, participationId });
    await later();
    expect(await act()).toMatchObject({ state: 'refused', refusal: 'changed_meanwhile' });
    expect(words(said('Nie wykonano'))).toContain('terminy zmieniły się w międzyczasie');
  });

  it('happens in the click where nothing waits, and needs a reason', async () => {
    await setUndoMinutes(test, cohortId, 0);
    expect(await remove(null)).toContain('reason');
    expect(await remove()).toContain('Termin usunięty');
    expect((await dates()).flat()).toEqual([`${KIND} ${DATE} cancelled`, `${KIND} ${DATE} cancelled`]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { proposeExpert } from '../../../../src/features/assignments/operations/index.ts';
import { reportDone } from '../../../../src/features/deadlines/operations/index.ts';
import { nextSaid } from '../../../../src/features/obligations/jobs.ts';
import { sayDigests } from '../../../../src/features/obligations/operations/digest.ts';
import { allAction } from '../../../../src/features/obligations/slack.ts';
import { definitionOf } from '../../../../src/features/programmes/public.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { DEADLINE_FEATURES, put } from '../../../support/deadlines.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { addPerson, EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace } from '../../../support/places.ts';

const MONDAY = '2023-06-12T09:00:00+02:00';

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
  test = testDeps(database.db, DEADLINE_FEATURES);
  test.clock.set('2023-06-08T12:00:00+02:00');
  cohortId = await makeCohort(test, 'debiuty-2023');
  staff = await makePerson(test, 'Alicja', { roles: [{ role: 'staff', cohortId: null }] });
});

async function tick(moment: string): Promise<void> {
  test.clock.set(moment);
  await sayDigests(test.deps, test.clock.now());
  await test.runQueued();
}

/** What the staff channel has read so far in weekly digests, as text. */
const digests = (): readonly string[] =>
  test.slack.messages
    .filter(({ channelId, message }) => channelId === 'Gdebiuty-2023' && message.text.startsWith('Podsumowanie'))
    .map(({ message }) => JSON.stringify(message).replaceAll(/[\u2068\u2069\u2060]/g, ''));

const handlingOf = (actor: Actor) => ({ deps: test.deps, actor, now: test.clock.now(), channelId: null });

/** The whole list as a person sees a page of it. */
const all = async (actor: Actor, from = 0): Promise<string> => {
  const value = JSON.stringify({ cohortId, from });
  const reply = await allAction.run(handlingOf(actor), value, {} as never);
  return JSON.stringify(reply).replaceAll(/[\u2068\u2069\u2060]/g, '');
};

describe('the weekly digest', () => {
  it('is said once a week, on its first working day at the set hour, however many processes look', async () => {
    await makePlace(test, cohortId, 'Zmyślony Ogród');
    await tick('2023-06-12T08:59:00+02:00');
    expect(digests()).toEqual([]);
    test.clock.set(MONDAY);
    await Promise.all([1, 2, 3].map(() => sayDigests(test.deps, test.clock.now())));
    await tick('2023-06-12T09:01:00+02:00');
    await tick('2023-06-16T09:00:00+02:00');
    expect(digests()).toHaveLength(1);
    await tick('2023-06-19T09:00:00+02:00');
    expect(digests()).toHaveLength(2);
    const keys = await database.db.notice.findMany({ where: { kind: 'obligations.digest' }, select: { key: true } });
    expect(keys.map(({ key }) => key.split(':').at(-1)).sort()).toEqual(['2023-W24', '2023-W25']);
  });

  it('says what waits for staff with its button, what is overdue with whom and for how long, and what falls due', async () => {
    const garden = await makePlace(test, cohortId, 'Zmyślony Ogród');
    const bridge = await makePlace(test, cohortId, 'Papierowy Most');
    const expert = await makeExpert(test, 'Ewa Próbna');
    const proposal = { participationId: garden.id, expertId: expert.personId, overrideReason: null };
    expect(await proposeExpert(test.deps, staff, test.clock.now(), proposal)).toMatchObject({ ok: true });
    await put(test, staff, { cohortId, kind: 'action', date: '2023-06-10', participationId: garden.id });
    await put(test, staff, { cohortId, kind: 'action', date: '2023-06-15', participationId: bridge.id });
    await tick(MONDAY);
    const [text = ''] = digests();
    expect(text).toContain('Czeka na zespół');
    expect(text).toContain('Znajdź eksperta lub ekspertkę dla organizacji Papierowy Most');
    expect(text).toContain('assignments_assign');
    expect(text).toMatch(/Po terminie u innych\*\\n• \*Zmyślony Ogród\*: [^–]+ – 2 dni po terminie/);
    expect(text).toMatch(/\*czwartek, 15 czerwca 2023 r\.\*\\n• \*Papierowy Most\*: [^–]+ – do godz\. 23:59/);
    expect(text).toContain('Pokaż wszystkie sprawy');
    expect(text).not.toContain('Cisza');
  });

  it('shows the new date when one of those it names moves, and not the old one (N8)', async () => {
    const garden = await makePlace(test, cohortId, 'Zmyślony Ogród');
    await put(test, staff, { cohortId, kind: 'action', date: '2023-06-14', participationId: garden.id });
    await tick(MONDAY);
    expect(digests().at(-1)).toContain('14 czerwca');
    await put(test, staff, { cohortId, kind: 'action', date: '2023-06-16', participationId: garden.id });
    await test.runQueued();
    expect(digests()).toHaveLength(1);
    expect(digests().at(-1)).toContain('piątek, 16 czerwca 2023 r.');
    expect(digests().at(-1)).not.toContain('14 czerwca');
  });

  it('names organisations of which nobody has heard for two weeks; what the bot and others do is no sign of them', async () => {
    const halina = await makePerson(test, 'Halina');
    const garden = await makePlace(test, cohortId, 'Zmyślony Ogród');
    await makePlace(test, cohortId, 'Papierowy Most');
    await addPerson(test, garden.organisationId, halina.personId, true);
    await put(test, staff, { cohortId, kind: 'action', date: '2023-07-20', participationId: garden.id });
    await tick('2023-06-26T09:00:00+02:00');
    expect(digests().at(-1)).toMatch(/Cisza od dwóch tygodni\*\\nPapierowy Most, Zmyślony Ogród/);
    const { id } = await database.db.deadline.findFirstOrThrow({ where: { kind: 'action' } });
    const actor = { ...halina, organisationIds: [garden.organisationId] };
    expect(await reportDone(test.deps, actor, test.clock.now(), id, null)).toMatchObject({ ok: true });
    await tick('2023-07-03T09:00:00+02:00');
    expect(digests().at(-1)).toMatch(/Cisza od dwóch tygodni\*\\nPapierowy Most\\n/);
  });

  it('is kind when nothing waits this week, and silent when nothing waits at all', async () => {
    const garden = await makePlace(test, cohortId, 'Zmyślony Ogród');
    await test.runQueued();
    await database.db.obligation.updateMany({ data: { closedAt: test.clock.now() } });
    await tick(MONDAY);
    expect(digests()).toEqual([]);
    await put(test, staff, { cohortId, kind: 'action', date: '2023-08-05', participationId: garden.id });
    await database.db.obligation.updateMany({
      where: { ownerKind: 'staff' },
      data: { closedAt: test.clock.now() },
    });
    await tick('2023-06-19T09:00:00+02:00');
    expect(digests().at(-1)).toContain('W tym tygodniu nic nie czeka');
    expect(digests().at(-1)).toMatch(/Później albo bez terminu: \d spraw/);
  });

  it('is not said by a programme that does without, nor for the week before the cohort was there', async () => {
    await makePlace(test, cohortId, 'Zmyślony Ogród');
    const { definition } = await database.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    const known = definitionOf({ definition });
    const settings = { ...known.settings, weeklyDigest: false };
    await database.db.cohort.update({ where: { id: cohortId }, data: { definition: { ...known, settings } } });
    await tick(MONDAY);
    expect(digests()).toEqual([]);
    await database.db.cohort.update({
      where: { id: cohortId },
      data: { definition: known, createdAt: new Date(MONDAY) },
    });
    await tick('2023-06-12T08:00:00+02:00');
    expect(digests()).toEqual([]);
  });

  it('leads to the whole list, page by page, for staff of the cohort only', async () => {
    for (let n = 1; n <= 10; n += 1) await makePlace(test, cohortId, `Organizacja Nr ${String(n).padStart(2, '0')}`);
    const stranger = await makePerson(test, 'Obca', {
      roles: [{ role: 'staff', cohortId: await makeCohort(test, 'debiuty-2024') }],
    });
    expect(await all(stranger)).toContain('tylko zespół');
    const [first, second] = [await all(staff), await all(staff, 8)];
    expect(first).toContain('Sprawy 1–8 z 10');
    expect(second).toContain('Sprawy 9–10 z 10');
    const names = [...`${first}${second}`.matchAll(/Organizacja Nr \d\d/g)].map(([name]) => name);
    expect(new Set(names).size).toBe(10);
  });

  it('is named among what comes next', async () => {
    expect(await nextSaid(test.deps, test.clock.now())).toBeNull();
    await makePlace(test, cohortId, 'Zmyślony Ogród');
    await database.db.obligation.updateMany({ data: { remindAt: null } });
    const next = await nextSaid(test.deps, test.clock.now());
    expect(next).toEqual({ at: new Date(MONDAY), what: 'Podsumowanie tygodnia' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANE } from '../../../../src/features/notices/ids.ts';
import { notices } from '../../../../src/features/notices/index.ts';
import { surveys } from '../../../../src/features/surveys/index.ts';
import { answerSurvey } from '../../../../src/features/surveys/operations/answer.ts';
import { createSurvey } from '../../../../src/features/surveys/operations/create.ts';
import { actor } from '../../../support/actors.ts';
import { chanceBound, guesses, ordersIn, type Target } from '../../../support/attack.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { dumpOf } from '../../../support/dump.ts';
import { makeCohort } from '../../../support/places.ts';

const SURVEYS = 1_000;
const PEOPLE = 40;
const WORDS = /written-[0-9a-f]{12}/g;

type Answer = { readonly survey: string; readonly person: string; readonly words: string };

let database: TestDatabase;
let test: TestDeps;
let queuedByAsking = 0;
let seen: Awaited<ReturnType<typeof attack>>;
/** In the order in which they were given. */
const given: Answer[] = [];

/** A generator of its own (mulberry32), so that the test guesses the same each time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = generator(20_231_105);
const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
const hex = () =>
  Math.floor(random() * 2 ** 48)
    .toString(16)
    .padStart(12, '0');

async function people(): Promise<readonly string[]> {
  const { db, ids, clock } = test.deps;
  const flags = { isAdmin: false, isGuest: false, isBot: false, isDeactivated: false };
  const rows = Array.from({ length: PEOPLE }, (_, n) => ({
    ...{ id: ids.next(), name: `Osoba ${n}`, slackTeamId: 'T0TEST', slackUserId: `U${n}` },
    ...{ ...flags, createdAt: clock.now() },
  }));
  await db.person.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

/** One survey of its whole life: asked, answered by some in an order of their own. */
async function simulate(cohortId: string, everybody: readonly string[]): Promise<void> {
  const { deps, clock } = test;
  const asked = shuffled(everybody).slice(0, 5 + Math.floor(random() * 3));
  const now = clock.now();
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
  const about = { kind: 'event', id: deps.ids.next() } as const;
  const moments = { ask: at(0), remind: at(5), close: at(10) };
  await createSurvey(deps, now, {
    ...{ cohortId, form: 'after_event', isAnonymous: true, about, round: 1, on: '2024-01-22', people: asked, moments },
  });
  queuedByAsking += asked.length;
  const { id: survey } = await deps.db.survey.findFirstOrThrow({ where: { aboutId: about.id } });
  for (const person of shuffled(asked).slice(0, 3 + Math.floor(random() * 3))) {
    clock.advance(Math.floor(random() * 600_000));
    const words = `written-${hex()}`;
    const answers = { overall: 1 + Math.floor(random() * 5), useful: 1 + Math.floor(random() * 5), change: { words } };
    const outcome = await answerSurvey(deps, actor({ personId: person }), clock.now(), survey, answers);
    expect(outcome).toMatchObject({ ok: true });
    given.push({ survey, person, words });
  }
  // Whoever clicks is looked up in Slack from time to time, and that leaves a trace of its own.
  const last = given.at(-1)?.person ?? '';
  await deps.db.person.update({ where: { id: last }, data: { checkedAt: clock.now() } });
}

const groupedBy = (pick: (one: Answer) => string): ReadonlyMap<string, readonly string[]> =>
  new Map([...Map.groupBy(given, ({ survey }) => survey)].map(([survey, of]) => [survey, of.map(pick)]));

async function attack() {
  const dump = await dumpOf(database.db);
  const target: Target = {
    surveys: [...new Set(given.map(({ survey }) => survey))],
    people: [...new Set(given.map(({ person }) => person))],
    words: WORDS,
    answered: groupedBy(({ person }) => person),
    written: groupedBy(({ words }) => words),
  };
  const truth = new Set(given.map(({ survey, person, words }) => `${survey}/${person}/${words}`));
  const orders = ordersIn(dump, target);
  const all = guesses(orders, (survey, person, words) => truth.has(`${survey}/${person}/${words}`));
  return { dump, orders, all };
}

beforeAll(async () => {
  database = await createTestDatabase();
  test = testDeps(database.db, [notices, surveys]);
  const cohortId = await makeCohort(test);
  const everybody = await people();
  for (let n = 0; n < SURVEYS; n += 1) await simulate(cohortId, everybody);
  seen = await attack();
}, 600_000);
afterAll(() => database.drop());

describe('whoever holds a copy of the whole database', () => {
  it('guesses who wrote what in 1 000 anonymous surveys no better than chance, in whatever orders it shows', () => {
    const { all, orders } = seen;
    expect(orders.people.length).toBeGreaterThan(3);
    expect(orders.words.length).toBeGreaterThan(1);
    const better = all.filter(({ right, surveys }) => right > chanceBound(surveys, all.length));
    expect(better).toEqual([]);
    expect(Math.max(...all.map(({ surveys }) => surveys))).toBe(SURVEYS);
  });

  it('is no better off for knowing the order in which people answered', () => {
    const { orders } = seen;
    const order = new Map([...groupedBy(({ person }) => person)]);
    const known = { people: [{ name: 'seen from outside', order }], words: orders.words };
    const truth = new Set(given.map(({ survey, person, words }) => `${survey}/${person}/${words}`));
    const all = guesses(known, (survey, person, words) => truth.has(`${survey}/${person}/${words}`));
    expect(all.filter(({ right, surveys }) => right > chanceBound(surveys, all.length))).toEqual([]);
  });

  it('finds the words of each answer in one row, which names no person, no moment and no other answer of theirs', () => {
    const { dump } = seen;
    const holding = dump.filter(({ rows }) => rows.some(({ text }) => WORDS.test(text)));
    expect(holding.map(({ name }) => name)).toEqual(['public.SurveyTally']);
    const [tally] = holding;
    expect(tally?.rows.length).toBe(SURVEYS);
    expect(Object.keys(tally?.rows[0]?.values ?? {}).toSorted()).toEqual(['answers', 'counts', 'surveyId', 'texts']);
  });

  it('finds no line of the journal, no job and no message that answering wrote', async () => {
    const { db } = database;
    expect(await db.journalEntry.count({ where: { act: { not: 'surveys.ask' }, subject: 'survey' } })).toBe(0);
    // What stands there was written when people were asked: their messages, to be sent.
    expect(test.queued.filter(({ queue }) => queue !== LANE)).toEqual([]);
    expect(test.queued.length).toBe(queuedByAsking);
    expect(await db.notice.count({ where: { kind: { not: 'surveys.ask' } } })).toBe(0);
  });

  // The attack is worth something: where answers are written as they come, it finds them all.
  it('guesses nearly all when answers and people are written one by one, in order of time', async () => {
    const { db } = database;
    await db.$executeRawUnsafe(`CREATE TABLE "PlantedWho" ("id" serial, "survey" uuid, "who" uuid)`);
    await db.$executeRawUnsafe(`CREATE TABLE "PlantedWhat" ("id" serial, "survey" uuid, "what" text)`);
    const rows = JSON.stringify(given.map(({ survey, person, words }) => ({ survey, who: person, what: words })));
    for (const [table, column] of [
      ['PlantedWho', 'who'],
      ['PlantedWhat', 'what'],
    ] as const)
      await db.$executeRawUnsafe(
        `INSERT INTO "${table}" ("survey", "${column}") SELECT "survey", "${column}" FROM jsonb_to_recordset($1::jsonb)
          AS x("survey" uuid, "who" uuid, "what" text)`,
        rows,
      );
    const { all } = await attack();
    const most = Math.max(...all.map(({ right }) => right));
    expect(most).toBe(given.length);
    expect(all.filter(({ right, surveys }) => right > chanceBound(surveys, all.length))).not.toEqual([]);
  }, 120_000);
});

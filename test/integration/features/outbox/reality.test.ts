import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { addDays } from '../../../../src/core/calendar/index.ts';
import { rehearsalFigures, rehearsalOf } from '../../../../src/features/outbox/operations/index.ts';
import { figuresOf } from '../../../../src/features/outbox/rules/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { DEADLINE_FEATURES, put } from '../../../support/deadlines.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { linesOf, makeCast, messagesOf, outboxNow, saidBeside, timePasses } from '../../../support/outbox.ts';
import { EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let staff: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(begin);

async function begin(): Promise<void> {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, DEADLINE_FEATURES);
  test.clock.set('2023-06-01T09:00:00+02:00');
  cohortId = await makeCohort(test, 'debiuty-2023');
  staff = await makePerson(test, 'Alicja', { roles: [{ role: 'staff', cohortId: null }] });
}

async function setDates(dates: ReadonlyMap<string, string>): Promise<void> {
  for (const [kind, date] of dates) {
    const outcome = await put(test, staff, { cohortId, kind, date });
    if (!outcome.ok && outcome.reason !== 'unchanged') throw new Error(`${kind} ${date}: ${outcome.reason}`);
  }
}

const FORTNIGHT = 14 * 86_400_000;
const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** What the outbox foresees now is what is then said in the next two weeks when nobody acts. */
async function expectForesight(everyMinute: boolean): Promise<number> {
  const known = await messagesOf(test);
  const foreseen = linesOf(await outboxNow(test, cohortId));
  await timePasses(test, later(test.clock.now(), FORTNIGHT), everyMinute);
  expect(await saidBeside(test, known)).toEqual(foreseen);
  return foreseen.length;
}

const GOLDEN = new Map([
  ['confirm', '2023-06-12'],
  ['first_visit', '2023-06-16'],
  ['plan', '2023-06-19'],
  ['action', '2023-07-10'],
  ['voucher', '2023-11-30'],
]);

describe('the outbox', () => {
  it('foresees for a cohort exactly what is then said, minute by minute', async () => {
    await makeCast(test, cohortId, 4, 2);
    await setDates(GOLDEN);
    expect(await expectForesight(true)).toBe(18);
  }, 120_000);

  it('foresees exactly what is said for any cohort, at any moment of its life', async () => {
    const KINDS = ['confirm', 'first_visit', 'plan', 'action', 'report', 'opinion', 'voucher'] as const;
    const world = fc.record({
      ...{ places: fc.integer({ min: 1, max: 4 }), experts: fc.integer({ min: 0, max: 3 }) },
      days: fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.integer({ min: 1, max: 40 })), {
        minLength: 1,
        maxLength: 7,
      }),
      wait: fc.integer({ min: 0, max: 30 * 96 }),
      snooze: fc.option(fc.integer({ min: 1, max: 40 * 24 })),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ places, experts, days, wait, snooze }) => {
        await begin();
        await makeCast(test, cohortId, places, experts);
        await setDates(new Map(days.map(([kind, n]) => [kind, addDays('2023-06-01', n)])));
        const now = later(test.clock.now(), wait * 900_000);
        await timePasses(test, now);
        if (snooze !== null) {
          const one = await database.db.obligation.findFirst({ where: { closedAt: null }, orderBy: { key: 'asc' } });
          const data = { snoozedUntil: later(now, snooze * 3_600_000), remindAt: now };
          if (one) await database.db.obligation.update({ where: { id: one.id }, data });
        }
        // The tick of this minute is still to run.
        test.clock.advance(60_000);
        await expectForesight(false);
      }),
      { numRuns: 12, seed: 20230601 },
    );
  }, 240_000);
});

describe('the rehearsal', () => {
  it.each([
    [5, 2],
    [3, 0],
    [2, 5],
  ])(
    'of %i organisations and %i experts is what such a cohort is then sent',
    async (places, experts) => {
      const cohort = await database.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
      const wish = { places, experts, start: '2023-06-01', dates: GOLDEN };
      const { messages, openedAt, to, dates } = rehearsalOf(cohort, wish);
      expect(openedAt).toEqual(test.clock.now());
      expect(dates.get('report')).toBeDefined();

      const cast = await makeCast(test, cohortId, places, experts);
      await setDates(GOLDEN);
      await timePasses(test, to);

      const names = new Map<string, string>([
        ...cast.places.map((id, index) => [`place:${id}`, `channel:${index + 1}`] as const),
        ...cast.experts.map(({ personId }, index) => [`person:${personId}`, `person:${index + 1}`] as const),
        [`staff:${cohortId}`, 'staff'] as const,
      ]);
      const rows = await database.db.reminder.findMany();
      const said = [...Map.groupBy(rows, ({ messageId }) => messageId).values()].flatMap((items) => {
        const [first] = items;
        return first ? [{ at: first.at, to: names.get(first.recipient) ?? first.recipient, items }] : [];
      });
      const line = (at: Date, whom: string, steps: readonly { readonly step: string }[]): string =>
        [at.toISOString(), whom, ...steps.map(({ step }) => step).sort()].join(' ');
      expect(said.map(({ at, to: whom, items }) => line(at, whom, items)).sort()).toEqual(
        messages.map(({ at, to: whom, items }) => line(at, whom.key, items)).sort(),
      );

      const counted = said.map(({ at, to: whom }) => ({ at, recipient: whom, isPerson: whom.startsWith('person') }));
      const { toOrganisations, toExperts, toStaff, dates: _dates, ...figures } = rehearsalFigures(cohort, wish);
      expect(figuresOf(counted)).toEqual(figures);
      const toKind = (kind: string) => said.filter(({ to: whom }) => whom.startsWith(kind)).length;
      expect([toOrganisations, toExperts, toStaff]).toEqual([toKind('channel'), toKind('person'), toKind('staff')]);
      expect(figures.total).toBeGreaterThan(20);
    },
    120_000,
  );
});

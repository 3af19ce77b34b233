import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { overdueTick } from '../../../../src/features/deadlines/jobs.ts';
import { features } from '../../../../src/features/index.ts';
import { digestTick, remindTick } from '../../../../src/features/obligations/jobs.ts';
import { toLookAt } from '../../../../src/features/obligations/queries/reminded.ts';
import { ACTS, type Choice, type Company, overtake } from '../../../support/acts.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { testDeps } from '../../../support/deps.ts';
import { DURING, makeCall } from '../../../support/intake.ts';
import { readMatters } from '../../../support/matters.ts';
import { expectObligationsToFollow } from '../../../support/obligations.ts';
import { addPerson, EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace } from '../../../support/places.ts';
import { expectSurfacesAgree } from '../../../support/surfaces.ts';

const HOUR = 3_600_000;
const NAMES = ['Zmyślony Ogród', 'Papierowy Most', 'Szklana Góra', 'Żółty Łubin'];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

type Played = Company & { readonly people: readonly Actor[] };

async function gather(): Promise<Played> {
  await database.db.$executeRawUnsafe(`${EMPTY_ALL}`);
  const test = testDeps(database.db, features);
  test.clock.set(DURING);
  const [cohortId, otherId] = [await makeCohort(test, 'debiuty-2023'), await makeCohort(test, 'debiuty-2024')];
  const chief = await makePerson(test, 'Alicja', { roles: [{ role: 'staff', cohortId: null }] });
  const staff = await makePerson(test, 'Bartek', { roles: [{ role: 'staff', cohortId }] });
  const experts = [await makeExpert(test, 'Ewa', { maxLoad: 9 }), await makeExpert(test, 'Feliks', { maxLoad: 9 })];
  const applicants = [await makePerson(test, 'Halina'), await makePerson(test, 'Igor')];
  const representatives = new Map<string, Actor>();
  for (const name of [...NAMES, 'Cudza Edycja']) {
    const { organisationId } = await makePlace(test, name === 'Cudza Edycja' ? otherId : cohortId, name);
    const person = await makePerson(test, `Ktoś z: ${name}`);
    await addPerson(test, organisationId, person.personId, true);
    representatives.set(organisationId, { ...person, organisationIds: [organisationId] });
  }
  const callId = await makeCall(test, cohortId);
  const people = [chief, staff, ...experts, ...applicants, ...representatives.values()];
  return { test, cohortId, callId, staff, experts, applicants, representatives, people };
}

/** Reminders that were looked at in all plays, and matters in them. */
const seen = { reminders: 0, matters: 0, open: 0 };
/** Reminders that said something else; a throw in their post would only be taken for a fault of Slack. */
const faults: string[] = [];

/** Every reminder that reaches Slack speaks only of what is open at that very moment, not paused and not put off. */
function watchReminders({ test }: Company): void {
  const { deps, slack, clock } = test;
  const { post } = slack;
  Object.assign(slack, {
    post: async (...args: Parameters<typeof post>) => {
      const [channelId, message, mark] = args;
      const notice = mark && (await deps.db.notice.findUnique({ where: { id: mark.id } }));
      if (notice?.kind === 'obligations.reminder') {
        const { messageId } = notice.params as { messageId: string };
        const place = await deps.db.participation.findFirst({ where: { channelId }, include: { organisation: true } });
        const { lines, rest } = readMatters(message.blocks, place?.organisation.name);
        const now = clock.now();
        const open = await deps.db.obligation.findMany({
          where: {
            ...{ closedAt: null, reminders: { some: { messageId } } },
            AND: [
              { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
              { OR: [{ startsAt: null }, { startsAt: { lte: now } }] },
              { OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: now } }] },
            ],
          },
        });
        const unpaused = open.filter(({ params }) => (params as { paused?: boolean }).paused !== true);
        const told = lines.reduce((sum, line) => sum + ('count' in line ? line.count : 1), rest);
        if (told !== unpaused.length || told === 0) faults.push(`${told} of ${unpaused.length}: ${message.text}`);
        seen.reminders += 1;
        seen.matters += told;
      }
      return post(...args);
    },
  });
}

/** Time passes, and the ticks run, as often as it is worth. */
async function pass(company: Company, hours: number, choice: Choice): Promise<void> {
  const { test } = company;
  for (let left = hours; left > 0; left -= 6) {
    test.clock.advance(Math.min(6, left) * HOUR);
    const now = test.clock.now();
    for (const tick of [digestTick, remindTick, overdueTick]) await tick.run(test.deps, now);
    // Often somebody overtakes what is about to be said.
    if (choice.what % 3 > 0) await overtake(company, choice);
    await test.runQueued();
  }
}

/** The planner looks at nothing but open matters, and at each that has something to come. */
async function expectPlannerAgrees({ test, cohortId }: Company): Promise<void> {
  const FAR = new Date('2100-01-01T00:00:00Z');
  const looked = await test.deps.db.$transaction((tx) => toLookAt(tx as never, cohortId, FAR));
  const open = await test.deps.db.obligation.findMany({ where: { cohortId, closedAt: null } });
  const ids = new Set(open.map(({ id }) => id));
  expect(looked.filter(({ id }) => !ids.has(id))).toEqual([]);
}

type Step = Choice & { readonly act: string; readonly hours: number };

async function play(company: Played, { act, hours, ...choice }: Step): Promise<void> {
  await ACTS[act]?.(company, choice);
  await company.test.runQueued();
  await pass(company, hours, choice);
}

const STEP = fc.record({
  act: fc.constantFrom(...Object.keys(ACTS), 'set', 'set', 'propose', 'accept', 'draft', 'send'),
  hours: fc.constantFrom(0, 0, 1, 3, 14, 30, 54),
  ...{ who: fc.nat(11), what: fc.nat(11), days: fc.nat(20) },
});

/** A cohort with something to do for everybody, so that plays begin in the middle. */
const BEGUN: readonly (readonly [act: string, who: number, what: number, days: number])[] = [
  ...([
    ['draft', 0, 0, 0],
    ['draft', 1, 0, 0],
    ['send', 0, 0, 0],
  ] as const),
  ...([
    ['set', 3, 1, 4],
    ['set', 2, 1, 9],
    ['set', 1, 1, 3],
    ['set', 0, 2, 2],
  ] as const),
  ...([
    ['propose', 0, 0, 0],
    ['propose', 1, 1, 0],
    ['accept', 0, 0, 0],
    ['ask', 0, 5, 3],
  ] as const),
];

it('whatever happens, everybody sees the same matters everywhere, and reminders speak of open ones', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { minLength: 8, maxLength: 18 }), async (steps) => {
      faults.length = 0;
      const company = await gather();
      watchReminders(company);
      await company.test.runQueued();
      for (const [act, who, what, days] of BEGUN) await ACTS[act]?.(company, { who, what, days });
      for (const [index, step] of steps.entries()) {
        await play(company, step);
        if (index % 5 !== 4 && index !== steps.length - 1) continue;
        await company.test.runQueued();
        seen.open += await expectSurfacesAgree(company.test, company);
        await expectObligationsToFollow(company.test.deps);
        await expectPlannerAgrees(company);
        expect(faults).toEqual([]);
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
  // The plays were worth something.
  expect(seen.open).toBeGreaterThan(100);
  expect(seen.reminders).toBeGreaterThan(10);
}, 600_000);

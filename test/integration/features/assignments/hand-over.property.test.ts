import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { features } from '../../../../src/features/index.ts';
import { remindTick } from '../../../../src/features/obligations/jobs.ts';
import type { Feature } from '../../../../src/platform/feature.ts';
import { ACTS, type Choice, type Company } from '../../../support/acts.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { testDeps } from '../../../support/deps.ts';
import { HAND_OVER_ACTS } from '../../../support/hand-overs.ts';
import { brokenInvariants } from '../../../support/invariants.ts';
import { addPerson, EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace } from '../../../support/places.ts';

const HOUR = 3_600_000;
const TIMEOUT = 240_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Two organisations, three experts and dates for everybody; `chosen` are the features that take part. */
async function gather(chosen: readonly Feature[]): Promise<Company> {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  const test = testDeps(database.db, chosen);
  test.clock.set('2023-05-05T10:00:00+02:00');
  const cohortId = await makeCohort(test, 'debiuty-2023');
  const staff = await makePerson(test, 'Bartek', { roles: [{ role: 'staff', cohortId }] });
  const experts: Actor[] = [];
  for (const name of ['Ewa', 'Feliks', 'Gaja']) experts.push(await makeExpert(test, name, { maxLoad: 9 }));
  const representatives = new Map<string, Actor>();
  for (const name of ['Zmyślony Ogród', 'Papierowy Most']) {
    const { organisationId } = await makePlace(test, cohortId, name);
    const person = await makePerson(test, `Ktoś z: ${name}`);
    await addPerson(test, organisationId, person.personId, true);
    representatives.set(organisationId, { ...person, organisationIds: [organisationId] });
  }
  await test.runQueued();
  return { test, cohortId, callId: '', staff, experts, applicants: [], representatives };
}

type Step = Choice & { readonly act: string; readonly hours: number };

const ALL = { ...ACTS, ...HAND_OVER_ACTS };
const OURS = ['propose', 'accept', 'decline', 'takeBack', 'set', 'done', 'ask', 'answer', 'snooze'];

/** So that histories begin in the middle: both organisations are led, and their experts owe something. */
const LED: readonly Step[] = [
  { act: 'propose', who: 0, what: 0, days: 0, hours: 0 },
  { act: 'accept', who: 0, what: 0, days: 0, hours: 0 },
  { act: 'propose', who: 1, what: 1, days: 0, hours: 0 },
  { act: 'accept', who: 0, what: 0, days: 0, hours: 0 },
  { act: 'set', who: 1, what: 1, days: 4, hours: 0 },
  { act: 'set', who: 2, what: 1, days: 7, hours: 0 },
];

/** They also wait for more time. */
const WAITING: readonly Step[] = [
  ...LED,
  { act: 'ask', who: 0, what: 0, days: 3, hours: 0 },
  { act: 'ask', who: 0, what: 1, days: 3, hours: 0 },
];

async function play(company: Company, { act, hours, ...choice }: Step): Promise<readonly string[]> {
  const { test } = company;
  await ALL[act]?.(company, choice);
  // Before anything is sent, and after.
  const before = await brokenInvariants(database.db);
  test.clock.advance(hours * HOUR);
  await remindTick.run(test.deps, test.clock.now());
  const written = await brokenInvariants(database.db);
  if (choice.what % 2 === 0) await test.runQueued();
  return [...before, ...written, ...(await brokenInvariants(database.db))];
}

const STEP = fc.record({
  act: fc.constantFrom(...OURS, ...Object.keys(HAND_OVER_ACTS), 'handOver', 'handOver', 'accept', 'accept', 'accept'),
  hours: fc.constantFrom(0, 0, 1, 24, 49),
  ...{ who: fc.nat(11), what: fc.nat(11), days: fc.nat(20) },
});

/** Each history hands something over early, so that the rest of it may go wrong. */
const FIRST = fc.record({
  ...{ act: fc.constant('handOver'), hours: fc.constant(0) },
  ...{ who: fc.nat(11), what: fc.nat(11), days: fc.nat(20) },
});

const seen = { handedOver: 0, done: 0, left: 0 };

/** The first thing that breaks an invariant in this history; null when nothing does. */
async function firstFault(chosen: readonly Feature[], steps: readonly Step[]): Promise<string | null> {
  const company = await gather(chosen);
  for (const step of steps) {
    const [fault] = await play(company, step);
    if (fault) return `${step.act}: ${fault}`;
  }
  const all = await database.db.handOver.findMany();
  seen.handedOver += all.length;
  seen.done += all.filter(({ state }) => state === 'done').length;
  seen.left += all.filter(({ leftAt }) => leftAt !== null).length;
  return null;
}

it(
  'whatever happened before, nothing open belongs to the former expert',
  async () => {
    await fc.assert(
      fc.asyncProperty(FIRST, fc.array(STEP, { minLength: 6, maxLength: 14 }), async (first, steps) => {
        expect(await firstFault(features, [...WAITING, first, ...steps])).toBeNull();
      }),
      { numRuns: 10, endOnFailure: true },
    );
    expect(seen.handedOver).toBeGreaterThan(5);
    expect(seen.left).toBeGreaterThan(2);
    expect(seen.done).toBeGreaterThan(0);
  },
  TIMEOUT,
);

/** Dates that are set when the experts lead already, so that their matters are there whatever the features hear. */
const SET_AFTER: readonly Step[] = [{ act: 'set', who: 1, what: 1, days: 6, hours: 0 }];

/** A history in which the first organisation's expert, who waits for more time, leaves at once. */
const LEAVING: readonly Step[] = [{ act: 'handOver', who: 0, what: 0, days: 2, hours: 0 }];

it.each([
  ['a wish for more time', WAITING, 'onHandOver'],
  ['what hangs on who leads', LED, 'sources'],
] as const)(
  'says so when %s stays behind',
  async (_what, begun, part) => {
    const lamed = features.map((one): Feature => {
      if (one.name !== 'deadlines') return one;
      if (part === 'onHandOver') return { ...one, onHandOver: [] };
      // Its matters do not hear of assignments.
      const deaf = (one.sources ?? []).map((source) => {
        const { assignment: _deaf, ...touchedBy } = source.touchedBy;
        return { ...source, touchedBy };
      });
      return { ...one, sources: deaf };
    });
    const history = [...begun, ...SET_AFTER, ...LEAVING];
    expect(await firstFault(features, history)).toBeNull();
    expect((await firstFault(lamed, history)) ?? '').toContain('nothing open belongs to the former expert');
  },
  TIMEOUT,
);

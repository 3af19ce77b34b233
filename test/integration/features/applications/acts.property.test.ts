import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { applications } from '../../../../src/features/applications/index.ts';
import type { Answers } from '../../../../src/features/applications/input/form.ts';
import { confirmEntered, pullBack, withdraw } from '../../../../src/features/applications/operations/change.ts';
import { saveStep, startDraft, startOnBehalf } from '../../../../src/features/applications/operations/draft.ts';
import { type Submit, submitApplication } from '../../../../src/features/applications/operations/submit.ts';
import { isCounted } from '../../../../src/features/applications/rules/machine.ts';
import { obligations } from '../../../../src/features/obligations/index.ts';
import { type CallOfCohort, callById } from '../../../../src/features/programmes/public.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { answersFor, makeCall, OTHER_NUMBERS } from '../../../support/intake.ts';
import { expectObligationsToFollow } from '../../../support/obligations.ts';
import { EMPTY_ALL, makeCohort, makePerson } from '../../../support/places.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const STAFF = [{ role: 'staff', cohortId: null }] as const;
const START = Date.parse('2023-05-07T23:50:00.000+02:00');

type World = {
  readonly test: TestDeps;
  readonly call: CallOfCohort;
  readonly applicants: readonly Actor[];
  readonly staff: readonly Actor[];
  /** Submits that were delivered, to be delivered again. */
  readonly delivered: { readonly who: Actor; readonly submit: Submit }[];
};

async function makeWorld(): Promise<World> {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  const test = testDeps(database.db, [obligations, applications]);
  test.clock.set(new Date(START).toISOString());
  const call = await callById(test.deps.db, await makeCall(test, await makeCohort(test, 'debiuty-2023')));
  if (!call) throw new Error('no call');
  const applicants = [
    await makePerson(test, 'Halina'),
    await makePerson(test, 'Igor'),
    await makePerson(test, 'Jadwiga'),
  ];
  const staff = [
    await makePerson(test, 'Alicja', { roles: STAFF }),
    await makePerson(test, 'Bartek', { roles: STAFF }),
  ];
  return { test, call, applicants, staff, delivered: [] };
}

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];

type Step = { readonly act: (typeof ACTS)[number]; readonly who: number; readonly what: number; readonly wait: number };
const ACTS = [
  'draft',
  'draft',
  'submit',
  'submit',
  'submit',
  'again',
  'pullBack',
  'withdraw',
  'enter',
  'confirm',
  'decline',
] as const;

async function deliver(world: World, who: Actor, submit: Submit): Promise<void> {
  await submitApplication(world.test.deps, who, world.test.clock.now(), submit);
}

type Played = World & { readonly person: Actor; readonly what: number; readonly answers: Answers };

async function write({ test, call, applicants, answers }: Played, who: number): Promise<void> {
  const { deps, clock } = test;
  const begun = await startDraft(deps, pick(applicants, who) as Actor, clock.now(), call);
  if (!begun.ok) return;
  const { id, version, editorId } = begun.value.application;
  const editor = applicants.find((one) => one.personId === editorId) as Actor;
  await saveStep(deps, editor, clock.now(), { id, step: 3, version, answers });
}

async function enter({ test, call, staff, answers }: Played, who: number): Promise<void> {
  const { deps, clock } = test;
  const id = deps.ids.next();
  const receipt = { receiptAt: new Date(START - 60_000), receiptWay: 'mail', evidence: 'mail', lateReason: 'powód' };
  const entering = pick(staff, who) as Actor;
  const begun = await startOnBehalf(deps, entering, clock.now(), { id, call, receipt });
  if (begun.ok) await saveStep(deps, entering, clock.now(), { id, step: 3, version: begun.value.version, answers });
}

async function deliverAgain(played: Played): Promise<void> {
  const before = pick(played.delivered, played.what);
  if (before) await deliver(played, before.who, before.submit);
}

async function change(played: Played, act: 'submit' | 'pullBack' | 'withdraw' | 'confirm' | 'decline'): Promise<void> {
  const { test, what, delivered } = played;
  const { deps, clock } = test;
  const all = await deps.db.application.findMany({ include: { submissions: true }, orderBy: { id: 'asc' } });
  const application = pick(all, what);
  if (!application) return;
  const { id, version, submissions, editorId } = application;
  // Mostly the writer acts, now and then anybody.
  const writer = [...played.applicants, ...played.staff].find((one) => one.personId === editorId);
  const person = act === 'confirm' || act === 'decline' || what > 6 ? played.person : (writer ?? played.person);
  if (act === 'submit') {
    const submit = { applicationId: id, version, sequence: submissions.length + 1 };
    delivered.push({ who: person, submit });
    await deliver(played, person, submit);
  } else if (act === 'pullBack') await pullBack(deps, person, clock.now(), id);
  else if (act === 'withdraw') await withdraw(deps, person, clock.now(), { id, reason: null });
  else await confirmEntered(deps, person, clock.now(), { id, act });
}

/** Does one act as whoever it falls to; refusals are as good as effects. */
async function play(world: World, { act, who, what, wait }: Step): Promise<void> {
  world.test.clock.advance(wait * 1000);
  const person = pick([...world.applicants, ...world.staff], who) as Actor;
  const played = { ...world, person, what, answers: answersFor(what % 2 === 0 ? {} : OTHER_NUMBERS) };
  if (act === 'draft') await write(played, who);
  else if (act === 'enter') await enter(played, who);
  else if (act === 'again') await deliverAgain(played);
  else await change(played, act);
}

/** Open matters seen at the end of all plays. */
let matters = 0;

async function checkInvariants({ test, call }: World): Promise<void> {
  matters += await expectObligationsToFollow(test.deps);
  const applications = await test.deps.db.application.findMany({ include: { submissions: true } });
  const counted = applications.filter((one) => isCounted(one.state));
  // 1: nothing counts that was entered too late, unless a second person confirmed it.
  for (const one of counted) {
    expect(one.receivedAt && one.receivedAt < call.lateFrom).toBe(true);
    const enteredLate = (one.enteredAt ?? call.lateFrom) >= call.lateFrom;
    expect(!enteredLate || (one.confirmedBy !== null && one.confirmedBy !== one.editorId)).toBe(true);
  }
  // 2: an organisation stands once in the call; numbers are given once.
  const organisations = counted.map((one) => one.organisationId);
  expect(new Set(organisations).size).toBe(organisations.length);
  const numbers = applications.flatMap((one) => one.number ?? []);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const { id, state, submissions } of applications) {
    const lines = await test.deps.db.journalEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
    // 10: replaying the journal gives the present state, each line beginning where the one before ended.
    for (const [index, line] of lines.entries()) if (index > 0) expect(line.from).toBe(lines[index - 1]?.to);
    expect(lines.at(-1)?.to).toBe(state);
    // 11: each submit has one line and one proof, however often it was delivered.
    const submits = lines.filter((line) => /[.](?:submit|hold|miss)$/.test(line.act));
    expect(submits.length).toBe(submissions.length);
  }
}

it('whatever people do and Slack delivers, in any order, the invariants hold (1, 2, 10, 11)', async () => {
  const step = fc.record({
    act: fc.constantFrom(...ACTS),
    who: fc.nat(9),
    what: fc.nat(9),
    wait: fc.nat(80),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      const world = await makeWorld();
      for (const one of steps) await play(world, one);
      await checkInvariants(world);
    }),
    { numRuns: 15, endOnFailure: true },
  );
  // The play was worth something.
  expect(matters).toBeGreaterThan(0);
  expect(await database.db.journalEntry.count({ where: { act: 'applications.submit' } })).toBeGreaterThan(0);
}, 120_000);

import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import type { Outcome } from '../../../../src/core/outcome.ts';
import {
  answerRequest,
  askToMove,
  bookHeld,
  bookTime,
  cancelConsultation,
  claimOffer,
  handOverBookings,
  holdTime,
  joinQueue,
  leaveQueue,
  moveConsultation,
  runConsultations,
} from '../../../../src/features/consultations/operations/index.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { BookingModel, type ModelRow, NOTICE_MINUTES } from '../../../support/booking-model.ts';
import { FRIDAY, giveHours, type Led, ledPlace, monday, tuesday } from '../../../support/consultations.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { brokenInvariants } from '../../../support/invariants.ts';
import { EMPTY_ALL, makeCohort, makeExpert, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

type World = {
  readonly test: TestDeps;
  readonly cohortId: string;
  readonly experts: readonly Actor[];
  readonly places: readonly Led[];
};

const SLOTS = [monday('10:00'), monday('11:00'), tuesday('10:00'), tuesday('11:00')].map((at) => at.getTime());
const LEADERS = [0, 0, 1, 1];
const HOURS = 2;

async function makeWorld(): Promise<World> {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  const test = testDeps(database.db, PLACE_FEATURES);
  test.clock.set(FRIDAY);
  const cohortId = await makeCohort(test);
  await database.db.$executeRaw`
    UPDATE "Cohort" SET "definition" = jsonb_set("definition", '{settings,expertHours}', ${`${HOURS}`}::jsonb), "version" = 2`;
  const experts = [await makeExpert(test, 'Pierwsza'), await makeExpert(test, 'Druga')];
  for (const [n, expert] of experts.entries()) {
    const terms = { needsApproval: n === 1, noticeMinutes: NOTICE_MINUTES, weekdays: [], horizonDays: 5 };
    await giveHours(test, expert.personId, terms);
    for (const heldOn of ['2024-03-04', '2024-03-05']) {
      const open = { heldOn, isOpen: true, fromMinute: 600, toMinute: 720, kinds: [] };
      await database.db.hoursException.create({
        data: { id: test.deps.ids.next(), expertId: expert.personId, ...open },
      });
    }
  }
  const places: Led[] = [];
  for (const [n, leader] of LEADERS.entries())
    places.push(await ledPlace(test, cohortId, experts[leader]?.personId ?? '', `Organizacja ${n}`));
  return { test, cohortId, experts, places };
}

type Real = World;
type Model = BookingModel;
const at = <T>(all: readonly T[], n: number): T => {
  const found = all[n % all.length];
  if (found === undefined) throw new Error('nothing there');
  return found;
};
const said = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.reason);
const idsOf = async (real: Real): Promise<readonly string[]> =>
  (await real.test.deps.db.consultation.findMany({ orderBy: { id: 'asc' }, select: { id: true } })).map(({ id }) => id);
const entriesOf = (real: Real) => real.test.deps.db.waitEntry.findMany({ orderBy: { id: 'asc' } });

/** Everything in the database is as the model says: each consultation, the queue in its order, and the hours used. */
async function same(model: Model, real: Real): Promise<void> {
  const { db } = real.test.deps;
  const place = new Map(real.places.map(({ participationId }, n) => [participationId, n]));
  const expert = new Map(real.experts.map(({ personId }, n) => [personId, n]));
  const rows = await db.consultation.findMany({ orderBy: { id: 'asc' } });
  expect(
    rows.map((row) => [place.get(row.participationId), expert.get(row.expertId), row.startsAt.getTime(), row.state]),
  ).toEqual(model.rows.map((row) => [row.place, row.expert, row.start, row.state]));
  const queue = await db.waitEntry.findMany({ orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }] });
  expect(queue.map((one) => [place.get(one.participationId), expert.get(one.expertId), one.state])).toEqual(
    model.queue.map((one) => [one.place, one.expert, one.state]),
  );
  const overlaps = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "Consultation" a JOIN "Consultation" b ON a."expertId" = b."expertId" AND a."id" < b."id"
      AND tstzrange(a."busyFrom", a."busyUntil") && tstzrange(b."busyFrom", b."busyUntil")
    WHERE a."state" IN ('reserved', 'requested', 'booked') AND b."state" IN ('reserved', 'requested', 'booked')`;
  expect(overlaps).toEqual([]);
  for (const [n] of real.places.entries()) expect(model.used(n)).toBeLessThanOrEqual(HOURS);
}

type Step = {
  readonly name: string;
  readonly check?: (model: Readonly<Model>) => boolean;
  readonly model: (model: Model) => unknown;
  readonly real: (real: Real, model: Model) => Promise<unknown>;
};

const command = ({ name, check, model: inModel, real: inReal }: Step): fc.AsyncCommand<Model, Real> => ({
  check: (model) => check?.(model) ?? true,
  toString: () => name,
  run: async (model, real) => {
    const done = await inReal(real, model);
    expect(done, name).toBe(inModel(model));
    await same(model, real);
  },
});

const now = (real: Real): Date => real.test.clock.now();
const slotOf = (n: number): number => at(SLOTS, n);
const details = { kind: 'online', topic: null };
const nat = fc.nat({ max: 40 });

const wanted = (real: Real, p: number, s: number, expert: number) => ({
  participationId: at(real.places, p).participationId,
  expertId: at(real.experts, expert).personId,
  start: new Date(slotOf(s)),
  channelId: null,
});

const hold = ([p, s, e]: readonly [number, number, boolean]) =>
  command({
    name: `hold ${p % 4} ${s % 4}`,
    model: (model) => model.take(p % 4, otherwise(model.leader(p % 4), e), slotOf(s), true),
    real: async (real, model) =>
      said(
        await holdTime(
          real.test.deps,
          at(real.places, p).person,
          now(real),
          wanted(real, p, s, otherwise(model.leader(p % 4), e)),
        ),
      ),
  });
/** Rarely the wrong expert. */
const otherwise = (leader: number, isOther: boolean): number => (isOther ? 1 - leader : leader);

const book = ([p, s]: readonly [number, number]) =>
  command({
    name: `book ${p % 4} ${s % 4}`,
    model: (model) => model.take(p % 4, model.leader(p % 4), slotOf(s), false),
    real: async (real, model) => {
      const wish = { ...wanted(real, p, s, model.leader(p % 4)), ...details };
      return said(await bookTime(real.test.deps, at(real.places, p).person, now(real), wish));
    },
  });

/** An act on one of the consultations there are. */
const onRow = (
  name: string,
  n: number,
  inModel: (model: Model, row: ModelRow) => string,
  inReal: (real: Real, id: string, row: ModelRow) => Promise<Outcome<unknown>>,
) =>
  command({
    name: `${name} ${n}`,
    check: (model) => model.rows.length > 0,
    model: (model) => inModel(model, at(model.rows, n)),
    real: async (real, model) => said(await inReal(real, at(await idsOf(real), n), at(model.rows, n))),
  });

const onEntry = (name: string, n: number, inModel: (model: Model, n: number) => string, inReal: typeof leave) =>
  command({
    name: `${name} ${n}`,
    check: (model) => model.queue.length > 0,
    model: (model) => inModel(model, n % model.queue.length),
    real: async (real, model) => said(await inReal(real, model, n % model.queue.length)),
  });
const leave = async (real: Real, model: Model, n: number): Promise<Outcome<unknown>> => {
  const { person } = at(real.places, at(model.queue, n).place);
  const entryId = at(await entriesOf(real), n).id;
  return leaveQueue(real.test.deps, person, now(real), { entryId, channelId: null });
};
const claim = async (real: Real, model: Model, n: number): Promise<Outcome<unknown>> => {
  const { person } = at(real.places, at(model.queue, n).place);
  const { consultationId } = at(await entriesOf(real), n);
  if (!consultationId) return { ok: false, reason: 'offer_over' };
  return claimOffer(real.test.deps, person, now(real), { consultationId, channelId: null });
};

const personOf = (real: Real, row: ModelRow, isExpert: boolean): Actor =>
  isExpert ? at(real.experts, row.expert) : at(real.places, row.place).person;

const goAway = ([e, isMonday]: readonly [number, boolean]) => {
  const day = isMonday ? '2024-03-04' : '2024-03-05';
  return command({
    name: `away ${e % 2} ${day}`,
    check: (model) => !model.away.has(`${e % 2} ${day}`),
    model: (model) => model.goAway(e % 2, day),
    real: async (real) => {
      const { deps } = real.test;
      const actor = at(real.experts, e);
      const expertId = actor.personId;
      const written = { writtenBy: expertId, writtenAt: now(real) };
      const away = { expertId, from: new Date(`${day}T00:00+01:00`), until: new Date(`${day}T24:00+01:00`) };
      await inTransaction(deps.db, async (tx) => {
        const absenceId = deps.ids.next();
        await tx.absence.create({ data: { id: absenceId, expertId, fromOn: day, lastOn: day, ...written } });
        await askToMove({ deps, tx, actor, now: now(real) }, { ...away, absenceId, substituteId: null });
      });
    },
  });
};

const handOver = (p: number) =>
  command({
    name: `hand over ${p % 4}`,
    model: (model) => model.handOver(p % 4, 1 - model.leader(p % 4)),
    real: async (real, model) => {
      const { deps } = real.test;
      const { participationId } = at(real.places, p);
      const [former, successor] = [at(real.experts, model.leader(p % 4)), at(real.experts, 1 - model.leader(p % 4))];
      const [formerId, successorId] = [former.personId, successor.personId];
      const at_ = now(real);
      await inTransaction(deps.db, async (tx) => {
        await tx.assignment.updateMany({
          where: { participationId, state: 'active' },
          data: { state: 'ended', endedAt: at_ },
        });
        const asked = { proposedAt: at_, proposedBy: formerId, answeredAt: at_, version: 1 };
        const id = deps.ids.next();
        await tx.assignment.create({ data: { id, participationId, expertId: successorId, state: 'active', ...asked } });
        const facts = { cohortId: real.cohortId, participationId, formerId, successorId };
        await handOverBookings({ deps, tx, actor: former, now: at_ }, facts);
      });
    },
  });

const goOn = (milliseconds: number) =>
  command({
    name: `clock +${milliseconds / 60_000} min`,
    model: (model) => model.tick(milliseconds),
    real: async (real) => {
      real.test.clock.advance(milliseconds);
      await runConsultations(real.test.deps, now(real));
    },
  });
/** Time passes and nobody has looked yet. */
const pass = (milliseconds: number) =>
  command({
    name: `pass ${milliseconds / 60_000} min`,
    model: (model) => {
      model.now += milliseconds;
    },
    real: async (real) => real.test.clock.advance(milliseconds),
  });

const MINUTE = 60_000;
const moments = fc.constantFrom(MINUTE, 5 * MINUTE, 180 * MINUTE, 1440 * MINUTE);

const commands = [
  fc.tuple(nat, nat, fc.constantFrom(false, false, false, false, true)).map(hold),
  fc.tuple(nat, nat).map(book),
  fc.tuple(nat, nat).map(book),
  nat.map((n) =>
    onRow(
      'book held',
      n,
      (model, row) => model.bookHeld(row),
      (real, consultationId, row) =>
        bookHeld(real.test.deps, personOf(real, row, false), now(real), {
          consultationId,
          channelId: null,
          ...details,
        }),
    ),
  ),
  fc.tuple(nat, fc.boolean()).map(([n, yes]) =>
    onRow(
      yes ? 'approve' : 'refuse',
      n,
      (model, row) => model.answer(row, yes),
      (real, consultationId, row) =>
        answerRequest(
          real.test.deps,
          personOf(real, row, true),
          now(real),
          yes ? { consultationId, act: 'approve' } : { consultationId, act: 'refuse', reason: null },
        ),
    ),
  ),
  fc.tuple(nat, nat, fc.boolean()).map(([n, s, isExpert]) =>
    onRow(
      `move to ${s % 4}`,
      n,
      (model, row) => model.move(row, slotOf(s), isExpert),
      (real, consultationId, row) =>
        moveConsultation(real.test.deps, personOf(real, row, isExpert), now(real), {
          ...{ consultationId, start: new Date(slotOf(s)), reason: null, channelId: null },
        }),
    ),
  ),
  fc.tuple(nat, fc.boolean()).map(([n, isExpert]) =>
    onRow(
      'cancel',
      n,
      (model, row) => model.cancel(row, isExpert ? 'expert' : 'organisation'),
      (real, consultationId, row) =>
        cancelConsultation(real.test.deps, personOf(real, row, isExpert), now(real), {
          ...{ consultationId, reason: null, channelId: null },
        }),
    ),
  ),
  nat.map((p) =>
    command({
      name: `join ${p % 4}`,
      model: (model) => model.join(p % 4),
      real: async (real, model) => {
        const { participationId, person } = at(real.places, p);
        const expertId = at(real.experts, model.leader(p % 4)).personId;
        // Nobody joins at the very same moment.
        real.test.clock.advance(1);
        model.now += 1;
        return said(
          await joinQueue(real.test.deps, person, now(real), {
            participationId,
            expertId,
            wish: null,
            channelId: null,
          }),
        );
      },
    }),
  ),
  nat.map((n) => onEntry('claim', n, (model, m) => model.claim(at(model.queue, m)), claim)),
  nat.map((n) => onEntry('leave', n, (model, m) => model.leave(at(model.queue, m)), leave)),
  fc.tuple(nat, fc.boolean()).map(goAway),
  nat.map(handOver),
  moments.map(goOn),
  moments.map(pass),
];

it('whatever people and the clock do, times never overlap, hours are right and the queue keeps its order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 30, size: 'max' }), async (all) => {
      const real = await makeWorld();
      const model = new BookingModel({
        ...{ now: now(real).getTime(), leaders: LEADERS, slots: SLOTS, asksFirst: [false, true], hours: HOURS },
      });
      await fc.asyncModelRun(() => ({ model, real }), all);
      const broken = await brokenInvariants(real.test.deps.db);
      expect(broken.filter((line) => /state of (consultations|places in queues)/.test(line))).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 180_000);

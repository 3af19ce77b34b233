import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import {
  answerRequest,
  bookHeld,
  bookTime,
  cancelConsultation,
  holdTime,
  moveConsultation,
  runConsultations,
} from '../../../../src/features/consultations/operations/index.ts';
import { freeTimes } from '../../../../src/features/consultations/queries/index.ts';
import { company, FRIDAY, type Led, ledPlace, monday, tuesday } from '../../../support/consultations.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makePerson, PLACE_FEATURES } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, PLACE_FEATURES);
  test.clock.set(FRIDAY);
  cohortId = await makeCohort(test);
});
afterAll(() => database.drop());

const details = { kind: 'online', topic: 'Plan działania' };
const wanted = ({ participationId }: Led, expert: Actor, start: Date) => ({
  ...{ participationId, expertId: expert.personId, start, channelId: null },
});
const book = (place: Led, expert: Actor, start: Date) =>
  bookTime(test.deps, place.person, test.clock.now(), { ...wanted(place, expert, start), ...details });
const stored = (id: string) => test.deps.db.consultation.findUniqueOrThrow({ where: { id } });
const idOf = (outcome: Awaited<ReturnType<typeof book>>): string => {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.consultation.id;
};
const told = (kind: string) => test.deps.db.notice.findMany({ where: { kind }, orderBy: { id: 'asc' } });

/** Organisations have one hour of consultations. */
const oneHour = () => test.deps.db.$executeRaw`
  UPDATE "Cohort" SET "definition" = jsonb_set("definition", '{settings,expertHours}', '1'), "version" = 2`;

describe('a booking', () => {
  it('is made of a time that was held while the form was open, and both sides are told once', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const held = await holdTime(test.deps, place.person, test.clock.now(), wanted(place, expert, monday('10:00')));
    if (!held.ok) throw new Error(held.reason);
    const form = { consultationId: held.value.id, channelId: null, ...details };
    expect(await bookHeld(test.deps, place.person, test.clock.now(), form)).toMatchObject({ ok: true });
    expect(await stored(held.value.id)).toMatchObject({ state: 'booked', topic: 'Plan działania', openUntil: null });
    expect((await told('consultations.time')).map(({ targetKind }) => targetKind).sort()).toEqual([
      'channel',
      'person',
    ]);
  });

  it('whose form is sent twice, also at the same moment, is one, and the second answer says so too', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const now = test.clock.now();
    const held = await holdTime(test.deps, place.person, now, wanted(place, expert, monday('10:00')));
    if (!held.ok) throw new Error(held.reason);
    const form = { consultationId: held.value.id, channelId: null, ...details };
    const send = () => bookHeld(test.deps, place.person, now, form);
    const answers = [...(await Promise.all([send(), send()])), await send()];
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: true, value: { consultation: { id: held.value.id, state: 'booked' } } });
    }
    expect(await told('consultations.time')).toHaveLength(2);
    const lines = await test.deps.db.journalEntry.findMany({ where: { subjectId: held.value.id } });
    expect(lines.filter(({ act }) => act === 'consultations.book')).toHaveLength(1);
    const other = { ...place.person, personId: (await makePerson(test, 'Druga Osoba')).personId };
    expect(await bookHeld(test.deps, other, now, form)).toMatchObject({ reason: 'hold_over' });
  });

  it('is refused to whoever comes second, with the next free times at once', async () => {
    const { expert, places } = await company(test, cohortId, 2);
    const [first, second] = places as [Led, Led];
    idOf(await book(first, expert, monday('10:00')));
    const next = ['2024-03-04T10:00:00.000Z', '2024-03-11T09:00:00.000Z', '2024-03-11T10:00:00.000Z'];
    expect(await book(second, expert, monday('10:00'))).toEqual({ ok: false, reason: 'taken', detail: { next } });
    idOf(await book(second, expert, monday('11:00')));
    expect(await freeTimes(test.deps.db, expert.personId, test.clock.now())).toHaveLength(2);
  });

  it('wanted by ten at once, held or booked outright, is given to one, and the others hear what is left', async () => {
    const { expert, places } = await company(test, cohortId, 10);
    const now = test.clock.now();
    const outcomes = await Promise.all(
      places.map((place, n) =>
        n % 2 === 0
          ? holdTime(test.deps, place.person, now, wanted(place, expert, monday('10:00')))
          : book(place, expert, monday('10:00')),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const one of outcomes) if (!one.ok) expect(one).toMatchObject({ reason: 'taken' });
    expect(await test.deps.db.consultation.count()).toBe(1);
  });

  it('is refused to strangers, with another expert, and at a time that nobody offers', async () => {
    const { expert, places } = await company(test, cohortId, 2);
    const [place] = places as [Led];
    const other = await company(test, cohortId, 1);
    const stranger = await makePerson(test, 'Obca Osoba');
    const now = test.clock.now();
    const wish = { ...wanted(place, expert, monday('10:00')), ...details };
    expect(await bookTime(test.deps, stranger, now, wish)).toMatchObject({ reason: 'not_allowed' });
    expect(await book(place, other.expert, monday('10:00'))).toMatchObject({ reason: 'no_expert' });
    expect(await book(place, expert, monday('10:05'))).toMatchObject({ reason: 'not_offered' });
    expect(await book(place, expert, tuesday('10:00'))).toMatchObject({ reason: 'not_offered' });
  });

  it('is refused to a former member of staff who is still in the channel, unless they represent it now', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const now = test.clock.now();
    const { channelId } = await test.deps.db.participation.findUniqueOrThrow({ where: { id: place.participationId } });
    const wish = { ...wanted(place, expert, monday('10:00')), ...details, channelId };
    const former = { ...(await makePerson(test, 'Dawny Zespół')), formerRoles: [{ role: 'staff', cohortId }] as const };
    expect(await bookTime(test.deps, former, now, wish)).toMatchObject({ reason: 'not_allowed' });
    const back = { ...former, organisationIds: [place.organisationId] };
    expect(await bookTime(test.deps, back, now, wish)).toMatchObject({ ok: true });
  });

  it('made by staff keeps both: who did it and for whom', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const staff = await makePerson(test, 'Zespół', { roles: [{ role: 'staff', cohortId: null }] });
    const wish = { ...wanted(place, expert, monday('10:00')), ...details };
    const outcome = await bookTime(test.deps, staff, test.clock.now(), wish);
    const [line] = await test.deps.db.journalEntry.findMany({ where: { subjectId: idOf(outcome) } });
    expect(line).toMatchObject({ personId: staff.personId, role: 'staff', onBehalfOf: 'Organizacja 1' });
  });

  it('does not go over the organisation’s hours, unless staff do it; the first no-show costs nothing', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    await oneHour();
    const id = idOf(await book(place, expert, monday('10:00')));
    expect(await book(place, expert, monday('11:00'))).toMatchObject({ reason: 'quota_used' });
    const over = { state: 'no_show', endedAt: test.clock.now() };
    await test.deps.db.consultation.update({ where: { id }, data: over });
    const second = idOf(await book(place, expert, monday('11:00')));
    await test.deps.db.consultation.update({ where: { id: second }, data: over });
    const staff = await makePerson(test, 'Zespół', { roles: [{ role: 'staff', cohortId: null }] });
    const later = new Date('2024-03-11T10:00:00+01:00');
    expect(await book(place, expert, later)).toMatchObject({ reason: 'quota_used' });
    const wish = { ...wanted(place, expert, later), ...details };
    idOf(await bookTime(test.deps, staff, test.clock.now(), wish));
  });
});

describe('a held time', () => {
  it('blocks others until it runs out, and not a moment longer', async () => {
    const { expert, places } = await company(test, cohortId, 2);
    const [first, second] = places as [Led, Led];
    await holdTime(test.deps, first.person, test.clock.now(), wanted(first, expert, monday('10:00')));
    test.clock.advance(299_999);
    expect(await book(second, expert, monday('10:00'))).toMatchObject({ reason: 'taken' });
    test.clock.advance(1);
    idOf(await book(second, expert, monday('10:00')));
  });

  it('is let go when the same person chooses another', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    await holdTime(test.deps, place.person, test.clock.now(), wanted(place, expert, monday('10:00')));
    await holdTime(test.deps, place.person, test.clock.now(), wanted(place, expert, monday('11:00')));
    const open = await test.deps.db.consultation.findMany({ where: { state: 'reserved' } });
    expect(open.map(({ startsAt }) => startsAt)).toEqual([monday('11:00')]);
  });
});

describe('a request', () => {
  it('blocks until the expert answers with one click', async () => {
    const { expert, places } = await company(test, cohortId, 2, { needsApproval: true });
    const [first, second] = places as [Led, Led];
    const id = idOf(await book(first, expert, monday('10:00')));
    expect(await stored(id)).toMatchObject({ state: 'requested', bookedAt: null });
    expect(await book(second, expert, monday('10:00'))).toMatchObject({ reason: 'taken' });
    const yes = { consultationId: id, act: 'approve' } as const;
    expect(await answerRequest(test.deps, first.person, test.clock.now(), yes)).toMatchObject({
      reason: 'not_allowed',
    });
    expect(await answerRequest(test.deps, expert, test.clock.now(), yes)).toMatchObject({ ok: true });
    expect(await answerRequest(test.deps, expert, test.clock.now(), yes)).toMatchObject({
      reason: 'answered_already',
    });
    expect(await stored(id)).toMatchObject({ state: 'booked' });
  });

  it('that nobody answers runs out in two working days or when it would begin, and both are told', async () => {
    const { expert, places } = await company(test, cohortId, 1, { needsApproval: true });
    const [place] = places as [Led];
    const id = idOf(await book(place, expert, new Date('2024-03-11T10:00:00+01:00')));
    expect((await stored(id)).openUntil).toEqual(tuesday('10:00'));
    await runConsultations(test.deps, new Date(tuesday('10:00').getTime() - 1));
    expect(await stored(id)).toMatchObject({ state: 'requested' });
    await runConsultations(test.deps, tuesday('10:00'));
    expect(await stored(id)).toMatchObject({ state: 'expired' });
    expect(await told('consultations.ended')).toHaveLength(2);
  });
});

describe('a move', () => {
  it('swaps the old time for the new one, with its history', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const id = idOf(await book(place, expert, monday('10:00')));
    test.clock.set('2024-03-02T10:00:00+01:00');
    const move = { consultationId: id, start: monday('11:00'), reason: null, channelId: null };
    expect(await moveConsultation(test.deps, place.person, test.clock.now(), move)).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ state: 'booked', startsAt: monday('11:00'), sequence: 1 });
    const moves = await test.deps.db.consultationMove.findMany();
    expect(moves).toMatchObject([{ fromStartsAt: monday('10:00'), toStartsAt: monday('11:00') }]);
    expect(await told('consultations.moved')).toHaveLength(2);
    await expect(test.deps.db.consultationMove.deleteMany()).rejects.toThrow();
  });

  it('to a time that overlaps its own old one is no overlap', async () => {
    const { expert, places } = await company(test, cohortId, 1, { minutes: 30, buffer: 30, from: 600, to: 900 });
    const [place] = places as [Led];
    const [first, second] = await freeTimes(test.deps.db, expert.personId, test.clock.now());
    if (!first || !second) throw new Error('no times');
    const id = idOf(await book(place, expert, first.start));
    const move = { consultationId: id, start: second.start, reason: null, channelId: null };
    expect(await moveConsultation(test.deps, place.person, test.clock.now(), move)).toMatchObject({ ok: true });
  });

  it('keeps the old time when the new one is taken', async () => {
    const { expert, places } = await company(test, cohortId, 2);
    const [first, second] = places as [Led, Led];
    const id = idOf(await book(first, expert, monday('10:00')));
    idOf(await book(second, expert, monday('11:00')));
    const move = { consultationId: id, start: monday('11:00'), reason: null, channelId: null };
    const next = ['2024-03-11T09:00:00.000Z', '2024-03-11T10:00:00.000Z'];
    expect(await moveConsultation(test.deps, first.person, test.clock.now(), move)).toMatchObject({
      reason: 'taken',
      detail: { next: ['2024-03-04T09:00:00.000Z', ...next] },
    });
    expect(await stored(id)).toMatchObject({ startsAt: monday('10:00'), sequence: 0 });
  });

  it('by the organisation ends at the notice time; the expert may still', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const id = idOf(await book(place, expert, monday('10:00')));
    test.clock.set('2024-03-03T10:00:01+01:00');
    const start = new Date('2024-03-11T10:00:00+01:00');
    const move = { consultationId: id, start, reason: 'choroba', channelId: null };
    const now = test.clock.now();
    expect(await moveConsultation(test.deps, place.person, now, move)).toMatchObject({ reason: 'inside_notice' });
    expect(await moveConsultation(test.deps, expert, now, move)).toMatchObject({ ok: true });
  });

  it('to hours of another kind changes the kind, and keeps one that is offered then', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const exception = { expertId: expert.personId, heldOn: '2024-03-05', isOpen: true, fromMinute: 600, toMinute: 720 };
    await test.deps.db.hoursException.create({
      data: { id: test.deps.ids.next(), ...exception, kinds: ['phone', 'on_site'] },
    });
    const consultationId = idOf(await book(place, expert, monday('10:00')));
    const kindAt = async (start: Date) => {
      const move = { consultationId, start, reason: null, channelId: null };
      expect(await moveConsultation(test.deps, place.person, test.clock.now(), move)).toMatchObject({ ok: true });
      return (await stored(consultationId)).kind;
    };
    expect(await kindAt(monday('11:00'))).toBe('online');
    const taken = await kindAt(tuesday('10:00'));
    expect(['phone', 'on_site']).toContain(taken);
    expect(await kindAt(tuesday('11:00'))).toBe(taken);
  });

  it('never takes an organisation over its hours; the expert may go over them', async () => {
    await oneHour();
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    const consultationId = idOf(await book(place, expert, monday('10:00')));
    const move = (actor: Actor, start: Date) =>
      moveConsultation(test.deps, actor, test.clock.now(), { consultationId, start, reason: null, channelId: null });
    expect(await move(place.person, monday('11:00'))).toMatchObject({ ok: true });
    await test.deps.db.expertTerms.updateMany({ data: { minutes: 90, version: 2 } });
    expect(await move(place.person, monday('10:00'))).toMatchObject({ reason: 'quota_used', detail: { hours: 1 } });
    expect(await stored(consultationId)).toMatchObject({ startsAt: monday('11:00') });
    expect(await move(expert, monday('10:00'))).toMatchObject({ ok: true });
  });
});

describe('a cancellation', () => {
  it('frees the time, and is late only inside the notice time', async () => {
    const { expert, places } = await company(test, cohortId, 2);
    const [first, second] = places as [Led, Led];
    const id = idOf(await book(first, expert, monday('10:00')));
    const cancelling = { consultationId: id, reason: null, channelId: null };
    const outcome = await cancelConsultation(test.deps, first.person, test.clock.now(), cancelling);
    expect(outcome).toMatchObject({ ok: true, value: { isLate: false } });
    const again = idOf(await book(second, expert, monday('10:00')));
    test.clock.set('2024-03-03T10:00:01+01:00');
    await cancelConsultation(test.deps, second.person, test.clock.now(), { ...cancelling, consultationId: again });
    expect(await stored(again)).toMatchObject({ state: 'cancelled_by_organisation', isLate: true });
  });

  it('is refused to others, twice, and once it has begun', async () => {
    const { expert, places } = await company(test, cohortId, 2);
    const [first, second] = places as [Led, Led];
    const cancel = (actor: Actor, consultationId: string) =>
      cancelConsultation(test.deps, actor, test.clock.now(), { consultationId, reason: null, channelId: null });
    const id = idOf(await book(first, expert, monday('10:00')));
    expect(await cancel(second.person, id)).toMatchObject({ reason: 'not_allowed' });
    expect(await cancel(expert, id)).toMatchObject({ ok: true });
    expect(await cancel(expert, id)).toMatchObject({ reason: 'not_open' });
    const begun = idOf(await book(first, expert, monday('11:00')));
    test.clock.set('2024-03-04T11:00:00+01:00');
    expect(await cancel(first.person, begun)).toMatchObject({ reason: 'begun' });
  });
});

describe('the time of an expert', () => {
  it('is one over all cohorts, buffers included', async () => {
    const { expert, places } = await company(test, cohortId, 1, { buffer: 15 });
    const [place] = places as [Led];
    const elsewhere = await ledPlace(test, await makeCohort(test, 'debiuty-2023'), expert.personId, 'Druga Edycja');
    idOf(await book(place, expert, monday('10:00')));
    expect(await book(elsewhere, expert, monday('10:00'))).toMatchObject({ reason: 'taken' });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { endAbsence, previewAbsence, writeAbsence } from '../../../../src/features/availability/operations/index.ts';
import { availabilityOf, freeTimes } from '../../../../src/features/availability/queries/index.ts';
import {
  bookTime,
  cancelConsultation,
  holdTime,
  moveConsultation,
} from '../../../../src/features/consultations/operations/index.ts';
import { features } from '../../../../src/features/index.ts';
import { RETELL } from '../../../../src/features/notices/ids.ts';
import { company, FRIDAY, type Led, monday } from '../../../support/consultations.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, features);
  test.clock.set(FRIDAY);
  cohortId = await makeCohort(test);
});
afterAll(() => database.drop());

const wanted = ({ participationId }: Led, expert: Actor, start: Date) => ({
  ...{ participationId, expertId: expert.personId, start, channelId: null },
});
async function booked(place: Led, expert: Actor, start = monday('10:00')): Promise<string> {
  const wish = { ...wanted(place, expert, start), kind: 'online', topic: null };
  const outcome = await bookTime(test.deps, place.person, test.clock.now(), wish);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.consultation.id;
}
const monday4 = (expert: Actor) => ({ expertId: expert.personId, from: '2024-03-04', last: '2024-03-04' });
async function goesAway(expert: Actor): Promise<string> {
  const wish = { ...monday4(expert), absenceId: test.deps.ids.next(), substituteId: null };
  const outcome = await writeAbsence(test.deps, expert, test.clock.now(), wish);
  if (!outcome.ok) throw new Error(outcome.reason);
  return wish.absenceId;
}

describe('an absence', () => {
  it('is shown with what is booked in it, and a booked time is not shown as free', async () => {
    const { expert, places } = await company(test, cohortId, 2);
    const [first, second] = places as [Led, Led];
    await booked(first, expert);
    await holdTime(test.deps, second.person, test.clock.now(), wanted(second, expert, monday('11:00')));
    const now = test.clock.now();
    const preview = await previewAbsence(test.deps, expert, now, monday4(expert));
    expect(preview).toMatchObject({ ok: true, value: { booked: 1 } });
    const own = (await availabilityOf(test.deps.db, [expert.personId])).get(expert.personId);
    if (!own) throw new Error('no hours');
    const next = new Date('2024-03-11T10:00:00+01:00');
    expect(await freeTimes(test.deps, own, now, 1)).toMatchObject([{ start: next }]);
    test.clock.advance(3_600_000);
    expect(await freeTimes(test.deps, own, test.clock.now(), 1)).toMatchObject([{ start: monday('11:00') }]);
  });

  it('lets the organisation move inside the notice time, and a cancellation is never late', async () => {
    const { expert, places } = await company(test, cohortId, 2);
    const [first, second] = places as [Led, Led];
    const [moved, cancelled] = [await booked(first, expert), await booked(second, expert, monday('11:00'))];
    test.clock.set('2024-03-03T12:00:00+01:00');
    const now = test.clock.now();
    const move = { consultationId: moved, start: new Date('2024-03-11T10:00:00+01:00'), reason: null, channelId: null };
    expect(await moveConsultation(test.deps, first.person, now, move)).toMatchObject({ reason: 'inside_notice' });
    await goesAway(expert);
    expect(await moveConsultation(test.deps, first.person, now, move)).toMatchObject({ ok: true });
    const cancelling = { consultationId: cancelled, reason: null, channelId: null };
    const outcome = await cancelConsultation(test.deps, second.person, now, cancelling);
    expect(outcome).toMatchObject({ ok: true, value: { isLate: false } });
  });

  it('that is ended takes its plea back, and a second one asks again', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    await booked(place, expert);
    const pleas = () => test.deps.db.notice.findMany({ where: { kind: 'consultations.away' }, orderBy: { id: 'asc' } });
    const words = async (notice: { readonly params: unknown }, isSaid: boolean) =>
      JSON.stringify(
        await test.deps.offers.notices.get('consultations.away')?.render(test.deps, notice.params, 'pl', isSaid),
      );
    const first = await goesAway(expert);
    const told = await pleas();
    expect(told.map(({ targetKind }) => targetKind).sort()).toEqual(['channel', 'person']);
    const again = () => test.queued.filter(({ queue }) => queue === RETELL).map(({ data }) => data);
    test.queued.length = 0;
    expect(await endAbsence(test.deps, expert, test.clock.now(), first)).toMatchObject({ ok: true });
    expect(again()).toEqual(expect.arrayContaining(told.map(({ id: noticeId }) => ({ noticeId }))));
    for (const notice of told) {
      expect(await words(notice, true)).toContain('Nie trzeba już nic przesuwać');
      expect(await words(notice, false)).toBe('null');
    }
    await goesAway(expert);
    const second = (await pleas()).filter(({ id }) => !told.some((one) => one.id === id));
    expect(second.map(({ targetKind }) => targetKind).sort()).toEqual(['channel', 'person']);
    expect(await words(second[0] ?? { params: null }, false)).toMatch(/przesunąć|Twojej nieobecności/);
  });
});

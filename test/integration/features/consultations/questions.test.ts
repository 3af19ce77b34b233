import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { questionSource } from '../../../../src/features/consultations/obligations.ts';
import { consultationSilences } from '../../../../src/features/consultations/offers.ts';
import { askExperts, takeQuestion } from '../../../../src/features/consultations/operations/index.ts';
import { company, FRIDAY, type Led } from '../../../support/consultations.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { EMPTY_ALL, makeCohort, makeExpert, PLACE_FEATURES } from '../../../support/places.ts';

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
  await database.db.$executeRaw`
    UPDATE "Cohort" SET "definition" = jsonb_set("definition", '{switches,expertsByField}', 'true'), "version" = 2`;
});
afterAll(() => database.drop());

const ask = ({ person, participationId }: Led, field = 'finance') =>
  askExperts(test.deps, person, test.clock.now(), {
    ...{ questionId: test.deps.ids.next(), participationId, field, text: 'Jak rozliczyć faktury?', channelId: null },
  });
const told = (kind: string) => test.deps.db.notice.findMany({ where: { kind } });

describe('a question to anyone who knows a field', () => {
  it('goes to the experts of the field, and the first of two who press at once owns it', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const second = await makeExpert(test, 'Druga Ekspertka');
    await makeExpert(test, 'Z Innej Dziedziny', { fields: ['diagnosis'] });
    const [place] = places as [Led];
    expect(await ask(place)).toEqual({ ok: true, value: { asked: 2 } });
    expect(await told('consultations.question')).toHaveLength(2);
    const { id } = await test.deps.db.fieldQuestion.findFirstOrThrow();
    const take = (who: typeof expert) => takeQuestion(test.deps, who, test.clock.now(), id);
    expect(await take(place.person)).toMatchObject({ reason: 'not_allowed' });
    const both = await Promise.all([take(expert), take(second)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter((one) => !one.ok && one.reason === 'taken_by')).toHaveLength(1);
    expect(await told('consultations.taken')).toHaveLength(1);
  });

  it('is a matter of staff after three working days, at once when nobody knows the field, and not once it is taken', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [place] = places as [Led];
    await ask(place);
    await ask(place, 'diagnosis');
    const rows = await test.deps.db.fieldQuestion.findMany({ orderBy: { id: 'asc' } });
    const [first, second] = rows.map(({ id }) => id) as [string, string];
    const owed = await questionSource.owed(test.deps, test.deps.db, [first, second]);
    expect(owed.get(first)).toMatchObject([
      { by: { staffOf: cohortId }, startsAt: new Date('2024-03-06T10:00:00+01:00') },
    ]);
    expect(owed.get(second)).toMatchObject([{ startsAt: test.clock.now() }]);
    await takeQuestion(test.deps, expert, test.clock.now(), first);
    expect((await questionSource.owed(test.deps, test.deps.db, [first])).get(first)).toEqual([]);
  });

  it('is refused to strangers, and for what is no field of the programme', async () => {
    const { places } = await company(test, cohortId, 2);
    const [place, other] = places as [Led, Led];
    expect(await ask({ ...place, person: other.person })).toMatchObject({ reason: 'not_allowed' });
    expect(await ask(place, 'alchemy')).toMatchObject({ reason: 'no_fields' });
  });
});

describe('silence', () => {
  it('is seen from facts: nothing booked since the assignment', async () => {
    const { expert, places } = await company(test, cohortId, 1);
    const [{ participationId }] = places as [Led];
    const since = test.clock.now();
    test.clock.advance(86_400_000);
    const found = await consultationSilences(test.deps, test.deps.db, cohortId, test.clock.now());
    expect(found).toEqual([{ participationId, expertId: expert.personId, fact: 'no_booking', since }]);
  });
});

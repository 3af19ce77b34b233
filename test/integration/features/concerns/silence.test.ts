import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { acceptProposal, handOver, proposeExpert } from '../../../../src/features/assignments/operations/index.ts';
import { dismiss, tellSilences } from '../../../../src/features/concerns/operations/index.ts';
import { features } from '../../../../src/features/index.ts';
import type { Feature, Silence } from '../../../../src/platform/feature.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { addPerson, EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace } from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let cohortId: string;
let placeId: string;
let staff: Actor;
let ewa: Actor;
let feliks: Actor;
/** What a feature says is silent, as if it were the record. */
let facts: Silence[] = [];

const source: Feature = { name: 'facts', silences: [async () => facts] };
/** All features, but for what they find silent themselves. */
const others = features.map(({ silences: _theirs, ...feature }): Feature => feature);
const DAY = 86_400_000;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function leads(expert: Actor): Promise<string> {
  const { deps, clock } = test;
  const proposal = { participationId: placeId, expertId: expert.personId, overrideReason: null };
  const asked = await proposeExpert(deps, staff, clock.now(), proposal);
  if (!asked.ok) throw new Error(asked.reason);
  await acceptProposal(deps, expert, clock.now(), asked.value.assignmentId);
  return asked.value.assignmentId;
}

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  facts = [];
  test = testDeps(database.db, [...others, source]);
  test.clock.set('2025-12-15T10:00:00+01:00');
  cohortId = await makeCohort(test, 'debiuty-2024');
  staff = await makePerson(test, 'Bartek', { roles: [{ role: 'staff', cohortId }] });
  [ewa, feliks] = [await makeExpert(test, 'Ewa'), await makeExpert(test, 'Feliks')];
  const place = await makePlace(test, cohortId, 'Zmyślony Ogród');
  placeId = place.id;
  const halina = await makePerson(test, 'Halina');
  await addPerson(test, place.organisationId, halina.personId, true);
  await test.runQueued();
  await leads(ewa);
  await test.runQueued();
});

const silence = (since: string, fact: Silence['fact'] = 'no_booking'): Silence => ({
  ...{ participationId: placeId, expertId: ewa.personId, fact },
  since: new Date(since),
});

/** The clock stands at every morning of these days, as the tick does; gives the days on which staff heard something new. */
async function mornings(from: string, days: number, offset: string): Promise<readonly string[]> {
  const heard: string[] = [];
  for (let n = 0; n < days; n += 1) {
    const date = new Date(new Date(`${from}T12:00:00Z`).getTime() + n * DAY).toISOString().slice(0, 10);
    test.clock.set(`${date}T09:15:00${offset}`);
    const before = await database.db.notice.count({ where: { kind: 'concerns.silent' } });
    // Several processes may tick.
    await tellSilences(test.deps, test.clock.now());
    await tellSilences(test.deps, test.clock.now());
    const after = await database.db.notice.count({ where: { kind: 'concerns.silent' } });
    if (after > before) heard.push(...Array.from({ length: after - before }, () => date));
  }
  return heard;
}

describe('a silence of ten working days', () => {
  it('is told once, on the first working day after it, over Christmas and New Year', async () => {
    facts = [silence('2025-12-15T10:00:00+01:00')];
    expect(await mornings('2025-12-22', 20, '+01:00')).toEqual(['2026-01-05']);
  });

  it('is told once over the holidays of May', async () => {
    facts = [silence('2026-04-23T10:00:00+02:00')];
    // 24, 27–30 April and 4–8 May are the ten; Friday 1 May is a day off, the 3rd a Sunday.
    expect(await mornings('2026-05-01', 16, '+02:00')).toEqual(['2026-05-11']);
  });

  it('is news again when the fact is a new one', async () => {
    facts = [silence('2025-12-15T10:00:00+01:00')];
    expect(await mornings('2026-01-05', 3, '+01:00')).toHaveLength(1);
    facts = [silence('2025-12-16T10:00:00+01:00'), silence('2025-12-15T10:00:00+01:00', 'overdue_card')];
    expect(await mornings('2026-01-08', 3, '+01:00')).toHaveLength(2);
  });

  it('is told to staff in private only, and can be put aside by them alone', async () => {
    const { deps, slack, clock } = test;
    facts = [silence('2025-12-15T10:00:00+01:00')];
    await mornings('2026-01-05', 1, '+01:00');
    const before = slack.messages.length;
    await test.runQueued();
    const said = slack.messages.slice(before);
    expect(said.map(({ channelId }) => channelId)).toEqual(['Gdebiuty-2024']);
    expect(JSON.stringify(said)).toContain('poniedziałek, 15 grudnia 2025 r.');
    const { id } = await database.db.silenceSignal.findFirstOrThrow();
    expect(await dismiss(deps, ewa, clock.now(), id)).toMatchObject({ ok: false, reason: 'only_staff' });
    expect(await dismiss(deps, staff, clock.now(), id)).toMatchObject({ ok: true });
    await test.runQueued();
    expect(JSON.stringify(slack.messages.at(-1))).toContain('Odłożone: zespół wie.');
  });

  it('is nobody’s when somebody else leads the organisation', async () => {
    const { deps, clock } = test;
    facts = [silence('2025-12-15T10:00:00+01:00')];
    const { id: assignmentId } = await database.db.assignment.findFirstOrThrow({ where: { state: 'active' } });
    const terms = { reason: 'illness', moment: 'now', lastOn: null, note: null } as const;
    const wish = { participationId: placeId, assignmentId, expertId: feliks.personId, ...terms };
    expect(await handOver(deps, staff, clock.now(), wish)).toMatchObject({ ok: true });
    expect(await mornings('2026-01-05', 3, '+01:00')).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { declareTie, endTie, type SaveRequest, saveExpert } from '../../../../src/features/experts/operations/index.ts';
import { expertFields, expertProfile, listExperts } from '../../../../src/features/experts/queries.ts';
import {
  addCommand,
  editCommand,
  expertOptions,
  formView,
  listCommand,
  organisationOptions,
  tieCommand,
} from '../../../../src/features/experts/slack/index.ts';
import type { Handling } from '../../../../src/platform/slack/handlers.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import {
  EMPTY_ALL,
  makeCohort,
  makeExpert,
  makeOrganisation,
  makePerson,
  makePlace,
  PLACE_FEATURES,
} from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let staff: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, PLACE_FEATURES);
  staff = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
});

const request = (person: Actor, facts: Partial<SaveRequest> = {}): SaveRequest => ({
  slackUserId: person.slackUserId,
  grant: { cohortId: null },
  fields: ['finance'],
  regions: ['lodzkie'],
  languages: ['pl'],
  maxLoad: 3,
  about: null,
  version: null,
  ...facts,
});
const save = (by: Actor, asked: SaveRequest) => saveExpert(test.deps, by, test.clock.now(), asked);
const as = (actor: Actor, channelId: string | null = null): Handling => ({
  deps: test.deps,
  actor,
  now: test.clock.now(),
  channelId,
});

describe('adding an expert', () => {
  it('gives the role and the profile, with a journal line for each', async () => {
    const ewa = await makePerson(test, 'Ewa Ekspertka');
    expect(await save(staff, request(ewa))).toMatchObject({ ok: true, value: { name: 'Ewa Ekspertka' } });
    expect(await expertProfile(database.db, ewa.personId)).toMatchObject({
      heldIn: [null],
      load: 0,
      maxLoad: 3,
      version: 1,
    });
    const acts = await database.db.journalEntry.findMany({
      where: { subjectId: ewa.personId },
      orderBy: { act: 'asc' },
    });
    expect(acts.map((line) => line.act)).toEqual(['experts.add', 'people.grant_role']);
  });

  it('refuses bots, deactivated accounts and people Slack does not know', async () => {
    const bot = await makePerson(test, 'Robot', { isBot: true });
    const gone = await makePerson(test, 'Była', { isDeactivated: true });
    expect(await save(staff, request(bot))).toMatchObject({ reason: 'is_bot' });
    expect(await save(staff, request(gone))).toMatchObject({ reason: 'is_deactivated' });
    expect(await save(staff, { ...request(bot), slackUserId: 'U0NOBODY' })).toMatchObject({ reason: 'unknown_person' });
    expect(await listExperts(database.db)).toEqual([]);
  });

  it('is for staff: of all cohorts anywhere, of one cohort there only', async () => {
    const [one, other] = [await makeCohort(test), await makeCohort(test, 'debiuty-2023')];
    const local = await makePerson(test, 'Lokalna', { roles: [{ role: 'staff', cohortId: one }] });
    const ewa = await makePerson(test, 'Ewa');
    expect(await save(local, request(ewa))).toMatchObject({ reason: 'not_allowed' });
    expect(await save(local, request(ewa, { grant: { cohortId: other } }))).toMatchObject({ reason: 'not_allowed' });
    expect(await save(local, request(ewa, { grant: { cohortId: one } }))).toMatchObject({ ok: true });
    expect((await expertProfile(database.db, ewa.personId))?.heldIn).toEqual([one]);
    expect(await save(ewa, request(ewa, { version: 1 }))).toMatchObject({ reason: 'not_allowed' });
  });

  it('by two people at once makes one expert, and the second hears of it', async () => {
    const ewa = await makePerson(test, 'Ewa');
    const both = await Promise.all([save(staff, request(ewa)), save(staff, request(ewa, { maxLoad: 9 }))]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'changed_meanwhile' });
  });
});

describe('changing a profile', () => {
  it('is for the expert too, gives no role, and refuses what was seen before another change', async () => {
    const ewa = await makeExpert(test, 'Ewa');
    const edit = request(ewa, { grant: null, version: 1, maxLoad: 5 });
    expect(await save(ewa, edit)).toMatchObject({ ok: true });
    expect(await save(staff, edit)).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await expertProfile(database.db, ewa.personId)).toMatchObject({ maxLoad: 5, version: 2, heldIn: [null] });
  });

  it('of somebody without one is refused, and of another expert is not for experts', async () => {
    const [ewa, jan] = [await makeExpert(test, 'Ewa'), await makeExpert(test, 'Jan')];
    const nobody = await makePerson(test, 'Nikt');
    expect(await save(staff, request(nobody, { grant: null }))).toMatchObject({ reason: 'not_expert' });
    expect(await save(jan, request(ewa, { grant: null, version: 1 }))).toMatchObject({ reason: 'not_allowed' });
  });

  it('keeps what was typed in the form when it is refused', async () => {
    const ewa = await makeExpert(test, 'Ewa');
    const metadata = { slackUserId: ewa.slackUserId, grant: null, version: 7 };
    const values = { fields: ['finance'], regions: [], max_load: '2', about: null };
    const parsed = await formView.parse(test.deps, values, metadata, 'pl');
    const reply = parsed?.ok ? await parsed.run(as(staff)) : null;
    expect(reply).toMatchObject({ kind: 'fieldErrors', errors: { fields: expect.stringContaining('w międzyczasie') } });
  });
});

describe('fields', () => {
  it('come from all programmes and from what cohorts keep', async () => {
    await makeCohort(test, 'wydzial-2024');
    const fields = await expertFields(test.deps);
    expect(fields.length).toBeGreaterThan(4);
    expect(new Set(fields.map((field) => field.key)).size).toBe(fields.length);
  });
});

describe('ties', () => {
  it('are open once for a pair, end once, and both are in the journal', async () => {
    const ewa = await makeExpert(test, 'Ewa');
    const organisationId = await makeOrganisation(test, 'Zmyślony Ogród');
    const tie = { expertId: ewa.personId, organisationId, category: 'work' } as const;
    const declare = () => declareTie(test.deps, staff, test.clock.now(), tie);
    const both = await Promise.all([declare(), declare()]);
    expect(both.map((one) => one.ok && one.value.isNew).sort()).toEqual([false, true]);
    const [open] = (await expertProfile(database.db, ewa.personId))?.ties ?? [];
    expect(open).toMatchObject({ organisation: 'Zmyślony Ogród', category: 'work' });
    const end = () => endTie(test.deps, staff, test.clock.now(), open?.id ?? '');
    expect((await end()).ok).toBe(true);
    expect(await end()).toMatchObject({ reason: 'tie_ended' });
    expect((await expertProfile(database.db, ewa.personId))?.ties).toEqual([]);
    expect(await database.db.tie.count()).toBe(1);
  });

  it('are declared by experts for themselves only, and ended by staff only', async () => {
    const [ewa, jan] = [await makeExpert(test, 'Ewa'), await makeExpert(test, 'Jan')];
    const organisationId = await makeOrganisation(test, 'Zmyślony Ogród');
    const tie = { expertId: ewa.personId, organisationId, category: 'family' } as const;
    expect(await declareTie(test.deps, jan, test.clock.now(), tie)).toMatchObject({ reason: 'not_allowed' });
    expect(await declareTie(test.deps, ewa, test.clock.now(), tie)).toMatchObject({ ok: true });
    const [open] = (await expertProfile(database.db, ewa.personId))?.ties ?? [];
    expect(await endTie(test.deps, ewa, test.clock.now(), open?.id ?? '')).toMatchObject({ reason: 'not_allowed' });
  });
});

describe('commands and searches', () => {
  it('refuse others before looking anything up', async () => {
    const nobody = await makePerson(test, 'Nikt');
    const before = test.slack.calls.length;
    for (const reply of [
      await addCommand.run(as(nobody), `<@${staff.slackUserId}>`),
      await editCommand.run(as(nobody), ''),
      await listCommand.run(as(nobody), ''),
      await tieCommand.run(as(nobody), ''),
    ])
      expect(JSON.stringify(reply)).toContain('tylko zespół programu');
    expect(test.slack.calls.length).toBe(before);
    expect(await expertOptions.run(as(nobody), '', null)).toEqual([]);
    expect(await organisationOptions.run(as(nobody), '', null)).toEqual([]);
  });

  it('open the form for a person named, and ask for the person when none is', async () => {
    const ewa = await makePerson(test, 'Ewa');
    expect(JSON.stringify(await addCommand.run(as(staff), `<@${ewa.slackUserId}|ewa>`))).toContain('*Ewa*');
    expect(JSON.stringify(await addCommand.run(as(staff), ''))).toContain('users_select');
    expect(JSON.stringify(await addCommand.run(as(staff), '@ewa'))).toContain('Wskaż jedną osobę');
  });

  it('give the role of the cohort in whose channel it is typed', async () => {
    const cohortId = await makeCohort(test);
    const reply = await addCommand.run(as(staff, 'Cdebiuty-2024'), '');
    expect(reply).toMatchObject({ modal: { metadata: { grant: { cohortId } } } });
  });

  it('find experts and organisations without regard to Polish letters', async () => {
    await makeExpert(test, 'Łucja Żółtowska');
    await makeOrganisation(test, 'Fundacja Źródło', { town: 'Świdnik' });
    expect(await expertOptions.run(as(staff), 'lucja zol', null)).toHaveLength(1);
    expect(await organisationOptions.run(as(staff), 'swid', null)).toHaveLength(1);
    expect(await organisationOptions.run(as(staff), 'nic takiego', null)).toHaveLength(0);
  });

  it('show an expert only organisations of the programmes, never applicants', async () => {
    const cohortId = await makeCohort(test);
    const ewa = await makeExpert(test, 'Ewa', { cohortId });
    await makeOrganisation(test, 'Tylko zgłoszona');
    await makePlace(test, cohortId, 'Przyjęta');
    const found = await organisationOptions.run(as(ewa), '', null);
    expect(found.map((choice) => choice.text)).toEqual(['Przyjęta – Zmyślin']);
  });
});

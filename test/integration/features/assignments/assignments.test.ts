import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import {
  acceptProposal,
  announceDue,
  type Declining,
  declineProposal,
  proposeExpert,
  tellOfWaiting,
  withdrawProposal,
} from '../../../../src/features/assignments/operations/index.ts';
import { declareTie, saveExpert } from '../../../../src/features/experts/operations/index.ts';
import { expertProfile } from '../../../../src/features/experts/public.ts';
import { participationById } from '../../../../src/features/participations/public.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import {
  addPerson,
  EMPTY_ALL,
  makeCohort,
  makeExpert,
  makePerson,
  makePlace,
  PLACE_FEATURES,
} from '../../../support/places.ts';

let database: TestDatabase;
let test: TestDeps;
let staff: Actor;
let ewa: Actor;
let cohortId: string;
let place: { readonly id: string; readonly organisationId: string };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.$executeRawUnsafe(EMPTY_ALL);
  test = testDeps(database.db, PLACE_FEATURES);
  staff = await makePerson(test, 'Anna Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
  ewa = await makeExpert(test, 'Ewa Ekspertka');
  cohortId = await makeCohort(test);
  place = await makePlace(test, cohortId, 'Zmyślony Ogród');
});

const propose = (expert: Actor, by = staff, participationId = place.id, overrideReason: string | null = null) =>
  proposeExpert(test.deps, by, test.clock.now(), { participationId, expertId: expert.personId, overrideReason });
async function proposed(expert: Actor = ewa): Promise<string> {
  const outcome = await propose(expert);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.assignmentId;
}
const accept = (by: Actor, id: string) => acceptProposal(test.deps, by, test.clock.now(), id);
const decline = (by: Actor, assignmentId: string, given: Partial<Declining> = {}) =>
  declineProposal(test.deps, by, test.clock.now(), {
    assignmentId,
    category: 'no_time',
    note: null,
    tie: null,
    ...given,
  });
const withdraw = (by: Actor, id: string) => withdrawProposal(test.deps, by, test.clock.now(), id);
const said = (channel: string) =>
  test.slack.messages.filter((m) => m.channelId === channel).map((m) => JSON.stringify(m.message));
const channelOf = async () => (await participationById(database.db, place.id))?.channelId ?? '';
const states = async () =>
  (await database.db.assignment.findMany({ orderBy: { proposedAt: 'asc' } })).map((row) => row.state).sort();

describe('proposing an expert', () => {
  it('asks the expert with name, town and subject, and tells the organisation nothing', async () => {
    const halina = await makePerson(test, 'Halina Próbna');
    await addPerson(test, place.organisationId, halina.personId, true);
    await test.runQueued();
    const before = said(await channelOf());
    await proposed();
    await test.runQueued();
    const [question, ...more] = said(ewa.slackUserId);
    expect(more).toEqual([]);
    for (const fact of ['Zmyślony Ogród', 'Zmyślin', 'Ogród przy świetlicy']) expect(question).toContain(fact);
    expect(question).not.toContain('Halina');
    expect(said(await channelOf())).toEqual(before);
  });

  it('is for the cohort’s staff, and a stranger learns nothing from the refusal', async () => {
    const other = await makeCohort(test, 'debiuty-2023');
    const local = await makePerson(test, 'Lokalna', { roles: [{ role: 'staff', cohortId: other }] });
    const stranger = await makePerson(test, 'Ktoś');
    for (const by of [local, stranger, ewa]) expect(await propose(ewa, by)).toMatchObject({ reason: 'not_allowed' });
    expect(await propose(ewa, stranger, test.deps.ids.next())).toMatchObject({ reason: 'not_allowed' });
    expect(await states()).toEqual([]);
  });

  it('by two staff at the same moment asks one expert; the second sees that something changed', async () => {
    const jan = await makeExpert(test, 'Jan Ekspert');
    const second = await makePerson(test, 'Basia Zespołowa', { roles: [{ role: 'staff', cohortId: null }] });
    const both = await Promise.all([propose(ewa), propose(jan, second)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await states()).toEqual(['proposed']);
  });

  it('to one expert with one free place, for many organisations at once, asks for exactly one', async () => {
    const one = await makeExpert(test, 'Jedno Miejsce', { maxLoad: 1 });
    const places = [place];
    for (const name of ['B', 'C', 'D', 'E']) places.push(await makePlace(test, cohortId, name));
    const all = await Promise.all(places.map(({ id }) => propose(one, staff, id)));
    expect(all.filter((outcome) => outcome.ok)).toHaveLength(1);
    for (const outcome of all) if (!outcome.ok) expect(outcome.reason).toBe('full');
  });

  it('keeps to the limit unless staff give a reason, which stays on record (case 23)', async () => {
    const full = await makeExpert(test, 'Pełna Osoba', { maxLoad: 0 });
    expect(await propose(full)).toMatchObject({ reason: 'full' });
    expect(await propose(full, staff, place.id, 'Zna tę organizację z poprzedniej edycji')).toMatchObject({ ok: true });
    const [row] = await database.db.assignment.findMany();
    expect(row?.overrideReason).toContain('poprzedniej edycji');
    expect((await accept(full, row?.id ?? '')).ok).toBe(true);
  });

  it('keeps out ties, earlier refusals, other cohorts and deactivated accounts, with a reason or without', async () => {
    const tied = await makeExpert(test, 'Związana');
    const tie = { expertId: tied.personId, organisationId: place.organisationId, category: 'work' } as const;
    await declareTie(test.deps, staff, test.clock.now(), tie);
    const gone = await makeExpert(test, 'Była', { isDeactivated: true });
    const elsewhere = await makeExpert(test, 'Gdzie Indziej', { cohortId: await makeCohort(test, 'debiuty-2023') });
    const nobody = await makePerson(test, 'Bez Profilu');
    const why = 'bo tak';
    expect(await propose(tied, staff, place.id, why)).toMatchObject({ reason: 'tie' });
    expect(await propose(gone, staff, place.id, why)).toMatchObject({ reason: 'inactive' });
    expect(await propose(elsewhere, staff, place.id, why)).toMatchObject({ reason: 'not_in_cohort' });
    expect(await propose(nobody, staff, place.id, why)).toMatchObject({ reason: 'not_expert' });
    await decline(ewa, await proposed());
    expect(await propose(ewa, staff, place.id, why)).toMatchObject({ reason: 'declined' });
  });

  it('explains itself where the programme has no mentor, and refuses organisations that have left', async () => {
    const wydzial = await makePlace(test, await makeCohort(test, 'wydzial-2024'), 'Doświadczona');
    expect(await propose(ewa, staff, wydzial.id)).toMatchObject({ reason: 'no_mentor' });
    await database.db.participation.update({ where: { id: place.id }, data: { state: 'resigned' } });
    expect(await propose(ewa)).toMatchObject({ reason: 'not_open' });
  });
});

describe('the expert’s yes', () => {
  it('tells the organisation once, brings the expert into its channel, changes the card and tells staff', async () => {
    await test.runQueued();
    const id = await proposed();
    await test.runQueued();
    expect(await accept(ewa, id)).toMatchObject({ ok: true, value: { organisation: 'Zmyślony Ogród' } });
    await test.runQueued();
    const channelId = await channelOf();
    const told = said(channelId);
    expect(told.filter((one) => one.includes('Poznajcie osobę'))).toHaveLength(1);
    expect(told.join()).toContain('Lubi rozmowy.');
    const card = told.find((one) => one.includes('participations_who'));
    expect(card).toContain('Ewa Ekspertka, od');
    expect(card).toContain('Umówcie pierwszą wizytę');
    expect(card).not.toContain('assignments_assign');
    expect(test.slack.invited.get(channelId)?.has(ewa.slackUserId)).toBe(true);
    expect(said('Gdebiuty-2024').at(-1)).toContain('*Ewa Ekspertka* przyjmuje organizację');
    expect(said(ewa.slackUserId).join()).toContain('Przyjęta: prowadzisz tę organizację');
    expect(said(ewa.slackUserId).join()).not.toContain('assignments_accept');
  });

  it('pressed twice at the same moment counts once; the second is told how it stands', async () => {
    await test.runQueued();
    const id = await proposed();
    const both = await Promise.all([accept(ewa, id), accept(ewa, id)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const second = both.find((one) => !one.ok);
    expect(['is_active', 'changed_meanwhile']).toContain(second?.ok === false ? second.reason : '');
    expect(await accept(ewa, id)).toMatchObject({ reason: 'is_active' });
    const lines = await database.db.journalEntry.findMany({ where: { act: 'assignments.accept', subjectId: id } });
    expect(lines).toHaveLength(1);
    await test.runQueued();
    expect(said(await channelOf()).filter((one) => one.includes('Poznajcie osobę'))).toHaveLength(1);
  });

  it('after the proposal was withdrawn is told so, and changes nothing', async () => {
    const id = await proposed();
    expect((await withdraw(staff, id)).ok).toBe(true);
    expect(await accept(ewa, id)).toMatchObject({ reason: 'is_withdrawn' });
    expect(await states()).toEqual(['withdrawn']);
  });

  it('and a withdrawal at the same moment: exactly one of them counts', async () => {
    for (let n = 0; n < 5; n += 1) {
      const id = await proposed(n === 0 ? ewa : await makeExpert(test, `Osoba ${n}`));
      const row = await database.db.assignment.findUniqueOrThrow({ where: { id } });
      const expert = { ...ewa, personId: row.expertId };
      const [yes, back] = await Promise.all([accept(expert, id), withdraw(staff, id)]);
      expect([yes.ok, back.ok].filter(Boolean)).toHaveLength(1);
      const { state } = await database.db.assignment.findUniqueOrThrow({ where: { id } });
      expect(state).toBe(yes.ok ? 'active' : 'withdrawn');
      if (yes.ok) break;
    }
  });

  it('is the expert’s alone', async () => {
    const id = await proposed();
    const jan = await makeExpert(test, 'Jan Ekspert');
    expect(await accept(jan, id)).toMatchObject({ reason: 'not_allowed' });
    expect(await accept(staff, id)).toMatchObject({ reason: 'not_allowed' });
    expect(await accept({ ...ewa, roles: [] }, id)).toMatchObject({ reason: 'not_allowed' });
  });

  it('is refused after a tie was declared, and when the limit was lowered below it', async () => {
    const id = await proposed();
    const tie = { expertId: ewa.personId, organisationId: place.organisationId, category: 'family' } as const;
    const declared = await declareTie(test.deps, staff, test.clock.now(), tie);
    expect(declared).toMatchObject({ value: { together: true } });
    expect(await accept(ewa, id)).toMatchObject({ reason: 'tie' });
    const jan = await makeExpert(test, 'Jan', { maxLoad: 1 });
    const other = await makePlace(test, cohortId, 'Druga');
    const asked = await propose(jan, staff, other.id);
    const facts = { fields: ['finance'], regions: [], languages: ['pl'], maxLoad: 0, about: null };
    await saveExpert(test.deps, jan, test.clock.now(), {
      ...facts,
      slackUserId: jan.slackUserId,
      grant: null,
      version: 1,
    });
    expect(await accept(jan, asked.ok ? asked.value.assignmentId : '')).toMatchObject({ reason: 'full' });
  });

  it('before the channel stands is announced when it does, once', async () => {
    const opening = test.queued.splice(0);
    const id = await proposed();
    expect(await accept(ewa, id)).toMatchObject({ value: { channelId: null } });
    await announceDue(test.deps, test.clock.now());
    test.queued.push(...opening);
    await test.runQueued();
    const channelId = await channelOf();
    expect(test.slack.invited.get(channelId)?.has(ewa.slackUserId)).toBe(true);
    for (let n = 0; n < 3; n += 1) await announceDue(test.deps, test.clock.now());
    await test.runQueued();
    expect(said(channelId).filter((one) => one.includes('Poznajcie osobę'))).toHaveLength(1);
  });
});

describe('the expert’s no', () => {
  it('is told to staff with its reason and the way on, and to the organisation not at all', async () => {
    await test.runQueued();
    const before = said(await channelOf());
    const id = await proposed();
    expect((await decline(ewa, id, { category: 'other', note: 'Wyjeżdżam na <!here> rok' })).ok).toBe(true);
    await test.runQueued();
    const told = said('Gdebiuty-2024').at(-1);
    expect(told).toContain('nie może poprowadzić');
    expect(told).toContain('Wyjeżdżam na <!here> rok');
    expect(told).toContain('assignments_assign');
    expect(said(await channelOf())).toEqual(before);
    expect((await propose(await makeExpert(test, 'Jan'))).ok).toBe(true);
  });

  it('because of a tie declares the tie', async () => {
    await decline(ewa, await proposed(), { category: 'tie', tie: 'family' });
    expect((await expertProfile(database.db, ewa.personId))?.ties).toMatchObject([{ category: 'family' }]);
  });

  it('counts once, and not after a yes', async () => {
    const id = await proposed();
    const both = await Promise.all([decline(ewa, id), decline(ewa, id)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await decline(ewa, id)).toMatchObject({ reason: 'is_declined' });
    const second = await proposed(await makeExpert(test, 'Jan'));
    const row = await database.db.assignment.findUniqueOrThrow({ where: { id: second } });
    const jan = { ...ewa, personId: row.expertId };
    await accept(jan, second);
    expect(await decline(jan, second)).toMatchObject({ reason: 'is_active' });
    expect(await withdraw(staff, second)).toMatchObject({ reason: 'is_active' });
  });
});

describe('a withdrawn proposal', () => {
  it('is told to the expert, frees the place, and is for staff', async () => {
    const id = await proposed();
    await test.runQueued();
    expect(await withdraw(ewa, id)).toMatchObject({ reason: 'not_allowed' });
    expect((await withdraw(staff, id)).ok).toBe(true);
    await test.runQueued();
    expect(said(ewa.slackUserId).at(-1)).toContain('już nieaktualna');
    expect((await propose(ewa)).ok).toBe(true);
  });

  it('before it was sent is never asked', async () => {
    const id = await proposed();
    await withdraw(staff, id);
    await test.runQueued();
    expect(said(ewa.slackUserId).join()).not.toContain('Przyjmuję');
  });
});

describe('staff', () => {
  it('are told once for each group of admitted organisations how many wait', async () => {
    await makePlace(test, cohortId, 'Druga');
    await makePlace(test, await makeCohort(test, 'wydzial-2024'), 'Bez mentora');
    for (let n = 0; n < 3; n += 1) await tellOfWaiting(test.deps, test.clock.now());
    await test.runQueued();
    const waiting = () => said('Gdebiuty-2024').filter((one) => one.includes('Przydziel'));
    expect(waiting()).toHaveLength(1);
    expect(waiting()[0]).toContain('czekają 2 organizacje');
    expect(said('Gwydzial-2024')).toEqual([]);
    test.clock.advance(60_000);
    await makePlace(test, cohortId, 'Z rezerwy');
    await tellOfWaiting(test.deps, test.clock.now());
    await test.runQueued();
    expect(waiting()).toHaveLength(2);
  });
});

describe('the database', () => {
  const row = (id: string, state: string) => ({
    ...{
      id,
      participationId: place.id,
      expertId: ewa.personId,
      state,
      proposedAt: new Date(),
      proposedBy: staff.personId,
    },
    ...{ answeredAt: new Date(), version: 1 },
  });

  it('refuses a second active expert, a second proposal, and states nobody knows', async () => {
    for (const state of ['active', 'proposed']) {
      await database.db.assignment.create({ data: row(test.deps.ids.next(), state) });
      await expect(database.db.assignment.create({ data: row(test.deps.ids.next(), state) })).rejects.toThrow();
    }
  });
});

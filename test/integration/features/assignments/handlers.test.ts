import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../src/core/actor.ts';
import { IDS, maybeCohort, pageCodec, pairCodec } from '../../../../src/features/assignments/ids.ts';
import {
  acceptAction,
  assignAction,
  assignCommand,
  declineAction,
  declineView,
  mineOffer,
  nextAction,
  overrideAction,
  overrideView,
  pickAction,
  pickView,
  placeOptions,
  proposeAction,
  withdrawAction,
} from '../../../../src/features/assignments/slack/index.ts';
import { participationById } from '../../../../src/features/participations/public.ts';
import type { FormValues } from '../../../../src/platform/slack/form.ts';
import type { Handling, ViewHandler } from '../../../../src/platform/slack/handlers.ts';
import type { Reply } from '../../../../src/platform/slack/reply.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { type TestDeps, testDeps } from '../../../support/deps.ts';
import { expectModal } from '../../../support/extremes.ts';
import { EMPTY_ALL, makeCohort, makeExpert, makePerson, makePlace, PLACE_FEATURES } from '../../../support/places.ts';
import { setUndoMinutes } from '../../../support/undo.ts';

let database: TestDatabase;
let test: TestDeps;
let staff: Actor;
let ewa: Actor;
let stranger: Actor;
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
  stranger = await makePerson(test, 'Ktoś Obcy');
  ewa = await makeExpert(test, 'Ewa Ekspertka', { fields: ['finance', 'communication'], regions: ['lodzkie'] });
  cohortId = await makeCohort(test);
  // What waits instead is tested where acts wait (test/integration/features/undo).
  await setUndoMinutes(test, cohortId, 0);
  place = await makePlace(test, cohortId, 'Zmyślony Ogród', { needs: ['finance', 'communication'] });
  await test.runQueued();
});

const as = (actor: Actor, channelId: string | null = null): Handling => ({
  deps: test.deps,
  actor,
  now: test.clock.now(),
  channelId,
});
const words = (reply: Reply | null): string => JSON.stringify(reply);
const pair = (expert: Actor) => pairCodec.encode({ participationId: place.id, expertId: expert.personId });
async function submit(view: ViewHandler, by: Actor, values: FormValues, metadata: unknown) {
  const parsed = await view.parse(test.deps, values, metadata, by.locale);
  if (!parsed) return null;
  return parsed.ok ? parsed.run(as(by)) : parsed.errors;
}
const askedId = async () => (await database.db.assignment.findFirstOrThrow({ orderBy: { proposedAt: 'desc' } })).id;

describe('assigning', () => {
  it('opens the ranking at once in an organisation’s channel, with readable reasons', async () => {
    const channelId = (await participationById(database.db, place.id))?.channelId ?? null;
    const reply = await assignCommand.run(as(staff, channelId), '');
    if (reply.kind !== 'openModal') throw new Error(words(reply));
    expectModal(reply.modal, 'pl');
    expect(words(reply)).toContain('*1. Ewa Ekspertka* – dopasowanie');
    expect(words(reply)).toContain('(2 z 2)');
    expect(words(reply)).toContain('działa w województwie: łódzkie');
    expect(words(reply)).toContain('obciążenie 0 z 3');
  });

  it('asks for the organisation elsewhere, and keeps to the cohort of the channel', async () => {
    const reply = await assignCommand.run(as(staff, 'Gdebiuty-2024'), '');
    expect(reply).toMatchObject({ kind: 'openModal', modal: { callbackId: IDS.pick, metadata: { cohortId } } });
    expect(await assignCommand.run(as(staff), '')).toMatchObject({ modal: { metadata: { cohortId: null } } });
  });

  it('searches among organisations without an expert, by name or town, saying who is asked', async () => {
    await makePlace(test, cohortId, 'Łąka Sąsiedzka', { town: 'Świdnik' });
    const find = (query: string) => placeOptions.run(as(staff), query, { cohortId });
    expect((await find('')).map((one) => one.text)).toEqual(['Łąka Sąsiedzka – Świdnik', 'Zmyślony Ogród – Zmyślin']);
    expect(await find('swid')).toHaveLength(1);
    await proposeAction.run(as(staff), pair(ewa), {});
    expect((await find('ogrod'))[0]?.description).toContain('czeka na odpowiedź: Ewa');
    await acceptAction.run(as(ewa), await askedId(), {});
    expect(await find('ogrod')).toEqual([]);
    expect(await placeOptions.run(as(stranger), '', { cohortId })).toEqual([]);
    expect(await placeOptions.run(as(ewa), '', { cohortId })).toEqual([]);
  });

  it('finds among 200 organisations at most the hundred that Slack takes', async () => {
    for (let n = 0; n < 110; n += 1) await makePlace(test, cohortId, `Organizacja ${n}`);
    expect(await placeOptions.run(as(staff), '', { cohortId })).toHaveLength(100);
  });

  it('shows the ranking after the choice, and a field error without one', async () => {
    const shown = await submit(pickView, staff, { [IDS.place]: place.id }, { cohortId });
    expect(shown).toMatchObject({ kind: 'updateModal' });
    expect(await submit(pickView, staff, { [IDS.place]: null }, { cohortId })).toEqual({
      [IDS.place]: 'Wybierz organizację z listy.',
    });
    expect(await submit(pickView, staff, { [IDS.place]: place.id }, { cohortId: 'nonsense' })).toBeNull();
  });

  it('turns pages', async () => {
    for (let n = 0; n < 20; n += 1) await makeExpert(test, `Osoba ${n}`);
    const reply = await nextAction.run(as(staff), pageCodec.encode({ participationId: place.id, page: 2 }), {});
    expect(words(reply)).toContain('Strona 3 z 3');
  });

  it('explains kindly that Wydział has no mentor', async () => {
    const other = await makeCohort(test, 'wydzial-2024');
    const wydzial = await makePlace(test, other, 'Doświadczona');
    expect(words(await assignAction.run(as(staff), wydzial.id, {}))).toContain('nie mają jednej osoby prowadzącej');
    const pick = await pickAction.run(as(staff), maybeCohort.encode({ cohortId: other }), {});
    expect(words(pick)).toContain('nie mają jednej osoby prowadzącej');
    expect(words(await assignCommand.run(as(staff, 'Gwydzial-2024'), ''))).toContain('Nie trzeba nikogo przydzielać');
  });

  it('refuses others politely, the same for a real place and for none', async () => {
    for (const by of [stranger, ewa]) {
      const real = await assignAction.run(as(by), place.id, {});
      expect(real).toEqual(await assignAction.run(as(by), test.deps.ids.next(), {}));
      expect(words(real)).toContain('To może zrobić tylko zespół programu.');
      expect(words(await assignCommand.run(as(by), ''))).toContain('tylko zespół programu');
      expect(words(await proposeAction.run(as(by), pair(ewa), {}))).toContain('tylko zespół programu');
      expect(words(await overrideAction.run(as(by), pair(ewa), {}))).toContain('tylko zespół programu');
    }
  });

  it('does nothing with values that are not ours', async () => {
    for (const raw of [null, '', 'x', '{"participationId":"1"}', `${pair(ewa)}x`])
      expect(await proposeAction.run(as(staff), raw, {})).toBeNull();
    expect(await database.db.assignment.count()).toBe(0);
  });
});

describe('proposing', () => {
  it('shows who is asked, and to the second who pressed too late what changed', async () => {
    const jan = await makeExpert(test, 'Jan Ekspert');
    const first = await proposeAction.run(as(staff), pair(ewa), {});
    expect(words(first)).toContain('propozycja wysłana');
    expect(words(first)).toContain('*Czeka na odpowiedź:* Ewa Ekspertka');
    const second = await proposeAction.run(as(staff), pair(jan), {});
    expect(words(second)).toContain('W międzyczasie coś się zmieniło');
    expect(words(second)).toContain('Zapytanie od: Anna Zespołowa');
  });

  it('despite the limit needs a reason', async () => {
    const full = await makeExpert(test, 'Pełna Osoba', { maxLoad: 0 });
    expect(words(await assignAction.run(as(staff), place.id, {}))).toContain('pełne obciążenie 0 z 0');
    expect(words(await overrideAction.run(as(staff), pair(full), {}))).toContain('Podaj powód');
    const metadata = { participationId: place.id, expertId: full.personId };
    expect(await submit(overrideView, staff, { reason: ' ' }, metadata)).toEqual({ reason: 'Podaj powód.' });
    const done = await submit(overrideView, staff, { reason: 'Wraca do nas' }, metadata);
    expect(done).toMatchObject({ kind: 'closeModal', all: true });
    expect(words(await assignAction.run(as(staff), place.id, {}))).toContain('*Czeka na odpowiedź:* Pełna Osoba');
  });

  it('can be taken back, and the ranking is there again', async () => {
    await proposeAction.run(as(staff), pair(ewa), {});
    const reply = await withdrawAction.run(as(staff), await askedId(), {});
    expect(words(reply)).toContain('Propozycja wycofana: Ewa Ekspertka');
    expect(words(reply)).toContain('*1. Ewa Ekspertka*');
    const again = await withdrawAction.run(as(staff), await askedId(), {});
    expect(words(again)).toContain('W międzyczasie coś się zmieniło');
    expect(words(await withdrawAction.run(as(stranger), await askedId(), {}))).toContain('tylko zespół programu');
  });
});

describe('answering', () => {
  beforeEach(async () => {
    await proposeAction.run(as(staff), pair(ewa), {});
  });

  it('yes says thank you with the channel, and pressed again how it stands', async () => {
    const id = await askedId();
    expect(words(await acceptAction.run(as(ewa), id, {}))).toContain(
      'Od teraz prowadzisz organizację *Zmyślony Ogród*',
    );
    expect(words(await acceptAction.run(as(ewa), id, {}))).toContain('jest już przyjęta');
    expect(words(await declineAction.run(as(ewa), id, {}))).toContain('jest już przyjęta');
  });

  it('no asks why, needs a word for another reason, and is told with thanks', async () => {
    const id = await askedId();
    expect(await declineAction.run(as(ewa), id, {})).toMatchObject({ kind: 'openModal' });
    const other = { category: 'other', tie: null, note: '' };
    expect(await submit(declineView, ewa, other, { assignmentId: id })).toEqual({
      note: 'Napisz, proszę, choć jedno zdanie.',
    });
    const done = await submit(declineView, ewa, { ...other, category: 'topic' }, { assignmentId: id });
    expect(JSON.stringify(done)).toContain('Dziękujemy za odpowiedź');
    const late = await submit(declineView, ewa, { ...other, category: 'topic' }, { assignmentId: id });
    expect(JSON.stringify(late)).toContain('jest już zamknięta');
  });

  it('of somebody else’s question is refused, leaking nothing', async () => {
    const id = await askedId();
    for (const action of [acceptAction, declineAction]) {
      const reply = await action.run(as(stranger), id, {});
      expect(words(reply)).toContain('do kogoś innego');
      expect(reply).toEqual(await action.run(as(stranger), test.deps.ids.next(), {}));
    }
  });
});

describe('App Home', () => {
  it('tells experts whom they lead', async () => {
    await proposeAction.run(as(staff), pair(ewa), {});
    expect(await mineOffer(test.deps, ewa, test.clock.now())).toBeNull();
    await acceptAction.run(as(ewa), await askedId(), {});
    const mine = words((await mineOffer(test.deps, ewa, test.clock.now())) as never);
    expect(mine).toContain('*Zmyślony Ogród*, Zmyślin');
    expect(await mineOffer(test.deps, stranger, test.clock.now())).toBeNull();
  });
});

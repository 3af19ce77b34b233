import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { chooseWhoGoes, declineInvitation, signUpSelf } from '../../src/features/events/operations/index.ts';
import { admit } from '../../src/features/participations/public.ts';
import { actorById, knowPerson } from '../../src/features/people/public.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { admittedIn } from '../support/admitted.ts';
import { announce, makeEvent, TWO_DAYS } from '../support/events.ts';
import { COHORT_ROOM, STAFF_ROOM, setUpCohort } from '../support/play.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const [celina] = PEOPLE.experts;
const [halina, , , kamil, lidia] = PEOPLE.representatives;

let workspace: Workspace;
let alicja: PersonDriver;
const as = (id: string) => workspace.sandbox.as(id);

async function at(moment: string): Promise<void> {
  workspace.clock.set(moment);
  await workspace.app.tick();
  await workspace.sandbox.settled();
}

const FORM = {
  Nazwa: 'Pierwsze spotkanie sieciujące',
  Rodzaj: 'spotkanie sieciujące',
  'Gdzie się spotykamy': 'na miejscu',
  'Pierwszy dzień': '2023-09-14',
  Początek: '10:00',
  Koniec: '16:00',
  'Dalsze części i dni': '15.09.2023 9:00–13:00',
  Miejsce: 'Zmyślin, świetlica',
  'Zapisy do dnia': '2023-09-07',
  'Zapisy do godziny': '18:00',
  'Ile jest miejsc': '10',
};

/** Staff set an event up by the form, and announce it. */
async function setUpEvent(change: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await alicja.slash(STAFF_ROOM, '/debiuty wydarzenie');
  await alicja.click('Nowe wydarzenie');
  await alicja.fill({ ...FORM, ...change } as typeof FORM);
  expect(await alicja.submit()).toMatchObject({ action: 'updated' });
  expect(alicja.modal()?.all).toContain('szkic');
  await alicja.click('Ogłoś');
  expect(await alicja.submit()).toMatchObject({ action: 'cleared' });
  await workspace.sandbox.settled();
}

/** How often something stands in what a channel or conversation shows. */
const times = (person: PersonDriver, room: string, words: string): number =>
  person.texts(room).filter((text) => text.includes(words)).length;

const sessionOf = (room: string, person: PersonDriver) =>
  person.texts(room).find((text) => text.includes('Zapraszamy na wydarzenie')) ?? '';

/** How many messages say this, in all channels and conversations; private words of staff aside. */
const saidAnywhere = (words: string): number =>
  workspace.sandbox.world.state.channels
    .flatMap(({ id }) => workspace.sandbox.world.messages(id))
    .filter((one) => !one.onlyFor && JSON.stringify(one.blocks).includes(words)).length;

/** Hundreds of messages and cards need longer than one wait. */
async function settledAtLast(): Promise<void> {
  for (let tries = 0; tries < 8; tries += 1) {
    try {
      return await workspace.sandbox.settled();
    } catch (error) {
      if (!String(error).includes('in vain')) throw error;
    }
  }
}

/** Does something and waits for all that comes of it. */
async function patiently(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!String(error).includes('in vain')) throw error;
  }
  await settledAtLast();
}

/** Staff open the page of the one event there is. */
async function openPage(): Promise<void> {
  await alicja.slash(STAFF_ROOM, '/debiuty wydarzenie');
  await alicja.click('Otwórz');
}

/** What waits is done at once. */
async function doNow(): Promise<void> {
  await alicja.click('Wykonaj od razu', { channel: STAFF_ROOM });
  await workspace.sandbox.settled();
}

const KINDS = [
  ['a guest', halina],
  ['a member', kamil],
  ['somebody of another workspace', PEOPLE.foreign],
] as const;

describe.each<Transport>(['socket', 'http'])('events over %s', (transport) => {
  beforeEach(async () => {
    workspace = await openWorkspace({ transport, now: '2023-04-03T10:00:00+02:00' });
    alicja = as(PEOPLE.admin);
    await setUpCohort(alicja);
    workspace.clock.set('2023-08-01T10:00:00+02:00');
  });
  afterEach(() => workspace.close());

  it.each(KINDS)(
    '%s signs up, swaps, confirms a new date and is there, all by buttons in the channel; what changes is told once',
    async (_kind, id) => {
      const room = await admittedIn(workspace, { name: 'Stowarzyszenie Zmyślony Ogród', person: id, expert: celina });
      const person = as(id);
      await setUpEvent();
      expect(times(person, room, 'Zapraszamy na wydarzenie')).toBe(1);
      expect(alicja.texts(COHORT_ROOM).join()).toContain('Wolne miejsca: 10 z 10.');

      await person.click('Wybierzcie, kto się zapisuje', { channel: room });
      await person.fill({ 'Kto weźmie udział': [await nameOf(id)] });
      await person.submit();
      expect(sessionOf(room, person)).toContain('Zapisane osoby:');
      expect(alicja.texts(COHORT_ROOM).join()).toContain('Wolne miejsca: 9 z 10.');

      await openPage();
      await alicja.click('Przesuń');
      await alicja.fill({
        'Pierwszy dzień': '2023-09-21',
        'Dalsze części i dni': '22.09.2023 9:00–13:00',
        Powód: 'Remont',
      });
      expect(await alicja.submit()).toMatchObject({ action: 'pushed' });
      expect(alicja.modal()?.all).toContain('Miejsca są dla nich zachowane');
      await alicja.submit();
      await doNow();
      expect(times(person, room, 'ma nowy termin')).toBe(1);
      expect(sessionOf(room, person)).toContain('21 września');
      expect(sessionOf(room, person)).not.toContain('14 września');
      expect(alicja.texts(COHORT_ROOM).join()).not.toContain('14 września');
      await person.click('Potwierdzamy termin', { channel: room });
      expect(sessionOf(room, person)).not.toContain('Prosimy o potwierdzenie terminu');

      await at('2023-09-21T09:45:00+02:00');
      await openPage();
      await alicja.click('Kod w sali');
      const [, code = ''] = /`([A-Z0-9]{5})`/.exec(alicja.modal()?.all ?? '') ?? [];
      expect(code).toHaveLength(5);
      await alicja.close();
      await alicja.close();
      await person.click('Jestem, mam kod', { channel: room });
      await person.fill({ Kod: 'XXXXX' });
      expect((await person.submit()).errors['Kod']).toContain('To nie jest dzisiejszy kod');
      await person.fill({ Kod: code.toLowerCase() });
      await person.submit();
      expect(person.texts(room).at(-1)).toContain('Obecność zapisana (czwartek, 21 września');

      await at('2023-09-22T13:30:00+02:00');
      await openPage();
      await alicja.click('Zakończ');
      expect(alicja.modal()?.all).toContain('Obecne osoby: 1, nieobecne: 0');
      await alicja.close();
      await person.click('Zaświadczenia', { channel: room });
      await workspace.sandbox.settled();
      expect(times(person, room, 'Zaświadczenie o udziale')).toBe(1);
    },
  );

  it('a cancelled event reaches everybody concerned once, and staff can undo it before', async () => {
    const room = await admittedIn(workspace, { name: 'Stowarzyszenie Zmyślony Ogród', person: halina, expert: celina });
    await setUpEvent();
    await as(celina).openHome();
    await as(celina).click('Zapisuję się', { home: true });
    await as(halina).click('Wybierzcie, kto się zapisuje', { channel: room });
    await as(halina).fill({ 'Kto weźmie udział': [await nameOf(halina)] });
    await as(halina).submit();
    const cancel = async () => {
      await openPage();
      await alicja.click('Odwołaj');
      await alicja.fill({ Powód: 'Powódź' });
      await alicja.submit();
    };
    await cancel();
    await alicja.click('Cofnij', { channel: STAFF_ROOM });
    await workspace.sandbox.settled();
    expect(times(as(halina), room, 'Odwołujemy')).toBe(0);
    await cancel();
    await doNow();
    expect(times(as(halina), room, 'Odwołujemy')).toBe(1);
    expect(saidAnywhere('Odwołujemy wydarzenie')).toBe(2);
    expect(alicja.texts(COHORT_ROOM).join()).toContain('Wydarzenie jest odwołane');
  });
});

describe('a large event', () => {
  beforeEach(async () => {
    workspace = await openWorkspace({ now: '2023-04-03T10:00:00+02:00' });
    alicja = as(PEOPLE.admin);
    await setUpCohort(alicja);
    workspace.clock.set('2023-08-01T10:00:00+02:00');
  });
  afterEach(() => workspace.close());

  it('60 seats for 30 organisations and two guests: the last waits until a seat is free', {
    timeout: 180_000,
  }, async () => {
    const rooms = await otherOrganisations();
    const room = await admittedIn(workspace, { name: 'Stowarzyszenie Zmyślony Ogród', person: halina });
    const { deps } = workspace.app;
    const staff = await actorById(deps, deps.db, (await personOf(PEOPLE.admin)).id);
    if (!staff) throw new Error('staff');
    const { id: cohortId } = await deps.db.cohort.findFirstOrThrow();
    const maker = { deps, clock: workspace.clock };
    const id = await makeEvent(maker, staff, cohortId, {
      ...TWO_DAYS,
      kind: 'information',
      seats: 60,
      isRequired: false,
    });
    await announce(maker, staff, id);
    for (const guest of [kamil, lidia]) {
      const known = await knowPerson(deps, guest, deps.clock.now());
      const actor = known.ok ? await actorById(deps, deps.db, known.value.id) : null;
      if (actor) expect(await signUpSelf(deps, actor, deps.clock.now(), id)).toMatchObject({ ok: true });
    }
    for (const { participationId, personIds } of rooms) {
      const where = { eventId_participationId: { eventId: id, participationId } };
      const { id: invitationId } = await deps.db.eventInvitation.findUniqueOrThrow({ where });
      const chosen = { invitationId, channelId: null, personIds };
      expect(await chooseWhoGoes(deps, staff, deps.clock.now(), chosen)).toMatchObject({ ok: true });
    }
    await settledAtLast();
    expect(alicja.texts(COHORT_ROOM).join()).toContain('Zajęte: 60 miejsc');
    await as(halina).click('Wybierzcie, kto się zapisuje', { channel: room });
    expect(as(halina).modal()?.all).toContain('Zapiszemy Was do kolejki');
    await as(halina).fill({ 'Kto weźmie udział': [await nameOf(halina)] });
    await patiently(() => as(halina).submit());
    const waiting = { eventId: id, state: 'waiting' };
    expect(await deps.db.registration.count({ where: waiting })).toBe(1);

    const [first] = rooms;
    const where = { eventId_participationId: { eventId: id, participationId: first?.participationId ?? '' } };
    const { id: invitationId } = await deps.db.eventInvitation.findUniqueOrThrow({ where });
    await declineInvitation(deps, staff, deps.clock.now(), { invitationId, channelId: null, reason: null });
    await settledAtLast();
    expect(times(as(halina), room, 'Zwolniło się miejsce')).toBe(1);
    await patiently(() => as(halina).click('Zajmuję to miejsce', { channel: room }));
    expect(as(halina).texts(room).join()).toContain('Miejsce zajęte: Halina Próbna');
    const seat = { eventId_personId: { eventId: id, personId: (await personOf(halina)).id } };
    expect(await deps.db.registration.findUnique({ where: seat })).toMatchObject({ state: 'going' });
    expect(await deps.db.event.findUnique({ where: { id } })).toMatchObject({ taken: 59 });
  });
});

const personOf = async (slackUserId: string) => workspace.db.person.findFirstOrThrow({ where: { slackUserId } });
const nameOf = async (id: string): Promise<string> => (await personOf(id)).name;

/** The other 29, with two people outside Slack each, and their channels. */
async function otherOrganisations() {
  const { deps } = workspace.app;
  const { db, ids } = deps;
  const now = deps.clock.now();
  const { id: cohortId } = await db.cohort.findFirstOrThrow();
  const all: { participationId: string; personIds: readonly string[] }[] = [];
  for (let n = 0; n < 29; n += 1) {
    const organisationId = ids.next();
    const register = { registerType: 'other', registerName: 'próbny', registerNumber: organisationId };
    const facts = { town: 'Zmyślin', voivodeship: 'lodzkie', legalForm: 'association', createdAt: now, version: 1 };
    await db.organisation.create({ data: { id: organisationId, name: `Zmyślona ${n}`, ...register, ...facts } });
    const personIds = [ids.next(), ids.next()];
    const flags = { isAdmin: false, isGuest: false, isBot: false, isDeactivated: false, createdAt: now };
    for (const [index, id] of personIds.entries()) {
      await db.person.create({ data: { id, name: `Osoba ${n}-${index}`, ...flags } });
      const who = { organisationId, personId: id, isContact: index === 0, startedAt: now };
      await db.representative.create({ data: { id: ids.next(), ...who } });
    }
    const admission = { cohortId, organisationId, applicationId: null, subject: null, grantGrosze: 600_000 };
    const participationId = await inTransaction(db, (tx) => admit(deps, tx, 'bot', now, admission));
    all.push({ participationId, personIds });
  }
  await settledAtLast();
  return all;
}

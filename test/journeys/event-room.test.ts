import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { markAttendance } from '../../src/features/events/operations/index.ts';
import { actorById } from '../../src/features/people/public.ts';
import { announce, makeEvent, TWO_DAYS } from '../support/events.ts';
import { STAFF_ROOM, setUpCohort } from '../support/play.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const SIGN_UP = { date: '2023-09-07', time: '18:00' };
const SESSIONS = TWO_DAYS.sessions.map((one) => ({ ...one, date: one.date.replace('-11-', '-09-') }));

let workspace: Workspace;
let alicja: PersonDriver;

beforeEach(async () => {
  workspace = await openWorkspace({ now: '2023-04-03T10:00:00+02:00' });
  alicja = workspace.sandbox.as(PEOPLE.admin);
  await setUpCohort(alicja);
  workspace.clock.set('2023-08-01T10:00:00+02:00');
});
afterEach(() => workspace.close());

/** An announced event (or a draft) on two days of September, and who set it up. */
async function setUp(isAnnounced = true) {
  const { deps } = workspace.app;
  const { id: personId } = await deps.db.person.findFirstOrThrow({ where: { slackUserId: PEOPLE.admin } });
  const staff = await actorById(deps, deps.db, personId);
  if (!staff) throw new Error('staff');
  const { id: cohortId } = await deps.db.cohort.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
  const maker = { deps, clock: workspace.clock };
  const facts = { kind: 'information' as const, sessions: SESSIONS, signUp: SIGN_UP, isRequired: false };
  const eventId = await makeEvent(maker, staff, cohortId, facts);
  if (isAnnounced) await announce(maker, staff, eventId);
  await workspace.sandbox.settled();
  return { deps, staff, eventId };
}

/** So many guests outside Slack, who are there on the first day. */
async function fill({ deps, staff, eventId }: Awaited<ReturnType<typeof setUp>>, n: number): Promise<void> {
  const flags = { isAdmin: false, isGuest: false, isBot: false, isDeactivated: false, createdAt: deps.clock.now() };
  for (let at = 0; at < n; at += 1) {
    const personId = deps.ids.next();
    await deps.db.person.create({ data: { id: personId, name: `Osoba ${String(at).padStart(2, '0')}`, ...flags } });
    const now = deps.clock.now();
    const standing = { standing: 'guest', state: 'going', isToConfirm: false, isExtra: false, version: 1 };
    const signedUp = { registeredBy: staff.personId, registeredAt: now, changedAt: now };
    await deps.db.registration.create({ data: { id: deps.ids.next(), eventId, personId, ...standing, ...signedUp } });
  }
  const all = await deps.db.registration.findMany({ where: { eventId } });
  const marks = all.map(({ id }) => ({ registrationId: id, way: 'in_room' as const }));
  await markAttendance(deps, staff, deps.clock.now(), { eventId, date: '2023-09-23', marks });
  await workspace.sandbox.settled();
}

/** Staff look at what a move does. */
async function move(): Promise<void> {
  await alicja.click('Przesuń');
  await alicja.fill({ Powód: 'Remont' });
  expect(await alicja.submit()).toMatchObject({ action: 'pushed' });
  expect(alicja.modal()?.heading).toBe('Sprawdź i potwierdź');
}

async function openPage(): Promise<void> {
  await alicja.slash(STAFF_ROOM, '/debiuty wydarzenie');
  await alicja.click('Otwórz');
}

describe('there is room for every form of an event (Slack lays three on each other)', () => {
  it('for staff of two cohorts, who choose one first', async () => {
    await setUp();
    const { definition, programmeKey, places, grantGrosze, voucherGrosze, createdAt, createdBy } =
      await workspace.db.cohort.findFirstOrThrow();
    await workspace.db.cohort.create({
      data: {
        ...{ programmeKey, places, grantGrosze, voucherGrosze, createdBy, definition: definition ?? {} },
        ...{ id: workspace.app.deps.ids.next(), name: 'Dawna edycja', slug: 'dawna', version: 1 },
        createdAt: new Date(createdAt.getTime() - 1),
      },
    });
    await alicja.slash('#debiuty', '/debiuty wydarzenie');
    await alicja.click('Pokaż');
    expect(alicja.modal()?.all).toContain('Zjazd próbny');
    await alicja.click('Otwórz');
    await move();
    await alicja.close();
    await alicja.close();
    await alicja.click('Obecność');
    await alicja.click('Pokaż');
    expect(alicja.modal()?.all).toContain('24 września');
  });

  it('after a change of the description, of a draft too, and on the way between two days', async () => {
    await setUp(false);
    await openPage();
    await alicja.click('Zmień');
    await alicja.fill({ Nazwa: 'Zjazd jesienny' });
    expect(await alicja.submit()).toMatchObject({ action: 'updated' });
    await alicja.click('Ogłoś');
    expect(await alicja.submit()).toMatchObject({ action: 'cleared' });
    await openPage();
    await alicja.click('Zmień opis');
    expect(await alicja.submit()).toMatchObject({ action: 'updated' });
    await move();
    await alicja.close();
    await alicja.close();
    await alicja.click('Obecność');
    await alicja.click('Pokaż');
    await alicja.click('Pokaż');
    expect(alicja.modal()?.all).toContain('23 września');
    expect(alicja.modals()).toHaveLength(2);
  });
});

describe('the list of who was there', () => {
  it('keeps its marks when both its pages are saved as they are', async () => {
    const made = await setUp();
    await fill(made, 17);
    const count = () => workspace.db.attendance.count();
    expect(await count()).toBe(17);
    await openPage();
    await alicja.click('Obecność');
    await alicja.submit();
    expect(alicja.modal()?.all).toContain('Obecne osoby tego dnia: 17');
    await alicja.submit();
    await alicja.submit();
    expect(await count()).toBe(17);
  });

  it('after the end of sign-up staff add a guest to it, by their name in Slack', async () => {
    await setUp();
    workspace.clock.set('2023-09-10T10:00:00+02:00');
    await openPage();
    await alicja.click('Lista osób');
    await alicja.click('Dopisz osobę');
    expect((await alicja.submit()).errors).toHaveProperty('Osoba spoza organizacji');
    await alicja.fill({ 'Osoba spoza organizacji': PEOPLE.representatives[3] });
    expect(await alicja.submit()).toMatchObject({ action: 'cleared' });
    expect(await workspace.db.registration.count({ where: { standing: 'guest', state: 'going' } })).toBe(1);
  });
});

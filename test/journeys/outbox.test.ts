import { afterEach, beforeEach, expect, it } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { actOnRow, outboxOf } from '../../src/features/outbox/operations/index.ts';
import { staff } from '../support/actors.ts';
import { admittedIn } from '../support/admitted.ts';
import { put } from '../support/deadlines.ts';
import { STAFF_ROOM, setUpCohort } from '../support/play.ts';
import { changeSettings } from '../support/settings.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const NAME = 'Stowarzyszenie Zmyślony Ogród';
const [halina, igor] = PEOPLE.representatives;

let workspace: Workspace;
let alicja: PersonDriver;
let cohortId: string;
let room: string;

beforeEach(async () => {
  workspace = await openWorkspace({ now: '2023-04-03T10:00:00+02:00' });
  alicja = workspace.sandbox.as(PEOPLE.admin);
  await setUpCohort(alicja);
  workspace.clock.set('2023-06-01T10:00:00+02:00');
  await workspace.sandbox.settled();
  room = await admittedIn(workspace, { name: NAME, person: igor });
  cohortId = (await workspace.db.cohort.findFirstOrThrow()).id;
  // The team's digests would stand between what these are about.
  await changeSettings(workspace.db, cohortId, { weeklyDigest: false });
});
afterEach(() => workspace.close());

/** The organisation's dates: it will hear of them on 6, 9, 13 and 14 June. */
async function setDates(): Promise<void> {
  const { deps } = workspace.app;
  const { id: personId } = await deps.db.person.findFirstOrThrow({ where: { slackUserId: PEOPLE.admin } });
  const dates = { report: '2023-06-20', confirm: '2023-06-14', voucher: '2023-06-28' };
  for (const [kind, date] of Object.entries(dates)) {
    const outcome = await put({ deps, clock: workspace.clock }, staff({ personId }), { cohortId, kind, date });
    expect(outcome.ok).toBe(true);
  }
  await workspace.sandbox.settled();
}

const open = () => alicja.slash(STAFF_ROOM, '/debiuty skrzynka');
const shown = (): string => alicja.modal()?.all ?? '';
const reminders = (): readonly string[] => alicja.texts(room).filter((text) => text.includes('Przypomnij jutro'));

async function goTo(moment: string): Promise<void> {
  workspace.clock.set(moment);
  await workspace.sandbox.settled();
}

it('somebody outside the team is refused, and learns nothing of what will be said', async () => {
  await setDates();
  const person = workspace.sandbox.as(halina);
  await person.slash('#debiuty', '/debiuty skrzynka');
  expect(person.modal()).toBeNull();
  expect(person.texts('#debiuty').at(-1)).toContain('tylko zespół programu');
  await person.openHome();
  expect(person.home()?.all ?? '').not.toContain('Skrzynka nadawcza');
});

it('an empty outbox says so kindly, and a cohort can be rehearsed from it', async () => {
  await open();
  expect(shown()).toContain('W najbliższych dwóch tygodniach nic nie wyślemy');
  await alicja.click('Próba na sucho');
  expect(shown()).toContain('Ile organizacji');
  await alicja.fill({ 'Ile organizacji': '10', 'Ile ekspertek i ekspertów': '0' });
  expect(await alicja.submit()).toMatchObject({ action: 'updated' });
  expect(shown()).toMatch(/Bot wyśle \d+ wiadomo/);
  expect(shown()).toContain('10 organizacji, 0 ekspertów i ekspertek');
  expect(shown()).toContain('Najpełniejszy dzień');
  await alicja.click('Wróć do skrzynki');
  expect(shown()).toContain('nic nie wyślemy');
});

it('staff cancel one, send one now, edit one and hold one; only the right ones arrive, once', async () => {
  await setDates();
  await open();
  expect(shown()).toContain('*4 wiadomości* do 1 adresata');
  expect(shown()).toContain(`na kanał organizacji: ${NAME}`);
  expect(shown()).toContain('wtorek, 6 czerwca 2023 r.');
  expect(shown()).toContain('przypomnienie: 14 dni przed terminem (wtorek, 20 czerwca 2023 r., godz. 23:59)');

  await alicja.click('Nie wysyłaj');
  expect(shown()).toContain('Ta wiadomość nie wyjdzie');
  expect(shown()).not.toContain('wtorek, 6 czerwca');
  await alicja.click('Wyślij teraz');
  expect(shown()).toContain('Wysyłam teraz');
  await workspace.sandbox.settled();
  expect(reminders()).toHaveLength(1);
  expect(reminders()[0]).toContain('Potwierdźcie udział w programie');

  // The list was drawn while that one was on its way; as things stand now it is not among them.
  await alicja.close();
  await open();
  expect(shown()).toContain('*2 wiadomości* do 1 adresata');
  await alicja.click('Zmień treść');
  expect(JSON.stringify(workspace.sandbox.world.state.modals)).toContain('Złóżcie sprawozdanie');
  await alicja.fill({ Treść: '  ' });
  expect((await alicja.submit()).errors['Treść']).toContain('Wpisz treść');
  await alicja.fill({ Treść: 'Kochani, sprawozdanie i potwierdzenie – to już niedługo!' });
  expect(await alicja.submit()).toMatchObject({ action: 'updated' });
  expect(shown()).toContain('w słowach zespołu');

  await alicja.click('Wstrzymaj');
  await alicja.click('Wstrzymaj');
  expect(shown()).toContain('Wstrzymane: 2 wiadomości');
  await alicja.click('Puść dalej');
  expect(shown()).toContain('Wstrzymane: 1 wiadomość');
  await alicja.close();

  await goTo('2023-06-12T12:00:00+02:00');
  expect(reminders()).toHaveLength(1);
  await goTo('2023-06-15T12:00:00+02:00');
  expect(reminders()).toHaveLength(2);
  expect(reminders()[1]).toContain('Kochani, sprawozdanie i potwierdzenie – to już niedługo!');
  expect(reminders()[1]).toContain('Zrobione');

  await open();
  expect(shown()).toContain('wstrzymana');
  await alicja.click('Puść dalej');
  await workspace.sandbox.settled();
  expect(reminders()).toHaveLength(3);
  expect(reminders()[2]).toContain('Wykorzystajcie bon');
});

it('what another of the team has cancelled meanwhile is not held: the list says so and shows the present state', async () => {
  await setDates();
  await open();
  const { deps } = workspace.app;
  const now = workspace.clock.now();
  const [entry] = await outboxOf(deps, deps.db, cohortId, now, 'pl');
  const { id: personId } = await deps.db.person.findFirstOrThrow({ where: { slackUserId: PEOPLE.admin } });
  if (!entry?.row) throw new Error('nothing is foreseen');
  const asked = { cohortId, row: entry.row, act: 'cancel' as const };
  expect(await actOnRow(deps, staff({ personId }), now, asked)).toMatchObject({ ok: true });
  await alicja.click('Wstrzymaj');
  expect(shown()).toContain('W międzyczasie coś się tu zmieniło');
  expect(shown()).not.toContain('wtorek, 6 czerwca');
  await alicja.close();
  await goTo('2023-06-07T12:00:00+02:00');
  expect(reminders()).toEqual([]);
});

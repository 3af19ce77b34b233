import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { repairObligations } from '../../src/features/obligations/operations/repair.ts';
import { addOutsider, knowPerson } from '../../src/features/people/public.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { doAtOnce } from '../support/undo.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const OPEN = '2023-04-03T10:00:00+02:00';
const CLOSED = '2023-05-08T09:00:00+02:00';
const [halina, igor] = PEOPLE.representatives;
const bartek = PEOPLE.staff;

let workspace: Workspace;
let alicja: PersonDriver;
const as = (id: string) => workspace.sandbox.as(id);
const staffRoom = () => alicja.channels().find((name) => name.includes('zespol')) ?? '?';

/** An application that was sent by this person, or by mail when there is none. */
async function sent(number: number, name: string, person: string | null): Promise<void> {
  const { deps } = workspace.app;
  const { db, ids } = deps;
  const now = deps.clock.now();
  const call = await db.call.findFirstOrThrow();
  const known = await knowPerson(deps, person ?? PEOPLE.admin, now);
  if (!known.ok) throw new Error(known.reason);
  const organisationId = ids.next();
  const register = { registerType: 'other', registerName: 'próbny', registerNumber: organisationId };
  const place = { town: 'Zmyślin', voivodeship: 'lodzkie', legalForm: 'association' };
  await db.organisation.create({
    data: { id: organisationId, name, ...register, ...place, createdAt: now, version: 1 },
  });
  const personId = person ? known.value.id : await inTransaction(db, (tx) => addOutsider(deps, tx, now, 'Pani Zofia'));
  const link = { id: ids.next(), organisationId, personId, isContact: true, startedAt: now };
  await db.representative.create({ data: link });
  const answers = {
    organisation_name: name,
    town: 'Zmyślin',
    voivodeship: 'lodzkie',
    description: 'Ławka. '.repeat(400),
  };
  await db.application.create({
    data: {
      ...{ id: ids.next(), callId: call.id, cohortId: call.cohortId, editorId: known.value.id, organisationId },
      ...{ state: 'submitted', step: 3, answers, organisationName: name, number, receivedAt: now, enteredAt: now },
      ...{ onBehalf: person === null, createdAt: now, updatedAt: now, version: 1 },
    },
  });
  await repairObligations(deps, now);
}

async function checkFormally(marks: Readonly<Record<string, string>> = {}): Promise<void> {
  await alicja.click('Ocena formalna');
  const items = [
    'właściwego naboru',
    'w terminie',
    'do podanego rejestru',
    'miejscowości, do której',
    'jedyne zgłoszenie',
  ];
  const labels = items.map((words) => labelWith(words));
  const fields = Object.fromEntries(labels.map((label, index) => [label, marks[items[index] ?? ''] ?? 'tak']));
  await alicja.fill({ ...fields, 'Uwaga do punktu 4': 'Mała miejscowość' });
  expect(await alicja.submit()).toMatchObject({ action: 'updated' });
  expect(alicja.modal()?.all).toContain('Zapisano.');
}

/** The label of a field that holds these words. */
function labelWith(words: string): string {
  const blocks = (alicja.modal()?.blocks ?? []) as readonly { readonly label?: { readonly text: string } }[];
  const found = blocks.find((block) => block.label?.text.includes(words))?.label?.text;
  if (!found) throw new Error(`no field with ${words}`);
  return found;
}

async function decide(fields: Readonly<Record<string, string>>): Promise<void> {
  await alicja.click('Podejmij decyzję');
  await alicja.fill(fields);
  expect(await alicja.submit()).toMatchObject({ action: 'updated' });
  expect(alicja.modal()?.all).toContain('Zapisano.');
}

describe.each<Transport>(['socket', 'http'])('from the list to the released results over %s', (transport) => {
  beforeEach(async () => {
    workspace = await openWorkspace({ transport, now: OPEN });
    alicja = as(PEOPLE.admin);
    await alicja.slash('#debiuty', '/debiuty cohort new');
    await alicja.fill({ 'Program lub edycja, z której kopiujemy': 'Debiuty 2023' });
    await alicja.submit();
    await alicja.submit();
  });
  afterEach(() => workspace.close());

  it('staff check, decide and release; each organisation reads its own result, and the admitted get their channel', async () => {
    await sent(1, 'Stowarzyszenie Zmyślony Ogród', halina);
    await sent(2, 'Fundacja Papierowy Most', igor);
    await sent(3, 'Koło Gospodyń na Niby', null);
    await alicja.slash(staffRoom(), '/debiuty zgłoszenia');
    expect(alicja.modal()?.all).toContain('Ocena i decyzje zaczną się po jego zamknięciu');
    await alicja.close();
    workspace.clock.set(CLOSED);
    await alicja.slash(staffRoom(), '/debiuty zgłoszenia');
    expect(alicja.modal()?.all).toContain('3 zgłoszenia czekają na ocenę formalną');

    await alicja.click('Otwórz');
    expect(alicja.modal()?.all).toContain('nr 1: Stowarzyszenie Zmyślony Ogród');
    await alicja.click('Całość');
    expect(alicja.modal()?.all).toContain('Ławka. '.repeat(100));
    await alicja.click('Wróć do zgłoszenia');
    await checkFormally();
    await decide({ Decyzja: 'przyjąć do programu' });
    await alicja.click('Następne →');
    expect(alicja.modal()?.all).toContain('nr 2: Fundacja Papierowy Most');
    await checkFormally();
    await alicja.click('Podejmij decyzję');
    await alicja.fill({ Decyzja: 'odmówić' });
    expect(await alicja.submit()).toMatchObject({ action: 'errors' });
    await alicja.fill({ Decyzja: 'lista rezerwowa', 'Pozycja na liście rezerwowej': '4' });
    expect((await alicja.submit()).errors['Pozycja na liście rezerwowej']).toContain('Najdalsza możliwa pozycja to 1');
    await alicja.fill({ 'Pozycja na liście rezerwowej': '1' });
    expect(await alicja.submit()).toMatchObject({ action: 'updated' });
    await alicja.click('Wróć do listy');
    await alicja.click('Ogłoś wyniki…');
    expect(alicja.modal()?.all).toContain('1 zgłoszenie nie ma decyzji');
    await alicja.click('Otwórz');
    await checkFormally({ 'w terminie': 'nie' });
    await alicja.click('Wróć do listy');
    expect(alicja.modal()?.all).toContain('odrzucone formalnie: 1');
    expect(as(halina).dms()).toEqual([]);

    await alicja.click('Ogłoś wyniki…');
    expect(alicja.modal()?.all).toContain('*przyjęte:* 1 na 30 miejsc');
    await alicja.fill({ 'Lista przyjętych': ['Opublikuj listę przyjętych w kanale edycji'] });
    await alicja.submit();
    expect(as(halina).dms()).toEqual([]);
    await doAtOnce(alicja);
    await workspace.sandbox.settled();
    expect(alicja.texts(staffRoom()).join()).toContain('Wyniki ogłoszone');
    expect(
      as(halina)
        .texts('Debiuty')
        .filter((text) => text.includes('dołącza do programu!')),
    ).toHaveLength(1);
    expect(
      as(igor)
        .texts('Debiuty')
        .filter((text) => text.includes('na pozycji 1')),
    ).toHaveLength(1);
    expect(
      as(halina)
        .channels()
        .find((name) => name.includes('zmyslony')),
    ).toBeTruthy();
    expect(
      as(igor)
        .channels()
        .find((name) => name.includes('papierowy')),
    ).toBeUndefined();

    await alicja.click('Do przekazania osobiście: 1', { channel: staffRoom() });
    expect(alicja.modal()?.all).toContain('Te warunki nie zostały spełnione:');
    await alicja.click('Oznacz jako przekazane');
    expect(alicja.modal()?.all).toContain('przekazano');
  });

  it('somebody outside the team is told politely that this is for the team', async () => {
    await sent(1, 'Stowarzyszenie Zmyślony Ogród', halina);
    await as(halina).slash('#debiuty', '/debiuty zgłoszenia');
    expect(as(halina).modal()).toBeNull();
    expect(as(halina).texts('#debiuty').at(-1)).toBe('To może zrobić tylko zespół tej edycji programu.');
  });

  it('the second of two staff sees what the first changed, with their own words kept', async () => {
    await sent(1, 'Stowarzyszenie Zmyślony Ogród', halina);
    workspace.clock.set(CLOSED);
    await alicja.slash('#debiuty', '/debiuty staff add @bartek');
    await alicja.slash(staffRoom(), '/debiuty zgłoszenia');
    await alicja.click('Otwórz');
    await checkFormally();
    await alicja.click('Podejmij decyzję');
    await as(bartek).slash('#debiuty', '/debiuty applications');
    if (as(bartek).modal()?.all.includes('Z której edycji')) await as(bartek).click('Zobacz zgłoszenia');
    await as(bartek).click('Otwórz');
    await as(bartek).click('Podejmij decyzję');
    await as(bartek).fill({ Decyzja: 'przyjąć do programu' });
    await as(bartek).submit();
    await alicja.fill({ Decyzja: 'odmówić', Powód: 'Za mało o sąsiadach' });
    expect(await alicja.submit()).toMatchObject({ action: 'updated' });
    expect(alicja.modal()?.all).toContain('Ktoś zmienił to zgłoszenie');
    expect(alicja.modal()?.all).toContain(`${as(bartek).name}: przygotowanie decyzji (przyjęcie)`);
    expect(alicja.modal()?.all).toContain('przyjęte (przygotowano)');
    expect(JSON.stringify(alicja.modal()?.blocks)).toContain('Za mało o sąsiadach');
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { APPLICANTS } from '../../sandbox/play/applicants.ts';
import { applyFor, fillForm, STAFF_ROOM, setUpCohort, staffOf } from '../support/play.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const { halina, igor } = APPLICANTS;
let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace({ now: '2023-04-03T10:00:00+02:00' });
});
afterEach(() => workspace.close());

it('without an open call people hear when the next one opens (APP-1)', async () => {
  const person = workspace.sandbox.as(halina.person);
  await person.slash('#debiuty', '/debiuty zgłoś');
  expect(person.texts('#debiuty').at(-1)).toContain('nie trwa żaden nabór');
  await setUpCohort(staffOf(workspace).alicja);
  await person.slash('#debiuty', '/debiuty zgłoś');
  expect(person.texts('#debiuty').at(-1)).toContain('zacznie się: wtorek, 4 kwietnia 2023 r.');
});

it('staff go on with an entry on behalf, find the organisation, and withdraw for it', async () => {
  const { alicja } = staffOf(workspace);
  await setUpCohort(alicja);
  workspace.clock.set('2023-04-20T12:00:00+02:00');
  await alicja.slash(STAFF_ROOM, '/debiuty zgłoś w imieniu');
  await alicja.fill({ 'Wpłynęło dnia': '2023-04-20', 'o godzinie': '13:00', 'Dowód wpływu': 'List polecony' });
  expect((await alicja.submit()).errors).toHaveProperty('Wpłynęło dnia');
  await alicja.fill({ 'o godzinie': '10:15' });
  await alicja.submit();
  await alicja.fill(igor.answers[0]);
  await alicja.submit();
  await alicja.close();
  await alicja.slash(STAFF_ROOM, '/debiuty zgłoś w imieniu');
  expect(alicja.modal()?.all).toContain(igor.name);
  await alicja.click('Dokończ');
  await fillForm(alicja, { ...igor, answers: [igor.answers[1], igor.answers[2]] as never });
  await alicja.submit();
  expect(alicja.modal()?.all).toContain('czwartek, 20 kwietnia 2023 r., godz. 10:15:00');
  await alicja.close().catch(() => undefined);

  await alicja.slash(STAFF_ROOM, `/debiuty organizacja ${igor.name.slice(0, 8)}`);
  expect(alicja.texts(STAFF_ROOM).at(-1)).toContain('zgłoszenie 1, złożone');
  await alicja.click('Otwórz', { channel: STAFF_ROOM });
  await alicja.click('Wycofaj w imieniu organizacji');
  await alicja.submit();
  await alicja.close().catch(() => undefined);
  expect(alicja.texts(STAFF_ROOM).join('\n')).toContain('Zgłoszenie nr 1 wycofane');
});

it('people outside the team cannot search organisations or enter on behalf', async () => {
  await setUpCohort(staffOf(workspace).alicja);
  workspace.clock.set('2023-04-20T12:00:00+02:00');
  const person = await applyFor(workspace, halina);
  for (const command of ['organizacja Zmyślony', 'zgłoś w imieniu']) {
    await person.slash('#debiuty', `/debiuty ${command}`);
    expect(person.texts('#debiuty').at(-1)).toContain('tylko zespół');
    expect(person.texts('#debiuty').at(-1)).not.toContain('Ogród');
  }
});

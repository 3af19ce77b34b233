import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE } from '../../sandbox/index.ts';
import { APPLICANTS } from '../../sandbox/play/applicants.ts';
import {
  addExpert,
  applyFor,
  COHORT_ROOM,
  decide,
  fillForm,
  openApplication,
  passFormally,
  reach,
  STAFF_ROOM,
  setUpCohort,
  staffOf,
} from '../support/play.ts';
import { doAtOnce } from '../support/undo.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const { halina, igor, jadwiga, kamil, lidia, marcin, nina, oliver } = APPLICANTS;
const [celina, dariusz, edyta] = PEOPLE.experts;

let workspace: Workspace;
const as = (id: string) => workspace.sandbox.as(id);
const at = (moment: string): Promise<void> => reach(workspace, moment);

/** A wrong check digit is named beside its field and everything typed stays. */
async function applyWithBadNip(): Promise<void> {
  const person = as(igor.person);
  await person.slash('#debiuty', '/debiuty apply');
  const [first] = igor.answers;
  await person.fill({ ...first, NIP: '9990000021' });
  const refused = await person.submit();
  expect(refused.action).toBe('errors');
  expect(refused.errors['NIP']).toContain('cyfrę kontrolną');
  await person.close();
  await applyFor(workspace, igor);
}

/** Sent, proved, then withdrawn in a second step. */
async function applyAndWithdraw(): Promise<void> {
  const person = as(kamil.person);
  await person.join(`#${COHORT_ROOM}`);
  await person.click('Zgłoś organizację', { channel: `#${COHORT_ROOM}` });
  await fillForm(person, kamil);
  await person.submit();
  await person.close();
  await person.slash('#debiuty', '/debiuty moje');
  await person.click('Wycofaj', { channel: '#debiuty' });
  await person.fill({ Powód: 'Zmieniliśmy plany' });
  expect(await person.submit()).toMatchObject({ action: 'closed' });
  await person.slash('#debiuty', '/debiuty moje');
  expect(person.texts('#debiuty').at(-1)).toContain('wycofane');
}

/** Opened at 23:40 … */
async function openInTime(): Promise<void> {
  const person = as(lidia.person);
  await at('2023-05-07T23:40:00.000');
  await person.slash('#debiuty', '/debiuty zgłoś');
  await fillForm(person, lidia);
}

/** … and sent a second after the closing minute. */
async function sendLate(): Promise<void> {
  const person = as(lidia.person);
  await at('2023-05-08T00:00:00.000');
  await person.submit();
  expect(person.modal()?.all).toContain('niedziela, 7 maja 2023 r., godz. 23:59');
  expect(person.modal()?.all).toContain('Twoje odpowiedzi są zapisane jako szkic');
  await person.close();
  await person.slash('#debiuty', '/debiuty moje');
  expect(person.texts('#debiuty').at(-1)).toContain('szkic, niewysłany. Nabór jest już zamknięty');
}

/** The last millisecond of the named minute counts (T2). */
async function applyInTheLastMillisecond(): Promise<void> {
  const person = as(nina.person);
  await at('2023-05-07T23:55:00.000');
  await person.shortcut('Zgłoś organizację');
  await fillForm(person, nina);
  await at('2023-05-07T23:59:59.999');
  await person.submit();
  expect(person.modal()?.all).toContain('niedziela, 7 maja 2023 r., godz. 23:59:59');
  await person.close();
}

/** It came by mail in time and is entered the morning after; a second person confirms it. */
async function enterOnBehalf(): Promise<void> {
  const { alicja, bartek } = staffOf(workspace);
  await at('2023-05-08T09:00:00.000');
  await bartek.slash(STAFF_ROOM, '/debiuty zgłoś w imieniu');
  await bartek.fill({ 'Wpłynęło dnia': '2023-05-06', 'o godzinie': '12:30', 'Dowód wpływu': 'Mail z 6 maja' });
  expect((await bartek.submit()).errors).toHaveProperty('Dlaczego wpisujemy je po zamknięciu naboru');
  await bartek.fill({ 'Dlaczego wpisujemy je po zamknięciu naboru': 'W weekend nie działała poczta' });
  await bartek.submit();
  await fillForm(bartek, marcin);
  await bartek.submit();
  expect(bartek.modal()?.all).toContain('czeka na potwierdzenie');
  await bartek.close();
  await bartek.click('Potwierdzam wpływ', { channel: STAFF_ROOM });
  expect(bartek.texts(STAFF_ROOM).at(-1)).toContain('druga osoba');
  await alicja.click('Potwierdzam wpływ', { channel: STAFF_ROOM });
  expect(alicja.texts(STAFF_ROOM).at(-1)).toContain('liczy się w naborze');
}

async function decideAll(): Promise<void> {
  const { bartek } = staffOf(workspace);
  const decisions = [
    [halina, 'przyjąć do programu'],
    [igor, 'przyjąć do programu'],
    [jadwiga, 'przyjąć do programu'],
    [marcin, 'przyjąć do programu'],
    [nina, 'lista rezerwowa'],
    [oliver, 'odmówić'],
  ] as const;
  for (const [applicant, decision] of decisions) {
    await openApplication(bartek, applicant.name);
    await passFormally(bartek);
    await decide(bartek, decision, decision === 'odmówić' ? 'Pomysł jest poza tematem naboru' : null);
    await bartek.close();
  }
}

async function release(): Promise<void> {
  const { alicja } = staffOf(workspace);
  await alicja.slash(STAFF_ROOM, '/debiuty zgłoszenia');
  await alicja.click('Ogłoś wyniki…');
  expect(alicja.modal()?.all).toContain('*przyjęte:* 4 na 30 miejsc');
  await alicja.fill({ 'Lista przyjętych': ['Opublikuj listę przyjętych w kanale edycji'] });
  await alicja.submit();
  await doAtOnce(alicja);
}

const roomOf = (person: string, part: string): string =>
  as(person)
    .channels()
    .find((name) => name.includes(part)) ?? '?';

async function propose(room: string, expert: string): Promise<void> {
  const { alicja } = staffOf(workspace);
  await alicja.slash(room, '/debiuty przydziel');
  expect(alicja.modal()?.all).toContain(`1. ${expert}`);
  await alicja.click('Zaproponuj');
  await doAtOnce(alicja);
}

describe.each<Transport>(['socket', 'http'])('the first journey over %s', (transport) => {
  beforeEach(async () => {
    workspace = await openWorkspace({ transport, now: '2023-04-03T10:00:00+02:00' });
  });
  afterEach(() => workspace.close());

  it('goes from the cohort over eight applications and the release to experts who accept and decline', async () => {
    const { alicja } = staffOf(workspace);
    await alicja.slash('#debiuty', '/debiuty staff add @bartek');
    await addExpert(
      alicja,
      'celina',
      ['komunikacja wewnętrzna i zewnętrzna', 'diagnoza lokalnej sytuacji'],
      ['lubelskie'],
    );
    await addExpert(alicja, 'dariusz', ['finanse', 'planowanie działania partycypacyjnego'], ['mazowieckie']);
    await addExpert(alicja, 'edyta', ['finanse'], []);
    await setUpCohort(alicja);

    await at('2023-05-05T10:00:00.000');
    const person = await applyFor(workspace, halina);
    expect(person.texts('Debiuty').at(-1)).toContain('Potwierdzenie: zgłoszenie nr 1');
    await applyWithBadNip();
    await applyFor(workspace, jadwiga);
    await applyAndWithdraw();
    await applyFor(workspace, oliver);
    await openInTime();
    await applyInTheLastMillisecond();
    await sendLate();
    await enterOnBehalf();

    await at('2023-05-09T10:00:00.000');
    await decideAll();
    expect(as(halina.person).texts('Debiuty').join()).not.toContain('dołącza do programu');
    await release();
    expect(as(halina.person).texts('Debiuty').at(-1)).toContain('dołącza do programu');
    expect(as(nina.person).texts('Debiuty').at(-1)).toContain('na pozycji 1');
    expect(as(oliver.person).texts('Debiuty').at(-1)).toContain('Pomysł jest poza tematem naboru');
    expect(as(lidia.person).texts('Debiuty').join()).not.toContain('Wynik');
    expect(alicja.texts(COHORT_ROOM).at(-1)).toContain('Stowarzyszenie Zmyślony Ogród');
    expect(alicja.texts(COHORT_ROOM).at(-1)).not.toContain('Imaginary');

    const garden = roomOf(halina.person, 'zmyslony');
    const bridge = roomOf(igor.person, 'papierowy');
    expect(as(igor.person).channels()).not.toContain(garden);
    await propose(garden, 'Celina Zmyślona');
    await as(celina).click('Przyjmuję');
    await propose(bridge, 'Dariusz Fikcyjny');
    await as(dariusz).click('Nie mogę');
    await as(dariusz).fill({ 'Dlaczego?': 'Nie mam teraz czasu' });
    await as(dariusz).submit();
    expect(as(igor.person).texts(bridge).join()).not.toContain('Dariusz');
    await propose(bridge, 'Edyta Umowna');
    await as(edyta).click('Przyjmuję');

    const cards = [as(halina.person).texts(garden), as(igor.person).texts(bridge)];
    expect(cards[0]?.filter((text) => text.includes('Kto jest kim'))).toHaveLength(1);
    expect(cards[0]?.find((text) => text.includes('Kto jest kim'))).toContain('Celina Zmyślona');
    expect(cards[0]?.find((text) => text.includes('Kto jest kim'))).toContain('6 000,00 zł'.replaceAll(' ', '\u00A0'));
    expect(cards[1]?.find((text) => text.includes('Kto jest kim'))).toContain('Edyta Umowna');
    expect(await workspace.db.participation.count({ where: { state: 'active' } })).toBe(4);
  });
});

describe('a cohort whose call is open', () => {
  beforeEach(async () => {
    workspace = await openWorkspace({ now: '2023-05-05T10:00:00+02:00' });
    await setUpCohort(staffOf(workspace).alicja);
  });
  afterEach(() => workspace.close());

  it('somebody who joins the team later is brought into the channels there are', async () => {
    const { alicja, bartek } = staffOf(workspace);
    expect(bartek.channels()).not.toContain(STAFF_ROOM);
    await alicja.slash('#debiuty', '/debiuty zespół dodaj @bartek');
    expect(bartek.channels()).toEqual(expect.arrayContaining([STAFF_ROOM, COHORT_ROOM]));
  });

  it('a second person of it gets a clear word, and learns nothing more', async () => {
    await applyFor(workspace, halina);
    const second = as(kamil.person);
    await second.slash('#debiuty', '/debiuty zgłoś');
    await fillForm(second, halina);
    await second.submit();
    expect(second.modal()?.all).toContain('jest już zgłoszona w tym naborze przez inną osobę');
    expect(second.modal()?.all).not.toContain('nr 1');
  });

  it('a draft is kept after each step and resumed, and going back keeps what was typed', async () => {
    const person = as(halina.person);
    await person.slash('#debiuty', '/debiuty zgłoś');
    await person.fill(halina.answers[0]);
    await person.submit();
    await person.fill({ Miejscowość: 'Zmyślin Dolny' });
    await person.click('Wróć do poprzedniego kroku');
    await person.submit();
    expect(JSON.stringify(person.modal()?.blocks)).toContain('"initial_value":"Zmyślin Dolny"');
    await person.close();
    await person.slash('#debiuty', '/debiuty zgłoś');
    expect(person.modal()?.all).toContain('Wznowiliśmy Twój szkic');
  });

  it('a sent one is changed and sent again, and only the last counts', async () => {
    const person = await applyFor(workspace, halina);
    await person.slash('#debiuty', '/debiuty moje');
    await person.click('Zmień', { channel: '#debiuty' });
    await fillForm(person, {
      ...halina,
      answers: [halina.answers[0], { ...halina.answers[1], Miejscowość: 'Nowy Zmyślin' }, halina.answers[2]],
    });
    await person.submit();
    expect(await workspace.db.application.count()).toBe(1);
    const sent = await workspace.db.submission.findMany({ orderBy: { sequence: 'asc' } });
    expect(sent.map((one) => (one.answers as { town: string }).town)).toEqual(['Zmyślin', 'Nowy Zmyślin']);
  });

  it('the same submit delivered twice is one application with the first moment', async () => {
    const person = as(halina.person);
    await person.slash('#debiuty', '/debiuty zgłoś');
    await fillForm(person, halina);
    await person.submit();
    const delivery = workspace.sandbox.deliveries.at(-1);
    expect(delivery?.name).toBe('view_submission');
    workspace.clock.advance(5_000);
    if (delivery) await workspace.sandbox.delivery.redeliver(delivery);
    await workspace.sandbox.settled();
    expect(await workspace.db.submission.count()).toBe(1);
    const application = await workspace.db.application.findFirstOrThrow();
    expect(application.receivedAt?.toISOString()).toBe('2023-05-05T08:00:00.000Z');
    expect(person.texts('Debiuty').filter((text) => text.includes('Potwierdzenie: zgłoszenie'))).toHaveLength(1);
  });
});

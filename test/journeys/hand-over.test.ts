import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { admittedIn } from '../support/admitted.ts';
import { addExpert, reach, STAFF_ROOM, setUpCohort, staffOf } from '../support/play.ts';
import { doAtOnce, dumpOf } from '../support/undo.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const [celina, dariusz] = PEOPLE.experts;
const [halina] = PEOPLE.representatives;
const GARDEN = 'Stowarzyszenie Zmyślony Ogród';
const NOTE = 'Pierwsza wizyta umówiona; skarbniczka wraca w czerwcu.';
const UNTIL_YES = 'aż ktoś inny się zgodzi';
const AT_ONCE = 'już nie prowadzi: kończy od razu';

let workspace: Workspace;
let alicja: PersonDriver;
let bartek: PersonDriver;
let room: string;
const as = (id: string) => workspace.sandbox.as(id);

/** Everything that anybody but staff has been sent or shown. */
const seenByOthers = (): string =>
  JSON.stringify(
    workspace.sandbox.world.state.channels
      .filter(({ name }) => name !== STAFF_ROOM)
      .flatMap(({ id }) => workspace.sandbox.world.messages(id))
      .filter(({ onlyFor }) => onlyFor !== alicja.id && onlyFor !== bartek.id),
  );

const toGarden = (part: string): number =>
  as(halina)
    .texts(room)
    .filter((text) => text.includes(part)).length;

/** Time passes in which nobody does anything. */
async function pass(minutes: number): Promise<void> {
  workspace.clock.advance(minutes * 60_000);
  await workspace.app.tick();
  await workspace.sandbox.settled();
}

type Wish = { readonly successor: string; readonly moment?: string; readonly reason?: string; readonly note?: string };

async function fillHandOver(person: PersonDriver, { successor, moment = UNTIL_YES, reason, note = NOTE }: Wish) {
  await person.fill({
    'Powód (widzi go tylko zespół)': reason ?? 'urlop lub dłuższa nieobecność',
    'Do kiedy prowadzi dotychczasowa osoba?': moment,
    'Kogo zapytać?': successor,
    'Notatka dla następnej osoby': note,
  });
}

async function askFor(person: PersonDriver, wish: Wish): Promise<void> {
  await person.slash(room, '/debiuty przekaż');
  await fillHandOver(person, wish);
  await person.submit();
}

describe.each<Transport>(['socket', 'http'])('a hand-over over %s', (transport) => {
  beforeEach(async () => {
    workspace = await openWorkspace({ transport, now: '2023-04-03T10:00:00+02:00' });
    ({ alicja, bartek } = staffOf(workspace));
    await alicja.slash('#debiuty', '/debiuty staff add @bartek');
    await setUpCohort(alicja);
    for (const handle of ['celina', 'dariusz']) await addExpert(alicja, handle, ['finanse'], ['łódzkie']);
    room = await admittedIn(workspace, { name: GARDEN, person: halina, expert: celina });
  });
  afterEach(() => workspace.close());

  it('is one act: the organisation hears once, the successor gets the brief, the former expert is out', async () => {
    await alicja.click('Przekaż (zespół)', { channel: room });
    expect(alicja.modal()?.all).toContain('Prowadzi teraz: *Celina Zmyślona*');
    await fillHandOver(alicja, { successor: 'Dariusz Fikcyjny' });
    await alicja.submit();
    expect(as(dariusz).dms()).toEqual([]);
    await doAtOnce(alicja);
    expect(as(celina).texts('Debiuty').at(-1)).toContain('Szukamy osoby, która przejmie od Ciebie organizację');
    expect(toGarden('Dariusz')).toBe(0);
    expect(as(celina).channels()).toContain(room);

    await as(dariusz).click('Przyjmuję');
    expect(toGarden('Zmiana: od teraz prowadzi Was Dariusz Fikcyjny* (dotąd: Celina Zmyślona)')).toBe(1);
    expect(toGarden('Poznajcie osobę')).toBe(0);
    expect(as(dariusz).channels()).toContain(room);
    expect(as(celina).channels()).not.toContain(room);
    expect(as(celina).texts('Debiuty').at(-1)).toContain('Nie prowadzisz już organizacji');
    const brief = as(dariusz)
      .texts('Debiuty')
      .find((text) => text.includes('Notatka dla Ciebie'));
    expect(brief).toContain(NOTE);
    expect(brief).toContain('Celina Zmyślona, od');
    expect(toGarden(NOTE)).toBe(0);
    expect(toGarden('Kto jest kim')).toBe(1);
    const card = as(halina)
      .texts(room)
      .find((text) => text.includes('Kto jest kim'));
    expect(card).toContain('Dariusz Fikcyjny, od');
    expect(card).not.toContain('Celina');
    await as(celina).openHome();
    expect(as(celina).home()?.all).not.toContain(GARDEN);
    await as(dariusz).openHome();
    expect(as(dariusz).home()?.all).toContain(GARDEN);
  });

  it('old buttons of the former expert answer kindly and do nothing', async () => {
    await askFor(alicja, { successor: 'Dariusz Fikcyjny' });
    await doAtOnce(alicja);
    await as(celina).openHome();
    await as(celina).click('Zgłoś trudność');
    await Promise.all([as(dariusz).click('Przyjmuję'), as(dariusz).click('Przyjmuję')]);
    expect(as(dariusz).texts('Debiuty').join()).toContain('już przyjęta');
    // The form was opened while Celina still led.
    await as(celina).fill({
      'Która organizacja?': GARDEN,
      'Co się dzieje?': 'Konflikt',
      'Opisz krótko, co się stało': 'Próba',
    });
    await as(celina).submit();
    expect(as(celina).texts('Debiuty').at(-1)).toContain('To jest dostępne tylko dla osób z tej organizacji');
  });

  it('taken back within its minutes it leaves nothing', async () => {
    await pass(1);
    const before = await dumpOf(workspace.db);
    const said = seenByOthers();
    await askFor(alicja, { successor: 'Dariusz Fikcyjny' });
    await alicja.click('Cofnij');
    while (alicja.modal()) await alicja.close();
    await pass(20);
    expect(seenByOthers()).toBe(said);
    const after = await dumpOf(workspace.db);
    for (const table of ['HandOver', 'Assignment', 'Notice', 'Obligation', 'Participation'])
      expect(after[table]).toBe(before[table]);
  });

  it('of two staff at once one asks, and the other sees what waits', async () => {
    await alicja.slash(room, '/debiuty przekaż');
    await bartek.slash(room, '/debiuty handover');
    await fillHandOver(alicja, { successor: 'Dariusz Fikcyjny' });
    await fillHandOver(bartek, { successor: 'Jeszcze nikogo – szukamy dalej' });
    await alicja.submit();
    await bartek.submit();
    expect(bartek.texts(room).at(-1)).toContain('coś już czeka na wykonanie');
    await doAtOnce(alicja);
    expect(await workspace.db.handOver.count()).toBe(1);
  });

  it('goes on when the successor says no, and the former expert leads until somebody says yes', async () => {
    await askFor(alicja, { successor: 'Dariusz Fikcyjny' });
    await doAtOnce(alicja);
    await as(dariusz).click('Nie mogę');
    await as(dariusz).fill({ 'Dlaczego?': 'Nie mam teraz czasu' });
    await as(dariusz).submit();
    expect(toGarden('Dariusz')).toBe(0);
    expect(as(celina).channels()).toContain(room);
    await alicja.openHome();
    expect(alicja.home()?.all).toContain(`Znajdź eksperta lub ekspertkę dla organizacji ${GARDEN}`);
    await alicja.click('Zaproponuj kogoś innego', { channel: STAFF_ROOM });
    expect(alicja.modal()?.all).toContain('Przekazanie w toku');
    expect(alicja.modal()?.all).toContain('wcześniejsza odmowa');
    expect(alicja.modal()?.all).not.toContain('1. Celina');
    await alicja.click('Wstrzymaj przekazanie');
    expect(as(celina).texts('Debiuty').at(-1)).toContain('prowadzisz dalej tak jak dotąd');
    await alicja.close();
  });

  it('at once: the organisation is told, is nobody’s for a while, and meets the next expert', async () => {
    const ill = { successor: 'Dariusz Fikcyjny', moment: AT_ONCE, reason: 'choroba', note: '' };
    await askFor(alicja, ill);
    await doAtOnce(alicja);
    expect(toGarden('*Celina Zmyślona* nie będzie Was już prowadzić')).toBe(1);
    expect(seenByOthers()).not.toContain('choroba');
    expect(as(celina).channels()).not.toContain(room);
    await as(dariusz).click('Przyjmuję');
    expect(toGarden('Poznajcie osobę, która Was poprowadzi: Dariusz')).toBe(1);
    expect(as(dariusz).texts('Debiuty').join()).toContain('Notatki nie ma');
  });

  it('needs a note unless somebody is ill, a day that is to come, and staff', async () => {
    await as(halina).click('Przekaż (zespół)', { channel: room });
    expect(as(halina).texts(room).at(-1)).toBe('To może zrobić tylko zespół programu.');
    await as(celina).click('Przekaż (zespół)', { channel: room });
    expect(as(celina).texts(room).at(-1)).toBe('To może zrobić tylko zespół programu.');
    await alicja.slash(STAFF_ROOM, '/debiuty handover');
    expect(await alicja.suggestions('Organizacja', 'celina')).toHaveLength(1);
    await alicja.fill({ Organizacja: `${GARDEN} – Zmyślin` });
    await alicja.submit();
    const late = 'aż ktoś inny się zgodzi, ale najpóźniej do podanego dnia';
    await fillHandOver(alicja, { successor: 'Dariusz Fikcyjny', moment: late, note: '' });
    await alicja.fill({ 'Najpóźniej do dnia (włącznie)': '2023-04-02' });
    const answer = await alicja.submit();
    expect(Object.values(answer.errors).join()).toMatch(/Napisz notatkę.*|.*już minął/);
    await alicja.fill({ 'Najpóźniej do dnia (włącznie)': '2023-04-04', 'Notatka dla następnej osoby': NOTE });
    await alicja.submit();
    await doAtOnce(alicja);
    await reach(workspace, '2023-04-04T23:59:00');
    expect(as(celina).channels()).toContain(room);
    await reach(workspace, '2023-04-05T00:00:00');
    expect(as(celina).channels()).not.toContain(room);
    expect(toGarden('nie będzie Was już prowadzić')).toBe(1);
  });

  it('what is told to staff in private never reaches the shared channel, and opens the form', async () => {
    await as(halina).click('Zgłoś trudność prywatnie', { channel: room });
    await as(halina).fill({
      'Co się dzieje?': 'Prosimy o inną osobę',
      'Napisz kilka słów': 'Tajne słowa o naszej współpracy',
    });
    await as(halina).submit();
    expect(as(halina).texts(room).at(-1)).toContain('odpowie najpóźniej: czwartek, 6 kwietnia 2023 r.');
    const shared = JSON.stringify(
      workspace.sandbox.world.state.channels
        .filter(({ name }) => name !== STAFF_ROOM)
        .flatMap(({ id }) => workspace.sandbox.world.messages(id)),
    );
    expect(shared).not.toContain('Tajne słowa');
    expect(shared).not.toContain('Prosimy o inną osobę');
    expect(alicja.texts(STAFF_ROOM).join()).toContain('Tajne słowa o naszej współpracy');
    await as(celina).openHome();
    expect(as(celina).home()?.all).not.toContain('Prosimy o inną');
    await alicja.openHome();
    expect(alicja.home()?.all).toContain('Odpowiedz na prywatne zgłoszenie');
    await alicja.click('Przekaż innej osobie', { channel: STAFF_ROOM });
    expect(alicja.modal()?.all).toContain(GARDEN);
    await alicja.close();
    await alicja.click('Zamknij z notatką', { channel: STAFF_ROOM });
    await alicja.fill({ 'Co ustalono?': 'Rozmowa z obiema stronami' });
    await alicja.submit();
    await alicja.openHome();
    expect(alicja.home()?.all).not.toContain('Odpowiedz na prywatne zgłoszenie');
    expect(seenByOthers()).not.toContain('Rozmowa z obiema stronami');

    await as(celina).click('Zgłoś trudność prywatnie', { channel: room });
    await as(celina).fill({
      'Co się dzieje?': 'Działanie jest zagrożone',
      'Opisz krótko, co się stało': 'Alarm próbny',
    });
    await as(celina).submit();
    expect(alicja.texts(STAFF_ROOM).at(-1)).toContain('Alarm próbny');
    expect(JSON.stringify(as(halina).messages(room))).not.toContain('Alarm próbny');
  });
});

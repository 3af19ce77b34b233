import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { admittedIn, putDate } from '../support/admitted.ts';
import { STAFF_ROOM, setUpCohort } from '../support/play.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const NOW = '2023-06-01T10:00:00+02:00';
const [celina] = PEOPLE.experts;
const [halina, igor, , kamil] = PEOPLE.representatives;

let workspace: Workspace;
let alicja: PersonDriver;
const as = (id: string) => workspace.sandbox.as(id);
const admitted = (name: string, person: string, expert?: string) => admittedIn(workspace, { name, person, expert });
const put = (room: string, button: 'Ustaw termin' | 'Przesuń', date: string, reason: string | null) =>
  putDate(alicja, { room, button, date, reason });

/** Everything that anybody can see: messages, private words, Homes, open modals. */
function everythingShown(): string {
  const { messages, homes, modals } = workspace.sandbox.world.state;
  return JSON.stringify({ messages, homes, modals });
}

const KINDS = [
  ['a guest', halina],
  ['a member', kamil],
  ['somebody of another workspace', PEOPLE.foreign],
] as const;

describe.each<Transport>(['socket', 'http'])('deadlines over %s', (transport) => {
  beforeEach(async () => {
    workspace = await openWorkspace({ transport, now: '2023-04-03T10:00:00+02:00' });
    alicja = as(PEOPLE.admin);
    await setUpCohort(alicja);
    workspace.clock.set(NOW);
  });
  afterEach(() => workspace.close());

  it.each(KINDS)(
    '%s does everything by buttons in the channel: done, more time, taking it back, the list',
    async (_kind, id) => {
      const room = await admitted('Stowarzyszenie Zmyślony Ogród', id);
      const person = as(id);
      await put(room, 'Ustaw termin', '2023-07-03', null);
      const card = () => person.texts(room).find((text) => text.includes('Kto jest kim')) ?? '';
      expect(card()).toContain('poniedziałek, 3 lipca 2023 r., godz. 23:59');

      await person.click('Poproś o więcej czasu', { channel: room });
      await person.fill({ 'Do kiedy potrzebujesz czasu': '2024-02-01', Dlaczego: 'Choroba' });
      expect((await person.submit()).errors['Do kiedy potrzebujesz czasu']).toContain('po ostatnim dniu edycji');
      await person.fill({ 'Do kiedy potrzebujesz czasu': '2023-07-10' });
      await person.submit();
      expect(person.texts(room).at(-1)).toContain('Wysłane.');
      expect(card()).toContain('prośba o więcej czasu czeka');
      await person.click('Wycofaj prośbę', { channel: room });
      expect(person.texts(room).at(-1)).toContain('Prośba wycofana');
      expect(alicja.texts(STAFF_ROOM).join()).toContain('Prośba jest nieaktualna');

      await person.click('Terminy', { channel: room });
      expect(person.modal()?.all).toContain('Potwierdźcie udział w programie');
      await person.click('Historia');
      expect(person.modal()?.all).toContain('ustawiono: poniedziałek, 3 lipca 2023 r.');
      await person.close();
      await person.click('Zrobione');
      expect(person.modal()?.all).toContain('Zapisane: potwierdzenie udziału – zrobione.');
      await person.close();
      expect(card()).toContain('potwierdzenie udziału: zrobione');
    },
  );

  it('a move is one event: after it the old date is nowhere but in the history (N8)', async () => {
    const room = await admitted('Stowarzyszenie Zmyślony Ogród', halina, celina);
    await put(room, 'Ustaw termin', '2023-07-04', null);
    workspace.clock.set('2023-06-30T09:00:00+02:00');
    await workspace.app.tick();
    await workspace.sandbox.settled();
    const reminder = () =>
      as(halina)
        .texts(room)
        .find((text) => text.includes('Przypomnienie'));
    expect(reminder()).toContain('Termin: wtorek, 4 lipca 2023 r.');
    await as(halina).openHome();
    await as(celina).openHome();
    await alicja.openHome();
    await as(halina).click('Poproś o więcej czasu', { channel: room });
    await as(halina).fill({ 'Do kiedy potrzebujesz czasu': '2023-07-10', Dlaczego: 'Choroba' });
    await as(halina).submit();
    expect(everythingShown()).toContain('4 lipca');
    expect(as(halina).home()?.all).toContain('4 lipca');
    expect(reminder()).toContain('Prośba o więcej czasu czeka na odpowiedź zespołu');

    const posts = as(halina).texts(room).length;
    await put(room, 'Przesuń', '2023-07-17', 'Powódź w gminie');
    expect(as(halina).texts(room)).toHaveLength(posts + 1);
    expect(as(halina).texts(room).at(-1)).toContain('Powódź w gminie');
    expect(as(halina).home()?.all).toContain('17 lipca');
    expect(reminder()).toContain('Termin: poniedziałek, 17 lipca 2023 r.');
    for (const person of [alicja, as(halina), as(celina)]) {
      await person.openHome();
      await person.click('Terminy', { channel: room });
    }
    expect(everythingShown()).toContain('17 lipca');
    expect(everythingShown()).not.toMatch(/\b4 lipca|2023-07-04|\b4 July/);
    await alicja.click('Historia');
    expect(alicja.modal()?.all).toContain('4 lipca 2023 r., godz. 23:59 → poniedziałek, 17 lipca');
    for (const person of [alicja, alicja, as(halina), as(celina)]) await person.close();

    await as(halina).click('Zrobione', { channel: room });
    expect(reminder()).toContain('Potwierdźcie udział w programie – już nieaktualne');
  });

  it('staff move for all from their room, are warned, and answer a wish with one click', async () => {
    const garden = await admitted('Stowarzyszenie Zmyślony Ogród', halina, celina);
    const bridge = await admitted('Fundacja Papierowy Most', igor);
    await alicja.slash(STAFF_ROOM, '/debiuty deadline');
    expect(alicja.modal()?.all).toContain('Ostatni dzień edycji:* 31 stycznia 2024 r.');
    await alicja.click('Ustaw termin');
    await alicja.fill({ Dzień: '2023-07-09' });
    await alicja.submit();
    expect(alicja.modal()?.all).toContain('9 lipca 2023 r. to niedziela');
    expect(alicja.modal()?.all).toContain('Dotyczy: 2 organizacje');
    await alicja.submit();
    for (const [person, room] of [
      [halina, garden],
      [igor, bridge],
    ] as const)
      expect(as(person).texts(room).at(-1)).toContain('niedziela, 9 lipca 2023 r.');

    await as(halina).click('Poproś o więcej czasu', { channel: garden });
    await as(halina).fill({ 'Do kiedy potrzebujesz czasu': '2023-07-14', Dlaczego: 'Urlopy' });
    await as(halina).submit();
    await alicja.click('Zgoda', { channel: STAFF_ROOM });
    expect(as(halina).texts(garden).at(-1)).toContain('Na prośbę o więcej czasu zmieniamy termin');
    expect(alicja.texts(STAFF_ROOM).join()).toContain('Odpowiedź: zgoda.');

    await as(igor).click('Poproś o więcej czasu', { channel: bridge });
    await as(igor).fill({ 'Do kiedy potrzebujesz czasu': '2023-07-14', Dlaczego: 'Remont' });
    await as(igor).submit();
    await alicja.click('Odmowa', { channel: STAFF_ROOM });
    await alicja.fill({ 'Powód (nieobowiązkowo)': 'Zaczynamy 10 lipca' });
    await alicja.submit();
    expect(as(igor).texts(bridge).at(-1)).toContain('Zaczynamy 10 lipca');

    await alicja.slash(STAFF_ROOM, '/debiuty termin');
    await alicja.click('Przesuń');
    await alicja.fill({
      'Kogo to dotyczy': 'Tylko wybrane organizacje',
      'Które organizacje': ['Fundacja Papierowy Most – Zmyślin'],
      Dzień: '2023-07-12',
      Powód: 'Wspólne spotkanie',
    });
    await alicja.submit();
    await alicja.submit();
    expect(as(igor).texts(bridge).at(-1)).toContain('12 lipca');
    expect(as(halina).texts(garden).at(-1)).not.toContain('12 lipca');
  });

  it('an expert has own dates in App Home, and nobody else’s button works', async () => {
    const room = await admitted('Stowarzyszenie Zmyślony Ogród', halina, celina);
    await put(room, 'Ustaw termin', '2023-07-03', null);
    await put(room, 'Ustaw termin', '2023-07-04', null);
    await as(celina).openHome();
    expect(as(celina).home()?.all).toContain('Odbądź pierwszą wizytę: Stowarzyszenie Zmyślony Ogród');
    await as(celina).click('Zrobione', { home: true });
    expect(as(celina).home()?.all).not.toContain('Odbądź pierwszą wizytę');
    await as(celina).click('Zrobione', { channel: room });
    expect(as(celina).texts(room).at(-1)).toContain('może zgłosić tylko ten');
    await as(celina).slash('#debiuty', '/debiuty terminy');
    expect(as(celina).modal()?.all).toContain('Po stronie: organizacja');
    await as(celina).close();
    await as(igor).slash('#debiuty', '/debiuty terminy');
    expect(as(igor).modal()?.all).toContain('Nie masz teraz żadnych terminów');
    await as(igor).close();
  });

  it('the closing of a call moves for everybody, and the old one is nowhere left', async () => {
    await alicja.slash(STAFF_ROOM, '/debiuty termin');
    await alicja.click('Zmień koniec naboru');
    await alicja.fill({ 'Nabór do dnia': '2023-06-11', Powód: 'Awaria łącza' });
    expect(await alicja.submit()).toMatchObject({ action: 'pushed' });
    expect(alicja.modal()?.all).toContain('ta zmiana otworzy go ponownie');
    expect(await alicja.submit()).toMatchObject({ action: 'cleared' });
    expect(alicja.texts('debiuty-2023').at(-1)).toContain('jest znów otwarty, do: *niedziela, 11 czerwca 2023 r.');
    await as(halina).openHome();
    await alicja.slash(STAFF_ROOM, '/debiuty termin');
    await alicja.click('Zmień koniec naboru');
    await alicja.fill({ 'Nabór do dnia': '2023-06-18', Powód: 'Awaria trwa' });
    await alicja.submit();
    await alicja.submit();
    expect(everythingShown()).toContain('18 czerwca');
    expect(everythingShown()).not.toMatch(/\b7 maja|\b11 czerwca/);
  });
});

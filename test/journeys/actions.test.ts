import { afterEach, describe, expect, it } from 'vitest';
import { PEOPLE } from '../../sandbox/index.ts';
import { admittedIn } from '../support/admitted.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { reach, STAFF_ROOM, setUpCohort } from '../support/play.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const [celina] = PEOPLE.experts;
const [halina, , , kamil] = PEOPLE.representatives;
const PHOTO = {
  name: 'ogrod.png',
  mimetype: 'image/png',
  content: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
};

let workspace: Workspace;
let room: string;
const as = (id: string) => workspace.sandbox.as(id);
const shown = (id: string, channel: string): string => as(id).texts(channel).join('\n').replaceAll('*', '');

async function setUp(id: string, transport: Transport = 'socket'): Promise<void> {
  workspace = await openWorkspace({ transport, now: '2023-04-03T10:00:00+02:00' });
  await setUpCohort(as(PEOPLE.admin));
  workspace.clock.set('2023-06-01T10:00:00+02:00');
  room = await admittedIn(workspace, { name: 'Stowarzyszenie Zmyślony Ogród', person: id, expert: celina });
}

const DATE = { Dzień: '2023-06-10', Od: '15:00', Do: '18:00', Miejsce: 'Ogród przy świetlicy' };

async function plan(id: string): Promise<void> {
  await as(id).click('Zaplanuj działanie', { channel: room });
  await as(id).fill({ 'Nazwa działania': 'Spacer badawczy', ...DATE });
  expect((await as(id).submit()).action).not.toBe('errors');
  await workspace.sandbox.settled();
}

const KINDS = [
  ['a guest over a socket', halina, 'socket'],
  ['a member over HTTP', kamil, 'http'],
] as const;

describe('the action of an organisation', () => {
  afterEach(() => workspace.close());

  it.each(KINDS)('%s plans it, says that it took place, and reports with photos', async (_kind, id, transport) => {
    await setUp(id, transport);
    await plan(id);
    expect(shown(id, room)).toContain('Zaplanowane działanie: ');
    const expert = as(celina);
    expect(shown(celina, 'Debiuty')).toContain('Czy będziesz na działaniu?');
    await expert.click('Będę', { channel: 'Debiuty' });
    await workspace.sandbox.settled();
    expect(shown(celina, 'Debiuty')).toContain('Zapisane: będziesz');

    await reach(workspace, '2023-06-11T09:00:00');
    const person = as(id);
    expect(shown(id, room)).toContain('Czy działanie się odbyło?');
    await person.click('Odbyło się', { channel: room });
    await workspace.sandbox.settled();
    expect(shown(id, room)).toContain('Zapisane: odbył się');

    await person.click('Napisz sprawozdanie', { channel: room });
    await person.upload([PHOTO]);
    await person.fill({ 'Ile osób wzięło udział': '7', 'Co się działo': 'Obeszliśmy ogród.', Zdjęcia: PHOTO.name });
    expect(JSON.stringify((await person.submit()).errors)).toContain('potrzebna jest zgoda');
    await person.fill({ 'Zgoda na zdjęcia': 'Tak, osoby na zdjęciach (lub opiekunowie) się zgadzają' });
    expect((await person.submit()).action).not.toBe('errors');
    await workspace.sandbox.settled();
    expect(shown(id, room)).toContain('Obeszliśmy ogród.');
    expect(shown(id, room)).toContain('7 osób');
    expect(await workspace.app.deps.db.actionPhoto.count()).toBe(1);

    await person.slash(room, '/debiuty działanie');
    await person.click('Wycofaj zgodę na zdjęcia');
    expect(JSON.stringify(person.modal())).toContain('Zgoda wycofana');
    await workspace.sandbox.settled();
    expect(await workspace.app.deps.db.actionPhoto.count()).toBe(0);

    await expert.click('Notatki z obserwacji', { channel: 'Debiuty' });
    await expert.fill({ Notatki: 'Cicha zgoda przy stole', 'Gdzie udało się być': ['sob. 10 czerwca, 15:00–18:00'] });
    await expert.submit();
    await workspace.sandbox.settled();
    expect(shown(celina, 'Debiuty')).toContain('Notatki są zapisane');
    for (const [who, channel] of [
      ...[[id, room] as const, [PEOPLE.admin, STAFF_ROOM] as const, [celina, 'Debiuty'] as const],
    ])
      expect(shown(who, channel)).not.toContain('Cicha zgoda');
    await expert.click('Notatki z obserwacji', { channel: 'Debiuty' });
    expect(JSON.stringify(expert.modal())).toContain('Cicha zgoda');
    expect(await brokenInvariants(workspace.app.deps.db)).toEqual([]);
  });

  it('moved by the organisation, missed by its expert, called off at last: everybody hears of each once', async () => {
    await setUp(halina);
    await plan(halina);
    const person = as(halina);
    await person.slash(room, '/debiuty działanie');
    await person.click('Zmień');
    await person.fill({ Dzień: '2023-06-17', 'Powód zmiany': 'burza' });
    await person.submit();
    await workspace.sandbox.settled();
    expect(shown(halina, room)).toContain('Działanie ma inny termin');

    await as(celina).click('Nie dam rady', { channel: 'Debiuty' });
    await as(celina).fill({ Powód: 'szpital' });
    await as(celina).submit();
    await workspace.sandbox.settled();
    expect(shown(PEOPLE.admin, STAFF_ROOM)).toContain('Potrzebna osoba obserwująca');
    expect(shown(PEOPLE.admin, STAFF_ROOM)).toContain('szpital');
    expect(shown(halina, room)).not.toContain('szpital');

    await reach(workspace, '2023-06-18T09:00:00');
    await person.click('Odwołane', { channel: room });
    await person.submit();
    await person.fill({ 'Powód odwołania': 'powódź' });
    await person.submit();
    await workspace.sandbox.settled();
    expect(shown(halina, room)).toContain('Zapisane: nie odbył się');
    expect(shown(PEOPLE.admin, STAFF_ROOM)).toContain('Całe działanie jest odwołane');
    expect(shown(halina, room)).not.toContain('Napisz sprawozdanie');
  });
});

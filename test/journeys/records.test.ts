import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE } from '../../sandbox/index.ts';
import { admittedIn } from '../support/admitted.ts';
import { hoursOf } from '../support/consultations.ts';
import { reach, STAFF_ROOM, setUpCohort } from '../support/play.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const [celina] = PEOPLE.experts;
const [halina, , , kamil] = PEOPLE.representatives;

let workspace: Workspace;
let room: string;
const as = (id: string) => workspace.sandbox.as(id);
const shown = (id: string, channel: string): string => as(id).texts(channel).join('\n').replaceAll('*', '');

/** Files that anybody sees, by name; with what is in them. */
function filesNamed(name: string): readonly string[] {
  const { files } = workspace.sandbox.world.state;
  const seen = files.filter((file) => file.stage === 'complete' && file.name === name);
  return seen.map(({ content }) => Buffer.from(content, 'base64').toString('utf8'));
}

function entryOf(file: string | undefined) {
  const calendar = new ICAL.Component(ICAL.parse(file ?? ''));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  const status = event.component.getFirstPropertyValue('status');
  return { uid: event.uid, sequence: Number(event.sequence), start: event.startDate.toJSDate().toISOString(), status };
}

/** The organisation books the expert's Monday, 10 to 11. */
async function book(id: string): Promise<void> {
  const person = as(id);
  await person.click('Umów konsultację', { channel: room });
  await person.fill({ Termin: 'pon. 5 czerwca, 10:00–11:00' });
  await person.submit();
  await person.submit();
  await workspace.sandbox.settled();
}

async function setUp(id: string, transport: Transport = 'socket'): Promise<void> {
  workspace = await openWorkspace({ transport, now: '2023-04-03T10:00:00+02:00' });
  await setUpCohort(as(PEOPLE.admin));
  workspace.clock.set('2023-06-01T10:00:00+02:00');
  room = await admittedIn(workspace, { name: 'Stowarzyszenie Zmyślony Ogród', person: id, expert: celina });
  await hoursOf(workspace.app.deps, celina);
}

const KINDS = [
  ['a guest', halina, 'socket'],
  ['a member', kamil, 'http'],
  ['somebody of another workspace', PEOPLE.foreign, 'socket'],
] as const;

describe('after a consultation', () => {
  beforeEach(() => {
    room = '';
  });
  afterEach(() => workspace.close());

  it.each(KINDS)('%s says that it took place, remarks on the card, and confirms it', async (_kind, id, transport) => {
    await setUp(id, transport);
    await book(id);
    const person = as(id);
    await reach(workspace, '2023-06-05T11:00:00');
    await person.click('Tak, odbyła się', { channel: room });
    expect(shown(id, room)).toContain('Zapisane. Dziękujemy.');

    const expert = as(celina);
    await expert.click('Karta konsultacji', { channel: 'Debiuty' });
    await expert.fill({ 'Co zrobić z kartą': 'Zachowaj szkic na później', 'Co zostało ustalone': 'Spacer badawczy' });
    await expert.submit();
    expect(shown(id, room)).not.toContain('Spacer badawczy');
    await expert.click('Karta konsultacji', { channel: 'Debiuty' });
    await expert.fill({ 'Następne kroki': 'Mapa miejsc | Halina | 20.06.2023', Dokumenty: 'nie link' });
    expect((await expert.submit()).errors['Dokumenty']).toContain('https://');
    await expert.fill({ Dokumenty: 'https://pliki.example/mapa' });
    await expert.submit();
    await workspace.sandbox.settled();
    expect(shown(id, room)).toContain('Spacer badawczy');
    expect(shown(id, room)).toContain('• Mapa miejsc – Halina – do 20 czerwca 2023 r.');

    await person.click('Mam uwagi', { channel: room });
    await person.fill({ 'Co się nie zgadza albo czego brakuje': 'Skończyliśmy o 10:45' });
    await person.submit();
    await workspace.sandbox.settled();
    expect(shown(celina, 'Debiuty')).toContain('Skończyliśmy o 10:45');

    await expert.click('Popraw kartę', { channel: room });
    await expert.fill({ Do: '10:45', 'Liczone minuty': '' });
    await expert.submit();
    await workspace.sandbox.settled();
    expect(shown(id, room)).toContain('Karta konsultacji (wersja 2)');
    expect(shown(id, room)).toContain('45 minut');
    expect(shown(id, room)).toContain('Jest nowsza wersja tej karty: 2.');
    await person.click('Potwierdzam', { channel: room });
    await workspace.sandbox.settled();
    expect(shown(id, room)).toContain('Potwierdzona:');
    await person.click('Wersje i uwagi', { channel: room });
    expect(person.modal()?.all).toContain('Wersja 1');
    expect(person.modal()?.all).toContain('Skończyliśmy o 10:45');
  });

  it('an organisation that was not believed is heard by staff, who decide with one click', async () => {
    await setUp(halina);
    await book(halina);
    await reach(workspace, '2023-06-05T11:00:00');
    await as(halina).click('Tak, odbyła się', { channel: room });
    await as(celina).click('Nie było nikogo z organizacji', { channel: 'Debiuty' });
    await workspace.sandbox.settled();
    expect(shown(celina, 'Debiuty')).toContain('Zespół spokojnie to wyjaśni');
    expect(shown(PEOPLE.admin, STAFF_ROOM)).toContain('Odpowiedzi się różnią');
    await as(PEOPLE.admin).click('Nie było organizacji', { channel: STAFF_ROOM });
    await workspace.sandbox.settled();
    expect(shown(PEOPLE.admin, STAFF_ROOM)).toContain('Rozstrzygnięte. Konsultacja się nie odbyła');
    expect(shown(halina, room)).toContain('To spotkanie nie zmniejsza puli Waszych godzin.');
    await as(halina).click('Wybierz nowy termin', { channel: room });
    expect(as(halina).modal()?.all).toContain('12 czerwca');
  });

  it('the expert’s settlement comes as files in a direct message', async () => {
    await setUp(halina);
    await book(halina);
    await reach(workspace, '2023-06-05T11:00:00');
    for (const [id, channel] of [
      [halina, room],
      [celina, 'Debiuty'],
    ] as const)
      await as(id).click('Tak, odbyła się', { channel });
    const expert = as(celina);
    await expert.slash('#debiuty', '/debiuty minuty');
    expect(expert.modal()?.all).toContain('*czerwiec 2023*: 60 minut');
    await expert.click('Pobierz rozliczenie');
    await workspace.sandbox.settled();
    expect(shown(celina, 'Debiuty')).toContain('1 spotkanie, razem 60 minut');
    expect(filesNamed('konsultacje-2023-06-05.csv').join()).toContain(';2023-06-05;10:00;11:00;60;');
    expect(filesNamed('konsultacje-2023-06-05.xlsx')).toHaveLength(1);
  });
});

describe('the calendar file of a consultation', () => {
  afterEach(() => workspace.close());

  it('is in each message’s thread as the consultation stands: booked, moved, cancelled', async () => {
    await setUp(halina);
    await book(halina);
    const name = 'konsultacja.ics';
    const booked = filesNamed(name).map(entryOf);
    expect(booked.map(({ start, status }) => [start, status])).toEqual([
      ['2023-06-05T08:00:00.000Z', 'CONFIRMED'],
      ['2023-06-05T08:00:00.000Z', 'CONFIRMED'],
    ]);
    await as(halina).click('Przesuń', { channel: room });
    await as(halina).fill({ Termin: 'pon. 5 czerwca, 11:00–12:00' });
    await as(halina).submit();
    await workspace.sandbox.settled();
    const moved = filesNamed(name).map(entryOf);
    expect(new Set(moved.map(({ start }) => start))).toEqual(new Set(['2023-06-05T09:00:00.000Z']));
    await as(halina).click('Odwołaj', { channel: room });
    await as(halina).submit();
    await workspace.sandbox.settled();
    const cancelled = filesNamed(name).map(entryOf);
    expect(new Set(cancelled.map(({ status }) => status))).toEqual(new Set(['CANCELLED']));
    const all = [booked, moved, cancelled];
    expect(new Set(all.flat().map(({ uid }) => uid)).size).toBe(1);
    const [first, second, third] = all.map((versions) => new Set(versions.map(({ sequence }) => sequence)));
    expect([first?.size, second?.size, third?.size]).toEqual([1, 1, 1]);
    expect(Math.max(...(first ?? []))).toBeLessThan(Math.min(...(second ?? [])));
    expect(Math.max(...(second ?? []))).toBeLessThan(Math.min(...(third ?? [])));
  });
});

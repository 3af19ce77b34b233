import { afterEach, describe, expect, it } from 'vitest';
import { PEOPLE } from '../../sandbox/index.ts';
import { admittedIn } from '../support/admitted.ts';
import { reach, STAFF_ROOM, setUpCohort } from '../support/play.ts';
import { doAtOnce } from '../support/undo.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const [celina] = PEOPLE.experts;
const [halina, , , kamil] = PEOPLE.representatives;
const SMOOTH = 'Co poszło gładko';
const CARE = 'Co wymaga więcej uwagi następnym razem';

let workspace: Workspace;
let room: string;
const as = (id: string) => workspace.sandbox.as(id);
const shown = (id: string, channel: string): string => as(id).texts(channel).join('\n').replaceAll('*', '');
const settled = () => workspace.sandbox.settled();

/** Files that anybody sees, by name. */
const filesNamed = (name: string) =>
  workspace.sandbox.world.state.files.filter((file) => file.stage === 'complete' && file.name === name);
const canvasOf = (name: string) => workspace.sandbox.world.state.channels.find((one) => one.name === name)?.canvas;

/** An organisation says that its action of 10 June took place, at which its expert was and took notes. */
async function setUp(id: string, transport: Transport): Promise<void> {
  workspace = await openWorkspace({ transport, now: '2023-04-03T10:00:00+02:00' });
  await setUpCohort(as(PEOPLE.admin));
  workspace.clock.set('2023-06-01T10:00:00+02:00');
  room = await admittedIn(workspace, { name: 'Stowarzyszenie Zmyślony Ogród', person: id, expert: celina });
  const [person, expert] = [as(id), as(celina)];
  await person.click('Zaplanuj działanie', { channel: room });
  await person.fill({
    'Nazwa działania': 'Spacer badawczy',
    Dzień: '2023-06-10',
    Od: '15:00',
    Do: '18:00',
    Miejsce: 'Rynek',
  });
  await person.submit();
  await settled();
  await expert.click('Będę', { channel: 'Debiuty' });
  await reach(workspace, '2023-06-11T09:00:00');
  await person.click('Odbyło się', { channel: room });
  await settled();
  await expert.click('Notatki z obserwacji', { channel: 'Debiuty' });
  await expert.fill({ Notatki: 'Cicha zgoda przy stole', 'Gdzie udało się być': ['sob. 10 czerwca, 15:00–18:00'] });
  await expert.submit();
  await settled();
}

const JOURNEYS = [
  ['a guest', halina, 'socket'],
  ['a member', kamil, 'http'],
  ['somebody of another workspace', PEOPLE.foreign, 'socket'],
] as const;

describe('the opinion after an action', () => {
  afterEach(() => workspace.close());

  it.each(JOURNEYS)(
    'the expert writes it in the shared channel and in a DM, staff return and release it; %s answers',
    async (_kind, id, transport) => {
      await setUp(id, transport);
      const [expert, staff, person] = [as(celina), as(PEOPLE.admin), as(id)];
      expect(shown(id, room)).toContain('Opinia powstaje. Termin: poniedziałek, 26 czerwca 2023 r.');

      await person.click('Opinia po działaniu', { channel: room });
      expect(person.modal()?.all).toContain('Opinia powstaje');
      await person.close();

      await expert.click('Opinia po działaniu', { channel: room });
      expect(expert.modal()?.all).toContain('Cicha zgoda przy stole');
      await expert.fill({ [SMOOTH]: 'Wiele rozmów na rynku', 'Co zrobić z opinią': 'Zachowaj szkic na później' });
      await expert.submit();
      await settled();
      await expert.click('Opinia po działaniu', { channel: room });
      expect(Object.keys((await expert.submit()).errors)).toEqual([CARE, 'Pierwsza rekomendacja']);
      await expert.fill({
        [CARE]: 'Zaproszenia wysłać wcześniej',
        'Pierwsza rekomendacja': 'Plakaty dwa tygodnie wcześniej',
      });
      await expert.fill({ powszechność: '4', 'Na czym opiera się opinia': 'Na obserwacji działania' });
      await expert.submit();
      await settled();
      expect(shown(id, room)).not.toMatch(/Wiele rozmów|przegląda|Plakaty|Cicha zgoda/);

      await staff.click('Przejrzyj', { channel: STAFF_ROOM });
      expect(staff.modal()?.all).toContain('Wiele rozmów na rynku');
      await staff.click('Zwróć z uwagami');
      await staff.fill({ 'Co poprawić albo uzupełnić': 'Proszę o przykład rozmowy' });
      await staff.submit();
      await settled();
      expect(shown(celina, 'Debiuty')).toContain('Proszę o przykład rozmowy');
      expect(shown(id, room)).not.toContain('Proszę o przykład');

      await expert.click('Popraw opinię', { channel: 'Debiuty' });
      expect(expert.modal()?.all).toContain('Uwagi zespołu');
      await expert.fill({ [SMOOTH]: 'Wiele rozmów na rynku, na przykład o ławkach' });
      await expert.submit();
      await settled();
      await staff.slash(STAFF_ROOM, '/debiuty opinia');
      await staff.click('Otwórz');
      await staff.click('Opublikuj');
      await doAtOnce(staff);
      await settled();

      expect(shown(id, room)).toContain('na przykład o ławkach');
      expect(shown(id, room)).toContain('powszechność: 4');
      expect(filesNamed('opinia.pdf')).toHaveLength(1);
      expect(canvasOf(room)?.markdown).toContain('na przykład o ławkach');
      expect(shown(celina, 'Debiuty')).toContain('Opinia została opublikowana');

      await person.click('Przeczytane', { channel: room });
      await person.click('Skomentuj lub zapytaj', { channel: room });
      await person.fill({ 'Co chcecie wysłać': 'Pytanie', Treść: 'Ile wcześniej?' });
      await person.submit();
      await settled();
      expect(shown(celina, 'Debiuty')).toContain('Ile wcześniej?');
      expect(shown(PEOPLE.admin, STAFF_ROOM)).toContain('Ile wcześniej?');
      expect(shown(id, room)).toContain('Przeczytana: potwierdza');

      await person.click('Samoocena', { channel: room });
      await person.fill({ [SMOOTH]: 'Przyszło 40 osób', [CARE]: 'Więcej ławek' });
      await person.submit();
      await settled();
      expect(shown(celina, 'Debiuty')).toContain('Przyszło 40 osób');
    },
  );

  it('is written from a DM’s reminder; then the area of the voucher is named, and a new version replaces the PDF', async () => {
    await setUp(halina, 'socket');
    const [expert, staff] = [as(celina), as(PEOPLE.admin)];
    await reach(workspace, '2023-06-19T09:00:00');
    await expert.click('Napisz opinię', { channel: 'Debiuty' });
    await expert.fill({ [SMOOTH]: 'Dobra atmosfera', [CARE]: 'Czas', 'Pierwsza rekomendacja': 'Krótsze spotkania' });
    await expert.submit();
    await settled();
    await expert.openHome();
    await expert.click('Wskaż obszar');
    await expert.fill({ Obszary: ['finanse'], Uzasadnienie: 'Budżet był trudny' });
    await expert.submit();
    await settled();
    expect(shown(PEOPLE.admin, STAFF_ROOM)).toContain('Budżet był trudny');
    expect(shown(halina, room)).not.toContain('Obszar bonu');

    await staff.click('Przejrzyj', { channel: STAFF_ROOM });
    await staff.click('Opublikuj');
    await reach(workspace, '2023-06-19T09:20:00');
    expect(shown(halina, room)).toContain('Dobra atmosfera');
    expect(shown(halina, room)).toContain('Obszar bonu');
    const [first] = filesNamed('opinia.pdf');

    await expert.click('Zobacz opinię', { channel: 'Debiuty' });
    await expert.click('Napisz nową wersję');
    await expert.fill({ [SMOOTH]: 'Dobra atmosfera i muzyka' });
    expect((await expert.submit()).errors['Dlaczego opinia się zmienia']).toContain('Napisz');
    await expert.fill({ 'Dlaczego opinia się zmienia': 'Zapomniałam o muzyce' });
    await expert.submit();
    await settled();
    expect(shown(halina, room)).not.toContain('muzyk');
    await staff.slash(STAFF_ROOM, '/debiuty opinion');
    await staff.click('Otwórz');
    await staff.click('Opublikuj');
    await doAtOnce(staff);
    await settled();
    expect(shown(halina, room)).toContain('Zapomniałam o muzyce');
    expect(filesNamed('opinia.pdf')).toHaveLength(2);
    expect(filesNamed('opinia.pdf').map(({ id }) => id)).not.toContain(first?.id);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { APPLICANTS } from '../../sandbox/play/applicants.ts';
import {
  applyFor,
  decide,
  openApplication,
  passFormally,
  reach,
  STAFF_ROOM,
  setUpCohort,
  staffOf,
} from '../support/play.ts';
import { doAtOnce, dumpOf } from '../support/undo.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const { halina, nina } = APPLICANTS;
const [celina] = PEOPLE.experts;
const MINUTE = 60_000;

let workspace: Workspace;
let alicja: PersonDriver;
let bartek: PersonDriver;
const as = (id: string) => workspace.sandbox.as(id);

const at = (moment: string): Promise<void> => reach(workspace, moment);

/** Time passes in which nobody does anything. */
async function pass(minutes: number): Promise<void> {
  workspace.clock.advance(minutes * MINUTE);
  await workspace.app.tick();
  await workspace.sandbox.settled();
}

/** What everybody has been sent, in all channels and conversations; a private word counts for the one who sees it. */
const everythingSaid = (): readonly string[] =>
  workspace.sandbox.world.state.channels.flatMap((channel) =>
    workspace.sandbox.world
      .messages(channel.id)
      .filter((one) => one.onlyFor !== alicja.id)
      .map((one) => `${channel.id} ${one.ts} ${JSON.stringify(one.blocks)}`),
  );

async function askForRelease(): Promise<void> {
  await alicja.slash(STAFF_ROOM, '/debiuty zgłoszenia');
  await alicja.click('Ogłoś wyniki…');
  await alicja.submit();
}

async function putAway(person: PersonDriver): Promise<void> {
  while (person.modal()) await person.close();
}

describe.each<Transport>(['socket', 'http'])('second thoughts over %s', (transport) => {
  beforeEach(async () => {
    workspace = await openWorkspace({ transport, now: '2023-04-03T10:00:00+02:00' });
    ({ alicja, bartek } = staffOf(workspace));
    await alicja.slash('#debiuty', '/debiuty staff add @bartek');
    await setUpCohort(alicja);
    await at('2023-05-05T10:00:00');
    await applyFor(workspace, halina);
    await applyFor(workspace, nina);
    await at('2023-05-09T10:00:00');
    for (const { name } of [halina, nina]) {
      await openApplication(bartek, name);
      await passFormally(bartek);
      await decide(bartek, name === halina.name ? 'przyjąć do programu' : 'lista rezerwowa');
      await putAway(bartek);
    }
  });
  afterEach(() => workspace.close());

  it('a release undone by a colleague leaves no message and no trace; done after all, it is corrected once', async () => {
    // Who she is is asked anew once a day, and that is written.
    await alicja.slash('#debiuty', '/debiuty undo');
    await putAway(alicja);
    await pass(1);
    const [before, said] = [await dumpOf(workspace.db), everythingSaid()];
    await askForRelease();
    expect(alicja.modal()?.all ?? alicja.texts(STAFF_ROOM).at(-1)).toContain('Czeka do godz. 10:06');
    await putAway(alicja);
    await pass(4);
    await bartek.slash('#debiuty', '/debiuty cofnij');
    expect(bartek.modal()?.all).toContain('ogłoszenie wyników (Debiuty 2023)');
    await bartek.click('Cofnij');
    expect(bartek.modal()?.all).toContain('Nikt nic nie dostał i wszystko jest tak, jak było.');
    await putAway(bartek);
    await pass(10);
    expect(await dumpOf(workspace.db)).toEqual(before);
    expect(everythingSaid()).toEqual(said);

    await askForRelease();
    await putAway(alicja);
    await pass(5);
    expect(as(halina.person).texts('Debiuty').at(-1)).toContain('dołącza do programu');
    await alicja.click('Cofnij', { channel: STAFF_ROOM });
    expect(alicja.modal()?.all).toContain('Tego nie da się już cofnąć bez śladu');
    await alicja.fill({ 'Do kogo?': nina.name, Treść: 'Prosimy o chwilę: wynik jest jeszcze sprawdzany.' });
    await alicja.submit();
    await workspace.sandbox.settled();
    expect(alicja.modal()?.all).toContain('Sprostowanie wysłane');
    const heard = (person: string) =>
      as(person)
        .texts('Debiuty')
        .filter((text) => text.includes('wynik jest jeszcze sprawdzany'));
    expect(heard(nina.person)).toHaveLength(1);
    expect(heard(halina.person)).toEqual([]);
    await putAway(alicja);
  });

  it('a proposal waits in the form, is undone there, asked again and done at once', async () => {
    await askForRelease();
    await doAtOnce(alicja);
    await alicja.slash('#debiuty', '/debiuty ekspert dodaj @celina');
    await alicja.fill({ 'W czym pomaga': ['finanse'], Województwa: [], 'Ile organizacji naraz najwyżej': '2' });
    if ((await alicja.submit()).action === 'updated') await alicja.close();
    const room = alicja.channels().find((name) => name.includes('zmyslony')) ?? '?';
    // Staff are told by themselves that an organisation waits for an expert.
    await pass(10);
    const said = everythingSaid();
    await alicja.slash(room, '/debiuty przydziel');
    await alicja.click('Zaproponuj');
    expect(alicja.modal()?.all).toContain('propozycja dla: Celina Zmyślona');
    expect(alicja.modal()?.all).not.toContain('Kogo zaproponować?');
    await bartek.slash(STAFF_ROOM, '/debiuty przydziel');
    expect(await bartek.suggestions('Organizacja', 'zmyślony')).toHaveLength(1);
    await putAway(bartek);
    await alicja.click('Cofnij');
    expect(alicja.modal()?.all).toContain('Cofnięto:* propozycja dla: Celina Zmyślona');
    await putAway(alicja);
    await pass(10);
    expect(everythingSaid()).toEqual(said);
    expect(as(celina).dms()).toEqual([]);
    await alicja.slash(room, '/debiuty przydziel');
    await alicja.click('Zaproponuj');
    await doAtOnce(alicja);
    expect(as(celina).texts('Debiuty').at(-1)).toContain('Zmyślin');
    await alicja.slash('#debiuty', '/debiuty undo');
    await alicja.click('Napisz sprostowanie');
    expect(alicja.modal()?.all).toContain('Wycofaj też propozycję');
    await alicja.submit();
    await workspace.sandbox.settled();
    expect(as(celina).texts('Debiuty').at(-1)).toContain('było pomyłką');
    await expect(as(celina).click('Przyjmuję')).rejects.toThrow('sees no');
    await putAway(alicja);
  });
});

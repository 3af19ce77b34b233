import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { admittedIn } from '../support/admitted.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const NOW = '2023-04-03T10:00:00+02:00';
const [celinaId, dariuszId] = PEOPLE.experts;
const [halina] = PEOPLE.representatives;

let workspace: Workspace;
let alicja: PersonDriver;
let celina: PersonDriver;
let channel: string;
const as = (id: string) => workspace.sandbox.as(id);
const seen = () => celina.modal()?.all ?? '';

async function addExpert(handle: string): Promise<void> {
  await alicja.slash('#debiuty', `/debiuty ekspert dodaj @${handle}`);
  await alicja.fill({ 'W czym pomaga': ['finanse'], 'Ile organizacji naraz najwyżej': '3' });
  if ((await alicja.submit()).action === 'updated') await alicja.close();
}

beforeEach(async () => {
  workspace = await openWorkspace({ now: NOW });
  [alicja, celina] = [as(PEOPLE.admin), as(celinaId)];
  await alicja.slash('#debiuty', '/debiuty cohort new');
  await alicja.fill({ 'Program lub edycja, z której kopiujemy': 'Debiuty 2023' });
  await alicja.submit();
  await alicja.submit();
  channel = await admittedIn(workspace, {
    ...{ name: 'Stowarzyszenie Zmyślony Ogród', person: halina, expert: celinaId },
  });
  await addExpert('celina');
});
afterEach(() => workspace.close());

describe('an expert’s hours', () => {
  it('are set from App Home with buttons alone: hours, an exception, terms, and the next free times', async () => {
    await celina.openHome();
    expect(celina.home()?.all).toContain('Nie masz jeszcze godzin konsultacji');
    await celina.click('Moje godziny konsultacji', { home: true });
    expect(seen()).toContain('Nie masz jeszcze stałych godzin');
    await celina.click('Dodaj godziny');
    await celina.fill({ 'Dni tygodnia': ['wtorek', 'czwartek'], Od: '16:00', Do: '18:00' });
    expect(await celina.submit()).toMatchObject({ action: 'updated' });
    expect(seen()).toContain('wt. 16:00–18:00');
    expect(seen()).toContain('czw. 16:00–18:00');
    expect(seen()).toContain('• wt. 4 kwietnia, 16:00–17:00');

    await celina.click('Dodaj wyjątek');
    await celina.fill({ Dzień: '2023-04-04' });
    expect(await celina.submit()).toMatchObject({ action: 'updated' });
    expect(seen()).toContain('wt. 4 kwietnia 2023 r.: cały dzień bez konsultacji');
    expect(seen()).not.toContain('• wt. 4 kwietnia,');

    await celina.click('Zmień zasady');
    await celina.fill({
      ...{ 'Ile trwa konsultacja?': '45 minut', 'Przerwa po konsultacji': '15 minut' },
      ...{ 'Stały link do spotkań': 'https://spotkanie.example/pokoj' },
    });
    expect(await celina.submit()).toMatchObject({ action: 'updated' });
    expect(seen()).toContain('• czw. 6 kwietnia, 17:00–17:45');
    expect(seen()).toContain('Link: https://spotkanie.example/pokoj');

    await celina.click('Zmień');
    await celina.click('Usuń');
    expect(seen()).toContain('Usunięto.');
    expect(seen()).not.toContain('wt. 16:00–18:00');
    await celina.openHome();
    expect(celina.home()?.all).toContain('Najbliższy wolny termin: czw. 6 kwietnia, 16:00–16:45');
  });

  it('say what is wrong beside the field, and that another window was faster', async () => {
    await celina.slash(channel, '/debiuty godziny');
    await celina.click('Dodaj godziny');
    expect((await celina.submit()).errors).toMatchObject({ 'Dni tygodnia': 'Wypełnij to wymagane pole.' });
    await celina.fill({ 'Dni tygodnia': ['piątek'], Od: '22:00', Do: '02:00' });
    expect((await celina.submit()).errors).toMatchObject({ Do: expect.stringContaining('przechodzić przez północ') });
    await celina.fill({ Do: '00:00' });
    expect(await celina.submit()).toMatchObject({ action: 'updated' });
    expect(seen()).toContain('pt. 22:00–24:00');
    await celina.click('Dodaj godziny');
    await workspace.db.expertTerms.updateMany({ data: { version: { increment: 1 } } });
    await celina.fill({ 'Dni tygodnia': ['sobota'] });
    expect(await celina.submit()).toMatchObject({ action: 'updated' });
    expect(seen()).toContain('Coś się tu w międzyczasie zmieniło');
    expect(seen()).not.toContain('sob.');
  });

  it('of somebody abroad are on the clocks there, and the clock change in them is named', async () => {
    await celina.slash(channel, '/debiuty hours');
    await celina.click('Zmień zasady');
    expect(await celina.suggestions('Strefa czasowa', 'lisb')).toEqual(['Europe/Lisbon']);
    await celina.fill({ 'Strefa czasowa': 'Europe/Lisbon' });
    await celina.submit();
    await celina.click('Dodaj godziny');
    await celina.fill({ 'Dni tygodnia': ['niedziela'], Od: '01:00', Do: '04:00' });
    await celina.submit();
    expect(seen()).toContain('Strefa czasowa: Europe/Lisbon');
    expect(seen()).toContain('• niedz. 9 kwietnia, 01:00–02:00');
    expect(seen()).toContain('niedz. 29 października 2023 r.: godzina 01:00 będzie dwa razy');
    expect(seen()).toContain('niedz. 31 marca 2024 r.: godziny 01:00 nie będzie');
  });

  it('of forty lines come in pages, and are nobody else’s business', async () => {
    const expertId = (await workspace.db.expertProfile.findFirstOrThrow()).personId;
    await celina.slash(channel, '/debiuty godziny');
    await celina.click('Zmień zasady');
    await celina.submit();
    const rows = Array.from({ length: 40 }, (_, n) => ({
      ...{ id: workspace.app.deps.ids.next(), expertId, weekday: (n % 7) + 1, kinds: [] },
      ...{ fromMinute: 360 + n * 20, toMinute: 380 + n * 20 },
    }));
    await workspace.db.weeklyHours.createMany({ data: rows });
    await celina.click('Dodaj godziny');
    await celina.click('Wróć do listy');
    expect(seen()).toContain('Pozycje 1–8 z 40');
    for (let page = 0; page < 4; page += 1) await celina.click('Następne');
    expect(seen()).toContain('Pozycje 33–40 z 40');
    await as(halina).slash(channel, '/debiuty godziny');
    expect(as(halina).texts(channel).at(-1)).toContain('To mogą zrobić tylko eksperci');
  });
});

describe('an absence', () => {
  it('is shown with what it does, and staff, the substitute and the organisation are told', async () => {
    await addExpert('dariusz');
    await celina.openHome();
    await celina.click('Nieobecności', { home: true });
    await celina.click('Zgłoś nieobecność');
    await celina.fill({ 'Pierwszy dzień': '2023-04-12', 'Ostatni dzień': '2023-04-11' });
    expect((await celina.submit()).errors).toMatchObject({ 'Ostatni dzień': 'Ostatni dzień jest przed pierwszym.' });
    await celina.fill({ 'Ostatni dzień': '2023-04-14' });
    expect(await celina.submit()).toMatchObject({ action: 'updated' });
    expect(seen()).toContain('W tych dniach nie ma umówionych konsultacji.');
    expect(seen()).toContain('Prowadzone organizacje: Stowarzyszenie Zmyślony Ogród');
    expect(await celina.suggestions('Kto zastępuje?', '')).toEqual(['Dariusz Fikcyjny']);
    await celina.fill({ 'Kto zastępuje?': 'Dariusz Fikcyjny' });
    expect(await celina.submit()).toMatchObject({ action: 'updated' });
    expect(seen()).toContain('Zapisano nieobecność: śr. 12 kwietnia 2023 r. – pt. 14 kwietnia 2023 r.');

    expect(as(halina).texts(channel).at(-1)).toContain('W tym czasie pomoże Wam *Dariusz Fikcyjny*');
    expect(as(dariuszId).texts('Debiuty').at(-1)).toContain('Prosimy Cię o zastępstwo');
    const staffRoom = alicja.channels().find((name) => name.includes('zespol')) ?? '?';
    expect(alicja.texts(staffRoom).at(-1)).toContain('Zastępstwo: *Dariusz Fikcyjny*');
    await celina.click('Zakończ');
    expect(seen()).toContain('Nieobecność jest zakończona.');
    expect(as(halina).texts(channel).at(-1)).toContain('jest już nieaktualna');
  });

  it('of somebody who is ill is written by staff, seen in the list of experts, and the expert hears of it', async () => {
    await alicja.slash('#debiuty', '/debiuty nieobecność');
    expect(alicja.modal()?.all).toContain('Nikt nie zgłosił nieobecności.');
    await alicja.click('Zgłoś nieobecność');
    await alicja.fill({ 'Ekspert lub ekspertka': 'Celina Zmyślona' });
    await alicja.fill({ 'Pierwszy dzień': '2023-04-03', 'Ostatni dzień': '2023-04-07' });
    await alicja.submit();
    expect(alicja.modal()?.all).toContain('Nie ma teraz nikogo na zastępstwo');
    expect(await alicja.submit()).toMatchObject({ action: 'updated' });
    expect(alicja.modal()?.all).toContain('Celina Zmyślona');
    await alicja.close();
    expect(celina.texts('Debiuty').at(-1)).toContain('Zespół programu zapisał Twoją nieobecność');
    await alicja.slash('#debiuty', '/debiuty eksperci');
    expect(alicja.modal()?.all).toContain('nieobecność do pt. 7 kwietnia 2023 r.');
    await alicja.close();
    await alicja.openHome();
    expect(alicja.home()?.all).toContain('Dziś poza zasięgiem: Celina Zmyślona');
  });
});

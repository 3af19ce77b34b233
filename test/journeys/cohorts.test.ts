import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const BASIS = 'Program lub edycja, z której kopiujemy';

let workspace: Workspace;
let alicja: PersonDriver;

/** The first step of the form: what the cohort is made of. */
async function begin(basis: string): Promise<void> {
  await alicja.slash('#debiuty', '/debiuty cohort new');
  await alicja.fill({ [BASIS]: basis });
  expect(await alicja.submit()).toMatchObject({ action: 'pushed' });
}

const lastWord = () => alicja.texts('#debiuty').at(-1) ?? '';

describe.each<Transport>(['socket', 'http'])('cohorts over %s', (transport) => {
  beforeEach(async () => {
    workspace = await openWorkspace({ transport, now: '2023-04-03T10:00:00+02:00' });
    alicja = workspace.sandbox.as(PEOPLE.admin);
  });
  afterEach(() => workspace.close());

  it('one form makes the cohort, its channels, the pinned announcement and the word to staff', async () => {
    await begin('Debiuty 2023');
    expect(alicja.modal()?.all).toContain('Debiuty w partycypacji, 2023');
    await alicja.fill({ 'Zespół tej edycji': [PEOPLE.staff] });
    expect(await alicja.submit()).toMatchObject({ action: 'cleared' });
    expect(lastWord()).toContain('jest założona');
    expect(alicja.channels()).toEqual(expect.arrayContaining(['debiuty-2023', 'debiuty-2023-zespol']));
    const bartek = workspace.sandbox.as(PEOPLE.staff);
    expect(bartek.texts('#debiuty-2023-zespol').join()).toContain('Kanał zespołu: Debiuty 2023');
    const card = bartek.texts('#debiuty-2023').join().replaceAll('*', '');
    expect(card).toContain('Zgłoszenia przyjmujemy do: niedziela, 7 maja 2023 r., godz. 23:59');
    expect(card).toContain('Nabór zacznie się: wtorek, 4 kwietnia 2023 r., godz. 00:00');
    expect(workspace.sandbox.as(PEOPLE.representatives[0]).channels()).not.toContain('debiuty-2023-zespol');
    await bartek.click('Ustawienia edycji', { channel: '#debiuty-2023-zespol' });
    expect(bartek.modal()?.all).toContain('Do ustawienia:');
  });

  it('a copy is empty of dates, and takes the dates of its call later', async () => {
    await begin('Debiuty 2023');
    await alicja.submit();
    await begin('Kopia edycji: Debiuty 2023');
    expect(alicja.modal()?.all).toContain('Daty są puste');
    await alicja.fill({ 'Nazwa edycji': 'Debiuty 2023 bis' });
    expect(await alicja.submit()).toMatchObject({ action: 'cleared' });
    expect(alicja.texts('#debiuty-2023-bis').join()).toContain('Termin naboru podamy wkrótce.');
    await alicja.slash('#debiuty', '/debiuty edycje');
    expect(alicja.modal()?.all).toContain('termin do ustalenia');
    await alicja.click('Szczegóły');
    await alicja.click('Termin naboru');
    await alicja.fill({ 'Nabór od dnia': '2026-03-01', 'Nabór do dnia': '2026-03-29', 'do godziny': '02:30' });
    expect(await alicja.submit()).toMatchObject({ action: 'updated' });
    expect(alicja.modal()?.all).toContain('Tej nocy zegary idą do przodu');
    expect(await alicja.submit()).toMatchObject({ action: 'cleared' });
    expect(alicja.texts('#debiuty-2023-bis').join()).toContain('niedziela, 29 marca 2026 r., godz. 03:00');
  });

  it('wrong dates, sums and people are said beside their fields, and nothing is made', async () => {
    await begin('Debiuty 2023');
    await alicja.fill({ 'Nabór do dnia': '2023-04-03', 'Najwyższy grant (zł)': 'sześć' });
    expect(await alicja.submit()).toMatchObject({
      action: 'errors',
      errors: {
        'Nabór do dnia': 'Nabór musi się zakończyć później, niż się zaczyna.',
        'Najwyższy grant (zł)': 'Wpisz kwotę w złotych, na przykład 6000 albo 6 000,00.',
      },
    });
    await alicja.fill({ 'Nabór do dnia': '2023-05-07', 'Najwyższy grant (zł)': '6000' });
    expect(await alicja.submit()).toMatchObject({ action: 'cleared' });
  });

  it('a call that is over already must be saved a second time', async () => {
    workspace.clock.set('2023-06-01T10:00:00+02:00');
    await begin('Debiuty 2023');
    expect(await alicja.submit()).toMatchObject({ action: 'updated' });
    expect(alicja.modal()?.all).toContain('Ten nabór już się zakończył');
    expect(await alicja.submit()).toMatchObject({ action: 'cleared' });
    expect(alicja.texts('#debiuty-2023').join()).toContain('Nabór się zakończył');
  });

  it('a channel that Slack refuses is told with a button, and made by it', async () => {
    workspace.sandbox.fault({ method: 'conversations.create', kind: 'error', error: 'restricted_action', times: 2 });
    await begin('Debiuty 2023');
    await alicja.submit();
    const told = alicja.dms().at(-1);
    expect(told?.text).toContain('nie udało się wszystkiego przygotować');
    await alicja.click('Spróbuj jeszcze raz');
    expect(alicja.texts('#debiuty-2023').join()).toContain('Zgłoszenia przyjmujemy do');
  });

  it('those who are not staff are refused and learn nothing', async () => {
    const halina = workspace.sandbox.as(PEOPLE.representatives[0]);
    for (const line of ['/debiuty cohort new', '/debiuty cohort', '/debiuty edycja nowa']) {
      await halina.slash('#debiuty', line);
      expect(halina.texts('#debiuty').at(-1)).toBe('To może zrobić tylko zespół programu.');
    }
    expect(halina.modal()).toBe(null);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE } from '../../sandbox/index.ts';
import { buildPage } from '../../sandbox/page/build.ts';
import { admittedIn } from '../support/admitted.ts';
import { hoursOf } from '../support/consultations.ts';
import { reach, STAFF_ROOM, setUpCohort, staffOf } from '../support/play.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';
import { openPage, type PageDriver } from './page-driver.ts';

const [celina] = PEOPLE.experts;
const [halina, igor, , kamil] = PEOPLE.representatives;

let workspace: Workspace;
let page: PageDriver;
let garden: string;

beforeAll(async () => {
  workspace = await openWorkspace({ now: '2023-04-03T10:00:00+02:00', pageDir: await buildPage(), pace: 100 });
  await setUpCohort(staffOf(workspace).alicja);
  await reach(workspace, '2023-06-01T10:00:00');
  garden = await admittedIn(workspace, { name: 'Stowarzyszenie Zmyślony Ogród', person: halina, expert: celina });
  await admittedIn(workspace, { name: 'Fundacja Papierowy Most', person: igor });
  await admittedIn(workspace, { name: 'Koło Gospodyń Wiejskich w Zmyślinie', person: kamil });
  page = await openPage({ url: workspace.sandbox.url, as: PEOPLE.admin });
});
afterAll(async () => {
  await page?.close();
  await workspace?.close();
});

const shown = (words: string): Promise<void> => page.dialog().getByText(words).first().waitFor();

async function addExpert(handle: string, region: string, limit: string): Promise<void> {
  const staff = staffOf(workspace).alicja;
  await staff.slash(STAFF_ROOM, `/debiuty ekspert dodaj @${handle}`);
  await staff.fill({ 'W czym pomaga': ['finanse'], Województwa: [region], 'Ile organizacji naraz najwyżej': limit });
  if ((await staff.submit()).action === 'updated') await staff.close();
}

async function solvePlan(): Promise<void> {
  await page.command('/debiuty przydziel plan');
  await shown('Na czym zależy najbardziej?');
}

describe('experts for a cohort, in the page', () => {
  it('a plan that cannot serve everybody, its ways out, the whole plan, an explanation and the load', async () => {
    await addExpert('dariusz', 'łódzkie', '1');
    await workspace.sandbox.settled();
    await page.openChannel(STAFF_ROOM);
    await solvePlan();
    await page.choose('Na czym zależy najbardziej?', 'Najlepsza suma');
    await page.shot('matching-01-start');
    await page.submit();
    await shown('bez nikogo zostaje');
    await page.shot('matching-02-short');
    await page.dialog().getByText('Ustalone, przelicz').click();
    await page.press('Tak, ustalone');
    await shown('2 z 2 organizacji');
    await page.shot('matching-03-plan');
    await page.dialog().getByText('Dlaczego?').first().click();
    await shown('Dlaczego ta osoba?');
    await page.shot('matching-04-why');
    await page.putAway();
    await page.command('/debiuty przydziel plan');
    await shown('2 z 2 organizacji');
    await page.press('Obciążenie');
    await page.dialog().getByRole('heading', { name: 'Obciążenie' }).waitFor();
    await page.shot('matching-05-load');
    await page.putAway();
    await page.putAway();
  });

  it('an organisation that passes to another expert, and the private way to ask for that', async () => {
    await page.openChannel(garden);
    await page.command('/debiuty przekaż');
    await page.dialog().waitFor();
    await page.shot('matching-06-hand-over');
    await page.putAway();
    await page.actAs('Halina Próbna');
    await page.openChannel(garden);
    await page.press('Zgłoś trudność prywatnie');
    await page.dialog().waitFor();
    await page.shot('matching-07-private');
    await page.putAway();
  });
});

describe('consultations, in the page', () => {
  it('an expert sets hours and an absence', async () => {
    await hoursOf(workspace.app.deps, celina);
    await page.actAs('Celina Zmyślona');
    await page.openHome();
    await page.press('Moje godziny konsultacji');
    await page.dialog().waitFor();
    await page.shot('consultations-01-hours');
    await page.putAway();
    await page.openHome();
    await page.press('Nieobecności');
    await page.dialog().waitFor();
    await page.shot('consultations-02-absences');
    await page.putAway();
  });

  it('an organisation books by buttons, moves, and has a calendar file', async () => {
    await page.actAs('Halina Próbna');
    await page.openChannel(garden);
    await page.shot('consultations-03-card-of-organisation');
    await page.press('Umów konsultację');
    await page.dialog().getByLabel('Termin').first().waitFor();
    await page.shot('consultations-04-times');
    await page.choose('Termin', 'pon. 5 czerwca, 10:00–11:00');
    await page.submit();
    await shown('Trzymamy ten termin');
    await page.fill('O czym chcecie porozmawiać', 'Jak zaprosić sąsiadki i sąsiadów na spacer badawczy?');
    await page.shot('consultations-05-held');
    await page.submit();
    await workspace.sandbox.settled();
    await page.message('Konsultacja umówiona').waitFor();
    await page.shot('consultations-06-booked');
    await page.actAs('Celina Zmyślona');
    await page.openDm('Debiuty');
    await page.press('Wiadomości');
    await page.shot('consultations-07-expert');
  });

  it('both are asked whether it took place; the card is written and confirmed', async () => {
    await reach(workspace, '2023-06-05T11:00:00');
    await page.actAs('Halina Próbna');
    await page.openChannel(garden);
    await page.message('Tak, odbyła się').waitFor();
    await page.shot('consultations-08-took-place');
    await page.press('Tak, odbyła się');
    await page.actAs('Celina Zmyślona');
    await page.openDm('Debiuty');
    await page.press('Wiadomości');
    await page.press('Karta konsultacji');
    await page.dialog().waitFor();
    await page.fill('Co zostało ustalone', 'Spacer badawczy w sobotę, zaproszenia na tablicach i w sklepie.');
    await page.fill('Następne kroki', 'Mapa miejsc | Halina | 20.06.2023');
    await page.shot('consultations-09-card-form');
    await page.submit();
    await workspace.sandbox.settled();
    await page.actAs('Halina Próbna');
    await page.openChannel(garden);
    await page.message('Mapa miejsc').waitFor();
    await page.shot('consultations-10-card');
  });

  it('each sees what concerns them at home', async () => {
    for (const [who, name] of [
      ['Alicja Przykładowa', 'staff'],
      ['Celina Zmyślona', 'expert'],
      ['Halina Próbna', 'organisation'],
    ] as const) {
      await page.actAs(who);
      await page.openHome();
      await page.shot(`consultations-11-home-${name}`);
    }
    expect(workspace.sandbox.violations).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE } from '../../sandbox/index.ts';
import { buildPage } from '../../sandbox/page/build.ts';
import { admittedIn, putDate } from '../support/admitted.ts';
import { reach, STAFF_ROOM, setUpCohort, staffOf } from '../support/play.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';
import { openPage, type PageDriver } from './page-driver.ts';

const [celina] = PEOPLE.experts;
const [halina, igor] = PEOPLE.representatives;

let workspace: Workspace;
let page: PageDriver;
let garden: string;

beforeAll(async () => {
  workspace = await openWorkspace({ now: '2023-04-03T10:00:00+02:00', pageDir: await buildPage(), pace: 100 });
  const { alicja } = staffOf(workspace);
  await setUpCohort(alicja);
  await at('2023-06-01T10:00:00');
  garden = await admittedIn(workspace, { name: 'Stowarzyszenie Zmyślony Ogród', person: halina, expert: celina });
  await admittedIn(workspace, { name: 'Fundacja Papierowy Most', person: igor });
  page = await openPage({ url: workspace.sandbox.url, as: PEOPLE.admin });
});
afterAll(async () => {
  await page?.close();
  await workspace?.close();
});

const at = (moment: string): Promise<void> => reach(workspace, moment);

describe('what is said and when, in the page', () => {
  it('staff set a deadline for all and move it for one', async () => {
    await page.openChannel(STAFF_ROOM);
    await page.command('/debiuty termin');
    await page.dialog().getByText('Ostatni dzień edycji').waitFor();
    await page.shot('notices-01-deadlines');
    const { alicja } = staffOf(workspace);
    await page.putAway();
    for (const date of ['2023-06-16', '2023-06-20', '2023-07-03'])
      await putDate(alicja, { room: STAFF_ROOM, button: 'Ustaw termin', date, reason: null });
    await page.command('/debiuty termin');
    await page.dialog().getByText('16 czerwca').first().waitFor();
    await page.shot('notices-02-deadlines-set');
    await page.putAway();
    await page.openChannel(garden);
    await page.command('/debiuty termin');
    await page.press('Przesuń');
    await page.fill('Dzień', '2023-06-19');
    await page.fill('Powód', 'Powódź w gminie');
    await page.shot('notices-03-move');
    await page.submit();
    await page.dialog().getByText('Sprawdź i potwierdź').waitFor();
    await page.shot('notices-04-move-check');
    await page.submit();
    await workspace.sandbox.settled();
    await page.actAs('Halina Próbna');
    await page.openChannel(garden);
    await page.message('Powódź w gminie').waitFor();
    await page.shot('notices-05-moved');
  });

  it('staff see what will be said, change it, and rehearse a cohort', async () => {
    await page.actAs('Alicja Przykładowa');
    await page.openChannel(STAFF_ROOM);
    await page.command('/debiuty skrzynka');
    await page.dialog().getByText('na kanał organizacji').first().waitFor();
    await page.shot('notices-12-outbox');
    await page.dialog().getByText('Zmień treść').first().click();
    await page.dialog().getByRole('textbox', { name: 'Treść' }).waitFor();
    await page.shot('notices-13-outbox-words');
    await page.fill('Treść', 'Kochani, plan działania to już niedługo. W razie pytań piszcie śmiało!');
    await page.submit();
    await page.dialog().getByText('w słowach zespołu').first().waitFor();
    await page.dialog().getByText('Wstrzymaj', { exact: true }).last().click();
    await page.dialog().getByText('Wstrzymane:').first().waitFor();
    await page.shot('notices-14-outbox-changed');
    await page.press('Próba na sucho');
    await page.dialog().getByLabel('Ile organizacji').first().waitFor();
    await page.shot('notices-15-rehearsal-form');
    await page.submit();
    await page.dialog().getByText('Najpełniejszy dzień').first().waitFor();
    await page.shot('notices-16-rehearsal');
    await page.putAway();
  });

  it('an organisation is reminded, and asks for more time', async () => {
    await at('2023-06-16T09:00:00');
    await page.actAs('Halina Próbna');
    await page.openChannel(garden);
    await page.message('Przypomnienie').waitFor();
    await page.shot('notices-06-reminder');
    await page.press('Poproś o więcej czasu');
    await page.dialog().getByLabel('Dlaczego').waitFor();
    await page.shot('notices-07-ask');
    await page.fill('Do kiedy potrzebujesz czasu', '2023-06-23');
    await page.fill('Dlaczego', 'Świetlica jest zalana');
    await page.submit();
    await workspace.sandbox.settled();
    await page.shot('notices-08-asked');
    await page.actAs('Alicja Przykładowa');
    await page.openChannel(STAFF_ROOM);
    await page.message('Świetlica jest zalana').waitFor();
    await page.shot('notices-09-request');
  });

  it('staff read once a week what waits', async () => {
    await at('2023-06-19T09:00:00');
    await page.message('Podsumowanie tygodnia').scrollIntoViewIfNeeded();
    await page.shot('notices-17-digest');
    await page.message('Podsumowanie tygodnia').getByText('Wszystkie sprawy').last().click();
    await page.dialog().waitFor();
    await page.shot('notices-18-all-matters');
    await page.putAway();
    await page.command('/debiuty cofnij');
    await page.dialog().waitFor();
    await page.shot('notices-19-undo-empty');
    await page.putAway();
  });

  it('each sees their own matters at home', async () => {
    for (const [who, name] of [
      ['Alicja Przykładowa', 'staff'],
      ['Celina Zmyślona', 'expert'],
      ['Halina Próbna', 'organisation'],
      ['Jadwiga Niebyła', 'newcomer'],
    ] as const) {
      await page.actAs(who);
      await page.openHome();
      await page.shot(`notices-10-home-${name}`);
    }
    await page.actAs('Celina Zmyślona');
    await page.openDm('Debiuty');
    await page.press('Wiadomości');
    await page.message('Przypomnienie').waitFor();
    await page.shot('notices-11-expert-messages');
    expect(workspace.sandbox.violations).toEqual([]);
  });
});

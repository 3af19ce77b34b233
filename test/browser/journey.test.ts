import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE } from '../../sandbox/index.ts';
import { buildPage } from '../../sandbox/page/build.ts';
import { APPLICANTS } from '../../sandbox/play/applicants.ts';
import {
  applyFor,
  COHORT,
  COHORT_ROOM,
  decide,
  openApplication,
  passFormally,
  reach,
  STAFF_ROOM,
  staffOf,
} from '../support/play.ts';
import { AT_ONCE } from '../support/undo.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';
import { openPage, type PageDriver } from './page-driver.ts';

const { halina, igor, nina, oliver } = APPLICANTS;

let workspace: Workspace;
let page: PageDriver;

beforeAll(async () => {
  workspace = await openWorkspace({ now: '2023-04-03T10:00:00+02:00', pageDir: await buildPage(), pace: 100 });
  page = await openPage({ url: workspace.sandbox.url, as: PEOPLE.admin });
});
afterAll(async () => {
  await page?.close();
  await workspace?.close();
});

const at = (moment: string): Promise<void> => reach(workspace, moment);

const CHOSEN = ['Forma prawna', 'Rejestr', 'Województwo', 'Czy to', 'Czy chcecie', 'W czym'];

/** Fills one step of the form as a person does: text into fields, choices by their words. */
async function fillStep(answers: Readonly<Record<string, string | readonly string[] | null>>): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) {
    const isChosen = CHOSEN.some((start) => label.startsWith(start));
    for (const one of [answer ?? []].flat()) await (isChosen ? page.choose(label, one) : page.fill(label, one));
  }
}

describe('the first journey, clicked in the page', () => {
  it('staff set up a cohort', async () => {
    await page.openChannel('debiuty');
    await page.command('/debiuty cohort new');
    await page.choose('Program lub edycja, z której kopiujemy', COHORT);
    await page.shot('journey-01-cohort-choice');
    await page.submit();
    await page.shot('journey-02-cohort-form');
    await page.submit();
    await at('2023-05-05T10:00:00.000');
    await page.openChannel(COHORT_ROOM);
    await page.shot('journey-03-cohort-card');
    await page.openChannel(STAFF_ROOM);
    await page.shot('journey-04-staff-room');
  });

  it('staff name an expert', async () => {
    await page.command('/debiuty ekspert dodaj @celina');
    // The first Enter takes the name from the list, the second sends.
    await page.page.keyboard.press('Enter');
    await page.choose('W czym pomaga', 'diagnoza lokalnej sytuacji');
    await page.choose('Województwa', 'lubelskie');
    await page.fill('Ile organizacji naraz najwyżej', '2');
    await page.fill(
      'Kilka słów o tej osobie',
      'Od dziesięciu lat prowadzi rozmowy z mieszkankami i mieszkańcami małych miast.',
    );
    await page.shot('journey-05-expert-form');
    await page.submit();
    for (const handle of ['dariusz', 'edyta']) {
      const { alicja } = staffOf(workspace);
      await alicja.slash('#debiuty', `/debiuty ekspert dodaj @${handle}`);
      await alicja.fill({
        'W czym pomaga': ['finanse'],
        Województwa: [],
        'Ile organizacji naraz najwyżej': handle === 'edyta' ? '0' : '3',
      });
      await alicja.submit();
    }
  });

  it('an organisation applies in three steps', async () => {
    await page.actAs('Halina Próbna');
    await page.openChannel('debiuty');
    await page.command('/debiuty zgłoś');
    const [first, second, third] = halina.answers;
    await fillStep({ ...first, NIP: '9990000015' });
    await page.submit();
    await page.shot('journey-06-bad-nip');
    await page.fill('NIP', '999-00-00-014');
    await page.submit();
    await fillStep(second);
    await page.shot('journey-07-step-two');
    await page.submit();
    await fillStep(third);
    await page.shot('journey-08-step-three');
    await page.submit();
    await page.shot('journey-09-check');
    await page.submit();
    await page.shot('journey-10-sent');
    await page.putAway();
    await page.openDm('Debiuty');
    await page.press('Wiadomości');
    await page.message('Potwierdzenie').waitFor();
    await page.shot('journey-11-proof');
    for (const applicant of [igor, nina, oliver]) await applyFor(workspace, applicant);
  });

  it('staff check, decide and release', async () => {
    await at('2023-05-08T10:00:00.000');
    await page.actAs('Alicja Przykładowa');
    await page.openChannel(STAFF_ROOM);
    await page.command('/debiuty zgłoszenia');
    await page.shot('journey-12-list');
    await page.putAway();
    const { bartek } = staffOf(workspace);
    const { alicja } = staffOf(workspace);
    await alicja.slash('#debiuty', '/debiuty staff add @bartek');
    for (const [applicant, decision] of [
      [halina, 'przyjąć do programu'],
      [igor, 'przyjąć do programu'],
      [nina, 'lista rezerwowa'],
      [oliver, 'odmówić'],
    ] as const) {
      await bartek.slash('#debiuty', '/debiuty zgłoszenia');
      await bartek.close();
      await openApplication(alicja, applicant.name);
      await passFormally(alicja);
      await decide(alicja, decision, decision === 'odmówić' ? 'Pomysł jest poza tematem naboru' : null);
      await alicja.close();
    }
    await page.command('/debiuty zgłoszenia');
    await page.shot('journey-13-decided');
    await page.press('Ogłoś wyniki…');
    await page.dialog().getByText('Przykład wiadomości: przyjęcie').waitFor();
    await page.shot('journey-14-release');
    await page.submit();
    await workspace.sandbox.settled();
    await page.shot('journey-22-release-waits');
    await page.press(AT_ONCE);
    await page.dialog().getByText('Wykonano:').first().waitFor();
    await workspace.sandbox.settled();
    await page.shot('journey-15-released');
    await page.putAway();
  });

  it('staff assign an expert, who accepts, and the card shows it', async () => {
    const { alicja } = staffOf(workspace);
    const room = alicja.channels().find((name) => name.includes('zmyslony')) ?? alicja.channels().at(-1) ?? '?';
    await page.putAway();
    await page.openChannel(room);
    await page.shot('journey-16-card');
    await page.command('/debiuty przydziel');
    const proposals = page.dialog().getByText('Zaproponuj', { exact: true });
    await proposals.first().waitFor();
    await page.shot('journey-17-ranking');
    await proposals.first().click();
    // Slack asks whether it is meant; the button there has the same word.
    await page.press('Zaproponuj');
    await page.dialog().getByText('Czeka do godz.').waitFor();
    await page.shot('journey-23-proposal-waits');
    await page.press(AT_ONCE);
    await page.dialog().getByText('Wykonano:').first().waitFor();
    await page.shot('journey-24-undo-list');
    await page.putAway();
    await page.command('/debiuty przydziel');
    await page.dialog().getByText('Czeka na odpowiedź').waitFor();
    await page.shot('journey-18-proposed');
    await page.putAway();
    await page.actAs('Celina Zmyślona');
    await page.openDm('Debiuty');
    await page.press('Wiadomości');
    await page.message('Zmyślin').waitFor();
    await page.shot('journey-19-asked');
    await page.press('Przyjmuję');
    await page.message('Od teraz prowadzisz').waitFor();
    await page.actAs('Halina Próbna');
    await page.openChannel(room);
    await page.message('Kto jest kim').getByText('Celina Zmyślona').first().waitFor();
    await page.shot('journey-20-card-with-expert');
    expect(workspace.sandbox.as(halina.person).texts(room).join()).toContain('Celina Zmyślona');
    await page.actAs('Alicja Przykładowa');
    await page.openHome();
    await page.shot('journey-21-home');
    expect(workspace.sandbox.violations).toEqual([]);
  });
});

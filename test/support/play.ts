import { expect } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import type { Applicant } from '../../sandbox/play/applicants.ts';
import type { Workspace } from './workspace.ts';

/** The cohort of the story and its rooms. */
export const COHORT = 'Debiuty 2023';
export const STAFF_ROOM = 'debiuty-2023-zespol';
export const COHORT_ROOM = 'debiuty-2023';

/** The clock goes on to a moment of Warsaw's summer time, and what is due by then is done. */
export async function reach({ clock, app, sandbox }: Workspace, moment: string): Promise<void> {
  clock.set(`${moment}+02:00`);
  await app.tick();
  await sandbox.settled();
}

/** Staff set up the cohort of 2023 with all its prefilled dates and numbers. */
export async function setUpCohort(alicja: PersonDriver): Promise<void> {
  await alicja.slash('#debiuty', '/debiuty cohort new');
  await alicja.fill({ 'Program lub edycja, z której kopiujemy': COHORT });
  await alicja.submit();
  await alicja.submit();
  expect(alicja.channels()).toEqual(expect.arrayContaining([STAFF_ROOM, COHORT_ROOM]));
}

/** Fills the open form up to the check before sending. */
export async function fillForm(person: PersonDriver, { answers, words }: Applicant): Promise<void> {
  for (const step of answers) {
    await person.fill(step);
    expect(await person.submit()).toMatchObject({ action: 'updated' });
  }
  expect(person.modal()?.heading).toBe(words.check);
}

/** An organisation applies from the channel where it is a guest. */
export async function applyFor(workspace: Workspace, applicant: Applicant): Promise<PersonDriver> {
  const person = workspace.sandbox.as(applicant.person);
  await person.slash('#debiuty', '/debiuty zgłoś');
  await fillForm(person, applicant);
  await person.submit();
  expect(person.modal()?.all).toContain(applicant.words.received);
  await person.close();
  return person;
}

/** Staff open the list of the cohort's applications in its staff channel, and one application by its name. */
export async function openApplication(staff: PersonDriver, name: string): Promise<void> {
  await staff.slash(STAFF_ROOM, '/debiuty zgłoszenia');
  await staff.click('Otwórz');
  for (let tries = 0; tries < 12 && !staff.modal()?.heading.includes(name); tries += 1) {
    if (staff.modal()?.all.startsWith('nr') && staff.modal()?.all.split('\n')[0]?.includes(name)) break;
    await staff.click('Następne →');
  }
  expect(staff.modal()?.all.split('\n')[0]).toContain(name);
}

/** Marks every point of the formal check with yes. */
export async function passFormally(staff: PersonDriver): Promise<void> {
  await staff.click('Ocena formalna');
  const points = staff.modal()?.all.match(/^\d+\. .*/gm) ?? [];
  expect(points.length).toBeGreaterThan(3);
  const labels = points.filter((line) => !line.includes('Uwaga'));
  await staff.fill(Object.fromEntries(labels.map((label) => [label, 'tak'])));
  await staff.fill(
    Object.fromEntries(labels.map((_label, index) => [`Uwaga do punktu ${index + 1}`, 'Sprawdzone w rejestrze'])),
  );
  expect(await staff.submit()).toMatchObject({ action: 'updated' });
}

export async function decide(staff: PersonDriver, decision: string, reason: string | null = null): Promise<void> {
  await staff.click('Podejmij decyzję');
  await staff.fill({ Decyzja: decision, ...(reason ? { Powód: reason } : {}) });
  expect(await staff.submit()).toMatchObject({ action: 'updated' });
}

export async function addExpert(
  alicja: PersonDriver,
  handle: string,
  fields: readonly string[],
  regions: readonly string[],
): Promise<void> {
  await alicja.slash('#debiuty', `/debiuty ekspert dodaj @${handle}`);
  await alicja.fill({ 'W czym pomaga': fields, Województwa: regions, 'Ile organizacji naraz najwyżej': '2' });
  if ((await alicja.submit()).action === 'updated') await alicja.close();
}

export const staffOf = (workspace: Workspace) => ({
  alicja: workspace.sandbox.as(PEOPLE.admin),
  bartek: workspace.sandbox.as(PEOPLE.staff),
});

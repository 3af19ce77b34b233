import { afterAll, beforeAll, expect, test } from 'vitest';
import { PEOPLE, type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { buildPage } from '../../sandbox/page/build.ts';
import { openPage, type PageDriver } from './page-driver.ts';
import { startTinyBot, tinyManifest } from './tiny-bot.ts';

let sandbox: Sandbox;
let bot: Awaited<ReturnType<typeof startTinyBot>>;
let driver: PageDriver;

beforeAll(async () => {
  sandbox = await startSandbox({ manifest: tinyManifest, pageDir: await buildPage(), pace: 20 });
  bot = await startTinyBot(sandbox);
  driver = await openPage({ url: sandbox.url, as: PEOPLE.admin });
});

afterAll(async () => {
  await driver.close();
  await sandbox.stop();
  expect(sandbox.violations).toEqual([]);
});

test('a form with every kind of field is refused, corrected and sent, and its message answers a press', async () => {
  const { dialog, choose, fill, submit } = driver;
  await driver.openChannel('debiuty');
  await driver.command('/debiuty formularz');
  await dialog().getByRole('heading', { name: 'Zgłoś organizację' }).waitFor();
  await driver.shot('form-empty');

  await submit();
  await dialog().getByText('Wypełnij to wymagane pole.').first().waitFor();
  expect(await dialog().getByText('Wypełnij to wymagane pole.').count()).toBe(14);
  await driver.shot('form-required');

  await fill('Pełna nazwa', 'Zła nazwa');
  await fill('Dlaczego chcecie', 'Zażółć gęślą jaźń <!channel>');
  await fill('Liczba osób', '12');
  await fill('Adres e-mail', 'anna@przyklad.example');
  await fill('Data spotkania', '9.05.2024');
  await choose('Godzina spotkania', '9:15');
  await fill('Początek warsztatu', '2024-05-10');
  await choose('Godzina: Początek warsztatu', '10:30');
  await choose('Rejestr', 'KRS');
  await choose('Szukaj organizacji', 'łu');
  await choose('Ekspert', 'Celina Zmyślona');
  await choose('Komisja', 'Bartek Wzorcowy');
  await choose('Komisja', 'Dariusz Fikcyjny');
  await choose('Kanał', '#debiuty');
  await choose('Dziedziny', 'Łączność');
  await choose('Sposób spotkania', 'Na miejscu');
  await choose('Zgody', 'Znam regulamin');
  await driver.shot('form-filled');
  await submit();

  await dialog().getByText('Takiej organizacji nie ma w rejestrze.').waitFor();
  await driver.shot('form-refused');
  await fill('Pełna nazwa', 'Stowarzyszenie Łąka');
  await submit();
  await dialog().waitFor({ state: 'detached' });

  expect(bot.submitted[0]).toMatchObject({
    name: { name: { type: 'plain_text_input', value: 'Stowarzyszenie Łąka' } },
    why: { why: { value: 'Zażółć gęślą jaźń <!channel>' } },
    people: { people: { type: 'number_input', value: '12' } },
    mail: { mail: { value: 'anna@przyklad.example' } },
    site: { site: { type: 'url_text_input', value: null } },
    date: { date: { selected_date: '2024-05-09' } },
    time: { time: { selected_time: '09:15' } },
    start: { start: { selected_date_time: Date.parse('2024-05-10T08:30:00Z') / 1000 } },
    register: { register: { selected_option: { value: 'KRS' } } },
    organisation: { organisation: { selected_option: { value: 'Fundacja Żółty Łubin' } } },
    expert: { expert: { selected_user: PEOPLE.experts[0] } },
    committee: { committee: { selected_users: [PEOPLE.staff, PEOPLE.experts[1]] } },
    fields: { fields: { selected_options: [{ value: 'Łączność' }] } },
    meeting: { meeting: { selected_option: { value: 'Na miejscu' } } },
    consents: { consents: { selected_options: [{ value: 'Znam regulamin' }] } },
  });

  await driver.openHome();
  await driver.page.getByRole('tabpanel').getByText('Dzień dobry, @Alicja Przykładowa!').waitFor();
  await driver.shot('home');
  await driver.press('Wiadomości');
  await driver.message('Stowarzyszenie Łąka').waitFor();
  await driver.shot('card');
  await driver.press('Przyjmij zgłoszenie');
  await driver.message('przyjęte').waitFor();
  await driver.shot('card-accepted');
});

test('what was typed outlasts a modal laid on top and an update from the app', async () => {
  const { dialog } = driver;
  await driver.openChannel('debiuty');
  await driver.press('Skróty');
  await driver.page.getByRole('menuitem', { name: 'Zgłoś organizację' }).click();
  await driver.fill('Pełna nazwa', 'Koło z Nibylandii');
  await driver.press('Dodaj osobę');
  await dialog().getByRole('heading', { name: 'Druga osoba' }).waitFor();
  await driver.shot('stacked');
  await driver.fill('Imię i nazwisko', 'Łucja Żyta');
  await driver.submit();
  await dialog().getByText('Dodano: Łucja Żyta').waitFor();
  expect(await dialog().getByLabel('Pełna nazwa').inputValue()).toBe('Koło z Nibylandii');
  await driver.shot('stacked-back');
  await driver.press('Anuluj');
  await dialog().waitFor({ state: 'detached' });
});

test('a form can be used by keyboard alone, and gives the focus back', async () => {
  const { page, dialog } = driver;
  const focused = (selector: string) =>
    page.waitForFunction(`document.activeElement?.matches(${JSON.stringify(selector)})`);
  await driver.command('/debiuty formularz');
  await focused('[role=dialog] input');
  await page.keyboard.type('Fundacja Papierowy Most');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await focused('[role=dialog] button[type=submit]');
  await page.keyboard.press('Tab');
  await focused('[role=dialog] header button');
  await dialog().getByLabel('Rejestr').focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await dialog().getByLabel('Rejestr').inputValue()).toBe('Ewidencja starosty');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  expect(await dialog().count()).toBe(1);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await focused('.composer textarea');
});

test('one person at a time: another sees their own channels and not what was only for the first', async () => {
  await driver.openChannel('debiuty');
  await driver.command('/nieznane');
  await driver.message('nie ma takiego polecenia').waitFor();
  await driver.actAs('Halina Próbna');
  await driver.openChannel('debiuty');
  expect(await driver.message('nie ma takiego polecenia').count()).toBe(0);
  await driver.command('Dzień dobry! <!channel> @Alicja Przykładowa');
  await driver.message('Dzień dobry! <!channel> @Alicja Przykładowa').waitFor();
  await driver.openHome();
  await driver.actAs('Alicja Przykładowa');
  await driver.page.getByRole('navigation').getByText('nieprzeczytane').first().waitFor();
  await driver.shot('unread');
});

test('when the app is gone, a command says so in the channel', async () => {
  await driver.openChannel('debiuty');
  await bot.stop();
  await expect.poll(() => sandbox.delivery.connections()).toBe(0);
  await driver.command('/debiuty formularz');
  await driver.message('aplikacja nie jest podłączona').waitFor();
  await driver.shot('not-connected');
});

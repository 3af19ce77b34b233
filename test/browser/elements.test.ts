import type { App } from '@slack/bolt';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CHANNELS, PEOPLE, type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { buildPage } from '../../sandbox/page/build.ts';
import { faultsOf } from './axe.ts';
import { card, figures, newer } from './elements-blocks.ts';
import { answerWithElements, elementsManifest, type Values } from './elements-bot.ts';
import { openPage, type PageDriver } from './page-driver.ts';
import { picture } from './picture.ts';
import { startBot } from './tiny-bot.ts';

const [halina] = PEOPLE.representatives;
const channel = CHANNELS.debiuty;
const submitted: Values[] = [];
const pressed: unknown[] = [];

let sandbox: Sandbox;
let app: App;
let driver: PageDriver;

beforeAll(async () => {
  sandbox = await startSandbox({ manifest: elementsManifest, pageDir: await buildPage(), pace: 50 });
  app = await startBot(sandbox, answerWithElements(submitted, pressed));
  await app.client.conversations.join({ channel });
  driver = await openPage({ url: sandbox.url, as: PEOPLE.admin });
  // From the start, because the browser takes a moment to hand its file dialogs over.
  driver.page.on('filechooser', () => undefined);
  await driver.openChannel('debiuty');
});
afterAll(async () => {
  await driver?.close();
  await app?.stop();
  await sandbox?.stop();
  expect(sandbox.violations).toEqual([]);
});

beforeEach(async () => {
  const admin = sandbox.as(PEOPLE.admin);
  while (admin.modal() !== null) await admin.close();
  await driver.page.reload();
  await composer().waitFor();
});

const press = (...keys: readonly string[]) =>
  keys.reduce<Promise<void>>((before, key) => before.then(() => driver.page.keyboard.press(key)), Promise.resolve());
const type = (text: string) => driver.page.keyboard.type(text);
/** Types a value and goes on to the next field. */
const enter = async (text: string) => {
  await type(text);
  await press('Tab');
};
/** Takes the offered line with these words, once it is offered. */
const take = async (typed: string, words: string) => {
  await type(typed);
  await driver.page.locator('[role=option].is-active').filter({ hasText: words }).waitFor();
  await press('Enter');
};
const focused = (name: string) =>
  expect.poll(() => driver.page.evaluate("document.activeElement?.textContent || ''")).toContain(name);
/** Waits until the focus is in this very field. */
const holdsFocus = (field: Locator) => field.and(driver.page.locator(':focus')).waitFor();
const widthOf = (image: Locator) => image.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth);
const composer = () => driver.page.locator('.channel .composer textarea');

test('every input is filled by keyboard alone, and the app gets what was typed', async () => {
  const { page, dialog } = driver;
  await composer().focus();
  await type('/po');
  await page.getByRole('option', { name: '/pola' }).waitFor();
  await driver.shot('elements-command');
  await press('Tab', 'Enter');
  await dialog().getByRole('heading', { name: 'Wszystkie pola' }).waitFor();
  await enter('Koło „Łąka”');
  await type('Bo tak');
  await press('Enter');
  await enter('i już');
  await enter('12.5');
  await enter('anna@przyklad.example');
  await enter('https://przyklad.example');
  await enter('9.05.2024');
  await press('ArrowDown');
  await focused('10');
  await driver.shot('elements-calendar');
  await press('ArrowRight', 'Enter', 'Tab');
  await enter('9:15');
  await enter('10.05.2024');
  await enter('10:30');
  await press('ArrowDown');
  await page.getByRole('group', { name: 'Fundacje' }).waitFor();
  await driver.shot('elements-groups');
  await press('ArrowDown', 'Enter', 'Tab');
  await take('ko', 'Koło Gospodyń');
  await press('Tab');
  await enter('celina');
  await enter('#debiuty');
  await enter('ogol');
  await take('fin', 'Finanse');
  await take('rzecz', 'Rzecznictwo');
  await page.getByText('Wybrano już największą liczbę pozycji: 2').waitFor();
  await press('Tab');
  await take('papier', 'Papierowy Most');
  await press('Tab');
  await take('bartek', 'Bartek');
  await take('dariusz', 'Dariusz');
  await press('Tab');
  await take('ogol', 'ogolne');
  await press('Tab');
  await take('debiuty', 'debiuty');
  await driver.shot('elements-chosen');
  await press('Tab', 'Space', 'Tab', 'Space', 'Tab', 'ArrowDown', 'Tab');
  const chooser = page.waitForEvent('filechooser');
  await press('Enter');
  await (await chooser).setFiles({
    name: 'plan działań.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4'),
  });
  await dialog().getByText('plan działań.pdf').waitFor();
  await press('Tab', 'Tab');
  await type('Plan ');
  await press('Control+b');
  await type('ważny');
  await press('ArrowRight', 'Enter');
  await type('- jaźń');
  await dialog().getByRole('region', { name: 'Podgląd' }).getByText('jaźń').waitFor();
  await driver.shot('elements-end');
  await press('Tab', 'Tab', 'Enter');
  await dialog().waitFor({ state: 'detached' });

  const values = submitted[0] ?? {};
  const file = { id: sandbox.world.state.files.find((one) => one.name === 'plan działań.pdf')?.id };
  const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
  expect(Object.fromEntries(Object.entries(values).map(([id, state]) => [id, state[id]]))).toEqual({
    name: { type: 'plain_text_input', value: 'Koło „Łąka”' },
    why: { type: 'plain_text_input', value: 'Bo tak\ni już' },
    cost: { type: 'number_input', value: '12.5' },
    mail: { type: 'email_text_input', value: 'anna@przyklad.example' },
    site: { type: 'url_text_input', value: 'https://przyklad.example' },
    date: { type: 'datepicker', selected_date: '2024-05-09' },
    end: { type: 'datepicker', selected_date: '2024-05-11' },
    time: { type: 'timepicker', selected_time: '09:15' },
    start: { type: 'datetimepicker', selected_date_time: Date.parse('2024-05-10T08:30:00Z') / 1000 },
    one: { type: 'static_select', selected_option: expect.objectContaining({ value: 'Fundacja Papierowy Most' }) },
    search: {
      type: 'external_select',
      selected_option: expect.objectContaining({ value: 'Koło Gospodyń z Nibylandii' }),
    },
    person: { type: 'users_select', selected_user: PEOPLE.experts[0] },
    place: { type: 'conversations_select', selected_conversation: CHANNELS.debiuty },
    room: { type: 'channels_select', selected_channel: CHANNELS.general },
    fields: {
      type: 'multi_static_select',
      selected_options: [{ value: 'Finanse' }, { value: 'Rzecznictwo' }].map((one) => expect.objectContaining(one)),
    },
    found: {
      type: 'multi_external_select',
      selected_options: [expect.objectContaining({ value: 'Fundacja Papierowy Most' })],
    },
    team: { type: 'multi_users_select', selected_users: [PEOPLE.staff, PEOPLE.experts[1]] },
    places: { type: 'multi_conversations_select', selected_conversations: [CHANNELS.general] },
    rooms: { type: 'multi_channels_select', selected_channels: [CHANNELS.debiuty] },
    consents: {
      type: 'checkboxes',
      selected_options: ['Znam regulamin', 'Chcę przypomnień'].map((value) => expect.objectContaining({ value })),
    },
    meeting: { type: 'radio_buttons', selected_option: expect.objectContaining({ value: 'Na miejscu' }) },
    files: { type: 'file_input', files: [expect.objectContaining(file)] },
    note: {
      type: 'rich_text_input',
      rich_text_value: {
        type: 'rich_text',
        elements: [
          section({ type: 'text', text: 'Plan ' }, { type: 'text', text: 'ważny', style: { bold: true } }),
          { type: 'rich_text_list', style: 'bullet', elements: [section({ type: 'text', text: 'jaźń' })] },
        ],
      },
    },
  });
});

test('what cannot be read or sent is said beside its field, for eyes and for screen readers', async () => {
  const { dialog, fill, submit } = driver;
  await driver.command('/pola');
  await fill('Data spotkania', 'pojutrze');
  await fill('Koszt', 'dużo');
  await submit();
  await dialog().getByText('Nie rozumiem daty „pojutrze”').waitFor();
  const cost = dialog().getByLabel('Koszt');
  expect(await cost.getAttribute('aria-invalid')).toBe('true');
  const told = await cost.getAttribute('aria-describedby');
  expect(await dialog().locator(`[id="${told}"]`).textContent()).toContain('Wpisz poprawną liczbę.');
  await driver.shot('elements-refused');
  await press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('three views lie one on another: an error keeps its field, Escape goes back one by one', async () => {
  const { dialog, fill, submit } = driver;
  const heading = (number: number) => dialog().getByRole('heading', { name: `krok ${number} z 3` });
  await driver.command('/kroki');
  await heading(1).waitFor();
  await fill('Nazwa organizacji', 'Fundacja Żółty Łubin');
  await submit();
  await heading(2).waitFor();
  await fill('NIP', '999');
  await fill('Miejscowość', 'Zmyślin');
  await submit();
  await dialog().getByRole('alert').getByText('NIP ma dziesięć cyfr').waitFor();
  await holdsFocus(dialog().getByLabel('NIP'));
  await driver.shot('steps-error');
  await fill('NIP', '9990000014');
  await submit();
  await heading(3).waitFor();
  await driver.shot('steps-three');
  await press('Escape');
  await heading(2).waitFor();
  expect(await dialog().getByLabel('NIP').inputValue()).toBe('9990000014');
  await press('Escape');
  await heading(1).waitFor();
  expect(await dialog().getByLabel('Nazwa organizacji').inputValue()).toBe('Fundacja Żółty Łubin');
  await press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await holdsFocus(composer());
});

test('a search shows what the app offers in its groups', async () => {
  const { page, dialog } = driver;
  await driver.command('/szukaj');
  const field = dialog().getByRole('combobox', { name: 'Organizacja' });
  await field.click();
  await page.getByText('Wpisz co najmniej 3 znaki').waitFor();
  await field.fill('fund');
  await page.getByRole('group', { name: 'Fundacje' }).getByRole('option').first().waitFor();
  expect(await page.getByRole('option').count()).toBe(2);
  await driver.shot('elements-search');
  await field.fill('nic takiego');
  await page.getByText('Brak wyników').waitFor();
  await press('Escape', 'Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('a thread says how many replied and when, marks what is new, and knows no commands', async () => {
  const { page } = driver;
  await driver.command('Kto może pojechać do Zmyślina w czwartek? @Halina');
  await press('Enter');
  await driver.message('Kto może pojechać').waitFor();
  const root = sandbox.as(PEOPLE.admin).messages('#debiuty').at(-1);
  await sandbox.as(halina).say('#debiuty', 'Ja mogę, ale dopiero po 16:00.', root?.ts);
  await sandbox.as(PEOPLE.staff).say('#debiuty', 'To jadę z Tobą :wave:', root?.ts);
  const link = driver.message('Kto może pojechać').getByRole('button', { name: '2 odpowiedzi' });
  await link.getByText('nowe: 2').waitFor();
  await page.getByRole('navigation').getByText('nieprzeczytane').first().waitFor();
  await driver.shot('thread-link');
  await link.click();
  const thread = page.getByRole('region', { name: 'Wątek' });
  await thread.getByText('Nowe', { exact: true }).waitFor();
  await thread.getByLabel('Odpowiedz w wątku').fill('/pola');
  await thread.getByLabel('Odpowiedz w wątku').press('Enter');
  await thread.getByText('poleceń nie można używać w wątku').waitFor();
  await type('Świetnie!');
  await press('Enter');
  await thread.getByText('Świetnie!').waitFor();
  await driver.shot('thread');
  await press('Escape');
  await thread.waitFor({ state: 'detached' });
  await link.getByText('nowe').waitFor({ state: 'detached' });
  await driver.message('Kto może pojechać').getByRole('button', { name: '3 odpowiedzi' }).waitFor();
});

test('files and pictures are sent with a message, shown in it and given back', async () => {
  const { page } = driver;
  const chooser = page.waitForEvent('filechooser');
  await driver.press('Dodaj plik');
  await (await chooser).setFiles([
    { name: 'wzgórza nad Zmyślinem.png', mimeType: 'image/png', buffer: picture(480, 260) },
    { name: 'budżet.csv', mimeType: 'text/csv', buffer: Buffer.from('pozycja;kwota\nsala;1200\n') },
  ]);
  await page.locator('.composer').getByText('budżet.csv').waitFor();
  await composer().fill('Zdjęcie z wizyty i budżet');
  await driver.shot('files-before');
  await press('Enter');
  const message = driver.message('Zdjęcie z wizyty i budżet');
  await message.getByRole('img', { name: 'wzgórza nad Zmyślinem.png' }).waitFor();
  const download = page.waitForEvent('download');
  await message.getByRole('link', { name: 'Pobierz: budżet.csv' }).click();
  expect((await download).suggestedFilename()).toBe('budżet.csv');
  await expect.poll(() => widthOf(message.locator('img'))).toBe(480);
  await driver.shot('files');
});

test('an app’s message shows pictures, tables and charts; its elements ask, wait and say what failed', async () => {
  const { page } = driver;
  const fileId = sandbox.world.state.files.find((one) => one.name.startsWith('wzgórza'))?.id ?? '';
  await app.client.chat.postMessage({
    channel,
    text: 'Podsumowanie',
    blocks: figures,
  });
  const posted = await app.client.chat.postMessage({ channel, text: 'Wizyta', blocks: card(fileId) });
  const timestamp = posted.ts ?? '';
  await app.client.reactions.add({ channel, timestamp, name: 'tada' });
  await app.client.pins.add({ channel, timestamp });
  await app.client.chat.update({ channel, ts: timestamp, text: 'Wizyta', blocks: card(fileId) });
  const message = driver.message('Wizyta w Zmyślinie');
  for (const mark of ['Przypięte', '(edytowano)']) await message.getByText(mark).waitFor();
  await message.getByRole('list', { name: 'Reakcje' }).getByText('1').waitFor();
  await expect.poll(() => widthOf(message.getByRole('img', { name: 'Wzgórza nad Zmyślinem' }))).toBe(480);
  await message.getByRole('button', { name: 'Więcej', exact: true }).press('Enter');
  await press('ArrowDown', 'ArrowDown');
  await driver.shot('elements-overflow');
  await press('Enter');
  await driver.press('Odwołaj');
  await driver.dialog().getByText('Organizacja dostanie').waitFor();
  await driver.shot('elements-confirm');
  await driver.press('Zostaw');
  await message.getByLabel('Dojazd').press('ArrowDown');
  await press('Enter');
  await message.getByLabel('Uwaga').fill('Będziemy na czas');
  await press('Enter');
  await expect.poll(() => pressed.length).toBe(3);
  expect(pressed).toMatchObject([
    { action_id: 'quick-more', selected_option: { value: 'Odwołaj' } },
    { action_id: 'quick-way', selected_option: { value: 'Pociąg' } },
    { action_id: 'quick-remark', value: 'Będziemy na czas' },
  ]);
  await message.getByRole('button', { name: 'Bez odpowiedzi' }).click();
  await page.locator('.button[aria-busy=true]').waitFor();
  await message.getByText('aplikacja nie odpowiedziała w ciągu 3 sekund').waitFor();
  expect(sandbox.takeViolations('unanswered_block_actions')).toHaveLength(1);
  await driver.shot('card-full');
  await driver.message('Podsumowanie').getByRole('heading', { name: 'Podsumowanie' }).scrollIntoViewIfNeeded();
  await driver.shot('figures');
});

test('what stands in newer blocks can be pressed as well', async () => {
  const fileId = sandbox.world.state.files.find((one) => one.name.startsWith('wzgórza'))?.id ?? '';
  await app.client.chat.postMessage({ channel, text: 'Nowsze bloki', blocks: newer(fileId) });
  const message = driver.message('Szczegóły wizyty');
  await message.getByText('Szczegóły wizyty').click();
  const before = pressed.length;
  for (const [index, name] of ['Pokaż trasę', 'Otwórz', 'Nieprzydatne', 'Usuń'].entries()) {
    await message.getByRole('button', { name, exact: true }).last().click();
    await expect.poll(() => pressed.length).toBe(before + index + 1);
  }
  expect(pressed.slice(before)).toMatchObject([
    { action_id: 'quick-inside' },
    { action_id: 'quick-card-2' },
    { action_id: 'quick-feedback', value: 'nie' },
    { action_id: 'quick-bin' },
  ]);
  await driver.shot('newer-blocks');
});

test('a form that gets no answer waits, says so, and can be sent again', async () => {
  const { dialog } = driver;
  await driver.command('/cisza');
  await driver.fill('Pytanie', 'Jest tam kto?');
  await press('Enter');
  await dialog().locator('button[type=submit][aria-busy=true]').waitFor();
  await driver.shot('submit-waiting');
  await dialog().getByRole('alert').getByText('nie odpowiedziała w ciągu 3 sekund').waitFor();
  await driver.shot('submit-timeout');
  expect(await dialog().getByLabel('Pytanie').inputValue()).toBe('Jest tam kto?');
  expect(sandbox.takeViolations('unanswered_view_submission')).toHaveLength(1);
});

test('shortcuts are found and run by keyboard, for the workspace and for a message', async () => {
  const { page } = driver;
  await page.getByRole('button', { name: 'Skróty' }).focus();
  await press('Enter', 'ArrowDown');
  await focused('Zgłoś organizację');
  await press('Enter');
  await expect.poll(() => pressed.at(-1)).toMatchObject({ callback_id: 'new' });
  await holdsFocus(page.getByRole('button', { name: 'Skróty' }));
  const message = driver.message('Kto może pojechać');
  await message.getByRole('button', { name: 'Więcej działań z wiadomością' }).focus();
  await press('Enter', 'ArrowUp');
  await driver.shot('message-shortcuts');
  await press('Enter');
  await expect.poll(() => pressed.at(-1)).toMatchObject({ callback_id: 'note', message_ts: expect.any(String) });
});

test.each([
  ['dark', { dark: true }],
  ['narrow', { width: 800, height: 700 }],
] as const)('the same in another look: %s', async (name, look) => {
  const other = await openPage({ url: sandbox.url, as: PEOPLE.admin, ...look });
  const clean = async () => expect(await faultsOf(other.page)).toEqual([]);
  try {
    await other.openChannel('debiuty');
    await other.message('Wizyta w Zmyślinie').waitFor();
    await other.shot(`${name}-card`);
    await other.message('Podsumowanie').scrollIntoViewIfNeeded();
    await other.shot(`${name}-figures`);
    await clean();
    await other.message('Zdjęcie z wizyty').scrollIntoViewIfNeeded();
    await other.shot(`${name}-files`);
    await other.message('Kto może pojechać').getByRole('button', { name: '3 odpowiedzi' }).click();
    await other.page.getByRole('region', { name: 'Wątek' }).getByText('Świetnie!').waitFor();
    await other.shot(`${name}-thread`);
    await clean();
    await other.page.getByRole('button', { name: 'Zamknij wątek' }).click();
    await other.command('/pola');
    await other.submit();
    await other.dialog().getByText('Wypełnij to wymagane pole.').first().waitFor();
    await other.shot(`${name}-form`);
    await other.dialog().getByLabel('Organizacja z listy').click();
    await other.page.getByRole('group', { name: 'Koła' }).waitFor();
    await other.shot(`${name}-select`);
    await clean();
    await other.dialog().getByLabel('Notatka').fill('Plan *ważny*:\n- <https://przyklad.example|łącze>');
    await other.shot(`${name}-note`);
    await clean();
    const wide = await other.page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(wide).toBe(0);
  } finally {
    await other.close();
  }
});

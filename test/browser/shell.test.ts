import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHANNELS, FOREIGN_TEAM_ID, PEOPLE, type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { buildPage } from '../../sandbox/page/build.ts';
import { seedWorld } from '../../sandbox/seed.ts';
import { blankChannel } from '../../sandbox/world/channels.ts';
import { faultsOf } from './axe.ts';
import { openPage, type PageDriver } from './page-driver.ts';
import { startTinyBot, tinyManifest } from './tiny-bot.ts';

const START = Date.parse('2023-05-04T11:15:00+02:00');
const DEADLINE = { at: Date.parse('2023-05-08T09:00:00+02:00'), label: 'Przypomnienie o sprawozdaniu' };

let sandbox: Sandbox;
let bot: Awaited<ReturnType<typeof startTinyBot>>;
let driver: PageDriver;

const seed = (now: number) => {
  const world = seedWorld(now);
  const channel = (id: string, kind: 'public' | 'private', name: string) => {
    const made = blankChannel(id, kind, name, PEOPLE.admin, Math.floor(now / 1000));
    made.members.push(PEOPLE.admin);
    world.channels.push(made);
    return made;
  };
  channel('C0STARY000', 'public', 'debiuty-2021').archived = true;
  channel('C0ZESPOL00', 'private', 'debiuty-2023-zespol').members.push(PEOPLE.staff);
  const shared = channel('C0WSPOLNY0', 'private', 'debiuty-2023-organizacja-z-zewnatrz');
  shared.sharedWith.push(FOREIGN_TEAM_ID);
  shared.members.push(PEOPLE.foreign);
  return world;
};

/** A call the app makes itself. */
const call = (method: string, args: Readonly<Record<string, string>>) =>
  fetch(`${sandbox.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.botToken}` },
    body: new URLSearchParams(args),
  });

const SCOPES = tinyManifest.oauth_config?.scopes?.bot ?? [];
const CONNECT_SCOPES = ['conversations.connect:write', 'channels:read'];

const clock = () => driver.page.getByRole('button', { name: 'Zegar piaskownicy' });
const bar = (name: string) => driver.page.getByRole('banner').getByRole('button', { name });
const panel = () => driver.page.getByRole('region', { name: 'Ruch i naruszenia' });
const person = () => driver.page.getByRole('combobox', { name: 'Działaj jako' });

beforeAll(async () => {
  sandbox = await startSandbox({
    manifest: { ...tinyManifest, oauth_config: { scopes: { bot: [...SCOPES, ...CONNECT_SCOPES] } } },
    pageDir: await buildPage(),
    pace: 20,
    seed,
    now: () => START,
    nextMoment: async () => (DEADLINE.at > sandbox.clock.now() ? DEADLINE : null),
  });
  bot = await startTinyBot(sandbox);
  driver = await openPage({ url: sandbox.url, as: PEOPLE.admin });
  await sandbox.as(PEOPLE.staff).say('#debiuty', 'Dzień dobry! Zaczynamy nabór.');
  await sandbox.as(PEOPLE.staff).say('#debiuty-2023-zespol', 'Kto poprowadzi spotkanie?');
});

afterAll(async () => {
  await driver.close();
  await bot.stop();
  await sandbox.waitFor(() => sandbox.delivery.connections() === 0);
  await sandbox.stop();
});

test('what happened while the page could not be told, or could not read, is shown afterwards', async () => {
  const { page } = driver;
  await driver.openChannel('debiuty');
  const staff = sandbox.as(PEOPLE.staff);

  const failed = page.waitForEvent('requestfailed');
  await page.route('**/sandbox/messages?*', (route) => route.abort());
  await staff.say('#debiuty', 'Tego nie udało się odczytać za pierwszym razem.');
  await failed;
  await page.unroute('**/sandbox/messages?*');
  await driver.message('Tego nie udało się odczytać').waitFor();

  const cut = page.waitForEvent('requestfailed', (request) => request.url().includes('/stream'));
  await page.route('**/sandbox/stream?*', (route) => route.abort());
  await page.reload();
  await cut;
  await driver.openChannel('debiuty');
  await driver.message('Tego nie udało się odczytać').waitFor();
  await staff.say('#debiuty', 'O tym strona nie usłyszała.');
  await page.unroute('**/sandbox/stream?*');
  await driver.message('O tym strona nie usłyszała').waitFor();
  const trouble = new Set(driver.takeTrouble());
  expect([...trouble]).toEqual(['console: Failed to load resource: net::ERR_FAILED']);
});

test('the clock tells the time in words and goes where it is sent', async () => {
  const { page } = driver;
  await driver.openChannel('debiuty');
  expect(await clock().textContent()).toMatch(/czw., 4 maja 2023, 11:1\d/);
  await clock().press('Enter');
  await page.getByText('Przypomnienie o sprawozdaniu').waitFor();
  await driver.shot('shell-clock');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await clock().getByText('pt., 5 maja').waitFor();
  expect(sandbox.clock.now()).toBe(Date.parse('2023-05-05T09:00:00+02:00'));
  for (const [step, reached] of [
    ['+1 godzina', 'pt., 5 maja'],
    ['+1 dzień', 'sob., 6 maja'],
    ['Do następnego terminu', 'pon., 8 maja'],
    ['+1 tydzień', 'pon., 15 maja'],
  ] as const) {
    await page.getByRole('button', { name: step }).click();
    await clock().getByText(reached).waitFor();
    if (step === 'Do następnego terminu') expect(sandbox.clock.now()).toBe(DEADLINE.at);
  }
  await page.getByText('nic nie jest zaplanowane').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('nic nie jest zaplanowane').waitFor({ state: 'detached' });
  expect(await clock().and(page.locator(':focus')).count()).toBe(1);
});

test('the clock plays an hour a second until it is paused or nobody looks', async () => {
  const { page } = driver;
  const play = async () => {
    const before = sandbox.clock.now();
    await clock().click();
    await page.getByRole('button', { name: 'Odtwarzaj' }).click();
    await expect.poll(() => sandbox.clock.now() - before, { timeout: 10_000 }).toBeGreaterThan(2 * 3_600_000);
    await page.keyboard.press('Escape');
  };
  await play();
  await driver.shot('shell-clock-playing');
  await bar('Zatrzymaj zegar').click();
  await bar('Zatrzymaj zegar').waitFor({ state: 'detached' });
  await play();
  await page.evaluate(`
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  `);
  await bar('Zatrzymaj zegar').waitFor({ state: 'detached' });
  await page.evaluate('delete document.hidden');
});

test('the panel lists what went to and fro, and finds the problems', async () => {
  const { page } = driver;
  await driver.command('/debiuty formularz');
  await driver.dialog().waitFor();
  await page.keyboard.press('Escape');
  await call('conversations.info', { channel: 'C0NIGDZIE0' });
  sandbox.takeViolations();
  await bar('Ruch').click();
  const rows = panel().getByRole('listitem');
  await rows.filter({ hasText: 'conversations.info' }).waitFor();
  expect(await rows.filter({ hasText: '/debiuty' }).first().textContent()).toMatch(/polecenie.*potwierdzone · \d+ ms/);
  await rows.filter({ hasText: 'views.open' }).locator('summary').click();
  await panel().getByText('"callback_id": "form"').waitFor();
  await driver.shot('shell-traffic');
  await panel().getByLabel('Tylko problemy').check();
  await rows.filter({ hasText: 'views.open' }).waitFor({ state: 'detached' });
  expect(await rows.allTextContents()).toEqual([expect.stringMatching(/conversations\.info.*(missing_scope|channel)/)]);
  await panel().getByLabel('Tylko problemy').uncheck();
  await panel().getByLabel('Filtruj').fill('polecenie');
  await rows.filter({ hasText: 'views.open' }).waitFor({ state: 'detached' });
  await rows.filter({ hasText: '/debiuty' }).first().waitFor();
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });
  expect(await bar('Ruch').and(page.locator(':focus')).count()).toBe(1);
});

test('violations are quiet while there are none, and told one by one when there are', async () => {
  expect(await bar('Naruszenia zasad Slacka: 0').textContent()).toBe('');
  await call('chat.postMessage', { channel: CHANNELS.debiuty, text: 'Ogłoszenie', parse_mode: 'full' });
  await bar('Naruszenia zasad Slacka: 1').click();
  await panel().getByText('unknown_argument').waitFor();
  await panel().getByText('chat.postMessage does not know "parse_mode"').waitFor();
  await driver.shot('shell-violations');
  await panel().getByRole('button', { name: 'Zamknij panel' }).click();
  await panel().waitFor({ state: 'detached' });
  expect(sandbox.takeViolations().map((one) => one.name)).toEqual(['unknown_argument']);
});

test('one may act as anybody, of whom the kind is said, but a deactivated account', async () => {
  const { page } = driver;
  await person().click();
  const list = page.getByRole('listbox');
  for (const group of ['Administracja', 'Pełne konta', 'Goście', 'Goście jednego kanału', 'Dezaktywowane konta'])
    await list.getByText(group, { exact: true }).waitFor();
  await driver.shot('shell-people');
  await person().fill('jednego kanału');
  expect(await list.getByRole('option').count()).toBe(1);
  await person().fill('dawny');
  await list.getByRole('option', { name: 'Paweł Dawny' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await page.title()).toContain('Alicja');
  await page.keyboard.press('Escape');
  await driver.actAs('Romana Zagraniczna');
  await page.getByRole('banner').getByText('z innej organizacji (Slack Connect)').waitFor();
  const shared = page.getByRole('navigation').getByTitle('debiuty-2023-organizacja-z-zewnatrz', { exact: true });
  await shared.getByText('Slack Connect: Organizacja Z Zewnątrz').waitFor();
  await driver.shot('shell-foreign');
  await driver.actAs('Alicja Przykładowa');
});

test('an invitation to a shared channel is shown to whoever must answer it', async () => {
  const { page } = driver;
  const cards = page.getByRole('region', { name: 'Zaproszenia Slack Connect' }).getByRole('listitem');
  const asked = await call('conversations.inviteShared', {
    channel: CHANNELS.debiuty,
    emails: 'romana@z-zewnatrz.example',
  });
  expect(await asked.json()).toMatchObject({ ok: true });
  await cards.getByRole('button', { name: 'Wycofaj' }).waitFor();
  await driver.actAs('Romana Zagraniczna');
  await cards.getByText('Zaproszenie dla Ciebie, tylko do pisania').waitFor();
  await driver.shot('shell-invited');
  await cards.getByRole('button', { name: 'Przyjmij' }).click();
  await cards.waitFor({ state: 'detached' });
  await driver.actAs('Alicja Przykładowa');
  await cards.getByText('Romana Zagraniczna (Organizacja Z Zewnątrz) chce dołączyć').waitFor();
  await driver.shot('shell-invitation');
  expect(await faultsOf(driver.page)).toEqual([]);
  await cards.getByRole('button', { name: 'Zgódź się' }).click();
  await page.getByRole('navigation').getByTitle('debiuty', { exact: true }).getByText('Slack Connect:').waitFor();
  await driver.actAs('Romana Zagraniczna');
  await driver.openChannel('debiuty');
  await driver.actAs('Alicja Przykładowa');
});

test('the sidebar tells the kinds of places apart and can be put away', async () => {
  const { page } = driver;
  const side = page.getByRole('navigation');
  await side.getByRole('region', { name: 'Zarchiwizowane' }).getByText('debiuty-2021').waitFor();
  await side.getByTitle('debiuty-2023-zespol').getByText('nieprzeczytane: ').waitFor();
  await bar('Lista kanałów').click();
  await side.waitFor({ state: 'detached' });
  await bar('Lista kanałów (nieprzeczytane: 1)').click();
  await side.waitFor();
});

test('Tab goes from the top to the side to the place, and one may skip there', async () => {
  const { page } = driver;
  await page.reload();
  await page.getByRole('navigation').waitFor();
  const next = async () => {
    await page.keyboard.press('Tab');
    return page.evaluate(
      "((at) => at.getAttribute('aria-label') || at.title || at.id || at.textContent)(document.activeElement)",
    );
  };
  expect(await next()).toBe('Przejdź do treści');
  const order = [await next(), await next(), await next(), await next(), await next(), await next(), await next()];
  expect(order).toEqual([
    'Lista kanałów',
    'act-as',
    expect.stringContaining('Zegar piaskownicy'),
    'Ruch',
    'Naruszenia zasad Slacka: 0',
    'Ciemny wygląd',
    'debiuty',
  ]);
  await page.getByRole('link', { name: 'Przejdź do treści' }).focus();
  await driver.shot('shell-skip');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('main').and(page.locator(':focus')).count()).toBe(1);
});

test('the look follows the system until one chooses, and the choice outlasts a reload', async () => {
  const { page } = driver;
  const look = () => page.evaluate('getComputedStyle(document.documentElement).colorScheme');
  await expect.poll(look).toBe('light');
  await bar('Ciemny wygląd').click();
  await expect.poll(look).toBe('dark');
  await page.reload();
  await expect.poll(look).toBe('dark');
  await bar('Ciemny wygląd').click();
  await expect.poll(look).toBe('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(look).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
});

const places: readonly (readonly [name: string, open: () => Promise<void>, leave?: () => Promise<void>])[] = [
  ['channel', async () => driver.openChannel('debiuty')],
  [
    'thread',
    async () => {
      await driver.message('Zaczynamy nabór').hover();
      await driver.message('Zaczynamy nabór').getByRole('button', { name: 'Odpowiedz w wątku' }).click();
      await driver.page.getByRole('region', { name: 'Wątek' }).waitFor();
    },
    async () => driver.page.getByRole('button', { name: 'Zamknij wątek' }).click(),
  ],
  [
    'modal',
    async () => {
      await driver.command('/debiuty formularz');
      await driver.dialog().waitFor();
      await driver.submit();
    },
    async () => {
      await driver.page.keyboard.press('Escape');
      await driver.dialog().waitFor({ state: 'detached' });
    },
  ],
  [
    'panel',
    async () => {
      await bar('Ruch').click();
      await panel().locator('summary').first().click();
    },
    async () => bar('Ruch').click(),
  ],
  [
    'clock',
    async () => {
      await clock().click();
      await driver.page.getByText('Do jutra 9:00').waitFor();
    },
    async () => driver.page.keyboard.press('Escape'),
  ],
  ['people', async () => person().click(), async () => driver.page.keyboard.press('Escape')],
  [
    'home',
    async () => {
      await driver.openHome();
      await driver.page.getByText('Dzień dobry, @Alicja').waitFor();
    },
  ],
];

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 800])
    test(`nobody is kept out: no fault found in ${colorScheme} at ${width} pixels`, async () => {
      await driver.page.emulateMedia({ colorScheme });
      await driver.page.setViewportSize({ width, height: 860 });
      const found: Record<string, readonly string[]> = {};
      for (const [name, open, leave] of places) {
        await open();
        found[name] = await faultsOf(driver.page);
        await driver.shot(`shell-${name}-${colorScheme}-${width}`);
        await leave?.();
      }
      expect(found).toEqual(Object.fromEntries(places.map(([name]) => [name, []])));
      expect(sandbox.violations).toEqual([]);
    });

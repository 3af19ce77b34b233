import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

export type PageOptions = {
  /** Address of the sandbox. */
  readonly url: string;
  /** Id of the person to act as at first. */
  readonly as: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
};

/** The sandbox's page as a person uses it: by the words on it. Every step waits until what it needs is there. */
export type PageDriver = {
  readonly page: Page;
  /** The modal on top. */
  readonly dialog: () => Locator;
  /** The newest message of the open channel, or the newest one that holds the given words. */
  readonly message: (words?: string) => Locator;
  readonly actAs: (name: string) => Promise<void>;
  /** A channel by its name without `#`. */
  readonly openChannel: (name: string) => Promise<void>;
  /** A conversation with a person; started when there is none yet. */
  readonly openDm: (name: string) => Promise<void>;
  readonly openHome: (app?: string) => Promise<void>;
  /** Types a command (or a message) in the open channel and sends it. */
  readonly command: (text: string) => Promise<void>;
  /** Presses a button, tab or menu line by its whole text: in the modal on top, or the newest one on the page. */
  readonly press: (text: string) => Promise<void>;
  readonly fill: (label: string, value: string) => Promise<void>;
  /** Chooses in any select, among radio buttons or checkboxes; for several, one call each. */
  readonly choose: (label: string, option: string) => Promise<void>;
  /** Sends the modal on top and waits for the app's answer. */
  readonly submit: () => Promise<void>;
  /** Closes the modal on top, when there is one. */
  readonly putAway: () => Promise<void>;
  /** A picture in `test/browser/screenshots/<name>.png`. */
  readonly shot: (name: string) => Promise<void>;
  /** Gives the errors there were so far, which a test has brought about itself: `close` does not complain of them. */
  readonly takeTrouble: () => readonly string[];
  /** Ends the browser. @throws when the page had an error or asked for anything outside the sandbox. */
  readonly close: () => Promise<void>;
};

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const TOP_DIALOG = '.dialog-back:not([hidden]) > [role=dialog]';
const SHOTS = join(import.meta.dirname, 'screenshots');

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: FLAGS,
    // Without a locale of its own the browser cannot write Polish letters in the names of downloaded files.
    env: { ...process.env, LANG: 'C.UTF-8' },
  });

/** Errors of the page and requests that would need the internet; both make `close` fail. */
function watch(page: Page, url: string): string[] {
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(`page error: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error') trouble.push(`console: ${line.text()}`);
  });
  page.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(url) && !asked.startsWith('data:')) trouble.push(`asked for ${asked}`);
  });
  return trouble;
}

async function pickFromList(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await field.fill(option);
  const list = page.getByRole('listbox');
  const exact = list.getByRole('option').filter({ has: page.getByText(option, { exact: true }) });
  const some = list.getByRole('option', { name: option });
  await some.first().waitFor();
  await ((await exact.count()) > 0 ? exact.first() : some.first()).click();
  if (await list.isVisible()) await field.press('Escape');
}

function navigation(page: Page) {
  const side = page.getByRole('navigation');
  const row = (name: string) => side.getByTitle(name, { exact: true });
  return {
    actAs: async (name: string) => {
      await pickFromList(page, page.getByRole('combobox', { name: 'Działaj jako' }), name);
      await page.waitForFunction(`document.title.includes(${JSON.stringify(` · ${name} · `)})`);
    },
    openChannel: async (name: string) => {
      await row(name).click();
      await page.getByRole('heading', { name }).first().waitFor();
    },
    openDm: async (name: string) => {
      if ((await row(name).count()) > 0) return row(name).click();
      await side.getByRole('button', { name: 'Nowa wiadomość bezpośrednia' }).click();
      await page.getByRole('menuitem', { name }).click();
      await page.getByLabel(`Napisz do: ${name}`).waitFor();
    },
    openHome: async (app = 'Debiuty') => {
      await row(app).click();
      await page.getByRole('tab', { name: 'Strona główna' }).click();
      await page.getByRole('tabpanel').waitFor();
    },
  };
}

function forms(page: Page, dialog: () => Locator) {
  const field = (place: Locator, label: string) =>
    place.getByLabel(label).and(place.locator('input, textarea')).first();
  // Found anew on every try, so that a modal that is still opening is waited for.
  const place = page.locator(`${TOP_DIALOG}, body:not(:has(${TOP_DIALOG})) .desk`).last();
  return {
    press: async (text: string) => {
      const named = { name: text, exact: true };
      const tabs = place.getByRole('tab', named).or(place.getByRole('menuitem', named));
      await place.getByRole('button', named).or(tabs).last().click();
    },
    fill: async (label: string, value: string) => {
      await field(place, label).fill(value);
    },
    choose: async (label: string, option: string) => {
      const box = place.getByRole('group', { name: label }).getByLabel(option);
      await box.or(field(place, label)).first().waitFor();
      if ((await box.count()) > 0) return box.first().check();
      return pickFromList(page, field(place, label), option);
    },
    submit: async () => {
      const form = await dialog().elementHandle();
      await dialog().locator('button[type=submit]').click();
      await page.waitForFunction(
        (box) => !box?.isConnected || box.querySelector('form[aria-busy=true]') === null,
        form,
      );
    },
  };
}

/** Opens the sandbox's page in a headless Chromium of its own. */
export async function openPage(options: PageOptions): Promise<PageDriver> {
  const { url, as, width = 1280, height = 860, dark = false } = options;
  const browser = await launch();
  const look = { viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', locale: 'pl-PL' } as const;
  const page = await (await browser.newContext(look)).newPage();
  page.setDefaultTimeout(10_000);
  const trouble = watch(page, url);
  await page.goto(`${url}/?as=${as}`);
  const started = page.getByRole('navigation').waitFor();
  await started.catch(() => Promise.reject(new Error(`The page did not start. ${trouble.join('\n')}`)));
  const dialog = () => page.locator(TOP_DIALOG).last();
  const messages = page.locator('.channel .message');
  return {
    page,
    dialog,
    message: (words) => (words === undefined ? messages : messages.filter({ hasText: words })).last(),
    ...navigation(page),
    ...forms(page, dialog),
    command: async (text) => {
      const composer = page.locator('.channel .composer textarea');
      await composer.fill(text);
      await composer.press('Enter');
    },
    putAway: async () => {
      if ((await dialog().count()) === 0) return;
      const close = dialog().getByRole('button', { name: /^(Zamknij|Anuluj)$/ });
      await close.last().click();
      await dialog().waitFor({ state: 'detached' });
    },
    shot: async (name) => {
      await mkdir(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${name}.png`) });
    },
    takeTrouble: () => trouble.splice(0),
    close: async () => {
      await browser.close();
      if (trouble.length > 0) throw new Error(trouble.join('\n'));
    },
  };
}

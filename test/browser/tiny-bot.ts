import { App, SocketModeReceiver } from '@slack/bolt';
import type { InputBlock, ModalView, PlainTextElement } from '@slack/types';
import type { Manifest } from '../../sandbox/manifest.ts';

/** What the tiny app may do; small on purpose. */
export const tinyManifest: Manifest = {
  display_information: { name: 'Debiuty' },
  features: {
    bot_user: { display_name: 'Debiuty' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [
      { command: '/debiuty', description: 'Otwiera formularz ze wszystkimi polami', usage_hint: '[formularz]' },
    ],
    shortcuts: [
      { name: 'Zgłoś organizację', callback_id: 'new', type: 'global', description: 'Otwiera formularz' },
      { name: 'Zapisz w dzienniku', callback_id: 'note', type: 'message', description: 'Zapamiętuje wiadomość' },
    ],
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write', 'chat:write.public', 'im:write'] } },
  settings: {
    event_subscriptions: { bot_events: ['app_home_opened'] },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
};

export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text });
export const option = (text: string) => ({ text: plain(text), value: text });

/** An input whose block and element have one name. */
export const input = (
  name: string,
  label: string,
  element: InputBlock['element'],
  more: Partial<InputBlock> = {},
): InputBlock => ({
  type: 'input',
  block_id: name,
  label: plain(label),
  element: { ...element, action_id: name },
  ...more,
});

const choices: readonly InputBlock[] = [
  input('register', 'Rejestr', { type: 'static_select', options: ['KRS', 'Ewidencja starosty'].map(option) }),
  input('organisation', 'Szukaj organizacji', {
    type: 'external_select',
    min_query_length: 2,
    placeholder: plain('Wpisz dwie litery'),
  }),
  input('expert', 'Ekspert', { type: 'users_select' }),
  input('committee', 'Komisja', { type: 'multi_users_select', max_selected_items: 3 }, { optional: true }),
  input('channel', 'Kanał', { type: 'conversations_select' }),
  input('fields', 'Dziedziny', {
    type: 'multi_static_select',
    options: ['Finanse', 'Łączność', 'Rzecznictwo'].map(option),
  }),
  input('meeting', 'Sposób spotkania', { type: 'radio_buttons', options: ['Zdalnie', 'Na miejscu'].map(option) }),
  input('consents', 'Zgody', { type: 'checkboxes', options: ['Znam regulamin', 'Chcę przypomnień'].map(option) }),
];

const texts: readonly InputBlock[] = [
  input(
    'name',
    'Pełna nazwa',
    { type: 'plain_text_input', min_length: 3, max_length: 60 },
    { hint: plain('Tak jak w rejestrze') },
  ),
  input('why', 'Dlaczego chcecie wziąć udział?', { type: 'plain_text_input', multiline: true, max_length: 3000 }),
  input('people', 'Liczba osób', { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '30' }),
  input('mail', 'Adres e-mail', { type: 'email_text_input' }),
  input('site', 'Strona', { type: 'url_text_input' }, { optional: true }),
  input('date', 'Data spotkania', { type: 'datepicker' }),
  input('time', 'Godzina spotkania', { type: 'timepicker' }),
  input('start', 'Początek warsztatu', { type: 'datetimepicker' }),
];

const form: ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: plain('Zgłoś organizację'),
  submit: plain('Wyślij zgłoszenie'),
  close: plain('Anuluj'),
  blocks: [...texts, ...choices],
};

/** A short form whose button lays another one on top; sent, that one adds a line to the one below. */
const short = (line: string): ModalView => ({
  ...form,
  callback_id: 'short',
  blocks: [
    input('name', 'Pełna nazwa', { type: 'plain_text_input' }),
    { type: 'section', block_id: 'people', text: { type: 'mrkdwn', text: line } },
    { type: 'actions', block_id: 'more', elements: [{ type: 'button', action_id: 'add', text: plain('Dodaj osobę') }] },
  ],
});

const person: ModalView = {
  ...form,
  callback_id: 'person',
  title: plain('Druga osoba'),
  submit: plain('Dodaj'),
  blocks: [input('who', 'Imię i nazwisko', { type: 'plain_text_input' })],
};

const card = (name: string, state: string) => [
  { type: 'header' as const, text: plain(name) },
  {
    type: 'section' as const,
    fields: [
      { type: 'mrkdwn' as const, text: `*Stan*\n${state}` },
      { type: 'mrkdwn' as const, text: '*Ekspert*\njeszcze nieprzydzielony' },
    ],
  },
  {
    type: 'actions' as const,
    block_id: 'card',
    elements: [
      { type: 'button' as const, action_id: 'accept', style: 'primary' as const, text: plain('Przyjmij zgłoszenie') },
    ],
  },
];

type Submitted = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function answer(app: App, submitted: Submitted[]): void {
  app.command('/debiuty', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: form });
  });
  app.options('organisation', async ({ ack, payload }) => {
    const all = ['Fundacja Żółty Łubin', 'Koło Gospodyń z Nibylandii', 'Stowarzyszenie Łąka'];
    await ack({ options: all.filter((name) => name.toLowerCase().includes(payload.value.toLowerCase())).map(option) });
  });
  app.view('form', async ({ ack, client, body, view }) => {
    const name = view.state.values['name']?.['name']?.value ?? '';
    if (name.startsWith('Zła'))
      return ack({ response_action: 'errors', errors: { name: 'Takiej organizacji nie ma w rejestrze.' } });
    await ack();
    submitted.push(view.state.values as unknown as Submitted);
    await client.chat.postMessage({
      channel: body.user.id,
      text: `Zgłoszenie: ${name}`,
      blocks: card(name, ':hourglass_flowing_sand: czeka na decyzję'),
    });
  });
  app.action('accept', async ({ ack, respond, body }) => {
    await ack();
    const name = body.type === 'block_actions' ? (body.message?.text ?? '').replace('Zgłoszenie: ', '') : '';
    await respond({
      replace_original: true,
      text: `Zgłoszenie: ${name}`,
      blocks: card(name, ':white_check_mark: przyjęte').slice(0, 2),
    });
  });
  app.shortcut('new', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: short('Nikogo jeszcze nie ma') });
  });
  app.action('add', async ({ ack, client, body }) => {
    await ack();
    if (body.type === 'block_actions') await client.views.push({ trigger_id: body.trigger_id, view: person });
  });
  app.view('person', async ({ ack, client, view }) => {
    await ack();
    const name = view.state.values['who']?.['who']?.value ?? '';
    await client.views.update({ view_id: view.previous_view_id ?? '', view: short(`Dodano: ${name}`) });
  });
  app.event('app_home_opened', async ({ client, event }) => {
    if (event.tab !== 'home') return;
    const text = { type: 'mrkdwn' as const, text: `Dzień dobry, <@${event.user}>!` };
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'section', text }] } });
  });
}

type Where = { readonly apiUrl: string; readonly appToken: string; readonly botToken: string };

/** An app in the sandbox that answers as `prepare` says. */
export async function startBot(sandbox: Where, prepare: (app: App) => void) {
  const receiver = new SocketModeReceiver({
    appToken: sandbox.appToken,
    installerOptions: { clientOptions: { slackApiUrl: sandbox.apiUrl } },
  });
  const app = new App({
    token: sandbox.botToken,
    receiver,
    clientOptions: {
      slackApiUrl: sandbox.apiUrl,
      timeout: 10_000,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  });
  prepare(app);
  await app.start();
  return app;
}

/** A bot of one command: a form with every kind of field, an answer with a button, a Home tab. */
export async function startTinyBot(sandbox: Where) {
  const submitted: Submitted[] = [];
  const app = await startBot(sandbox, (one) => answer(one, submitted));
  return { submitted, stop: () => app.stop() };
}

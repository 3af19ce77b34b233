import type { App } from '@slack/bolt';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Manifest } from '../../sandbox/manifest.ts';
import { input, option, plain, tinyManifest } from './tiny-bot.ts';

const commands = ['/pola', '/kroki', '/szukaj', '/cisza'].map((command) => ({
  command,
  description: `Próba: ${command}`,
  usage_hint: '[słowa]',
}));

/** May do what pictures, files, pins and reactions need. */
export const elementsManifest: Manifest = {
  ...tinyManifest,
  features: { ...tinyManifest.features, slash_commands: commands },
  oauth_config: {
    scopes: {
      bot: [
        ...['commands', 'chat:write', 'chat:write.public', 'im:write', 'files:read', 'files:write'],
        ...['reactions:write', 'pins:write', 'channels:join'],
      ],
    },
  },
};

const group = (label: string, ...names: readonly string[]) => ({ label: plain(label), options: names.map(option) });
const organisations = [
  group('Fundacje', 'Fundacja Żółty Łubin', 'Fundacja Papierowy Most'),
  group('Koła', 'Koło Gospodyń z Nibylandii', 'Koło Fotograficzne „Zmyślona Klatka”'),
];

const typed: readonly InputBlock[] = [
  input(
    'name',
    'Pełna nazwa',
    { type: 'plain_text_input', min_length: 3, max_length: 60, focus_on_load: true },
    { hint: plain('Tak jak w rejestrze') },
  ),
  input('why', 'Dlaczego?', { type: 'plain_text_input', multiline: true, max_length: 500 }),
  input('cost', 'Koszt', { type: 'number_input', is_decimal_allowed: true, min_value: '1', max_value: '6000' }),
  input('mail', 'Adres e-mail', { type: 'email_text_input' }),
  input('site', 'Strona', { type: 'url_text_input' }),
  input('date', 'Data spotkania', { type: 'datepicker' }),
  input('end', 'Data zakończenia', { type: 'datepicker', initial_date: '2024-05-10' }),
  input('time', 'Godzina spotkania', { type: 'timepicker' }),
  input('start', 'Początek warsztatu', { type: 'datetimepicker' }),
];
const chosen: readonly InputBlock[] = [
  input('one', 'Organizacja z listy', { type: 'static_select', option_groups: organisations }),
  input('search', 'Szukaj organizacji', { type: 'external_select', min_query_length: 2 }),
  input('person', 'Ekspert', { type: 'users_select' }),
  input('place', 'Rozmowa', { type: 'conversations_select' }),
  input('room', 'Kanał', { type: 'channels_select' }),
  input('fields', 'Dziedziny', {
    type: 'multi_static_select',
    options: ['Finanse', 'Łączność', 'Rzecznictwo'].map(option),
    max_selected_items: 2,
  }),
  input('found', 'Partnerzy', { type: 'multi_external_select', min_query_length: 2 }),
  input('team', 'Komisja', { type: 'multi_users_select' }),
  input('places', 'Rozmowy', { type: 'multi_conversations_select' }),
  input('rooms', 'Kanały', { type: 'multi_channels_select' }),
  input('consents', 'Zgody', { type: 'checkboxes', options: ['Znam regulamin', 'Chcę przypomnień'].map(option) }),
  input('meeting', 'Sposób spotkania', { type: 'radio_buttons', options: ['Zdalnie', 'Na miejscu'].map(option) }),
  input('files', 'Załączniki', { type: 'file_input', max_files: 2, filetypes: ['pdf', 'png'] }),
  input('note', 'Notatka', { type: 'rich_text_input' }),
];

const modal = (callback_id: string, title: string, blocks: readonly KnownBlock[], submit: string): ModalView => ({
  type: 'modal',
  callback_id,
  title: plain(title),
  submit: plain(submit),
  close: plain('Anuluj'),
  blocks: [...blocks],
});
const step = (number: 1 | 2 | 3, blocks: readonly KnownBlock[]) =>
  modal(`step-${number}`, `Zgłoszenie, krok ${number} z 3`, blocks, number === 3 ? 'Wyślij' : 'Dalej');

const steps = {
  1: step(1, [input('org', 'Nazwa organizacji', { type: 'plain_text_input' })]),
  2: step(2, [
    input('nip', 'NIP', { type: 'plain_text_input' }, { hint: plain('Dziesięć cyfr') }),
    input('town', 'Miejscowość', { type: 'plain_text_input' }),
  ]),
  3: step(3, [
    { type: 'section', text: { type: 'mrkdwn', text: '*Sprawdź*, zanim wyślesz. Potem można jeszcze zmienić.' } },
    input('sure', 'Oświadczenie', { type: 'checkboxes', options: [option('Dane są prawdziwe')] }),
  ]),
};

const silence = modal(
  'silence',
  'Bez odpowiedzi',
  [
    { type: 'alert', text: plain('Tu nikt nie odpowiada.'), level: 'warning' },
    input('ask', 'Pytanie', { type: 'plain_text_input' }),
  ],
  'Wyślij',
);

export type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Opens `/pola` (every field), `/kroki` (three views one on another), `/szukaj` (a search), `/cisza` (never answered); remembers what is sent. */
export const answerWithElements = (submitted: Values[], pressed: unknown[]) => (app: App) => {
  const open = (command: string, view: ModalView) =>
    app.command(command, async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
  open('/pola', modal('fields', 'Wszystkie pola', [...typed, ...chosen], 'Wyślij'));
  open('/kroki', steps[1]);
  open('/szukaj', modal('search', 'Szukaj', [input('search', 'Organizacja', { type: 'external_select' })], 'Wybierz'));
  open('/cisza', silence);
  app.options(/./, async ({ ack, payload }) => {
    const asked = payload.value.toLowerCase();
    const groups = organisations.map(({ label, options }) => ({
      label,
      options: options.filter((one) => one.value.toLowerCase().includes(asked)),
    }));
    await ack({ option_groups: groups.filter((one) => one.options.length > 0) });
  });
  app.view('step-1', async ({ ack }) => ack({ response_action: 'push', view: steps[2] }));
  app.view('step-2', async ({ ack, view }) => {
    const nip = view.state.values['nip']?.['nip']?.value ?? '';
    if (/^\d{10}$/.test(nip)) return ack({ response_action: 'push', view: steps[3] });
    return ack({ response_action: 'errors', errors: { nip: 'NIP ma dziesięć cyfr, a tu jest inaczej.' } });
  });
  app.view('step-3', async ({ ack }) => ack({ response_action: 'clear' }));
  app.view(/fields|search/, async ({ ack, view }) => {
    await ack();
    submitted.push(view.state.values as unknown as Values);
  });
  app.shortcut(/./, async ({ ack, payload }) => {
    await ack();
    pressed.push(payload);
  });
  app.action(/^quick/, async ({ ack, payload }) => {
    await ack();
    pressed.push(payload);
  });
};

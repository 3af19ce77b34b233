import type { DataTableBlock, KnownBlock } from '@slack/types';
import { input } from './tiny-bot.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const long = 'Konstantynopolitańczykowianeczka'.repeat(6);

/** A message with a picture in every place it can stand, and an element of every kind that stands in messages. */
export const card = (fileId: string): KnownBlock[] => [
  { type: 'header', text: plain('Wizyta w Zmyślinie :sunny:') },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: `*Gdzie:* <https://przyklad.example|świetlica> w _Zmyślinie_\n> Proszę o ciepłe buty.\n${long}`,
    },
    accessory: { type: 'image', slack_file: { id: fileId }, alt_text: 'Wzgórza' },
  },
  {
    type: 'image',
    slack_file: { id: fileId },
    alt_text: 'Wzgórza nad Zmyślinem',
    title: plain('Widok ze świetlicy'),
  },
  {
    type: 'context',
    elements: [
      { type: 'image', slack_file: { id: fileId }, alt_text: 'Wzgórza' },
      { type: 'mrkdwn', text: 'zdjęcie: Halina Próbna' },
    ],
  },
  { type: 'divider' },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: 'Ocena przed wysłaniem' },
    accessory: {
      type: 'overflow',
      action_id: 'quick-more',
      options: ['Zmień termin', 'Odwołaj'].map((text) => ({ text: { type: 'plain_text', text }, value: text })),
    },
  },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'quick-yes', text: plain('Zatwierdź'), style: 'primary' },
      {
        type: 'button',
        action_id: 'quick-no',
        text: plain('Odwołaj'),
        style: 'danger',
        confirm: {
          title: plain('Odwołać wizytę?'),
          text: { type: 'mrkdwn', text: 'Organizacja dostanie *wiadomość*.' },
          confirm: plain('Odwołaj'),
          deny: plain('Zostaw'),
        },
      },
      { type: 'datepicker', action_id: 'quick-day', placeholder: plain('Inny dzień') },
      {
        type: 'static_select',
        action_id: 'quick-way',
        placeholder: plain('Dojazd'),
        options: ['Pociąg', 'Auto'].map((text) => ({ text: { type: 'plain_text', text }, value: text })),
      },
      { type: 'button', action_id: 'slow', text: plain('Bez odpowiedzi') },
    ],
  },
  input(
    'quick-remark',
    'Uwaga',
    { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } },
    { optional: true, dispatch_action: true },
  ),
];

const rows: DataTableBlock['rows'] = [
  [
    { type: 'raw_text', text: 'Pozycja' },
    { type: 'raw_text', text: 'Kwota' },
  ],
];
for (const [index, text] of ['Sala', 'Dojazd', 'Druk', 'Poczęstunek', 'Tłumacz migowy'].entries())
  rows.push([
    { type: 'raw_text', text },
    { type: 'raw_number', value: 120 * (index + 1), text: `${120 * (index + 1)} zł` },
  ]);

const texts: KnownBlock[] = [
  { type: 'markdown', text: '## Podsumowanie\n\n- **dwie** wizyty\n- jedno `spotkanie`\n\n1. raz\n2. dwa' },
  { type: 'data_table', caption: 'Wydatki w złotych', page_size: 3, rows },
];
const charts = ['bar', 'pie'].map((kind) => ({
  type: 'data_visualization',
  title: kind === 'bar' ? 'Zgłoszenia w maju' : 'Województwa',
  chart:
    kind === 'bar'
      ? {
          type: 'bar',
          series: [
            {
              name: 'Zgłoszenia',
              data: ['1 maja', '2 maja', '3 maja'].map((label, index) => ({ label, value: 3 + index * 2 })),
            },
          ],
          axis_config: { categories: ['1 maja', '2 maja', '3 maja'] },
        }
      : {
          type: 'pie',
          segments: [
            { label: 'lubelskie', value: 7 },
            { label: 'łódzkie', value: 5 },
            { label: 'śląskie', value: 3 },
          ],
        },
}));

/** Mark-down, a table with pages and two charts. The last have no type in Slack's own package yet. */
export const figures = [...texts, ...(charts as unknown as KnownBlock[])];

const button = (action_id: string, text: string) => ({ type: 'button' as const, action_id, text: plain(text) });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });

/** The blocks of 2026 that hold something to press, and those that only show. */
export const newer = (fileId: string): KnownBlock[] => [
  {
    type: 'container',
    title: plain('Szczegóły wizyty'),
    subtitle: plain('zwinięte na początku'),
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [
      { type: 'section', text: mrkdwn('Dojazd z *Lublina*'), accessory: button('quick-inside', 'Pokaż trasę') },
    ],
  },
  {
    type: 'carousel',
    elements: ['Fundacja Papierowy Most', 'Fundacja Żółty Łubin', 'Koło Gospodyń z Nibylandii'].map((name, index) => ({
      type: 'card',
      hero_image: { type: 'image', slack_file: { id: fileId }, alt_text: 'Wzgórza' },
      title: mrkdwn(`*${name}*`),
      subtitle: mrkdwn('województwo lubelskie'),
      body: mrkdwn('Pierwsze spotkanie z mieszkankami i mieszkańcami.'),
      actions: [button(`quick-card-${index}`, 'Otwórz')],
    })),
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'quick-feedback',
        positive_button: { text: plain('Przydatne'), value: 'tak' },
        negative_button: { text: plain('Nieprzydatne'), value: 'nie' },
      },
      { type: 'icon_button', action_id: 'quick-bin', icon: 'trash', text: plain('Usuń') },
    ],
  },
];

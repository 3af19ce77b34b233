import type { App } from '@slack/bolt';
import { nameModal, type Rig } from '../support.ts';
import { without } from './everything.ts';
import { type BotSlip, button, channel, halina, option, plain, section, swallow, times } from './slip.ts';

/** What the late bot waits for, until the person who types lets it go. */
const gate = { release: (): void => {} };

const BOTH = ['socket', 'http'] as const;
/** Long enough for an honest answer on a busy machine, and no longer than a test may wait for one that never comes. */
const SOON = { ackLimitMs: 1_000 };

const card = { channel, text: 'Karta', blocks: [{ type: 'actions', elements: [button('go')] }] as never };
const clicks = async ({ app, sandbox }: Rig): Promise<unknown> => {
  await app.client.chat.postMessage(card);
  return sandbox.as(halina).click('Dalej').catch(String);
};
const types = ({ sandbox }: Rig): Promise<unknown> => sandbox.as(halina).slash('#debiuty', '/probe').catch(String);

/** Opens a modal for whoever types the command. */
const opensForm = (app: App, view: object = nameModal('first')): void =>
  app.command('/probe', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: view as never });
  });
const submits = async (rig: Rig): Promise<unknown> => {
  await types(rig);
  await rig.sandbox.as(halina).fill({ 'Nazwa organizacji': 'Ogród' });
  return rig.sandbox.as(halina).submit().catch(String);
};
const answers = (breaks: string, slip: string, answer: object): BotSlip => ({
  slip,
  breaks,
  over: BOTH,
  bot: (app) => {
    opensForm(app);
    app.view('first', async ({ ack }) => ack(answer as never));
  },
  person: submits,
});
const external = nameModal('first', {
  blocks: [
    {
      type: 'input',
      block_id: 'b',
      label: plain('Wybór'),
      element: { type: 'external_select', action_id: 'ask', min_query_length: 0 },
    },
  ],
});
const asks = async (rig: Rig): Promise<unknown> => {
  await types(rig);
  return rig.sandbox.as(halina).suggestions('Wybór', 'a').catch(String);
};

/** Answers to what people do (Slack contract 5.1, 5.2). */
export const ANSWER_SLIPS: readonly BotSlip[] = [
  {
    slip: 'acknowledges a command when it is too late',
    breaks: 'late_ack',
    along: ['unanswered_command'],
    over: BOTH,
    options: SOON,
    bot: (app) => {
      const held = new Promise<void>((resolve) => {
        gate.release = resolve;
      });
      app.command('/probe', async ({ ack }) => {
        await held;
        await ack();
      });
    },
    person: async (rig) => {
      await rig.sandbox.as(halina).act({ do: 'slash', channel, command: '/probe', text: '' });
      gate.release();
      await rig.sandbox.waitFor(() => rig.sandbox.violations.some((one) => one.name === 'late_ack'));
    },
  },
  {
    slip: 'never acknowledges a command',
    breaks: 'unanswered_command',
    over: BOTH,
    options: SOON,
    bot: (app) => app.command('/probe', async () => {}),
    person: types,
  },
  {
    slip: 'has nobody for its button',
    breaks: 'unanswered_block_actions',
    over: BOTH,
    options: SOON,
    bot: () => {},
    person: clicks,
  },
  {
    slip: 'has nobody for its form',
    breaks: 'unanswered_view_submission',
    over: BOTH,
    options: SOON,
    bot: (app) => opensForm(app),
    person: submits,
  },
  {
    slip: 'does not answer a search',
    breaks: 'unanswered_block_suggestion',
    over: BOTH,
    options: SOON,
    bot: (app) => opensForm(app, external),
    person: asks,
  },
  {
    slip: 'has nobody for its shortcut',
    breaks: 'unanswered_shortcut',
    over: BOTH,
    options: SOON,
    bot: () => {},
    person: ({ sandbox }) => sandbox.as(halina).shortcut('Zgłoś organizację').catch(String),
  },
  {
    slip: 'speaks where nobody listens',
    breaks: 'ack_body_ignored',
    over: BOTH,
    bot: (app) => app.action('go', async ({ ack }) => ack({ text: 'Gotowe' } as never)),
    person: clicks,
  },
  {
    slip: 'answers a search with 101 options',
    breaks: 'too_many_options',
    over: BOTH,
    bot: (app) => {
      opensForm(app, external);
      app.options('ask', async ({ ack }) => ack({ options: [...times(101, (index) => option(`${index}`))] }));
    },
    person: asks,
  },
  answers('errors_for_unknown_block', 'finds fault with a field that is not there', {
    response_action: 'errors',
    errors: { nikt: 'Źle' },
  }),
  answers('error_without_text', 'finds fault without a word', { response_action: 'errors', errors: { name: '' } }),
  answers('empty_errors', 'finds fault with nothing', { response_action: 'errors', errors: {} }),
  answers('invalid_response_action', 'answers with an act that does not exist', { response_action: 'dalej' }),
  answers('invalid_view_in_response', 'answers with a form that Slack refuses', {
    response_action: 'update',
    view: { ...nameModal('first'), title: plain('a'.repeat(25)) },
  }),
  {
    slip: 'finds fault with a text',
    breaks: 'errors_for_no_input',
    bot: (app) => {
      opensForm(
        app,
        nameModal('first', { blocks: [section('a', { block_id: 'text' }), ...nameModal('first').blocks] }),
      );
      app.view('first', async ({ ack }) => ack({ response_action: 'errors', errors: { text: 'Źle' } }));
    },
    person: submits,
  },
  {
    slip: 'stacks four modals',
    breaks: 'push_limit_reached',
    over: BOTH,
    bot: (app) => {
      opensForm(app);
      app.view('first', async ({ ack }) => ack({ response_action: 'push', view: nameModal('first') }));
    },
    person: async (rig) => {
      await types(rig);
      for (const _level of [1, 2, 3]) {
        await rig.sandbox.as(halina).fill({ 'Nazwa organizacji': 'a' });
        await rig.sandbox.as(halina).submit().catch(String);
      }
    },
  },
];

/** Grants and rates (Slack contract 5.8, 5.9). */
export const GRANT_SLIPS: readonly BotSlip[] = [
  {
    slip: 'calls without the scope for it',
    breaks: 'missing_scope',
    options: { manifest: without('users:read.email') },
    bot: () => {},
    person: ({ app }) => app.client.users.lookupByEmail({ email: 'bartek@przyklad.example' }).catch(swallow),
  },
  {
    slip: 'publishes Home where it is switched off',
    breaks: 'not_enabled',
    options: { manifest: { ...without(''), features: { app_home: { home_tab_enabled: false } } } },
    bot: () => {},
    person: ({ app }) =>
      app.client.views
        .publish({ user_id: halina, view: { type: 'home', blocks: [section('a')] as never } })
        .catch(swallow),
  },
  {
    slip: 'calls on while it was told to wait',
    breaks: 'rate_limit_ignored',
    options: { pace: 1 },
    bot: () => {},
    person: async ({ app, sandbox }) => {
      const post = () => app.client.chat.postMessage({ channel, text: 'a' }).catch(swallow);
      for (let call = 0; call < 4; call += 1) await post();
      sandbox.clock.advance(400);
      await post();
    },
  },
];

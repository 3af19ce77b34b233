import { WebClient } from '@slack/web-api';
import { nameModal, QUIET } from '../support.ts';
import { type CallSlip, channel, type Hands, plain, section, times } from './slip.ts';

const as = ({ sandbox }: Hands, token: string): WebClient =>
  new WebClient(token, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: QUIET,
  });

/** Who calls what with which arguments (Slack contract 5.9, 5.13). */
export const API_SLIPS: readonly CallSlip[] = [
  { slip: 'calls without a token', breaks: 'not_authed', does: (hands) => as(hands, '').auth.test() },
  { slip: 'calls with a made-up token', breaks: 'invalid_auth', does: (hands) => as(hands, 'xoxb-inny').auth.test() },
  {
    slip: 'calls with the token for sockets',
    breaks: 'not_allowed_token_type',
    does: (hands) => as(hands, hands.sandbox.appToken).auth.test(),
  },
  {
    slip: 'calls a method that does not exist',
    breaks: 'unknown_method',
    does: ({ client }) => client.apiCall('chat.shout'),
  },
  {
    slip: 'misspells an argument',
    breaks: 'unknown_argument',
    does: ({ client }) => client.apiCall('chat.postMessage', { channel, text: 'a', thread: '1.1' }),
  },
  { slip: 'forgets an argument', breaks: 'missing_argument', does: ({ client }) => client.apiCall('users.info', {}) },
  {
    slip: 'sends blocks that are no JSON',
    breaks: 'invalid_argument',
    does: ({ client }) => client.apiCall('chat.postMessage', { channel, text: 'a', blocks: '[{' }),
  },
];

const open = (
  breaks: string,
  slip: string,
  extra: object,
  change: (view: object) => object = (view) => view,
): CallSlip => ({
  slip,
  breaks,
  does: ({ client, trigger_id }) =>
    client.views.open({ trigger_id, view: change({ ...nameModal('first'), ...extra }) as never }),
});
const without = (field: string) => (view: object) =>
  Object.fromEntries(Object.entries(view).filter(([name]) => name !== field));
const focused = (block_id: string) => ({
  type: 'input',
  block_id,
  label: plain('Pole'),
  element: { type: 'plain_text_input', action_id: 'x', focus_on_load: true },
});

/** Rules of views and triggers (Slack contract 5.1, 5.2). */
export const VIEW_SLIPS: readonly CallSlip[] = [
  open('title_too_long', 'opens a modal with a title of 25 characters', { title: plain('a'.repeat(25)) }),
  open('submit_too_long', 'opens a modal with a button of 25 characters', { submit: plain('a'.repeat(25)) }),
  open('missing_title', 'opens a modal without a title', {}, without('title')),
  open('missing_submit', 'opens a form without a button', {}, without('submit')),
  open('too_few_blocks', 'opens an empty modal', { blocks: [] }),
  open('two_elements_focused', 'asks for the focus twice', { blocks: [focused('a'), focused('b')] }),
  open('private_metadata_too_long', 'keeps 3001 characters of metadata', { private_metadata: 'a'.repeat(3_001) }),
  open('callback_id_too_long', 'names a view with 256 characters', { callback_id: 'a'.repeat(256) }),
  open('wrong_view_type', 'opens a Home as a modal', { type: 'home' }),
  open('view_too_large', 'opens a modal of more than 250 kB', {
    blocks: times(90, () => section('a'.repeat(2_900))),
  }),
  {
    slip: 'makes up a trigger',
    breaks: 'invalid_trigger_id',
    does: ({ client }) => client.views.open({ trigger_id: '1.2.3', view: nameModal('first') }),
  },
  {
    slip: 'uses a trigger twice',
    breaks: 'exchanged_trigger_id',
    does: async ({ client, trigger_id }) => {
      await client.views.open({ trigger_id, view: nameModal('first') });
      await client.views.open({ trigger_id, view: nameModal('first') });
    },
  },
  {
    slip: 'uses a trigger after three seconds',
    breaks: 'expired_trigger_id',
    does: ({ client, trigger_id, sandbox }) => {
      sandbox.clock.advance(3_001);
      return client.views.open({ trigger_id, view: nameModal('first') });
    },
  },
  {
    slip: 'pushes where no modal is open',
    breaks: 'push_outside_modal',
    does: ({ client, trigger_id }) => client.views.push({ trigger_id, view: nameModal('first') }),
  },
  {
    slip: 'takes an external id twice',
    breaks: 'duplicate_external_id',
    does: async ({ client, trigger_id }) => {
      const home = { type: 'home' as const, external_id: 'jeden', blocks: [section('a')] as never };
      await client.views.publish({ user_id: 'U0IGOR0000', view: home });
      await client.views.open({ trigger_id, view: nameModal('first', { external_id: 'jeden' }) });
    },
  },
  {
    slip: 'updates a view without saying which',
    breaks: 'missing_view_id',
    does: ({ client }) => client.apiCall('views.update', { view: JSON.stringify(nameModal('first')) }),
  },
];

/** Rules of response addresses (Slack contract 5.1). */
export const RESPONSE_SLIPS: readonly CallSlip[] = [
  {
    slip: 'answers six times',
    breaks: 'response_url_used_up',
    does: async ({ respond }) => {
      for (const text of ['1', '2', '3', '4', '5']) await respond(text);
      await respond('6');
    },
  },
  {
    slip: 'answers after half an hour',
    breaks: 'response_url_expired',
    does: ({ respond, sandbox }) => {
      sandbox.clock.advance(30 * 60_000 + 1_000);
      return respond('a');
    },
  },
  {
    slip: 'makes up an address to answer to',
    breaks: 'response_url_unknown',
    does: ({ sandbox }) =>
      fetch(`${sandbox.url}/response/zmyslony`, { method: 'POST', body: JSON.stringify({ text: 'a' }) }),
  },
];

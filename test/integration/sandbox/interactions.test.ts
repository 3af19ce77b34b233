import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE } from '../../../sandbox/index.ts';
import { nameModal, withRig } from './support.ts';

const TRANSPORTS = ['socket', 'http'] as const;
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = (text: string, action_id: string, value = '1') => ({
  type: 'button' as const,
  text: plain(text),
  action_id,
  value,
});
const actions = (...elements: ReturnType<typeof button>[]): KnownBlock => ({
  type: 'actions',
  block_id: 'buttons',
  elements,
});
const [halina, igor] = PEOPLE.representatives;

/** Posts a card with two buttons, the way an announcement stands in a channel. */
const postCard = (app: App, channel: string = CHANNELS.debiuty) =>
  app.client.chat.postMessage({
    channel,
    text: 'Karta',
    blocks: [actions(button('Zgłoś organizację', 'apply'), button('Ukryj', 'hide'))],
  });

describe.each(TRANSPORTS)('buttons and messages over %s', (transport) => {
  it('a button carries who, where and what, and opens a modal with its trigger', async () => {
    const seen: Record<string, unknown>[] = [];
    const prepare = (app: App) =>
      app.action('apply', async ({ ack, body, client }) => {
        await ack();
        seen.push({ ...body });
        await client.views.open({ trigger_id: 'trigger_id' in body ? body.trigger_id : '', view: nameModal('first') });
      });
    await withRig(transport, prepare, async ({ app, sandbox }) => {
      const { ts } = await postCard(app);
      await sandbox.as(halina).click('Zgłoś organizację');
      expect(sandbox.as(halina).modal()?.heading).toBe('Zgłoszenie');
      expect(sandbox.as(igor).modal()).toBeNull();
      expect(seen[0]).toMatchObject({
        type: 'block_actions',
        user: { id: halina, team_id: 'T0FUNDACJA' },
        team: { id: 'T0FUNDACJA' },
        channel: { id: CHANNELS.debiuty, name: 'debiuty' },
        container: { type: 'message', message_ts: ts, is_ephemeral: false },
        message: { ts, bot_id: 'B0DEBIUTY0' },
        actions: [{ type: 'button', action_id: 'apply', block_id: 'buttons', value: '1' }],
        is_enterprise_install: false,
      });
      expect(sandbox.violations).toEqual([]);
    });
  });

  it('a modal that only says something is put away by a press beside it; one that asks hides all else', async () => {
    const told = {
      type: 'modal' as const,
      title: plain('Zrobione'),
      blocks: [{ type: 'section', text: plain('Już') }],
    };
    const prepare = (app: App): void => {
      app.command('/probe', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: body.text === 'ask' ? nameModal('first') : told });
      });
      app.action('apply', async ({ ack }) => ack());
    };
    await withRig(transport, prepare, async ({ app, sandbox }) => {
      await postCard(app);
      await sandbox.as(halina).slash('#debiuty', '/probe');
      expect(sandbox.as(halina).modal()?.heading).toBe('Zrobione');
      await sandbox.as(halina).click('Zgłoś organizację');
      expect(sandbox.as(halina).modal()).toBeNull();
      await sandbox.as(halina).slash('#debiuty', '/probe ask');
      await expect(sandbox.as(halina).click('Zgłoś organizację')).rejects.toThrow('sees no "Zgłoś organizację"');
      expect(sandbox.violations).toEqual([]);
    });
  });

  it('an answer to a click is for one person, may replace the message, and the command answers in its acknowledgement', async () => {
    const prepare = (app: App) => {
      app.command('/probe', async ({ ack }) => ack('Pomoc jest tutaj'));
      app.action('apply', async ({ ack, respond }) => {
        await ack();
        await respond({
          text: 'Tylko dla Ciebie',
          blocks: [actions(button('Zamknij', 'dismiss'))],
          replace_original: false,
        });
      });
      app.action('dismiss', async ({ ack, respond }) => {
        await ack();
        await respond({ delete_original: true });
      });
      app.action('hide', async ({ ack, respond }) => {
        await ack();
        await respond({ replace_original: true, text: 'Ukryte' });
      });
    };
    await withRig(transport, prepare, async ({ app, sandbox }) => {
      await postCard(app);
      const anna = sandbox.as(halina);
      await anna.slash('#debiuty', '/probe pomoc');
      expect(anna.messages('#debiuty').at(-1)).toMatchObject({ text: 'Pomoc jest tutaj', ephemeral: true });
      await anna.click('Zgłoś organizację');
      expect(anna.messages('#debiuty').at(-1)).toMatchObject({ text: 'Tylko dla Ciebie', ephemeral: true });
      expect(sandbox.as(igor).messages('#debiuty')).toHaveLength(1);
      await anna.click('Zamknij');
      expect(anna.messages('#debiuty').map((one) => one.text)).toEqual(['Karta', 'Pomoc jest tutaj']);
      await anna.click('Ukryj');
      expect(sandbox.as(igor).messages('#debiuty')).toMatchObject([{ text: 'Ukryte', blocks: [] }]);
      expect(sandbox.violations).toEqual([]);
    });
  });

  it('an external select asks the app, and every input arrives in its shape', async () => {
    let values: unknown;
    const field = (label: string, block_id: string, element: object) => ({
      type: 'input',
      label: plain(label),
      block_id,
      optional: true,
      element: { action_id: 'x', ...element },
    });
    const options = ['Zmyślony Ogród', 'Papierowy Most'].map((text, index) => ({
      text: plain(text),
      value: `o${index}`,
    }));
    const view = nameModal('all', {
      blocks: [
        field('Organizacja', 'ext', { type: 'external_select', min_query_length: 2 }),
        field('Województwo', 'sel', { type: 'static_select', options }),
        field('Osoba', 'usr', { type: 'users_select' }),
        field('Zespół', 'usrs', { type: 'multi_users_select' }),
        field('Zgody', 'chk', { type: 'checkboxes', options }),
        field('Etap', 'rad', { type: 'radio_buttons', options }),
        field('Kiedy', 'day', { type: 'datepicker' }),
        field('Godzina', 'hour', { type: 'timepicker' }),
        field('Kwota', 'num', { type: 'number_input', is_decimal_allowed: false }),
        field('Puste', 'none', { type: 'multi_external_select' }),
      ],
    });
    const prepare = (app: App) => {
      app.shortcut('apply', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view });
      });
      app.options('x', async ({ ack, payload }) => {
        await ack({
          options: options.filter((one) => one.text.text.toLowerCase().includes(payload.value.toLowerCase())),
        });
      });
      app.view('all', async ({ ack, view: sent }) => {
        values = sent.state.values;
        await ack();
      });
    };
    await withRig(transport, prepare, async ({ sandbox }) => {
      const anna = sandbox.as(halina);
      await anna.shortcut('Zgłoś organizację');
      expect(await anna.suggestions('Organizacja', 'o')).toEqual([]);
      expect(await anna.suggestions('Organizacja', 'most')).toEqual(['Papierowy Most']);
      await anna.fill({
        Organizacja: 'ogród',
        Województwo: 'Papierowy Most',
        Osoba: 'Bartek Wzorcowy',
        Zespół: ['alicja', PEOPLE.staff],
        Zgody: true,
        Etap: 'Zmyślony Ogród',
        Kiedy: '2026-11-30',
        Godzina: '09:30',
        Kwota: 6000,
      });
      expect((await anna.submit()).action).toBe('closed');
      expect(values).toEqual({
        ext: { x: { type: 'external_select', selected_option: options[0] } },
        sel: { x: { type: 'static_select', selected_option: options[1] } },
        usr: { x: { type: 'users_select', selected_user: PEOPLE.staff } },
        usrs: { x: { type: 'multi_users_select', selected_users: [PEOPLE.admin, PEOPLE.staff] } },
        chk: { x: { type: 'checkboxes', selected_options: options } },
        rad: { x: { type: 'radio_buttons', selected_option: options[0] } },
        day: { x: { type: 'datepicker', selected_date: '2026-11-30' } },
        hour: { x: { type: 'timepicker', selected_time: '09:30' } },
        num: { x: { type: 'number_input', value: '6000' } },
        none: { x: { type: 'multi_external_select', selected_options: [] } },
      });
      expect(sandbox.violations).toEqual([]);
    });
  });
});

describe.each(TRANSPORTS)('views over %s', (transport) => {
  it('a view updated by its hash keeps what was typed; an old hash is refused', async () => {
    const prepare = (app: App) => {
      app.command('/probe', async ({ ack, body, client }) => {
        await ack();
        const blocks = [...nameModal('first').blocks, { type: 'actions', elements: [button('Dodaj', 'more')] }];
        await client.views.open({
          trigger_id: body.trigger_id,
          view: nameModal('first', { blocks, external_id: 'jeden' }),
        });
      });
      app.action('more', async ({ ack, body, client }) => {
        await ack();
        const opened = 'view' in body ? body.view : undefined;
        const change = {
          view_id: opened?.id ?? '',
          hash: opened?.hash ?? '',
          view: nameModal('first', { title: plain('Drugi') }),
        };
        await client.views.update(change);
        await client.views.update(change).catch((error: unknown) => app.logger.debug(error));
      });
    };
    await withRig(transport, prepare, async ({ sandbox }) => {
      const anna = sandbox.as(halina);
      await anna.slash('#debiuty', '/probe');
      await anna.fill({ 'Nazwa organizacji': 'Łąka' });
      await anna.click('Dodaj');
      const modal = anna.modal();
      expect(modal?.heading).toBe('Drugi');
      expect(JSON.stringify(modal)).toContain('"value":"Łąka"');
      const updates = () => sandbox.calls.filter((one) => one.method === 'views.update').map((one) => one.error);
      await sandbox.waitFor(() => updates().length === 2);
      expect(updates()).toEqual([null, 'hash_conflict']);
      expect(sandbox.violations).toEqual([]);
    });
  });

  it('the Home tab is published on opening, guarded by its hash, and its buttons work', async () => {
    const home = (text: string): { type: 'home'; blocks: KnownBlock[] } => ({
      type: 'home',
      blocks: [{ type: 'header', text: plain(text) }, actions(button('Odśwież', 'refresh'))],
    });
    const prepare = (app: App) => {
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({ user_id: event.user, view: home('Start') });
      });
      app.action('refresh', async ({ ack, body, client }) => {
        await ack();
        const hash = 'view' in body ? (body.view?.hash ?? '') : '';
        await client.views.publish({ user_id: body.user.id, hash, view: home('Nowy') });
      });
    };
    await withRig(transport, prepare, async ({ app, sandbox }) => {
      const anna = sandbox.as(halina);
      await anna.openHome();
      expect(anna.home()?.all).toContain('Start');
      await anna.click('Odśwież', { home: true });
      expect(anna.home()?.all).toContain('Nowy');
      const stale = app.client.views.publish({ user_id: halina, hash: '1.old', view: home('x') });
      await expect(stale).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
      await expect(app.client.views.publish({ user_id: PEOPLE.foreign, view: home('x') })).rejects.toMatchObject({
        data: { error: 'user_not_found' },
      });
      expect(sandbox.violations.map((one) => one.name)).toEqual(['unreachable_home']);
    });
  });

  it('closing is told only when asked for, and views stack three high', async () => {
    const closed: boolean[] = [];
    const prepare = (app: App) => {
      app.command('/probe', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: nameModal('deep', { notify_on_close: true }) });
      });
      app.view('deep', async ({ ack }) => ack({ response_action: 'push', view: nameModal('deep') }));
      app.view({ callback_id: 'deep', type: 'view_closed' }, async ({ ack, body }) => {
        closed.push('is_cleared' in body && body.is_cleared);
        await ack();
      });
    };
    await withRig(transport, prepare, async ({ sandbox }) => {
      const anna = sandbox.as(halina);
      await anna.slash('#debiuty', '/probe');
      for (const expected of ['pushed', 'pushed']) {
        await anna.fill({ 'Nazwa organizacji': 'a' });
        expect((await anna.submit()).action).toBe(expected);
      }
      await anna.fill({ 'Nazwa organizacji': 'a' });
      await expect(anna.submit()).rejects.toThrow('invalid_response');
      expect(sandbox.takeViolations().map((one) => one.name)).toEqual(['push_limit_reached']);
      for (let level = 3; level > 0; level -= 1) await anna.close();
      expect(anna.modal()).toBeNull();
      expect(closed).toEqual([false]);
    });
  });
});

describe('events', () => {
  it('tells of messages, mentions, arrivals and newcomers, with Slack’s own fields', async () => {
    const seen: Record<string, unknown>[] = [];
    const prepare = (app: App) => {
      app.use(async ({ body, next }) => {
        seen.push({ ...body });
        await next();
      });
    };
    await withRig('socket', prepare, async ({ sandbox }) => {
      await sandbox.as(halina).say('#debiuty', 'Cześć @debiuty');
      sandbox.addPerson({ id: 'U0NOWA0000', name: 'Nowa Osoba', kind: 'member' });
      await sandbox.as('U0NOWA0000').join('#debiuty');
      await sandbox.settled();
      const types = seen.map((one) => (one['event'] as { type: string }).type);
      expect(types.toSorted()).toEqual(['app_mention', 'member_joined_channel', 'message', 'message', 'team_join']);
      expect(seen[0]).toMatchObject({
        type: 'event_callback',
        team_id: 'T0FUNDACJA',
        api_app_id: 'A0DEBIUTY0',
        event_id: expect.stringMatching(/^Ev/),
        authorizations: [{ user_id: 'U0DEBIUTY0', is_bot: true, is_enterprise_install: false }],
      });
      expect(sandbox.violations).toEqual([]);
    });
  });
});

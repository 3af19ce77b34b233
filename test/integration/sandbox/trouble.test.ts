import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE } from '../../../sandbox/index.ts';
import { nameModal, withRig } from './support.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const [halina] = PEOPLE.representatives;
const card = {
  channel: CHANNELS.debiuty,
  text: 'Karta',
  blocks: [
    {
      type: 'actions' as const,
      elements: [{ type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Dalej' } }],
    },
  ],
};

describe.each(['socket', 'http'] as const)('an app that is wrong, over %s', (transport) => {
  it('an acknowledgement that comes late: the person sees a timeout, the slip is recorded', async () => {
    const prepare = (app: App) =>
      app.command('/probe', async ({ ack }) => {
        await pause(150);
        await ack();
      });
    await withRig(
      transport,
      prepare,
      async ({ sandbox }) => {
        await expect(sandbox.as(halina).slash('#debiuty', '/probe')).rejects.toThrow('operation_timeout');
        await sandbox.waitFor(() => sandbox.violations.length > 1);
        expect(sandbox.violations.map((one) => one.name)).toEqual(['unanswered_command', 'late_ack']);
      },
      { ackLimitMs: 60 },
    );
  });

  it('a trigger used after three seconds is expired, used twice it is exchanged', async () => {
    const errors: unknown[] = [];
    const prepare = (app: App) =>
      app.command('/probe', async ({ ack, body, client, command }) => {
        await ack();
        if (command.text === 'late') await pause(40);
        const open = () => client.views.open({ trigger_id: body.trigger_id, view: nameModal('first') });
        await open().catch((error: { data: { error: string } }) => errors.push(error.data.error));
        if (command.text === 'twice')
          await open().catch((error: { data: { error: string } }) => errors.push(error.data.error));
      });
    await withRig(transport, prepare, async ({ sandbox }) => {
      const late = sandbox.as(halina).slash('#debiuty', '/probe late');
      await sandbox.waitFor(() => sandbox.deliveries.some((one) => one.answer === 'acknowledged'));
      sandbox.clock.advance(3_001);
      await late;
      await sandbox.as(halina).slash('#debiuty', '/probe twice');
      expect(errors).toEqual(['expired_trigger_id', 'exchanged_trigger_id']);
      expect(sandbox.violations.map((one) => one.name)).toEqual(errors);
    });
  });

  it('errors for a field that is not there, and an invalid next view', async () => {
    const prepare = (app: App) => {
      app.command('/probe', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: nameModal('first') });
      });
      app.view('first', async ({ ack, view }) => {
        if (view.state.values['name']?.['name']?.value === 'a')
          return ack({ response_action: 'errors', errors: { nie_ma: 'x' } });
        return ack({
          response_action: 'update',
          view: nameModal('first', { title: { type: 'plain_text', text: 'a'.repeat(25) } }),
        });
      });
    };
    await withRig(transport, prepare, async ({ sandbox }) => {
      const anna = sandbox.as(halina);
      await anna.slash('#debiuty', '/probe');
      await anna.fill({ 'Nazwa organizacji': 'a' });
      await expect(anna.submit()).rejects.toThrow('invalid_response');
      await anna.fill({ 'Nazwa organizacji': 'b' });
      await expect(anna.submit()).rejects.toThrow('invalid_response');
      expect(anna.modal()?.heading).toBe('Zgłoszenie');
      expect(sandbox.violations.map((one) => one.name)).toEqual([
        'errors_for_unknown_block',
        'invalid_view_in_response',
      ]);
    });
  });

  it('a sixth use of a response address, and too many options', async () => {
    const prepare = (app: App) => {
      app.action('go', async ({ ack, respond }) => {
        await ack();
        for (let use = 0; use < 6; use += 1) await respond({ text: `${use}` }).catch(() => undefined);
      });
      app.command('/probe', async ({ ack, body, client }) => {
        await ack();
        const element = { type: 'external_select', action_id: 'many', min_query_length: 0 };
        const blocks = [{ type: 'input', block_id: 'b', label: { type: 'plain_text', text: 'Wybór' }, element }];
        await client.views.open({ trigger_id: body.trigger_id, view: nameModal('first', { blocks }) });
      });
      app.options('many', async ({ ack }) => {
        await ack({
          options: Array.from({ length: 101 }, (_, value) => ({
            text: { type: 'plain_text', text: 'a' },
            value: `${value}`,
          })),
        });
      });
    };
    await withRig(transport, prepare, async ({ app, sandbox }) => {
      const anna = sandbox.as(halina);
      await app.client.chat.postMessage(card);
      await anna.click('Dalej');
      await anna.slash('#debiuty', '/probe');
      await expect(anna.suggestions('Wybór', 'a')).rejects.toThrow('invalid_options');
      expect(anna.texts('#debiuty')).toEqual(['Dalej', '0', '1', '2', '3', '4']);
      expect(sandbox.violations.map((one) => one.name)).toEqual(['response_url_used_up', 'too_many_options']);
    });
  });

  it('an event that was not answered comes again with the same id; a click does not', async () => {
    const ids: string[] = [];
    const prepare = (app: App) => {
      app.event('app_home_opened', async ({ body }) => void ids.push(body.event_id));
      app.action('go', async ({ ack }) => ack());
    };
    await withRig(transport, prepare, async ({ app, sandbox }) => {
      const anna = sandbox.as(halina);
      sandbox.delivery.dropNext(2);
      await anna.openHome();
      await sandbox.waitFor(() => sandbox.deliveries.length === 2, { what: 'the first retry, at once' });
      sandbox.clock.advance(60_000);
      await sandbox.waitFor(() => sandbox.deliveries[2]?.answer === 'acknowledged', { what: 'the second retry' });
      const sent = sandbox.deliveries.map((one) => [one.attempt, one.payload['event_id'], one.answer]);
      expect(sent).toEqual([
        [0, ids[0], 'timeout'],
        [1, ids[0], 'timeout'],
        [2, ids[0], 'acknowledged'],
      ]);
      await app.client.chat.postMessage(card);
      sandbox.delivery.dropNext();
      await expect(anna.click('Dalej')).rejects.toThrow('operation_timeout');
      await anna.click('Dalej');
      expect(sandbox.deliveries.filter((one) => one.name === 'block_actions')).toHaveLength(2);
      expect(sandbox.violations).toEqual([]);
    });
  });
});

describe('people who may not', () => {
  it('each kind of person is refused where the table says', async () => {
    const prepare = (app: App) => {
      app.command('/probe', async ({ ack }) => ack());
      app.action('go', async ({ ack }) => ack());
    };
    await withRig('socket', prepare, async ({ app, sandbox }) => {
      await app.client.chat.postMessage(card);
      await expect(sandbox.as(PEOPLE.deactivated).slash('#debiuty', '/probe')).rejects.toThrow();
      const single = sandbox.as(PEOPLE.singleChannelGuest);
      await single.slash('#debiuty', '/probe');
      await single.click('Dalej');
      await expect(single.openHome()).rejects.toThrow('not_allowed');
      await expect(single.slash('#ogolne', '/probe')).rejects.toThrow('sees no channel');
      const foreign = sandbox.as(PEOPLE.foreign);
      expect(foreign.channels()).toEqual([]);
      const debiuty = sandbox.world.channel(CHANNELS.debiuty);
      debiuty?.members.push(PEOPLE.foreign);
      await expect(foreign.click('Dalej')).rejects.toThrow('not_allowed');
      debiuty?.sharedWith.push('T0OBCYTEAM');
      await foreign.click('Dalej');
      await expect(foreign.slash('#debiuty', '/probe')).rejects.toThrow('not_allowed');
      await expect(sandbox.as(halina).slash('#debiuty', '/nieznane')).rejects.toThrow('unknown_command');
      expect(sandbox.violations).toEqual([]);
    });
  });

  it('nobody listening: the person is told at once', async () => {
    await withRig(
      'socket',
      (app) => app.command('/probe', async ({ ack }) => ack()),
      async ({ sandbox }) => {
        sandbox.sockets?.cut();
        await sandbox.waitFor(() => sandbox.delivery.connections() === 0);
        await expect(sandbox.as(halina).slash('#debiuty', '/probe')).rejects.toThrow('dispatch_failed');
      },
    );
  });
});

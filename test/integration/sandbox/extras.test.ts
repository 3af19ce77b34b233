import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE, type Sandbox } from '../../../sandbox/index.ts';
import { MANIFEST, nameModal, withRig } from './support.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });
const scopes = MANIFEST.oauth_config?.scopes?.bot ?? [];
const staff = PEOPLE.staff;

const quick = async (prepare: (app: App) => void, use: (sandbox: Sandbox, app: App) => Promise<void>) => {
  const manifest = {
    ...MANIFEST,
    oauth_config: { scopes: { bot: [...scopes, 'bookmarks:read', 'bookmarks:write', 'team:read'] } },
  };
  await withRig(
    'socket',
    prepare,
    async ({ sandbox, app }) => {
      await use(sandbox, app);
      expect(sandbox.violations).toEqual([]);
    },
    { manifest },
  );
};

describe('what stands outside forms', () => {
  it('a select, a menu and a radio group of a message send what was chosen, with the state of the message', async () => {
    const got: unknown[] = [];
    const blocks: KnownBlock[] = [
      {
        type: 'section',
        block_id: 's',
        text: { type: 'mrkdwn', text: '*Filtr*' },
        accessory: { type: 'static_select', action_id: 'select', options: [option('Nowe'), option('Przyjęte')] },
      },
      {
        type: 'section',
        block_id: 'm',
        text: plain('Menu'),
        accessory: { type: 'overflow', action_id: 'menu', options: [option('Usuń'), option('Zmień')] },
      },
      {
        type: 'actions',
        block_id: 'r',
        elements: [{ type: 'users_select', action_id: 'who', placeholder: plain('Kto') }],
      },
    ];
    const prepare = (app: App) =>
      app.action(/./, async ({ ack, body, payload }) => {
        await ack();
        got.push([{ ...payload }, 'state' in body ? body.state : undefined]);
      });
    await quick(prepare, async (sandbox, app) => {
      await app.client.chat.postMessage({ channel: CHANNELS.debiuty, text: 'Lista', blocks });
      const bartek = sandbox.as(staff);
      await bartek.choose('Filtr', 'Przyjęte');
      await bartek.click('Zmień');
      await bartek.choose('Kto', 'Alicja Przykładowa', { channel: 'debiuty' });
      expect(got).toMatchObject([
        [
          { type: 'static_select', action_id: 'select', block_id: 's', selected_option: { value: 'przyjęte' } },
          { values: { s: { select: { selected_option: { value: 'przyjęte' } } } } },
        ],
        [{ type: 'overflow', action_id: 'menu', selected_option: { value: 'zmień' } }, {}],
        [
          { type: 'users_select', selected_user: PEOPLE.admin },
          { values: { r: { who: { selected_user: PEOPLE.admin } } } },
        ],
      ]);
      await expect(bartek.choose('Filtr', 'Nie ma')).rejects.toThrow(
        '"Filtr" offers no "Nie ma"; offers: "Nowe", "Przyjęte"',
      );
      await expect(bartek.click('Nie ma')).rejects.toThrow(/Bartek Wzorcowy sees no "Nie ma"; sees: "\*Filtr\*"/);
    });
  });

  it('a field that reports each change updates its form while it is filled', async () => {
    const form = (title: string) =>
      nameModal('live', {
        title: plain(title),
        blocks: [
          {
            type: 'input',
            block_id: 'kind',
            dispatch_action: true,
            label: plain('Rodzaj'),
            element: { type: 'static_select', action_id: 'kind', options: [option('Fundacja'), option('Grupa')] },
          },
          ...nameModal('live').blocks,
        ],
      });
    const prepare = (app: App) => {
      app.command('/probe', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: form('Pierwszy') });
      });
      app.action('kind', async ({ ack, body, client }) => {
        await ack();
        await client.views.update({ view_id: ('view' in body && body.view?.id) || '', view: form('Drugi') });
      });
    };
    await quick(prepare, async (sandbox) => {
      const bartek = sandbox.as(staff);
      await bartek.slash('Debiuty', '/probe');
      await bartek.fill({ 'Nazwa organizacji': 'Ogród', Rodzaj: 'Grupa' });
      const { heading, state } = bartek.modal() as unknown as { heading: string; state: { values: unknown } };
      expect(heading).toBe('Drugi');
      expect(state.values).toMatchObject({
        name: { name: { value: 'Ogród' } },
        kind: { kind: { selected_option: { value: 'grupa' } } },
      });
    });
  });

  it('a message shortcut carries the message; there is none on ephemeral ones', async () => {
    let text: unknown;
    const prepare = (app: App) =>
      app.shortcut('keep', async ({ ack, body }) => {
        await ack();
        text = 'message' in body ? body.message?.['text'] : undefined;
      });
    await quick(prepare, async (sandbox, app) => {
      const bartek = sandbox.as(staff);
      await bartek.say('debiuty', 'do zachowania');
      const { ts = '' } = bartek.messages('debiuty').at(-1) ?? {};
      await bartek.shortcut('Zachowaj', { channel: 'debiuty', ts });
      expect(text).toBe('do zachowania');
      const { message_ts = '' } = await app.client.chat.postEphemeral({
        channel: CHANNELS.debiuty,
        user: staff,
        text: 'ulotne',
      });
      await expect(bartek.shortcut('Zachowaj', { channel: 'debiuty', ts: message_ts })).rejects.toThrow(
        'message_not_found',
      );
    });
  });

  it('keeps bookmarks and tells about the team', async () => {
    await quick(
      () => {},
      async (_sandbox, { client }) => {
        const channel_id = CHANNELS.debiuty;
        const { bookmark } = await client.bookmarks.add({
          channel_id,
          title: 'Regulamin',
          type: 'link',
          link: 'https://przyklad.example',
        });
        expect((await client.bookmarks.list({ channel_id })).bookmarks).toMatchObject([{ title: 'Regulamin' }]);
        await client.bookmarks.remove({ channel_id, bookmark_id: bookmark?.id ?? '' });
        expect((await client.bookmarks.list({ channel_id })).bookmarks).toEqual([]);
        await expect(
          client.bookmarks.add({ channel_id, title: 'x', type: 'link', link: 'nie adres' }),
        ).rejects.toMatchObject({ data: { error: 'invalid_link' } });
        expect((await client.team.info()).team).toMatchObject({ id: 'T0FUNDACJA', name: 'Fundacja Przykładowa' });
      },
    );
  });

  it('a person who changes is announced', async () => {
    const seen: unknown[] = [];
    const prepare = (app: App) => app.event('user_change', async ({ event }) => void seen.push({ ...event.user }));
    await quick(prepare, async (sandbox) => {
      sandbox.changePerson(PEOPLE.experts[0], { kind: 'deactivated' });
      await sandbox.waitFor(() => seen.length === 1);
      expect(seen[0]).toMatchObject({ id: PEOPLE.experts[0], deleted: true });
    });
  });
});

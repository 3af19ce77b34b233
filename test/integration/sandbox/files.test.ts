import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE, type Sandbox, type SandboxOptions } from '../../../sandbox/index.ts';
import { MANIFEST, nameModal, withRig } from './support.ts';

const [halina] = PEOPLE.representatives;
const scopes = MANIFEST.oauth_config?.scopes?.bot ?? [];
const events = MANIFEST.settings?.event_subscriptions?.bot_events ?? [];
const manifest = {
  ...MANIFEST,
  oauth_config: { scopes: { bot: [...scopes, 'files:read', 'files:write'] } },
  settings: { ...MANIFEST.settings, event_subscriptions: { bot_events: [...events, 'file_shared', 'file_deleted'] } },
};
const WORDS = 'Zażółć gęślą jaźń';
const BYTES = Buffer.from(WORDS);
const statute = { name: 'Statut łódzki.pdf', content: BYTES.toString('base64') };

/** How long the slow workspace works on a file. */
const SLOW = { processingMs: 60_000 };

const quick = (
  use: (sandbox: Sandbox, app: App) => Promise<void>,
  prepare: (app: App) => void = () => {},
  more: Partial<SandboxOptions> = {},
) => withRig('socket', prepare, ({ sandbox, app }) => use(sandbox, app), { manifest, ...more });
const processed = async (sandbox: Sandbox): Promise<void> => {
  sandbox.clock.advance(SLOW.processingMs);
  await sandbox.settled();
};

const names = (sandbox: Sandbox) => sandbox.takeViolations().map((one) => one.name);
const refusal = (error: string) => ({ data: { error } });

describe('an app that uploads', () => {
  it('with the SDK: the message comes later, in the thread, and its bytes are those that were sent', async () => {
    const seen: unknown[] = [];
    const prepare = (app: App) => app.event('file_shared', async ({ event }) => void seen.push({ ...event }));
    await quick(
      async (sandbox, { client }) => {
        const { ts = '' } = await client.chat.postMessage({ channel: CHANNELS.debiuty, text: 'Dokumenty' });
        const answer = await client.filesUploadV2({
          channel_id: CHANNELS.debiuty,
          thread_ts: ts,
          filename: statute.name,
          title: 'Statut',
          file: BYTES,
          initial_comment: 'Oto statut',
        });
        const [{ id = '' } = {}] = answer.files[0]?.files ?? [];
        const anna = sandbox.as(halina);
        expect(anna.replies('#debiuty', ts)).toHaveLength(1);
        await processed(sandbox);
        const [, reply] = anna.replies('#debiuty', ts);
        expect(reply).toMatchObject({
          text: 'Oto statut',
          files: [{ id, name: statute.name, mimetype: 'application/pdf' }],
        });
        expect(reply?.files[0]?.size).toBe(BYTES.length);
        const shown = await fetch(`${sandbox.url}${reply?.files[0]?.url}`);
        expect(await shown.text()).toBe(WORDS);
        const { file } = await client.files.info({ file: id });
        expect(file).toMatchObject({
          title: 'Statut',
          filetype: 'pdf',
          user: 'U0DEBIUTY0',
          channels: [CHANNELS.debiuty],
        });
        const headers = { authorization: `Bearer ${sandbox.botToken}` };
        expect(await (await fetch(file?.url_private_download ?? '', { headers })).text()).toBe(WORDS);
        expect(seen).toMatchObject([{ file_id: id, user_id: 'U0DEBIUTY0', channel_id: CHANNELS.debiuty }]);
        expect(sandbox.violations).toEqual([]);
      },
      prepare,
      SLOW,
    );
  });

  it('several files are one message; without a channel there is none', async () => {
    await quick(async (sandbox, { client }) => {
      const file_uploads = ['a.txt', 'b.png'].map((filename) => ({ filename, content: filename }));
      await client.filesUploadV2({ channel_id: CHANNELS.debiuty, file_uploads });
      await client.filesUploadV2({ filename: 'c.txt', content: 'c' });
      await sandbox.settled();
      const files = sandbox
        .as(halina)
        .messages('#debiuty')
        .map((one) => one.files.map((file) => file.mimetype));
      expect(files).toEqual([['text/plain', 'image/png']]);
      expect(sandbox.violations).toEqual([]);
    });
  });

  it('is refused where Slack refuses', async () => {
    await quick(async (sandbox, { client }) => {
      const ask = (length: number, filename = 'a.txt') => client.files.getUploadURLExternal({ filename, length });
      await expect(ask(0)).rejects.toMatchObject(refusal('missing_argument'));
      await expect(ask(10_485_761)).rejects.toMatchObject(refusal('file_upload_size_restricted'));
      expect(names(sandbox)).toEqual(['missing_argument']);
      const { home } = sandbox.world;
      home.uploads = 'images';
      await expect(ask(1)).rejects.toMatchObject(refusal('file_uploads_except_images_disabled'));
      await ask(1, 'a.png');
      home.uploads = 'nothing';
      await expect(ask(1, 'a.png')).rejects.toMatchObject(refusal('file_uploads_disabled'));
      home.uploads = undefined;
      home.plan = 'free';
      const [stored] = sandbox.world.state.files;
      if (stored) stored.size = 5_368_709_120;
      await expect(ask(1)).rejects.toMatchObject(refusal('storage_limit_reached'));
      home.plan = 'paid';
      const { file_id: id = '', upload_url = '' } = await ask(3);
      const complete = (where: object) => client.apiCall('files.completeUploadExternal', { files: [{ id }], ...where });
      await expect(complete({})).rejects.toMatchObject(refusal('file_not_found'));
      expect((await fetch(upload_url, { method: 'POST', body: 'four' })).status).toBe(400);
      expect((await fetch(upload_url, { method: 'POST', body: 'abc' })).status).toBe(200);
      expect((await fetch(upload_url, { method: 'POST', body: 'abc' })).status).toBe(400);
      expect(names(sandbox)).toEqual(['upload_not_sent', 'upload_length_mismatch', 'bad_upload_url']);
      await expect(complete({ channel_id: 'C0NIEMA000' })).rejects.toMatchObject(refusal('channel_not_found'));
      await expect(complete({ channel_id: halina })).rejects.toMatchObject(refusal('channel_not_found'));
      const { bot } = sandbox.world;
      const debiuty = sandbox.world.channel(CHANNELS.debiuty);
      if (debiuty) debiuty.members = debiuty.members.filter((one) => one !== bot.id);
      await expect(complete({ channel_id: CHANNELS.debiuty })).rejects.toMatchObject(refusal('not_in_channel'));
      expect(names(sandbox)).toEqual(['not_in_channel']);
      await complete({ channels: halina });
      await sandbox.settled();
      expect(sandbox.as(halina).dms()[0]?.files).toMatchObject([{ id }]);
      await expect(complete({})).rejects.toMatchObject(refusal('file_not_found'));
    });
  });

  it('needs its token to download, and deletes only its own', async () => {
    await quick(async (sandbox, { client }) => {
      const anna = sandbox.as(halina);
      const [theirs] = await anna.upload([statute], '#debiuty', 'Nasz statut');
      const { file } = await client.files.info({ file: theirs?.id ?? '' });
      const page = await fetch(file?.url_private ?? '');
      expect([page.headers.get('content-type'), await page.text()]).toEqual([
        'text/html; charset=utf-8',
        '<title>Sign in to Slack</title>',
      ]);
      expect(names(sandbox)).toEqual(['download_without_token']);
      await expect(client.files.delete({ file: theirs?.id ?? '' })).rejects.toMatchObject(refusal('cant_delete_file'));
      await client.filesUploadV2({ channel_id: CHANNELS.debiuty, filename: 'a.txt', content: 'a' });
      await sandbox.settled();
      const own = anna.messages('#debiuty').at(-1)?.files[0]?.id ?? '';
      await client.files.delete({ file: own });
      expect(anna.messages('#debiuty').at(-1)?.files).toEqual([]);
      await expect(client.files.info({ file: own })).rejects.toMatchObject(refusal('file_deleted'));
      const { messages = [] } = await client.conversations.history({ channel: CHANNELS.debiuty, limit: 1 });
      expect(messages[0]?.files).toEqual([{ id: own, mode: 'tombstone' }]);
    });
  });
});

describe('a picture in blocks', () => {
  const picture = (id: string) => [{ type: 'image' as const, alt_text: 'Wykres', slack_file: { id } }];

  it('must be an uploaded and processed picture; then everybody sees it who sees the message', async () => {
    await quick(
      async (sandbox, { client }) => {
        const post = (id: string) =>
          client.chat.postMessage({ channel: CHANNELS.debiuty, text: 'Wykres', blocks: picture(id) });
        const upload = async (filename: string) =>
          (await client.filesUploadV2({ filename, content: 'x' })).files[0]?.files?.[0]?.id ?? '';
        const text = await upload('a.txt');
        const early = await upload('wykres.png');
        expect((await client.files.info({ file: early })).file).toMatchObject({ mimetype: '', filetype: '' });
        await expect(post(early)).rejects.toMatchObject(refusal('invalid_blocks'));
        await processed(sandbox);
        expect((await client.files.info({ file: early })).file).toMatchObject({ mimetype: 'image/png' });
        await expect(post(text)).rejects.toMatchObject(refusal('invalid_blocks'));
        await expect(post('F0NIEMA000')).rejects.toMatchObject(refusal('invalid_blocks'));
        const view = { type: 'home' as const, blocks: picture(text) };
        await expect(client.views.publish({ user_id: halina, view })).rejects.toMatchObject(
          refusal('invalid_arguments'),
        );
        expect(names(sandbox)).toEqual(Array(4).fill('invalid_slack_file'));
        const seenBy = async (person: string) =>
          (await fetch(`${sandbox.url}/sandbox/file?as=${person}&id=${early}`)).status;
        expect(await seenBy(halina)).toBe(404);
        await client.views.publish({ user_id: halina, view: { ...view, blocks: picture(early) } });
        expect([await seenBy(halina), await seenBy(PEOPLE.staff)]).toEqual([200, 404]);
        await post(early);
        expect([await seenBy(PEOPLE.staff), await seenBy(PEOPLE.foreign)]).toEqual([200, 404]);
        expect(sandbox.violations).toEqual([]);
      },
      undefined,
      SLOW,
    );
  });
});

describe('people who upload', () => {
  it('into a channel: the app is told, in a shared channel only of the id', async () => {
    const seen: { files?: unknown; subtype?: string }[] = [];
    const prepare = (app: App) => app.message(async ({ message }) => void seen.push({ ...message } as object));
    await quick(async (sandbox) => {
      const anna = sandbox.as(halina);
      const [file] = await anna.upload([statute], '#debiuty', 'Nasz statut');
      sandbox.world.channel(CHANNELS.debiuty)?.sharedWith.push('T0OBCYTEAM');
      await anna.upload([statute], '#debiuty');
      expect(seen).toMatchObject([
        { subtype: 'file_share', text: 'Nasz statut', files: [{ id: file?.id, name: statute.name }] },
        { subtype: 'file_share', files: [{ file_access: 'check_file_info', mode: 'file_access' }] },
      ]);
      expect(JSON.stringify(seen[1])).not.toContain('url_private');
      const stefan = sandbox.as(PEOPLE.singleChannelGuest);
      await expect(stefan.act({ do: 'upload', files: [statute], channel: CHANNELS.general })).resolves.toMatchObject({
        error: 'not_in_channel',
      });
      const secret = await sandbox.as(PEOPLE.staff).upload([statute]);
      const asStefan = secret[0]?.url.replace(PEOPLE.staff, PEOPLE.singleChannelGuest);
      expect((await fetch(`${sandbox.url}${asStefan}`)).status).toBe(404);
      const empty = { name: 'a.txt', content: '' };
      await expect(anna.upload([empty], '#debiuty')).rejects.toThrow('file_empty');
      const large = { name: 'a.txt', content: Buffer.alloc(10_485_761).toString('base64') };
      await expect(anna.upload([large], '#debiuty')).rejects.toThrow('file_upload_size_restricted');
    }, prepare);
  });

  it('in a form: the app gets ids, asks for the rest, and then may read the file', async () => {
    const element = { type: 'file_input', action_id: 'files', max_files: 1, filetypes: ['pdf'] };
    const blocks = [{ type: 'input', block_id: 'files', label: { type: 'plain_text', text: 'Załącznik' }, element }];
    let state: unknown;
    const prepare = (app: App) => {
      app.command('/probe', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: nameModal('first', { blocks }) });
      });
      app.view('first', async ({ ack, view }) => {
        await ack();
        state = view.state.values['files']?.['files'];
      });
    };
    await quick(async (sandbox, app) => {
      const anna = sandbox.as(halina);
      await anna.slash('#debiuty', '/probe');
      const files = await anna.upload([statute, { ...statute, name: 'foto.png' }]);
      const [pdf] = files;
      await expect(app.client.files.info({ file: pdf?.id ?? '' })).rejects.toMatchObject(refusal('file_not_found'));
      expect((await anna.submit()).errors).toEqual({ Załącznik: 'Wypełnij to wymagane pole.' });
      await anna.fill({ Załącznik: [statute.name, 'foto.png'] });
      expect((await anna.submit()).action).toBe('errors');
      await anna.fill({ Załącznik: 'foto.png' });
      expect((await anna.submit()).action).toBe('errors');
      await anna.fill({ Załącznik: statute.name });
      const { state: shown } = anna.modal() as unknown as { state: unknown };
      expect(shown).toMatchObject({ values: { files: { files: { files: [{ name: statute.name }] } } } });
      expect((await anna.submit()).action).toBe('closed');
      const least = { mode: 'file_access', file_access: 'check_file_info', created: 0, timestamp: 0, user: '' };
      expect(state).toEqual({ type: 'file_input', files: [{ id: pdf?.id, ...least }] });
      const { file } = await app.client.files.info({ file: pdf?.id ?? '' });
      expect(file).toMatchObject({ name: statute.name, user: halina, channels: [], size: BYTES.length });
      expect(sandbox.violations).toEqual([]);
    }, prepare);
  });

  it('a form with a file input needs files:read', async () => {
    const element = { type: 'file_input', action_id: 'files' };
    const blocks = [{ type: 'input', block_id: 'files', label: { type: 'plain_text', text: 'Załącznik' }, element }];
    let error: unknown;
    const prepare = (app: App) =>
      app.command('/probe', async ({ ack, body, client }) => {
        await ack();
        const open = client.views.open({ trigger_id: body.trigger_id, view: nameModal('first', { blocks }) });
        await open.catch((thrown: { data: unknown }) => {
          error = thrown.data;
        });
      });
    await withRig('socket', prepare, async ({ sandbox }) => {
      await sandbox.as(halina).slash('#debiuty', '/probe');
      expect(error).toMatchObject({ error: 'missing_scope', needed: 'files:read' });
      expect(names(sandbox)).toEqual(['missing_scope']);
    });
  });
});

it('a file outlives a restart', async () => {
  await quick(async (sandbox) => {
    await sandbox.as(halina).upload([statute], '#debiuty');
    const state = structuredClone(sandbox.world.state);
    await withRig(
      'socket',
      () => {},
      async (next) => {
        const client = new WebClient(next.sandbox.botToken, { slackApiUrl: next.sandbox.apiUrl });
        const { file } = await client.files.info({ file: state.files[0]?.id ?? '' });
        expect(file?.url_private).toContain(next.sandbox.url);
      },
      { manifest, seed: () => state },
    );
  });
});

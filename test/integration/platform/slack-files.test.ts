import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addRooms } from '../../../bench/support/rooms.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { silentLog } from '../../../src/platform/log.ts';
import { connection } from '../../../src/platform/slack/connection.ts';
import { type SlackGateway, slackGateway } from '../../../src/platform/slack/gateway.ts';
import { say } from '../../../src/platform/slack/reply.ts';

const MANIFEST = join(import.meta.dirname, '../../../manifest.yml');

let sandbox: Sandbox;
let slack: SlackGateway;
let channel: string;

beforeEach(async () => {
  sandbox = await startSandbox({ manifest: MANIFEST, pace: 10_000 });
  const { botToken, apiUrl, appToken } = sandbox;
  const mode = { kind: 'socket', appToken } as const;
  const { client } = connection({ botToken, apiUrl, mode, port: null, routes: [] }, silentLog());
  slack = slackGateway(client);
  channel = addRooms(sandbox, 1)[0] ?? '';
});
afterEach(() => sandbox.stop());

const content = Buffer.from('Zażółć gęślą jaźń', 'utf8');

const announce = () => slack.announceFile('termin.ics', content.byteLength);
const shown = () =>
  (sandbox.world.state.messages[channel] ?? []).flatMap(({ files, threadTs }) =>
    (files ?? []).map((id) => ({ id, threadTs, stage: sandbox.world.state.files.find((one) => one.id === id)?.stage })),
  );

describe('a file in the thread of a message', () => {
  it('is announced, sent, and shown there under its title, byte by byte', async () => {
    const thread = await slack.post(channel, say('Plik w wątku'));
    const { fileId, url } = await announce();
    await slack.sendFile(url, content);
    await slack.shareFile({ fileId, title: 'Termin konsultacji' }, thread);
    await expect.poll(shown).toEqual([{ id: fileId, threadTs: thread.ts, stage: 'complete' }]);
    const file = sandbox.world.state.files.find((one) => one.id === fileId);
    expect(file).toMatchObject({ name: 'termin.ics', title: 'Termin konsultacji', mimetype: 'text/calendar' });
    expect(Buffer.from(file?.content ?? '', 'base64')).toEqual(content);
    expect(sandbox.violations).toEqual([]);
  });

  it('is gone when deleted, also in the moment in which Slack makes it ready; deleting it twice is fine', async () => {
    const thread = await slack.post(channel, say('Plik w wątku'));
    const { fileId, url } = await announce();
    await slack.deleteFile(fileId);
    await slack.sendFile(url, content);
    await slack.shareFile({ fileId, title: 'Termin' }, thread);
    await slack.deleteFile(fileId);
    await slack.deleteFile(fileId);
    await sandbox.settled();
    expect(shown()).toEqual([]);
    expect(sandbox.violations).toEqual([]);
  });

  it('is refused where uploads are switched off, in Slack’s word', async () => {
    sandbox.world.home.uploads = 'nothing';
    await expect(announce()).rejects.toMatchObject({ code: 'file_uploads_disabled', doubtful: false });
  });

  it('that could not be sent is in doubt', async () => {
    await expect(slack.sendFile('http://127.0.0.1:9/upload', content)).rejects.toMatchObject({ doubtful: true });
  });
});

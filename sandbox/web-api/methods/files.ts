import { isRecord } from '../../blockkit/check.ts';
import { FILE } from '../../contract/file-types.ts';
import type { Core } from '../../core.ts';
import { botScopes } from '../../manifest.ts';
import { fileShape } from '../../world/file-shapes.ts';
import { addFile, appSees, deleteFile, share, uploadRefusal } from '../../world/files.ts';
import type { Channel, StoredFile } from '../../world/types.ts';
import { writableChannel } from '../access.ts';
import { type Args, type Handler, type Handlers, refuse } from '../call.ts';
import { readBlocks } from '../content.ts';
import { threadOf } from './chat.ts';

const getUploadUrl: Handler = (core, args) => {
  const [name, size] = [args.text('filename'), args.number('length') ?? 0];
  if (!Number.isInteger(size) || size <= 0) refuse('missing_argument', { needed: 'length' });
  if (args.text('alt_txt').length > FILE.altText) refuse('alt_txt_too_large');
  const refusal = uploadRefusal(core, name, size);
  if (refusal) refuse(refusal);
  const file = addFile(core, { name, size, user: core.world.bot.id, stage: 'announced' });
  return { file_id: file.id, upload_url: `${core.url()}/upload/v1/${file.ticket}` };
};

const received = (core: Core, id: unknown): StoredFile => {
  const file = core.world.state.files.find((one) => one.id === id && one.user === core.world.bot.id);
  if (file?.stage === 'announced')
    core.record.violate('upload_not_sent', `${file.name} was completed without its bytes`);
  return file?.stage === 'received' ? file : refuse('file_not_found');
};

const targets = (core: Core, args: Args): readonly Channel[] => {
  const [one, many] = [args.optional('channel_id'), args.ids('channels')];
  // People's ids are taken in `channels` only.
  if (one !== undefined && core.world.person(one)) refuse('channel_not_found');
  const ids = [...new Set([...(one === undefined ? [] : [one]), ...many])];
  if (ids.length > FILE.channels) refuse('channels_limit_exceeded');
  if (ids.length > 1 && args.optional('thread_ts') !== undefined)
    refuse('invalid_arguments', { response_metadata: { messages: ['[ERROR] a thread is in one channel'] } });
  return ids.map((id) => writableChannel(core, id, botScopes(core.manifest).includes('chat:write.public')));
};

/** A file is ready and its message there a moment later; no answer tells the `ts` (Slack contract 5.12). */
const later = (core: Core, write: () => void): void => {
  core.record.inFlight += 1;
  core.clock.after(core.processingMs, () => {
    core.record.inFlight -= 1;
    core.record.lastActivity = performance.now();
    write();
  });
};

const complete: Handler = (core, args) => {
  const given = args.json('files');
  const list = Array.isArray(given) ? given.filter(isRecord) : [];
  if (list.length === 0) refuse('invalid_arguments', { response_metadata: { messages: ['[ERROR] files is empty'] } });
  const files = list.map((one) => received(core, one['id']));
  const channels = targets(core, args);
  const text = args.optional('initial_comment');
  const blocks = readBlocks(core, args);
  if (text !== undefined && blocks.length > 0)
    core.record.violate('blocks_ignored', 'files.completeUploadExternal shows no blocks beside an initial_comment');
  const threads = channels.map((one) => threadOf(core, one.id, args.optional('thread_ts')));
  files.forEach((file, index) => {
    file.stage = 'processing';
    const title = list[index]?.['title'];
    if (typeof title === 'string') file.title = title;
  });
  const message = { user: core.world.bot.id, text: text ?? '', blocks: text === undefined ? blocks : [] };
  later(core, () => {
    // Deleted while it was being processed, a file stays so, and shows nowhere.
    const left = files.filter((file) => file.stage === 'processing');
    for (const file of left) file.stage = 'complete';
    if (left.length === 0) return;
    for (const [index, channel] of channels.entries())
      share(core, channel, { ...message, threadTs: threads[index] ?? null, files: left.map((one) => one.id) });
  });
  return { files: files.map(({ id, title }) => ({ id, title })) };
};

const seenFile = (core: Core, args: Args): StoredFile => {
  const file = core.world.state.files.find((one) => one.id === args.text('file'));
  if (!file || !appSees(core, file)) return refuse('file_not_found');
  if (file.stage === 'deleted') refuse('file_deleted');
  return file.stage === 'complete' || file.stage === 'processing' ? file : refuse('file_not_found');
};

const info: Handler = (core, args) => ({ file: fileShape(core.world, seenFile(core, args)), comments: [] });

const remove: Handler = (core, args) => {
  const file = seenFile(core, args);
  if (file.user !== core.world.bot.id) refuse('cant_delete_file');
  deleteFile(core, file);
  return {};
};

export const FILES: Handlers = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': complete,
  'files.info': info,
  'files.delete': remove,
};

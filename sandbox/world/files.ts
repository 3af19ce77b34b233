import { FILE, mediaTypeOf } from '../contract/file-types.ts';
import type { Core } from '../core.ts';
import { emit } from '../delivery/events.ts';
import { canSee } from './channels.ts';
import { sharesOf } from './file-shapes.ts';
import { type NewMessage, post } from './messages.ts';
import type { Channel, Json, Message, Person, StoredFile } from './types.ts';

type NewFile = Pick<StoredFile, 'name' | 'user' | 'size' | 'stage'> & Partial<StoredFile>;

export const addFile = (core: Core, given: NewFile): StoredFile => {
  const file: StoredFile = {
    id: core.world.newId('F'),
    title: given.name,
    mimetype: mediaTypeOf(given.name),
    created: Math.floor(core.clock.now() / 1000),
    ticket: Math.random().toString(36).slice(2),
    content: '',
    handedOver: false,
    ...given,
  };
  core.world.state.files.push(file);
  return file;
};

/** Why nobody may upload this now, in Slack's words; `null` when they may. */
export const uploadRefusal = (core: Core, name: string, size: number): string | null => {
  const { home, state } = core.world;
  if (home.uploads === 'nothing') return 'file_uploads_disabled';
  if (home.uploads === 'images' && !mediaTypeOf(name).startsWith('image/'))
    return 'file_uploads_except_images_disabled';
  if (size > FILE.bytes) return 'file_upload_size_restricted';
  const stored = state.files.reduce((sum, one) => sum + (one.stage === 'deleted' ? 0 : one.size), 0);
  return home.plan === 'free' && stored + size > FILE.freeStorage ? 'storage_limit_reached' : null;
};

/** Writes a message that carries files, and tells the app of each (`file_shared`). */
export const share = (core: Core, channel: Channel, message: NewMessage): Message => {
  const posted = post(core, channel, message);
  if (!channel.members.includes(core.world.bot.id)) return posted;
  for (const id of posted.files ?? []) {
    const event = { type: 'file_shared', channel_id: channel.id, file_id: id, user_id: posted.user, file: { id } };
    emit(core, 'file_shared', { ...event, event_ts: core.world.newTs() }, channel);
  }
  return posted;
};

export const deleteFile = (core: Core, file: StoredFile): void => {
  const channels = [...new Set(sharesOf(core.world, file).map((one) => one.channel))];
  file.stage = 'deleted';
  file.content = '';
  const event = { type: 'file_deleted', file_id: file.id, channel_ids: channels, event_ts: core.world.newTs() };
  emit(core, 'file_deleted', event);
  for (const channel of channels) core.changed({ changed: 'messages', channel });
};

/** Whether the app may look into a file: its own, one handed over in a form, or one shared where the app is. */
export const appSees = (core: Core, file: StoredFile): boolean =>
  file.user === core.world.bot.id ||
  file.handedOver ||
  sharesOf(core.world, file).some((one) => core.world.channel(one.channel)?.members.includes(core.world.bot.id));

/** A person sees their own files, those shared in their channels, and pictures in what the app shows them. */
export const personSees = ({ world }: Core, file: StoredFile, person: Person): boolean => {
  const shows = ({ blocks }: { readonly blocks: readonly Json[] }) => JSON.stringify(blocks).includes(file.id);
  const home = world.state.homes[person.id];
  const views = [...world.modals(person.id), ...(home ? [home] : [])];
  const channels = world.state.channels.filter((one) => canSee(world, one, person));
  return (
    file.user === person.id ||
    views.some((one) => shows(one.body)) ||
    channels.some((one) => world.messages(one.id).some((message) => message.files?.includes(file.id) || shows(message)))
  );
};

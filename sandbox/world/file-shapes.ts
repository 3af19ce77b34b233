import { extensionOf } from '../contract/file-types.ts';
import type { ElementState, PageFile, StateValues } from '../page-api.ts';
import type { Json, Message, Person, StoredFile, StoredView } from './types.ts';
import type { World } from './world.ts';

/** Where a file is shown. */
export const sharesOf = (world: World, file: StoredFile): readonly Message[] =>
  Object.values(world.state.messages).flatMap((all) => all.filter((one) => one.files?.includes(file.id)));

/** What an app is told of a file when it must ask `files.info` for more (Slack contract 5.12). */
const checkFileInfo = (file: StoredFile): Json => ({
  id: file.id,
  mode: 'file_access',
  file_access: 'check_file_info',
  created: 0,
  timestamp: 0,
  user: '',
});

/** A file as `files.info` tells it. */
export const fileShape = (world: World, file: StoredFile): Json => {
  if (file.stage === 'deleted') return { id: file.id, mode: 'tombstone' };
  const shares = sharesOf(world, file);
  const within = (kind: string) => [
    ...new Set(shares.map((one) => one.channel).filter((id) => world.channel(id)?.kind === kind)),
  ];
  const base = `${world.url()}/files-pri/${world.home.id}-${file.id}`;
  const name = encodeURIComponent(file.name);
  // What a file is shows only when it has been processed.
  const ready = file.stage === 'complete';
  const type = extensionOf(file.name);
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: ready ? file.mimetype : '',
    filetype: ready ? type || 'binary' : '',
    pretty_type: ready ? type.toUpperCase() || 'Binary' : '',
    user: file.user,
    user_team: world.person(file.user)?.teamId ?? world.home.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: within('public').length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${base}/${name}`,
    url_private_download: `${base}/download/${name}`,
    permalink: `${world.url()}/files/${file.user}/${file.id}/${name}`,
    channels: within('public'),
    groups: within('private'),
    ims: within('im'),
    has_rich_preview: false,
    file_access: 'visible',
  };
};

const known = (world: World, ids: readonly string[]): readonly StoredFile[] =>
  ids.flatMap((id) => world.state.files.find((one) => one.id === id) ?? []);

/** The files of a message as an app gets them: of those in a channel shared with others only the id. */
export const filesOfMessage = (world: World, message: Message): readonly Json[] => {
  const shared = (world.channel(message.channel)?.sharedWith.length ?? 0) > 0;
  return known(world, message.files ?? []).map((one) => (shared ? checkFileInfo(one) : fileShape(world, one)));
};

export const pageFile = (file: StoredFile, reader: string): PageFile => ({
  id: file.id,
  name: file.name,
  mimetype: file.mimetype,
  size: file.size,
  url: `/sandbox/file?as=${reader}&id=${file.id}`,
});

/** The files of a message as a person sees them: deleted ones are gone. */
export const pageFiles = (world: World, message: Message, reader: Person): readonly PageFile[] =>
  known(world, message.files ?? [])
    .filter((one) => one.stage === 'complete')
    .map((one) => pageFile(one, reader.id));

/** The files chosen in one `file_input`: those this person has uploaded. */
export const chosenFiles = (world: World, owner: string, state: ElementState | undefined): readonly StoredFile[] => {
  const files: readonly unknown[] = Array.isArray(state?.['files']) ? state['files'] : [];
  const ids = files.map((one) => String((one as Json | null)?.['id']));
  return known(world, ids).filter((one) => one.user === owner && one.stage === 'complete');
};

/**
 * The state of a view with its files in place. What Slack sends of the files in a `file_input` is not confirmed (Slack
 * contract 5.5), so an app gets the least that is certain, the id, and has to ask `files.info`; people see all.
 */
export const stateWithFiles = (world: World, view: StoredView, forPage: boolean): StateValues => {
  const shown = (state: ElementState): ElementState => {
    if (state.type !== 'file_input') return state;
    const files = chosenFiles(world, view.owner, state);
    return { ...state, files: files.map((one) => (forPage ? pageFile(one, view.owner) : checkFileInfo(one))) };
  };
  return Object.fromEntries(
    Object.entries(view.state).map(([block, elements]) => [
      block,
      Object.fromEntries(Object.entries(elements).map(([action, state]) => [action, shown(state)])),
    ]),
  );
};

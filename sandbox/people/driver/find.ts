import { isRecord } from '../../blockkit/check.ts';
import { type Placed, placedElements } from '../../blockkit/walk.ts';
import type { Core } from '../../core.ts';
import type { ElementPlace } from '../../page-api.ts';
import { canSee, openIm } from '../../world/channels.ts';
import type { Block, Channel, Person, StoredView } from '../../world/types.ts';
import { may } from '../common.ts';
import { seesMessage } from '../page.ts';

/** Blocks in front of a person, and where they stand. */
type Scene = { readonly place: ElementPlace; readonly blocks: readonly Block[] };
/** Where to look: a channel, the Home tab, or (neither) whatever is in front. */
export type Where = { readonly channel?: string; readonly home?: true };

export const textOf = (value: unknown): string =>
  isRecord(value) && typeof value['text'] === 'string' ? value['text'] : '';
const plain = (text: string): string =>
  text
    .replace(/:[a-z0-9_+-]+:/g, ' ')
    .replace(/[*_~`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Whether a person would call this text by that name: letter case, emoji codes and bold marks aside. */
export const named = (shown: string, wanted: string): boolean =>
  shown === wanted || (plain(shown) !== '' && plain(shown) === plain(wanted));

/** A channel by id, by name with or without `#`, or the direct message with a person by id or name (opened if need be). @throws when there is none. */
export const channelBy = (core: Core, person: Person, key: string): Channel => {
  const { world } = core;
  const other = world.person(key) ?? world.state.persons.find((one) => one.name === key || one.handle === key);
  const direct = () => other && may(core, person, 'dm', null) && openIm(core, person.id, other.id);
  const found = world.channel(key) ?? world.channelNamed(key.replace(/^#/, '')) ?? direct();
  if (found && canSee(world, found, person)) return found;
  const names = world.state.channels.filter((one) => canSee(world, one, person)).map((one) => one.name || one.id);
  throw new Error(`${person.name} sees no channel or direct message "${key}"; sees: ${names.join(', ')}`);
};

const messageScenes = (core: Core, person: Person, channels: readonly Channel[]): readonly Scene[] =>
  channels
    .flatMap((channel) => core.world.messages(channel.id).filter((one) => seesMessage(one, person)))
    .sort((a, b) => Number(b.ts) - Number(a.ts))
    .map((one) => ({ place: { in: 'message', channel: one.channel, ts: one.ts }, blocks: one.blocks }));

/** What the person has in front, best first: an open modal hides everything else; otherwise newest messages, then Home. */
const scenes = (core: Core, person: Person, where: Where): readonly Scene[] => {
  const top = core.world.modals(person.id).at(-1);
  if (top) return [{ place: { in: 'modal', viewId: top.id }, blocks: top.body.blocks }];
  const home = core.world.state.homes[person.id];
  const homeScene: readonly Scene[] = home ? [{ place: { in: 'home' }, blocks: home.body.blocks }] : [];
  if (where.home) return homeScene;
  if (where.channel !== undefined) return messageScenes(core, person, [channelBy(core, person, where.channel)]);
  const channels = core.world.state.channels.filter((one) => canSee(core.world, one, person));
  return [...messageScenes(core, person, channels), ...homeScene];
};

/** A modal that only says something, such as the answer to a press that took long. */
export const isOnlyWords = ({ body }: StoredView): boolean =>
  !body['submit'] && placedElements(body.blocks).length === 0;

/** An element found by what stands on or beside it. */
export type Hit = Placed & { readonly place: ElementPlace };

const inScene = (scene: Scene): readonly Hit[] =>
  placedElements(scene.blocks).map((placed) => ({ ...placed, place: scene.place }));

/** The label a person reads for an element: button text, input label, section text, or placeholder. */
const labelsOf = ({ block, element }: Placed): readonly string[] => {
  if (element.type === 'button') return [textOf(element['text'])];
  return [textOf(block.type === 'input' ? block['label'] : block['text']), textOf(element['placeholder'])].filter(
    (text) => text !== '',
  );
};

const shown = (core: Core, person: Person, where: Where): string => {
  const labels = scenes(core, person, where).flatMap((scene) => inScene(scene).flatMap(labelsOf));
  return [...new Set(labels)].map((label) => `"${label}"`).join(', ') || 'nothing to press';
};

/** The newest element of the wanted sort with this label. @throws with everything on offer when there is none. */
export const findElement = (
  core: Core,
  person: Person,
  label: string,
  where: Where,
  wanted: (hit: Hit) => boolean,
): Hit => {
  for (const scene of scenes(core, person, where)) {
    const hit = inScene(scene).find((one) => wanted(one) && labelsOf(one).some((text) => named(text, label)));
    if (hit) return hit;
  }
  throw new Error(`${person.name} sees no "${label}"; sees: ${shown(core, person, where)}`);
};

/** An overflow menu holding an entry with this text, newest first. */
export const findOverflow = (
  core: Core,
  person: Person,
  label: string,
  where: Where,
): { readonly hit: Hit; readonly option: unknown } | null => {
  for (const scene of scenes(core, person, where)) {
    for (const hit of inScene(scene).filter((one) => one.element.type === 'overflow')) {
      const options = Array.isArray(hit.element['options']) ? hit.element['options'] : [];
      const option: unknown = options.find((one) => isRecord(one) && named(textOf(one['text']), label));
      if (option !== undefined) return { hit, option };
    }
  }
  return null;
};

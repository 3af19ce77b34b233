import { mergeState, stateOf } from '../blockkit/state.ts';
import { withIds } from '../blockkit/walk.ts';
import { VIEW } from '../contract/limits.ts';
import type { Core } from '../core.ts';
import type { Json, StoredView } from './types.ts';

const newHash = (core: Core): string =>
  `${Math.floor(core.clock.now() / 1000)}.${Math.random().toString(36).slice(2, 10)}`;

const bodyOf = (core: Core, given: Json): StoredView['body'] => ({
  ...given,
  blocks: withIds(Array.isArray(given['blocks']) ? given['blocks'] : [], () => core.world.newId('b')),
});

const taken = (core: Core, given: Json, except: StoredView | null): boolean => {
  const external = given['external_id'];
  if (typeof external !== 'string' || external === '') return false;
  return core.world.view((view) => view !== except && view.body['external_id'] === external) !== undefined;
};

const make = (
  core: Core,
  type: StoredView['type'],
  owner: string,
  given: Json,
  below: StoredView | null,
): StoredView => {
  const id = core.world.newId('V');
  const body = bodyOf(core, given);
  return {
    id,
    type,
    owner,
    body,
    hash: newHash(core),
    state: stateOf(body.blocks, {}),
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
  };
};

/** Opens a modal: alone, or on top of those that are open (three at most, Slack contract 5.2). */
export const openModal = (
  core: Core,
  owner: string,
  given: Json,
  push: boolean,
): StoredView | 'duplicate_external_id' | 'push_limit_reached' => {
  const stack = core.world.modals(owner);
  if (push && stack.length >= VIEW.stack) return 'push_limit_reached';
  if (taken(core, given, null)) return 'duplicate_external_id';
  const view = make(core, 'modal', owner, given, push ? (stack.at(-1) ?? null) : null);
  if (!push) stack.length = 0;
  stack.push(view);
  core.changed({ changed: 'modals' });
  return view;
};

/** New content for an open view; what the person typed stays where block_id and action_id stay. */
export const replaceView = (core: Core, view: StoredView, given: Json): 'duplicate_external_id' | null => {
  if (taken(core, given, view)) return 'duplicate_external_id';
  view.body = bodyOf(core, given);
  view.hash = newHash(core);
  view.state = stateOf(view.body.blocks, view.state);
  core.changed({ changed: view.type === 'modal' ? 'modals' : 'home' });
  return null;
};

export const publishHome = (core: Core, owner: string, given: Json): StoredView | 'duplicate_external_id' => {
  const existing = core.world.state.homes[owner];
  if (existing) return replaceView(core, existing, given) ?? existing;
  if (taken(core, given, null)) return 'duplicate_external_id';
  const view = make(core, 'home', owner, given, null);
  core.world.state.homes[owner] = view;
  core.changed({ changed: 'home' });
  return view;
};

/** What the person has entered so far. */
export const enter = (view: StoredView, typed: StoredView['state']): void => {
  view.state = stateOf(view.body.blocks, mergeState(view.state, typed));
};

/** Takes a view and everything above it away; returns those that went, topmost first. */
export const closeFrom = (core: Core, view: StoredView): readonly StoredView[] => {
  const stack = core.world.modals(view.owner);
  const at = stack.indexOf(view);
  const gone = at < 0 ? [] : stack.splice(at).reverse();
  core.changed({ changed: 'modals' });
  return gone;
};

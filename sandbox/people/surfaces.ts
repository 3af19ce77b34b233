import { CAPABILITIES, type Surface } from '../contract/capabilities.ts';
import type { Core } from '../core.ts';
import type { Act } from '../page-api.ts';
import type { Channel, Person } from '../world/types.ts';
import { may } from './common.ts';

type Placed = Extract<Act, { readonly place: unknown }>;
type Other = Exclude<Act, Placed>['do'];

/** The surface each act uses; presses use that of the place where the element stands. */
const SURFACES: Readonly<Record<Exclude<Other, 'open_home' | 'decline_invite'>, Surface>> = {
  say: 'message',
  upload: 'message',
  read: 'message',
  slash: 'command',
  submit: 'modal',
  close: 'modal',
  shortcut: 'shortcut',
  open_dm: 'dm',
  join: 'browse',
  invite: 'invite',
  accept_invite: 'accept',
  approve_invite: 'approve',
};
const PLACES = { message: 'button', modal: 'modal', home: 'home' } as const;

const surfaceOf = (person: Person, act: Act): Surface | undefined => {
  if ('place' in act) return PLACES[act.place.in];
  if (act.do === 'open_home') return act.tab === 'messages' ? 'dm' : 'home';
  // The invited person declines, or whoever decides for the workspace.
  if (act.do === 'decline_invite') return CAPABILITIES.approve[person.kind] === 'yes' ? 'approve' : 'accept';
  return SURFACES[act.do];
};

const channelOf = (core: Core, act: Act): Channel | null => {
  const place = 'place' in act && act.place.in === 'message' ? act.place.channel : undefined;
  const id = 'channel' in act ? act.channel : place;
  return core.world.channel(id ?? '') ?? null;
};

/** Whether this kind of person may do this, there: the one place where acts meet the capability table. */
export const mayDo = (core: Core, person: Person, act: Act): boolean => {
  const surface = surfaceOf(person, act);
  return surface !== undefined && may(core, person, surface, channelOf(core, act));
};

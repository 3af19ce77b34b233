import { CAPABILITIES, type Surface } from '../contract/capabilities.ts';
import type { Core } from '../core.ts';
import type { AttemptResult } from '../delivery/transport.ts';
import type { ActResult } from '../page-api.ts';
import { canSee } from '../world/channels.ts';
import type { Channel, Person } from '../world/types.ts';

export const fail = (error: string): ActResult => ({ ok: false, error });
export const done: ActResult = { ok: true };

/** Whether this kind of person may use a surface, here (the capability table decides). */
export const may = (core: Core, person: Person, surface: Surface, channel: Channel | null): boolean => {
  const allowance = CAPABILITIES[surface][person.kind];
  const isShared = (one: Channel) => one.sharedWith.includes(person.teamId) && one.members.includes(person.id);
  if (allowance === 'own') return channel !== null && channel.kind !== 'im' && channel.members.includes(person.id);
  if (allowance === 'shared') return channel ? isShared(channel) : core.world.state.channels.some(isShared);
  return allowance === 'yes';
};

/** The channel if this person can see it. */
export const seen = (core: Core, person: Person, id: string): Channel | null => {
  const channel = core.world.channel(id);
  return channel && canSee(core.world, channel, person) ? channel : null;
};

/** What the person sees when the app did not take it: `operation_timeout`, or `dispatch_failed` when nobody listens. */
export const notTaken = (result: AttemptResult): ActResult | null => {
  if (result.outcome === 'acknowledged') return null;
  return fail(result.outcome === 'timeout' ? 'operation_timeout' : 'dispatch_failed');
};

/** Whether anything came back with an acknowledgement. */
export const hasBody = (body: unknown): body is Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && Object.keys(body).length > 0;

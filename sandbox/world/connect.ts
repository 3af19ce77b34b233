import { CAPABILITIES } from '../contract/capabilities.ts';
import { CONNECT, connectRules, INVITATION_STEPS, type InvitationAct } from '../contract/connect.ts';
import type { Core } from '../core.ts';
import { emitInvitation, emitSharing } from '../delivery/connect-events.ts';
import { join, leave } from './channels.ts';
import type { Invitation } from './invitation.ts';
import type { Channel, Person } from './types.ts';
import type { World } from './world.ts';

/** Slack Connect: invitations into channels, and channels shared by them (Slack contract 5.11). */

const DAY = 86_400;

const seconds = (core: Core): number => Math.floor(core.clock.now() / 1000);
const lapsed = (core: Core, { state, expires }: Invitation): boolean => state === 'sent' && seconds(core) >= expires;

/** Still waiting for somebody. */
export const isPending = (core: Core, invitation: Invitation): boolean =>
  ['requested', 'sent', 'accepted'].includes(invitation.state) && !lapsed(core, invitation);

/** Whom an invitation names, if anybody of this world. */
export const invitee = (world: World, { user, email }: Pick<Invitation, 'user' | 'email'>): Person | undefined =>
  world.state.persons.find((one) => (user === null ? one.email?.toLowerCase() === email : one.id === user));

/** Writes an invitation down; it goes out at once, or waits until an admin lets it. */
export const createInvitation = (
  core: Core,
  given: Pick<Invitation, 'channel' | 'user' | 'email' | 'postOnly' | 'inviter'>,
): Invitation => {
  const { world } = core;
  const created = seconds(core);
  const waits = connectRules(world.home).approvals.includes('before_sending');
  const id = world.newId('I');
  const expires = created + CONNECT.inviteDays * DAY;
  const invitation: Invitation = {
    id,
    ...given,
    state: waits ? 'requested' : 'sent',
    created,
    expires,
    acceptedBy: null,
  };
  world.state.invitations.push(invitation);
  const inviter = world.person(given.inviter);
  if (waits && inviter) emitInvitation(core, 'requested', invitation, inviter);
  core.changed({ changed: 'invitations' });
  return invitation;
};

const stepOf = (core: Core, invitation: Invitation, person: Person, act: InvitationAct) => {
  const named = invitee(core.world, invitation);
  // A link sent to an address that nobody here has serves whoever opens it.
  const isFor = named === undefined || named === person;
  return INVITATION_STEPS.find(
    (step) =>
      step.act === act &&
      step.from === invitation.state &&
      CAPABILITIES[step.by][person.kind] === 'yes' &&
      (step.by === 'approve' || isFor),
  );
};

/** What this person can answer to an invitation now. */
export const answersOf = (core: Core, invitation: Invitation, person: Person): readonly InvitationAct[] =>
  lapsed(core, invitation)
    ? []
    : (['accept', 'approve', 'decline'] as const).filter((act) => stepOf(core, invitation, person, act));

const connect = (core: Core, invitation: Invitation, channel: Channel, person: Person): void => {
  invitation.state = 'approved';
  if (!channel.sharedWith.includes(person.teamId)) {
    channel.sharedWith.push(person.teamId);
    emitSharing(core, 'channel_shared', channel, person.teamId);
  }
  if (CAPABILITIES.message[person.kind] !== 'no') join(core, channel, person, invitation.inviter);
};

/** Takes an invitation one step on. @returns Slack's word when that cannot be, else `null`. */
export const answerInvitation = (
  core: Core,
  invitation: Invitation,
  person: Person,
  act: InvitationAct,
): string | null => {
  if (lapsed(core, invitation)) return 'invite_expired';
  const step = stepOf(core, invitation, person, act);
  const channel = core.world.channel(invitation.channel);
  if (!step || !channel) return 'not_allowed';
  if (channel.archived && act !== 'decline') return 'is_archived';
  invitation.state = step.to;
  if (act === 'accept') invitation.acceptedBy = person.id;
  if (step.to === 'sent') invitation.expires = seconds(core) + CONNECT.inviteDays * DAY;
  if (step.event !== null) emitInvitation(core, step.event, invitation, person);
  const ready = step.to === 'accepted' && !connectRules(core.world.home).approvals.includes('before_joining');
  const comer = core.world.person(invitation.acceptedBy ?? '');
  if (comer && (ready || step.to === 'approved')) connect(core, invitation, channel, comer);
  core.changed({ changed: 'invitations' });
  return null;
};

/** The workspace leaves the channel with all its people. */
/** A channel becomes part of another workspace too; its people can then be brought in. */
export const share = (core: Core, channel: Channel, teamId: string): void => {
  channel.sharedWith.push(teamId);
  emitSharing(core, 'channel_shared', channel, teamId);
  core.changed({ changed: 'channels' });
};

export const unshare = (core: Core, channel: Channel, teamId: string): void => {
  channel.sharedWith = channel.sharedWith.filter((id) => id !== teamId);
  for (const id of [...channel.members]) {
    const person = core.world.person(id);
    if (person?.teamId === teamId) leave(core, channel, person);
  }
  emitSharing(core, 'channel_unshared', channel, teamId);
  core.changed({ changed: 'channels' });
};

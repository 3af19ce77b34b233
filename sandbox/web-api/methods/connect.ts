import { CONNECT, connectRules } from '../../contract/connect.ts';
import { PLANS } from '../../contract/plans.ts';
import type { Core } from '../../core.ts';
import { createInvitation, invitee, isPending } from '../../world/connect.ts';
import type { Invitation } from '../../world/invitation.ts';
import { isKnown } from '../../world/reach.ts';
import type { Channel, Person } from '../../world/types.ts';
import { ownChannel } from '../access.ts';
import { type Args, type Handler, type Handlers, refuse } from '../call.ts';

type Recipient = Pick<Invitation, 'user' | 'email'>;

/** One person known through another channel, or one address: never more in a call. */
const recipientOf = (args: Args): Recipient => {
  const [users, emails] = [args.ids('user_ids'), args.ids('emails')];
  if (users.length + emails.length === 0) refuse('recipients_not_specified');
  if (emails.length > 1) refuse('too_many_emails');
  const [email, user] = [emails[0]?.trim().toLowerCase(), users[0]];
  if (users.length + emails.length > 1)
    refuse('invalid_arguments', { response_metadata: { messages: ['[ERROR] one recipient at a time'] } });
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) refuse('invalid_email');
  return { user: user ?? null, email: email ?? null };
};

/** The person meant, if the sandbox knows them. Nobody of the home workspace is invited this way. */
const foreignPerson = (core: Core, recipient: Recipient, channel: Channel): Person | undefined => {
  const person = invitee(core.world, recipient);
  const isOurs = person?.teamId === core.world.home.id;
  const isStranger = recipient.user !== null && !(person && person.kind === 'foreign' && isKnown(core.world, person));
  if (isOurs || isStranger) refuse('user_not_found');
  if (person && channel.members.includes(person.id)) refuse('already_in_channel');
  return person;
};

/** Every workspace that is not there yet counts, also while it has only been invited. */
const checkLimits = (core: Core, channel: Channel, recipient: Recipient, person: Person | undefined): void => {
  const waiting = core.world.state.invitations.filter((one) => one.channel === channel.id && isPending(core, one));
  const same = waiting.some((one) => one.user === recipient.user && one.email === recipient.email);
  const connected = channel.sharedWith.length + 1;
  const isNew = !person || !channel.sharedWith.includes(person.teamId);
  if (isNew && connected >= CONNECT.workspaces) refuse('connection_limit_exceeded');
  if (same || (isNew && connected + waiting.length >= CONNECT.workspaces)) refuse('connection_limit_exceeded_pending');
};

/** Invites somebody of another workspace into a channel (Slack contract 5.11); post-only unless said otherwise. */
const inviteShared: Handler = (core, args) => {
  const { world } = core;
  if (!PLANS[world.home.plan].connect) refuse('not_paid');
  const channel = ownChannel(core, args.text('channel'));
  if (channel.kind === 'im') refuse('invalid_channel_type');
  if (channel.archived) refuse('channel_archived');
  if (channel.general) refuse('cannot_share_mandatory_channel');
  const postOnly = args.raw['external_limited'] !== false;
  const { invitations } = connectRules(world.home);
  if (invitations === 'none' || (invitations === 'post_only' && !postOnly)) refuse('restricted_action');
  const recipient = recipientOf(args);
  checkLimits(core, channel, recipient, foreignPerson(core, recipient, channel));
  const { id } = createInvitation(core, { channel: channel.id, ...recipient, postOnly, inviter: world.bot.id });
  const link = postOnly ? {} : { conf_code: id.toLowerCase(), url: `${core.url()}/share/${id.toLowerCase()}` };
  return { invite_id: id, is_legacy_shared_channel: false, ...link };
};

export const CONNECTIONS: Handlers = { 'conversations.inviteShared': inviteShared };

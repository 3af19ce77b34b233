/** Slack Connect: the life of an invitation, and its limits (Slack contract 5.11). */

export type InvitationState = 'requested' | 'sent' | 'accepted' | 'approved' | 'declined' | 'revoked';
export type InvitationAct = 'accept' | 'approve' | 'decline';
export type InvitationEvent = 'requested' | 'accepted' | 'approved' | 'declined';

type Step = {
  readonly act: InvitationAct;
  readonly from: InvitationState;
  /** The invited person, or whoever decides for the home workspace. */
  readonly by: 'accept' | 'approve';
  readonly to: InvitationState;
  /** The `shared_channel_invite_` event that tells of it. */
  readonly event: InvitationEvent | null;
};

/** Every step there is; anything else is refused. A workspace may do without either approval. */
export const INVITATION_STEPS: readonly Step[] = [
  { act: 'approve', from: 'requested', by: 'approve', to: 'sent', event: null },
  { act: 'decline', from: 'requested', by: 'approve', to: 'declined', event: 'declined' },
  { act: 'accept', from: 'sent', by: 'accept', to: 'accepted', event: 'accepted' },
  { act: 'decline', from: 'sent', by: 'accept', to: 'declined', event: 'declined' },
  { act: 'decline', from: 'sent', by: 'approve', to: 'revoked', event: null },
  { act: 'approve', from: 'accepted', by: 'approve', to: 'approved', event: 'approved' },
  { act: 'decline', from: 'accepted', by: 'approve', to: 'declined', event: 'declined' },
];

/** Who may be invited how, and what an admin of the home workspace must approve. */
export type ConnectRules = {
  /** `post_only` refuses invitations with `external_limited: false`; `none` refuses all. */
  readonly invitations: 'all' | 'post_only' | 'none';
  readonly approvals: readonly ('before_sending' | 'before_joining')[];
};
const USUAL: ConnectRules = { invitations: 'all', approvals: ['before_joining'] };

/** The rules of a workspace; the usual ones when it has none of its own. */
export const connectRules = (team: { readonly connect?: ConnectRules }): ConnectRules => team.connect ?? USUAL;

export const CONNECT = {
  /** An invitation that nobody accepted lapses. */
  inviteDays: 14,
  /** Workspaces in one channel, the home workspace among them. */
  workspaces: 250,
} as const;

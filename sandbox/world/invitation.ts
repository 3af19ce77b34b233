import type { InvitationState } from '../contract/connect.ts';

/** Somebody of another workspace is asked into a channel (Slack Connect). */
export type Invitation = {
  id: string;
  channel: string;
  state: InvitationState;
  /** Who is asked: a person by id, or an address in small letters; the other is `null`. */
  user: string | null;
  email: string | null;
  /** They may write, not bring in others. */
  postOnly: boolean;
  inviter: string;
  acceptedBy: string | null;
  /** Seconds since 1970. */
  created: number;
  expires: number;
};

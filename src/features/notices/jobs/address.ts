import type { Locale } from '../../../core/locale.ts';
import type { Deps } from '../../../platform/deps.ts';
import { findPeople, localeOfPerson } from '../../people/public.ts';
import { cohortById } from '../../programmes/public.ts';
import type { LaneKey } from '../rules/index.ts';

export type Address = { readonly channel: string; readonly locale: Locale; readonly isPerson: boolean };
/** `isYet`: the place is going to be there. */
export type Nowhere = { readonly nowhere: string; readonly isYet: boolean };

/** Where the lane leads in Slack today. Channels are spoken to in Polish, people in their language. */
export async function addressOf(deps: Deps, { targetKind, target }: LaneKey): Promise<Address | Nowhere> {
  if (targetKind === 'channel') return { channel: target, locale: 'pl', isPerson: false };
  if (targetKind === 'staff') {
    const channel = (await cohortById(deps.db, target))?.staffChannelId;
    return channel ? { channel, locale: 'pl', isPerson: false } : { nowhere: 'no_channel_yet', isYet: true };
  }
  const [person] = await findPeople(deps.db, [target]);
  if (!person?.slackUserId) return { nowhere: 'not_in_slack', isYet: false };
  if (person.isDeactivated) return { nowhere: 'user_disabled', isYet: false };
  return { channel: person.slackUserId, locale: localeOfPerson(person), isPerson: true };
}

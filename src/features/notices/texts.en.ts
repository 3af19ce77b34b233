import { plural } from '../../core/text.ts';
import type { NoticesTexts } from './texts.pl.ts';

export const en = {
  help: '`/debiuty undelivered` – messages that did not arrive, with the reason and a retry',
  heading: (n: number) =>
    n === 0
      ? 'Everything has arrived'
      : `${n} ${plural('en', n, { one: 'message', other: 'messages' })} did not arrive`,
  none: 'There is no undelivered message.',
  to: (name: string) => `To: ${name}`,
  toChannel: (channel: string) => `To the channel <#${channel}>`,
  toStaff: 'To the staff channel',
  written: (moment: string) => `Written: ${moment}`,
  retry: 'Send again',
  retried: 'Sending again. If it fails once more, the message returns to this list.',
  more: (n: number) => `…and ${n} more. The newest are shown.`,
  refusals: {
    not_allowed: 'Only the programme team can do this.',
    not_failed: 'This message is not waiting for a retry any more.',
  },
  failures: {
    not_in_slack: 'this person is not in Slack – please pass the message on in another way',
    user_disabled: 'this person’s account is deactivated',
    channel_not_found: 'the channel does not exist or the bot cannot see it',
    not_in_channel: 'the bot is not in the channel – invite it and retry',
    is_archived: 'the channel is archived',
    no_channel_yet: 'the staff channel has not been made yet',
  },
  otherFailure: (code: string) => `Slack answered: ${code}`,
} satisfies NoticesTexts;

import { plural } from '../../core/text.ts';
import type { NoticesTexts } from './texts.pl.ts';

const messages = (n: number) => `${n} ${plural('en', n, { one: 'message', other: 'messages' })}`;

export const en = {
  help: '`/debiuty undelivered` – messages that did not arrive, with the reason and a retry',
  title: 'Undelivered',
  heading: (n: number) => (n === 0 ? 'Everything has arrived' : `${messages(n)} did not arrive`),
  none: 'There is no undelivered message.',
  ofReason: messages,
  someFailed: 'Not all messages have arrived',
  because: (why: string) => `Reason: ${why}`,
  to: (name: string) => `To: ${name}`,
  toChannel: (channel: string) => `To the channel <#${channel}>`,
  toStaff: 'To the staff channel',
  written: (moment: string) => `Written: ${moment}`,
  retry: 'Send again',
  retryAll: (n: number) => (n === 1 ? 'Send again' : `Send all (${n})`),
  askAll: (n: number) => ({
    title: 'Send again?',
    text: `We will send ${messages(n)} again. Those that may have arrived are looked up first, so that nobody gets one twice.`,
  }),
  no: 'Not now',
  retried: (n: number) =>
    n === 0
      ? 'Nothing is waiting for a retry for this reason any more.'
      : `Sending ${messages(n)} again. What fails once more returns to this list.`,
  show: 'Show the undelivered',
  page: (page: number, pages: number) => `Page ${page} of ${pages}, newest first`,
  previous: '← Newer',
  next: 'Older →',
  upcoming: 'A planned message',
  refusals: {
    not_allowed: 'Only the programme team can do this.',
    not_failed: 'This message is not waiting for a retry any more.',
  },
  reasons: {
    not_in_slack: {
      why: 'this person is not in Slack.',
      todo: 'Pass the message on in another way, by e-mail for example. Send it again once they have joined Slack.',
    },
    account_off: {
      why: 'this person’s account is deactivated.',
      todo: 'Pass the message on to somebody else of the organisation, or send it again when the account is back.',
    },
    person_unreachable: {
      why: 'the bot cannot write to this person: Slack does not show them or takes no messages for them.',
      todo: 'Pass the message on in another way, for example in the organisation’s channel.',
    },
    is_bot: { why: 'this account is a bot.', todo: 'Name a person instead and pass the message on to them.' },
    messages_off: {
      why: 'the app may not send direct messages.',
      todo: 'Turn on the “Messages” tab in the app’s settings, then send again.',
    },
    no_channel: {
      why: 'the channel does not exist or the bot cannot see it.',
      todo: 'Invite the bot to a private channel and send again. If the channel was deleted, pass the message on in another way.',
    },
    no_channel_yet: {
      why: 'the staff channel has not been made yet.',
      todo: 'The cohort’s card says what is missing. Send again when the channel is there.',
    },
    not_in_channel: { why: 'the bot is not in the channel.', todo: 'Invite the bot to the channel and send again.' },
    archived: {
      why: 'the channel is archived.',
      todo: 'If the channel is still needed, unarchive it and send again.',
    },
    no_posting: {
      why: 'the bot may not post in this channel.',
      todo: 'Change who may post in the channel’s settings, and send again.',
    },
    no_permission: {
      why: 'the app lacks a permission in Slack.',
      todo: 'Ask whoever looks after the bot to grant it, then send again.',
    },
    bot_refused: {
      why: 'Slack does not let the bot in any more: its access has expired or was taken away.',
      todo: 'Ask whoever looks after the bot to install the app again, then send again.',
    },
    content: {
      why: 'its content could not be made.',
      todo: 'This is a mistake of the bot. Report it to whoever looks after it; send again after the repair.',
    },
    unreadable: {
      why: 'nobody knows whether it arrived, and the bot cannot look into the channel’s history.',
      todo: 'Look there yourselves. If it is not there, make sure that the bot is in the channel and send again: the bot looks first and sends nothing twice.',
    },
    outage: { why: 'Slack did not answer for a long time.', todo: 'Send again when Slack works.' },
    other: {
      why: 'Slack refused for another reason.',
      todo: 'Try again. If that does not help, tell whoever looks after the bot what Slack said.',
    },
  },
  otherFailure: (code: string) => `Slack answered: ${code}`,
} satisfies NoticesTexts;

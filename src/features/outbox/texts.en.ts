import { plural } from '../../core/text.ts';
import { cause } from './texts/cause.en.ts';
import { rehearsal } from './texts/rehearsal.en.ts';
import type { OutboxTexts } from './texts.pl.ts';

const messages = (n: number) => `${n} ${plural('en', n, { one: 'message', other: 'messages' })}`;

export const en = {
  help: '`/debiuty outbox` – what we will send in the next two weeks: to whom, when and why',
  title: 'Outbox',
  choose: 'Which cohort’s messages shall I show?',
  open: 'Open',
  home: 'Outbox: what we will send in the next two weeks',
  counts: (n: number, to: number) =>
    `The next two weeks: *${messages(n)}* to ${to} ${plural('en', to, { one: 'receiver', other: 'receivers' })}.`,
  most: (n: number) => `At most ${n} for one receiver on one day.`,
  held: (n: number) => `Held back: ${messages(n)}.`,
  none: 'We will send nothing in the next two weeks. Once there are dates, you see each message here before it goes.',
  at: (time: string) => time,
  to: {
    person: (name: string) => `to: ${name}`,
    organisation: (name: string) => `to the channel of: ${name}`,
    cohort: 'to the cohort’s channel',
    channel: (id: string) => `to the channel <#${id}>`,
    staff: 'to the staff channel',
    unknown: 'to a person we do not know',
  },
  states: {
    held: 'held back – it goes when you let it go',
    late: 'waiting for its turn, it goes in a moment',
    reworded: 'in the team’s words',
  },
  nothingToSay: '(there is nothing to say at the moment)',
  andMore: (n: number) => `and ${n} more ${plural('en', n, { one: 'matter', other: 'matters' })}`,
  why: (cause: string) => `Why: ${cause}`,
  cause,
  acts: {
    hold: 'Hold',
    resume: 'Let go',
    reword: 'Edit',
    hurry: 'Send now',
    cancel: 'Do not send',
  },
  done: {
    hold: 'Held back. It does not go before you let it go.',
    resume: 'Let go. It goes at its time, and if that is past, right away.',
    reword: 'Saved. It goes in these words, with the same buttons.',
    hurry: 'Sending it now.',
    cancel: 'This message will not go. Later reminders of the matter come as planned.',
  },
  ask: {
    hurry: { title: 'Send it now?', text: 'The message goes at once, not at its time. It cannot be taken back.' },
    cancel: { title: 'Not send it?', text: 'Nobody gets this message. Later reminders do come.' },
    no: 'Back',
  },
  words: {
    title: 'Words of the message',
    intro: 'Change the words of this one message. Its buttons stay as they are.',
    buttonsGo: (to: string, moment: string) => `${to}, ${moment}`,
    label: 'Words',
    hint: 'Plain text, without formatting.',
    save: 'Save',
    back: 'Back to the outbox',
  },
  page: (from: number, to: number, total: number) => `Messages ${from}–${to} of ${total}`,
  previous: '← Earlier',
  next: 'Later →',
  rehearse: 'Rehearse',
  rehearsal,
  errors: {
    words_missing: 'Type the words of the message.',
    words_long: 'This is too long: at most 3000 characters fit.',
    places_wrong: 'Give the number of organisations, from 1 to 500.',
    experts_wrong: 'Give the number of experts, from 0 to 200.',
    date_missing: 'Choose a day.',
  },
  refusals: {
    not_allowed: 'Only the programme team can do this.',
    unknown_cohort: 'There is no cohort in your care yet.',
    already_sent: 'This message has gone or is being sent, so nothing can be done about it.',
    changed_meanwhile: 'Something has changed here meanwhile. This is how it stands now – try again if need be.',
  },
} satisfies OutboxTexts;

import { plural } from '../../core/text.ts';
import type { UndoTexts } from './texts.pl.ts';

const minutes = (n: number) => `${n} ${plural('en', n, { one: 'minute', other: 'minutes' })}`;
const recipients = (n: number) => `${n} ${plural('en', n, { one: 'recipient', other: 'recipients' })}`;

export const en = {
  help: '`/debiuty undo` – what waits to be done, taking it back, and corrections',
  waits: (what: string, until: string) => `:hourglass_flowing_sand: *Waits until ${until}:* ${what}`,
  canUndo: (effect: string, n: number) =>
    n === 0
      ? `${effect} This is happening just now.`
      : `${effect} This happens in ${minutes(n)}. Until then it can be undone: nobody has received anything yet.`,
  by: (name: string) => `Asked for by ${name}`,
  text: (until: string) => `Waits until ${until}`,
  undo: 'Undo',
  now: 'Do it now',
  correct: 'Write a correction',
  list: {
    title: 'Undo',
    heading: (n: number) =>
      n === 0 ? 'Nothing waits to be done' : `${n} ${plural('en', n, { one: 'act waits', other: 'acts wait' })}`,
    none: 'In the last day there was nothing that could be undone or corrected.',
    done: (what: string) => `:white_check_mark: *Done:* ${what}`,
    undone: (what: string) => `:leftwards_arrow_with_hook: *Undone:* ${what}`,
    refused: (what: string) => `:warning: *Not done:* ${what}`,
    because: (why: string) => `Reason: ${why}`,
    at: (moment: string, by: string) => `${moment}. Asked for by ${by}`,
    atBy: {
      done: (ender: string) => `Done at once by ${ender}`,
      undone: (ender: string) => `Undone by ${ender}`,
      refused: (ender: string) => `Tried at once by ${ender}`,
    },
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    previous: '← Previous',
    next: 'Next →',
  },
  said: {
    undone: (what: string) => `*Undone:* ${what}. Nobody received anything and everything is as it was.`,
    done: (what: string) => `*Done:* ${what}.`,
    act_refused: '*Not done.* Something has changed meanwhile; the reason is below.',
    is_done: '*Done already.* Somebody was faster, or the time is over. A correction can still be written.',
    is_undone: '*Undone already.* Nothing was sent.',
    is_refused: '*This was not done* and will not be; the reason is below.',
    nobody: 'There is nobody to correct this for: nobody received the message, or the correction was sent already.',
    not_taken_back: 'This can no longer be taken back. Nothing was sent; please look how things stand now.',
    corrected: (n: number) => `*Correction sent:* ${recipients(n)}.`,
  },
  correction: {
    title: 'Correction',
    intro: (what: string) =>
      `*Done:* ${what}\nThis can no longer be undone without a trace. You can write to those who received the message. Each person and each channel gets the correction only once.`,
    told: (names: string, rest: number) => `To: ${names}${rest > 0 ? ` and ${rest} more` : ''}`,
    to: 'To whom?',
    everybody: (n: number) => `To everybody (${n})`,
    text: 'Text',
    textHint: 'This is a draft: please make it yours.',
    takeBack: 'What else?',
    send: 'Send',
  },
  notice: {
    text: (cohort: string) => `A correction from the team of ${cohort}`,
    heading: (cohort: string) => `*A correction from the team of ${cohort}*`,
    refused: (what: string) => `*Not done:* ${what}`,
    refusedText: 'What waited was not done',
    open: 'See what waits',
  },
  outbox: { to: 'those concerned', why: 'Until then it can be undone: /debiuty undo.' },
  upcoming: 'An act that can still be undone',
  refusals: { not_allowed: 'Only the team of this cohort can do this.' },
  own: {
    no_longer_staff: 'whoever asked for it is no longer in the team of this cohort.',
    unexpected:
      'something went wrong in spite of several attempts. Please try again, and if that does not help, tell whoever looks after the bot.',
  },
  errors: {
    empty: 'Please write what we should pass on.',
    long: 'Please shorten it to 2500 characters.',
  },
} satisfies UndoTexts;

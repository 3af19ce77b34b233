import { plural } from '../../core/text.ts';
import { KIND_NAMES } from '../availability/public.ts';
import type { RecordsTexts } from './texts.pl.ts';

const minutes = (n: number) => `${n} ${plural('en', n, { one: 'minute', other: 'minutes' })}`;
const meetings = (n: number) => `${n} ${plural('en', n, { one: 'meeting', other: 'meetings' })}`;
const days = (n: number) => `${n} ${plural('en', n, { one: 'day', other: 'days' })}`;

export const en = {
  minutes,
  kinds: KIND_NAMES.en,
  upcoming: (organisation: string) => `end of a consultation: ${organisation}`,
  asked: {
    text: 'Did the consultation take place?',
    organisation: (expert: string, when: string) =>
      `*Did your consultation take place?*\n${when}, with ${expert}. One click is enough; if something came up, no harm is done.`,
    expert: (organisation: string, when: string) =>
      `*Did the consultation take place?*\n${when}, organisation: ${organisation}. One click is enough; if something came up, no harm is done.`,
    says: {
      yes: 'Yes, it took place',
      no: 'It did not take place',
      other_time: 'Another time',
      absent: 'The other side did not come',
    },
    absent: { organisation: 'Nobody from the organisation came', expert: 'The expert did not come' },
    own: (answer: string) => `Answer noted: *${answer}*. You can change it until the matter is closed.`,
    ownKept: 'Your answer is noted. You can change it until the matter is closed.',
    staff: 'The answers differ or are missing. The staff will calmly find out.',
    over: 'This consultation no longer waits for an answer.',
    card: 'Consultation card',
  },
  ending: (ending) => {
    if (ending.outcome === 'held') return 'The consultation took place.';
    if (ending.missed === 'expert') return 'The consultation did not take place: the expert was not there.';
    return ending.outcome === 'no_show'
      ? 'The consultation did not take place: nobody from the organisation was there.'
      : 'The consultation did not take place.';
  },
  disagreed: {
    text: 'Did the consultation take place? The answers differ',
    body: (organisation: string, expert: string, when: string) =>
      `*Did the consultation take place?*\n${organisation}, with ${expert}, ${when}. The answers differ or are missing; please decide with one click.`,
    organisation: 'Organisation',
    expert: 'Expert',
    silent: 'no answer',
    decisions: {
      held: 'It took place',
      not_held: 'It did not',
      organisation_absent: 'Organisation was absent',
      expert_absent: 'Expert was absent',
    },
    decided: (what: string) => `Decided. ${what}`,
  },
  missed: (expert: string, organisation: string, when: string) =>
    `*A consultation without its expert*\nOrganisation: ${organisation}, ${when}, was to be with ${expert}. It can happen to anybody: do ask whether all is well and whether somebody should stand in. The organisation loses no hours and was invited to choose a new time.`,
  ended: {
    text: 'The consultation did not take place – choose a new time',
    body: (when: string) => `The consultation planned for ${when} did not take place. It happens.`,
    free: 'This meeting takes nothing from your hours.',
    costs: 'It is not the first meeting to which nobody of you came, so it counts against your hours.',
    next: 'You can choose a new time at once.',
    book: 'Choose a new time',
  },
  card: {
    text: (organisation: string) => `Consultation card: ${organisation}`,
    head: (number: number) => (number > 1 ? `Consultation card (version ${number})` : 'Consultation card'),
    when: 'When',
    span: (day: string, from: string, to: string, elsewhere: string) => `${day}, ${from}–${to}${elsewhere}`,
    counted: 'Time',
    kind: 'How',
    expert: 'Expert',
    people: 'Present',
    area: 'Subject',
    agreed: '*What was agreed*',
    steps: '*Next steps*',
    step: (what: string, who: string | null, until: string | null) =>
      `• ${[what, who, until && `by ${until}`].filter(Boolean).join(' – ')}`,
    documents: '*Documents*',
    none: 'not given',
    missed: 'There was no meeting, so the card counts 0 minutes.',
    late: (n: number) => `The card was written more than ${days(n)} after the meeting.`,
    ask: (until: string) => `Please confirm or comment. Without an answer the card will count as confirmed: ${until}.`,
    confirmed: (name: string, when: string) => `Confirmed: ${name}, ${when}.`,
    confirmedFor: (name: string, when: string) =>
      `Confirmed on behalf of the organisation by the programme's staff: ${name}, ${when}.`,
    confirmedSilently: (when: string) => `Confirmed, as there were no remarks: ${when}.`,
    countsNothing: (when: string) => `It need not be confirmed any more: ${when}.`,
    commented: 'There are remarks. The expert can send a new version; this one can be confirmed as well.',
    replaced: (number: number) => `There is a newer version of this card: ${number}.`,
    confirm: 'Confirm',
    comment: 'I have remarks',
    correct: 'Correct the card',
    versions: 'Versions and remarks',
  },
  commented: {
    text: 'Remarks on a consultation card',
    body: (organisation: string, name: string, when: string) =>
      `*Remarks on a consultation card*\n${organisation}, meeting: ${when}. By ${name}`,
  },
  form: {
    title: 'Consultation card',
    submit: 'Save',
    intro: (organisation: string, when: string) => `${organisation}, the meeting: ${when}`,
    date: 'Day of the meeting',
    from: 'From',
    to: 'To',
    minutes: 'Minutes counted',
    minutesHint: 'Left empty: as long as the meeting took.',
    kind: 'How',
    people: 'Who was present',
    area: 'Subject',
    agreed: 'What was agreed',
    steps: 'Next steps',
    stepsHint: 'One in a line: what | who | until, such as Draft of the plan | Anna | 2026-06-10',
    documents: 'Documents',
    documentsHint: 'Addresses that begin with https://, one in a line.',
    send: 'What to do with the card',
    now: 'Send it to the organisation',
    later: 'Keep a draft for later',
    sent: (number: number) =>
      number > 1
        ? `Version ${number} of the card was sent to the organisation. Earlier versions stay in its history.`
        : 'The card was sent to the organisation. Thank you.',
    kept: 'Draft saved. The organisation does not see it yet; come back to it with the same button.',
  },
  comment: {
    title: 'Remarks on the card',
    submit: 'Send remarks',
    label: 'What is wrong or missing',
    sent: 'Your remarks were sent to the expert. Thank you.',
  },
  confirmDone: 'The card is confirmed. Thank you.',
  history: {
    title: 'Versions and remarks',
    version: (number: number, when: string, time: string) => `*Version ${number}* – ${when}, ${time}`,
    comment: (number: number, name: string, when: string) => `*Remarks on version ${number}* – ${name}, ${when}`,
  },
  said: 'Noted. Thank you.',
  saidEnded: 'Noted. Thank you, the matter is closed.',
  saidStaff: 'Noted. The answers differ, so the staff will find out; there is nothing more to do.',
  decided: 'Decided. Both sides can see it.',
  months: {
    title: 'Consultation time',
    own: 'Your consultations by month and organisation.',
    cohort: (cohort: string) => `Consultations of ${cohort} by month and organisation.`,
    none: 'No consultation has taken place yet.',
    month: (name: string, total: string) => `*${name}*: ${total}`,
    line: (organisation: string, total: string, n: number) => `• ${organisation}: ${total} (${meetings(n)})`,
    more: (n: number) => `and ${n} more`,
    earlier: 'Earlier months are in the file.',
    export: 'Get the settlement',
    open: 'Consultation minutes',
    coming: 'The files (CSV and XLSX) will come in a direct message from the bot.',
    home: (month: string, total: string) => `*Consultation minutes*\n${month}: ${total}`,
  },
  sheet: {
    text: 'Settlement of consultations',
    own: (n: number, total: string) =>
      `*Settlement of your consultations*: ${meetings(n)}, ${total} in all. The files are in the thread: CSV (for Polish Excel) and XLSX.`,
    cohort: (cohort: string, n: number, total: string) =>
      `*Settlement of the consultations of ${cohort}*: ${meetings(n)}, ${total} in all. The files are in the thread: CSV (for Polish Excel) and XLSX.`,
    name: 'konsultacje',
    tab: 'Konsultacje',
    columns: {
      ...{ cohort: 'edycja', expert: 'prowadzi', organisation: 'organizacja', date: 'data', from: 'od', to: 'do' },
      ...{ minutes: 'minuty', kind: 'forma', card: 'karta', version: 'wersja_karty', id: 'identyfikator' },
    },
    standing: { draft: 'brak', published: 'do potwierdzenia', commented: 'uwagi', confirmed: 'potwierdzona' },
  },
  matters: {
    card: (organisation: string, when: string) => `Write the consultation card: ${organisation}, ${when}`,
    cardWhy: 'The card is the ground of the settlement, and remembers what was agreed.',
    write: 'Write the card',
    confirm: (when: string) => `Confirm the consultation card (${when}) or comment on it`,
    confirmWhy: 'Without an answer the card will count as confirmed.',
    decide: (organisation: string, when: string) =>
      `Decide whether the consultation took place: ${organisation}, ${when}`,
    decideWhy: 'The answers of the organisation and the expert differ or are missing.',
    many: (n: number) => `${meetings(n)} to decide on: did ${n === 1 ? 'it' : 'they'} take place?`,
  },
  brief: {
    agreed: (when: string, text: string) => `Agreed, by the last card (${when}): ${text}`,
    steps: (text: string) => `Next steps: ${text}`,
  },
  refusals: {
    not_allowed:
      'Only people of this organisation, its expert and the programme team can do that. If that is a mistake, please tell the team.',
    not_minutes: 'Experts see their own minutes, and the team of a cohort all of it.',
    staff_decide: 'The organisation and the expert answer each for themselves; staff decide in their channel.',
    not_over: 'This consultation is not over yet.',
    not_booked: 'This consultation was cancelled or moved.',
    already_settled: 'This matter is closed already.',
    not_held: 'This consultation did not take place, so there is no card.',
    changed_meanwhile: 'The card has changed meanwhile. Please open it again.',
    in_future: 'This day has not come yet.',
    not_yours: 'The card is confirmed by the organisation.',
    not_newest: 'There is a newer version of this card, please look at that one.',
    already_confirmed: 'This card is confirmed already.',
  },
  errors: {
    long: 'Too long.',
    date_missing: 'Choose a day.',
    time_missing: 'Choose a time.',
    to_before_from: 'The end must be after the beginning.',
    minutes_wrong: 'Give whole minutes, 1440 at most.',
    choose_kind: 'Choose how you met.',
    people_missing: 'Write who was present.',
    agreed_missing: 'Write what was agreed.',
    not_links: 'Each line must be an address that begins with https://.',
    choose_send: 'Choose what to do with the card.',
    comment_missing: 'Write your remarks.',
  } as Readonly<Record<string, string>>,
  help: 'minutes – minutes of consultations and their settlement',
} satisfies RecordsTexts;

import { plural } from '../../core/text.ts';
import { KIND_NAMES } from '../availability/public.ts';
import type { ConsultationsTexts } from './texts.pl.ts';

const hours = (n: number): string => `${n} ${plural('en', n, { one: 'hour', other: 'hours' })}`;

export const en: ConsultationsTexts = {
  help: {
    own: '`/debiuty book` – free times for a consultation; move and cancel yours here too',
    staff: '`/debiuty book` – consultations: in an organisation’s channel you book on its behalf',
  },
  kinds: KIND_NAMES.en,
  zone: (time, zone) => `${time} (time in ${zone})`,
  calendar: {
    name: 'consultation.ics',
    title: 'The time for your calendar',
    titleCancelled: 'The cancelled time for your calendar',
    summary: (other: string) => `Consultation: ${other}`,
    how: (kind: string) => `How: ${kind}`,
    topic: (topic: string) => `Topic: ${topic}`,
    cancelled: 'This consultation will not take place. Should the entry stay, please delete it from your calendar.',
  },
  facts: {
    expert: (name) => `With: ${name}`,
    organisation: (name) => `Organisation: ${name}`,
    how: (kind) => `How: ${kind}`,
    place: (place) => `Place: ${place}`,
    link: (link) => `Link: ${link}`,
    topic: (topic) => `Topic: ${topic}`,
    reason: (reason) => `Reason: ${reason}`,
  },
  buttons: {
    book: 'Book a consultation',
    again: 'Choose a new time',
    list: 'Consultations',
    approve: 'Confirm',
    refuse: 'I cannot',
    move: 'Move',
    cancel: 'Cancel it',
    withdraw: 'Take the request back',
    claim: 'I take this time',
    leave: 'Leave the queue',
    ask: 'Ask the experts',
    take: 'I will answer',
    back: 'Back',
  },
  pick: { title: 'Book a consultation', label: 'With whom', placeholder: 'Start to type a name' },
  times: {
    title: 'Book a consultation',
    moveTitle: 'Move the consultation',
    intro: (name) => `Free times – ${name}. We hold the time you choose while you fill in the form.`,
    move: (now) => `Now: *${now}*. The present time is only given up once the new one is taken.`,
    label: 'Time',
    placeholder: 'Choose a time',
    hint: (n) => `These are the nearest times (${n}).`,
    next: 'Next',
    moveSubmit: 'Move',
    reason: 'Reason',
    reasonHint: 'Optional. The other side will see it.',
    taken: '*Somebody has just taken this time.* These are the nearest free ones:',
    noneMove: 'There is no other free time now. The present one stays as it is.',
  },
  details: {
    title: 'About the talk',
    held: (time, until) => `*${time}*\nWe hold this time until ${until}.`,
    asks: 'The expert confirms times first. Until the answer nobody else can take it.',
    kind: 'How you will meet',
    topic: 'What you would like to talk about',
    topicHint: 'Optional. It helps to prepare.',
    book: 'Book',
    request: 'Send the request',
    booked: (time) => `Booked: ${time}. The confirmation is in the organisation’s channel.`,
    requested: (time) => `Request sent: ${time}. We will say in the organisation’s channel when there is an answer.`,
  },
  empty: {
    title: 'Book a consultation',
    none: (name) =>
      `*There are no free times now* – ${name}. Ask for a time: when there is one, we offer it in the order of requests.`,
    waits: (ahead) =>
      ahead === 0
        ? 'You wait for a time and are first in the queue. When there is one, we write in the organisation’s channel.'
        : `You wait for a time. Ahead of you: ${ahead}. When it is your turn, we write in the organisation’s channel.`,
    offered: 'There is a time for you already: the offer with its button is in the organisation’s channel.',
    wish: 'When and about what would you like to talk?',
    wishHint: 'Optional. The expert will see it.',
    submit: 'Ask for a time',
    joined: (ahead) =>
      ahead === 0
        ? 'Request sent. You are first in the queue; when there is a time, we write in the organisation’s channel.'
        : `Request sent. Ahead of you in the queue: ${ahead}. When there is a time, we write in the organisation’s channel.`,
  },
  list: {
    title: 'Consultations',
    none: 'No consultations are booked.',
    booked: 'booked',
    requested: (until) => `waits for confirmation until ${until}`,
    row: (time, who, state) => `*${time}*\n${who} – ${state}`,
    both: (organisation, expert) => `${organisation} and ${expert}`,
    home: '*Consultations*',
    more: (n) => `and ${n} more`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    previous: '← Previous',
    next: 'Next →',
    quota: (used, all) => `Time used: ${used} of ${all}`,
    minutes: (n) => `${n} min`,
    hours,
  },
  cancel: {
    title: 'Cancel a consultation',
    sure: (time) =>
      `You cancel the consultation: *${time}*. The other side hears of it at once, and the time is free again.`,
    late: 'Less time is left than is foreseen for cancelling. You still can; we only note that it was late.',
    submit: 'Cancel it',
    keep: 'Keep it',
    reason: 'Reason',
    done: (time) => `Cancelled: ${time}. The other side knows.`,
    doneLate: (time) => `Cancelled: ${time} (late). The other side knows.`,
  },
  moved: { done: (time) => `Moved. The new time: ${time}.`, asked: (time) => `Request for a new time sent: ${time}.` },
  refuse: {
    title: 'I cannot then',
    intro: (organisation, time) =>
      `${organisation}: ${time}. The organisation hears of it at once and chooses another time.`,
    submit: 'Send',
    reason: 'A word of explanation',
    reasonHint: 'Optional. The organisation will see it.',
    done: 'The organisation knows and can choose another time.',
  },
  approved: (organisation, time) => `Confirmed: ${organisation}, ${time}.`,
  left: 'You do not wait for a time any more. You can ask again whenever you like.',
  heads: {
    booked: (time) => `*Consultation booked:* ${time}`,
    confirmed: (time) => `*Consultation confirmed:* ${time}`,
    asked: (time) => `*Request for a consultation sent:* ${time}`,
    asks: (time) => `*Request for a consultation:* ${time}`,
    moved: (from, to) => `*Consultation moved:* ${from} → *${to}*`,
    movedAsked: (from, to) => `*Request for a new time of a consultation:* ${from} → *${to}*`,
  },
  states: {
    waits: (until) => `The answer comes by ${until}. Until then nobody else can take the time.`,
    answer: (until) => `Answer by ${until}; without an answer the request runs out and the time is free again.`,
    reminders: 'We remind you a day and an hour before.',
    over: {
      cancelled_by_organisation: (time) => `*Consultation cancelled by the organisation:* ${time}`,
      cancelled_by_expert: (time) => `*Consultation cancelled by the expert:* ${time}`,
      cancelled_by_staff: (time) => `*Consultation cancelled by the programme’s team:* ${time}`,
      expired: (time) => `*The request for a consultation ran out without an answer:* ${time}`,
      held: (time) => `*The consultation took place:* ${time}`,
      not_held: (time) => `*The consultation did not take place:* ${time}`,
      no_show: (time) => `*The consultation did not take place:* ${time}`,
    },
    refused: (time) => `*Not this time:* ${time}. The expert cannot meet you then.`,
    withdrawn: (time) => `*Request for a consultation taken back:* ${time}`,
    late: 'It was cancelled late, after the time foreseen for cancelling.',
    sorry: 'We are sorry. Choose another time whenever it suits you.',
    handedOver: 'Somebody else looks after the organisation now, so this time does not stand any more.',
  },
  away: {
    organisation: (time) =>
      `*A consultation must be moved:* ${time}. The expert will be away then – it is not your fault and costs you nothing. Choose another time.`,
    expert: (time) =>
      `*A consultation is booked while you are away:* ${time}. Move or cancel it – the organisation was asked as well.`,
    settled: (time) => `All is well. The consultation: ${time}`,
    takenBack: (time) =>
      `Nothing has to be moved any more, as the absence does not stand. The consultation stays: ${time}`,
  },
  offered: {
    head: (time, name) => `*A time is free:* ${time}\nWith: ${name}`,
    until: (until) => `It waits for you until ${until}. Then it goes to the next organisation in the queue.`,
    claimed: (time) => `The time is yours: ${time}.`,
    lapsed: (time) => `This time went on to the next: ${time}. If you still want to talk, ask for a time again.`,
    left: 'You do not wait for a time any more.',
    gone: (time) => `This time does not stand after all: ${time}. Your place in the queue stays as it is.`,
  },
  wish: {
    head: (name) => `*Request for a time:* ${name}. You have no free times now.`,
    words: 'The organisation writes:',
    what: 'Just add hours: we offer a free time ourselves, in the order of requests.',
    done: (name) => `The request for a time (${name}) does not stand any more.`,
  },
  card: {
    label: 'Consultations',
    asked: (time) => `${time} (waits for confirmation)`,
  },
  matters: {
    attend: (time) => `Consultation: ${time}`,
    attendWith: (name) => `With: ${name}`,
    answer: (name) => `Answer a request for a consultation: ${name}`,
    answerWhy: (time) => `Time: ${time}`,
    question: (name) => `A question that nobody has answered yet: ${name}`,
  },
  question: {
    title: 'Ask the experts',
    intro:
      'The experts of the field you choose in this cohort get the question. Whoever takes it first will write to you.',
    field: 'Field',
    text: 'Question',
    submit: 'Send',
    sent: (n) =>
      n === 0
        ? 'Question saved. Nobody knows this field now, so we passed it to the programme’s team at once.'
        : 'Question sent. When somebody takes it, we write in the organisation’s channel.',
    head: (name, field) => `*A question from an organisation:* ${name} (${field})`,
    first: 'Whoever clicks first answers.',
    taken: (name) => `${name} answers. Thank you for being ready!`,
    own: 'This question is yours. Please write to the organisation.',
    announce: (name, field) => `*${name} will answer your question (${field}).*`,
    withdrawn: 'This question does not stand any more.',
    left: 'The question is yours. The organisation knows that you will write to them.',
  },
  brief: { line: (date, topic) => `Consultation on ${date}${topic ? `: ${topic}` : ''}` },
  upcoming: (name) => `consultation: ${name}`,
  form: {
    expert_missing: 'Choose an expert from the list.',
    time_missing: 'Choose a time.',
    kind_missing: 'Choose how you will meet.',
    long: 'That is a little too long.',
    field_missing: 'Choose a field.',
    text_missing: 'Write your question.',
  },
  refusals: {
    not_allowed:
      'Only people of this organisation, its expert and the programme team can do that. If that is a mistake, please tell the team.',
    place_closed: 'This organisation’s place in the programme has ended, so no new consultations are booked.',
    no_expert:
      'The organisation has no expert now with whom a talk could be booked. Write to the programme’s team with the help button on the organisation’s card.',
    not_offered: 'This time is not among the free ones any more. Open the list of times again.',
    taken: 'Somebody has just taken this time. Open the list of times again and choose another.',
    quota_used:
      'The hours of consultations foreseen for the organisation are used. Write to the programme’s team with the help button on the organisation’s card – they can book one more talk.',
    hold_over: 'This time is not held for you any more. Open the list of times again.',
    changed_meanwhile: 'Something has changed meanwhile. Look how it is now and try again.',
    answered_already: 'This request does not stand any more: it was answered, taken back, or ran out.',
    not_open: 'This consultation is not booked any more.',
    begun: 'This consultation has begun already.',
    inside_notice: 'Too little time is left to move the talk. You can cancel it, or ask the expert for a new time.',
    same_time: 'That is the same time.',
    times_free: 'There are free times – choose one of them.',
    waits_already: 'You wait for a time already. We will write in the organisation’s channel.',
    offer_over: 'This offer does not stand any more: the time went on to the next, or it is yours already.',
    taken_by: 'Somebody was faster: this question has its person. Thank you for being ready!',
    no_fields: 'This programme has no questions to experts by field.',
    no_place:
      'It is not clear which organisation you mean. Use the button “Book a consultation” in the organisation’s channel.',
  },
};

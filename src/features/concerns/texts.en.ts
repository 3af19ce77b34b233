import type { ConcernsTexts } from './texts.pl.ts';

/** Every word this feature says, in English. */
export const en = {
  card: 'Raise a difficulty in private',
  topics: {
    unreachable: 'We cannot reach our expert',
    another: 'We ask for another person',
    silent: 'The organisation does not answer',
    risk: 'The action is at risk',
    conflict: 'A conflict',
    difficulty: 'Another difficulty',
    expert: 'A matter of the expert',
    complaint: 'A complaint',
  },
  raise: {
    title: 'Privately to the team',
    intro:
      'Only the programme team sees this. It is not posted to the channel, and neither the expert nor other organisations see it.',
    topic: 'What is the matter?',
    text: 'Write a few words',
    send: 'Send to the team',
  },
  alarm: {
    title: 'Raise a difficulty',
    intro: 'Only the programme team sees this. The organisation does not learn of it.',
    place: 'Which organisation?',
    topic: 'What is the matter?',
    text: 'Say briefly what happened',
    send: 'Send to the team',
    home: 'Does something worry you in the work with an organisation? Tell the team, in private.',
  },
  sent: (day) => `Thank you. The team knows and will answer at the latest by ${day}`,
  raised: {
    text: (organisation) => `Privately to the team: ${organisation}`,
    heading: (person, organisation, cohort, topic) =>
      `*${topic}*\n${person}, the organisation *${organisation}* (${cohort})`,
    answer: (day) => `An answer was promised at the latest by ${day}`,
    private: 'Only the team sees this. Answer this person in private.',
    closed: 'The matter is closed.',
    handOver: 'Pass on to somebody else',
    close: 'Close with a note',
  },
  close: {
    title: 'Close the matter',
    heading: (topic, organisation) => `*${topic}*\nThe organisation *${organisation}*`,
    note: 'What was agreed?',
    hint: 'Only the team sees the note. Answer the person who raised it in private.',
    send: 'Close the matter',
  },
  closed: 'The matter is closed and the note is kept.',
  matter: (organisation, topic) => `Answer what was said in private (${organisation}): ${topic}`,
  silence: {
    text: (expert, organisation) => `Silence: ${expert} and ${organisation}`,
    heading: (expert, organisation, cohort) =>
      `*Nothing has happened for a long time*\n*${expert}* leads the organisation *${organisation}* (${cohort}).`,
    facts: {
      no_booking: (day) => `No consultation is booked or was held. This has been so since ${day}`,
      unanswered_request: (day) => `A wish of the organisation for a consultation waits for an answer since ${day}`,
      overdue_card: (day) => `The card of a consultation is missing. It has been due since ${day}`,
      overdue_opinion: (day) => `The opinion after the action is missing. It was due on ${day}`,
    },
    other: (day) => `This has been so since ${day}`,
    private:
      'Only the team sees this. Messages are not read: only facts on record count. You hear of this silence once.',
    handOver: 'Pass on to somebody else',
    notNow: 'Not now',
    put: 'Put aside: the team knows.',
    dismissed: 'All right, you will not hear of this silence again.',
  },
  refusals: {
    not_allowed: 'This is only for people of the organisation and for the expert who leads it.',
    over: 'This organisation is no longer in the programme.',
    only_staff: 'Only the programme team can do this.',
    closed_already: 'This matter is closed already.',
    you_are_staff:
      'This button is for the organisation and the expert who leads it. You belong to the team who get what is sent.',
  },
  errors: {
    choose: 'Choose one of these.',
    empty: 'Write at least one sentence.',
    long: 'Please keep it to 3000 characters.',
  },
} satisfies ConcernsTexts;

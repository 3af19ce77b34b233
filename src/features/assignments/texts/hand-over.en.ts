import type { HandOverTexts } from './hand-over.pl.ts';

/** The words of a hand-over, in English. */
export const en = {
  help: '`/debiuty handover` – pass an organisation on to another expert',
  pick: {
    title: 'Hand over',
    label: 'Organisation',
    hint: 'The list shows organisations that somebody leads now.',
    placeholder: 'Start typing a name or a town',
    next: 'Next',
    led: (name: string) => `led by ${name}`,
  },
  button: 'Hand over (team)',
  home: (n) => `*Experts lead ${n} ${n === 1 ? 'organisation' : 'organisations'} now*`,
  homeButton: 'Hand an organisation over',
  another: 'Pass on to somebody else',
  form: {
    title: 'Hand over',
    intro: (organisation: string, former: string) => `*${organisation}*\nLed now by *${former}*`,
    explain:
      'The organisation gets one message and does not learn the reason. The person who led it loses access to the channel and keeps their own notes. For some minutes you can undo it.',
    reason: 'Reason (seen by the team only)',
    reasons: {
      illness: 'illness',
      leave: 'leave or a longer absence',
      conflict: 'a conflict or a tie',
      request: 'the organisation or this person asked for it',
      other: 'another reason',
    },
    moment: 'Until when does the present expert lead it?',
    moments: {
      accepted: 'until somebody else says yes',
      day: 'until somebody else says yes, but no longer than to a given day',
      now: 'no longer: stops at once',
    },
    lastOn: 'To this day at the latest (included)',
    successor: 'Who shall be asked?',
    nobody: 'Nobody yet – the search goes on',
    nobodyWhy: 'You propose somebody later; the matter waits with the team.',
    standby: 'standby',
    fit: (score, load, max) => `fit ${score} of 100, load ${load} of ${max}`,
    note: 'A note for the next person',
    noteHint:
      'What was agreed, what is under way, what to mind. Write it together with the present expert. It may be empty only in case of illness.',
    send: 'Hand over',
  },
  errors: {
    choose_reason: 'Choose a reason.',
    choose_moment: 'Choose until when.',
    choose_successor: 'Choose a person or “Nobody yet”.',
    give_note: 'Write a note. It may be missing only in case of illness.',
    give_day: 'Give a day.',
    day_past: 'This day is over. Give today or a later one.',
    long: 'Please keep it to 2000 characters.',
  },
  acts: {
    what: (organisation, former) => `handing over the organisation ${organisation} (led so far by ${former})`,
    effect: {
      now: 'The present expert stops leading it at once, and the organisation is told.',
      later:
        'The present expert learns that we look for somebody else. The organisation is told when somebody says yes.',
    },
    asks: (name) => `We ask ${name}.`,
    takeBack: 'Call off the hand-over as well',
    draftFormer: (organisation) =>
      `What you heard about handing over the organisation ${organisation} was a mistake. We are sorry for the confusion! You will hear from us when we know what comes next.`,
  },
  done: 'Done: the organisation is being handed over.',
  already: 'Something already waits to be done for this organisation. Do it or undo it first.',
  situation: {
    until: (former, day) => `*A hand-over is under way.* ${former} leads at the latest until ${day}`,
    untilYes: (former) => `*A hand-over is under way.* ${former} leads until somebody else says yes.`,
    left: (former) => `*A hand-over is under way.* Led before by ${former}.`,
    stop: 'Call off the hand-over',
    stopTitle: 'Call it off?',
    stopText: 'Everything stays as it was. Whoever was asked hears that the question no longer stands.',
    stopYes: 'Call it off',
    stopNo: 'Keep looking',
    stopped: 'The hand-over is called off. The expert goes on and knows it.',
  },
  refusals: {
    not_allowed: 'Only the programme team can do this.',
    changed_meanwhile: 'Something changed meanwhile. See how it is now.',
    has_left: 'The former expert does not lead this organisation any more. Propose somebody.',
  },
  handingOver: {
    text: (organisation) =>
      `We are looking for somebody to take over the organisation *${organisation}* from you. Thank you for your work so far!`,
    untilYes: 'Until somebody says yes you lead it as before. We will let you know.',
    until: (day) =>
      `We will let you know when somebody says yes. Until then you lead it as before, at the latest to ${day}`,
  },
  left: (organisation) =>
    `You no longer lead the organisation *${organisation}*. Thank you for everything that was done for it! Its open matters pass to somebody else, and there is nothing more for you to do. Your earlier notes and cards stay yours.`,
  stays: (organisation) =>
    `A change of plans: you go on leading the organisation *${organisation}* as before. Thank you!`,
  parting: (former) =>
    `*${former}* will no longer lead you. We are looking for somebody else and will tell you here. Until then the programme team helps with everything: the button “Help / write to the team” on the card.`,
  change: (former, name) => `*A change: from now on ${name} leads you* (before: ${former})`,
  changeText: (name) => `From now on ${name} leads you`,
  brief: {
    text: (organisation) => `Worth knowing about the organisation ${organisation}`,
    heading: (organisation, town, cohort) => `*${organisation}*, ${town} (${cohort})`,
    channel: (channelId) => `Channel: <#${channelId}>`,
    subject: 'Subject',
    needs: 'Fields needed',
    people: 'People of the organisation',
    former: 'Led before by',
    span: (name, since, until) => `${name}, from ${since} to ${until}`,
    note: '*A note for you*',
    noNote: '*There is no note.* If you have questions, write to the team.',
    history: '*What happened*',
    noHistory: 'No consultations or cards are on record yet.',
    open: '*What is open*',
    noOpen: 'Nothing waits to be done.',
    due: (what, due) => `${what} (by ${due})`,
    more: (n) => `and ${n} more`,
  },
} satisfies HandOverTexts;

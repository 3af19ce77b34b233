import { plural } from '../../../core/text.ts';
import type { IntakeTexts } from './entry.pl.ts';

export const en = {
  help: {
    apply: '`/debiuty apply` – apply for your organisation or finish a draft',
    mine: '`/debiuty my` – your applications and confirmations',
    behalf: '`/debiuty apply behalf` – enter an application that came by mail, phone or on paper',
  },
  card: { apply: 'Apply', ours: 'Our application' },
  choose: {
    title: 'Apply',
    intro: 'More than one call is open. For which one do you apply?',
    pick: 'Choose',
    closes: (moment: string) => `Applications until: ${moment}`,
  },
  noCall: {
    none: 'No call is open now.',
    last: (cohort: string, moment: string) => `The last one (${cohort}) closed: ${moment}.`,
    next: (cohort: string, moment: string) => `The next one (${cohort}) opens: ${moment}.`,
  },
  form: {
    stepOf: (step: number, all: number) => `Step ${step} of ${all}`,
    closes: (moment: string) => `Applications are taken until: *${moment}*`,
    resumed: 'Your draft is open again. You can go on writing.',
    behalf: (moment: string) => `An application on behalf of an organisation, received: *${moment}*`,
    next: 'Next',
    toCheck: 'Check and send',
    back: 'Back to the previous step',
    choose: 'Choose',
    yes: 'yes',
    no: 'no',
    nobody: 'This person cannot be named: it is a bot account or a deactivated one.',
    secondIsYou: 'This is you. Choose another person or leave the field empty.',
    another: (number: number) =>
      `You have already sent application no. ${number} in this call; type \`/debiuty my\` to see it. Here you can enter another organisation.`,
    shared:
      'Somebody else of your organisation wrote in this draft too. The latest version of each step is kept; please check that all is right.',
  },
  check: {
    title: 'Check and send',
    intro: (cohort: string) => `This is your application for *${cohort}*. If everything is right, send it.`,
    introPlain: 'Until you send it, it is a draft and does not count in the call.',
    edit: (step: string) => `Edit: ${step}`,
    send: 'Send application',
    empty: '–',
  },
  sent: {
    title: 'Application sent',
    done: (number: number, stamp: string) =>
      `*Thank you! Application no. ${number} was received ${stamp}.*\nThe confirmation with a copy of your answers is in your messages. You can change or withdraw it until the call closes.`,
    doneBehalf: (number: number, stamp: string) => `*Application no. ${number} is saved. Received: ${stamp}.*`,
    waits: (number: number) =>
      `*Application no. ${number} is saved and waits for a confirmation.* It was entered after the call had closed, so a second person of the team must confirm it. The request is in the staff channel.`,
    missedTitle: 'The call is closed',
    missed: (received: string, closed: string) =>
      `Your application reached us *${received}*, and the call closed: *${closed}*. So we cannot take it.\nNothing is lost: your answers are kept as a draft. If something stopped you, please write to the programme team.`,
  },
  matters: {
    send: (name: string) => `Finish and send the application: ${name}`,
    sendWhy: (cohort: string) => `${cohort}. A draft does not count in the call until you send it.`,
  },
  mine: {
    heading: 'Your applications',
    none: 'You have no application yet.',
    row: (name: string, cohort: string) => `*${name}* – ${cohort}`,
    noName: 'No name yet',
    draft: (moment: string) => `draft, not sent. The call is open until: ${moment}`,
    draftClosed: 'draft, not sent. The call is closed',
    sent: (number: number, stamp: string) => `application no. ${number}, received ${stamp}`,
    resume: 'Finish',
    answers: 'Show the answers',
    pullBack: 'Change',
    pullBackTitle: 'Change the application?',
    pullBackText: 'The application becomes a draft. To count in the call it must be sent again before the call closes.',
    pullBackYes: 'Change',
    withdraw: 'Withdraw',
    cancel: 'Cancel',
    answersTitle: 'Application',
    proof: (number: number, stamp: string) => `Application no. ${number}, received ${stamp}`,
    withdrawForThem: 'Withdraw on their behalf',
  },
  states: {
    waiting: 'waiting for the result',
    awaiting_confirmation: 'waiting for the team’s confirmation',
    admitted: 'admitted',
    reserve: 'on the reserve list',
    refused: 'not admitted',
    formally_rejected: 'rejected in the formal review',
    withdrawn: 'withdrawn',
  },
  withdraw: {
    title: 'Withdraw application',
    intro: (name: string) => `You are withdrawing the application: *${name}*. This cannot be undone.`,
    reason: 'Reason',
    reasonHint: 'You need not give one. It helps us to prepare the next call better.',
    submit: 'Withdraw application',
    keep: 'Keep it',
    done: (name: string) => `The application “${name}” is withdrawn. Thank you for telling us.`,
  },
  behalf: {
    title: 'On behalf',
    intro: 'Enter when and how the application reached us. The moment of receipt decides whether it is in time.',
    call: 'Call',
    day: 'Received on',
    time: 'at',
    way: 'How it arrived',
    ways: { mail: 'by mail', phone: 'by phone', paper: 'on paper' },
    evidence: 'Evidence of receipt',
    evidenceHint: 'For example: mail of 5 May from Halina, stamp of receipt no. 12.',
    lateReason: 'Why it is entered after the call has closed',
    lateReasonHint: 'Only when the call is closed already. A second person of the team then confirms it.',
    next: 'Next',
    drafts: 'Entries begun and not finished:',
    button: 'Enter one on behalf',
    home: 'An application that came by mail, phone or paper is entered on behalf of the organisation.',
    confirmed: (number: number) => `Application no. ${number} is confirmed and counts in the call.`,
    declined: (number: number) => `Application no. ${number} is a draft again.`,
  },
  notices: {
    submitted: (number: number, name: string) => `New application no. ${number}: ${name}`,
    again: (number: number, name: string) => `Changed application no. ${number}: ${name}`,
    received: (stamp: string) => `Received ${stamp}`,
    entered: (stamp: string, way: string, evidence: string) => `Entered ${stamp}; it came ${way}: ${evidence}`,
    place: (town: string, region: string) => `${town}, ${region}`,
    known: 'We know this organisation:',
    knownLine: (cohort: string, number: string) => `• ${cohort}, application ${number}`,
    sister: 'Note: it has applied to another programme too.',
    open: 'Applications',
    awaiting: (number: number, name: string) =>
      `Application no. ${number} (${name}) was entered after the call had closed and waits for a second person of the team`,
    reason: (text: string) => `Reason: ${text}`,
    confirm: 'I confirm the receipt',
    decline: 'I do not confirm',
    withdrawn: (number: number, name: string) => `Application no. ${number} withdrawn: ${name}`,
    proof: (number: number) => `Confirmation: application no. ${number}`,
    proofIntro: (name: string, cohort: string, stamp: string) =>
      `We received the application of *${name}* for *${cohort}* on *${stamp}* (Warsaw time).`,
    proofNext: (moment: string) =>
      `You can change or withdraw it until *${moment}*. After that we will tell you the result.`,
    copy: 'Copy of your answers:',
    more: 'The other answers are behind the button “Show the answers”.',
    representatives: {
      others:
        ':warning: The organisation has other representatives already. The sender joins them only when it is admitted: please check that they may act for the organisation.',
      full: ':warning: Not everybody named in the application fits under the limit of representatives.',
    },
    pulledBack: (number: number, name: string) =>
      `Application no. ${number} (${name}) was pulled back to be changed. It counts only when it is sent again.`,
    late: (name: string, person: string, received: string, closed: string) =>
      `A late application: ${name}, sent by ${person}. Received ${received}; the call closed: ${closed}. It is a draft and does not count.`,
    attempt: {
      already_applied: (person: string, name: string, moment: string) =>
        `${person} tried to enter ${name} (${moment}), but this organisation already stands in the call.`,
      identifiers_disagree: (person: string, name: string, moment: string) =>
        `${person} tried to enter ${name} (${moment}), but its NIP, REGON and register number point to different organisations. Please help to clear this up.`,
    },
    answered: {
      confirm: (by: string, number: number, name: string) =>
        `Application no. ${number} (${name}), entered late, is confirmed and counts in the call. Second person: ${by}.`,
      decline: (by: string, number: number, name: string) =>
        `Application no. ${number} (${name}), entered late, was not confirmed and is a draft again. Second person: ${by}.`,
    },
    edited: (by: string, name: string) => `${by} goes on with the draft (${name}) that you work on too.`,
  },
  home: {
    heading: 'Your applications',
    draftLeft: (n: number) =>
      n === 0
        ? 'the call closes today'
        : `${n} ${plural('en', n, { one: 'day', other: 'days' })} until the call closes`,
  },
  errors: {
    required: 'This field is needed.',
    choose_one: 'Choose at least one answer.',
    too_long: (n: string) => `Too long: at most ${n} characters.`,
    too_short: (n: string) => `A little too short: at least ${n} characters.`,
    not_a_sum: 'Enter a sum in złoty, for example 6 000 or 5 400,50.',
    sum_too_small: (sum: string) => `The sum must be at least ${sum}.`,
    sum_too_large: (sum: string) => `The highest possible sum is ${sum}.`,
    not_a_number: 'Enter a number in digits.',
    number_too_small: (n: string) => `At least ${n}.`,
    number_too_large: (n: string) => `At most ${n}.`,
    not_an_email: 'Check the e-mail address: it should look like name@organisation.org.',
    not_a_phone: 'Enter the telephone number in digits, for example 600 100 200.',
    not_a_date: 'Choose a date from the calendar.',
    nip: 'This NIP is not right: it has 10 digits and a check digit. Please look for a typing error.',
    regon: 'This REGON is not right: it has 9 or 14 digits and a check digit.',
    krs: 'A KRS number has 10 digits, for example 0000012345.',
    register: 'Enter the number as it stands in the register.',
    padded: (number: string) => `Do you mean ${number}? If so, enter it whole, with the zeros in front.`,
    register_name_needed: 'Give the name of the register, because numbers repeat from one register to another.',
  },
  refusals: {
    not_allowed: 'You cannot open this application. If this is a mistake, please write to the programme team.',
    staff_only: 'Only the programme team can do this.',
    not_open: 'This call has not opened yet or is over already.',
    not_a_draft: 'This application has been sent already. You find it with `/debiuty my`.',
    incomplete: 'Some needed answers are still missing. Go back to the steps and complete them.',
    already_applied:
      'Another person has already applied for this organisation in this call. Each organisation can have one application. Please talk to the people of your organisation or write to the programme team.',
    identifiers_disagree:
      'NIP, REGON and the register number do not belong to one organisation. Check them, and if they are right, write to the programme team.',
    changed_meanwhile:
      'Somebody changed this application while you were looking at it. Below is the present version: please check it and send again.',
    already_released: 'The results of this call are released already.',
    previous_participant: 'Organisations from earlier cohorts of the programme cannot take part in this call.',
    not_in_earlier_stage: 'Only organisations admitted in the stage before can apply in this one.',
    draft_closed:
      'The call is closed, so this draft cannot be sent now. If something kept you, please write to the programme team.',
    future_receipt: 'The moment of receipt cannot be in the future.',
    late_reason_needed: 'The call is closed already. Say why the application is entered only now.',
    late: 'The moment of receipt is after the closing of the call, so the application cannot count. It stays a draft.',
    not_now: 'This cannot be done any more in the present state of the application.',
    closed: 'The call is closed, so the application cannot be changed. You can still withdraw it.',
    same_person: 'A second person of the team must confirm: not the one who entered the application.',
  },
} satisfies IntakeTexts;

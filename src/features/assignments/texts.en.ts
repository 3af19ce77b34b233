import { plural } from '../../core/text.ts';
import type { AssignmentsTexts } from './texts.pl.ts';

const organisations = (n: number): string => `${n} ${plural('en', n, { one: 'organisation', other: 'organisations' })}`;

export const en = {
  help: {
    assign: '`/debiuty assign` – assign an expert to an organisation',
  },
  pick: {
    title: 'Assignment',
    label: 'Organisation',
    hint: 'The list has the organisations that do not have an expert yet.',
    placeholder: 'Start typing a name or town',
    next: 'Next',
    asked: (name) => `waiting for an answer: ${name}`,
    open: 'Nobody has been asked',
    waits: (until: string) => `waits until ${until}, can still be undone`,
  },
  place: {
    title: 'Expert',
    facts: (town, voivodeship, cohort) => `${town}, ${voivodeship} · ${cohort}`,
    subject: (subject) => `*Subject:* ${subject}`,
    needs: (needs) => `*Asks for help with:* ${needs}`,
    noNeeds: 'The application does not say what help is needed.',
    active: (name, since) => `*Led by:* ${name}, since ${since}.`,
    proposed: (name, by, moment) =>
      `*Waiting for an answer:* ${name}\nAsked by ${by}, ${moment}. The organisation does not know yet.`,
    withdraw: 'Withdraw the proposal',
    withdrawTitle: 'Withdraw the proposal?',
    withdrawText: 'We will tell this person that the proposal no longer stands. You can then propose somebody else.',
    withdrawYes: 'Withdraw',
    withdrawNo: 'Keep',
  },
  ranking: {
    heading: (n) =>
      n === 0
        ? '*Nobody can be proposed just now.* Below you see why.'
        : `*Whom to propose? ${n} ${plural('en', n, { one: 'person', other: 'people' })}, the best match first*`,
    empty: 'There is nobody on the list of experts yet. Add the first person: `/debiuty expert add @person`.',
    row: (place, name, score) => `*${place}. ${name}* – match ${score} of 100`,
    fields: (names, matched, asked) => `helps with: ${names} (${matched} of ${asked})`,
    noFields: (asked) => `none of the fields that are needed (0 of ${asked})`,
    region: (name) => `works in the voivodeship: ${name}`,
    wholeCountry: 'works in the whole country',
    otherRegion: 'works in other voivodeships',
    language: 'speaks the language in which the organisation needs help',
    otherLanguage: 'does not speak the language in which the organisation needs help',
    organisationWish: (wish) =>
      wish === 'for' ? 'the organisation asks for this person' : 'the organisation would rather have somebody else',
    expertWish: (wish) =>
      wish === 'for'
        ? 'this person wants to work with this organisation'
        : 'this person would rather have another organisation',
    load: (load, max) => `load ${load} of ${max}`,
    away: (until) => `away now, until ${until}`,
    experience: (n) => `in this programme: ${organisations(n)}`,
    propose: 'Propose',
    proposeTitle: (name) => `Propose ${name}?`,
    proposeText:
      'This person gets the organisation’s name, town and subject. The organisation learns of it only once they agree.',
    proposeYes: 'Propose',
    proposeNo: 'Not yet',
    excluded: (n) => `*Not on the list: ${n} ${plural('en', n, { one: 'person', other: 'people' })}*`,
    excludedRow: (name, why) => `*${name}* – ${why}`,
    override: 'Despite the limit',
    previous: 'Previous',
    next: 'Next',
    page: (page, of) => `Page ${page} of ${of}`,
  },
  exclusions: {
    inactive: 'inactive account',
    not_in_cohort: 'does not work in this cohort',
    tie: (category) => `declared tie: ${category}`,
    away: (until) => `away until ${until}`,
    declined: 'has declined this organisation before, or it was given to somebody else at a request or for a conflict',
    region: 'works in other voivodeships, and the organisation needs somebody from its own',
    language: 'does not speak the language in which the organisation needs help',
    full: (load, max) => `full load ${load} of ${max}`,
  },
  override: {
    title: 'Despite the limit',
    intro: (name, load, max) =>
      `*${name}* has a full load: ${load} of ${max}. You can propose this person all the same. Give a reason: it stays on record.`,
    reason: 'Reason',
    send: 'Propose',
  },
  result: {
    proposed: 'Done: the proposal is sent. I will tell the team when this person answers.',
    withdrawn: (name) => `Proposal withdrawn: ${name}. You can propose somebody else.`,
    changed: '*Something changed in the meantime.* This is how it stands now:',
    already: '*Something waits to be done for this organisation already.* Do that now or undo it first.',
  },
  proposal: {
    text: (organisation) => `Will you lead the organisation ${organisation}?`,
    intro: 'The programme team asks whether you will lead this organisation:',
    organisation: 'Organisation',
    town: 'Town',
    subject: 'Subject',
    cohort: 'Cohort',
    noSubject: 'not given',
    until: (moment) =>
      `Please answer by: ${moment}. The organisation learns of you only once you agree. By accepting you confirm that no family, work, financial or political ties bind you to it.`,
    accept: 'I accept',
    decline: 'I cannot',
    over: {
      active: 'Accepted: you lead this organisation. Thank you!',
      declined: 'Answered: I cannot. Thank you, we will look for somebody else.',
      withdrawn: 'This question no longer stands.',
      ended: 'Accepted; the work together has ended.',
      replaced: 'Accepted; somebody else leads this organisation now.',
    },
  },
  answer: {
    accepted: (organisation) => `Thank you! From now on you lead *${organisation}*.`,
    channel: (channelId) => `Its channel: <#${channelId}>. You will be added in a moment.`,
    noChannel: 'Its channel is being made. You will be added to it.',
    declined: (organisation) =>
      `Thank you for answering. We will look for somebody else for *${organisation}*. It will not learn that we asked.`,
  },
  decline: {
    title: 'I cannot',
    intro: (organisation) => `Organisation: *${organisation}*. Only the programme team will see the reason.`,
    category: 'Why?',
    categories: {
      no_time: 'I have no time now',
      tie: 'I have a tie to this organisation',
      topic: 'It is not my subject',
      distance: 'It is too far away',
      other: 'Another reason',
    },
    tie: 'If there is a tie: which one?',
    tieHint: 'We will record it, so that you are not asked about this organisation again.',
    note: 'Anything to add?',
    noteHint: 'For “Another reason” please write one sentence.',
    send: 'Send the answer',
  },
  withdrawn: {
    text: (organisation) =>
      `The proposal to lead *${organisation}* no longer stands. There is nothing to do, thank you!`,
  },
  introduced: {
    text: (name) => `Meet the person who will lead you: ${name}`,
    intro: (name) => `*Meet the person who will lead you: ${name}*`,
    fields: 'Helps with',
    regions: 'Where',
    next: (mention) => `Write in this channel: ${mention}. Arrange the first talk.`,
  },
  acts: {
    propose: (expert: string, organisation: string) => `a proposal to ${expert} (organisation ${organisation})`,
    proposeEffect: 'This person will be asked to lead the organisation.',
    withdraw: (expert: string, organisation: string) =>
      `taking back the proposal to ${expert} (organisation ${organisation})`,
    withdrawEffect: 'This person will be told that the proposal no longer stands.',
    takeBack: 'Take the proposal back as well',
    draftProposed: (organisation: string) =>
      `Asking you to lead the organisation ${organisation} was a mistake. We are sorry for the confusion! You need not answer.`,
    draftActive: (expert: string, organisation: string) =>
      `That ${expert} will lead the organisation ${organisation} was a mistake. We are sorry for the confusion! We will write when we know how to go on.`,
    draftWithdrawn: (organisation: string) =>
      `That the proposal to lead the organisation ${organisation} no longer stands was a mistake. We are sorry for the confusion! We will ask you again soon.`,
  },
  matters: {
    answer: (organisation: string, town: string) => `Say whether you will lead ${organisation} (${town})`,
    answerWhy: (cohort: string) => `The staff of ${cohort} ask you.`,
    findMany: (n: number) => `Find experts: ${organisations(n)} waiting`,
    find: (organisation: string) => `Find an expert for ${organisation}`,
  },
  staff: {
    accepted: (expert, organisation, cohort) => `*${expert}* takes *${organisation}* (${cohort}).`,
    declined: (expert, organisation, cohort, why) =>
      `*${expert}* cannot lead *${organisation}* (${cohort}).\nReason: ${why}`,
    another: 'Propose somebody else',
    waiting: (n, cohort) =>
      `*${cohort}*: ${organisations(n)} ${plural('en', n, { one: 'is', other: 'are' })} waiting for an expert.`,
    assign: 'Assign',
  },
  card: {
    label: 'Expert',
    searching: 'still being chosen',
    active: (name, since) => `${name}, since ${since}`,
    nextSearching: 'We are choosing an expert for you. We will tell you here; there is nothing to do now.',
    nextVisit: (name) => `Arrange the first visit. ${name} will come to you.`,
    nextTalk: (name) => `Arrange the first talk. ${name} will help you.`,
    role: (fields) =>
      fields === '' ? 'leads you in the programme' : `leads you in the programme, helps with: ${fields}`,
    assign: 'Assign (team)',
  },
  home: {
    mine: '*My organisations*',
    active: (organisation, town, cohort) => `*${organisation}*, ${town} (${cohort})`,
    more: (n) => `and ${n} more`,
    noChannel: 'channel in preparation',
  },
  refusals: {
    not_allowed: 'Only the programme team can do this.',
    not_yours: 'This question was for somebody else.',
    no_mentor:
      'In this programme organisations do not have one person who leads them: they book experts by field themselves. Nobody needs to be assigned.',
    not_open: 'This organisation is no longer in the programme.',
    changed_meanwhile: 'Something changed in the meantime. Please look how it stands now.',
    not_expert: 'This person is no longer on the list of experts.',
    inactive: 'This person’s account is inactive. Please choose somebody else.',
    not_in_cohort: 'This person does not work in this cohort. Please choose somebody else.',
    tie: 'A tie to this organisation was declared, so it cannot be led by this person.',
    away: 'This person will be away for long. Please choose somebody else.',
    declined:
      'This person has declined this organisation before, or stopped leading it at a request or for a conflict. Please choose somebody else.',
    region: 'The organisation needs somebody from its own voivodeship. Please choose somebody else.',
    language: 'This person does not speak the language in which help is needed. Please choose somebody else.',
    full: 'The limit of organisations is reached. The team can raise it, or propose despite the limit with a reason.',
    is_proposed: 'This proposal is still waiting for an answer.',
    is_active: 'This organisation is accepted already. If something changed, please write to the programme team.',
    is_declined:
      'This proposal is closed: the answer was “I cannot”. If that was a mistake, please write to the programme team.',
    is_withdrawn: 'The team withdrew this proposal. There is nothing to do.',
    is_ended: 'This cooperation is over.',
    is_replaced: 'You no longer lead this organisation. There is nothing for you to do.',
    former: 'This person is handing the organisation over. Choose somebody else.',
  },
  errors: {
    choose_organisation: 'Choose an organisation from the list.',
    choose_category: 'Please choose a reason.',
    give_reason: 'Please give a reason.',
    explain: 'Please write at least one sentence.',
    long: 'Please shorten it to 1000 characters.',
  },
} satisfies AssignmentsTexts;

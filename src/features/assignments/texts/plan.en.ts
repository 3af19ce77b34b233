import { plural } from '../../../core/text.ts';
import type { PlanTexts } from './plan.pl.ts';

const organisations = (n: number): string => `${n} ${plural('en', n, { one: 'organisation', other: 'organisations' })}`;
const people = (n: number): string => `${n} ${plural('en', n, { one: 'person', other: 'people' })}`;
const questions = (n: number): string => `${n} ${plural('en', n, { one: 'question', other: 'questions' })}`;
const points = (n: number): string => `${n} points`;

export const en: PlanTexts = {
  help: '`/debiuty assign plan` – plan experts for the whole cohort at once',
  open: 'Plan for all',
  start: {
    title: 'Plan of experts',
    intro: (waiting, free) =>
      `${organisations(waiting)} ${plural('en', waiting, { one: 'waits', other: 'wait' })} for an expert. Free places of experts: ${free}.`,
    nobody: 'Nobody waits for an expert now: each organisation has one, or one is being asked.',
    what: 'We will propose experts for all organisations at once. Nobody hears of it until you approve it. What counts: fields asked for, the voivodeship (we do not know distances in kilometres), language, wishes of both sides, load over all cohorts, and ties.',
    goal: 'What matters most?',
    goals: { total: 'The best total', lowest: 'Nobody left with a hopeless match' },
    goalHints: {
      total: 'All pairs together fit as well as can be',
      lowest: 'The weakest pair as good as can be, then the total',
    },
    seconds: 'How long to search at most?',
    secondsHint: 'It usually takes less than a second.',
    within: (seconds) =>
      seconds < 60
        ? `${seconds} ${plural('en', seconds, { one: 'second', other: 'seconds' })}`
        : `${seconds / 60} ${plural('en', seconds / 60, { one: 'minute', other: 'minutes' })}`,
    send: 'Make the plan',
    which: 'Write this command in the channel of the cohort, or of its staff, that you want to plan for.',
  },
  working: {
    text: 'The plan is being made. You may wait, or close this window: the plan will be behind the same button.',
    steps: {
      plan: 'Looking for the best plan',
      standby: 'Choosing standbys',
      group: 'Looking for who is short of experts',
      relaxations: 'Looking for ways out',
    },
    progress: (step, seconds, of) => `${step}… ${seconds} s, at most ${of} s`,
    cancel: 'Stop',
    cancelled: 'Stopped. The plan stays as it was; what was settled and written down stays.',
    ready: 'The plan of experts is ready.',
  },
  plan: {
    title: 'Plan of experts',
    summary: (planned, all, cohort) =>
      `*${cohort}*: ${planned} of ${organisations(all)} ${plural('en', planned, { one: 'has', other: 'have' })} an expert in the plan.`,
    proven: {
      total: 'Proven: no other plan has a better total.',
      lowest: 'Proven: in no other plan is the weakest pair better.',
    },
    provenAgain: 'Proven: no fewer changes are possible.',
    unproven: ':warning: There was no time for a proof: a better plan may exist. Solve again with more time.',
    lowest: (n) => `The weakest fit of a pair: ${n} (without points for room).`,
    changes: (n) =>
      n === 0
        ? 'Solving again changed nothing.'
        : `Solving again changed ${n} ${plural('en', n, { one: 'pair', other: 'pairs' })}.`,
    proposed: (n) => `Experts were asked by this plan for ${organisations(n)}.`,
    added: (n) =>
      `:warning: ${organisations(n)} ${plural('en', n, { one: 'has', other: 'have' })} come since the plan was made. Solve again.`,
    stale: (n) => `:warning: Something has changed for ${organisations(n)} since the plan was made. Solve again.`,
    secret: 'Only staff see the plan and the points.',
    row: (organisation, town) => `*${organisation}*, ${town}`,
    pair: (expert, score) => `→ *${expert}*, ${points(score)}`,
    pairOnly: (expert) => `→ *${expert}*`,
    nobody: '→ *nobody*: there is no expert with room whom the rules allow',
    pinned: 'pinned',
    unsolved: (expert) => `pinned: ${expert} – solve again`,
    broken: (expert, why) => `→ ~${expert}~ – no longer possible: ${why}`,
    asked: (expert) => `→ *${expert}* – asked`,
    again: 'waits again – solve again',
    gone: 'has an expert by now, one is being asked, or it left the cohort',
    standby: (name) => `standby: ${name}`,
    details: 'Why?',
    apply: 'Approve…',
    again_: 'Solve again',
    loads: 'Load',
    fresh: 'Start afresh',
    previous: 'Previous',
    next: 'Next',
    page: (page, of) => `Page ${page} of ${of}`,
    back: 'Back to the plan',
    backToWhy: 'Back to why',
  },
  short: {
    heading: (left) =>
      `*There are not enough experts for all:* ${organisations(left)} ${plural('en', left, { one: 'is', other: 'are' })} left without one.`,
    nobodyFor: (organisation) => `For ${organisation} there is nobody whom the rules allow.`,
    group: (names, experts, n) => {
      const all = n.members === 1 ? '' : ` (${n.members} together)`;
      const whom = n.members === 1 ? 'it' : 'them';
      const left =
        n.room === 0
          ? 'with no room left'
          : `with ${n.room} ${plural('en', n.room, { one: 'free place', other: 'free places' })}`;
      return `${names}${all}: only ${experts} may lead ${whom}, ${left}.`;
    },
    smallest: 'No smaller group is short of experts.',
    some: 'This is one such group; there was no time to find the smallest.',
    more: (n) => `and ${n} more`,
    ways: '*What can be done, the simplest first:*',
    none: 'Changing limits and conditions is not enough. Somebody new is needed: `/debiuty expert add @person`.',
    one_more: (name, n) => (n === 1 ? `${name} takes one organisation more` : `${name} takes ${organisations(n)} more`),
    drop_region: (name) => `${name}: without the condition of its own voivodeship`,
    drop_language: (name) => `${name}: without the condition of language`,
    lift_decline: (expert, organisation) =>
      `${expert}: asked once more about ${organisation}, in spite of an earlier no or change`,
    unpin: (name) => `${name}: free the pinned pair`,
    review_tie: (expert, organisation) => `${expert} and ${organisation}: look into whether the tie still stands`,
    take: 'Settled, solve again',
    takeTitle: 'Is it settled?',
    takeText: 'We will write it down (new limit, conditions, pairs) and solve again. Talk to these people first.',
    takeYes: 'Yes, settled',
    takeNo: 'Not yet',
    review: 'Look into the tie',
    settled: (left) =>
      `:warning: ${organisations(left)} ${plural('en', left, { one: 'is', other: 'are' })} left without an expert. Something was settled since the plan was made: solve again to have it count.`,
  },
  why: {
    title: 'Why this expert?',
    chosen: (expert, score, place, of) => `*${expert}*, ${points(score)}; number ${place} of ${of} possible experts.`,
    nobody: 'There is nobody in the plan.',
    away: 'This organisation no longer waits for an expert.',
    part: (signed, words) => `${signed} ${words}`,
    higher: '*Higher on the list, and yet not:*',
    noneHigher: 'Nobody possible stands higher.',
    over: (expert, score, reason) => `• *${expert}*, ${points(score)}: ${reason}`,
    reasons: {
      pinned: 'staff pinned this pair',
      kept: 'to change as little as possible against the plan before',
      full: (load, max) => `no room left (${load} of ${max})`,
      taken: (names) => `the room is of more use elsewhere: ${names}`,
      takenBy: (name, fit) => `${name} (fit ${fit})`,
      load: (load, max) => `would then lead ${load} of ${max}; work is shared out`,
      unproven: 'there was no time to look into it',
    },
    refused: (n) => `*The rules do not allow: ${people(n)}*`,
    rule: (expert, rules) => `• ${expert}: ${rules}`,
    pinnedElsewhere: (names) => `staff pinned: ${names}`,
    more: (n) => `and ${n} more`,
    change: 'Change the expert',
    pin: 'Pin',
    unpin: 'Free',
    pair: 'What we know of this pair',
    needs: 'Conditions of the organisation',
  },
  change: {
    title: 'Change the expert',
    intro: (organisation) =>
      `*${organisation}*. Whom you choose will be pinned, and the rest of the plan changes only as much as it must.`,
    expert: 'Who is to lead?',
    placeholder: 'Start typing a name',
    send: 'Change and solve',
    points: (n) => points(n),
    full: (n, load, max) => `${points(n)}, but full load ${load} of ${max}`,
  },
  pair: {
    title: 'What we know of a pair',
    intro: (expert, organisation) => `*${expert}* and *${organisation}*`,
    tie: 'Is there a tie between them?',
    ties: {
      unknown: 'Nobody has looked into it',
      tie: 'Looked into: there is a tie',
      no_tie: 'Looked into: there is none',
    },
    declared: (category) => `:warning: Declared tie: ${category}.`,
    reviewed: (by, moment) => `Last looked into by ${by}, ${moment}.`,
    category: 'If there is: which?',
    note: 'How do we know?',
    organisationWish: 'What does the organisation want?',
    organisationWishes: { none: 'We do not know', for: 'Asks for this expert', against: 'Would rather have another' },
    expertWish: 'What does the expert want?',
    expertWishes: { none: 'Not known', for: 'Wants to work with this organisation', against: 'Would rather another' },
    declined: 'This expert has said no to this organisation, or stopped leading it at a request or for a conflict',
    again: 'We have agreed that we may ask once more',
    secret: 'Only staff write and see this. Wishes move points and bind nobody.',
    send: 'Save',
    saved: 'Saved. Solve again to have it count.',
    changed: 'Nothing was saved: somebody changed this while the form was open. Open it again and see how it is now.',
  },
  needs: {
    title: 'Conditions',
    intro: (organisation, voivodeship) => `*${organisation}*, voivodeship: ${voivodeship}`,
    language: 'In which language does it need help?',
    conditions: 'What can it not do without?',
    condition: { region: 'Somebody who works in its voivodeship', language: 'Somebody who knows that language' },
    conditionsHint: 'A condition keeps everybody else out. Without one, points count.',
    send: 'Save',
  },
  loads: {
    title: 'Load',
    heading: (n) => `*Load: ${people(n)}, all cohorts together*`,
    legend: '█ now · ▓ by the plan · ░ free',
    row: (bar, name, after, max, more) =>
      `\`${bar}\` *${name}*: ${after} of ${max}${more > 0 ? `, ${more} of them by the plan` : ''}`,
    none: 'There is nobody who could lead organisations.',
    more: (n) => `and ${people(n)} more`,
    words: (after, room, full) =>
      `With the plan: ${organisations(after)} led, ${room} free places, full load for ${people(full)}.`,
    send: 'Show the chart',
    chart: 'Load of experts',
    unit: 'organisations',
    now: 'now',
    planned: 'by the plan',
    free: 'free',
    text: (cohort) => `Load in the plan of experts: ${cohort}`,
  },
  apply: {
    title: 'Approve the plan',
    intro: (n) =>
      `${organisations(n)} in the plan can be proposed. Experts get questions, organisations learn only of a yes.`,
    scope: 'Which organisations?',
    scopes: { all: 'All of them', chosen: 'Only those chosen below' },
    which: 'Chosen organisations',
    placeholder: 'Start typing a name',
    send: 'Approve',
    nothing: 'There is nothing to propose now.',
    already: 'The approval of this plan waits already. It can be taken back or done at once.',
    done: (n) => `Done: ${questions(n)} sent.`,
    not: (organisation, expert, why) => `• ${organisation} (${expert}): ${why}`,
    notHeading: (n) => `Not proposed (${n}), because something has changed:`,
    plan_changed: 'the plan has somebody else by now',
    what: (n, cohort) => `approving the plan: ${organisations(n)} (${cohort})`,
    effect: 'Experts will be asked whether they will lead these organisations.',
    takeBack: 'Take back unanswered questions as well',
    draft:
      'The question whether you will lead an organisation was a mistake. We are sorry for the confusion! You need not answer it.',
    told: (by, n, cohort) => `*${cohort}*: the plan of experts is approved (${by}). ${questions(n)} sent to experts.`,
    show: 'Show the plan',
  },
  standby: {
    offer: (name) => `Propose: ${name} (standby)`,
    first: (name) => `*Standby:* ${name}. You can propose this person at once.`,
  },
  refusals: {
    not_allowed: 'Only the programme’s staff can do this.',
    no_mentor:
      'In this programme organisations have no expert of their own: they book experts by field themselves. Nobody has to be assigned.',
    changed_meanwhile: 'Somebody has changed the plan meanwhile. Below it is as it is now.',
    nobody_waits: 'Nobody waits for an expert now.',
    out_of_time: 'The time was over before any plan was found. Try with more time.',
    cancelled: 'Stopped. The plan stays as it was; what was settled and written down stays.',
    not_expert: 'This person is no longer on the list of experts.',
    too_many: 'A limit cannot be above 50 organisations. Change it in this person’s profile.',
    tie_first: 'Look into this tie first.',
    plan_over: 'This plan is no more. See how it is now.',
    nothing_chosen: 'There is nothing to do: choose at least one organisation.',
  },
  errors: {
    choose_goal: 'Choose what matters.',
    choose_time: 'Choose a time from the list.',
    choose_expert: 'Choose a person from the list.',
    choose_one: 'Choose one of the answers.',
    choose_category: 'Say which kind of tie it is.',
    choose_language: 'Choose a language from the list.',
    choose_some: 'Choose at least one organisation.',
    language_first: 'This condition makes sense only for a language other than Polish.',
    long: 'Shorten it to 500 characters.',
  },
};

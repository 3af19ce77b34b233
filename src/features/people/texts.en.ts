import { plural } from '../../core/text.ts';
import type { PeopleTexts } from './texts.pl.ts';

export const en = {
  help: {
    staff: '`/debiuty staff add @person` – add somebody to the team; `/debiuty staff` – who is in the team',
    language: '`/debiuty language polish` – switch to Polish',
  },
  staff: {
    heading: (n: number) => `Team: ${n} ${plural('en', n, { one: 'person', other: 'people' })}`,
    everywhere: 'all cohorts',
    inCohort: (cohort: string) => `cohort ${cohort}`,
    more: (n: number) => `and ${n} more ${plural('en', n, { one: 'person', other: 'people' })}`,
    remove: 'Remove from the team',
    removeTitle: 'Remove from the team?',
    removeText: 'This person will lose access to applications and settings. The record of what they did stays.',
    yes: 'Remove',
    no: 'Keep',
    added: (person: string) => `Done: ${person} is in the team and can run all cohorts.`,
    already: (person: string) => `${person} is already in the team.`,
    removed: (person: string) => `${person} is no longer in the team.`,
  },
  language: {
    set: 'From now on I write to you in English.',
  },
  refusals: {
    not_allowed: 'Only the programme team can do this.',
    is_bot: 'This is a bot account. Please choose a person.',
    is_deactivated: 'This account is deactivated in Slack. Please choose somebody else.',
    is_foreign: 'This person comes from another Slack workspace, so they cannot be in the team.',
    unknown_person: 'Slack does not know this person. Choose them from the list, starting with @.',
    one_person:
      'Name one person, for example: `/debiuty staff add @alicja`. Choose them from the list Slack shows after @.',
    last_one: 'This is the last person in the team. Add somebody else first.',
    not_staff: 'This person is not in the team any more.',
    which_language: 'Type `/debiuty language polish` or `/debiuty language english`.',
  },
} satisfies PeopleTexts;

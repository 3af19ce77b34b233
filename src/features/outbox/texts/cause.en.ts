import { plural } from '../../../core/text.ts';
import type { CauseTexts } from './cause.pl.ts';

const FORMS = {
  d: { one: 'day', other: 'days' },
  wd: { one: 'working day', other: 'working days' },
  h: { one: 'hour', other: 'hours' },
} as const;
const span = (n: number, unit: 'd' | 'wd' | 'h') => `${n} ${plural('en', n, FORMS[unit])}`;

export const cause = {
  before: (n: number, unit: 'd' | 'wd' | 'h', due: string) => `reminder: ${span(n, unit)} before the deadline (${due})`,
  after: (n: number, unit: 'd' | 'wd' | 'h', due: string) => `reminder: ${span(n, unit)} after the deadline (${due})`,
  day: (due: string) => `reminder on the day of the deadline (${due})`,
  opening: (n: number, unit: 'd' | 'wd' | 'h') =>
    n === 0 ? 'reminder at once, when the matter came up' : `reminder: ${span(n, unit)} after the matter came up`,
  snooze: 'reminder that was asked for later',
  reminder: 'reminder of something to be done',
  kinds: {
    'notices.undelivered': 'something did not arrive, the team should know',
    'participations.channel_report': 'news of an organisation’s channel',
    'participations.help_asked': 'somebody asks the team for help',
    'applications.result': 'the result of the call',
    'applications.released': 'the results of the call are out',
    'applications.public_list': 'the list of results of the call',
    'applications.submitted': 'an application has come in',
    'applications.awaiting': 'an application waits for its formal check',
    'applications.proof': 'proof that an application was received',
    'applications.withdrawn': 'an application was withdrawn',
    'applications.pulled_back': 'an application was pulled back to be mended',
    'applications.late': 'an application came in late',
    'applications.attempt': 'somebody tried to apply after the closing',
    'applications.answered': 'the answer about a late application',
    'applications.edited': 'the team has corrected an application',
    'deadlines.moved': 'a deadline has changed',
    'deadlines.asked': 'a request for more time',
    'deadlines.answered': 'the answer to a request for more time',
    'deadlines.closing': 'the closing of the call has changed',
    'assignments.proposed': 'a proposal to look after an organisation',
    'assignments.withdrawn': 'a proposal was withdrawn',
    'assignments.accepted': 'the organisation has its expert',
    'assignments.answered': 'the answer to a proposal',
    'assignments.waiting': 'organisations wait for an expert',
    'events.card': 'an event of the cohort',
    'events.invitation': 'an invitation to an event',
    'events.own': 'signing up for an event',
    'events.changed': 'an event has a new date or is cancelled',
    'events.offer': 'a seat at an event is free',
    'events.certificate': 'a certificate of attendance',
    'undo.refused': 'something that the team asked for was not done',
    'undo.correction': 'the team corrects an earlier message',
    'obligations.digest': "the week's summary for the team",
  },
  other: 'a message of the programme',
} satisfies CauseTexts;

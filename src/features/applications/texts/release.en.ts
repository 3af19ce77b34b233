import { plural } from '../../../core/text.ts';
import type { ReleaseTexts } from './release.pl.ts';

const applications = (n: number) => `${n} ${plural('en', n, { one: 'application', other: 'applications' })}`;
const organisations = (n: number) => `${n} ${plural('en', n, { one: 'organisation', other: 'organisations' })}`;
const has = (n: number) => plural('en', n, { one: 'has', other: 'have' });

export const en = {
  title: 'Release of results',
  submit: 'Release results',
  heading: (cohort: string) => `Results: ${cohort}`,
  back: 'Back to the list',
  blocked: (n: number) => `*Results cannot be released yet.* ${applications(n)} ${has(n)} no decision:`,
  waiting: {
    confirmation: 'waiting for a second person’s confirmation',
    formal: 'waiting for the formal check',
    decision: 'waiting for a decision',
  },
  more: (n: number) => `… and ${applications(n)} more.`,
  nothing: 'This call has no application whose result could be released.',
  counts: {
    admitted: (n: number, all: number) =>
      `*admitted:* ${n} of ${all} ${plural('en', all, { one: 'place', other: 'places' })}`,
    reserve: (n: number) => `*reserve list:* ${n}`,
    refused: (n: number) => `*refused:* ${n}`,
    formally_rejected: (n: number) => `*formally rejected:* ${n}`,
  },
  byHandCount: (n: number) =>
    `${organisations(n)} ${has(n)} nobody in Slack. After the release you get ready texts to send by mail or tell by phone.`,
  warning:
    'When you press “Release results”, every organisation gets its message and decisions can no longer be changed.',
  unused: (n: number) =>
    `:warning: ${n} ${plural('en', n, { one: 'place stays', other: 'places stay' })} free although the reserve list is not empty.`,
  example: {
    admitted: 'Example message: admitted',
    reserve: 'Example message: reserve list',
    refused: 'Example message: refused',
    formally_rejected: 'Example message: formally rejected',
  },
  changed: 'Applications have changed since this window was opened. Please check again.',
  publish: 'List of the admitted',
  publishChoice: 'Publish the admitted in the cohort’s channel',
  publishHint: 'Only names of organisations and towns.',
  released: (n: number) =>
    `:tada: Done: the results are released. Messages to organisations (${n}) are being sent now.`,
  waits: {
    what: (cohort: string) => `the release of results (${cohort})`,
    effect: (n: number) => `${organisations(n)} will receive ${n === 1 ? 'its' : 'their'} result.`,
    published: 'The list of those admitted will appear in the cohort’s channel.',
    changed:
      'applications or decisions have changed since the preview. Please check them and release the results again.',
    already: '*The release of results waits already.* Do it now or undo it first.',
    draft: (cohort: string) =>
      `The results (${cohort}) that came from us contain a mistake. We are sorry for the confusion! We will send the right result separately. Until then there is nothing to do.`,
  },
  summary: (cohort: string, person: string) => `*Results released: ${cohort}*\nReleased by: ${person}.`,
  summaryText: (cohort: string) => `Results released: ${cohort}`,
  summaryByHand: (n: number) =>
    `${organisations(n)} ${has(n)} nobody in Slack and ${plural('en', n, { one: 'waits', other: 'wait' })} to be told in person.`,
  openList: 'See applications',
  byHandButton: (n: number) => `To be told in person: ${n}`,
  publicHeading: (cohort: string) => `Organisations admitted to the programme: ${cohort}`,
  publicIntro: (n: number) =>
    `Congratulations! ${organisations(n)} ${plural('en', n, { one: 'joins', other: 'join' })} the programme:`,
  publicMore: (n: number) => `… and ${organisations(n)} more.`,
  hand: {
    title: 'To be told in person',
    intro: 'These organisations have nobody in Slack. Please tell them by mail or phone and mark it here.',
    none: 'Nobody has to be told in person.',
    contact: (name: string, email: string, phone: string) =>
      [name, email, phone].filter((part) => part !== '').join(', '),
    noContact: 'the application has no contact data',
    told: 'Mark as told',
    toldAlready: ':white_check_mark: told',
  },
} satisfies ReleaseTexts;

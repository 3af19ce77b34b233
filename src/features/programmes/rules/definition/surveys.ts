import { z } from 'zod';
import { key, localised, option, repeated } from './parts.ts';

/** When it is asked: after what people were at, or so many days after an assignment and then every so many. */
const when = z.union([
  z.strictObject({ after: z.enum(['event', 'consultation']) }),
  z.strictObject({ after: z.literal('assignment'), days: z.int().min(1).max(365), every: z.int().min(1).max(365) }),
  /** So many months after the cohort's last day as the setting `followUpMonths` says. */
  z.strictObject({ after: z.literal('end') }),
]);

const words = { key, label: localised(200), hint: z.exactOptional(localised(300)), required: z.boolean() };

/** A scale goes from 1 to `to`; `ends` says what its first and last step mean. */
const scale = z.strictObject({
  ...words,
  kind: z.literal('scale'),
  to: z.int().min(3).max(7).default(5),
  ends: z.strictObject({ low: localised(60), high: localised(60) }),
});
/** How gladly it would be recommended, from 0 to 10. */
const recommendation = z.strictObject({ ...words, kind: z.literal('recommendation') });
const choice = z.strictObject({ ...words, kind: z.literal('choice'), options: z.array(option).min(2).max(8) });
const open = z.strictObject({ ...words, kind: z.literal('open') });

const question = z.discriminatedUnion('kind', [scale, recommendation, choice, open]);
export type SurveyQuestion = z.infer<typeof question>;

const survey = z
  .strictObject({
    key,
    /** Slack cuts a form's title at 24 characters. */
    title: localised(24),
    /** What it is about, to go on "we ask you": "o krótką opinię po spotkaniu". */
    asks: localised(150),
    when,
    /** Whom of those concerned: everybody, the organisation's people, or the expert. */
    people: z.enum(['everybody', 'organisation', 'expert']),
    /** Anonymous answers are added up and cannot be corrected; named ones can until it closes. */
    isAnonymous: z.boolean(),
    /** An answer of this or less to this question calls staff; an anonymous survey shows it in the sum only. */
    lowScore: z.exactOptional(z.strictObject({ question: key, atMost: z.int().min(0).max(10) })),
    /** A short form, whose results go into one message. */
    questions: z.array(question).min(1).max(8),
  })
  .superRefine((given, check) => {
    const complain = (message: string) => check.addIssue({ code: 'custom', message });
    const twice = repeated(given.questions.map((one) => one.key));
    if (twice.length > 0) complain(`question keys stand twice: ${twice.join(', ')}`);
    const low = given.lowScore && given.questions.find((one) => one.key === given.lowScore?.question);
    if (given.lowScore && low?.kind !== 'scale' && low?.kind !== 'recommendation')
      complain(`"lowScore" needs a scale or a recommendation; "${given.lowScore.question}" is none`);
    if (given.isAnonymous && given.when.after !== 'event')
      complain('only after an event do enough people answer for nobody to be guessed; write isAnonymous: false');
  });

export type SurveyForm = z.infer<typeof survey>;

/** What people are asked, in the order in which lists show it. */
export const surveys = z
  .array(survey)
  .max(12)
  .superRefine((given, check) => {
    const twice = repeated(given.map((one) => one.key));
    if (twice.length > 0) check.addIssue({ code: 'custom', message: `keys stand twice: ${twice.join(', ')}` });
  })
  .default([]);

/** Those of a file: lists show surveys by their titles. Cohorts older than this may have two alike. */
export const titledSurveys = surveys.superRefine((given, check) => {
  const twice = (['pl', 'en'] as const).flatMap((locale) => repeated(given.map(({ title }) => title[locale])));
  if (twice.length > 0) check.addIssue({ code: 'custom', message: `titles stand twice: ${twice.join(', ')}` });
});

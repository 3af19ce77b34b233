import fc from 'fast-check';
import type { Answers } from '../../../src/features/applications/input/form.ts';
import { intakeTexts } from '../../../src/features/applications/texts/entry.ts';
import {
  allAnswers,
  answerText,
  checkModal,
  missedModal,
  sentModal,
} from '../../../src/features/applications/views/check.ts';
import { behalfModal, chooseCall, noCall } from '../../../src/features/applications/views/entry.ts';
import { goOnModal } from '../../../src/features/applications/views/go-on.ts';
import { answersModal, mineBlocks, mineMessage, withdrawModal } from '../../../src/features/applications/views/mine.ts';
import { shortName } from '../../../src/features/applications/views/names.ts';
import { stepModal } from '../../../src/features/applications/views/step.ts';
import { formOf } from '../../../src/features/programmes/public.ts';
import { builds } from '../../support/builders.ts';
import { answersTo, application, call } from '../../support/rows.ts';
import { count, crowd, maybe, moment, uuid, type Words } from '../../support/words.ts';

/** What keeps somebody from sending, in the words of the intake. */
const problem = maybe(fc.constantFrom('incomplete' as const, 'already_applied' as const, 'changed_meanwhile' as const));

/** A form with answers to it. */
const answered = (words: Words) =>
  call(words).chain(({ cohort, stage }) => {
    const form = formOf(cohort, stage);
    return fc.record({ form: fc.constant(form), answers: answersTo(form, words) as fc.Arbitrary<Answers> });
  });

const mine = (words: Words) => fc.record({ all: crowd(application(words), 20), now: moment });

/** The intake: the form, what follows it, and one's own applications. */
export const entryBuilders = [
  builds(stepModal, 'modal', (words) =>
    application(words)
      .chain((row) =>
        fc.record({
          row: fc.constant(row),
          shown: fc.record({
            step: fc.integer({ min: 1, max: formOf(row.call.cohort, row.call.stage).steps.length }),
            ...{ resumed: fc.boolean(), sent: maybe(count), shared: fc.boolean() },
          }),
        }),
      )
      .map(({ row, shown }) => (locale) => [row, shown, locale]),
  ),
  builds(goOnModal, 'modal', (words) => application(words).map((row) => (locale) => [row, locale])),
  builds(checkModal, 'modal', (words) =>
    fc.tuple(application(words), problem).map(([row, why]) => (locale) => [
      row,
      locale,
      why && intakeTexts(locale).refusals[why],
    ]),
  ),
  builds(answerText, 'plain', (words) =>
    answered(words)
      .chain(({ form, answers }) => {
        const questions = form.steps.flatMap((step) => step.questions);
        return fc.record({ question: fc.constantFrom(...questions), answers: fc.constant(answers) });
      })
      .filter(({ question, answers }) => ![undefined, null, ''].includes(answers[question.key] as never))
      .filter(({ question, answers }) => question.kind !== 'choices' || String(answers[question.key]) !== '')
      .map(({ question, answers }) => (locale) => [question, answers[question.key], locale]),
  ),
  builds(allAnswers, 'blocks', (words) =>
    fc.tuple(answered(words), fc.constantFrom(250, 1200, 3000)).map(([{ form, answers }, most]) => (locale) => [
      form,
      answers,
      locale,
      most,
    ]),
  ),
  builds(sentModal, 'modal', () =>
    fc
      .record({ number: count, receivedAt: moment, waits: fc.boolean(), onBehalf: fc.boolean() })
      .map((sent) => (locale) => [sent, locale]),
  ),
  builds(missedModal, 'modal', () =>
    fc.tuple(moment, moment).map(([at, closed]) => (locale) => [at, closed, locale]),
  ),
  builds(mineBlocks, 'blocks', (words) =>
    mine(words).map(({ all, now }) => (locale) => [all, now, locale]),
  ),
  builds(mineMessage, 'message', (words) =>
    mine(words).map(({ all, now }) => (locale) => [all, now, locale]),
  ),
  builds(answersModal, 'modal', (words) =>
    application(words).map((row) => (locale) => [row, row.answers as Answers, locale]),
  ),
  builds(withdrawModal, 'modal', (words) => application(words).map((row) => (locale) => [row, locale])),
  builds(shortName, 'mrkdwn', (words) => words.line().map((name) => () => [name])),
  builds(chooseCall, 'message', (words) => crowd(call(words), 9).map((calls) => (locale) => [calls, locale])),
  builds(noCall, 'mrkdwn', (words) =>
    fc.tuple(maybe(call(words)), maybe(call(words))).map(([last, next]) => (locale) => [last, next, locale]),
  ),
  builds(behalfModal, 'modal', (words) =>
    fc
      .record({
        applicationId: uuid,
        calls: fc.array(call(words), { minLength: 1, maxLength: 5 }),
        ...{ drafts: crowd(application(words), 5), now: moment },
      })
      .map((shown) => (locale) => [shown, locale]),
  ),
];

import fc from 'fast-check';
import { VOIVODESHIPS } from '../../../src/core/voivodeships.ts';
import type { ListPlace, Seen } from '../../../src/features/applications/ids/decisions.ts';
import type { Answers } from '../../../src/features/applications/input/form.ts';
import type { HistoryEntry } from '../../../src/features/applications/queries/review.ts';
import { GROUPS, type Group } from '../../../src/features/applications/rules/groups.ts';
import { APPLICATION_STATES } from '../../../src/features/applications/rules/machine.ts';
import { decisionTexts } from '../../../src/features/applications/texts/decisions.ts';
import { answerModal } from '../../../src/features/applications/views/answer.ts';
import { answerPage, wholeAnswer } from '../../../src/features/applications/views/answers.ts';
import { chooseModal, homeBlocks } from '../../../src/features/applications/views/choose.ts';
import { decideModal } from '../../../src/features/applications/views/decide.ts';
import { formalModal } from '../../../src/features/applications/views/formal.ts';
import { listModal } from '../../../src/features/applications/views/list.ts';
import {
  answered,
  historyLine,
  menu,
  nameOf,
  numberOf,
  standingWords,
  townOf,
} from '../../../src/features/applications/views/parts.ts';
import { reviewModal } from '../../../src/features/applications/views/review.ts';
import { definitionOf, formOf, type Question } from '../../../src/features/programmes/public.ts';
import { button } from '../../../src/platform/slack/blocks.ts';
import { builds } from '../../support/builders.ts';
import { call, marked, reviewedBy } from '../../support/rows.ts';
import { count, crowd, maybe, moment, uuid, type Words } from '../../support/words.ts';

export const listPlace: fc.Arbitrary<ListPlace> = fc.record({
  ...{ callId: uuid, group: maybe(fc.constantFrom(...GROUPS)), todo: fc.boolean() },
  voivodeship: maybe(fc.constantFrom(...VOIVODESHIPS.map((one) => one.key))),
  page: fc.constantFrom(1, 2, 9999),
});
const seen: fc.Arbitrary<Seen> = fc.record({ id: uuid, from: listPlace, page: fc.constantFrom(1, 2, 99) });

const banner = (words: Words, line: (text: string) => string) =>
  maybe(entry(words)).map(
    (last) => (locale: 'pl' | 'en') => (last ? line(historyLine(last, locale, decisionTexts(locale))) : null),
  );
const stale = (words: Words) => banner(words, (line) => `:warning: ${line}`);

const entry = (words: Words): fc.Arbitrary<HistoryEntry> =>
  fc.record({
    ...{ at: moment, act: fc.constantFrom('applications.decide', 'applications.xvq'), from: fc.constant(null) },
    ...{ to: maybe(fc.constantFrom('reserve', 'none', 'xvq')), reason: maybe(words.text()) },
    ...{ person: maybe(words.line()), byBot: fc.boolean() },
  });

const known = (words: Words) =>
  fc.record({
    ...{ organisationId: uuid, organisationName: words.line(), applicationId: uuid, cohortId: uuid },
    ...{ cohortName: words.line(60), programmeKey: fc.constant('debiuty'), number: maybe(count) },
    ...{ state: fc.constantFrom(...APPLICATION_STATES), receivedAt: moment, participation: fc.constant(null) },
  });

const counts = fc.record(Object.fromEntries(GROUPS.map((group) => [group, count])) as Record<Group, typeof count>);

const list = (words: Words) =>
  call(words).chain((of) =>
    fc.record({
      ...{ call: fc.constant(of), isClosed: fc.boolean(), stages: fc.constantFrom(1, 2), place: listPlace },
      ...{ byHand: count, undelivered: count },
      found: fc.record({
        ...{ counts, total: count, pages: fc.constantFrom(1, 3), page: fc.constantFrom(1, 2, 3) },
        rows: crowd(reviewedBy(words), 8).map((rows) => [...rows]),
      }),
    }),
  );

/** An application with the form and the checklist of its cohort. */
const whole = (words: Words) =>
  reviewedBy(words).chain((application) => {
    const { checklist } = definitionOf(application.cohort);
    return fc.record({
      ...{ application: fc.constant(application), items: marked(checklist, words), checklist: fc.constant(checklist) },
      form: fc.constant(formOf(application.cohort, application.call.stage)),
    });
  });

const review = (words: Words) =>
  whole(words).chain((made) =>
    fc.record({
      ...{ made: fc.constant(made), seen, history: crowd(entry(words), 10), known: crowd(known(words), 30) },
      neighbours: fc.record({ total: count, index: maybe(count), previous: maybe(uuid), next: maybe(uuid) }),
      ...{ confirmedBy: maybe(words.line()), canWork: fc.boolean(), canConfirm: fc.boolean() },
    }),
  );

/** Answers that can be too long for the page of an application. */
const isLong = ({ kind }: Question): boolean => kind === 'text' || kind === 'long_text' || kind === 'choices';

const calls = (words: Words) =>
  fc.record({
    ...{ id: uuid, stage: fc.constantFrom(1, 2), stages: fc.constantFrom(1, 2), cohort: words.line(60) },
    ...{ opensAt: moment, releasedAt: maybe(moment) },
  });

/** What staff see of the applications: the list, one of them, and the forms. */
export const reviewBuilders = [
  builds(listModal, 'modal', (words) => list(words).map((view) => (locale) => [view, locale])),
  builds(reviewModal, 'modal', (words) =>
    fc.tuple(review(words), stale(words)).map(([{ made, ...rest }, said]) => (locale) => {
      return [{ ...made, ...rest }, said(locale), locale];
    }),
  ),
  builds(formalModal, 'modal', (words) =>
    fc.tuple(whole(words), seen, stale(words)).map(([made, at, said]) => (locale) => {
      return [{ ...made, seen: at }, said(locale), locale];
    }),
  ),
  builds(decideModal, 'modal', (words) =>
    fc
      .record({
        ...{ application: reviewedBy(words), seen, admitted: count, reserve: count },
        wish: maybe(
          fc.record({
            decision: maybe(fc.constantFrom('admitted' as const, 'reserve' as const, 'refused' as const)),
            ...{ position: maybe(fc.constantFrom(1, 100_000)), reason: words.text(2000) },
          }),
        ),
      })
      .chain((view) => stale(words).map((said) => ({ view, said })))
      .map(({ view, said }) => (locale) => [view, said(locale), locale]),
  ),
  builds(answerModal, 'modal', (words) =>
    fc
      .tuple(whole(words), seen)
      .chain(([{ application, form }, at]) =>
        fc.record({
          ...{ application: fc.constant(application), seen: fc.constant(at) },
          question: fc.constantFrom(...form.steps.flatMap((step) => step.questions).filter(isLong)),
        }),
      )
      .map((view) => (locale) => [view, locale]),
  ),
  builds(answerPage, 'blocks', (words) =>
    fc.tuple(whole(words), fc.constantFrom(1, 2, 99)).map(([{ form, application }, page]) => (locale) => {
      const words_ = decisionTexts(locale).review;
      const answers = application.answers as Answers;
      return [{ form, answers, page }, (key) => button('qvx', words_.whole, { value: key }), locale, words_];
    }),
  ),
  builds(wholeAnswer, 'blocks', (words) => words.text().map((text) => () => [text])),
  builds(chooseModal, 'modal', (words) => crowd(calls(words)).map((all) => (locale) => [all, locale])),
  builds(homeBlocks, 'home', (words) =>
    crowd(fc.record({ call: calls(words), waiting: count }), 5).map((open) => (locale) => [open, locale]),
  ),
  builds(nameOf, 'plain', (words) => reviewedBy(words).map((one) => () => [one])),
  builds(townOf, 'plain', (words) =>
    reviewedBy(words)
      .filter((one) => townOf(one) !== '')
      .map((one) => () => [one]),
  ),
  builds(answered, 'plain', (words) =>
    reviewedBy(words)
      .filter((one) => answered(one, 'subject') !== '')
      .map((one) => () => [one, 'subject']),
  ),
  builds(numberOf, 'plain', () => maybe(count).map((number) => (locale) => [number, decisionTexts(locale)])),
  builds(standingWords, 'mrkdwn', (words) =>
    reviewedBy(words)
      .filter(({ state }) => state !== 'draft')
      .map((one) => (locale) => [one, decisionTexts(locale)]),
  ),
  builds(historyLine, 'mrkdwn', (words) => entry(words).map((one) => (locale) => [one, locale, decisionTexts(locale)])),
  builds(menu, 'element', (words) =>
    fc.tuple(words.line(), fc.array(words.line(), { minLength: 1, maxLength: 3 })).map(([placeholder, few]) => () => {
      const choices = Array.from({ length: 200 }, (_, n) => ({ value: `v${n}`, text: few[n % few.length] ?? 'A' }));
      return ['qvx', placeholder, choices, 'v7'];
    }),
  ),
];

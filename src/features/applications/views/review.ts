import type { AnyBlock, Button } from '@slack/types';
import { formatMoment, formatStamp } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { VOIVODESHIPS } from '../../../core/voivodeships.ts';
import {
  actions,
  button,
  context,
  divider,
  fields,
  header,
  quoted,
  section,
  typed,
  typedShort,
} from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import type { HistoryLine } from '../../organisations/public.ts';
import type { Form, ProgrammeDefinition } from '../../programmes/public.ts';
import { answerCodec, placeCodec, REVIEW_IDS, type Seen, seenCodec } from '../ids/decisions.ts';
import { IDS } from '../ids/entry.ts';
import type { Answers } from '../input/form.ts';
import type { HistoryEntry, Neighbours, Reviewed } from '../queries/review.ts';
import { canDecide } from '../rules/decisions.ts';
import { canCheckFormally, failedItems, type MarkedItem } from '../rules/formal.ts';
import { can } from '../rules/machine.ts';
import { type DecisionTexts, decisionTexts } from '../texts/decisions.ts';
import { intakeTexts } from '../texts/entry.ts';
import { answerPage } from './answers.ts';
import { answered, historyLine, nameOf, numberOf, standingWords, townOf } from './parts.ts';

export type ReviewView = {
  readonly application: Reviewed;
  readonly items: readonly MarkedItem[];
  readonly checklist: ProgrammeDefinition['checklist'];
  readonly form: Form;
  readonly seen: Seen;
  readonly neighbours: Neighbours;
  readonly history: readonly HistoryEntry[];
  readonly known: readonly HistoryLine[];
  /** The name of the second person who confirmed a late entry. */
  readonly confirmedBy: string | null;
  /** Checks and decisions are possible now. */
  readonly canWork: boolean;
  /** This person may be the second one to confirm a late entry (APP-10). */
  readonly canConfirm: boolean;
};

const KNOWN_SHOWN = 4;
const NOTE_SHOWN = 1500;

/** An application with everything staff need to check and decide; `banner` is a word about what just happened. */
export function reviewModal(view: ReviewView, banner: string | null, locale: Locale): Modal {
  const words = decisionTexts(locale);
  const { application, seen, neighbours } = view;
  const answers = answersOf(view, locale, words);
  const place = neighbours.index === null ? [] : [context(words.review.place(neighbours.index, neighbours.total))];
  return {
    callbackId: REVIEW_IDS.open,
    title: words.review.title,
    blocks: [
      ...(banner ? [section(banner)] : []),
      header(words.review.heading(numberOf(application.number, words), nameOf(application))),
      ...place,
      fields(factsOf(application, locale, words)),
      ...behalfBlocks(view, words),
      ...knownBlocks(view.known, locale, words),
      ...formalBlocks(view, locale, words),
      ...reasonBlocks(application, words),
      ...workButtons(view, words),
      divider(),
      header(words.review.answers(answers.page, answers.pages)),
      ...answers.blocks,
      ...answerButtons(seen, answers, words),
      divider(),
      section(`*${words.review.journal}*`),
      ...view.history.map((entry) => context(historyLine(entry, locale, words))),
      actions([...ways(view, words), ...leaving(application, locale)]),
    ],
  };
}

type Facts = readonly (readonly [string, string])[];

function factsOf(application: Reviewed, locale: Locale, words: DecisionTexts): Facts {
  const { review } = words;
  const voivodeship = application.organisation?.voivodeship ?? answered(application, 'voivodeship');
  const region = VOIVODESHIPS.find((one) => one.key === voivodeship)?.[locale];
  const where = [townOf(application), region ?? ''].filter((part) => part !== '').map(typed);
  const subject = answered(application, 'subject');
  const stamp = (moment: Date | null): string => (moment ? formatStamp(moment, locale) : '–');
  const applicant = application.onBehalf ? answered(application, 'contact_name') : application.editor.name;
  const entered: Facts = application.onBehalf ? [[review.entered, stamp(application.enteredAt)]] : [];
  return [
    [review.state, standingWords(application, words)],
    [review.where, where.join(', ') || '–'],
    [review.received, stamp(application.receivedAt)],
    ...entered,
    [review.editor, typedShort(applicant, NAME) || '–'],
    ...(subject ? ([[review.subject, typedShort(subject, NAME)]] as const) : []),
  ];
}

const NAME = 200;

function behalfBlocks(view: ReviewView, words: DecisionTexts): AnyBlock[] {
  const { application, confirmedBy } = view;
  const { review } = words;
  const sent = application._count.submissions;
  const repeated = sent > 1 ? [context(review.submissions(sent))] : [];
  if (!application.onBehalf) return repeated;
  const { evidence, lateReason } = application;
  const confirmed = confirmedBy ? review.confirmed(typed(confirmedBy)) : review.unconfirmed;
  return [
    context(review.onBehalf(typed(application.editor.name))),
    ...(evidence ? [section(`*${review.evidence}*`), quoted(clip(evidence, NOTE_SHOWN))] : []),
    ...(lateReason
      ? [section(`*${review.lateReason}*`), quoted(clip(lateReason, NOTE_SHOWN)), context(confirmed)]
      : []),
    ...repeated,
  ];
}

/** A hint, never a block: the same number in another application, cohort or programme (O3). */
function knownBlocks(known: readonly HistoryLine[], locale: Locale, words: DecisionTexts): AnyBlock[] {
  if (known.length === 0) return [];
  const lines = known.slice(0, KNOWN_SHOWN).map((line) => {
    const number = numberOf(line.number, words);
    const state = standingWords({ state: line.state, preparedDecision: null, reservePosition: null }, words);
    const name = typedShort(line.organisationName, NAME);
    return `• ${typed(line.cohortName)}, ${number}: ${name} – ${state}, ${formatMoment(line.receivedAt, locale)}`;
  });
  const rest = known.length - lines.length;
  return [section([words.review.known, ...lines, ...(rest > 0 ? [words.review.knownMore(rest)] : [])].join('\n'))];
}

function formalBlocks(view: ReviewView, locale: Locale, words: DecisionTexts): AnyBlock[] {
  if (!view.application.formalResult) return [];
  const failed = failedItems(view.items);
  if (failed.length === 0) return [section(words.review.formalAccepted)];
  const lines = failed.map((item) => {
    const label = view.checklist.find((one) => one.key === item.key)?.label[locale] ?? item.key;
    return `• ${typed(label)}${item.note ? `: ${typedShort(item.note, NAME)}` : ''}`;
  });
  return [section([words.review.formalRejected, ...lines].join('\n'))];
}

function reasonBlocks(application: Reviewed, words: DecisionTexts): AnyBlock[] {
  const { preparedReason } = application;
  return preparedReason ? [section(`*${words.review.reason}*`), quoted(clip(preparedReason, NOTE_SHOWN))] : [];
}

function workButtons(view: ReviewView, words: DecisionTexts): AnyBlock[] {
  const { application, seen, canWork, canConfirm } = view;
  const { review } = words;
  const value = seenCodec.encode(seen);
  const check = application.formalResult ? review.formalAgain : review.formal;
  const decide = application.preparedDecision ? review.decideAgain : review.decide;
  const isNext = (possible: boolean) => (possible ? ({ value, style: 'primary' } as const) : { value });
  const buttons = [
    ...(canConfirm
      ? [
          button(REVIEW_IDS.confirm, review.confirmEntry, { value, style: 'primary' }),
          button(REVIEW_IDS.decline, review.declineEntry, { value }),
        ]
      : []),
    ...(canWork && canCheckFormally(application.state)
      ? [button(REVIEW_IDS.formal, check, isNext(!application.formalResult))]
      : []),
    ...(canWork && canDecide(application.state)
      ? [button(REVIEW_IDS.decide, decide, isNext(!application.preparedDecision))]
      : []),
  ];
  return buttons.length > 0 ? [actions(buttons)] : [];
}

function answersOf(view: ReviewView, locale: Locale, words: DecisionTexts) {
  const { application, form, seen } = view;
  const whole = (key: string) =>
    button(REVIEW_IDS.answer, words.review.whole, { value: answerCodec.encode({ ...seen, key }) });
  const answers = application.answers as Answers;
  return answerPage({ form, answers, page: seen.page }, whole, locale, words.review);
}

function answerButtons(
  seen: Seen,
  at: { readonly page: number; readonly pages: number },
  words: DecisionTexts,
): AnyBlock[] {
  const { earlier, further } = words.review;
  const to = (page: number) => ({ value: seenCodec.encode({ ...seen, page }) });
  const buttons = [
    ...(at.page > 1 ? [button(REVIEW_IDS.earlierAnswers, earlier, to(at.page - 1))] : []),
    ...(at.page < at.pages ? [button(REVIEW_IDS.furtherAnswers, further, to(at.page + 1))] : []),
  ];
  return buttons.length > 0 ? [actions(buttons)] : [];
}

/** What an organisation outside Slack asks for by mail or phone (APP-6, R2). */
const leaving = ({ id, state }: Reviewed, locale: Locale): Button[] =>
  can(state, 'withdraw') ? [button(IDS.withdraw, intakeTexts(locale).mine.withdrawForThem, { value: id })] : [];

/** To the neighbours in the filtered list, and back to it. */
function ways(view: ReviewView, words: DecisionTexts): Button[] {
  const { seen, neighbours } = view;
  const to = (id: string) => ({ value: seenCodec.encode({ id, from: seen.from, page: 1 }) });
  return [
    ...(neighbours.previous ? [button(REVIEW_IDS.previous, words.review.previous, to(neighbours.previous))] : []),
    ...(neighbours.next ? [button(REVIEW_IDS.next, words.review.next, to(neighbours.next))] : []),
    button(REVIEW_IDS.back, words.review.back, { value: placeCodec.encode(seen.from) }),
  ];
}

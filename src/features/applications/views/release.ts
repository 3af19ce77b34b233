import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, divider, header, section, typed } from '../../../platform/slack/blocks.ts';
import { checkboxInput } from '../../../platform/slack/inputs.ts';
import type { Message, Modal } from '../../../platform/slack/message.ts';
import { type CallOfCohort, definitionOf } from '../../programmes/public.ts';
import { type ListPlace, placeCodec, REVIEW_IDS, seenCodec, startOf, writeReleasePlace } from '../ids/decisions.ts';
import type { StandingApplication, StandingResults } from '../queries/results.ts';
import { type Result, resultCounts } from '../rules/decisions.ts';
import { decisionTexts, type ReleaseTexts, releaseTexts } from '../texts/decisions.ts';
import { nameOf, numberOf } from './parts.ts';
import { resultMessage } from './result.ts';

const RESULTS: readonly Result[] = ['admitted', 'reserve', 'refused', 'formally_rejected'];
/** Undecided applications shown, and blocks of one example message: a modal has a hundred. */
const UNDECIDED_SHOWN = 20;
const EXAMPLE_BLOCKS = 14;

export type ReleaseView = {
  readonly call: CallOfCohort;
  readonly place: ListPlace;
  readonly standing: StandingResults;
  /** The release that was asked for and can be taken back; while it waits, it is not offered again. */
  readonly waiting?: readonly AnyBlock[] | null;
};

const summed = (counts: Readonly<Record<Result, number>>, places: number, words: ReleaseTexts): string[] =>
  RESULTS.map((result) =>
    result === 'admitted' ? words.counts.admitted(counts.admitted, places) : words.counts[result](counts[result]),
  );

/** The preview of the release: who blocks it, or what will be said to how many, with an example of each (CO-7). */
export function releaseModal(view: ReleaseView, banner: string | null, locale: Locale): Modal {
  const words = releaseTexts(locale);
  const { applications, seen } = view.standing;
  const waiting = applications.filter((one) => one.waits !== null);
  const judged = applications.filter((one) => one.result !== null);
  const asked = view.waiting ?? [];
  const isReady = waiting.length === 0 && judged.length > 0 && asked.length === 0;
  const back = actions([button(REVIEW_IDS.back, words.back, { value: placeCodec.encode(view.place) })]);
  const nothing = judged.length === 0 && waiting.length === 0 ? [section(words.nothing)] : [];
  return {
    callbackId: REVIEW_IDS.release,
    title: words.title,
    ...(isReady ? { submit: words.submit, metadata: writeReleasePlace(view.place, seen) } : {}),
    blocks: [
      ...(banner ? [section(banner)] : []),
      header(words.heading(view.call.cohort.name)),
      ...(waiting.length > 0 ? blockers(waiting, view.place, locale) : nothing),
      ...asked,
      ...(isReady ? preview(view, judged, locale) : []),
      back,
    ],
  };
}

/** Everything undecided, each a click away; withdrawn applications and drafts do not count. */
function blockers(waiting: readonly StandingApplication[], place: ListPlace, locale: Locale): AnyBlock[] {
  const words = releaseTexts(locale);
  const review = decisionTexts(locale);
  const rows = waiting.slice(0, UNDECIDED_SHOWN).map((one) => {
    const why = one.waits ? words.waiting[one.waits] : '';
    const value = seenCodec.encode({ id: one.id, from: place, page: 1 });
    const open = button(REVIEW_IDS.open, review.list.open, { value, label: `${review.list.open}: ${nameOf(one)}` });
    return section(`*${numberOf(one.number, review)} · ${typed(nameOf(one))}*\n${why}`, open);
  });
  const rest = waiting.length - rows.length;
  return [section(words.blocked(waiting.length)), ...rows, ...(rest > 0 ? [context(words.more(rest))] : [])];
}

function preview(view: ReleaseView, judged: readonly StandingApplication[], locale: Locale): AnyBlock[] {
  const words = releaseTexts(locale);
  const { cohort } = view.call;
  const counts = resultCounts(judged);
  const byHand = judged.filter((one) => one.receiver === null).length;
  const free = cohort.places - counts.admitted;
  const choices = [{ value: 'yes', text: words.publishChoice }];
  return [
    section(summed(counts, cohort.places, words).join('\n')),
    ...(free > 0 && counts.reserve > 0 ? [section(words.unused(free))] : []),
    ...(byHand > 0 ? [section(words.byHandCount(byHand))] : []),
    ...RESULTS.flatMap((result) => example(result, view, judged, locale)),
    divider(),
    ...(cohort.channelId && counts.admitted > 0
      ? [
          checkboxInput({
            name: 'publish',
            label: words.publish,
            hint: words.publishHint,
            choices,
            optional: true,
          }),
        ]
      : []),
    section(words.warning),
  ];
}

function example(
  result: Result,
  view: ReleaseView,
  judged: readonly StandingApplication[],
  locale: Locale,
): AnyBlock[] {
  const one = judged.find((application) => application.result === result);
  if (!one) return [];
  const { cohort } = view.call;
  const message = resultMessage({ ...one, cohort }, definitionOf(cohort).checklist, locale);
  return [
    divider(),
    context(`*${releaseTexts(locale).example[result]}*`),
    ...(message?.blocks ?? []).slice(0, EXAMPLE_BLOCKS),
  ];
}

export type SummaryView = {
  readonly call: CallOfCohort;
  readonly counts: Readonly<Record<Result, number>>;
  readonly by: string;
  readonly byHand: number;
};

/** What the cohort's staff hear of the release. */
export function summaryMessage(view: SummaryView, locale: Locale): Message {
  const words = releaseTexts(locale);
  const { call, counts, byHand } = view;
  const value = placeCodec.encode(startOf(call.id));
  const lines = summed(counts, call.cohort.places, words);
  return {
    text: words.summaryText(typed(call.cohort.name)),
    blocks: [
      section([words.summary(typed(call.cohort.name), typed(view.by)), ...lines].join('\n')),
      ...(byHand > 0 ? [section(words.summaryByHand(byHand))] : []),
      actions([
        button(REVIEW_IDS.list, words.openList, { value }),
        ...(byHand > 0 ? [button(REVIEW_IDS.byHand, words.byHandButton(byHand), { value })] : []),
      ]),
    ],
  };
}

import type { AnyBlock } from '@slack/types';
import { civilOf } from '../../../core/calendar/index.ts';
import { formatDate, formatDay, formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, confirm, divider, header, section, typedShort } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS, pairCodec } from '../ids.ts';
import type { Ranking } from '../rules/index.ts';
import { handOverTexts } from '../texts/hand-over.ts';
import { planTexts } from '../texts/plan.ts';
import { type AssignmentsTexts, texts } from '../texts.ts';
import { rankingBlocks } from './ranking.ts';
import { namesOf, type Vocabulary, voivodeshipName } from './reasons.ts';

const NAME_SHOWN = 150;
const SUBJECT_SHOWN = 300;

const cut = (name: string): string => typedShort(name, NAME_SHOWN);

/** Who is asked or active now. */
export type Current = {
  readonly assignmentId: string;
  readonly isActive: boolean;
  readonly expert: string;
  readonly proposedBy: string;
  /** When it was asked, or accepted when active. */
  readonly since: Date;
};

/** A hand-over that is under way: who leaves, and until when they lead. */
export type PassingOn = {
  readonly handOverId: string;
  readonly former: string;
  readonly hasLeft: boolean;
  /** Civil date. */
  readonly lastOn: string | null;
};

/** An organisation's situation: what it is and asks for; who is there, or who could be. */
export type Situation = {
  readonly participationId: string;
  readonly organisation: string;
  readonly town: string;
  readonly voivodeship: string;
  readonly cohort: string;
  readonly subject: string | null;
  readonly needs: readonly string[];
  /** The active one first. */
  readonly current: readonly Current[];
  readonly handOver: PassingOn | null;
  /** What waits to be done for it and can be taken back; while it does, nothing else is offered. */
  readonly waiting?: readonly AnyBlock[] | null;
  /** Whom the plan kept in reserve; offered first. */
  readonly standby?: { readonly expertId: string; readonly name: string } | null;
  /** Only while somebody is looked for and nothing waits. */
  readonly ranking: Ranking | null;
};

function facts(situation: Situation, vocabulary: Vocabulary, words: AssignmentsTexts): AnyBlock {
  const { town, voivodeship, cohort, subject, needs } = situation;
  const asks = needs.length > 0 ? words.place.needs(namesOf(needs, vocabulary)) : words.place.noNeeds;
  return section(
    [
      words.place.facts(cut(town), voivodeshipName(voivodeship, vocabulary.locale), cut(cohort)),
      ...(subject ? [words.place.subject(typedShort(subject, SUBJECT_SHOWN))] : []),
      asks,
    ].join('\n'),
  );
}

function currentBlocks(
  current: Current,
  { locale }: Vocabulary,
  words: AssignmentsTexts,
  isWaiting: boolean,
): readonly AnyBlock[] {
  const { place } = words;
  if (current.isActive) {
    return [section(place.active(cut(current.expert), formatDate(civilOf(current.since).date, locale)))];
  }
  const ask = confirm({
    title: place.withdrawTitle,
    text: place.withdrawText,
    yes: place.withdrawYes,
    no: place.withdrawNo,
    danger: true,
  });
  const withdraw = { value: current.assignmentId, style: 'danger', confirm: ask } as const;
  return [
    section(place.proposed(cut(current.expert), cut(current.proposedBy), formatMoment(current.since, locale))),
    ...(isWaiting ? [] : [actions([button(IDS.withdraw, place.withdraw, withdraw)])]),
  ];
}

/** That the organisation passes on, and the way to call that off while somebody still leads it. */
function passingBlocks(passing: PassingOn, locale: Locale, isWaiting: boolean): readonly AnyBlock[] {
  const words = handOverTexts(locale).situation;
  const former = cut(passing.former);
  if (passing.hasLeft) return [section(words.left(former))];
  const text =
    passing.lastOn === null ? words.untilYes(former) : words.until(former, formatDay(passing.lastOn, locale));
  if (isWaiting) return [section(text)];
  const ask = confirm({ title: words.stopTitle, text: words.stopText, yes: words.stopYes, no: words.stopNo });
  return [section(text, button(IDS.stop, words.stop, { value: passing.handOverId, confirm: ask }))];
}

/** The way to pass the organisation on, while somebody leads it and nothing is under way. */
function passOn({ participationId, current, handOver }: Situation, locale: Locale): readonly AnyBlock[] {
  if (handOver || !current.some(({ isActive }) => isActive)) return [];
  return [actions([button(IDS.handOver, handOverTexts(locale).another, { value: participationId })])];
}

/** Whom the plan kept in reserve, before everybody else. */
function standbyBlocks({ standby, participationId }: Situation, { locale }: Vocabulary): readonly AnyBlock[] {
  if (!standby) return [];
  const { ranking } = texts(locale);
  const value = pairCodec.encode({ participationId, expertId: standby.expertId });
  const label = `${ranking.propose}: ${standby.name}`;
  const propose = button(IDS.propose, ranking.propose, { value, style: 'primary', label });
  return [section(planTexts(locale).standby.first(cut(standby.name)), propose)];
}

/** One organisation and its expert: the one who is there or asked, else the ranking. `note` is said on top. */
export function situationModal(
  situation: Situation,
  vocabulary: Vocabulary,
  options: { readonly note?: string; readonly page?: number } = {},
): Modal {
  const words = texts(vocabulary.locale);
  const { current, ranking, participationId, handOver } = situation;
  const { locale } = vocabulary;
  const waiting = situation.waiting ?? [];
  const rows = ranking ? rankingBlocks(participationId, ranking, options.page ?? 0, vocabulary) : [];
  return {
    callbackId: IDS.situation,
    title: words.place.title,
    blocks: [
      ...(options.note ? [section(options.note)] : []),
      header(situation.organisation),
      facts(situation, vocabulary, words),
      divider(),
      ...current.flatMap((one) => currentBlocks(one, vocabulary, words, waiting.length > 0)),
      ...(handOver ? passingBlocks(handOver, locale, waiting.length > 0) : []),
      ...(waiting.length > 0 ? [] : passOn(situation, locale)),
      ...(ranking && (options.page ?? 0) === 0 ? standbyBlocks(situation, vocabulary) : []),
      ...rows,
      ...waiting,
    ],
  };
}

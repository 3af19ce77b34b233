import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../../core/locale.ts';
import { actions, button, clipMarked, context, divider, section } from '../../../../platform/slack/blocks.ts';
import type { Modal } from '../../../../platform/slack/message.ts';
import type { ExpertField } from '../../../experts/public.ts';
import { PLAN, planPage, planPlace, seenPlan } from '../../ids.ts';
import type { PlanShown, RowShown } from '../../operations/plan/index.ts';
import { type PlanTexts, planTexts } from '../../texts/plan.ts';
import { reasonText } from '../reasons.ts';
import { shortBlocks } from './short.ts';
import { cutName, refusalWords } from './words.ts';

const REASONS_SHOWN = 900;

type Reader = {
  readonly locale: Locale;
  readonly fields: readonly ExpertField[];
  readonly names: (id: string) => string;
};

/** Whom the organisation has in the plan, in a line. */
function pairLine(row: RowShown, { locale, names }: Reader): string {
  const words = planTexts(locale).plan;
  const expert = cutName(row.expert ?? '?');
  switch (row.state) {
    case 'left':
      return words.nobody;
    case 'broken':
      return words.broken(expert, row.broken ? refusalWords(row.broken, names, locale) : words.gone);
    case 'unsolved':
      return `→ ${words.unsolved(cutName(row.pinned ?? '?'))}`;
    case 'proposed':
      return words.asked(expert);
    case 'again':
      return `→ ${words.again}`;
    case 'gone':
      return `→ ${words.gone}`;
    case 'open':
      return row.score === null ? words.pairOnly(expert) : words.pair(expert, row.score);
  }
}

/** The reasons, the pin and the standby of a pair that stands. */
function besides(row: RowShown, { locale, fields }: Reader): readonly string[] {
  if (row.state !== 'open') return [];
  const words = planTexts(locale).plan;
  const vocabulary = { locale, fields, voivodeship: row.voivodeship };
  const reasons = row.reasons.map((reason) => reasonText(reason, vocabulary)).join('; ');
  const marks = [...(row.pinned ? [words.pinned] : []), ...(row.standby ? [words.standby(cutName(row.standby))] : [])];
  return [...(reasons ? [clipMarked(reasons, REASONS_SHOWN)] : []), ...(marks.length > 0 ? [marks.join(' · ')] : [])];
}

function rowBlock(row: RowShown, cohortId: string, reader: Reader): AnyBlock {
  const words = planTexts(reader.locale).plan;
  const lines = [
    words.row(cutName(row.organisation), cutName(row.town)),
    pairLine(row, reader),
    ...besides(row, reader),
  ];
  if (row.state === 'gone' || row.state === 'proposed') return section(lines.join('\n'));
  const value = planPlace.encode({ cohortId, participationId: row.participationId });
  return section(
    lines.join('\n'),
    button(PLAN.why, words.details, { value, label: `${words.details} ${row.organisation}` }),
  );
}

/** Whether nothing better exists; of a plan that has to be solved again nothing is said. */
function proofLine({ changes, goal, isProven }: PlanShown, stale: number, words: PlanTexts['plan']): readonly string[] {
  if (!isProven) return [words.unproven];
  if (stale > 0) return [];
  return [changes === null ? words.proven[goal] : words.provenAgain];
}

/** A way out was taken, and the plan was not solved again since: its shortage is known no more. */
const isSettled = ({ shortage, counts }: PlanShown): boolean => shortage === null && counts.left > 0;

function summary(shown: PlanShown, locale: Locale): string {
  const words = planTexts(locale).plan;
  const { counts, added, changes, lowest } = shown;
  const stale = counts.broken + counts.unsolved + counts.again;
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0) - counts.gone;
  return [
    words.summary(counts.open + counts.proposed, all, cutName(shown.cohort)),
    ...(counts.proposed > 0 ? [words.proposed(counts.proposed)] : []),
    ...(changes === null ? [] : [words.changes(changes)]),
    ...proofLine(shown, isSettled(shown) ? 1 : stale, words),
    ...(lowest === null ? [] : [words.lowest(lowest)]),
    ...(stale > 0 ? [words.stale(stale)] : []),
    ...(added > 0 ? [words.added(added)] : []),
  ].join('\n');
}

function buttons({ cohortId, planId, version, counts }: PlanShown, locale: Locale): AnyBlock {
  const words = planTexts(locale).plan;
  const value = seenPlan.encode({ cohortId, planId, version });
  return actions([
    ...(counts.open > 0 ? [button(PLAN.apply, words.apply, { value, style: 'primary' })] : []),
    button(PLAN.again, words.again_, { value }),
    button(PLAN.loads, words.loads, { value: cohortId }),
    button(PLAN.start, words.fresh, { value: cohortId }),
  ]);
}

function pager({ cohortId, page, pages }: PlanShown, locale: Locale): readonly AnyBlock[] {
  if (pages <= 1) return [];
  const words = planTexts(locale).plan;
  const to = (target: number) => planPage.encode({ cohortId, page: target });
  return [
    actions([
      ...(page > 0 ? [button(PLAN.previous, words.previous, { value: to(page - 1) })] : []),
      ...(page < pages - 1 ? [button(PLAN.next, words.next, { value: to(page + 1) })] : []),
    ]),
    context(words.page(page + 1, pages)),
  ];
}

export type TableExtras = {
  readonly note?: string | null;
  /** An approval that waits and can be taken back. */
  readonly waiting?: readonly AnyBlock[] | null;
};

/** The plan: what is to be said of all of it, who is short, and a line for each organisation, some a page. */
export function planModal(
  shown: PlanShown,
  names: (id: string) => string,
  { locale, fields }: Pick<Reader, 'locale' | 'fields'>,
  { note = null, waiting = null }: TableExtras = {},
): Modal {
  const words = planTexts(locale).plan;
  const { shortage, counts, cohortId } = shown;
  return {
    callbackId: PLAN.table,
    title: words.title,
    blocks: [
      ...(note ? [section(note)] : []),
      ...(waiting ?? []),
      section(summary(shown, locale)),
      buttons(shown, locale),
      ...(shortage && counts.left > 0 ? shortBlocks(shortage, counts.left, shown, locale) : []),
      ...(isSettled(shown) ? [section(planTexts(locale).short.settled(counts.left))] : []),
      divider(),
      ...shown.rows.map((row) => rowBlock(row, cohortId, { locale, fields, names })),
      ...pager(shown, locale),
      context(words.secret),
    ],
  };
}

import type { Locale } from '../../../../core/locale.ts';
import { actions, button, section, typedShort } from '../../../../platform/slack/blocks.ts';
import type { Message } from '../../../../platform/slack/message.ts';
import { maybeCohort, PLAN } from '../../ids.ts';
import type { PairRefusal } from '../../operations/plan/index.ts';
import { planTexts } from '../../texts/plan.ts';
import { texts } from '../../texts.ts';
import { cutName } from './words.ts';

const BY_SHOWN = 150;
const REFUSED_SHOWN = 10;

export type AppliedShown = {
  readonly cohortId: string;
  readonly cohort: string;
  readonly by: string;
  readonly proposed: number;
  readonly refused: readonly { readonly organisation: string; readonly expert: string; readonly reason: PairRefusal }[];
};

/** What was not proposed of a plan, by name, with the reason. */
export function refusedWords(refused: AppliedShown['refused'], locale: Locale): string {
  const words = planTexts(locale).apply;
  const why = (reason: PairRefusal) =>
    reason === 'plan_changed' ? words.plan_changed : texts(locale).refusals[reason];
  const rest = refused.length - REFUSED_SHOWN;
  return [
    words.notHeading(refused.length),
    ...refused
      .slice(0, REFUSED_SHOWN)
      .map((one) => words.not(cutName(one.organisation), cutName(one.expert), why(one.reason))),
    ...(rest > 0 ? [planTexts(locale).short.more(rest)] : []),
  ].join('\n');
}

/** To staff: a plan was approved; what was not proposed is named. */
export function planAppliedMessage(applied: AppliedShown, locale: Locale): Message {
  const words = planTexts(locale).apply;
  const { cohortId, cohort, by, proposed, refused } = applied;
  const text = words.told(typedShort(by, BY_SHOWN), proposed, cutName(cohort));
  const show = button(PLAN.open, words.show, { value: maybeCohort.encode({ cohortId }) });
  return {
    text,
    blocks: [section(text), ...(refused.length > 0 ? [section(refusedWords(refused, locale))] : []), actions([show])],
  };
}

import type { Locale } from '../../../../core/locale.ts';
import { clipMarked, typedShort } from '../../../../platform/slack/blocks.ts';
import type { Broken, Refusal, Shortage } from '../../rules/plan/index.ts';
import { planTexts } from '../../texts/plan.ts';
import { exclusionText } from '../reasons.ts';

const NAME_SHOWN = 120;
const LIST_SHOWN = 700;

/** A name inside our own words. */
export const cutName = (name: string): string => typedShort(name, NAME_SHOWN);

/** Names one after another, as many as fit. */
export const nameList = (names: readonly string[]): string => clipMarked(names.map(cutName).join(', '), LIST_SHOWN);

/** Why a pair is not possible, in plain words. */
export function refusalWords(refusal: Refusal | Broken, names: (id: string) => string, locale: Locale): string {
  if (refusal.rule !== 'pinned_elsewhere') return exclusionText(refusal, locale);
  return planTexts(locale).why.pinnedElsewhere(nameList(refusal.expertIds.map(names)));
}

type Relaxation = Shortage['options'][number]['relaxations'][number];

/** Something that could be settled, in plain words. */
export function relaxationWords(one: Relaxation, names: (id: string) => string, locale: Locale): string {
  const { short } = planTexts(locale);
  const name = (id: string) => cutName(names(id));
  switch (one.kind) {
    case 'one_more':
      return short.one_more(name(one.expertId), one.count);
    case 'lift_decline':
    case 'review_tie':
      return short[one.kind](name(one.expertId), name(one.organisationId));
    default:
      return short[one.kind](name(one.organisationId));
  }
}

import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../../core/locale.ts';
import { button, confirm, context, section } from '../../../../platform/slack/blocks.ts';
import { PLAN, planPair, planTake } from '../../ids.ts';
import type { PlanShown, ShortageShown } from '../../operations/plan/index.ts';
import { planTexts } from '../../texts/plan.ts';
import { cutName, relaxationWords } from './words.ts';

const NAMES_SHOWN = 6;

function listed(ids: readonly string[], names: (id: string) => string, locale: Locale): string {
  const { more } = planTexts(locale).short;
  const rest = ids.length - NAMES_SHOWN;
  const shown = ids.slice(0, NAMES_SHOWN).map((id) => cutName(names(id)));
  return [...shown, ...(rest > 0 ? [more(rest)] : [])].join(', ');
}

/** The group that is short of experts, in a sentence. */
function groupWords({ group, names }: ShortageShown, locale: Locale): string {
  const words = planTexts(locale).short;
  const { organisations, experts, room, isSmallest } = group;
  const who = listed(organisations, names, locale);
  if (experts.length === 0) return words.nobodyFor(who);
  const ids = experts.map((one) => one.expertId);
  const counts = { members: organisations.length, experts: ids.length, room };
  const sentence = words.group(who, listed(ids, names, locale), counts);
  return `${sentence} ${isSmallest ? words.smallest : words.some}`;
}

type Seen = Pick<PlanShown, 'cohortId' | 'planId' | 'version'>;
type Option = ShortageShown['options'][number];

function optionRow(
  option: Option,
  index: number,
  seen: Seen,
  { names, locale }: { names: (id: string) => string; locale: Locale },
): AnyBlock {
  const words = planTexts(locale).short;
  const said = option.relaxations.map((one) => relaxationWords(one, names, locale)).join('; ');
  const text = `${index + 1}. ${said}`;
  const tie = option.relaxations.find((one) => one.kind === 'review_tie');
  if (tie) {
    const value = planPair.encode({
      cohortId: seen.cohortId,
      participationId: tie.organisationId,
      expertId: tie.expertId,
    });
    return section(text, button(PLAN.pair, words.review, { value, label: `${words.review}: ${index + 1}` }));
  }
  const value = planTake.encode({ cohortId: seen.cohortId, planId: seen.planId, version: seen.version, option: index });
  const ask = confirm({ title: words.takeTitle, text: words.takeText, yes: words.takeYes, no: words.takeNo });
  return section(text, button(PLAN.take, words.take, { value, confirm: ask, label: `${words.take}: ${index + 1}` }));
}

/** Who is short of experts, and what can be done about it, the cheapest first. */
export function shortBlocks(shortage: ShortageShown, left: number, seen: Seen, locale: Locale): readonly AnyBlock[] {
  const words = planTexts(locale).short;
  const { options, names } = shortage;
  return [
    section(`${words.heading(left)}\n${groupWords(shortage, locale)}`),
    ...(options.length > 0 ? [section(words.ways)] : [context(words.none)]),
    ...options.map((option, index) => optionRow(option, index, seen, { names, locale })),
  ];
}

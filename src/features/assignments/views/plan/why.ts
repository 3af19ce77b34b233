import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../../core/locale.ts';
import { actions, button, clipMarked, divider, header, section } from '../../../../platform/slack/blocks.ts';
import type { Modal } from '../../../../platform/slack/message.ts';
import type { ExpertField } from '../../../experts/public.ts';
import { PLAN, planPage, planPair, planPin, planPlace, seenPlan } from '../../ids.ts';
import type { ExplanationShown } from '../../operations/plan/index.ts';
import type { PassedOver } from '../../rules/plan/index.ts';
import { planTexts } from '../../texts/plan.ts';
import { reasonText } from '../reasons.ts';
import { cutName, refusalWords } from './words.ts';

const HIGHER_SHOWN = 8;
const REFUSED_SHOWN = 20;
const TAKEN_SHOWN = 4;
const LINE_SHOWN = 600;
const SECTION_SHOWN = 2900;

type Reader = {
  readonly locale: Locale;
  readonly fields: readonly ExpertField[];
  readonly names: (id: string) => string;
};

/** Why somebody higher was passed over. */
function overWords(one: PassedOver, { locale, names }: Reader): string {
  const words = planTexts(locale).why;
  switch (one.why) {
    case 'full':
    case 'load':
      return words.reasons[one.why](one.load, one.maxLoad);
    case 'taken': {
      const rest = one.by.length - TAKEN_SHOWN;
      const by = one.by
        .slice(0, TAKEN_SHOWN)
        .map(({ organisationId, fit }) => words.reasons.takenBy(cutName(names(organisationId)), fit));
      return words.reasons.taken([...by, ...(rest > 0 ? [words.more(rest)] : [])].join(', '));
    }
    default:
      return words.reasons[one.why];
  }
}

const lines = (head: string, all: readonly string[], shown: number, more: (n: number) => string): AnyBlock => {
  const rest = all.length - shown;
  const kept = all.slice(0, shown).map((line) => clipMarked(line, LINE_SHOWN));
  return section(clipMarked([head, ...kept, ...(rest > 0 ? [more(rest)] : [])].join('\n'), SECTION_SHOWN));
};

function body({ explanation, row }: ExplanationShown, reader: Reader): readonly AnyBlock[] {
  const { locale, names, fields } = reader;
  const words = planTexts(locale).why;
  if (!explanation) return [section(words.away)];
  const { chosen, higher, refused } = explanation;
  const vocabulary = { locale, fields, voivodeship: row.voivodeship };
  const signed = (points: number) => (points < 0 ? `−${-points}` : `+${points}`);
  const parts = (chosen?.parts ?? []).map(
    (part) => `• ${words.part(signed(part.points), reasonText(part.reason, vocabulary))}`,
  );
  const over = higher.map((one) => words.over(cutName(names(one.expertId)), one.score, overWords(one, reader)));
  const kept = refused.map(({ expertId, rules }) =>
    words.rule(cutName(names(expertId)), rules.map((rule) => refusalWords(rule, names, locale)).join('; ')),
  );
  return [
    chosen
      ? lines(
          words.chosen(cutName(names(chosen.expertId)), chosen.score, chosen.place, chosen.of),
          parts,
          parts.length,
          words.more,
        )
      : section(words.nobody),
    ...(chosen && over.length === 0 ? [section(words.noneHigher)] : []),
    ...(over.length > 0 ? [lines(words.higher, over, HIGHER_SHOWN, words.more)] : []),
    ...(kept.length > 0 ? [lines(words.refused(kept.length), kept, REFUSED_SHOWN, words.more)] : []),
  ];
}

function buttons(shown: ExplanationShown, locale: Locale): AnyBlock {
  const words = planTexts(locale).why;
  const { cohortId, planId, version, expertId, row } = shown;
  const { participationId } = row;
  const seen = { cohortId, planId, version };
  const isPinned = row.pinned !== null;
  const pin = planPin.encode({ ...seen, participationId, expertId: isPinned ? null : expertId });
  return actions([
    button(PLAN.change, words.change, { value: planPin.encode({ ...seen, participationId, expertId: null }) }),
    ...(isPinned || expertId ? [button(PLAN.pin, isPinned ? words.unpin : words.pin, { value: pin })] : []),
    ...(expertId
      ? [button(PLAN.pair, words.pair, { value: planPair.encode({ cohortId, participationId, expertId }) })]
      : []),
    button(PLAN.needs, words.needs, { value: planPlace.encode({ cohortId, participationId }) }),
  ]);
}

/** Why an organisation has this expert and no other: points, those passed over, and the rule for everybody kept out. */
export function whyModal(
  shown: ExplanationShown,
  { locale, fields }: Pick<Reader, 'locale' | 'fields'>,
  note: string | null = null,
): Modal {
  const { why, plan } = planTexts(locale);
  const { cohortId, planId, version, names, row } = shown;
  return {
    callbackId: PLAN.why,
    title: why.title,
    blocks: [
      ...(note ? [section(note)] : []),
      header(row.organisation),
      ...body(shown, { locale, fields, names }),
      divider(),
      buttons(shown, locale),
      actions([
        button(PLAN.back, plan.back, { value: planPage.encode({ cohortId, page: 0 }) }),
        button(PLAN.again, plan.again_, { value: seenPlan.encode({ cohortId, planId, version }) }),
      ]),
    ],
  };
}

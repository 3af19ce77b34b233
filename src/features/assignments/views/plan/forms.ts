import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../../../core/dates-text.ts';
import { EVERYBODYS, LANGUAGES } from '../../../../core/languages.ts';
import type { Locale } from '../../../../core/locale.ts';
import { actions, button, context, section } from '../../../../platform/slack/blocks.ts';
import {
  checkboxInput,
  radioInput,
  searchInput,
  searchManyInput,
  selectInput,
  textInput,
} from '../../../../platform/slack/inputs.ts';
import type { Modal } from '../../../../platform/slack/message.ts';
import { TIE_CATEGORIES, type TieCategory, tieCategoryNames } from '../../../experts/public.ts';
import { PLAN, planPage, planPlace, type SeenPair } from '../../ids.ts';
import type { Wish } from '../../rules/index.ts';
import { planTexts } from '../../texts/plan.ts';
import { voivodeshipName } from '../reasons.ts';
import { cutName } from './words.ts';

const NOTE_MAX = 500;
const MOST_CHOSEN = 100;

type At = { readonly cohortId: string; readonly participationId: string };

const backTo = (cohortId: string, locale: Locale): AnyBlock =>
  actions([button(PLAN.back, planTexts(locale).plan.back, { value: planPage.encode({ cohortId, page: 0 }) })]);

const backToWhy = ({ cohortId, participationId }: At, locale: Locale): AnyBlock => {
  const value = planPlace.encode({ cohortId, participationId });
  return actions([button(PLAN.why, planTexts(locale).plan.backToWhy, { value })]);
};

export type Changing = At & { readonly planId: string; readonly version: number };

/** Another expert for an organisation. */
export function changeModal(at: Changing, organisation: string, locale: Locale): Modal {
  const words = planTexts(locale).change;
  const { cohortId, planId, version, participationId } = at;
  return {
    callbackId: PLAN.change,
    title: words.title,
    submit: words.send,
    metadata: { cohortId, planId, version, participationId },
    blocks: [
      section(words.intro(cutName(organisation))),
      searchInput({ name: PLAN.expert, label: words.expert, placeholder: words.placeholder }),
      backToWhy(at, locale),
    ],
  };
}

export type PairKnown = At & {
  readonly expertId: string;
  readonly expert: string;
  readonly organisation: string;
  /** The kind of an open tie. */
  readonly declared: TieCategory | null;
  readonly review: {
    readonly finding: 'tie' | 'no_tie';
    readonly note: string | null;
    readonly by: string;
    readonly at: Date;
  } | null;
  readonly organisationWish: Wish | null;
  readonly expertWish: Wish | null;
  readonly hasDeclined: boolean;
  readonly seen: SeenPair;
};

/** What was found, while it agrees with what is open: a tie that came or went since is nobody's finding yet. */
const findingOf = ({ declared, review }: PairKnown): 'unknown' | 'tie' | 'no_tie' =>
  review && (review.finding === 'tie') === (declared !== null) ? review.finding : 'unknown';

function tieFields(known: PairKnown, locale: Locale): readonly AnyBlock[] {
  const { declared, review } = known;
  const words = planTexts(locale).pair;
  const names = tieCategoryNames(locale);
  return [
    ...(declared ? [section(words.declared(names[declared]))] : []),
    ...(review ? [context(words.reviewed(cutName(review.by), formatMoment(review.at, locale)))] : []),
    radioInput({
      ...{ name: 'tie', label: words.tie, initial: findingOf(known) },
      choices: (['unknown', 'tie', 'no_tie'] as const).map((value) => ({ value, text: words.ties[value] })),
    }),
    selectInput({
      ...{ name: 'category', label: words.category, optional: true, initial: declared ?? undefined },
      choices: TIE_CATEGORIES.map((value) => ({ value, text: names[value] })),
    }),
    textInput({ name: 'note', label: words.note, optional: true, max: NOTE_MAX, initial: review?.note ?? undefined }),
  ];
}

/** What staff know of a pair: ties in four states, wishes of either side, an earlier no. */
export function pairModal(known: PairKnown, locale: Locale): Modal {
  const words = planTexts(locale).pair;
  const { cohortId, participationId, expertId, seen, organisationWish, expertWish } = known;
  const wish = (name: string, label: string, texts: Readonly<Record<'none' | Wish, string>>, initial: Wish | null) =>
    radioInput({
      ...{ name, label, initial: initial ?? 'none' },
      choices: (['none', 'for', 'against'] as const).map((value) => ({ value, text: texts[value] })),
    });
  return {
    callbackId: PLAN.pair,
    title: words.title,
    submit: words.send,
    metadata: { cohortId, participationId, expertId, seen },
    blocks: [
      section(words.intro(cutName(known.expert), cutName(known.organisation))),
      ...tieFields(known, locale),
      wish('organisation_wish', words.organisationWish, words.organisationWishes, organisationWish),
      wish('expert_wish', words.expertWish, words.expertWishes, expertWish),
      ...(known.hasDeclined
        ? [
            checkboxInput({
              ...{ name: 'again', label: words.declined, optional: true },
              choices: [{ value: 'again', text: words.again }],
            }),
          ]
        : []),
      context(words.secret),
      backToWhy(known, locale),
    ],
  };
}

export type NeedsKnown = At & {
  readonly organisation: string;
  readonly voivodeship: string;
  readonly language: string | null;
  readonly conditions: readonly ('region' | 'language')[];
  /** When they were last written down. */
  readonly keptAt: string | null;
};

/** In which language an organisation needs help, and what it cannot do without. */
export function needsModal(known: NeedsKnown, locale: Locale): Modal {
  const words = planTexts(locale).needs;
  const { cohortId, participationId, keptAt } = known;
  return {
    callbackId: PLAN.needs,
    title: words.title,
    submit: words.send,
    metadata: { cohortId, participationId, keptAt },
    blocks: [
      section(words.intro(cutName(known.organisation), voivodeshipName(known.voivodeship, locale))),
      selectInput({
        ...{ name: 'language', label: words.language, initial: known.language ?? EVERYBODYS },
        choices: LANGUAGES.map((one) => ({ value: one.key, text: one[locale] })),
      }),
      checkboxInput({
        ...{ name: 'conditions', label: words.conditions, hint: words.conditionsHint, optional: true },
        choices: (['region', 'language'] as const).map((value) => ({ value, text: words.condition[value] })),
        initial: known.conditions,
      }),
      backToWhy(known, locale),
    ],
  };
}

/** All of a plan or a part of it, to be proposed to the experts. */
export function applyModal(
  at: { readonly cohortId: string; readonly planId: string; readonly version: number },
  open: number,
  locale: Locale,
): Modal {
  const words = planTexts(locale).apply;
  const { cohortId, planId, version } = at;
  return {
    callbackId: PLAN.apply,
    title: words.title,
    submit: words.send,
    metadata: { cohortId, planId, version },
    blocks: [
      section(words.intro(open)),
      radioInput({
        ...{ name: 'scope', label: words.scope, initial: 'all' },
        choices: (['all', 'chosen'] as const).map((value) => ({ value, text: words.scopes[value] })),
      }),
      searchManyInput({
        ...{ name: PLAN.chosen, label: words.which, optional: true },
        ...{ placeholder: words.placeholder, max: MOST_CHOSEN },
      }),
      backTo(cohortId, locale),
    ],
  };
}

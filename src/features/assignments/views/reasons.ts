import { formatShortDay } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { VOIVODESHIPS } from '../../../core/voivodeships.ts';
import { typed } from '../../../platform/slack/blocks.ts';
import { type ExpertField, fieldName, tieCategoryNames, tieCategoryOf } from '../../experts/public.ts';
import type { Exclusion, Reason } from '../rules/index.ts';
import { texts } from '../texts.ts';

/** What the words of a ranking need beside the ranking. */
export type Vocabulary = {
  readonly locale: Locale;
  readonly fields: readonly ExpertField[];
  readonly voivodeship: string;
};

export const namesOf = (keys: readonly string[], { fields, locale }: Pick<Vocabulary, 'fields' | 'locale'>): string =>
  keys.map((key) => typed(fieldName(fields, key, locale))).join(', ');

export const voivodeshipName = (key: string, locale: Locale): string =>
  VOIVODESHIPS.find((one) => one.key === key)?.[locale] ?? key;

/** One reason in plain words. */
export function reasonText(reason: Reason, vocabulary: Vocabulary): string {
  const words = texts(vocabulary.locale).ranking;
  switch (reason.kind) {
    case 'fields':
      return words.fields(namesOf(reason.matched, vocabulary), reason.matched.length, reason.asked);
    case 'no_fields':
      return words.noFields(reason.asked);
    case 'region':
      return words.region(voivodeshipName(vocabulary.voivodeship, vocabulary.locale));
    case 'whole_country':
      return words.wholeCountry;
    case 'other_region':
      return words.otherRegion;
    case 'language':
      return words.language;
    case 'other_language':
      return words.otherLanguage;
    case 'organisation_wish':
      return words.organisationWish(reason.wish);
    case 'expert_wish':
      return words.expertWish(reason.wish);
    case 'load':
      return words.load(reason.load, reason.maxLoad);
    case 'away':
      return words.away(formatShortDay(reason.until, vocabulary.locale));
    case 'experience':
      return words.experience(reason.count);
    default:
      return reason satisfies never;
  }
}

/** The rule that keeps somebody out, in plain words. */
export function exclusionText(exclusion: Exclusion, locale: Locale): string {
  const words = texts(locale).exclusions;
  switch (exclusion.rule) {
    case 'tie':
      return words.tie(tieCategoryNames(locale)[tieCategoryOf(exclusion.category)]);
    case 'away':
      return words.away(formatShortDay(exclusion.until, locale));
    case 'full':
      return words.full(exclusion.load, exclusion.maxLoad);
    default:
      return words[exclusion.rule];
  }
}

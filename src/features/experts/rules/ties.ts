/** Kinds of ties between a person and an organisation, as declarations of impartiality name them (RV-1). */
export const TIE_CATEGORIES = ['family', 'bodies', 'work', 'political', 'other'] as const;
export type TieCategory = (typeof TIE_CATEGORIES)[number];

/** Reads a stored category; an unknown one counts as `other`. */
export const tieCategoryOf = (stored: string): TieCategory =>
  TIE_CATEGORIES.find((category) => category === stored) ?? 'other';

/** What staff may find when they look into a pair. */
export type TieFinding = 'tie' | 'no_tie';

export const tieFindingOf = (stored: string): TieFinding => (stored === 'no_tie' ? 'no_tie' : 'tie');

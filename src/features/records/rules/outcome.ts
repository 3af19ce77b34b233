/** What a side says of a meeting: it took place; it did not; another time was agreed; the other side did not come. */
export const SAYS = ['yes', 'no', 'other_time', 'absent'] as const;
export type Says = (typeof SAYS)[number];
/** `silent`: nothing was said in time. */
export type Heard = Says | 'silent';

export type Missed = 'organisation' | 'expert';
export type Ending = { readonly outcome: 'held' | 'not_held' | 'no_show'; readonly missed: Missed | null };
export type Verdict = Ending | 'staff';

const HELD: Ending = { outcome: 'held', missed: null };
const NOT_HELD: Ending = { outcome: 'not_held', missed: null };
/** The organisation did not come. */
const NO_SHOW: Ending = { outcome: 'no_show', missed: 'organisation' };
const EXPERT_MISSED: Ending = { outcome: 'not_held', missed: 'expert' };

type Row = Readonly<Record<Heard, Verdict>>;

/**
 * What follows when an organisation (row) and its expert (column) say something (N20). Two that agree are believed; one
 * who speaks while the other is silent too, unless it is against the other; whatever contradicts itself is for staff.
 */
const TABLE: Readonly<Record<Heard, Row>> = {
  yes: { yes: HELD, no: 'staff', other_time: 'staff', absent: 'staff', silent: HELD },
  no: { yes: 'staff', no: NOT_HELD, other_time: NOT_HELD, absent: NO_SHOW, silent: NOT_HELD },
  other_time: { yes: 'staff', no: NOT_HELD, other_time: NOT_HELD, absent: 'staff', silent: NOT_HELD },
  absent: { yes: 'staff', no: EXPERT_MISSED, other_time: 'staff', absent: 'staff', silent: 'staff' },
  silent: { yes: HELD, no: NOT_HELD, other_time: NOT_HELD, absent: 'staff', silent: 'staff' },
};

export const verdictOf = (organisation: Heard, expert: Heard): Verdict => TABLE[organisation][expert];

/** The verdict as things stand: null while somebody may still speak. */
export function verdictSoFar(
  said: { readonly organisation: Says | null; readonly expert: Says | null },
  isSilenceOver: boolean,
): Verdict | null {
  const { organisation, expert } = said;
  if (!isSilenceOver && (organisation === null || expert === null)) return null;
  return verdictOf(organisation ?? 'silent', expert ?? 'silent');
}

/** What staff decide when the sides disagree, or neither speaks. */
export const DECISIONS = ['held', 'not_held', 'organisation_absent', 'expert_absent'] as const;
export type Decision = (typeof DECISIONS)[number];

export const DECIDED: Readonly<Record<Decision, Ending>> = {
  held: HELD,
  not_held: NOT_HELD,
  organisation_absent: NO_SHOW,
  expert_absent: EXPERT_MISSED,
};

export type Effects = {
  /** What it costs the organisation of its hours: what the card counts, what was planned, or nothing. */
  readonly quota: 'card' | 'planned' | 'nothing';
  /** Whether the meeting counts for the expert's load and settlement. */
  readonly countsForExpert: boolean;
  /** A new time is offered at once. */
  readonly offersNewTime: boolean;
  /** Staff are told, kindly: nobody is punished. */
  readonly tellsStaff: boolean;
};

/** What an ending means. `isFirstMissed`: the organisation has missed no meeting before this one. */
export function effectsOf({ outcome, missed }: Ending, isFirstMissed: boolean): Effects {
  const isHeld = outcome === 'held';
  const costs = outcome === 'no_show' && !isFirstMissed ? 'planned' : 'nothing';
  return {
    quota: isHeld ? 'card' : costs,
    countsForExpert: isHeld,
    offersNewTime: !isHeld,
    tellsStaff: missed === 'expert',
  };
}

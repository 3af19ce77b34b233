import { civilOf } from '../../../core/calendar/index.ts';
import type { Owed } from '../../../core/owed.ts';
import { type CardSettings, type CardState, cardDue, confirmedFrom } from './card.ts';
import type { Says } from './outcome.ts';

/** The expert writes the card; the organisation looks at it; staff decide whether a meeting took place. */
export const CARD_MATTER = 'consultations.card';
export const CONFIRM_MATTER = 'consultations.confirm_card';
export const DECIDE_MATTER = 'consultations.took_place';

export type Owing = {
  readonly consultationId: string;
  readonly cohortId: string;
  readonly participationId: string;
  readonly organisationId: string;
  readonly expertId: string;
  /** Of the consultation. */
  readonly state: string;
  readonly endsAt: Date;
  readonly question: { readonly state: string; readonly expertSays: Says | null } | null;
  readonly card: { readonly state: CardState; readonly number: number; readonly confirmBy: Date | null } | null;
  readonly settings: CardSettings;
};

/** A card is owed for what took place, and for what is booked from its end on, unless its expert says otherwise. */
function owesCard({ state, question, card }: Owing): boolean {
  if (card && card.number > 0) return false;
  const said = question?.expertSays ?? 'yes';
  return state === 'held' || (state === 'booked' && said === 'yes');
}

/** The date by which the organisation looks at a card, while there is one that waits of a meeting that may have been. */
const confirmDate = ({ state, card }: Owing): Date | null =>
  card?.state === 'published' && (state === 'booked' || state === 'held') ? card.confirmBy : null;

/** Who owes what after a consultation (ME-5, N20). The card stays the matter of whoever held the meeting. */
export function owedFor(owing: Owing): readonly Owed[] {
  const { consultationId, cohortId, participationId, organisationId, expertId, endsAt, card, question } = owing;
  const common = { cohortId, participationId, params: { consultationId } };
  const due = cardDue(endsAt, owing.settings);
  const confirmBy = confirmDate(owing);
  const write: Owed = {
    ...{ ...common, key: `${CARD_MATTER}:${consultationId}`, kind: CARD_MATTER, by: { person: expertId } },
    ...{ due, startsAt: endsAt },
  };
  const decide: Owed = {
    ...{ ...common, key: `${DECIDE_MATTER}:${consultationId}`, kind: DECIDE_MATTER, by: { staffOf: cohortId } },
  };
  const confirm = (number: number, until: Date): Owed => ({
    ...{ ...common, key: `${CONFIRM_MATTER}:${consultationId}:${number}`, kind: CONFIRM_MATTER },
    ...{ by: { organisation: organisationId }, due: civilOf(until), endsAt: confirmedFrom(until) },
  });
  return [
    ...(owesCard(owing) ? [write] : []),
    ...(question?.state === 'staff' ? [decide] : []),
    ...(card && confirmBy ? [confirm(card.number, confirmBy)] : []),
  ];
}

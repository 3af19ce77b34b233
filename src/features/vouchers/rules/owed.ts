import type { Owed } from '../../../core/owed.ts';
import type { VoucherState } from './state.ts';

export const AREA_MATTER = 'vouchers.area';

export type Owing = {
  readonly participationId: string;
  readonly cohortId: string;
  readonly state: VoucherState;
  /** Who leads the organisation now, without a tie to it. */
  readonly expertId: string | null;
};

/** Whoever leads the organisation names the area; where nobody does, staff see to it that somebody will. */
export function owedFor({ participationId, cohortId, state, expertId }: Owing): readonly Owed[] {
  if (state !== 'eligible') return [];
  const by = expertId ? { person: expertId } : { staffOf: cohortId };
  const key = `${AREA_MATTER}:${participationId}`;
  return [{ key, kind: AREA_MATTER, by, cohortId, participationId, params: { participationId } }];
}

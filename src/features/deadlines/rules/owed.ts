import type { CivilMoment } from '../../../core/calendar/index.ts';
import type { Owed, Owner } from '../../../core/owed.ts';
import type { Kind } from './kinds.ts';

/** The feature's name before the kind: `deadlines.plan`; and the matter of staff who are asked for more time. */
export const FAMILY = 'deadlines.*';
export const REQUEST_MATTER = 'deadlines.request';
export const matterNamed = (kind: string): string => `deadlines.${kind}`;

type Owing = {
  readonly id: string;
  readonly state: string;
  readonly due: CivilMoment;
  /** Null: the programme's definition knows this kind no more. */
  readonly kind: Pick<Kind, 'key' | 'owes'> | null;
  readonly cohortId: string;
  readonly participationId: string;
  readonly organisationId: string;
  readonly isPlaceOpen: boolean;
  readonly expertId: string | null;
  /** The wish for more time that waits for an answer. */
  readonly requestId: string | null;
};

/** While nobody leads the organisation, staff look after what its expert owes. */
function ownerOf({ kind, organisationId, expertId, cohortId }: Owing): Owner {
  if (kind?.owes === 'organisation') return { organisation: organisationId };
  return kind?.owes === 'expert' && expertId ? { person: expertId } : { staffOf: cohortId };
}

/**
 * Who owes what for a deadline: whoever the kind names, by its date; and staff an answer while more time is asked for,
 * during which the matter is paused.
 */
export function owedFor(owing: Owing): readonly Owed[] {
  const { id, state, due, kind, cohortId, participationId, isPlaceOpen, requestId } = owing;
  if (state !== 'open' || !kind || !isPlaceOpen) return [];
  const matter = matterNamed(kind.key);
  const params = { deadlineId: id, deadlineKind: kind.key, ...(requestId ? { paused: true } : {}) };
  const owed: Owed = {
    key: `${matter}:${id}`,
    kind: matter,
    params,
    by: ownerOf(owing),
    cohortId,
    participationId,
    due,
  };
  if (!requestId) return [owed];
  const answer: Owed = {
    key: `${REQUEST_MATTER}:${requestId}`,
    kind: REQUEST_MATTER,
    params: { deadlineId: id, requestId },
    by: { staffOf: cohortId },
    cohortId,
    participationId,
  };
  return [owed, answer];
}

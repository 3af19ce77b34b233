import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { OfferedTime } from '../../availability/public.ts';

type Facts = {
  readonly cohortId: string;
  readonly participationId: string;
  readonly askedBy: string;
  readonly now: Date;
};

/** What a time is taken as. */
export type Taking =
  | { readonly state: 'reserved'; readonly openUntil: Date }
  | { readonly state: 'requested'; readonly openUntil: Date; readonly kind: string; readonly topic: string | null }
  | { readonly state: 'booked'; readonly kind: string; readonly topic: string | null };

/**
 * Takes a time of an expert; null when it is taken already. Whoever comes second finds the exclusion constraint in the
 * way and nothing is written, so the transaction goes on (N18).
 */
export async function takeTime(
  deps: Deps,
  tx: Tx,
  { cohortId, participationId, askedBy, now }: Facts,
  { expertId, start, end, busyFrom, busyUntil, zone, kinds, place, link }: OfferedTime,
  taking: Taking,
): Promise<string | null> {
  const id = deps.ids.next();
  const row = {
    ...{ id, cohortId, participationId, expertId, askedBy, createdAt: now },
    ...{ startsAt: start, endsAt: end, busyFrom, busyUntil, zone, place, link },
    ...{ kind: kinds[0] ?? 'online', isLate: false, sequence: 0, version: 1 },
    ...taking,
    ...(taking.state === 'booked' ? { bookedAt: now } : {}),
  };
  const { count } = await tx.consultation.createMany({ data: [row], skipDuplicates: true });
  return count === 1 ? id : null;
}

import type { Kind } from './kinds.ts';
import type { Standing } from './plan.ts';
import { isOver } from './shift.ts';

/** Deadlines of one kind that stand alike: one line of the staff's list. `date` null: no date yet. */
export type Group = {
  readonly kind: string;
  readonly state: 'open' | 'done' | 'none';
  readonly date: string | null;
  readonly time: string | null;
  readonly participationIds: readonly string[];
  readonly isOverdue: boolean;
};

/** What names a group: everything but who is in it. */
export type GroupKey = Pick<Group, 'kind' | 'state' | 'date' | 'time'>;

const nameOf = ({ kind, state, date, time }: GroupKey): string => `${kind} ${state} ${date ?? '-'} ${time ?? '-'}`;

/** Where a place stands in a kind: its date, or none. What is done keeps its date. */
export function keyOf(kind: string, standing: Standing | undefined): GroupKey {
  if (!standing || standing.state === 'cancelled') return { kind, state: 'none', date: null, time: null };
  const { state, date, time } = standing;
  return { kind, state, date, time };
}

export const isSameGroup = (a: GroupKey, b: GroupKey): boolean => nameOf(a) === nameOf(b);

/** Open ones by date, then those without a date, then what is done. */
const ORDER = { open: 0, none: 1, done: 2 } as const;

/**
 * The list of a cohort: for each kind the places that stand alike together. Open ones come first, by date; kinds keep
 * the order of the definition where dates are equal.
 */
export function groups(
  kinds: readonly Pick<Kind, 'key'>[],
  participationIds: readonly string[],
  standing: readonly Standing[],
  now: Date,
): readonly Group[] {
  const byPlace = new Map(standing.map((one) => [`${one.participationId} ${one.kind}`, one]));
  const all = new Map<string, { key: GroupKey; ids: string[] }>();
  for (const { key: kind } of kinds) {
    for (const id of participationIds) {
      const key = keyOf(kind, byPlace.get(`${id} ${kind}`));
      const group = all.get(nameOf(key)) ?? { key, ids: [] };
      group.ids.push(id);
      all.set(nameOf(key), group);
    }
  }
  const rank = (group: Group): string => `${ORDER[group.state]} ${group.date ?? ''} ${group.time ?? ''}`;
  return [...all.values()]
    .map(({ key, ids }): Group => {
      const { date, time, state } = key;
      const isOverdue = state === 'open' && date !== null && time !== null && isOver({ date, time }, now);
      return { ...key, participationIds: ids, isOverdue };
    })
    .sort((a, b) => (rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b))));
}

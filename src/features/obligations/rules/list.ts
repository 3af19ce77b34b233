/** How many of one kind staff see one by one; more are said together. */
const ONE_BY_ONE = 3;

export type Grouped<T> = { readonly kind: string; readonly rows: readonly T[]; readonly together: boolean };

/**
 * A list as it is shown: matters in their order; of a kind and cohort that has many, one line in the place of the first.
 * `mayJoin` says which can be said together.
 */
export function grouped<T extends { readonly kind: string; readonly cohortId: string }>(
  rows: readonly T[],
  mayJoin: (row: T) => boolean,
): readonly Grouped<T>[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = `${row.kind} ${row.cohortId}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const joined = new Set<string>();
  return rows.flatMap((row): Grouped<T>[] => {
    const name = `${row.kind} ${row.cohortId}`;
    const all = groups.get(name) ?? [];
    if (all.length <= ONE_BY_ONE || !mayJoin(row)) return [{ kind: row.kind, rows: [row], together: false }];
    if (joined.has(name)) return [];
    joined.add(name);
    return [{ kind: row.kind, rows: all, together: true }];
  });
}

type Lasting = {
  readonly closedAt: Date | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly snoozedUntil: Date | null;
  readonly params: unknown;
};

/**
 * Whether a reminder of a matter is still worth saying: it is owed at `now`, and nobody has put it off or asked for more
 * time since the reminder was planned. One that was said already (`isSaid`) keeps its matters as long as they are owed.
 */
export function isWorthSaying(one: Lasting, now: Date, isSaid: boolean): boolean {
  const isOwed = one.closedAt === null && !(one.startsAt && one.startsAt > now) && !(one.endsAt && one.endsAt <= now);
  const isPaused = (one.params as { paused?: unknown } | null)?.paused === true;
  return isOwed && (isSaid || !(isPaused || (one.snoozedUntil !== null && one.snoozedUntil > now)));
}

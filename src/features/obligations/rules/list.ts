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

import { owedByState } from '../../src/features/obligations/operations/touched.ts';
import type { Deps } from '../../src/platform/deps.ts';

type Line = { readonly scope: string; readonly key: string; readonly owner: string; readonly due: string };

const sorted = (lines: readonly Line[]): readonly Line[] =>
  lines.toSorted((a, b) => (`${a.scope} ${a.key}` < `${b.scope} ${b.key}` ? -1 : 1));

/** What is written as owed, and what follows from the state: the two must be the same. */
export async function obligationsOf(
  deps: Deps,
): Promise<{ readonly written: readonly Line[]; readonly byState: readonly Line[] }> {
  const rows = await deps.db.obligation.findMany({ where: { closedAt: null } });
  const written = rows.map(({ scope, key, ownerKind, ownerId, dueOn, dueTime }): Line => {
    const due = dueOn ? `${dueOn} ${dueTime}` : 'none';
    return { scope, key, owner: `${ownerKind} ${ownerId}`, due };
  });
  const owed = await owedByState(deps, deps.db);
  const byState = [...owed].flatMap(([scope, list]) =>
    list.map(({ key, by, due }): Line => {
      const [kind, id] = Object.entries(by)[0] ?? [];
      const owner = `${kind === 'staffOf' ? 'staff' : kind} ${id}`;
      return { scope, key, owner, due: due ? `${due.date} ${due.time}` : 'none' };
    }),
  );
  return { written: sorted(written), byState: sorted(byState) };
}

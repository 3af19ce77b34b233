import { expect } from 'vitest';
import { owedByState } from '../../src/features/obligations/operations/touched.ts';
import type { Deps } from '../../src/platform/deps.ts';

type Line = { readonly scope: string; readonly key: string; readonly owner: string; readonly due: string };

const sorted = (lines: readonly Line[]): readonly Line[] =>
  lines.toSorted((a, b) => (`${a.scope} ${a.key}` < `${b.scope} ${b.key}` ? -1 : 1));

/** What is written as owed is exactly what follows from the state, whatever happened before. Returns how many matters are open. */
export async function expectObligationsToFollow(deps: Deps): Promise<number> {
  const written = await deps.db.obligation.findMany({ where: { closedAt: null } });
  const lines = written.map(({ scope, key, ownerKind, ownerId, dueOn, dueTime }): Line => {
    const due = dueOn ? `${dueOn} ${dueTime}` : 'none';
    return { scope, key, owner: `${ownerKind} ${ownerId}`, due };
  });
  const byState = await owedByState(deps, deps.db);
  const expected = [...byState].flatMap(([scope, list]) =>
    list.map(({ key, by, due }): Line => {
      const [kind, id] = Object.entries(by)[0] ?? [];
      const owner = `${kind === 'staffOf' ? 'staff' : kind} ${id}`;
      return { scope, key, owner, due: due ? `${due.date} ${due.time}` : 'none' };
    }),
  );
  expect(sorted(lines)).toEqual(sorted(expected));
  return lines.length;
}

import type { Owed } from '../../../core/owed.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { beforeCommit } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { ObligationSource, RecordHook } from '../../../platform/feature.ts';
import { settleObligations } from './settle.ts';

/** What the acts of one transaction were about: subject → ids. */
const touched = new WeakMap<Tx, Map<string, Set<string>>>();

const scopesOf = (source: ObligationSource, owed: ReadonlyMap<string, readonly Owed[]>) =>
  [...owed].map(([id, list]) => [`${source.name}:${id}`, list] as const);

/** What is owed now for everything that these subjects' acts may have changed, by scope. */
async function owedAfter(deps: Deps, tx: Tx, subjects: ReadonlyMap<string, ReadonlySet<string>>) {
  const owed = new Map<string, readonly Owed[]>();
  for (const source of deps.offers.sources) {
    for (const [subject, find] of Object.entries(source.touchedBy)) {
      const ids = subjects.get(subject);
      const changed = ids ? await find(tx, [...ids]) : [];
      if (changed.length === 0) continue;
      // What is not there any more owes nothing.
      for (const id of changed) owed.set(`${source.name}:${id}`, []);
      for (const [scope, list] of scopesOf(source, await source.owed(deps, tx, changed))) owed.set(scope, list);
    }
  }
  return owed;
}

/**
 * Every act writes a line in the journal; what is owed by whom is settled for all that the lines of a transaction
 * were about, just before it is committed. So no act can forget it.
 */
export const noteTouched: RecordHook = (deps, tx, now, { subject, subjectId }) => {
  const subjects = touched.get(tx) ?? new Map<string, Set<string>>();
  touched.set(tx, subjects);
  subjects.set(subject, (subjects.get(subject) ?? new Set()).add(subjectId));
  beforeCommit(tx, 'obligations', async () => {
    const owed = await owedAfter(deps, tx, subjects);
    if (owed.size > 0) await settleObligations(deps, tx, owed, now);
  });
};

/** What is owed by whom, worked out anew from the state of everything; by scope. */
export async function owedByState(deps: Deps, db: Db): Promise<ReadonlyMap<string, readonly Owed[]>> {
  const all = await Promise.all(
    deps.offers.sources.map(async (source) =>
      scopesOf(source, await source.owed(deps, db, await source.everything(db))),
    ),
  );
  return new Map(all.flat().filter(([, list]) => list.length > 0));
}

import { toInstant, WARSAW } from '../../../core/calendar/index.ts';
import { type Owed, ownerOf } from '../../../core/owed.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type Standing, settlement } from '../rules/settle.ts';

/** A matter as it is written down, the instant of its date beside the civil moment (T1, T7). */
function standingOf(owed: Owed): Standing {
  const { key, kind, params, cohortId, due } = owed;
  return {
    ...{ key, kind, params, cohortId },
    ...ownerOf(owed.by),
    participationId: owed.participationId ?? null,
    dueOn: due?.date ?? null,
    dueTime: due?.time ?? null,
    zone: due?.zone ?? WARSAW,
    dueAt: due ? toInstant(due).instant : null,
    startsAt: owed.startsAt ?? null,
    endsAt: owed.endsAt ?? null,
  };
}

/** As it is written; the reminders' tick looks at whatever is new or changed. */
const stored = (one: Standing, now: Date) => ({ ...one, params: one.params as object, remindAt: now });

/**
 * Makes the open matters of each scope (such as `assignment:<id>`) exactly the given ones, in the transaction of the
 * act that changed them. Those not owed any more are closed, and what is planned about them dies with them.
 */
export async function settleObligations(
  deps: Deps,
  tx: Tx,
  owed: ReadonlyMap<string, readonly Owed[]>,
  now: Date,
): Promise<void> {
  const scopes = [...owed.keys()];
  const standing = await tx.obligation.findMany({ where: { scope: { in: scopes }, closedAt: null } });
  const all = scopes.map((scope) => {
    const wanted = (owed.get(scope) ?? []).map(standingOf);
    const there = standing.filter((one) => one.scope === scope);
    return { scope, ...settlement(there, wanted) };
  });
  const gone = all.flatMap(({ close }) => close.map(({ id }) => id));
  const fresh = all.flatMap(({ scope, open }) =>
    open.map((one) => ({ ...stored(one, now), id: deps.ids.next(), scope, openedAt: now })),
  );
  if (gone.length > 0) await tx.obligation.updateMany({ where: { id: { in: gone } }, data: { closedAt: now } });
  for (const { kept, to } of all.flatMap(({ change }) => change)) {
    await tx.obligation.update({ where: { id: kept.id }, data: stored(to, now) });
  }
  if (fresh.length > 0) await tx.obligation.createMany({ data: fresh });
}

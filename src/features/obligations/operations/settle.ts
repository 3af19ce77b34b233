import { toInstant, WARSAW } from '../../../core/calendar/index.ts';
import { type Owed, type Owner, ownerFrom, ownerOf } from '../../../core/owed.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { difference, type Standing, settlement } from '../rules/settle.ts';
import { isPaused, type StaffSay } from '../rules/standing.ts';
import { retellDigests, retellReminders } from './retell.ts';

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

/** Whose matters these are, each once. */
const ownersOf = (rows: readonly Standing[]): readonly Owner[] => [
  ...new Map(rows.map((row) => [`${row.ownerKind} ${row.ownerId}`, ownerFrom(row)])).values(),
];

/** Writes what has changed; matters that were moved together by one statement for all of them. */
async function writeChanges(
  tx: Tx,
  changes: readonly { readonly kept: Standing & { readonly id: string }; readonly to: Standing }[],
  now: Date,
): Promise<void> {
  const alike = Map.groupBy(
    changes.map(({ kept, to }) => ({ id: kept.id, data: difference(kept, to) })),
    ({ data }) => JSON.stringify(data),
  );
  for (const group of alike.values()) {
    const { params, ...rest } = group[0]?.data ?? {};
    const data = { ...rest, ...(params === undefined ? {} : { params: params as object }), remindAt: now };
    await tx.obligation.updateMany({ where: { id: { in: group.map(({ id }) => id) } }, data });
  }
}

/** The parts of a matter that its reminders hang on. */
const HANGERS = ['dueOn', 'dueTime', 'zone', 'startsAt'] as const;

/**
 * What staff have had written down for later dies with the date it was about, and the new date gets reminders of its
 * own. While a matter is paused nothing is said; what was written down and not withheld is planned anew after it.
 */
async function forgetAhead(
  tx: Tx,
  changes: readonly { readonly kept: Standing & { readonly id: string }; readonly to: Standing }[],
  now: Date,
): Promise<void> {
  const moved = changes.filter(({ kept, to }) => HANGERS.some((name) => name in difference(kept, to)));
  const paused = changes.filter(({ kept, to }) => isPaused(to.params) && !isPaused(kept.params));
  const of = (these: typeof changes) => ({ obligationId: { in: these.map(({ kept }) => kept.id) } });
  if (moved.length + paused.length === 0) return;
  await tx.reminder.deleteMany({
    where: {
      OR: [
        { ...of(moved), at: { gt: now }, staffSay: null },
        { ...of(moved), staffSay: 'withheld' satisfies StaffSay },
        { ...of(paused), at: { gt: now }, staffSay: null },
      ],
    },
  });
}

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
  const byScope = Map.groupBy(standing, ({ scope }) => scope);
  const all = scopes.map((scope) => {
    const wanted = (owed.get(scope) ?? []).map(standingOf);
    return { scope, ...settlement(byScope.get(scope) ?? [], wanted) };
  });
  const gone = all.flatMap(({ close }) => close.map(({ id }) => id));
  const fresh = all.flatMap(({ scope, open }) =>
    open.map((one) => ({ ...stored(one, now), id: deps.ids.next(), scope, openedAt: now })),
  );
  if (gone.length > 0) await tx.obligation.updateMany({ where: { id: { in: gone } }, data: { closedAt: now } });
  const changes = all.flatMap(({ change }) => change);
  await writeChanges(tx, changes, now);
  await forgetAhead(tx, changes, now);
  if (fresh.length > 0) await tx.obligation.createMany({ data: fresh });
  await retellReminders(deps, tx, [...gone, ...changes.map(({ kept }) => kept.id)]);
  const moved = changes.filter(({ kept, to }) => kept.dueAt?.getTime() !== to.dueAt?.getTime());
  await retellDigests(deps, tx, [...new Set(moved.map(({ to }) => to.cohortId))], now);
  const touched = ownersOf(
    all.flatMap(({ close, open, change }) => [...close, ...open, ...change.map(({ to }) => to)]),
  );
  if (touched.length > 0) for (const tell of deps.offers.onOwed) await tell(deps, tx, touched);
}

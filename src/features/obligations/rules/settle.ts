/** A matter as it stands written, or as it should: everything that two versions of it may differ in. */
export type Standing = {
  readonly key: string;
  readonly kind: string;
  readonly params: unknown;
  readonly ownerKind: string;
  readonly ownerId: string;
  readonly cohortId: string;
  readonly participationId: string | null;
  readonly dueOn: string | null;
  readonly dueTime: string | null;
  readonly zone: string;
  readonly dueAt: Date | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
};

export type Settlement<Kept extends Standing> = {
  /** Written and not owed any more. */
  readonly close: readonly Kept[];
  /** Owed and not written yet. */
  readonly open: readonly Standing[];
  /** Written and still owed by the same owner, otherwise than it stands. */
  readonly change: readonly { readonly kept: Kept; readonly to: Standing }[];
};

/** JSON with its keys in order: the database gives them back in another. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** Everything but the key and the owner, which make it another matter. */
const FACTS = [
  ...(['kind', 'params', 'cohortId', 'participationId'] as const),
  ...(['dueOn', 'dueTime', 'zone', 'dueAt', 'startsAt', 'endsAt'] as const),
];

/** The columns in which a written matter differs from what is owed; many that moved together differ alike. */
export const difference = (kept: Standing, to: Standing): Partial<Standing> =>
  Object.fromEntries(
    FACTS.filter((name) => canonical(kept[name]) !== canonical(to[name])).map((name) => [name, to[name]]),
  );

const sameOwner = (a: Standing, b: Standing): boolean => a.ownerKind === b.ownerKind && a.ownerId === b.ownerId;

/** What must be written so that the open matters of a scope are exactly the wanted ones. A new owner means a new matter. */
export function settlement<Kept extends Standing>(
  standing: readonly Kept[],
  wanted: readonly Standing[],
): Settlement<Kept> {
  const byKey = new Map(wanted.map((one) => [one.key, one]));
  const kept = new Map(standing.map((one) => [one.key, one]));
  const lasting = (one: Kept): Standing | undefined => {
    const to = byKey.get(one.key);
    return to && sameOwner(one, to) ? to : undefined;
  };
  return {
    close: standing.filter((one) => !lasting(one)),
    open: wanted.filter((one) => {
      const before = kept.get(one.key);
      return !before || !lasting(before);
    }),
    change: standing.flatMap((one) => {
      const to = lasting(one);
      return to && Object.keys(difference(one, to)).length > 0 ? [{ kept: one, to }] : [];
    }),
  };
}

/** What the rules need to know of a kind of deadline; the programme's definition has it. */
export type Kind = {
  readonly key: string;
  readonly owes: 'organisation' | 'expert' | 'staff';
  /** `days` in numbers: settings are filled in. */
  readonly after?: Following;
  readonly latest: 'funder' | 'none';
};

/** So many days after another kind: as a term (T4), or exactly. */
export type Following = { readonly kind: string; readonly days: number; readonly count: 'term' | 'days' };

type Written = Omit<Kind, 'after'> & {
  readonly after?: { readonly kind: string; readonly days: number | string; readonly count: 'term' | 'days' };
};

/** Kinds with the days that stand in the settings. A setting that is not there is a fault of the definition. */
export function withDays<K extends Written>(
  kinds: readonly K[],
  settings: Readonly<Record<string, unknown>>,
): readonly (Omit<K, 'after'> & Pick<Kind, 'after'>)[] {
  const daysOf = (days: number | string): number => {
    const found = typeof days === 'number' ? days : settings[days];
    if (typeof found !== 'number') throw new Error(`not a number of days: ${days}`);
    return found;
  };
  return kinds.map(({ after, ...kind }) => ({
    ...kind,
    ...(after ? { after: { ...after, days: daysOf(after.days) } } : {}),
  }));
}

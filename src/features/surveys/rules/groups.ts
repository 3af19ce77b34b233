/** Those who answered one survey that is over: how many. In the order in which the surveys were closed. */
type Group = { readonly id: string; readonly answers: number };

/** Groups that are shown together and never apart; each has at least k answers. */
type Unit = readonly string[];

type Shown = {
  readonly units: readonly Unit[];
  /** Small ones that wait for others to be shown with; they are in no sum. */
  readonly waiting: readonly string[];
};

/**
 * What may be shown of groups with names of their own kept back (N1): a group of `k` or more stands alone; smaller ones
 * wait until together they are `k`. Every sum is one of whole units, and units never change when later groups come, so
 * whatever is subtracted from whatever, now or later, at least `k` answers are left. Groups with no answers are left out.
 */
export function unitsOf(groups: readonly Group[], k: number): Shown {
  const units: Unit[] = [];
  let pool: Group[] = [];
  for (const group of groups) {
    if (group.answers === 0) continue;
    if (group.answers >= k) {
      units.push([group.id]);
      continue;
    }
    pool = [...pool, group];
    if (pool.reduce((sum, { answers }) => sum + answers, 0) < k) continue;
    units.push(pool.map(({ id }) => id));
    pool = [];
  }
  return { units, waiting: pool.map(({ id }) => id) };
}

/** May the results of an anonymous survey be seen? Only when nothing can be added any more, and at `k` answers (N1). */
export const isOpenToStaff = (
  {
    isAnonymous,
    isClosed,
    answers,
  }: { readonly isAnonymous: boolean; readonly isClosed: boolean; readonly answers: number },
  k: number,
): 'open' | 'not_closed' | 'too_few' => {
  if (!isAnonymous) return 'open';
  if (!isClosed) return 'not_closed';
  return answers < k ? 'too_few' : 'open';
};

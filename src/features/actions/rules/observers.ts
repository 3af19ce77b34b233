type Day = {
  readonly id: string;
  readonly state: string;
  readonly attends: string | null;
  readonly observed: boolean | null;
};

/** Whether a date counts as observed, or will be: by their word whether they were there; before it, by their yes. */
const isWatched = ({ attends, observed }: Day): boolean => observed ?? attends === 'agreed';

/** How many more dates must be observed (ME-7), and the coming ones without an observer. */
export function missingObservers<D extends Day>(
  dates: readonly D[],
  needed: number,
): { readonly missing: number; readonly open: readonly D[] } {
  const counted = dates.filter(({ state }) => state !== 'removed' && state !== 'not_held');
  const wanted = Math.min(needed, counted.length);
  const missing = Math.max(0, wanted - counted.filter(isWatched).length);
  return { missing, open: counted.filter((one) => one.state === 'planned' && !isWatched(one)) };
}

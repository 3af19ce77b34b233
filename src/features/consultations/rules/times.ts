/** A stretch of an expert's time, its end not included. */
export type Busy = { readonly busyFrom: Date; readonly busyUntil: Date };

const overlap = (a: Busy, b: Busy): boolean => a.busyFrom < b.busyUntil && b.busyFrom < a.busyUntil;

/** Of the times offered, those that overlap nothing taken; the order is kept. */
export const freeAmong = <T extends Busy>(offered: readonly T[], taken: readonly Busy[]): readonly T[] =>
  offered.filter((time) => !taken.some((other) => overlap(time, other)));

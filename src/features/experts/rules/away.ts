/** A time in which an expert is away: civil dates, both included. */
export type AwayDays = { readonly from: string; readonly last: string };

/** The last day of the absence that holds on a civil date, or null: the expert is there. */
export const awayUntil = (absences: readonly AwayDays[], today: string): string | null =>
  absences.find(({ from, last }) => from <= today && today <= last)?.last ?? null;

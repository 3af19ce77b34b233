/** How a consultation can take place (ME-4). */
export const KINDS = ['on_site', 'phone', 'online'] as const;
export type Kind = (typeof KINDS)[number];

/** How an expert gives consultations. All civil times of the expert are in `zone`. */
export type Terms = {
  readonly zone: string;
  /** Elapsed minutes of one consultation. */
  readonly minutes: number;
  readonly kinds: readonly Kind[];
  readonly place: string | null;
  readonly link: string | null;
  /** Minutes in which the expert takes no other consultation. */
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  /** The least time between booking and beginning. */
  readonly noticeMinutes: number;
  /** The last civil day that can be booked, counted from today. */
  readonly horizonDays: number;
  readonly needsApproval: boolean;
  readonly version: number;
};

/** A part of a civil day, in minutes from its start; `to` is not included and at most 1440. No `kinds`: as in the terms. */
export type Part = { readonly from: number; readonly to: number; readonly kinds: readonly Kind[] };

/** Hours of every week; 1 is Monday, 7 Sunday. */
export type Weekly = Part & { readonly id: string; readonly weekday: number };

/** A civil date, or a part of it, that differs from the weekly hours. */
export type Exception = Part & { readonly id: string; readonly date: string; readonly isOpen: boolean };

/** A time in which the expert is away; civil dates in the expert's zone, both included. */
export type Absence = {
  readonly id: string;
  readonly expertId: string;
  readonly from: string;
  readonly last: string;
  readonly substituteId: string | null;
};

/** Everything known of when an expert can be met. Of the absences those that hold. */
export type Availability = {
  readonly expertId: string;
  readonly terms: Terms;
  readonly weekly: readonly Weekly[];
  readonly exceptions: readonly Exception[];
  readonly absences: readonly Absence[];
};

/** A time at which an expert can be met. `busyFrom` and `busyUntil`: with the buffers before and after. */
export type OfferedTime = {
  readonly expertId: string;
  readonly start: Date;
  readonly end: Date;
  readonly busyFrom: Date;
  readonly busyUntil: Date;
  readonly zone: string;
  readonly kinds: readonly Kind[];
  readonly place: string | null;
  readonly link: string | null;
};

/** What a new expert's terms begin as. */
export const USUAL_TERMS: Omit<Terms, 'zone' | 'version'> = {
  minutes: 60,
  kinds: ['online'],
  place: null,
  link: null,
  bufferBefore: 0,
  bufferAfter: 0,
  noticeMinutes: 1440,
  horizonDays: 60,
  needsApproval: false,
};

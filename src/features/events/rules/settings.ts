/** What a cohort's settings say of events; absent ones have these defaults. */
export type EventSettings = {
  /** A freed seat is kept for the next in the queue for so many hours. */
  readonly offerHours: number;
  /** The code of a day is good so many minutes before and after its sessions. */
  readonly codeMinutes: number;
  /** Needs of food and access are deleted so many days after the end. */
  readonly needsDays: number;
  /** People an organisation may send, unless the event says otherwise. */
  readonly representatives: number;
};

type Given = {
  readonly representatives: number;
  readonly eventOfferHours?: number;
  readonly eventCodeMinutes?: number;
  readonly eventNeedsDays?: number;
};

export const eventSettings = (given: Given): EventSettings => ({
  offerHours: given.eventOfferHours ?? 24,
  codeMinutes: given.eventCodeMinutes ?? 30,
  needsDays: given.eventNeedsDays ?? 1,
  representatives: given.representatives,
});

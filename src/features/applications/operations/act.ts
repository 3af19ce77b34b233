import type { Doing } from '../../../platform/feature.ts';

/** What every part of one act shares: the outside world, its transaction, who acts, and when it was received. */
export type Act = Doing;

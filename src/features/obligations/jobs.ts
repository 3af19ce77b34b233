import type { Tick } from '../../platform/feature.ts';
import { repairObligations } from './operations/repair.ts';

/** Every hour: what is written as owed is compared with the state, and mended where it differs. */
export const repairTick: Tick = { name: 'obligations.repair', cron: '7 * * * *', run: repairObligations };

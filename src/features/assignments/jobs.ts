import type { Tick } from '../../platform/feature.ts';
import { announceDue, tellOfWaiting } from './operations/index.ts';

/** Every minute: organisations whose channel came after their expert's yes are told. */
export const announceTick: Tick = { name: 'assignments.announce', cron: '* * * * *', run: announceDue };

/** Every five minutes: staff are told, once for each group of newly admitted organisations, how many wait. */
export const waitingTick: Tick = { name: 'assignments.waiting', cron: '*/5 * * * *', run: tellOfWaiting };

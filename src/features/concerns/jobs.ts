import type { Tick } from '../../platform/feature.ts';
import { tellSilences } from './operations/index.ts';

/** In the morning and again later, should the bot have been away: silences that have become too long. */
export const silenceTick: Tick = { name: 'concerns.silence', cron: '15 9,12 * * 1-5', run: tellSilences };

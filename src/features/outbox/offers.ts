import { isStaff } from '../../core/actor.ts';
import type { HomeOffer } from '../../platform/feature.ts';
import { homeBlocks } from './views/index.ts';

/** Staff find the outbox on their Home. */
export const outboxOffer: HomeOffer = async (_deps, actor) => (isStaff(actor) ? homeBlocks(actor.locale) : null);

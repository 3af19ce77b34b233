import type { WaitingOffer } from '../../platform/feature.ts';
import { showAct } from './operations/show.ts';
import { actById } from './queries.ts';
import { waitingMessage } from './views/index.ts';

/** An act that waits, for the surface on which it was asked for; null when it is over. */
export const waitingOffer: WaitingOffer = async (deps, actId, locale) => {
  const act = await actById(deps.db, actId);
  return act?.state === 'waiting' ? waitingMessage(await showAct(deps, act, locale), locale) : null;
};

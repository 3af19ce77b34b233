import type { CardOffer, HomeOffer } from '../../platform/feature.ts';
import { asMatters } from './operations/words.ts';
import { openFor, openOfPlace } from './queries/open.ts';
import { matterBlocks, nextBlocks } from './views/index.ts';

/** Before everything else on a card. */
const ORDER = 5;

/** What is next for this person: the first thing on App Home, and what `/debiuty` says. Newcomers owe nothing. */
export const nextOffer: HomeOffer = async (deps, actor, now) => {
  const matters = await asMatters(deps, await openFor(deps.db, actor, now), actor.locale);
  const isNew = actor.roles.length === 0 && actor.organisationIds.length === 0;
  return matters.length === 0 && isNew ? null : nextBlocks(matters, now, actor.locale);
};

/** What the organisation owes, on its card, each with the button that does it. */
export const placeOffer: CardOffer = async (deps, participationId, locale) => {
  const now = deps.clock.now();
  const matters = await asMatters(deps, await openOfPlace(deps.db, participationId, now), locale);
  const [first] = matters;
  if (!first) return null;
  return {
    order: ORDER,
    next: { text: first.words.what, ...(first.due ? { due: first.due } : {}) },
    blocks: matterBlocks(matters, now, locale),
  };
};

import type { ForeseenOffer, WaitingOffer } from '../../platform/feature.ts';
import { bare } from '../../platform/slack/words.ts';
import { showAct } from './operations/show.ts';
import { actById, waitingActsOf } from './queries.ts';
import { texts } from './texts.ts';
import { waitingMessage } from './views/index.ts';

/** An act that waits, for the surface on which it was asked for; null when it is over. */
export const waitingOffer: WaitingOffer = async (deps, actId, locale) => {
  const act = await actById(deps.db, actId);
  return act?.state === 'waiting' ? waitingMessage(await showAct(deps, act, locale), locale) : null;
};

/** Waiting acts as the outbox lists them: what will be done, at what moment, and that it can still be taken back. */
export const foreseenActs: ForeseenOffer = async (deps, db, cohortId, { to }, locale) => {
  const acts = (await waitingActsOf(db, cohortId)).filter(({ dueAt }) => dueAt <= to);
  const { outbox } = texts(locale);
  return Promise.all(
    acts.map(async ({ kind, params, dueAt: at }) => {
      const words = await deps.offers.waitingActs.get(kind)?.words(deps, params, locale);
      return {
        at,
        to: outbox.to,
        what: bare(words?.what ?? kind),
        why: [bare(words?.effect ?? ''), outbox.why].join(' '),
      };
    }),
  );
};

import { z } from 'zod';
import { defineNotice } from '../../platform/feature.ts';
import { NOTICES } from './ids.ts';
import { showAct } from './operations/show.ts';
import { actById, correctionById } from './queries.ts';
import { correctionMessage, refusedMessage } from './views/index.ts';

/** Tells staff that what waited was not done. */
export const refusedNotice = defineNotice(
  NOTICES.refused,
  z.object({ actId: z.uuid() }),
  async (deps, { actId }, locale) => {
    const act = await actById(deps.db, actId);
    return act?.state === 'refused' ? refusedMessage(await showAct(deps, act, locale), locale) : null;
  },
);

/** What staff wrote to set right what was done. */
export const correctionNotice = defineNotice(
  NOTICES.correction,
  z.object({ correctionId: z.uuid() }),
  async (deps, { correctionId }, locale) => {
    const correction = await correctionById(deps.db, correctionId);
    return correction && correctionMessage(correction.act.cohort.name, correction.text, locale);
  },
);

import { z } from 'zod';
import { defineWaitingAct } from '../../platform/feature.ts';
import { seenData } from './ids.ts';
import { previewRelease, releaseIn, saidKey, saidReleased } from './operations/index.ts';
import { opinionById } from './queries/index.ts';
import { texts } from './texts.ts';
import { shortName } from './views/index.ts';

/** Publishing an opinion: the organisation reads it, and it changes by further versions only; so it waits some minutes. */
export const releaseAct = defineWaitingAct({
  kind: 'opinions.release',
  params: seenData,
  result: z.object({ number: z.int() }),
  seconds: 60,
  about: async (tx, { opinionId }) => {
    const row = await opinionById(tx, opinionId);
    return row && { key: `opinion:${opinionId}`, cohortId: row.cohortId };
  },
  check: (doing, seen) => previewRelease(doing, seen),
  perform: (doing, seen) => releaseIn(doing, seen),
  words: async ({ db }, { opinionId }, locale) => {
    const row = await opinionById(db, opinionId);
    const { acts } = texts(locale);
    const name = shortName(row?.participation.organisation.name ?? '?');
    return { what: acts.release(name, (row?.number ?? 0) + 1), effect: acts.effect };
  },
  refusal: (reason, locale) => texts(locale).refusals[reason],
  correction: async (db, { opinionId }, { number }) => {
    const row = await opinionById(db, opinionId);
    if (!row) return null;
    const { name } = row.participation.organisation;
    const draft = { pl: texts('pl').acts.draft(name), en: texts('en').acts.draft(name) };
    return { told: [{ key: saidKey(opinionId, saidReleased(row, number)), name }], draft };
  },
});

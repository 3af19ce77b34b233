import { z } from 'zod';
import { defineNotice } from '../../platform/feature.ts';
import { UNDELIVERED } from './ids.ts';
import { countUndelivered } from './queries.ts';
import { REASONS } from './rules/index.ts';
import { undeliveredNote } from './views.ts';

/** Tells staff that something did not arrive; not any more when all was sent meanwhile. */
export const undeliveredNotice = defineNotice(
  UNDELIVERED,
  z.object({ cohortId: z.uuid(), reason: z.enum(REASONS) }),
  async ({ db }, { cohortId, reason }, locale) => {
    const isSo = (await countUndelivered(db, [cohortId])) > 0;
    return isSo ? undeliveredNote(reason, locale) : null;
  },
);

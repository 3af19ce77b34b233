import { z } from 'zod';
import { tidyLines } from '../../core/text.ts';
import { ALARMS, WISHES } from './rules/index.ts';

const TEXT_MAX = 3000;

/** Words that must be there; messages are reasons. */
const words = z
  .string({ error: 'empty' })
  .max(TEXT_MAX, { error: 'long' })
  .transform(tidyLines)
  .refine((text) => text.length > 0, { error: 'empty' });

/** What an organisation says of its expert. */
export const raiseForm = z.object({ topic: z.enum(WISHES, { error: 'choose' }), text: words });

/** What an expert says of an organisation they lead. */
export const alarmForm = z.object({
  place: z.uuid({ error: 'choose' }),
  topic: z.enum(ALARMS, { error: 'choose' }),
  text: words,
});

/** What came of it, for staff themselves. */
export const closeForm = z.object({ note: words });

import { z } from 'zod';
import { tidyLines } from '../../core/text.ts';
import { HELP_TOPICS } from './ids.ts';

/** The form of a private word to staff; reasons are keys of the feature's texts. */
export const helpForm = z.object({
  topic: z.enum(HELP_TOPICS, { error: 'choose' }),
  text: z
    .string({ error: 'empty' })
    .transform(tidyLines)
    .refine((text) => text.length > 0, { error: 'empty' }),
});

/** What the form carries: the place it is about, and the id its request will have. */
export const helpMetadata = z.object({ participationId: z.uuid(), requestId: z.uuid() });

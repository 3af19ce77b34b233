import type { z } from 'zod';
import type { settings } from './settings.ts';

/** How many minutes an act with consequences waits before it is done (N11); 0: it is done at once. */
export const undoMinutesOf = ({ settings: given }: { readonly settings: z.infer<typeof settings> }): number =>
  given.undoMinutes ?? 5;

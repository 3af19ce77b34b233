import { z } from 'zod';
import { collapse } from '../../core/text.ts';

/** What staff look for: two to a hundred characters. */
export const searchText = z.string().transform(collapse).pipe(z.string().min(2).max(100));

/** The value of a paging button: what was looked for and the first row to show. */
export const pageValue = z.object({ q: searchText, from: z.int().min(0).max(100_000) });

import { z } from 'zod';
import { isValidDate, isValidTime } from '../../../../core/calendar/index.ts';

/** Words in both languages, each at most `max` characters so that nothing shown is ever cut; Polish is the source. */
export const localised = (max: number) => {
  const words = z.string().min(1).max(max);
  return z.strictObject({ pl: words, en: words });
};

/** The name of something inside a definition: lower-case letters, digits and `_`. */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'use lower-case letters, digits and _, beginning with a letter');

/** Slack shows at most 75 characters of an option. */
export const option = z.strictObject({ key, label: localised(75) });

export const civilDate = z.string().refine(isValidDate, 'write a real date as YYYY-MM-DD, such as 2023-05-07');
export const civilTime = z.string().refine(isValidTime, "write a time in quotes as 'HH:MM', such as '23:59'");
export const count = z.int().min(0);
/** Whole grosze: 600000 is 6 000,00 zł (M1). */
export const grosze = z.int().min(0).max(2_147_483_647);

/** The keys that stand more than once. */
export function repeated(keys: readonly (string | number)[]): (string | number)[] {
  return keys.filter((one, index) => keys.indexOf(one) !== index);
}

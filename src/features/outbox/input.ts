import { z } from 'zod';
import { tidyLines } from '../../core/text.ts';
import { DATE, date, FIELDS } from './ids.ts';

/** What Slack takes as one paragraph. */
const WORDS_MAX = 3000;
export const PLACES_MAX = 500;
export const EXPERTS_MAX = 200;

export const wordsForm = z.object({
  [FIELDS.words]: z
    .string({ error: 'words_missing' })
    .transform(tidyLines)
    .refine((text) => text !== '', 'words_missing')
    .refine((text) => text.length <= WORDS_MAX, 'words_long'),
});

const count = (least: number, most: number, reason: string) =>
  z.coerce.number({ error: reason }).int(reason).min(least, reason).max(most, reason);

/** The cohort to rehearse; a kind of deadline without a date is left out. */
export const rehearsalForm = z
  .looseObject({
    [FIELDS.places]: count(1, PLACES_MAX, 'places_wrong'),
    [FIELDS.experts]: count(0, EXPERTS_MAX, 'experts_wrong'),
    [FIELDS.start]: z.string({ error: 'date_missing' }).pipe(date),
  })
  .transform(({ places, experts, start, ...rest }) => ({
    ...{ places, experts, start },
    dates: new Map(
      Object.entries(rest).flatMap(([name, value]) =>
        name.startsWith(DATE) && date.safeParse(value).success ? [[name.slice(DATE.length), String(value)]] : [],
      ),
    ) as ReadonlyMap<string, string>,
  }));

import { definitionOf } from '../../programmes/public.ts';
import { type CardSettings, cardSettings, type Missed, type Says } from '../rules/index.ts';
import type { MeetingRow } from './meetings.ts';

type OfCohort = { readonly participation: { readonly cohort: MeetingRow['participation']['cohort'] } };

/** The terms of the cohort of a meeting. */
export const settingsOf = (row: OfCohort): CardSettings =>
  cardSettings(definitionOf(row.participation.cohort).settings);

/** What was said so far. */
export const saidOf = ({ tookPlace }: MeetingRow) => ({
  organisation: (tookPlace?.organisationSays ?? null) as Says | null,
  expert: (tookPlace?.expertSays ?? null) as Says | null,
});

export const missedOf = ({ tookPlace }: MeetingRow): Missed | null => (tookPlace?.missed ?? null) as Missed | null;

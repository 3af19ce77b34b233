import { definitionOf } from '../../programmes/public.ts';
import { type EventSettings, eventSettings } from '../rules/index.ts';

/** What the settings of an event's cohort say of events. */
export const settingsOf = (cohort: { readonly definition: unknown }): EventSettings =>
  eventSettings(definitionOf(cohort).settings);

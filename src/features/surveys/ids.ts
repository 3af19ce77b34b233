import { z } from 'zod';
import { codec } from '../../platform/slack/codec.ts';

/** Words of Slack for this feature: action, callback and field ids. */
export const IDS = {
  /** Opens the form of a survey; its view has the same name. */
  answer: 'surveys_answer',
  /** Staff: a page of the list, the results of one, and its files. */
  previous: 'surveys_previous',
  next: 'surveys_next',
  results: 'surveys_results',
  sheet: 'surveys_sheet',
} as const;

/** So long may an answer in one's own words be. */
export const TEXT_MAX = 1_000;

export const NOTICES = {
  ask: 'surveys.ask',
  remind: 'surveys.remind',
  askChannel: 'surveys.ask_channel',
  remindChannel: 'surveys.remind_channel',
  results: 'surveys.results',
  low: 'surveys.low',
  sheet: 'surveys.sheet',
} as const;

/** A button's value: one survey. */
export const oneId = { decode: (raw: string | null) => z.uuid().safeParse(raw).data ?? null };
export const surveyData = z.strictObject({ surveyId: z.uuid() });
export const pageCodec = codec(z.strictObject({ cohortId: z.uuid().nullable(), from: z.int().min(0) }));

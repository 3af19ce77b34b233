import type { z } from 'zod';
import { addWorkingDays, civilOf } from '../../../../core/calendar/index.ts';
import type { settings } from './settings.ts';

type Known = { readonly settings: z.infer<typeof settings> };

/** The civil date by which staff answer what they were told in private at a moment (OR-15, ME-12). */
export const answerOnOf = ({ settings: given }: Known, askedAt: Date): string =>
  addWorkingDays(civilOf(askedAt).date, given.helpAnswerWorkingDays ?? 3);

/** For longer than so many working days nothing may have come of an expert before staff are told (N4). */
export const silenceWorkingDaysOf = ({ settings: given }: Known): number => given.silenceWorkingDays ?? 10;

import type { Locale } from '../../core/locale.ts';
import { IDS } from './ids.ts';
import { texts } from './texts.ts';

/** A button that opens the expert's own hours, for the surfaces of other features. */
export const hoursButton = (locale: Locale) => ({
  type: 'button' as const,
  action_id: IDS.hours,
  text: { type: 'plain_text' as const, text: texts(locale).open, emoji: false },
});

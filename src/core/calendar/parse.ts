import { type Outcome, ok, refuse } from '../outcome.ts';
import { isValidDate, isValidTime } from './civil.ts';

export type DateRefusal = 'empty' | 'not_a_date' | 'no_such_date';
export type TimeRefusal = 'empty' | 'not_a_time';

/** Reads `2026-05-07`, `7.05.2026`, `07/05/2026`; gives `YYYY-MM-DD`. */
export function parseCivilDate(text: string): Outcome<string, DateRefusal> {
  const bare = text.replace(/\p{Cf}/gu, '').trim();
  if (bare === '') return refuse('empty');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare);
  const polish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(bare);
  const [year, month, day] = iso ? iso.slice(1) : (polish?.slice(1).reverse() ?? []);
  if (!year || !month || !day) return refuse('not_a_date');
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isValidDate(date) ? ok(date) : refuse('no_such_date');
}

/** Reads `9:00`, `09:00`, `23.59`; gives `HH:MM`. */
export function parseCivilTime(text: string): Outcome<string, TimeRefusal> {
  const bare = text.replace(/\p{Cf}/gu, '').trim();
  if (bare === '') return refuse('empty');
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(bare) ?? [];
  const time = `${(hours ?? '').padStart(2, '0')}:${minutes ?? ''}`;
  return isValidTime(time) ? ok(time) : refuse('not_a_time');
}

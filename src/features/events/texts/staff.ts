import type { Locale } from '../../../core/locale.ts';
import { en } from './staff.en.ts';
import { pl, type StaffTexts } from './staff.pl.ts';

export type { StaffTexts };
export const staffTexts = (locale: Locale): StaffTexts => (locale === 'en' ? en : pl);

import type { Locale } from '../../../core/locale.ts';
import { en } from './decisions.en.ts';
import { type DecisionTexts, pl } from './decisions.pl.ts';
import { en as releaseEn } from './release.en.ts';
import { type ReleaseTexts, pl as releasePl } from './release.pl.ts';
import { en as resultsEn } from './results.en.ts';
import { type ResultTexts, pl as resultsPl } from './results.pl.ts';

export type { DecisionTexts, ReleaseTexts, ResultTexts };
export const decisionTexts = (locale: Locale): DecisionTexts => (locale === 'en' ? en : pl);
export const releaseTexts = (locale: Locale): ReleaseTexts => (locale === 'en' ? releaseEn : releasePl);
export const resultTexts = (locale: Locale): ResultTexts => (locale === 'en' ? resultsEn : resultsPl);

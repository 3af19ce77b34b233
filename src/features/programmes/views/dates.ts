import { formatDate } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { typed } from '../../../platform/slack/blocks.ts';
import type { PlannedDate, Warning } from '../rules/calls.ts';
import type { ProgrammesTexts } from '../texts.ts';

/** Names of the stages by number, in one language. */
export type StageNames = Readonly<Record<number, string>>;

/** What a date of the plan is the date of. */
function dateName(date: PlannedDate, stages: StageNames, texts: ProgrammesTexts, locale: Locale): string {
  if (date.what === 'meeting') return typed(date.name[locale]);
  if (date.what === 'call') return texts.dates.call(typed(stages[date.stage] ?? String(date.stage)));
  return texts.dates[date.what];
}

/** A list of dates, one on a line; those that are set come with their day. */
export function dateLines(
  dates: readonly PlannedDate[],
  stages: StageNames,
  texts: ProgrammesTexts,
  locale: Locale,
): string {
  return dates
    .map((date) => {
      const name = dateName(date, stages, texts, locale);
      return date.on ? `• ${name}: ${formatDate(date.on, locale)}` : `• ${name}`;
    })
    .join('\n');
}

function warningLine(warning: Warning, stages: StageNames, texts: ProgrammesTexts, locale: Locale): string {
  switch (warning.kind) {
    case 'gap':
    case 'overlap':
      return texts.warnings[warning.kind][warning.which](warning.becomes);
    case 'closed_already':
      return texts.warnings.closed_already;
    case 'stale':
      return texts.warnings.stale(
        dateName(warning.date, stages, texts, locale),
        formatDate(warning.date.on ?? '', locale),
      );
    default:
      return warning satisfies never;
  }
}

/** The warnings as one paragraph for the top of a form. */
export function warningText(
  warnings: readonly Warning[],
  stages: StageNames,
  texts: ProgrammesTexts,
  locale: Locale,
): string {
  const lines = warnings.map((warning) => `• ${warningLine(warning, stages, texts, locale)}`);
  return [texts.warnings.heading, ...lines].join('\n');
}

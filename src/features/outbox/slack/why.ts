import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import type { Entry } from '../operations/index.ts';
import { stepNamed } from '../rules/index.ts';
import { texts } from '../texts.ts';

/** Why a reminder goes: the step of its rule, with the date it is about. */
function whyReminded(name: string, dueAt: Date | null, locale: Locale): string {
  const { cause } = texts(locale);
  const step = stepNamed(name);
  const due = dueAt ? formatMoment(dueAt, locale) : '';
  if (step.when === 'opening') return cause.opening(step.count, step.unit);
  if (step.when === 'before' || step.when === 'after') return cause[step.when](step.count, step.unit, due);
  if (step.when === 'day') return cause.day(due);
  return step.when === 'snooze' ? cause.snooze : cause.reminder;
}

/** The cause of a message in a few words; of several matters in one, the first's. */
export function whyOf({ of }: Entry, locale: Locale): string {
  const { cause } = texts(locale);
  if ('foreseen' in of) return of.foreseen.why;
  if ('notice' in of) return cause.kinds[of.notice.kind] ?? cause.other;
  const [first] = of.items;
  return first ? whyReminded(first.step, first.obligation.dueAt, locale) : cause.reminder;
}

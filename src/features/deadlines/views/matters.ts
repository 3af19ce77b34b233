import { formatDate } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import type { MatterWords } from '../../../platform/feature.ts';
import { texts } from '../texts.ts';
import { listButton } from './card.ts';
import { shortName } from './names.ts';
import { ownerButtons } from './own.ts';
import { answerButtons } from './request.ts';

export type MatterFacts = {
  readonly deadlineId: string;
  readonly organisation: string;
  readonly cohort: string;
  readonly label: string;
  readonly what: string;
  /** The wish for more time that waits for an answer. */
  readonly request: { readonly id: string; readonly until: string } | null;
};

/** A deadline as a matter of whoever owes it: an organisation knows who it is, others are told whose it is. */
export function matterWords(facts: MatterFacts, ownerKind: string, locale: Locale): MatterWords {
  const { matters } = texts(locale);
  const { deadlineId, request } = facts;
  const isOwn = ownerKind === 'organisation';
  const what = isOwn ? shortName(facts.what) : matters.forOther(shortName(facts.what), shortName(facts.organisation));
  const waits = request ? [matters.waits] : [];
  const buttons = ownerButtons({ deadlineId, requestId: request?.id ?? null }, null, locale);
  // Staff move the date themselves.
  return {
    what,
    why: [shortName(facts.cohort), ...waits].join('. '),
    buttons: ownerKind === 'staff' ? buttons.slice(0, 1) : buttons,
  };
}

/** Many deadlines of one kind that staff look after. */
export function manyWords(n: number, first: MatterFacts | null, cohortId: string, locale: Locale): MatterWords {
  const words = texts(locale);
  const what = words.matters.many(shortName(first?.label ?? words.list.title), n);
  const why = first ? { why: shortName(first.cohort) } : {};
  return { what, ...why, buttons: [listButton({ cohortId, from: 0 }, locale)] };
}

/** A wish for more time, for staff: the answer is one click away. */
export function requestWords({ organisation, label, request }: MatterFacts, locale: Locale): MatterWords | null {
  if (!request) return null;
  const { matters } = texts(locale);
  return {
    what: matters.request(shortName(organisation), shortName(label)),
    why: matters.requestWhy(formatDate(request.until, locale)),
    buttons: answerButtons(request.id, locale),
  };
}

/** Many wishes: they wait in the list of the cohort. */
export const requestsWords = (n: number, cohortId: string, locale: Locale): MatterWords => ({
  what: texts(locale).matters.requests(n),
  buttons: [listButton({ cohortId, from: 0 }, locale)],
});

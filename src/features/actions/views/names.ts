import { formatSpan } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { typed } from '../../../platform/slack/blocks.ts';
import type { ActionState, DateState } from '../rules/index.ts';
import { texts } from '../texts.ts';

const NAME_SHOWN = 150;

/** Somebody's or something's name inside a sentence. */
export const shortName = (name: string): string => typed(clip(name, NAME_SHOWN));

/** Words of people inside a paragraph of ours. */
export const longWords = (text: string, max: number): string => typed(clip(text, max));

/** A date of an action as views name it. */
export type DateFacts = {
  readonly dateId: string;
  readonly version: number;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly place: string;
  readonly state: DateState;
  readonly isPartly: boolean;
  readonly reason: string | null;
  /** It has begun, or is over. */
  readonly hasBegun: boolean;
  readonly isOver: boolean;
  readonly attends: 'asked' | 'agreed' | 'not' | null;
  /** Whoever was asked to come. */
  readonly expert: string | null;
  readonly observed: boolean | null;
  /** Why the expert was not there; for staff alone. */
  readonly absence: string | null;
};

export type ActionFacts = {
  readonly actionId: string;
  readonly participationId: string;
  readonly organisation: string;
  readonly title: string;
  readonly state: ActionState;
  /** Those that count, in order of time. */
  readonly dates: readonly DateFacts[];
};

type When = Pick<DateFacts, 'startsAt' | 'endsAt' | 'zone' | 'place'>;

/** When a date is, in plain letters. */
export const timeOf = ({ startsAt, endsAt, zone }: Omit<When, 'place'>, locale: Locale): string =>
  formatSpan(startsAt, endsAt, locale, zone);

/** When and where, as mrkdwn. */
export const whenOf = (date: When, locale: Locale): string =>
  texts(locale).when(timeOf(date, locale), shortName(date.place));

/** How a date stands, in words. */
export function dateStateText(date: Pick<DateFacts, 'state' | 'isPartly' | 'isOver'>, locale: Locale): string {
  const { dateStates, page } = texts(locale);
  if (date.state === 'held' && date.isPartly) return dateStates.partly;
  return date.state === 'planned' && date.isOver ? page.unanswered : dateStates[date.state];
}

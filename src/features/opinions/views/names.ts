import { type CivilMoment, toInstant } from '../../../core/calendar/index.ts';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { typedShort } from '../../../platform/slack/blocks.ts';
import type { OpinionContent, OpinionState, Principle, SelfContent } from '../rules/index.ts';

const NAME_SHOWN = 150;

/** Somebody's or something's name inside a sentence. */
export const shortName = (name: string): string => typedShort(name, NAME_SHOWN);

export const dueText = (due: CivilMoment, locale: Locale): string => formatMoment(toInstant(due).instant, locale);

/** What every view of an opinion names. */
export type Named = {
  readonly opinionId: string;
  readonly organisation: string;
  readonly cohort: string;
  readonly action: string;
  /** The action was cancelled: the opinion is on its preparation only. */
  readonly isPreparation: boolean;
  readonly principles: readonly Principle[];
};

/** A version as it was released, with what the organisation says to it. */
export type ReleasedFacts = Named & {
  readonly number: number;
  readonly newest: number;
  readonly content: OpinionContent;
  readonly reason: string | null;
  readonly at: Date;
  readonly writer: string;
  /** Written from documents by somebody who did not lead the organisation at its action (21, 37). */
  readonly isByAnother: boolean;
  readonly read: { readonly by: string; readonly at: Date } | null;
  readonly reaction: { readonly text: string; readonly isQuestion: boolean; readonly by: string } | null;
  readonly isSelfSent: boolean;
};

/** An opinion as it stands, for those who see all of it. */
export type OpinionFacts = Named & {
  readonly state: OpinionState;
  readonly version: number;
  readonly number: number;
  readonly due: CivilMoment;
  readonly sentAt: Date | null;
  readonly writer: string | null;
  /** What is looked over now. */
  readonly sent: OpinionContent | null;
  readonly reason: string | null;
  readonly remarks: string | null;
  readonly isLate: boolean;
  readonly self: SelfContent | null;
  readonly released: ReleasedFacts | null;
  readonly tasks: readonly { readonly text: string; readonly isDone: boolean }[];
};

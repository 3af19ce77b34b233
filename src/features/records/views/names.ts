import { WARSAW } from '../../../core/calendar/index.ts';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { typedShort } from '../../../platform/slack/blocks.ts';

const NAME_SHOWN = 150;

/** Somebody's or something's name inside a sentence. */
export const shortName = (name: string): string => typedShort(name, NAME_SHOWN);

/** A meeting as messages name it. */
export type MeetingFacts = {
  readonly consultationId: string;
  readonly organisation: string;
  readonly expert: string;
  readonly startsAt: Date;
  readonly zone: string;
};

/** When a meeting was to begin, on the clocks where it was. */
export const whenOf = ({ startsAt, zone }: Pick<MeetingFacts, 'startsAt' | 'zone'>, locale: Locale): string =>
  formatMoment(startsAt, locale, zone);

/** The zone of times, where it is not ours. */
export const elsewhereOf = (zone: string): string => (zone === WARSAW ? '' : ` (${zone})`);

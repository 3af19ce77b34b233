import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, section } from '../../../platform/slack/blocks.ts';
import { IDS, scopeCodec } from '../ids.ts';
import type { Absence, OfferedTime } from '../rules/index.ts';
import { daysText, hoursButton, namesText, texts, timeText } from '../texts.ts';
import { shortName } from './names.ts';

const NAMES_SHOWN = 10;

export type OwnHome = {
  readonly hasHours: boolean;
  readonly free: OfferedTime | null;
  /** The absence that holds now or comes next. */
  readonly away: Pick<Absence, 'from' | 'last'> | null;
};

/** App Home of an expert: the next free time, and the ways to hours and absences. */
export function ownHome({ hasHours, free, away }: OwnHome, locale: Locale): readonly AnyBlock[] {
  const words = texts(locale);
  const { home } = words;
  const next = free ? home.nextFree(timeText(free, locale)) : home.nothingFree;
  const said = [
    home.heading,
    hasHours ? next : home.noHours,
    ...(away ? [words.list.away(daysText(away, locale))] : []),
  ];
  return [
    section(said.join('\n')),
    actions([
      hoursButton(locale),
      button(IDS.absences, words.list.absences, { value: scopeCodec.encode({ own: true }) }),
    ]),
  ];
}

/** App Home of staff: who is away today, and the way to all absences. */
export function staffHome(away: readonly string[], locale: Locale): readonly AnyBlock[] {
  const words = texts(locale);
  const { home } = words;
  const names = namesText(away.map(shortName), NAMES_SHOWN, locale);
  const value = scopeCodec.encode({ own: false });
  return [
    section(
      `${home.staff}\n${away.length > 0 ? home.awayNow(names) : home.allHere}`,
      button(IDS.absences, words.list.absences, { value }),
    ),
  ];
}

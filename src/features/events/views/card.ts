import type { AnyBlock } from '@slack/types';
import { formatDay } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { section } from '../../../platform/slack/blocks.ts';
import type { ShownEvent } from '../queries/index.ts';
import { texts } from '../texts.ts';
import { names, shortName } from './facts.ts';

const SHOWN = 5;

/** The events an organisation is asked to, a line each, on its card. */
export function cardBlocks(
  lines: readonly { readonly shown: ShownEvent; readonly going: readonly string[] }[],
  locale: Locale,
): readonly AnyBlock[] {
  const { list, invitation } = texts(locale);
  if (lines.length === 0) return [];
  const all = lines.slice(0, SHOWN).map(({ shown, going }) => {
    const day = formatDay(shown.sessions[0]?.date ?? '1970-01-01', locale);
    const who = going.length > 0 ? [invitation.going(names(going))] : [];
    return `• ${[`${shortName(shown.title)}: ${day}`, ...who].join(' – ')}`;
  });
  return [section([list.home, ...all].join('\n'))];
}

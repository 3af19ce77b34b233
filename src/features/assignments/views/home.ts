import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { section, typedShort } from '../../../platform/slack/blocks.ts';
import { texts } from '../texts.ts';

const SHOWN = 10;
const NAME_SHOWN = 150;

const cut = (name: string): string => typedShort(name, NAME_SHOWN);

export type Mine = {
  readonly organisation: string;
  readonly town: string;
  readonly cohort: string;
  readonly channelId: string | null;
};

function row(mine: Mine, locale: Locale): AnyBlock {
  const { home } = texts(locale);
  const channel = mine.channelId ? `<#${mine.channelId}>` : home.noChannel;
  return section(`${home.active(cut(mine.organisation), cut(mine.town), cut(mine.cohort))}\n${channel}`);
}

/** App Home of an expert: the organisations led, with the way to each channel. */
export function mineHome(all: readonly Mine[], locale: Locale): readonly AnyBlock[] {
  const { home } = texts(locale);
  const rest = all.length - SHOWN;
  return [
    section(home.mine),
    ...all.slice(0, SHOWN).map((mine) => row(mine, locale)),
    ...(rest > 0 ? [section(home.more(rest))] : []),
  ];
}

import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { section, typedShort } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { stateOf } from '../rules/index.ts';
import { texts } from '../texts.ts';

const SHOWN = 8;
const NAME_SHOWN = 150;

export type OwnPlace = {
  readonly channelId: string | null;
  readonly state: string;
  readonly organisation: { readonly name: string };
  readonly cohort: { readonly name: string };
};

function lines(places: readonly OwnPlace[], locale: Locale): string {
  const words = texts(locale);
  return places
    .slice(0, SHOWN)
    .map((place) => {
      const cut = (name: string) => typedShort(name, NAME_SHOWN);
      const channel = place.channelId ? `<#${place.channelId}>` : words.home.noChannel;
      const state = words.states[stateOf(place.state)];
      return `• ${words.home.row(cut(place.organisation.name), cut(place.cohort.name), state)}, ${channel}`;
    })
    .join('\n');
}

/** App Home of a representative: their organisations, with the way to each channel. */
export const ownHome = (places: readonly OwnPlace[], locale: Locale): readonly AnyBlock[] => [
  section(`${texts(locale).home.yours}\n${lines(places, locale)}`),
];

/** The answer to the card command outside an organisation's channel: where the person's own cards are. */
export function ownCards(places: readonly OwnPlace[], locale: Locale): Message {
  const words = texts(locale).cardCommand;
  if (places.length === 0) return { text: words.none, blocks: [section(words.none)] };
  return { text: words.yours, blocks: [section(`${words.yours}\n${lines(places, locale)}`)] };
}

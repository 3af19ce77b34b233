import type { TextObject } from '@slack/types';
import { Emoji } from './emoji.tsx';
import { Mrkdwn } from './mrkdwn.tsx';
import { decode } from './parse.ts';

const named = /((?<!\d):[a-z0-9_+'-]+:)/;

/** Plain text: only emoji names are replaced, and only where the text allows it. */
export function PlainText({ text, emoji = true }: { readonly text: string; readonly emoji?: boolean | undefined }) {
  if (!emoji || !named.test(text)) return decode(text);
  return text.split(named).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no identity but their place
    index % 2 === 1 ? <Emoji key={index} name={part.slice(1, -1)} /> : decode(part),
  );
}

/** A text object of either kind. */
export function Text({ of }: { readonly of: TextObject }) {
  return of.type === 'mrkdwn' ? <Mrkdwn text={of.text} /> : <PlainText text={of.text} emoji={of.emoji} />;
}

import type { Button } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { escapeSlack } from '../../../core/text.ts';
import { button, typedShort } from '../../../platform/slack/blocks.ts';
import { IDS } from '../ids.ts';
import type { ConsultationState } from '../rules/index.ts';
import { type ConsultationsTexts, type Span, texts } from '../texts.ts';

const NAME_SHOWN = 150;
const PLACE_SHOWN = 300;

/** People's and organisations' names, cut and harmless in mrkdwn. */
export const shortName = (name: string): string => typedShort(name, NAME_SHOWN);
const shortWords = (words: string): string => typedShort(words, PLACE_SHOWN);

/** An address as a link when it is one, else as the words it is. */
const linkText = (link: string): string =>
  /^https?:\/\/[^\s<>|]{1,500}$/.test(link) ? `<${escapeSlack(link)}>` : shortWords(link);

/** Who reads it: the organisation in its channel, or the expert. */
export type Reader = 'organisation' | 'expert';

/** A consultation as messages speak of it. */
export type Told = {
  readonly id: string;
  readonly participationId: string;
  readonly state: ConsultationState;
  readonly to: Reader;
  readonly organisation: string;
  readonly expert: string;
  readonly time: Span;
  readonly kind: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly topic: string | null;
  readonly openUntil: Date | null;
  readonly isLate: boolean;
  readonly reason: string | null;
  /** It was booked, not only asked for. */
  readonly wasBooked: boolean;
};

/** How people meet, in words. */
export function kindText(kind: string, words: ConsultationsTexts): string {
  if (kind === 'on_site') return words.kinds.on_site;
  return kind === 'phone' ? words.kinds.phone : words.kinds.online;
}

/** With whom, how and where, line by line. */
export function factLines({ to, organisation, expert, kind, place, link, topic }: Told, words: ConsultationsTexts) {
  const { facts } = words;
  return [
    to === 'expert' ? facts.organisation(shortName(organisation)) : facts.expert(shortName(expert)),
    facts.how(kindText(kind, words)),
    ...(kind === 'on_site' && place ? [facts.place(shortWords(place))] : []),
    ...(kind === 'online' && link ? [facts.link(linkText(link))] : []),
    ...(topic ? [facts.topic(shortWords(topic))] : []),
  ];
}

/** The words of whoever cancelled, as one line. */
export const reasonLine = (reason: string | null, words: ConsultationsTexts): readonly string[] =>
  reason ? [words.facts.reason(shortWords(reason))] : [];

/** What the reader may do with it as it stands; nothing with what is over. */
export function buttonsOf({ id, state, to, participationId }: Told, locale: Locale): readonly Button[] {
  const { buttons } = texts(locale);
  const move = button(IDS.move, buttons.move, { value: id });
  if (state === 'booked') return [move, button(IDS.cancel, buttons.cancel, { value: id })];
  if (state === 'requested' && to === 'expert') {
    const approve = button(IDS.approve, buttons.approve, { value: id, style: 'primary' });
    return [approve, button(IDS.refuse, buttons.refuse, { value: id })];
  }
  if (state === 'requested') return [move, button(IDS.cancel, buttons.withdraw, { value: id })];
  const isCalledOff = state.startsWith('cancelled') || state === 'expired';
  return isCalledOff && to === 'organisation' ? [button(IDS.book, buttons.again, { value: participationId })] : [];
}

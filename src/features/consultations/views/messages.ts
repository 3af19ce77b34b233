import type { Button } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, quoted, section } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { IDS } from '../ids.ts';
import { HAND_OVER } from '../rules/index.ts';
import { type ConsultationsTexts, type Span, texts, timeText, untilText } from '../texts.ts';
import { buttonsOf, factLines, reasonLine, shortName, type Told } from './facts.ts';

/** Bold of ours; what people typed has joiners around its marks. */
const OUR_BOLD = /(?<!\u2060)\*/g;

/** Paragraph and buttons; the notification gets the first line. */
function message(lines: readonly string[], buttons: readonly Button[]): Message {
  const blocks = [section(lines.join('\n')), ...(buttons.length > 0 ? [actions(buttons)] : [])];
  return { text: (lines[0] ?? '').replaceAll(OUR_BOLD, ''), blocks };
}

/** What is said of a consultation that is over or will not be. */
function overHead(told: Told, words: ConsultationsTexts, locale: Locale): string {
  const time = timeText(told.time, locale);
  const { states } = words;
  const { state, wasBooked } = told;
  if (state === 'cancelled_by_expert' && !wasBooked) return states.refused(time);
  if (state === 'cancelled_by_organisation' && !wasBooked) return states.withdrawn(time);
  if (state === 'reserved' || state === 'requested' || state === 'booked') return time;
  return states.over[state](time);
}

function overMessage(told: Told, locale: Locale): Message {
  const words = texts(locale);
  const { states } = words;
  const isSorry = told.to === 'organisation' && (told.state === 'cancelled_by_expert' || told.state === 'expired');
  const lines = [
    overHead(told, words, locale),
    told.to === 'expert'
      ? words.facts.organisation(shortName(told.organisation))
      : words.facts.expert(shortName(told.expert)),
    ...(told.reason === HAND_OVER ? [states.handedOver] : reasonLine(told.reason, words)),
    ...(told.isLate ? [states.late] : []),
    ...(isSorry ? [states.sorry] : []),
  ];
  return message(lines, buttonsOf(told, locale));
}

const isOpen = ({ state }: Told): boolean => state === 'requested' || state === 'booked';

/** By when the answer comes, or the promise of reminders. */
function followUp({ state, to, openUntil }: Told, { states }: ConsultationsTexts, locale: Locale): string {
  if (state !== 'requested' || !openUntil) return states.reminders;
  const until = untilText(openUntil, locale);
  return to === 'expert' ? states.answer(until) : states.waits(until);
}

function headOf({ state, to, time }: Told, step: 'first' | 'approved', words: ConsultationsTexts, locale: Locale) {
  const shown = timeText(time, locale);
  if (state === 'requested') return to === 'expert' ? words.heads.asks(shown) : words.heads.asked(shown);
  return step === 'approved' ? words.heads.confirmed(shown) : words.heads.booked(shown);
}

/** A booking, a request or its approval, always as it stands now (N8). */
export function timeMessage(told: Told, step: 'first' | 'approved', locale: Locale): Message {
  if (!isOpen(told)) return overMessage(told, locale);
  const words = texts(locale);
  const lines = [headOf(told, step, words, locale), ...factLines(told, words), followUp(told, words, locale)];
  return message(lines, buttonsOf(told, locale));
}

/** A new time for a consultation; `from` is the one it had. */
export function movedMessage(
  told: Told,
  { from, reason }: { readonly from: Span; readonly reason: string | null },
  locale: Locale,
): Message {
  if (!isOpen(told)) return overMessage(told, locale);
  const words = texts(locale);
  const head = told.state === 'requested' ? words.heads.movedAsked : words.heads.moved;
  const lines = [
    head(timeText(from, locale), timeText(told.time, locale)),
    ...factLines(told, words),
    ...reasonLine(reason, words),
    followUp(told, words, locale),
  ];
  return message(lines, buttonsOf(told, locale));
}

/** A consultation that will not be; with another beginning at once. */
export const endedMessage = (told: Told, locale: Locale): Message => overMessage(told, locale);

/** The plea to move: it stands, was met, or does not hold any more because the absence was ended. */
export type Plea = 'stands' | 'settled' | 'taken_back';

/** The expert will be away: both sides are asked to move it (case 19). */
export function awayMessage(told: Told, plea: Plea, locale: Locale): Message {
  if (!isOpen(told)) return overMessage(told, locale);
  const { away } = texts(locale);
  const time = timeText(told.time, locale);
  if (plea === 'settled') return message([away.settled(time)], []);
  if (plea === 'taken_back') return message([away.takenBack(time)], []);
  const say = told.to === 'expert' ? away.expert : away.organisation;
  return message([say(time), ...factLines(told, texts(locale))], buttonsOf(told, locale));
}

export type Offer = {
  readonly entryId: string;
  readonly consultationId: string;
  readonly participationId: string;
  readonly expert: string;
  readonly time: Span;
  readonly until: Date | null;
  readonly state: 'offered' | 'claimed' | 'lapsed' | 'left' | 'gone';
};

/** A time for the next of the queue, with the button that takes it. */
export function offeredMessage(offer: Offer, locale: Locale): Message {
  const { offered, buttons } = texts(locale);
  const time = timeText(offer.time, locale);
  const { entryId: value, state, until } = offer;
  if (state === 'claimed') return message([offered.claimed(time)], []);
  if (state === 'left') return message([offered.left], []);
  if (state === 'gone') return message([offered.gone(time)], []);
  if (state === 'lapsed') {
    return message([offered.lapsed(time)], [button(IDS.book, buttons.book, { value: offer.participationId })]);
  }
  const lines = [
    offered.head(time, shortName(offer.expert)),
    ...(until ? [offered.until(untilText(until, locale))] : []),
  ];
  const claim = button(IDS.claim, buttons.claim, { value: offer.consultationId, style: 'primary' });
  return message(lines, [claim, button(IDS.leave, buttons.leave, { value })]);
}

export type Wish = {
  readonly organisation: string;
  readonly words: string | null;
  readonly waits: boolean;
  readonly hours: Button;
};

/** An organisation asks for a time where none is free. */
export function wishMessage({ organisation, words: said, waits, hours }: Wish, locale: Locale): Message {
  const { wish } = texts(locale);
  const name = shortName(organisation);
  if (!waits) return message([wish.done(name)], []);
  const { text, blocks } = message([wish.head(name), wish.what], [hours]);
  const [first, ...rest] = blocks;
  return { text, blocks: first && said ? [first, section(wish.words), quoted(said), ...rest] : blocks };
}

import type { AnyBlock, Button } from '@slack/types';
import { formatDate, formatDay, formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, fields, header, quoted, section, typed } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { cardCodec, IDS, versionCodec } from '../ids.ts';
import type { CardContent, CardState } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { writeButton } from './asked.ts';
import { elsewhereOf, shortName } from './names.ts';

export type CardFacts = {
  readonly cardId: string;
  readonly consultationId: string;
  readonly organisation: string;
  readonly expert: string;
  /** Of the version shown, and of the newest. */
  readonly number: number;
  readonly newest: number;
  readonly content: CardContent;
  /** Null: in time; else the days it should have been written in. */
  readonly lateDays: number | null;
  readonly state: CardState;
  readonly confirmBy: Date | null;
  /** `by` null: by silence, or a rule. `isForOrganisation`: staff did it on its behalf. */
  readonly confirmed: { readonly by: string | null; readonly at: Date; readonly isForOrganisation: boolean } | null;
};

/** The card of a meeting that was not: a rule has written it. */
const isMissed = ({ minutes, agreed }: Pick<CardContent, 'minutes' | 'agreed'>): boolean =>
  minutes === 0 && agreed === '';

/** A card's own words, without its standing: for messages and the history. */
export function contentBlocks(content: CardContent, expert: string, locale: Locale): readonly AnyBlock[] {
  const { card, minutes, kinds } = texts(locale);
  const { date, from, to, zone, people, area, agreed, steps, documents } = content;
  const said = (words: string): string => (words === '' ? card.none : typed(words));
  const stepLines = steps.map(({ what, who, until }) => card.step(what, who, until && formatDate(until, locale)));
  return [
    fields([
      [card.when, card.span(formatDay(date, locale), from, to, elsewhereOf(zone))],
      [card.counted, minutes(content.minutes)],
      [card.kind, kinds[content.kind]],
      [card.expert, shortName(expert)],
      ...(isMissed(content) ? [] : [[card.people, said(people)] as const, [card.area, said(area)] as const]),
    ]),
    ...(isMissed(content) ? [context(card.missed)] : [section(card.agreed), quoted(agreed)]),
    ...(steps.length > 0 ? [section(card.steps), quoted(stepLines.join('\n'))] : []),
    ...(documents.length > 0 ? [section(card.documents), quoted(documents.join('\n'))] : []),
  ];
}

type Confirmed = NonNullable<CardFacts['confirmed']>;

function confirmedWords(
  { by, isForOrganisation }: Confirmed,
  { minutes, agreed }: CardContent,
  when: string,
  locale: Locale,
): string {
  const { card } = texts(locale);
  if (by !== null) return (isForOrganisation ? card.confirmedFor : card.confirmed)(shortName(by), when);
  return isMissed({ minutes, agreed }) ? card.countsNothing(when) : card.confirmedSilently(when);
}

function standingOf(facts: CardFacts, locale: Locale): readonly string[] {
  const { card } = texts(locale);
  const { number, newest, state, confirmBy, confirmed, lateDays } = facts;
  const late = lateDays === null ? [] : [card.late(lateDays)];
  if (number < newest) return [...late, card.replaced(newest)];
  if (state === 'commented') return [...late, card.commented];
  if (state === 'confirmed' && confirmed) {
    const when = formatMoment(confirmed.at, locale);
    return [...late, confirmedWords(confirmed, facts.content, when, locale)];
  }
  return confirmBy ? [...late, card.ask(formatMoment(confirmBy, locale))] : late;
}

function cardButtons(facts: CardFacts, locale: Locale): readonly Button[] {
  const { cardId, consultationId, number, newest, state, content } = facts;
  const { card } = texts(locale);
  const value = versionCodec.encode({ cardId, number });
  const isOpen = number === newest && (state === 'published' || state === 'commented');
  return [
    ...(isOpen
      ? [button(IDS.confirm, card.confirm, { value, style: 'primary' }), button(IDS.comment, card.comment, { value })]
      : []),
    ...(number === newest && !isMissed(content) ? [writeButton(consultationId, card.correct)] : []),
    button(IDS.versions, card.versions, { value: cardCodec.encode({ cardId }) }),
  ];
}

/** A version of a card in the organisation's channel, to be confirmed or remarked upon by buttons (ME-5). */
export function cardMessage(facts: CardFacts, locale: Locale): Message {
  const { card } = texts(locale);
  const standing = standingOf(facts, locale);
  return {
    text: card.text(shortName(facts.organisation)),
    blocks: [
      header(card.head(facts.number)),
      ...contentBlocks(facts.content, facts.expert, locale),
      ...(standing.length > 0 ? [context(...standing)] : []),
      actions(cardButtons(facts, locale)),
    ],
  };
}

export type CommentedFacts = {
  readonly consultationId: string;
  readonly organisation: string;
  readonly person: string;
  readonly startsAt: Date;
  readonly zone: string;
  readonly comment: string;
};

/** To the expert: what the organisation remarks, and the way to a new version. */
export function commentedMessage(facts: CommentedFacts, locale: Locale): Message {
  const { commented, card } = texts(locale);
  const when = formatMoment(facts.startsAt, locale, facts.zone);
  return {
    text: commented.text,
    blocks: [
      section(commented.body(shortName(facts.organisation), shortName(facts.person), when)),
      quoted(facts.comment),
      actions([writeButton(facts.consultationId, card.correct)]),
    ],
  };
}

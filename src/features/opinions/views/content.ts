import type { AnyBlock } from '@slack/types';
import { civilOf } from '../../../core/calendar/index.ts';
import { formatDate } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, header, quoted, section, typed } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { IDS, opinionCodec, readCodec } from '../ids.ts';
import type { OpinionContent, Principle, SelfContent } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { type ReleasedFacts, shortName } from './names.ts';

type Rated = { readonly ratings: Readonly<Record<string, number>> };

/** The ratings given, a line for each principle; nothing when none was. */
function ratingBlocks({ ratings }: Rated, principles: readonly Principle[], locale: Locale): readonly AnyBlock[] {
  const { content } = texts(locale);
  const lines = principles.flatMap(({ key, label }) => {
    const rate = ratings[key];
    return rate === undefined ? [] : [content.rating(typed(label[locale]), rate)];
  });
  return lines.length > 0 ? [section([content.ratings, ...lines].join('\n'))] : [];
}

const numbered = (lines: readonly string[]): AnyBlock =>
  quoted(lines.map((line, at) => `${at + 1}. ${line}`).join('\n'));

/** The words of an opinion (ME-8). */
export function contentBlocks(
  given: OpinionContent,
  principles: readonly Principle[],
  locale: Locale,
): readonly AnyBlock[] {
  const { content } = texts(locale);
  return [
    section(content.smooth),
    quoted(given.smooth),
    section(content.care),
    quoted(given.care),
    ...ratingBlocks(given, principles, locale),
    section(content.recommendations),
    numbered(given.recommendations),
  ];
}

/** The words of a self-evaluation (OR-8). */
export function selfBlocks(given: SelfContent, principles: readonly Principle[], locale: Locale): readonly AnyBlock[] {
  const { content, self } = texts(locale);
  return [
    section(`${self.heading}\n${content.smooth}`),
    quoted(given.smooth),
    section(content.care),
    quoted(given.care),
    ...ratingBlocks(given, principles, locale),
    ...(given.plans.length > 0 ? [section(self.plans), numbered(given.plans)] : []),
  ];
}

/** On what it rests, when it was released, and what the organisation says to it. */
function standingLines(facts: ReleasedFacts, locale: Locale): readonly string[] {
  const { content, released } = texts(locale);
  const { number, newest, read } = facts;
  const evidence = facts.isByAnother ? content.byAnother : content.evidences[facts.content.evidence];
  const day = formatDate(civilOf(facts.at).date, locale);
  return [
    content.by(shortName(facts.writer), evidence, day),
    ...(number < newest ? [released.replaced(newest)] : []),
    ...(read && number === newest ? [released.read(shortName(read.by))] : []),
  ];
}

function answerButtons({ opinionId, number, newest, read, reaction, isSelfSent }: ReleasedFacts, locale: Locale) {
  const { released, self, page } = texts(locale);
  const value = opinionCodec.encode({ opinionId });
  if (number < newest) return [button(IDS.open, released.open, { value })];
  const confirm = { value: readCodec.encode({ opinionId, number }), style: 'primary' as const };
  return [
    ...(read ? [] : [button(IDS.read, released.confirm, confirm)]),
    ...(reaction ? [] : [button(IDS.react, released.react, { value })]),
    ...(isSelfSent ? [] : [button(IDS.self, self.button, { value })]),
    ...(number > 1 ? [button(IDS.versions, page.versions, { value })] : []),
    button(IDS.open, released.open, { value }),
  ];
}

/** A released version, whole. */
export function releasedBlocks(facts: ReleasedFacts, locale: Locale): readonly AnyBlock[] {
  const { released } = texts(locale);
  const { reason, reaction } = facts;
  return [
    ...(facts.isPreparation ? [context(released.preparation)] : []),
    ...(reason ? [section(released.reason), quoted(reason)] : []),
    ...contentBlocks(facts.content, facts.principles, locale),
    ...(reaction
      ? [section(released.reaction(reaction.isQuestion, shortName(reaction.by))), quoted(reaction.text)]
      : []),
    context(...standingLines(facts, locale)),
  ];
}

/** To the organisation: the opinion, with the buttons that answer it; its PDF follows into the thread. */
export function releasedMessage(facts: ReleasedFacts, locale: Locale): Message {
  const { released } = texts(locale);
  const { number, newest } = facts;
  const body = number < newest ? [context(...standingLines(facts, locale))] : releasedBlocks(facts, locale);
  return {
    text: released.text(shortName(facts.organisation)),
    blocks: [header(released.head(number)), ...body, actions(answerButtons(facts, locale))],
  };
}

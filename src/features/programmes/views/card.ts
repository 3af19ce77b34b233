import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { formatMoney } from '../../../core/money.ts';
import type { CardPart } from '../../../platform/deps.ts';
import { actions, context, fields, header, LIMIT, section, typed } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import type { CardFacts } from '../rules/card-facts.ts';
import type { ProgrammesTexts } from '../texts.ts';

/** Blocks that other features may add; the message keeps room for its own. */
const ADDED_BLOCKS = 30;

/** The sentence people look for: until when, from when, or that it is over (APP-1). */
function callLine(call: CardFacts['call'], texts: ProgrammesTexts, locale: Locale): string {
  const words = texts.card;
  if (!call) return words.soon;
  const closing = formatMoment(call.closesAt, locale);
  switch (call.phase) {
    case 'scheduled':
      return `${words.from(formatMoment(call.opensAt, locale))}\n${words.until(closing)}`;
    case 'open':
      return `${words.until(closing)} (${words.left(call.daysLeft)})`;
    case 'closed':
      return words.over(closing);
    case 'resolved':
      return words.resolved;
    default:
      return call.phase satisfies never;
  }
}

function numbersOf(facts: CardFacts, texts: ProgrammesTexts, locale: Locale): (readonly [string, string])[] {
  const words = texts.card;
  const sum = (grosze: number) => words.upTo(formatMoney(grosze, locale));
  const phase = texts.phases[facts.call?.phase ?? 'none'];
  const state = facts.call?.stage ? `${typed(facts.call.stage)}: ${phase}` : phase;
  return [
    [words.state, state],
    [words.places, String(facts.places)],
    [words.grant, sum(facts.grantGrosze)],
    ...(facts.voucherGrosze === null ? [] : [[words.voucher, sum(facts.voucherGrosze)] as const]),
  ];
}

/** The pinned announcement of a cohort, with what other features add: fields, blocks, buttons (APP-1). */
export function cohortCard(
  facts: CardFacts,
  parts: readonly CardPart[],
  texts: ProgrammesTexts,
  locale: Locale,
): Message {
  const words = texts.card;
  const ordered = parts.toSorted((a, b) => a.order - b.order);
  const line = callLine(facts.call, texts, locale);
  const buttons = ordered.flatMap((part) => part.buttons ?? []);
  const added = ordered.flatMap((part): AnyBlock[] => [
    ...(part.fields && part.fields.length > 0 ? [fields(part.fields)] : []),
    ...(part.blocks ?? []),
  ]);
  const minute =
    facts.call?.phase === 'open' || facts.call?.phase === 'scheduled' ? [minuteRule(facts.call.inclusive, texts)] : [];
  return {
    text: words.fallback(typed(facts.name), line.replaceAll('*', '')),
    blocks: [
      header(facts.name),
      section(`*${typed(facts.programme)}*\n${typed(facts.about)}`),
      section(line),
      fields(numbersOf(facts, texts, locale)),
      section(`*${words.who}*\n${typed(facts.audience)}`),
      ...added.slice(0, ADDED_BLOCKS),
      ...(buttons.length > 0 ? [actions(buttons.slice(0, LIMIT.actions))] : []),
      context([...minute, words.warsaw].join(' ')),
    ],
  };
}

const minuteRule = (inclusive: boolean, texts: ProgrammesTexts): string =>
  inclusive ? texts.form.inclusive : texts.form.exclusive;

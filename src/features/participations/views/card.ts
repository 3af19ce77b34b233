import type { AnyBlock } from '@slack/types';
import { civilOf } from '../../../core/calendar/index.ts';
import { formatDate, formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { formatMoney } from '../../../core/money.ts';
import type { CardPart } from '../../../platform/feature.ts';
import { actions, button, context, fields, header, section, typedShort } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { IDS } from '../ids.ts';
import type { Member } from '../queries/index.ts';
import { isOpen, nextStep, type ParticipationState } from '../rules/index.ts';
import { type ParticipationsTexts, texts } from '../texts.ts';
import { roleOf } from './roles.ts';

/** The most people named on the card; the others are counted and seen under "who is who". */
const PEOPLE_SHOWN = 8;
/** What features may add, so that a message never passes Slack's limits (contract 5.4). */
const PART_BLOCKS = 20;
/** Parts from this order on put their buttons after the card's own: what is not for organisations stands last. */
const OWN_ORDER = 500;
const SUBJECT_SHOWN = 300;
const NAME_SHOWN = 150;

export type CardFacts = {
  readonly participationId: string;
  readonly organisation: string;
  readonly cohort: string;
  readonly state: ParticipationState;
  readonly subject: string | null;
  readonly grantGrosze: number;
  readonly voucherGrosze: number;
  readonly since: Date;
  readonly members: readonly Member[];
  readonly parts: readonly CardPart[];
};

type Pair = readonly [label: string, value: string];

function facing(facts: CardFacts, words: ParticipationsTexts, locale: Locale): AnyBlock {
  const step = nextStep(facts.parts.flatMap((part) => (part.next ? [part.next] : [])));
  const fallback = isOpen(facts.state) ? words.card.preparing : words.card.over;
  const until = step?.due ? `\n${words.card.until(formatMoment(step.due, locale))}` : '';
  const state = words.card.state(typedShort(facts.cohort, NAME_SHOWN), words.states[facts.state]);
  return section(`${state}\n*${words.card.next}:* ${step?.text ?? fallback}${until}`);
}

function pairs(facts: CardFacts, words: ParticipationsTexts, locale: Locale): readonly Pair[] {
  const upTo = (grosze: number) => words.card.upTo(formatMoney(grosze, locale));
  return [
    ...facts.parts.flatMap((part) => part.fields ?? []),
    ...(facts.grantGrosze > 0 ? [[words.card.grant, upTo(facts.grantGrosze)] as const] : []),
    ...(facts.voucherGrosze > 0 ? [[words.card.voucher, upTo(facts.voucherGrosze)] as const] : []),
    [words.card.since, formatDate(civilOf(facts.since).date, locale)],
  ];
}

function people(facts: CardFacts, words: ParticipationsTexts): AnyBlock {
  const shown = facts.members.slice(0, PEOPLE_SHOWN);
  const lines = shown.map((member) => `• ${typedShort(member.name, NAME_SHOWN)} – ${roleOf(member, words, 'short')}`);
  const rest = facts.members.length - shown.length;
  const more = rest > 0 ? [`• ${words.card.more(rest)}`] : [];
  return section([`*${words.card.people}*`, ...lines, ...more].join('\n'));
}

function buttons(facts: CardFacts, words: ParticipationsTexts): AnyBlock {
  const value = facts.participationId;
  const of = (parts: readonly CardPart[]) => parts.flatMap((part) => part.buttons ?? []);
  return actions([
    ...of(facts.parts.filter((part) => part.order < OWN_ORDER)),
    button(IDS.who, words.card.who, { value }),
    button(IDS.help, words.card.ask, { value }),
    ...of(facts.parts.filter((part) => part.order >= OWN_ORDER)),
  ]);
}

/** The live card pinned in an organisation's channel: state, what comes next, facts, people, and every button it needs (OR-2). */
export function cardMessage(facts: CardFacts, locale: Locale): Message {
  const words = texts(locale);
  const all = pairs(facts, words, locale);
  const rows = Array.from({ length: Math.ceil(all.length / 10) }, (_, row) =>
    fields(all.slice(row * 10, row * 10 + 10)),
  );
  const subject = facts.subject
    ? [section(`*${words.card.subject}*\n${typedShort(facts.subject, SUBJECT_SHOWN)}`)]
    : [];
  const parts = facts.parts.flatMap((part) => part.blocks ?? []).slice(0, PART_BLOCKS);
  return {
    text: words.card.text(typedShort(facts.organisation, NAME_SHOWN), typedShort(facts.cohort, NAME_SHOWN)),
    blocks: [
      header(facts.organisation),
      facing(facts, words, locale),
      ...rows,
      ...subject,
      people(facts, words),
      ...parts,
      buttons(facts, words),
      context(words.card.live),
    ],
  };
}

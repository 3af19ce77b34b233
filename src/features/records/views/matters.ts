import { formatShort } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import type { MatterWords } from '../../../platform/feature.ts';
import { button } from '../../../platform/slack/blocks.ts';
import { decisionCodec, IDS, versionCodec } from '../ids.ts';
import { DECISIONS } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { writeButton } from './asked.ts';
import { type MeetingFacts, shortName } from './names.ts';

type Facts = Omit<MeetingFacts, 'expert'>;

const shortWhen = ({ startsAt, zone }: Facts, locale: Locale): string => formatShort(startsAt, locale, zone);

/** The expert owes the card of a meeting. */
export function cardMatter(facts: Facts, locale: Locale): MatterWords {
  const { matters } = texts(locale);
  return {
    what: matters.card(shortName(facts.organisation), shortWhen(facts, locale)),
    why: matters.cardWhy,
    buttons: [writeButton(facts.consultationId, matters.write)],
  };
}

/** The organisation is asked to confirm a card. */
export function confirmMatter(
  facts: Facts & { readonly cardId: string; readonly number: number },
  locale: Locale,
): MatterWords {
  const { matters, card } = texts(locale);
  const value = versionCodec.encode({ cardId: facts.cardId, number: facts.number });
  return {
    what: matters.confirm(shortWhen(facts, locale)),
    why: matters.confirmWhy,
    buttons: [button(IDS.confirm, card.confirm, { value }), button(IDS.comment, card.comment, { value })],
  };
}

/** Staff decide whether a meeting took place. */
export function decideMatter(facts: Facts, locale: Locale): MatterWords {
  const { matters, disagreed } = texts(locale);
  const { consultationId } = facts;
  return {
    what: matters.decide(shortName(facts.organisation), shortWhen(facts, locale)),
    why: matters.decideWhy,
    buttons: DECISIONS.map((decision) =>
      button(IDS[decision], disagreed.decisions[decision], {
        value: decisionCodec.encode({ consultationId, decision }),
      }),
    ),
  };
}

/** Several of the last in one line. */
export const decideMatters = (count: number, locale: Locale): MatterWords => ({
  what: texts(locale).matters.many(count),
});

import type { Locale } from '../../../core/locale.ts';
import type { MatterWords } from '../../../platform/feature.ts';
import { button } from '../../../platform/slack/blocks.ts';
import { actionCodec, attendCodec, dateCodec, IDS, placeCodec } from '../ids.ts';
import { texts } from '../texts.ts';
import { type ActionFacts, type DateFacts, shortName, timeOf } from './names.ts';
import { answerButtons } from './page.ts';

export type DateMatter = ActionFacts & { readonly date: DateFacts };

/** The organisation writes its action down. */
export function planMatter(participationId: string, locale: Locale): MatterWords {
  const { matters, card } = texts(locale);
  const value = placeCodec.encode({ participationId });
  return { what: matters.plan, why: matters.planWhy, buttons: [button(IDS.plan, card.plan, { value })] };
}

const openButtons = ({ actionId }: ActionFacts, locale: Locale) => [
  button(IDS.page, texts(locale).card.open, { value: actionCodec.encode({ actionId }) }),
];

export const holdMatter = (facts: DateMatter, locale: Locale): MatterWords => ({
  what: texts(locale).matters.hold(timeOf(facts.date, locale)),
  why: shortName(facts.title),
  buttons: openButtons(facts, locale),
});

/** The expert comes to a date, or says whether they do. */
export function attendMatter(facts: DateMatter, isAgreed: boolean, locale: Locale): MatterWords {
  const { matters, attend } = texts(locale);
  const { date, organisation } = facts;
  const value = attendCodec.encode({ dateId: date.dateId, sequence: date.sequence });
  const said = isAgreed ? matters.attend : matters.answer;
  return {
    what: said(shortName(organisation), timeOf(date, locale)),
    why: shortName(facts.title),
    buttons: [
      ...(isAgreed ? [] : [button(IDS.agree, attend.agree, { value })]),
      button(IDS.unable, isAgreed ? attend.change : attend.unable, { value }),
    ],
  };
}

/** The organisation says how a date went. */
export const sayMatter = (facts: DateMatter, locale: Locale): MatterWords => ({
  what: texts(locale).matters.say(timeOf(facts.date, locale)),
  why: texts(locale).matters.sayWhy,
  buttons: answerButtons(facts.date, false, locale),
});

export function reportMatter(facts: ActionFacts, locale: Locale): MatterWords {
  const { matters, report } = texts(locale);
  const value = actionCodec.encode({ actionId: facts.actionId });
  const what = matters.report(shortName(facts.title));
  return { what, why: matters.reportWhy, buttons: [button(IDS.report, report.button, { value })] };
}

/** Staff find somebody who observes. */
export function observerMatter({ organisation, date }: DateMatter, locale: Locale): MatterWords {
  const { matters, unobserved } = texts(locale);
  const value = dateCodec.encode({ dateId: date.dateId, version: date.version });
  return {
    what: matters.observer(shortName(organisation), timeOf(date, locale)),
    buttons: [button(IDS.observer, unobserved.choose, { value })],
  };
}

export const observerMatters = (count: number, locale: Locale): MatterWords => ({
  what: texts(locale).matters.observers(count),
});

import type { Locale } from '../../../core/locale.ts';
import { section, typed } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { type CheckData, IDS } from '../ids.ts';
import { staffTexts } from '../texts/staff.ts';
import { texts } from '../texts.ts';
import { shortName, signUpText, whenText } from './facts.ts';

export type CheckFacts = {
  readonly data: CheckData;
  readonly title: string;
  /** How many messages go out, and how many people are asked again. */
  readonly told: number;
  readonly again: number;
};

/** Exactly what a move or a confirmation does, before anything is written. */
export function checkModal({ data, title, told, again }: CheckFacts, locale: Locale): Modal {
  const words = staffTexts(locale).change;
  const { facts, changed } = texts(locale);
  const { when, reason } = data;
  const lines = [
    words.becomes,
    facts.when(whenText(when.sessions, locale)),
    ...(when.place ? [facts.place(typed(when.place))] : []),
    ...(when.link ? [facts.link(typed(when.link))] : []),
    facts.signUp(signUpText(when.signUp, locale)),
    ...(reason ? [changed.reason(typed(reason))] : []),
  ];
  return {
    callbackId: IDS.check,
    title: words.checkTitle,
    submit: words.yes,
    close: words.back,
    metadata: data,
    blocks: [
      section(words.intro(shortName(title))),
      section(lines.join('\n')),
      section([words.told(told), ...(again > 0 ? [words.again(again)] : [])].join('\n')),
    ],
  };
}

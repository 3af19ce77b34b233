import type { AnyBlock, Button } from '@slack/types';
import { formatDay } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import type { MatterWords } from '../../../platform/feature.ts';
import { actions, button, context, quoted, section, typedShort } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { ASSIGNMENT_IDS } from '../../assignments/public.ts';
import { IDS } from '../ids.ts';
import type { Topic } from '../rules/index.ts';
import { texts } from '../texts.ts';

const NAME_SHOWN = 150;
const cut = (name: string): string => typedShort(name, NAME_SHOWN);

/** The private way to staff on an organisation's card; the same for everybody who sees it. */
export const cardButton = (participationId: string, locale: Locale): Button =>
  button(IDS.raise, texts(locale).card, { value: participationId });

/** For experts in App Home. */
export function expertHome(locale: Locale): readonly AnyBlock[] {
  const { alarm } = texts(locale);
  return [section(alarm.home, button(IDS.alarm, alarm.title))];
}

type About = {
  readonly requestId: string;
  readonly participationId: string;
  readonly topic: Topic;
  readonly organisation: string;
  readonly cohort: string;
};

export type Raised = About & {
  readonly person: string;
  readonly text: string;
  /** Civil date. */
  readonly answerOn: string | null;
  readonly isClosed: boolean;
  /** Somebody leads the organisation, so it can pass on. */
  readonly isLed: boolean;
};

const handOverButton = (participationId: string, words: string): Button =>
  button(ASSIGNMENT_IDS.handOver, words, { value: participationId });

/** To staff: what somebody says in private, and what can be done about it. */
export function raisedMessage(raised: Raised, locale: Locale): Message {
  const { raised: words, topics } = texts(locale);
  const { requestId, participationId, topic, text, answerOn } = raised;
  const heading = words.heading(cut(raised.person), cut(raised.organisation), cut(raised.cohort), topics[topic]);
  const close = button(IDS.close, words.close, { value: requestId });
  const buttons = raised.isLed ? [handOverButton(participationId, words.handOver), close] : [close];
  const by = answerOn === null ? [] : [words.answer(formatDay(answerOn, locale))];
  return {
    text: words.text(cut(raised.organisation)),
    blocks: [
      section(heading),
      quoted(text),
      ...(raised.isClosed ? [context(words.closed)] : [context(...by, words.private), actions(buttons)]),
    ],
  };
}

/** The matter of staff: somebody waits for an answer. */
export function matterWords(about: About, locale: Locale): MatterWords {
  const words = texts(locale);
  const buttons = [
    button(IDS.close, words.raised.close, { value: about.requestId }),
    handOverButton(about.participationId, words.raised.handOver),
  ];
  return { what: words.matter(cut(about.organisation), words.topics[about.topic]), why: cut(about.cohort), buttons };
}

export type Silent = {
  readonly signalId: string;
  readonly participationId: string;
  readonly fact: string;
  /** Civil date. */
  readonly since: string;
  readonly expert: string;
  readonly organisation: string;
  readonly cohort: string;
  readonly isDismissed: boolean;
};

/** To staff: nothing comes from an expert; by facts alone (N4). */
export function silentMessage(silent: Silent, locale: Locale): Message {
  const { silence: words } = texts(locale);
  const { signalId, participationId, fact, since } = silent;
  const [expert, organisation, cohort] = [cut(silent.expert), cut(silent.organisation), cut(silent.cohort)];
  const say = words.facts[fact] ?? words.other;
  const notNow = button(IDS.notNow, words.notNow, { value: signalId });
  return {
    text: words.text(expert, organisation),
    blocks: [
      section(`${words.heading(expert, organisation, cohort)}\n${say(formatDay(since, locale))}`),
      ...(silent.isDismissed
        ? [context(words.put)]
        : [context(words.private), actions([handOverButton(participationId, words.handOver), notNow])]),
    ],
  };
}

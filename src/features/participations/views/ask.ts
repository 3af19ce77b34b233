import type { Locale } from '../../../core/locale.ts';
import { context, quoted, section, typedShort } from '../../../platform/slack/blocks.ts';
import { radioInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Message, Modal } from '../../../platform/slack/message.ts';
import { HELP_TOPICS, type HelpTopic, IDS } from '../ids.ts';
import { texts } from '../texts.ts';

const NAME_SHOWN = 150;

/** The private word to staff; `requestId` makes two deliveries of one form one request (R3). */
export function askModal(
  metadata: { readonly participationId: string; readonly requestId: string },
  locale: Locale,
): Modal {
  const words = texts(locale).ask;
  const choices = HELP_TOPICS.map((topic) => ({ value: topic, text: words.topics[topic] }));
  return {
    callbackId: IDS.help,
    title: words.title,
    submit: words.send,
    metadata,
    blocks: [
      section(words.intro),
      radioInput({ name: 'topic', label: words.topic, choices, initial: HELP_TOPICS[0] }),
      textInput({ name: 'text', label: words.text, multiline: true }),
    ],
  };
}

export type Asked = {
  readonly person: string;
  readonly organisation: string;
  readonly cohort: string;
  readonly channelId: string | null;
  readonly topic: HelpTopic;
  readonly text: string;
};

/** What staff see of a request: who, from where, about what, and the words exactly as typed. */
export function askedMessage(asked: Asked, locale: Locale): Message {
  const words = texts(locale);
  const cut = (name: string) => typedShort(name, NAME_SHOWN);
  const where = asked.channelId ? [words.asked.channel(asked.channelId)] : [];
  return {
    text: words.asked.text(cut(asked.organisation)),
    blocks: [
      section(
        `${words.asked.heading(cut(asked.person), cut(asked.organisation), cut(asked.cohort))}\n_${words.ask.topics[asked.topic]}_`,
      ),
      quoted(asked.text),
      context([words.asked.private, ...where].join(' ')),
    ],
  };
}

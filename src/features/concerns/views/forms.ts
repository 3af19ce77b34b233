import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { quoted, section, typedShort } from '../../../platform/slack/blocks.ts';
import { radioInput, selectInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS } from '../ids.ts';
import { ALARMS, type Topic, WISHES } from '../rules/index.ts';
import { texts } from '../texts.ts';

const NAME_SHOWN = 150;
const OPTION_TEXT = 75;

/** What an organisation says of its expert, to staff alone. */
export function raiseModal(
  metadata: { readonly participationId: string; readonly requestId: string },
  locale: Locale,
): Modal {
  const { raise: words, topics } = texts(locale);
  const choices = WISHES.map((topic) => ({ value: topic, text: topics[topic] }));
  return {
    callbackId: IDS.raise,
    title: words.title,
    submit: words.send,
    metadata,
    blocks: [
      section(words.intro),
      radioInput({ name: 'topic', label: words.topic, choices }),
      textInput({ name: 'text', label: words.text, multiline: true }),
    ],
  };
}

export type AlarmForm = {
  readonly requestId: string;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  /** The organisation they are at. */
  readonly chosen: string | null;
};

/** What an expert says of an organisation they lead, to staff alone. */
export function alarmModal({ requestId, places, chosen }: AlarmForm, locale: Locale): Modal {
  const { alarm: words, topics } = texts(locale);
  const led = places.map(({ id, name }) => ({ value: id, text: clip(name, OPTION_TEXT) }));
  const initial = chosen ?? (led.length === 1 ? led[0]?.value : undefined);
  return {
    callbackId: IDS.alarm,
    title: words.title,
    submit: words.send,
    metadata: { requestId },
    blocks: [
      section(words.intro),
      selectInput({ name: 'place', label: words.place, choices: led, initial }),
      radioInput({
        name: 'topic',
        label: words.topic,
        choices: ALARMS.map((topic) => ({ value: topic, text: topics[topic] })),
      }),
      textInput({ name: 'text', label: words.text, multiline: true }),
    ],
  };
}

type Closing = {
  readonly requestId: string;
  readonly topic: Topic;
  readonly organisation: string;
  readonly text: string;
};

/** What came of a private word, for staff themselves. */
export function closeModalView({ requestId, topic, organisation, text }: Closing, locale: Locale): Modal {
  const { close: words, topics } = texts(locale);
  return {
    callbackId: IDS.close,
    title: words.title,
    submit: words.send,
    metadata: { requestId },
    blocks: [
      section(words.heading(topics[topic], typedShort(organisation, NAME_SHOWN))),
      quoted(text),
      textInput({ name: 'note', label: words.note, hint: words.hint, multiline: true }),
    ],
  };
}

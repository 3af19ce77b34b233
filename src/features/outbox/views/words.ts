import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import { textInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { FIELDS, IDS, pageCodec, type RowData } from '../ids.ts';
import { texts } from '../texts.ts';
import { type Recipient, recipientText } from './list.ts';

export type WordsFacts = {
  readonly data: RowData;
  readonly to: Recipient;
  readonly at: Date;
  /** As the message stands: plain words. */
  readonly words: string;
};

/** The form in which staff put a message into other words before it goes. */
export function wordsModal({ data, to, at, words: standing }: WordsFacts, locale: Locale): Modal {
  const { words } = texts(locale);
  const { cohortId, page } = data;
  return {
    callbackId: IDS.words,
    title: words.title,
    submit: words.save,
    metadata: data,
    blocks: [
      section(words.intro),
      context(words.buttonsGo(recipientText(to, locale), formatMoment(at, locale))),
      textInput({
        ...{ name: FIELDS.words, label: words.label, hint: words.hint, multiline: true },
        initial: standing,
      }),
      actions([button(IDS.back, words.back, { value: pageCodec.encode({ cohortId, page }) })]),
    ],
  };
}

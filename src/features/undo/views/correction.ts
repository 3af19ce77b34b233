import type { Locale } from '../../../core/locale.ts';
import { clipMarked, context, section } from '../../../platform/slack/blocks.ts';
import { checkboxInput, searchInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { EVERYBODY, IDS } from '../ids.ts';
import { TEXT_MAX } from '../input.ts';
import type { ShownAct } from '../operations/show.ts';
import { texts } from '../texts.ts';
import { cutName, whatOf } from './parts.ts';

const NAMES_SHOWN = 10;
const NAMES_LENGTH = 2_000;

export type CorrectionFacts = {
  readonly act: ShownAct;
  /** Who was told and is not set right yet. */
  readonly told: readonly string[];
  readonly draft: string;
  /** The words of the offer to take the act back as well. */
  readonly takeBack: string | null;
};

/** The form of a correction: to whom, in which words, and whether the act is taken back with it. */
export function correctionModal({ act, told, draft, takeBack }: CorrectionFacts, locale: Locale): Modal {
  const words = texts(locale).correction;
  const names = clipMarked(told.slice(0, NAMES_SHOWN).map(cutName).join(', '), NAMES_LENGTH);
  const everybody = { value: EVERYBODY, text: words.everybody(told.length) };
  const choices = takeBack === null ? [] : [{ value: 'yes', text: takeBack }];
  return {
    callbackId: IDS.correct,
    title: words.title,
    submit: words.send,
    metadata: { actId: act.id },
    blocks: [
      section(words.intro(whatOf(act))),
      context(words.told(names, Math.max(0, told.length - NAMES_SHOWN))),
      ...(told.length > 1 ? [searchInput({ name: IDS.to, label: words.to, initial: everybody })] : []),
      textInput({
        ...{ name: 'text', label: words.text, hint: words.textHint },
        ...{ initial: draft, multiline: true, max: TEXT_MAX },
      }),
      ...(choices.length > 0
        ? [checkboxInput({ name: 'takeBack', label: words.takeBack, choices, initial: ['yes'], optional: true })]
        : []),
    ],
  };
}

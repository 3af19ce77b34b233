import type { Locale } from '../../../core/locale.ts';
import { section, typedShort } from '../../../platform/slack/blocks.ts';
import { radioInput, searchInput, selectInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { TIE_CATEGORIES, tieCategoryNames } from '../../experts/public.ts';
import { IDS } from '../ids.ts';
import { DECLINE_CATEGORIES } from '../rules/index.ts';
import { texts } from '../texts.ts';

const NAME_SHOWN = 150;
const NOTE_MAX = 1000;

/** Which organisation is to get an expert. */
export function pickModal(cohortId: string | null, locale: Locale): Modal {
  const words = texts(locale).pick;
  return {
    callbackId: IDS.pick,
    title: words.title,
    submit: words.next,
    metadata: { cohortId },
    blocks: [searchInput({ name: IDS.place, label: words.label, hint: words.hint, placeholder: words.placeholder })],
  };
}

/** Why the limit of this expert is passed (case 23). */
export function overrideModal(
  pair: { readonly participationId: string; readonly expertId: string },
  expert: { readonly name: string; readonly load: number; readonly maxLoad: number },
  locale: Locale,
): Modal {
  const words = texts(locale).override;
  return {
    callbackId: IDS.override,
    title: words.title,
    submit: words.send,
    metadata: { participationId: pair.participationId, expertId: pair.expertId },
    blocks: [
      section(words.intro(typedShort(expert.name, NAME_SHOWN), expert.load, expert.maxLoad)),
      textInput({ name: 'reason', label: words.reason, multiline: true, max: NOTE_MAX }),
    ],
  };
}

/** Why the expert says no (ME-2). */
export function declineModal(assignmentId: string, organisation: string, locale: Locale): Modal {
  const words = texts(locale).decline;
  const ties = tieCategoryNames(locale);
  return {
    callbackId: IDS.decline,
    title: words.title,
    submit: words.send,
    metadata: { assignmentId },
    blocks: [
      section(words.intro(typedShort(organisation, NAME_SHOWN))),
      radioInput({
        name: 'category',
        label: words.category,
        choices: DECLINE_CATEGORIES.map((category) => ({ value: category, text: words.categories[category] })),
      }),
      selectInput({
        name: 'tie',
        label: words.tie,
        hint: words.tieHint,
        optional: true,
        choices: TIE_CATEGORIES.map((category) => ({ value: category, text: ties[category] })),
      }),
      textInput({
        name: 'note',
        label: words.note,
        hint: words.noteHint,
        optional: true,
        multiline: true,
        max: NOTE_MAX,
      }),
    ],
  };
}

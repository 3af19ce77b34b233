import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, section, typed } from '../../../platform/slack/blocks.ts';
import { radioInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import type { ProgrammeDefinition } from '../../programmes/public.ts';
import { markField, noteField, REVIEW_IDS, type Seen, seenCodec, writeFormPlace } from '../ids/decisions.ts';
import { NOTE_MAX } from '../input/decisions.ts';
import type { Reviewed } from '../queries/review.ts';
import { MARKS, type MarkedItem } from '../rules/formal.ts';
import { type DecisionTexts, decisionTexts } from '../texts/decisions.ts';
import { nameOf, numberOf } from './parts.ts';

export type FormalView = {
  readonly application: Reviewed;
  readonly checklist: ProgrammeDefinition['checklist'];
  /** What is filled in: the last check, or what the person just typed. */
  readonly items: readonly MarkedItem[];
  readonly seen: Seen;
};

/** The checklist as a form; the result is computed when it is saved (CO-3). */
export function formalModal(view: FormalView, banner: string | null, locale: Locale): Modal {
  const words = decisionTexts(locale);
  const { application, checklist, seen } = view;
  const { formal } = words;
  const clears = application.preparedDecision ? [context(formal.clears)] : [];
  return {
    callbackId: REVIEW_IDS.formal,
    title: formal.title,
    submit: formal.submit,
    metadata: writeFormPlace(application.id, seen.from, application.version),
    blocks: [
      ...(banner ? [section(banner)] : []),
      section(`*${numberOf(application.number, words)} · ${typed(nameOf(application))}*\n${formal.intro}`),
      ...clears,
      ...checklist.flatMap((item, index) => itemBlocks(item, index, view.items, { locale, words })),
      actions([button(REVIEW_IDS.open, words.review.backToApplication, { value: seenCodec.encode(seen) })]),
    ],
  };
}

type Item = ProgrammeDefinition['checklist'][number];
type Speaking = { readonly locale: Locale; readonly words: DecisionTexts };

function itemBlocks(item: Item, index: number, filled: readonly MarkedItem[], { locale, words }: Speaking): AnyBlock[] {
  const before = filled.find((one) => one.key === item.key);
  const { marks, note } = words.formal;
  return [
    radioInput({
      name: markField(item.key),
      label: `${index + 1}. ${item.label[locale]}`,
      choices: MARKS.map((mark) => ({ value: mark, text: marks[mark] })),
      initial: before?.mark,
    }),
    textInput({
      name: noteField(item.key),
      label: note(index + 1),
      max: NOTE_MAX,
      optional: !item.note,
      initial: before?.note,
    }),
  ];
}

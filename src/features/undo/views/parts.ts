import type { ActionsBlock, AnyBlock } from '@slack/types';
import { actions, button, clipMarked, context, section, typedShort } from '../../../platform/slack/blocks.ts';
import { IDS } from '../ids.ts';
import type { ShownAct } from '../operations/show.ts';
import type { UndoTexts } from '../texts.ts';

const NAME_SHOWN = 150;
const WHAT_SHOWN = 900;
const EFFECT_SHOWN = 1_200;

export const cutName = (name: string): string => typedShort(name, NAME_SHOWN);
export const whatOf = ({ what }: ShownAct): string => clipMarked(what, WHAT_SHOWN);

/** Undo first: whoever hesitates finds it where the hand is. */
const waitingButtons = ({ id }: ShownAct, words: UndoTexts): ActionsBlock =>
  actions([button(IDS.undo, words.undo, { value: id }), button(IDS.now, words.now, { value: id })]);

/** An act that waits: what, until when, what comes of it, who asked, and the buttons. */
export const waitingBlocks = (act: ShownAct, words: UndoTexts): readonly AnyBlock[] => [
  section(
    `${words.waits(whatOf(act), act.until)}\n${words.canUndo(clipMarked(act.effect, EFFECT_SHOWN), act.minutes)}`,
  ),
  context(words.by(cutName(act.by))),
  waitingButtons(act, words),
];

/** Why an act was refused, in words. */
export function refusalOf({ refusal }: ShownAct, words: UndoTexts): string {
  if (!refusal) return words.own.unexpected;
  return 'own' in refusal ? words.own[refusal.own] : clipMarked(refusal.said, WHAT_SHOWN);
}

import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { button, header, section, typed } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { placeCodec, REVIEW_IDS, startOf } from '../ids/decisions.ts';
import type { OpenWork } from '../queries/work.ts';
import { decisionTexts } from '../texts/decisions.ts';

export type CallToChoose = {
  readonly id: string;
  readonly stage: number;
  readonly stages: number;
  readonly cohort: string;
};

/** Calls shown in one chooser; older ones are opened from their own channel. */
const SHOWN = 40;

const titleOf = (call: CallToChoose, locale: Locale): string => {
  const stage = call.stages > 1 ? `, ${decisionTexts(locale).choose.stage(call.stage)}` : '';
  return `${typed(call.cohort)}${stage}`;
};

/** Which cohort's applications staff want to see. */
export function chooseModal(calls: readonly CallToChoose[], locale: Locale): Modal {
  const words = decisionTexts(locale);
  const rows = calls.slice(0, SHOWN).map((call) => {
    const value = placeCodec.encode(startOf(call.id));
    return section(titleOf(call, locale), button(REVIEW_IDS.list, words.home.button, { value, label: call.cohort }));
  });
  const more = calls.length > SHOWN ? [section(words.choose.more)] : [];
  const body = rows.length > 0 ? [header(words.choose.heading), ...rows, ...more] : [section(words.choose.none)];
  return { callbackId: REVIEW_IDS.cohorts, title: words.choose.title, blocks: body };
}

/** App Home for staff: the calls that are not released yet, with how much waits for the team. */
export function homeBlocks(open: readonly OpenWork[], locale: Locale): AnyBlock[] {
  const words = decisionTexts(locale).home;
  const rows = open.map((work) => {
    const value = placeCodec.encode(startOf(work.call.id));
    const line = words.line(titleOf(work.call, locale), work.waiting);
    return section(line, button(REVIEW_IDS.list, words.button, { value, label: work.call.cohort }));
  });
  return [header(words.heading), ...rows];
}

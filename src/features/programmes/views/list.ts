import type { AnyBlock } from '@slack/types';
import { actions, button, context, section, typed } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { cohortValue, IDS, pageValue } from '../ids.ts';
import type { CallPhase } from '../rules/calls.ts';
import type { ProgrammesTexts } from '../texts.ts';

export const PAGE = 8;

export type CohortRow = {
  readonly id: string;
  readonly name: string;
  readonly programme: string;
  /** Phase of each call, with the stage's name when there are several; empty when none is set up. */
  readonly calls: readonly { readonly stage: string | null; readonly phase: CallPhase }[];
  readonly places: number;
  readonly applications: number;
  readonly organisations: number;
  readonly hasProblem: boolean;
};

function phasesOf(row: CohortRow, texts: ProgrammesTexts): string {
  if (row.calls.length === 0) return texts.phases.none;
  return row.calls
    .map(({ stage, phase }) => (stage ? `${typed(stage)}: ${texts.phases[phase]}` : texts.phases[phase]))
    .join(' · ');
}

function rowBlock(row: CohortRow, texts: ProgrammesTexts): AnyBlock {
  const words = texts.list;
  const numbers = [
    words.places(row.places),
    words.applications(row.applications),
    words.organisations(row.organisations),
  ];
  const trouble = row.hasProblem ? `\n:warning: ${words.trouble}` : '';
  const details = button(IDS.open, words.details, {
    value: cohortValue.encode(row.id),
    label: words.detailsOf(row.name),
  });
  return section(
    `*${typed(row.name)}* (${typed(row.programme)})\n${phasesOf(row, texts)}\n${numbers.join(' · ')}${trouble}`,
    details,
  );
}

/** The cohorts, eight on a page, newest first. */
export function listModal(
  page: { readonly from: number; readonly total: number; readonly rows: readonly CohortRow[] },
  mayAdd: boolean,
  texts: ProgrammesTexts,
): Modal {
  const words = texts.list;
  const { from, total, rows } = page;
  const turn = [
    ...(from > 0 ? [button(IDS.previous, words.previous, { value: pageValue.encode(Math.max(0, from - PAGE)) })] : []),
    ...(from + PAGE < total ? [button(IDS.next, words.next, { value: pageValue.encode(from + PAGE) })] : []),
  ];
  const add = mayAdd ? [button(IDS.basis, words.new, rows.length === 0 ? { style: 'primary' } : {})] : [];
  const buttons = [...turn, ...add];
  return {
    callbackId: IDS.open,
    title: words.title,
    blocks: [
      ...(rows.length === 0 ? [section(words.none)] : rows.map((row) => rowBlock(row, texts))),
      ...(total > PAGE ? [context(words.page(from + 1, Math.min(from + PAGE, total), total))] : []),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
    ],
  };
}

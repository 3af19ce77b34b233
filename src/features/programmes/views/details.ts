import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { formatMoney } from '../../../core/money.ts';
import { actions, button, divider, fields, header, section, typed } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { callValue, IDS } from '../ids.ts';
import type { CallPhase, PlannedDate } from '../rules/calls.ts';
import type { ProgrammesTexts } from '../texts.ts';
import { dateLines, type StageNames } from './dates.ts';
import { problemLines, retryButton, type ShownProblem } from './problem.ts';

export type CohortDetails = {
  readonly id: string;
  readonly name: string;
  readonly programme: string;
  readonly places: number;
  readonly grantGrosze: number;
  readonly voucherGrosze: number | null;
  readonly channelId: string | null;
  readonly staffChannelId: string | null;
  /** Every stage, set up or not. */
  readonly stages: readonly {
    readonly stage: number;
    readonly name: string;
    readonly call: { readonly phase: CallPhase; readonly opensAt: Date; readonly closesAt: Date } | null;
  }[];
  readonly toSet: readonly PlannedDate[];
  readonly stale: readonly PlannedDate[];
  readonly problems: readonly ShownProblem[];
  /** True while channels, card or the first message are missing. */
  readonly isUnfinished: boolean;
};

function facts(data: CohortDetails, texts: ProgrammesTexts, locale: Locale): AnyBlock {
  const { card, details } = texts;
  const link = (id: string | null) => (id ? `<#${id}>` : details.notYet);
  const sum = (grosze: number) => card.upTo(formatMoney(grosze, locale));
  return fields([
    [card.places, String(data.places)],
    [card.grant, sum(data.grantGrosze)],
    ...(data.voucherGrosze === null ? [] : [[card.voucher, sum(data.voucherGrosze)] as const]),
    [details.channel, link(data.channelId)],
    [details.staffChannel, link(data.staffChannelId)],
  ]);
}

function stageBlock(
  data: CohortDetails,
  at: CohortDetails['stages'][number],
  texts: ProgrammesTexts,
  locale: Locale,
): AnyBlock {
  const { name, stage, call } = at;
  if (call) {
    const window = `${formatMoment(call.opensAt, locale)} – ${formatMoment(call.closesAt, locale)}`;
    return section(`*${typed(name)}*: ${texts.phases[call.phase]}\n${window}`);
  }
  const set = button(IDS.setCall, texts.call.title, {
    value: callValue.encode({ cohortId: data.id, stage }),
    label: texts.details.setCall(name),
  });
  return section(`*${typed(name)}*: ${texts.phases.none}`, set);
}

/** A cohort with its numbers, calls, missing and left-over dates, and what stopped its channels (CO-1). */
export function detailsModal(data: CohortDetails, texts: ProgrammesTexts, locale: Locale): Modal {
  const words = texts.details;
  const names: StageNames = Object.fromEntries(data.stages.map(({ stage, name }) => [stage, name]));
  const list = (heading: string, dates: readonly PlannedDate[]): AnyBlock[] =>
    dates.length > 0 ? [section(`${heading}\n${dateLines(dates, names, texts, locale)}`)] : [];
  const trouble = data.problems.length > 0 ? [section(problemLines(data.problems, texts))] : [];
  const retry = trouble.length > 0 || data.isUnfinished ? [actions([retryButton(data.id, texts)])] : [];
  return {
    callbackId: IDS.open,
    title: words.title,
    blocks: [
      header(data.name),
      section(typed(data.programme)),
      ...trouble,
      ...retry,
      facts(data, texts, locale),
      divider(),
      ...data.stages.map((at) => stageBlock(data, at, texts, locale)),
      ...list(words.toSet, data.toSet),
      ...list(words.stale, data.stale),
    ],
  };
}

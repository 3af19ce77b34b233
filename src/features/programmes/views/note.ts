import type { Locale } from '../../../core/locale.ts';
import { button, header, section, typed } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { cohortValue, IDS } from '../ids.ts';
import type { PlannedDate } from '../rules/calls.ts';
import type { ProgrammesTexts } from '../texts.ts';
import { dateLines, type StageNames } from './dates.ts';

type KnownCohort = { readonly id: string; readonly name: string; readonly channelId: string | null };
type Plan = { readonly toSet: readonly PlannedDate[]; readonly stages: StageNames };

/** The first message in the staff channel: what to do next, and which dates are missing. */
export function staffNote(cohort: KnownCohort, plan: Plan, texts: ProgrammesTexts, locale: Locale): Message {
  const words = texts.note;
  const channel = cohort.channelId ? `<#${cohort.channelId}>` : null;
  const missing =
    plan.toSet.length > 0 ? `*${words.toSet}*\n${dateLines(plan.toSet, plan.stages, texts, locale)}` : null;
  const settings = button(IDS.open, words.settings, { value: cohortValue.encode(cohort.id) });
  return {
    text: words.heading(typed(cohort.name)),
    blocks: [
      header(words.heading(cohort.name)),
      section(words.body(channel)),
      ...(missing ? [section(missing)] : []),
      { type: 'actions', elements: [settings] },
    ],
  };
}

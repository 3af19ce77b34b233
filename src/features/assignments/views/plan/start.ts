import type { Locale } from '../../../../core/locale.ts';
import { actions, button, context, section, typedShort } from '../../../../platform/slack/blocks.ts';
import { radioInput, selectInput } from '../../../../platform/slack/inputs.ts';
import type { Modal } from '../../../../platform/slack/message.ts';
import { PLAN } from '../../ids.ts';
import { PLAN_SECONDS } from '../../input.ts';
import { GOALS, type Goal } from '../../rules/plan/index.ts';
import { planTexts } from '../../texts/plan.ts';

const NAME_SHOWN = 150;
const USUAL_SECONDS = 30;

export type Starting = {
  readonly cohortId: string;
  readonly cohort: string;
  /** The plan that would be replaced. */
  readonly seen: { readonly planId: string; readonly version: number } | null;
  readonly waiting: number;
  readonly free: number;
  readonly goal: Goal;
};

/** Goal and time of a plan; only words where nobody waits. */
export function startModal(starting: Starting, locale: Locale, note: string | null = null): Modal {
  const words = planTexts(locale).start;
  const { cohortId, cohort, seen, waiting, free, goal } = starting;
  const base = { callbackId: PLAN.start, title: words.title };
  const top = [...(note ? [section(note)] : []), section(`*${typedShort(cohort, NAME_SHOWN)}*`)];
  if (waiting === 0) return { ...base, blocks: [...top, section(words.nobody)] };
  const goals = GOALS.map((one) => ({ value: one, text: words.goals[one], description: words.goalHints[one] }));
  const times = PLAN_SECONDS.map((one) => ({ value: String(one), text: words.within(one) }));
  return {
    ...base,
    submit: words.send,
    metadata: { cohortId, seen },
    blocks: [
      ...top,
      section(words.intro(waiting, free)),
      context(words.what),
      radioInput({ name: 'goal', label: words.goal, choices: goals, initial: goal }),
      selectInput({
        ...{ name: 'seconds', label: words.seconds, hint: words.secondsHint },
        ...{ choices: times, initial: String(USUAL_SECONDS) },
      }),
    ],
  };
}

export type Working = {
  readonly runId: string;
  readonly step: 'plan' | 'standby' | 'group' | 'relaxations';
  /** Whole seconds since it was begun. */
  readonly elapsed: number;
  readonly seconds: number;
};

/** A plan that is being worked out, with the button that calls it off. */
export function planRunModal({ runId, step, elapsed, seconds }: Working, locale: Locale): Modal {
  const { start, working } = planTexts(locale);
  return {
    callbackId: PLAN.table,
    title: start.title,
    blocks: [
      section(working.text),
      context(working.progress(working.steps[step], elapsed, seconds)),
      actions([button(PLAN.cancel, working.cancel, { value: runId, style: 'danger' })]),
    ],
  };
}

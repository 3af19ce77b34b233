import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../../core/locale.ts';
import { clip } from '../../../../core/text.ts';
import { type Chart, chartMessage } from '../../../../platform/charts/index.ts';
import { actions, button, context, section } from '../../../../platform/slack/blocks.ts';
import type { Message, Modal } from '../../../../platform/slack/message.ts';
import { PLAN, planPage } from '../../ids.ts';
import type { LoadShown } from '../../operations/plan/index.ts';
import { planTexts } from '../../texts/plan.ts';
import { cutName } from './words.ts';

const WIDTH = 12;
const ROWS_IN_BLOCK = 6;
const MOST_ROWS = 300;
const MOST_IN_CHART = 20;
const LABEL_SHOWN = 40;

/** A bar of letters of one width: taken, by the plan, free. Longer limits are drawn smaller. */
export function loadBar({ before, after, maxLoad }: Omit<LoadShown, 'name'>): string {
  const all = Math.max(maxLoad, after, 1);
  const scale = Math.min(1, WIDTH / all);
  const upTo = (n: number) => Math.round(n * scale);
  const [now, plan, end] = [upTo(before), upTo(after), upTo(all)];
  return '█'.repeat(now) + '▓'.repeat(plan - now) + '░'.repeat(Math.max(0, end - plan)) || '░';
}

function rowsOf(loads: readonly LoadShown[], most: number, locale: Locale): readonly AnyBlock[] {
  const words = planTexts(locale).loads;
  const shown = loads
    .slice(0, most)
    .map((one) => words.row(loadBar(one), cutName(one.name), one.after, one.maxLoad, one.after - one.before));
  const blocks: AnyBlock[] = [];
  for (let from = 0; from < shown.length; from += ROWS_IN_BLOCK) {
    blocks.push(section(shown.slice(from, from + ROWS_IN_BLOCK).join('\n')));
  }
  const rest = loads.length - most;
  return rest > 0 ? [...blocks, context(words.more(rest))] : blocks;
}

/** The whole in words. */
function inWords(loads: readonly LoadShown[], locale: Locale): string {
  const room = loads.reduce((sum, { after, maxLoad }) => sum + Math.max(0, maxLoad - after), 0);
  const full = loads.filter(({ after, maxLoad }) => after >= maxLoad).length;
  const after = loads.reduce((sum, one) => sum + one.after, 0);
  return planTexts(locale).loads.words(after, room, full);
}

/** Who leads how many, now and with the plan: bars of letters, and words. */
export function loadsModal(cohortId: string, loads: readonly LoadShown[], locale: Locale): Modal {
  const { loads: words, plan } = planTexts(locale);
  const back = actions([button(PLAN.back, plan.back, { value: planPage.encode({ cohortId, page: 0 }) })]);
  const base = { callbackId: PLAN.loads, title: words.title, metadata: { cohortId } };
  if (loads.length === 0) return { ...base, blocks: [section(words.none), back] };
  return {
    ...base,
    submit: words.send,
    blocks: [
      section(`${words.heading(loads.length)}\n${inWords(loads, locale)}`),
      context(words.legend),
      ...rowsOf(loads, MOST_ROWS, locale),
      back,
    ],
  };
}

/** The chart of the loads; at most twenty people stand side by side, those with most. */
function chartOf(loads: readonly LoadShown[], locale: Locale): Chart {
  const words = planTexts(locale).loads;
  const shown = loads.toSorted((a, b) => b.after - a.after).slice(0, MOST_IN_CHART);
  const series = (name: string, of: (one: LoadShown) => number) => ({ name, values: shown.map(of) });
  return {
    ...{ title: words.chart, unit: words.unit, empty: words.none },
    // One point for each category: people of one name are told apart.
    labels: shown.map(({ name }, index) => `${index + 1}. ${clip(name, LABEL_SHOWN)}`.trim()),
    series: [
      series(words.now, (one) => one.before),
      series(words.planned, (one) => one.after - one.before),
      series(words.free, ({ maxLoad, after }) => Math.max(0, maxLoad - after)),
    ],
  };
}

/** The same as a message with a chart. */
export function loadsMessage(cohort: string, loads: readonly LoadShown[], locale: Locale): Message {
  const words = planTexts(locale).loads;
  const text = words.text(cutName(cohort));
  if (loads.length === 0) return { text, blocks: [section(words.none)] };
  const rest = loads.length - MOST_IN_CHART;
  return chartMessage({
    text,
    above: [section(`${text}\n${inWords(loads, locale)}`)],
    charts: [chartOf(loads, locale)],
    below: rest > 0 ? [context(words.more(rest))] : [],
  });
}

import type { AnyBlock } from '@slack/types';
import { civilOf } from '../../../core/calendar/index.ts';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { button, divider, section, typed } from '../../../platform/slack/blocks.ts';
import { dateInput, selectInput, textInput, timeInput } from '../../../platform/slack/inputs.ts';
import type { Message, Modal } from '../../../platform/slack/message.ts';
import { type CallOfCohort, definitionOf } from '../../programmes/public.ts';
import { IDS } from '../ids/entry.ts';
import type { ApplicationRow } from '../queries/entry.ts';
import { intakeTexts } from '../texts/entry.ts';
import { shortName } from './names.ts';

/** Several open calls: each with one line that tells them apart (APP-1). */
export function chooseCall(calls: readonly CallOfCohort[], locale: Locale): Message {
  const words = intakeTexts(locale).choose;
  const rows: AnyBlock[] = calls.map((call) => {
    const difference = typed(definitionOf(call.cohort).difference[locale]);
    const lines = [`*${shortName(call.cohort.name)}*`, difference, words.closes(formatMoment(call.closesAt, locale))];
    return section(
      lines.join('\n'),
      button(IDS.apply, words.pick, { value: call.id, label: `${words.pick}: ${call.cohort.name}` }),
    );
  });
  return { text: words.intro, blocks: [section(words.intro), ...rows] };
}

/** No open call: when the last closed and when the next opens (APP-1). */
export function noCall(last: CallOfCohort | null, next: CallOfCohort | null, locale: Locale): string {
  const words = intakeTexts(locale).noCall;
  return [
    words.none,
    ...(last ? [words.last(shortName(last.cohort.name), formatMoment(last.closesAt, locale))] : []),
    ...(next ? [words.next(shortName(next.cohort.name), formatMoment(next.opensAt, locale))] : []),
  ].join(' ');
}

export type BehalfShown = {
  /** The id the new application will have. */
  readonly applicationId: string;
  readonly calls: readonly CallOfCohort[];
  /** Entered before and not finished. */
  readonly drafts: readonly ApplicationRow[];
  readonly now: Date;
};

function draftBlocks(drafts: readonly ApplicationRow[], locale: Locale): AnyBlock[] {
  if (drafts.length === 0) return [];
  const { behalf, mine } = intakeTexts(locale);
  const rows = drafts.map(({ id, organisationName, call, receiptAt }) => {
    const name = shortName(organisationName ?? mine.noName);
    const received = receiptAt ? formatMoment(receiptAt, locale) : '';
    const label = `${mine.resume}: ${organisationName ?? mine.noName}`;
    return section(
      `${mine.row(name, shortName(call.cohort.name))}\n${received}`,
      button(IDS.resume, mine.resume, { value: id, label }),
    );
  });
  return [section(behalf.drafts), ...rows, divider()];
}

/** When and how an application of somebody outside Slack arrived (APP-10). */
export function behalfModal({ applicationId, calls, drafts, now }: BehalfShown, locale: Locale): Modal {
  const words = intakeTexts(locale).behalf;
  const { date, time } = civilOf(now);
  const choices = calls.map((call) => ({ value: call.id, text: call.cohort.name }));
  const ways = Object.entries(words.ways).map(([value, text]) => ({ value, text }));
  return {
    callbackId: IDS.behalfForm,
    title: words.title,
    submit: words.next,
    metadata: { applicationId },
    blocks: [
      ...draftBlocks(drafts, locale),
      section(words.intro),
      selectInput({ name: 'call', label: words.call, choices, initial: choices[0]?.value }),
      dateInput({ name: 'day', label: words.day, initial: date }),
      timeInput({ name: 'time', label: words.time, initial: time }),
      selectInput({ name: 'way', label: words.way, choices: ways, initial: 'mail' }),
      textInput({ name: 'evidence', label: words.evidence, hint: words.evidenceHint, max: 500 }),
      textInput({
        name: 'late_reason',
        label: words.lateReason,
        hint: words.lateReasonHint,
        optional: true,
        multiline: true,
        max: 500,
      }),
    ],
  };
}

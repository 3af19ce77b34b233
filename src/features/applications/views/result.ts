import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { quoted, section, typed } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import type { ProgrammeDefinition } from '../../programmes/public.ts';
import { readItems } from '../input/decisions.ts';
import { type Result, resultOf } from '../rules/decisions.ts';
import { failedItems } from '../rules/formal.ts';
import { type ResultTexts, resultTexts } from '../texts/decisions.ts';
import { nameOf } from './parts.ts';

/** What a result message is made of; a released application has all of it. */
export type ResultOf = {
  readonly number: number | null;
  readonly state: string;
  readonly preparedDecision: string | null;
  readonly preparedReason: string | null;
  readonly reservePosition: number | null;
  readonly formalItems: unknown;
  readonly organisationName: string | null;
  readonly organisation?: { readonly name: string; readonly town: string } | null;
  readonly answers: unknown;
  readonly cohort: { readonly name: string };
};

type Checklist = ProgrammeDefinition['checklist'];
type Reason = { readonly label: string; readonly note: string };
type Said = {
  readonly heading: string;
  readonly body: string;
  readonly reasonLabel: string | null;
  readonly reasons: readonly Reason[];
  readonly next: string;
};

const LABEL_SHOWN = 150;

function bodyOf(result: Result, application: ResultOf, name: (text: string) => string, words: ResultTexts) {
  const facts = {
    organisation: name(nameOf({ ...application, organisation: application.organisation ?? null })),
    number: application.number ?? 0,
    cohort: name(application.cohort.name),
  };
  if (result !== 'reserve') return { heading: words[result].heading(facts), body: words[result].body(facts) };
  const body = words.reserve.body({ ...facts, position: application.reservePosition ?? 1 });
  return { heading: words.reserve.heading(facts), body };
}

function reasonsOf(result: Result, application: ResultOf, checklist: Checklist, locale: Locale): readonly Reason[] {
  if (result === 'refused') return [{ label: '', note: application.preparedReason ?? '' }];
  if (result !== 'formally_rejected') return [];
  return failedItems(readItems(application.formalItems)).map((item) => {
    const label = checklist.find((one) => one.key === item.key)?.label[locale] ?? '';
    return { label: clip(label, LABEL_SHOWN), note: item.note };
  });
}

/** Everything that is said about a result; `name` makes people's words fit for where they are shown. */
function said(
  application: ResultOf,
  checklist: Checklist,
  as: { readonly name: (text: string) => string; readonly byHand: boolean },
  locale: Locale,
): Said | null {
  const result = resultOf(application);
  if (!result) return null;
  const words = resultTexts(locale);
  const own = words[result];
  return {
    ...bodyOf(result, application, as.name, words),
    reasonLabel: 'reason' in own ? own.reason : null,
    reasons: reasonsOf(result, application, checklist, locale),
    next: as.byHand && 'nextByHand' in own ? own.nextByHand : own.next,
  };
}

/** What the applicant reads at the release (APP-8): result, reason, position, next step. Null: there is no result. */
export function resultMessage(application: ResultOf, checklist: Checklist, locale: Locale): Message | null {
  const words = said(application, checklist, { name: typed, byHand: false }, locale);
  if (!words) return null;
  const reasons = words.reasons.flatMap(({ label, note }): AnyBlock[] => [
    ...(label ? [section(`• ${typed(label)}`)] : []),
    ...(note ? [quoted(note)] : []),
  ]);
  const blocks = [
    section(`*${words.heading}*\n${words.body}`),
    ...(words.reasonLabel ? [section(`*${words.reasonLabel}*`)] : []),
    ...reasons,
    section(words.next),
  ];
  return { text: words.heading, blocks };
}

/** The same as plain text, to be sent by mail or read out to people outside Slack. */
export function resultText(application: ResultOf, checklist: Checklist, locale: Locale): string {
  const words = said(application, checklist, { name: (text) => text, byHand: true }, locale);
  if (!words) return '';
  const reasons = words.reasons.map(({ label, note }) => [label ? `• ${label}` : '', note].filter(Boolean).join('\n'));
  return [words.heading, words.body, words.reasonLabel ?? '', ...reasons, words.next].filter(Boolean).join('\n\n');
}

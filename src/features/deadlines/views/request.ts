import type { AnyBlock, Button } from '@slack/types';
import { formatDate } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, section, typed } from '../../../platform/slack/blocks.ts';
import { dateInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Message, Modal } from '../../../platform/slack/message.ts';
import { IDS, type ListValue, REASON_MAX, requestCodec } from '../ids.ts';
import type { Moment, RequestState } from '../rules/index.ts';
import { type DeadlinesTexts, momentText, texts } from '../texts.ts';
import { shortName } from './names.ts';

export type AskFacts = {
  readonly deadlineId: string;
  readonly requestId: string;
  readonly list: ListValue | null;
  readonly label: string;
  readonly due: Moment;
  readonly isOverdue: boolean;
};

/** Whoever owes something says why it takes longer, and until when. */
export function askModal(facts: AskFacts, locale: Locale): Modal {
  const words = texts(locale).ask;
  const { deadlineId, requestId, list, due, isOverdue } = facts;
  return {
    callbackId: IDS.ask,
    title: words.title,
    submit: words.send,
    metadata: { deadlineId, requestId, list },
    blocks: [
      section(words.intro(shortName(facts.label), momentText(due, locale))),
      ...(isOverdue ? [section(words.overdue)] : []),
      dateInput({ name: 'date', label: words.date }),
      textInput({ name: 'reason', label: words.reason, hint: words.reasonHint, multiline: true, max: REASON_MAX }),
    ],
  };
}

/** Staff answer: with one click, or with a word of explanation. */
export function answerButtons(requestId: string, locale: Locale): readonly Button[] {
  const words = texts(locale).asked;
  const value = requestCodec.encode({ requestId, list: null });
  return [button(IDS.approve, words.approve, { value, style: 'primary' }), button(IDS.refuse, words.refuse, { value })];
}

export type Asked = {
  readonly requestId: string;
  readonly state: RequestState;
  readonly person: string;
  readonly organisation: string;
  readonly cohort: string;
  readonly label: string;
  readonly due: Moment;
  /** Civil date. */
  readonly proposedOn: string;
  readonly reason: string;
  readonly isLate: boolean;
  /** What would move with it by rule, while it waits. */
  readonly following: readonly { readonly label: string; readonly to: Moment }[];
  readonly answeredBy: string | null;
};

function answerOf(asked: Asked, words: DeadlinesTexts, locale: Locale): readonly AnyBlock[] {
  if (asked.state === 'open') return [actions([...answerButtons(asked.requestId, locale)])];
  const by = asked.answeredBy ? [words.asked.by(shortName(asked.answeredBy))] : [];
  return [section([words.asked.results[asked.state], ...by].join('\n'))];
}

/** A wish for more time, for staff: the answer is one click away; once answered, the answer stands there. */
export function askedMessage(asked: Asked, locale: Locale): Message {
  const words = texts(locale);
  const { state, isLate, following } = asked;
  const list = following.map(({ label, to }) => `${shortName(label)} (${momentText(to, locale)})`).join(', ');
  const facts = words.asked.facts(
    shortName(asked.label),
    momentText(asked.due, locale),
    formatDate(asked.proposedOn, locale),
  );
  const more = [
    ...(isLate ? [words.asked.late] : []),
    ...(state === 'open' && list !== '' ? [words.asked.follow(list)] : []),
  ];
  return {
    text: words.asked.text(shortName(asked.organisation)),
    blocks: [
      section(words.asked.head(shortName(asked.person), shortName(asked.organisation), shortName(asked.cohort))),
      section([facts, words.asked.why(typed(asked.reason)), ...more].join('\n')),
      ...answerOf(asked, words, locale),
    ],
  };
}

/** Why staff say no; the reason may be left out. */
export function refuseModal(
  of: {
    readonly requestId: string;
    readonly list: ListValue | null;
    readonly person: string;
    readonly organisation: string;
  },
  locale: Locale,
): Modal {
  const words = texts(locale).refuse;
  const { requestId, list } = of;
  return {
    callbackId: IDS.refuse,
    title: words.title,
    submit: words.send,
    metadata: { requestId, list },
    blocks: [
      section(words.intro(shortName(of.person), shortName(of.organisation))),
      textInput({ name: 'reason', label: words.reason, multiline: true, max: REASON_MAX, optional: true }),
    ],
  };
}

export type Answer = {
  readonly isApproved: boolean;
  readonly label: string;
  /** The organisation, where an expert is told in person. */
  readonly organisation: string | null;
  /** The date that holds now; null when the matter is settled or gone. */
  readonly due: Moment | null;
  readonly reason: string | null;
};

/** Staff's answer, for whoever asked. */
export function answeredMessage(answer: Answer, locale: Locale): Message {
  const words = texts(locale).answered;
  const { isApproved, due, organisation, reason } = answer;
  const label = organisation ? `${shortName(answer.label)} (${shortName(organisation)})` : shortName(answer.label);
  const head = isApproved ? words.approved(label) : words.refused(label);
  const stands = due && (isApproved ? words.until(momentText(due, locale)) : words.stays(momentText(due, locale)));
  const lines = [head, stands ?? words.over, ...(reason ? [words.why(typed(reason))] : [])];
  return { text: head, blocks: [section(lines.join('\n'))] };
}

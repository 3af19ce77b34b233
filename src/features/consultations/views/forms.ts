import type { Locale } from '../../../core/locale.ts';
import { button, LIMIT, section } from '../../../platform/slack/blocks.ts';
import { radioInput, searchInput, selectInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Choice, Modal } from '../../../platform/slack/message.ts';
import { IDS, REASON_MAX, TOPIC_MAX } from '../ids.ts';
import { type Span, texts, timeText, untilText } from '../texts.ts';
import { kindText, shortName } from './facts.ts';

/** The free times as entries of a menu, as many as Slack takes; their value is the instant. */
const timeChoices = (times: readonly Span[], locale: Locale, reader: string): readonly Choice[] =>
  times
    .slice(0, LIMIT.options)
    .map((time) => ({ value: time.start.toISOString(), text: timeText(time, locale, reader) }));

const timeField = (times: readonly Span[], locale: Locale, reader: string) => {
  const { times: words } = texts(locale);
  const choices = timeChoices(times, locale, reader);
  const texted = { label: words.label, placeholder: words.placeholder, hint: words.hint(choices.length) };
  return selectInput({ name: 'time', ...texted, choices });
};

/** Which of several experts, where a programme has them by field. */
export function pickModal(participationId: string, locale: Locale): Modal {
  const { pick, times: words } = texts(locale);
  return {
    callbackId: IDS.pick,
    title: pick.title,
    submit: words.next,
    metadata: { participationId },
    blocks: [searchInput({ name: IDS.expert, label: pick.label, placeholder: pick.placeholder })],
  };
}

type Times = {
  readonly participationId: string;
  readonly expertId: string;
  readonly expert: string;
  readonly times: readonly Span[];
  /** The reader's zone. */
  readonly reader: string;
  /** Said when somebody was faster. */
  readonly isAgain: boolean;
};

/** The next free times of an expert. */
export function timesModal(data: Times, locale: Locale): Modal {
  const { times: words } = texts(locale);
  const { participationId, expertId, expert, times, reader, isAgain } = data;
  return {
    callbackId: IDS.times,
    title: words.title,
    submit: words.next,
    metadata: { participationId, expertId },
    blocks: [
      ...(isAgain ? [section(words.taken)] : []),
      section(words.intro(shortName(expert))),
      timeField(times, locale, reader),
    ],
  };
}

type Details = {
  readonly consultationId: string;
  readonly participationId: string;
  readonly expertId: string;
  readonly time: Span;
  readonly kinds: readonly string[];
  readonly heldUntil: Date;
  readonly asksFirst: boolean;
  readonly reader: string;
};

/** The time that is held, and what the talk is about. */
export function detailsModal(data: Details, locale: Locale): Modal {
  const words = texts(locale);
  const { details } = words;
  const { consultationId, participationId, expertId, time, kinds, reader } = data;
  const choices = kinds.map((kind) => ({ value: kind, text: kindText(kind, words) }));
  const [first] = kinds;
  const topic = { name: 'topic', label: details.topic, hint: details.topicHint, max: TOPIC_MAX };
  return {
    callbackId: IDS.details,
    title: details.title,
    submit: data.asksFirst ? details.request : details.book,
    metadata: { consultationId, participationId, expertId, start: time.start.toISOString() },
    blocks: [
      section(details.held(timeText(time, locale, reader), untilText(data.heldUntil, locale, reader))),
      ...(data.asksFirst ? [section(details.asks)] : []),
      radioInput({ name: 'kind', label: details.kind, choices, initial: first }),
      textInput({ ...topic, multiline: true, optional: true }),
    ],
  };
}

type Empty = {
  readonly participationId: string;
  readonly expertId: string;
  readonly expert: string;
  /** The place in the queue, when there is one already. */
  readonly waits: { readonly entryId: string; readonly ahead: number; readonly isOffered: boolean } | null;
};

/** No time is free: ask for one, or see where one stands in the queue. */
export function emptyModal({ participationId, expertId, expert, waits }: Empty, locale: Locale): Modal {
  const { empty, buttons } = texts(locale);
  const base = { callbackId: IDS.join, title: empty.title };
  if (waits?.isOffered) return { ...base, blocks: [section(empty.offered)] };
  if (waits) {
    const leave = button(IDS.leave, buttons.leave, { value: waits.entryId });
    return { ...base, blocks: [section(empty.waits(waits.ahead), leave)] };
  }
  const wish = { name: 'wish', label: empty.wish, hint: empty.wishHint, max: TOPIC_MAX };
  return {
    ...base,
    submit: empty.submit,
    metadata: { participationId, expertId },
    blocks: [section(empty.none(shortName(expert))), textInput({ ...wish, multiline: true, optional: true })],
  };
}

type Move = {
  readonly consultationId: string;
  readonly now: Span;
  readonly times: readonly Span[];
  readonly reader: string;
  readonly isAgain: boolean;
};

/** A new time for what is booked. */
export function moveModal({ consultationId, now, times, reader, isAgain }: Move, locale: Locale): Modal {
  const { times: words } = texts(locale);
  const base = { callbackId: IDS.move, title: words.moveTitle };
  if (times.length === 0) return { ...base, blocks: [section(words.noneMove)] };
  const reason = { name: 'reason', label: words.reason, hint: words.reasonHint, max: REASON_MAX };
  return {
    ...base,
    submit: words.moveSubmit,
    metadata: { consultationId },
    blocks: [
      ...(isAgain ? [section(words.taken)] : []),
      section(words.move(timeText(now, locale, reader))),
      timeField(times, locale, reader),
      textInput({ ...reason, optional: true }),
    ],
  };
}

type Ending = { readonly consultationId: string; readonly time: Span; readonly reader: string };

/** The last question before a consultation is cancelled. */
export function cancelModal(data: Ending & { readonly isLate: boolean }, locale: Locale): Modal {
  const { cancel } = texts(locale);
  const { consultationId, time, reader, isLate } = data;
  return {
    callbackId: IDS.cancel,
    title: cancel.title,
    submit: cancel.submit,
    close: cancel.keep,
    metadata: { consultationId },
    blocks: [
      section(cancel.sure(timeText(time, locale, reader))),
      ...(isLate ? [section(cancel.late)] : []),
      textInput({
        name: 'reason',
        label: cancel.reason,
        hint: texts(locale).times.reasonHint,
        max: REASON_MAX,
        optional: true,
      }),
    ],
  };
}

/** The expert's no, with a word if they like. */
export function refuseModal(data: Ending & { readonly organisation: string }, locale: Locale): Modal {
  const { refuse } = texts(locale);
  const { consultationId, time, reader, organisation } = data;
  return {
    callbackId: IDS.refuse,
    title: refuse.title,
    submit: refuse.submit,
    metadata: { consultationId },
    blocks: [
      section(refuse.intro(shortName(organisation), timeText(time, locale, reader))),
      textInput({ name: 'reason', label: refuse.reason, hint: refuse.reasonHint, max: REASON_MAX, optional: true }),
    ],
  };
}

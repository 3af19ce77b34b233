import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import type { MatterWords } from '../../../platform/feature.ts';
import { actions, button, clipMarked, context, header, section, typedShort } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { allCodec, IDS, messageCodec } from '../ids.ts';
import { type ObligationsTexts, texts } from '../texts.ts';

const NAME_SHOWN = 80;
const NAMES_SHOWN = 5;
const WHAT_SHOWN = 600;

/** A matter in words; `rows` when many are said together. */
export type Shown = { readonly due: Date | null; readonly words: MatterWords; readonly rows?: readonly unknown[] };

export const SHOWN = 8;

/** One matter: what, why, by when, and the buttons that do it. */
export function matterLines({ due, words }: Shown, now: Date, locale: Locale): AnyBlock[] {
  const say = texts(locale);
  const until = due ? [due < now ? say.overdue(formatMoment(due, locale)) : say.due(formatMoment(due, locale))] : [];
  const text = [`*${words.what}*`, ...(words.why ? [words.why] : []), ...until].join('\n');
  const [first, ...more] = words.buttons ?? [];
  return more.length > 0 && first ? [section(text), actions([first, ...more])] : [section(text, first)];
}

/** The words of a matter of somebody else: whose it is stands first, the buttons are left to whoever owes it. */
export function theirWords({ what, why }: MatterWords, who: string): MatterWords {
  const named = `${typedShort(who, NAME_SHOWN)}: ${clipMarked(what, WHAT_SHOWN)}`;
  return { what: named, ...(why ? { why } : {}) };
}

/** The matters, nearest first, each with its date and its button; at most eight, the others counted. */
export function matterBlocks(matters: readonly Shown[], now: Date, locale: Locale): readonly AnyBlock[] {
  const rest = matters.slice(SHOWN).reduce((sum, { rows }) => sum + (rows?.length ?? 1), 0);
  const more = rest > 0 ? [context(texts(locale).more(rest))] : [];
  return [...matters.slice(0, SHOWN).flatMap((matter) => matterLines(matter, now, locale)), ...more];
}

/** What is next for a person: a heading and the list, or the kind word that nothing is. */
export function nextBlocks(matters: readonly Shown[], now: Date, locale: Locale): readonly AnyBlock[] {
  const words = texts(locale);
  const list = matters.length > 0 ? matterBlocks(matters, now, locale) : [section(words.none)];
  return [header(words.heading), ...list];
}

/** `who`: whose it is, where that is not the reader. */
type Theirs = Shown & { readonly who: string | null };

const asRead = (one: Theirs): Shown => (one.who === null ? one : { ...one, words: theirWords(one.words, one.who) });

export type Reminder = {
  readonly messageId: string;
  readonly matters: readonly Theirs[];
  /** In a message that was sent already: what was said to be owed and is not any more. */
  readonly done: readonly Theirs[];
  /** The cohort whose staff read it; null when others do. */
  readonly staffOf: string | null;
  /** Names of those who were told before, when it was passed on. */
  readonly told: readonly string[];
  readonly now: Date;
};

/** "Remind me later", for those whose matters they are and for staff, who also see the way to everything. */
function reminderButtons({ messageId, matters, staffOf }: Reminder, words: ObligationsTexts): readonly AnyBlock[] {
  const value = messageCodec.encode({ messageId });
  const isMine = staffOf !== null || matters.some(({ who }) => who === null);
  const later = [
    button(IDS.tomorrow, words.reminder.tomorrow, { value }),
    button(IDS.later, words.reminder.later, { value }),
  ];
  const all = (cohortId: string) =>
    button(IDS.all, words.digest.all, { value: allCodec.encode({ cohortId, from: 0 }) });
  const shown = [...(isMine ? later : []), ...(staffOf === null ? [] : [all(staffOf)])];
  return shown.length > 0 ? [actions(shown)] : [];
}

/** A reminder, or several in one message: what is owed and by whom, the buttons that do it, and "remind me later". */
export function reminderMessage(reminder: Reminder, locale: Locale): Message {
  const { told, now } = reminder;
  const words = texts(locale);
  const matters = reminder.matters.map(asRead);
  const done = reminder.done.map((one) => asRead(one).words.what);
  if (matters.length === 0) return doneMessage(done, locale);
  const heading = matters.length === 1 ? words.reminder.one : words.reminder.many(matters.length);
  const names = told.slice(0, NAMES_SHOWN).map((name) => typedShort(name, NAME_SHOWN));
  return {
    text: `${heading} ${matters[0]?.words.what ?? ''}`,
    blocks: [
      header(heading),
      ...matterBlocks(matters, now, locale),
      ...doneBlocks(done, locale),
      ...(names.length > 0 ? [context(words.reminder.told(names.join(', ')))] : []),
      ...reminderButtons(reminder, words),
    ],
  };
}

/** A line for each of what is done; the others counted. */
function doneBlocks(done: readonly string[], locale: Locale): readonly AnyBlock[] {
  if (done.length === 0) return [];
  const { reminder, more } = texts(locale);
  const rest = done.length - SHOWN;
  const shown = done.slice(0, SHOWN).map((what) => context(reminder.done(what)));
  return rest > 0 ? [...shown, context(more(rest))] : shown;
}

/** What stays of a reminder when nothing of it is owed any more. */
function doneMessage(done: readonly string[], locale: Locale): Message {
  const { reminder } = texts(locale);
  return { text: reminder.allDone, blocks: [section(reminder.allDone), ...doneBlocks(done, locale)] };
}

import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, fields, section } from '../../../platform/slack/blocks.ts';
import { checkboxInput, searchInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Message, Modal } from '../../../platform/slack/message.ts';
import { actionCodec, attendCodec, dateCodec, IDS, NOTE_MAX, REASON_MAX } from '../ids.ts';
import { texts } from '../texts.ts';
import { type DateFacts, longWords, shortName, timeOf, whenOf } from './names.ts';

export type OfAction = { readonly organisation: string; readonly title: string; readonly date: DateFacts };

/** How an expert's question of attendance stands: theirs to answer, of a time that was moved, of somebody else, or over. */
export type AttendStanding = 'open' | 'moved' | 'other' | 'gone';

/** The expert is asked whether they come to a date, and can change their mind until it is over (ME-7). */
export function attendMessage(
  { organisation, title, date }: OfAction,
  standing: AttendStanding,
  locale: Locale,
): Message {
  const { attend } = texts(locale);
  const value = attendCodec.encode({ dateId: date.dateId, sequence: date.sequence });
  const { attends } = date;
  const agree = button(IDS.agree, attends === 'not' ? attend.changeBack : attend.agree, { value, style: 'primary' });
  const unable = button(IDS.unable, attends === 'agreed' ? attend.change : attend.unable, { value });
  const buttons = [...(attends === 'agreed' ? [] : [agree]), ...(attends === 'not' ? [] : [unable])];
  const said = attends === 'agreed' || attends === 'not' ? [attend[attends]] : [];
  return {
    text: attend.text(shortName(organisation)),
    blocks: [
      section(attend.body(shortName(organisation), shortName(title), whenOf(date, locale))),
      ...(standing === 'open'
        ? [...said.map((one) => context(one)), actions(buttons)]
        : [context({ moved: attend.moved, other: attend.other, gone: attend.gone }[standing])]),
    ],
  };
}

const expertField = (words: { readonly who: string; readonly whoHint?: string }, isOptional: boolean) =>
  searchInput({
    ...{ name: IDS.expert, label: words.who, optional: isOptional },
    ...(words.whoHint ? { hint: words.whoHint } : {}),
  });

/** Why not, and who could instead. */
export function unableModal({ organisation, date }: Omit<OfAction, 'title'>, locale: Locale): Modal {
  const { unable } = texts(locale);
  return {
    ...{ callbackId: IDS.unable, title: unable.title, submit: unable.submit },
    metadata: { dateId: date.dateId, sequence: date.sequence },
    blocks: [
      section(unable.intro(shortName(organisation), whenOf(date, locale))),
      textInput({ name: 'reason', label: unable.reason, multiline: true, max: REASON_MAX }),
      expertField(unable, true),
    ],
  };
}

/** Staff choose whom to ask. */
export function observerModal({ organisation, date }: Omit<OfAction, 'title'>, locale: Locale): Modal {
  const { observer } = texts(locale);
  return {
    ...{ callbackId: IDS.observer, title: observer.title, submit: observer.submit },
    metadata: { dateId: date.dateId, version: date.version },
    blocks: [section(observer.intro(shortName(organisation), whenOf(date, locale))), expertField(observer, false)],
  };
}

export type UnobservedFacts = OfAction & {
  readonly reason: string | null;
  /** Whom the expert proposes. */
  readonly proposed: string | null;
  /** `asked`: somebody else is asked meanwhile, or the same one comes after all. */
  readonly standing: 'open' | 'asked' | 'over';
};

/** To staff: nobody observes a date; whom to ask (ME-7). */
export function unobservedMessage(facts: UnobservedFacts, locale: Locale): Message {
  const { unobserved } = texts(locale);
  const { organisation, title, date, reason, proposed, standing } = facts;
  const value = dateCodec.encode({ dateId: date.dateId, version: date.version });
  const who = date.expert === null ? unobserved.nobody : shortName(date.expert);
  const buttons = [
    ...(proposed === null
      ? []
      : [button(IDS.accept, unobserved.accept(proposed), { value, style: 'primary' as const })]),
    button(IDS.observer, unobserved.choose, { value }),
  ];
  const body = unobserved.body(shortName(organisation), shortName(title), whenOf(date, locale));
  const text = unobserved.text(shortName(organisation));
  if (standing !== 'open')
    return {
      text,
      blocks: [section(body), context(standing === 'asked' ? unobserved.done(who) : unobserved.over)],
    };
  return {
    text,
    blocks: [
      section(body),
      fields([
        [unobserved.who, who],
        [unobserved.why, reason === null ? unobserved.away : longWords(reason, 1000)],
        ...(proposed === null ? [] : [[unobserved.proposed, shortName(proposed)] as const]),
      ]),
      actions(buttons),
    ],
  };
}

/** To the observer, after a date: their notes, theirs alone. */
export function noteMessage(
  {
    organisation,
    date,
    actionId,
    isDone,
  }: Omit<OfAction, 'title'> & { readonly actionId: string; readonly isDone: boolean },
  locale: Locale,
): Message {
  const { note, notes } = texts(locale);
  const style = isDone ? {} : { style: 'primary' as const };
  return {
    text: note.text,
    blocks: [
      section(note.body(shortName(organisation), whenOf(date, locale))),
      ...(isDone ? [context(note.done)] : []),
      actions([button(IDS.note, notes.button, { value: actionCodec.encode({ actionId }), ...style })]),
    ],
  };
}

export type NoteFormFacts = {
  readonly actionId: string;
  /** Of the stored notes; 0: none yet. */
  readonly version: number;
  readonly text: string;
  readonly absence: string | null;
  /** The reader's dates that are over. */
  readonly dates: readonly DateFacts[];
};

/** The notes of one expert. */
export function noteModal({ actionId, version, text, absence, dates }: NoteFormFacts, locale: Locale): Modal {
  const { notes } = texts(locale);
  const choices = dates.map((date) => ({ value: date.dateId, text: timeOf(date, locale), description: date.place }));
  const there = dates.filter(({ observed }) => observed === true).map(({ dateId }) => dateId);
  const missed = { name: 'absence', label: notes.absence, hint: notes.absenceHint };
  const offered = dates.map(({ dateId }) => dateId);
  return {
    ...{ callbackId: IDS.note, title: notes.title, submit: notes.submit, metadata: { actionId, version, offered } },
    blocks: [
      section(notes.private),
      ...(choices.length > 0
        ? [
            checkboxInput({ name: 'dates', label: notes.dates, choices, initial: there, optional: true }),
            textInput({ ...missed, initial: absence ?? '', multiline: true, max: REASON_MAX, optional: true }),
          ]
        : []),
      textInput({ name: 'text', label: notes.text, initial: text, multiline: true, max: NOTE_MAX, optional: true }),
    ],
  };
}

import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { quoted, section } from '../../../platform/slack/blocks.ts';
import {
  dateInput,
  numberInput,
  radioInput,
  selectInput,
  textInput,
  timeInput,
} from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { AREA_MAX, COMMENT_MAX, IDS, LINKS_MAX, PEOPLE_MAX, TEXT_MAX } from '../ids.ts';
import type { CardDraft } from '../input.ts';
import { type CardContent, KINDS } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { contentBlocks } from './card.ts';
import { type MeetingFacts, shortName, whenOf } from './names.ts';

export type FormFacts = Pick<MeetingFacts, 'consultationId' | 'organisation' | 'startsAt' | 'zone'> & {
  /** Of the stored card; 0: none yet. */
  readonly version: number;
  /** What the fields open with. */
  readonly draft: CardDraft;
};

/** The expert's form of a meeting's card; on a phone it is one scroll. */
export function cardModal({ draft, consultationId, version, ...facts }: FormFacts, locale: Locale): Modal {
  const { form, kinds } = texts(locale);
  const text = { multiline: true, optional: true } as const;
  const choices = KINDS.map((value) => ({ value, text: kinds[value] }));
  const sends = (['now', 'later'] as const).map((value) => ({ value, text: form[value] }));
  return {
    callbackId: IDS.write,
    title: form.title,
    submit: form.submit,
    metadata: { consultationId, version },
    blocks: [
      section(form.intro(shortName(facts.organisation), whenOf(facts, locale))),
      dateInput({ name: 'date', label: form.date, initial: draft.date || undefined, optional: true }),
      timeInput({ name: 'from', label: form.from, initial: draft.from || undefined, optional: true }),
      timeInput({ name: 'to', label: form.to, initial: draft.to || undefined, optional: true }),
      numberInput({
        ...{ name: 'minutes', label: form.minutes, hint: form.minutesHint, optional: true },
        ...{ initial: draft.minutes || undefined, min: 0, max: 1440 },
      }),
      selectInput({ name: 'kind', label: form.kind, choices, initial: draft.kind, optional: true }),
      textInput({ name: 'people', label: form.people, initial: draft.people, max: PEOPLE_MAX, optional: true }),
      textInput({ name: 'area', label: form.area, initial: draft.area, max: AREA_MAX, optional: true }),
      textInput({ ...text, name: 'agreed', label: form.agreed, initial: draft.agreed, max: TEXT_MAX }),
      textInput({
        ...text,
        name: 'steps',
        label: form.steps,
        hint: form.stepsHint,
        initial: draft.steps,
        max: TEXT_MAX,
      }),
      textInput({
        ...{ ...text, name: 'documents', label: form.documents, hint: form.documentsHint },
        ...{ initial: draft.documents, max: LINKS_MAX },
      }),
      radioInput({ name: 'send', label: form.send, choices: sends, initial: 'now' }),
    ],
  };
}

/** The form for remarks on a version of a card. */
export function commentModal(seen: { readonly cardId: string; readonly number: number }, locale: Locale): Modal {
  const { comment } = texts(locale);
  return {
    ...{ callbackId: IDS.comment, title: comment.title, submit: comment.submit, metadata: seen },
    blocks: [textInput({ name: 'comment', label: comment.label, multiline: true, max: COMMENT_MAX })],
  };
}

export type VersionLine = { readonly number: number; readonly at: Date; readonly content: CardContent };
export type CommentLine = {
  readonly number: number;
  readonly person: string;
  readonly at: Date;
  readonly text: string;
};

/** Room in a modal: each version takes at most eight blocks, each remark two. */
const VERSIONS_SHOWN = 5;
const COMMENTS_SHOWN = 20;

/** All versions of a card with the remarks on each, the newest first (T8: history stays visible). */
export function versionsModal(
  facts: {
    readonly expert: string;
    readonly versions: readonly VersionLine[];
    readonly comments: readonly CommentLine[];
  },
  locale: Locale,
): Modal {
  const { history, minutes } = texts(locale);
  const comments = facts.comments.slice(-COMMENTS_SHOWN);
  const blocks = facts.versions
    .slice(0, VERSIONS_SHOWN)
    .flatMap(({ number, at, content }): readonly AnyBlock[] => [
      section(history.version(number, formatMoment(at, locale), minutes(content.minutes))),
      ...contentBlocks(content, facts.expert, locale),
      ...comments
        .filter((one) => one.number === number)
        .flatMap((one) => [
          section(history.comment(number, shortName(one.person), formatMoment(one.at, locale))),
          quoted(one.text),
        ]),
    ]);
  return { callbackId: IDS.versions, title: history.title, blocks };
}

import type { AnyBlock } from '@slack/types';
import type { CivilMoment } from '../../../core/calendar/index.ts';
import type { Locale } from '../../../core/locale.ts';
import { context, quoted, section } from '../../../platform/slack/blocks.ts';
import { radioInput, searchInput, selectInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS, LINE_MAX, RATE, REACTION_MAX, REASON_MAX, REMARKS_MAX, type Seen, TEXT_MAX } from '../ids.ts';
import type { OpinionDraft, SelfDraft } from '../input.ts';
import { EVIDENCE, type Principle, RATINGS, type SelfContent } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { selfBlocks } from './content.ts';
import { dueText, type Named, shortName } from './names.ts';

export type FormFacts = Named & {
  readonly version: number;
  /** Of the newest released version; 0: there is none. */
  readonly number: number;
  readonly due: CivilMoment;
  readonly remarks: string | null;
  readonly self: SelfContent | null;
  readonly draft: OpinionDraft;
  readonly hasObserved: boolean;
  /** The writer's own notes of the action (ME-7). */
  readonly notes: string | null;
};

const many = { multiline: true, optional: true, max: TEXT_MAX } as const;

/** A rating for each principle, each of which may be left out. */
function ratingInputs(
  ratings: Readonly<Record<string, number>>,
  principles: readonly Principle[],
  locale: Locale,
): readonly AnyBlock[] {
  const { form } = texts(locale);
  const choices = RATINGS.map((rate) => ({ value: String(rate), text: form.rates[rate] }));
  const inputs = principles.map(({ key, label }) =>
    selectInput({
      ...{ name: `${RATE}${key}`, label: label[locale], choices, optional: true },
      initial: ratings[key] === undefined ? undefined : String(ratings[key]),
    }),
  );
  return inputs.length > 0 ? [section(form.ratings), ...inputs] : [];
}

/** Three lines, of which some may stay empty. */
function lineInputs(given: readonly string[], labels: readonly string[]): readonly AnyBlock[] {
  return (['first', 'second', 'third'] as const).map((name, at) =>
    textInput({ name, label: labels[at] ?? '', initial: given[at], max: LINE_MAX, optional: true }),
  );
}

function evidenceInput({ hasObserved, draft }: FormFacts, locale: Locale): AnyBlock {
  const { form } = texts(locale);
  if (!hasObserved) return context(form.documentsOnly);
  const choices = EVIDENCE.map((value) => ({ value, text: form.evidences[value] }));
  return radioInput({ name: 'evidence', label: form.evidence, choices, initial: draft.evidence });
}

function helpBlocks(facts: FormFacts, locale: Locale): readonly AnyBlock[] {
  const { form } = texts(locale);
  const { remarks, notes, self, principles } = facts;
  return [
    ...(facts.isPreparation ? [section(form.preparation)] : []),
    ...(remarks ? [section(form.remarks), quoted(remarks)] : []),
    ...(notes ? [section(form.notes), quoted(notes)] : []),
    ...(self ? selfBlocks(self, principles, locale) : []),
  ];
}

/** The opinion's form, with what helps to write it: own notes, staff's remarks, the organisation's self-evaluation. */
export function writeModal(facts: FormFacts, locale: Locale): Modal {
  const { form, content } = texts(locale);
  const { opinionId, version, number, draft, principles } = facts;
  const bare = (heading: string): string => heading.replaceAll('*', '');
  const reason = { label: form.reason, hint: form.reasonHint, initial: draft.reason, max: REASON_MAX, optional: true };
  const sends = (['now', 'later'] as const).map((value) => ({ value, text: form[value] }));
  return {
    ...{ callbackId: IDS.write, title: form.title, submit: form.submit, metadata: { opinionId, version } },
    blocks: [
      section(form.intro(shortName(facts.organisation), shortName(facts.action), dueText(facts.due, locale))),
      ...helpBlocks(facts, locale),
      ...(number > 0 ? [textInput({ name: 'reason', multiline: true, ...reason })] : []),
      textInput({ name: 'smooth', label: bare(content.smooth), hint: form.needed, initial: draft.smooth, ...many }),
      textInput({ name: 'care', label: bare(content.care), hint: form.needed, initial: draft.care, ...many }),
      ...ratingInputs(draft.ratings, principles, locale),
      evidenceInput(facts, locale),
      section(form.recommendations),
      ...lineInputs(draft.recommendations, form.lines),
      radioInput({ name: 'send', label: form.send, choices: sends, initial: 'now' }),
    ],
  };
}

export type SelfFacts = Named & { readonly version: number; readonly draft: SelfDraft };

/** The organisation's self-evaluation: the questions of the opinion, asked of itself (OR-8). */
export function selfModal(facts: SelfFacts, locale: Locale): Modal {
  const { form, content, self } = texts(locale);
  const { opinionId, version, draft, principles } = facts;
  const bare = (heading: string): string => heading.replaceAll('*', '');
  const sends = (['now', 'later'] as const).map((value) => ({ value, text: self[value] }));
  return {
    ...{ callbackId: IDS.self, title: self.title, submit: form.submit, metadata: { opinionId, version } },
    blocks: [
      section(self.intro(shortName(facts.action))),
      textInput({ name: 'smooth', label: bare(content.smooth), hint: form.needed, initial: draft.smooth, ...many }),
      textInput({ name: 'care', label: bare(content.care), hint: form.needed, initial: draft.care, ...many }),
      ...ratingInputs(draft.ratings, principles, locale),
      section(self.plansAsked),
      ...lineInputs(draft.plans, self.lines),
      radioInput({ name: 'send', label: self.send, choices: sends, initial: 'now' }),
    ],
  };
}

/** Staff's remarks, with which an opinion goes back to its writer. */
export function returnModal(seen: Seen, locale: Locale): Modal {
  const { back } = texts(locale);
  return {
    ...{ callbackId: IDS.return, title: back.title, submit: back.submit, metadata: seen },
    blocks: [section(back.intro), textInput({ name: 'remarks', label: back.label, multiline: true, max: REMARKS_MAX })],
  };
}

/** The organisation's one comment or question. */
export function reactModal(of: { readonly opinionId: string }, locale: Locale): Modal {
  const { react } = texts(locale);
  const choices = (['comment', 'question'] as const).map((value) => ({ value, text: react.kinds[value] }));
  return {
    ...{ callbackId: IDS.react, title: react.title, submit: react.submit, metadata: of },
    blocks: [
      section(react.intro),
      radioInput({ name: 'kind', label: react.kind, choices, initial: 'comment' }),
      textInput({ name: 'text', label: react.label, multiline: true, max: REACTION_MAX }),
    ],
  };
}

/** Staff name somebody else to write it. */
export function nameModal(seen: Seen, locale: Locale): Modal {
  const { name } = texts(locale);
  return {
    ...{ callbackId: IDS.name, title: name.title, submit: name.submit, metadata: seen },
    blocks: [
      section(name.intro),
      searchInput({ name: IDS.expert, label: name.expert, placeholder: name.placeholder }),
      textInput({ name: 'reason', label: name.reason, multiline: true, max: REASON_MAX }),
    ],
  };
}

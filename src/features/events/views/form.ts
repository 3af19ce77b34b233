import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { section } from '../../../platform/slack/blocks.ts';
import {
  checkboxInput,
  dateInput,
  multiSelectInput,
  numberInput,
  selectInput,
  textInput,
  timeInput,
} from '../../../platform/slack/inputs.ts';
import type { Choice, Modal } from '../../../platform/slack/message.ts';
import {
  type ChangeData,
  type FormData,
  IDS,
  KIND_KEYS,
  PLACE_MAX,
  REASON_MAX,
  type Seen,
  TITLE_MAX,
  WORDS_MAX,
} from '../ids.ts';
import { FORMS, type Form, type Kind, type Session, sessionLine } from '../rules/index.ts';
import { staffTexts } from '../texts/staff.ts';
import { texts } from '../texts.ts';
import { shortName, whenText } from './facts.ts';

/** What the fields of when and where hold when the form opens. */
export type WhenFields = {
  readonly sessions: readonly Session[];
  readonly signUp: { readonly date: string; readonly time: string } | null;
  readonly place: string | null;
  readonly link: string | null;
};

export type AboutFields = {
  readonly title: string;
  readonly kind: Kind | null;
  readonly form: Form | null;
  readonly agenda: string | null;
  readonly topics: readonly string[];
  readonly isRequired: boolean;
  readonly seats: number | null;
  readonly each: number;
};

function whenInputs(fields: WhenFields, locale: Locale): readonly AnyBlock[] {
  const words = staffTexts(locale).form;
  const [first, ...more] = fields.sessions;
  const { signUp, place, link } = fields;
  return [
    dateInput({ name: 'date', label: words.date, initial: first?.date }),
    timeInput({ name: 'from', label: words.from, initial: first?.from ?? '10:00' }),
    timeInput({ name: 'to', label: words.to, initial: first?.to ?? '16:00' }),
    textInput({
      ...{ name: 'more', label: words.more, hint: words.moreHint, multiline: true, optional: true, max: 600 },
      initial: more.map(sessionLine).join('\n'),
    }),
    textInput({ name: 'place', label: words.place, optional: true, max: PLACE_MAX, initial: place ?? undefined }),
    textInput({ name: 'link', label: words.link, optional: true, max: PLACE_MAX, initial: link ?? undefined }),
    dateInput({ name: 'sign_up_on', label: words.signUpOn, initial: signUp?.date }),
    timeInput({
      name: 'sign_up_time',
      label: words.signUpTime,
      hint: words.signUpHint,
      initial: signUp?.time ?? '23:59',
    }),
  ];
}

function aboutInputs(fields: AboutFields, topics: readonly Choice[], locale: Locale): readonly AnyBlock[] {
  const words = staffTexts(locale).form;
  const { kinds, forms } = texts(locale);
  const required = { value: 'required', text: words.required };
  return [
    textInput({ name: 'title', label: words.name, max: TITLE_MAX, initial: fields.title }),
    selectInput({
      ...{ name: 'kind', label: words.kind, initial: fields.kind ?? undefined },
      choices: KIND_KEYS.map((value) => ({ value, text: kinds[value] })),
    }),
    selectInput({
      ...{ name: 'form', label: words.form, initial: fields.form ?? undefined },
      choices: FORMS.map((value) => ({ value, text: forms[value] })),
    }),
    ...(topics.length > 0
      ? [
          multiSelectInput({
            name: 'topics',
            label: words.topics,
            optional: true,
            choices: topics,
            initial: fields.topics,
          }),
        ]
      : []),
    textInput({
      ...{ name: 'agenda', label: words.agenda, optional: true, multiline: true, max: WORDS_MAX },
      initial: fields.agenda ?? undefined,
    }),
    checkboxInput({
      ...{ name: 'rules', label: words.rules, optional: true, choices: [required] },
      initial: fields.isRequired ? [required.value] : [],
    }),
    numberInput({
      ...{ name: 'seats', label: words.seats, hint: words.seatsHint, optional: true, min: 1, max: 5000 },
      initial: fields.seats === null ? undefined : String(fields.seats),
    }),
    numberInput({ name: 'seats_per_organisation', label: words.each, min: 1, max: 10, initial: String(fields.each) }),
  ];
}

/** A new event, a draft, or (without when and where) one that is announced. */
export function eventModal(
  of: {
    readonly data: FormData;
    readonly about: AboutFields;
    readonly when: WhenFields | null;
    readonly topics: readonly Choice[];
  },
  locale: Locale,
): Modal {
  const words = staffTexts(locale).form;
  const isNew = 'cohortId' in of.data;
  return {
    callbackId: isNew ? IDS.create : IDS.edit,
    title: isNew ? words.create : words.edit,
    submit: words.save,
    metadata: of.data,
    blocks: [...aboutInputs(of.about, of.topics, locale), ...(of.when ? whenInputs(of.when, locale) : [])],
  };
}

/** New dates or a new place of an announced event; what it would do is shown next. */
export function moveModal(
  of: { readonly data: ChangeData; readonly title: string; readonly when: WhenFields },
  locale: Locale,
): Modal {
  const { change, form } = staffTexts(locale);
  const { data, when } = of;
  return {
    callbackId: IDS.move,
    title: change.titles[data.act],
    submit: form.next,
    metadata: data,
    blocks: [
      section(`${change.intro(shortName(of.title))}\n${change.now(whenText(when.sessions, locale))}`),
      ...whenInputs(when, locale),
      textInput({
        ...{ name: 'reason', label: change.reason, hint: change.reasonHint },
        ...{ multiline: true, optional: true, max: REASON_MAX },
      }),
    ],
  };
}

/** Staff see what announcing does, and say whether the date is provisional. */
export function announceModal(data: Seen, channels: number, locale: Locale): Modal {
  const words = staffTexts(locale).announce;
  return {
    callbackId: IDS.announce,
    title: words.title,
    submit: words.save,
    metadata: data,
    blocks: [
      section(words.intro(channels)),
      checkboxInput({
        ...{ name: 'rules', label: words.rules, optional: true },
        choices: [{ value: 'provisional', text: words.provisional }],
      }),
    ],
  };
}

export function cancelModal(
  of: { readonly data: Seen & { readonly changeId: string }; readonly title: string; readonly told: number },
  locale: Locale,
): Modal {
  const words = staffTexts(locale).cancel;
  return {
    callbackId: IDS.cancel,
    title: words.title,
    submit: words.save,
    metadata: of.data,
    blocks: [
      section(words.intro(shortName(of.title), of.told)),
      textInput({ name: 'reason', label: words.reason, hint: words.reasonHint, multiline: true, max: REASON_MAX }),
    ],
  };
}

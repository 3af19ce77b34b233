import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { section } from '../../../platform/slack/blocks.ts';
import { dateInput, radioInput, searchManyInput, textInput, timeInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { IDS, MOST_CHOSEN, REASON_MAX, type Target } from '../ids.ts';
import { type DeadlinesTexts, texts } from '../texts.ts';
import { shortName } from './names.ts';

export type Act = 'put' | 'finish' | 'reopen' | 'remove';

export type FormFacts = {
  readonly act: Act;
  readonly target: Target;
  readonly moveId: string;
  readonly label: string;
  readonly cohort: string;
  /** The organisations of the line; one name when the form is about one. */
  readonly names: readonly string[];
  /** How many organisations the cohort has. */
  readonly all: number;
  /** What the fields hold when the form opens. */
  readonly date: string | null;
  readonly time: string;
};

/** Whom it concerns: asked where the list was of a cohort. */
function whom(facts: FormFacts, words: DeadlinesTexts): readonly AnyBlock[] {
  const { names, target, all } = facts;
  const [first = ''] = names;
  if (target.participationId !== null) return [section(words.form.whom(shortName(first)))];
  const line = names.length === 1 ? first : words.names.many(names.length);
  return [
    radioInput({
      name: 'who',
      label: words.form.who,
      initial: 'row',
      choices: [
        { value: 'row', text: words.form.row(line) },
        { value: 'all', text: words.form.all(all) },
        { value: 'chosen', text: words.form.chosen },
      ],
    }),
    searchManyInput({
      name: IDS.places,
      label: words.form.places,
      hint: words.form.placesHint,
      placeholder: words.form.placesPlaceholder,
      optional: true,
      max: MOST_CHOSEN,
    }),
  ];
}

function moment({ date, time }: FormFacts, words: DeadlinesTexts): readonly AnyBlock[] {
  return [
    dateInput({ name: 'date', label: words.form.date, initial: date ?? undefined }),
    timeInput({ name: 'time', label: words.form.time, hint: words.form.timeHint, initial: time }),
  ];
}

/** Staff say whom it concerns, the new date where there is one, and why. */
export function formModal(facts: FormFacts, locale: Locale): Modal {
  const words = texts(locale);
  const { act, target, moveId } = facts;
  const hints = { put: words.form.reasonPut, remove: words.form.reasonRemove };
  const hint = act === 'put' || act === 'remove' ? hints[act] : words.form.reasonKept;
  return {
    callbackId: IDS[act],
    title: words.form.titles[act],
    submit: words.form.submits[act],
    metadata: { target, moveId },
    blocks: [
      section(words.form.intro(shortName(facts.label), shortName(facts.cohort))),
      ...whom(facts, words),
      ...(act === 'put' ? moment(facts, words) : []),
      textInput({
        name: 'reason',
        label: words.form.reason,
        hint,
        multiline: true,
        max: REASON_MAX,
        optional: act !== 'remove',
      }),
    ],
  };
}

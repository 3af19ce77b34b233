import type { AnyBlock } from '@slack/types';
import { EVERYBODYS, LANGUAGES } from '../../../core/languages.ts';
import type { Locale } from '../../../core/locale.ts';
import { VOIVODESHIPS } from '../../../core/voivodeships.ts';
import { actions, button, confirm, divider, section, typedShort } from '../../../platform/slack/blocks.ts';
import { multiSelectInput, numberInput, personInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { type FormMetadata, IDS } from '../ids.ts';
import type { Expert, OpenTie } from '../queries.ts';
import { type ExpertField, MOST_ORGANISATIONS } from '../rules/index.ts';
import { type ExpertsTexts, texts } from '../texts.ts';

const ABOUT_MAX = 600;
const TIES_SHOWN = 20;
const NAME_SHOWN = 150;

const cut = (name: string): string => typedShort(name, NAME_SHOWN);

type FormFacts = {
  readonly metadata: FormMetadata;
  /** The person's name; null when the form asks for the person. */
  readonly name: string | null;
  readonly expert: Expert | null;
  readonly fields: readonly ExpertField[];
  /** The cohort whose role is given, by name; null for all cohorts or an edit. */
  readonly cohort: string | null;
  /** Limit offered to a new expert. */
  readonly usualLoad: number | null;
  readonly mayEndTies: boolean;
};

function opening(facts: FormFacts, words: ExpertsTexts): readonly AnyBlock[] {
  const { grant } = facts.metadata;
  const where = facts.cohort === null ? words.form.everywhere : words.form.inCohort(cut(facts.cohort));
  return [
    ...(facts.name === null ? [] : [section(words.form.who(cut(facts.name)))]),
    ...(grant ? [section(words.form.role(where))] : []),
    ...(facts.name === null ? [personInput({ name: 'person', label: words.form.person })] : []),
  ];
}

function questions(facts: FormFacts, words: ExpertsTexts, locale: Locale): readonly AnyBlock[] {
  const { expert, usualLoad } = facts;
  const usual = usualLoad === null ? undefined : String(usualLoad);
  return [
    multiSelectInput({
      name: 'fields',
      label: words.form.fields,
      choices: facts.fields.map(({ key, label }) => ({ value: key, text: label[locale] })),
      initial: expert?.fields,
      placeholder: words.form.choose,
    }),
    multiSelectInput({
      name: 'regions',
      label: words.form.regions,
      hint: words.form.regionsHint,
      optional: true,
      choices: VOIVODESHIPS.map((one) => ({ value: one.key, text: one[locale] })),
      initial: expert?.regions,
      placeholder: words.form.choose,
    }),
    multiSelectInput({
      name: 'languages',
      label: words.form.languages,
      choices: LANGUAGES.map((one) => ({ value: one.key, text: one[locale] })),
      initial: expert?.languages ?? [EVERYBODYS],
      placeholder: words.form.choose,
    }),
    numberInput({
      name: 'max_load',
      label: words.form.load,
      hint: words.form.loadHint,
      min: 0,
      max: MOST_ORGANISATIONS,
      initial: expert ? String(expert.maxLoad) : usual,
    }),
    textInput({
      name: 'about',
      label: words.form.about,
      hint: words.form.aboutHint,
      optional: true,
      multiline: true,
      max: ABOUT_MAX,
      initial: expert?.about ?? undefined,
    }),
  ];
}

function tieRow(tie: OpenTie, mayEnd: boolean, words: ExpertsTexts): AnyBlock {
  const { tie: say } = words;
  const ask = confirm({ title: say.endTitle, text: say.endText, yes: say.yes, no: say.no });
  const end = button(IDS.endTie, say.end, { value: tie.id, confirm: ask, label: `${say.end}: ${tie.organisation}` });
  return section(say.row(cut(tie.organisation), words.categories[tie.category]), mayEnd ? end : undefined);
}

function ties(facts: FormFacts, words: ExpertsTexts): readonly AnyBlock[] {
  const { expert } = facts;
  if (!expert) return [];
  const rows = expert.ties.slice(0, TIES_SHOWN).map((tie) => tieRow(tie, facts.mayEndTies, words));
  const rest = expert.ties.length - rows.length;
  return [
    divider(),
    section(expert.ties.length > 0 ? words.tie.heading(expert.ties.length) : words.tie.none),
    ...rows,
    ...(rest > 0 ? [section(words.tie.more(rest))] : []),
    actions([button(IDS.tie, words.tie.declare, { value: expert.personId })]),
  ];
}

/** The profile's form, new or filled in, with the expert's ties under it. */
export function expertModal(facts: FormFacts, locale: Locale): Modal {
  const words = texts(locale);
  return {
    callbackId: IDS.form,
    title: words.form.add,
    submit: words.form.save,
    metadata: facts.metadata,
    blocks: [...opening(facts, words), ...questions(facts, words, locale), ...ties(facts, words)],
  };
}

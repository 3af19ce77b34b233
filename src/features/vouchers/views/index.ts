import type { AnyBlock } from '@slack/types';
import { civilOf } from '../../../core/calendar/index.ts';
import { formatDate } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import type { MatterWords } from '../../../platform/feature.ts';
import { actions, button, context, quoted, section, typed, typedShort } from '../../../platform/slack/blocks.ts';
import { multiSelectInput, radioInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Message, Modal } from '../../../platform/slack/message.ts';
import { FORM_MAX, IDS, REASON_MAX, voucherCodec } from '../ids.ts';
import { KINDS, type NamingKind, type VoucherState } from '../rules/index.ts';
import { texts } from '../texts.ts';

const NAME_SHOWN = 150;
export const shortName = (name: string): string => typedShort(name, NAME_SHOWN);

/** Something that was said of a voucher, its areas as words. */
export type NamingLine = {
  readonly kind: NamingKind;
  readonly areas: readonly string[];
  readonly reason: string;
  readonly form: string;
  readonly by: string;
  readonly at: Date;
};

/** What was said, by whom and when, with its reason. */
export function namingBlocks(line: NamingLine, locale: Locale): readonly AnyBlock[] {
  const words = texts(locale);
  const day = formatDate(civilOf(line.at).date, locale);
  const areas = line.areas.map(typed).join(', ');
  const head = `*${words.kinds[line.kind]}*${areas ? `: ${areas}` : ''}\n${words.by(shortName(line.by), day)}`;
  return [section(head), quoted(line.reason), ...(line.form ? [context(words.formOf(typed(line.form)))] : [])];
}

type ModalFacts = {
  readonly participationId: string;
  readonly organisation: string;
  /** All that was said, the oldest first. */
  readonly said: readonly NamingLine[];
  readonly areas: readonly { readonly value: string; readonly text: string }[];
  /** Keys of what was named last, and the words with it. */
  readonly initial: { readonly areas: readonly string[]; readonly reason: string; readonly form: string };
  /** The opinion was not sent yet: notes only. */
  readonly isEarly: boolean;
};
const SHOWN = 6;

/** The active expert's form, with everything that was said before (ME-9). */
export function nameModal(facts: ModalFacts, locale: Locale): Modal {
  const words = texts(locale);
  const { participationId, said, areas, initial, isEarly } = facts;
  const kinds = isEarly ? (['note'] as const) : KINDS;
  const choices = kinds.map((value) => ({ value, text: words.form.kinds[value] }));
  return {
    ...{ callbackId: IDS.name, title: words.form.title, submit: words.form.submit },
    metadata: { participationId, number: said.length },
    blocks: [
      section(words.form.intro(shortName(facts.organisation))),
      ...(isEarly ? [context(words.form.early)] : []),
      ...(said.length > 0 ? [section(words.form.earlier)] : []),
      ...said.slice(-SHOWN).flatMap((line) => namingBlocks(line, locale)),
      radioInput({ name: 'kind', label: words.form.kind, choices, initial: isEarly ? 'note' : 'named' }),
      multiSelectInput({
        ...{ name: 'areas', label: words.form.areas, choices: areas, initial: initial.areas, optional: true },
        placeholder: words.form.choose,
      }),
      textInput({
        ...{ name: 'reason', label: words.form.reason, hint: words.form.reasonHint, multiline: true, max: REASON_MAX },
        initial: initial.reason,
      }),
      textInput({
        ...{ name: 'form', label: words.form.training, hint: words.form.trainingHint, max: FORM_MAX, optional: true },
        initial: initial.form,
      }),
    ],
  };
}

/** For staff: what was named for a voucher, or that none is advised. */
export function saidModal(
  { organisation, said }: { readonly organisation: string; readonly said: readonly NamingLine[] },
  locale: Locale,
): Modal {
  const words = texts(locale);
  return {
    callbackId: IDS.name,
    title: words.form.title,
    blocks: [
      section(words.form.of(shortName(organisation))),
      ...(said.length === 0 ? [section(words.none)] : said.slice(-SHOWN).flatMap((line) => namingBlocks(line, locale))),
    ],
  };
}

const nameButton = (participationId: string, text: string) =>
  button(IDS.name, text, { value: voucherCodec.encode({ participationId }) });

/** Whoever leads the organisation names the area. */
export function areaMatter(
  { participationId, organisation }: { readonly participationId: string; readonly organisation: string },
  isStaffs: boolean,
  locale: Locale,
): MatterWords {
  const { matters } = texts(locale);
  const what = isStaffs ? matters.nobody : matters.area;
  return {
    what: what(shortName(organisation)),
    why: matters.why,
    buttons: [nameButton(participationId, isStaffs ? matters.see : matters.button)],
  };
}

export type OwnVoucher = {
  readonly participationId: string;
  readonly organisation: string;
  readonly state: VoucherState;
};
const OWN_SHOWN = 10;

/** For an expert: the vouchers of the organisations they lead, how each stands, and the way to it. */
export function ownBlocks(all: readonly OwnVoucher[], locale: Locale): readonly AnyBlock[] {
  const { own } = texts(locale);
  const rest = all.length - OWN_SHOWN;
  return [
    section(`*${own.title}*`),
    ...all.slice(0, OWN_SHOWN).map(({ participationId, organisation, state }) => {
      const line = own.line(shortName(organisation), own.states[state]);
      return section(line, nameButton(participationId, own.button));
    }),
    ...(rest > 0 ? [context(own.more(rest))] : []),
  ];
}

/** To staff: the area was named, or none is advised; the button shows what was named before. */
export function namedMessage(
  facts: { readonly participationId: string; readonly organisation: string; readonly line: NamingLine },
  locale: Locale,
): Message {
  const words = texts(locale);
  const name = shortName(facts.organisation);
  return {
    text: words.named.text(name),
    blocks: [
      section(words.named.body(name)),
      ...namingBlocks(facts.line, locale),
      actions([nameButton(facts.participationId, words.matters.see)]),
    ],
  };
}

import type { Locale } from '../../../core/locale.ts';
import { section } from '../../../platform/slack/blocks.ts';
import { checkboxInput, selectInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Choice, Modal } from '../../../platform/slack/message.ts';
import { IDS, NEED_MAX, REASON_MAX, type WhoseValue } from '../ids.ts';
import { texts } from '../texts.ts';
import { shortName } from './facts.ts';

export type WhoFacts = {
  readonly invitationId: string;
  readonly title: string;
  readonly seats: number;
  /** The event has no free seats. */
  readonly isFull: boolean;
  readonly people: readonly Choice[];
  readonly chosen: readonly string[];
};

/** Who of an organisation takes part: those who are chosen. */
export function whoModal(facts: WhoFacts, locale: Locale): Modal {
  const words = texts(locale).who;
  const { invitationId, title, seats, isFull, people, chosen } = facts;
  const intro = section([words.intro(shortName(title), seats), ...(isFull ? [words.queue] : [])].join('\n'));
  const base = { callbackId: IDS.who, title: words.title, metadata: { invitationId } };
  if (people.length === 0) return { ...base, blocks: [intro, section(words.nobody)] };
  const boxes = checkboxInput({
    name: 'people',
    label: words.people,
    choices: people,
    initial: chosen,
    optional: true,
  });
  return { ...base, submit: words.save, blocks: [intro, boxes] };
}

/** Nobody of an organisation takes part; `isExcuse`: with a reason. */
export function declineModal(
  of: { readonly invitationId: string; readonly title: string; readonly isExcuse: boolean },
  locale: Locale,
): Modal {
  const words = texts(locale).decline;
  return {
    callbackId: IDS.decline,
    title: words.title,
    submit: words.save,
    metadata: { invitationId: of.invitationId },
    blocks: [
      section(words.intro(shortName(of.title))),
      textInput({
        ...{ name: 'reason', label: words.reason, hint: words.reasonNeeded },
        ...{ multiline: true, max: REASON_MAX, optional: !of.isExcuse },
      }),
    ],
  };
}

export type SwapFacts = {
  readonly invitationId: string;
  readonly title: string;
  readonly seats: readonly Choice[];
  readonly people: readonly Choice[];
};

/** Whose seat passes to whom. */
export function swapModal({ invitationId, title, seats, people }: SwapFacts, locale: Locale): Modal {
  const words = texts(locale).swap;
  const [only] = seats;
  const select = { name: 'person', label: words.person, hint: words.personHint, optional: true };
  return {
    callbackId: IDS.swap,
    title: words.title,
    submit: words.save,
    metadata: { invitationId },
    blocks: [
      section(words.intro(shortName(title))),
      selectInput({
        name: 'seat',
        label: words.seat,
        choices: seats,
        initial: seats.length === 1 ? only?.value : undefined,
      }),
      ...(people.length > 0 ? [selectInput({ ...select, choices: people })] : []),
      textInput({ name: 'name', label: words.name, hint: words.nameHint, optional: true, max: 100 }),
    ],
  };
}

type NeedsFacts = {
  readonly whose: WhoseValue;
  readonly seats: readonly Choice[];
  /** What somebody has said of their own needs, shown to themself; null: the form is about somebody else's. */
  readonly said: { readonly diet: string | null; readonly access: string | null } | null;
};

/** Food and access, asked of those only who press the button. Others' words are not shown: an empty field leaves them. */
export function needsModal(of: NeedsFacts, locale: Locale): Modal {
  const words = texts(locale).needs;
  const text = { multiline: true, optional: true, max: NEED_MAX };
  const [only] = of.seats;
  const { said } = of;
  const before = {
    ...{ name: 'before', label: words.before, hint: words.beforeHint, optional: true },
    choices: [{ value: 'delete', text: words.deleteBefore }],
  };
  return {
    callbackId: IDS.needs,
    title: words.title,
    submit: words.save,
    metadata: of.whose,
    blocks: [
      section(words.intro),
      selectInput({
        name: 'seat',
        label: words.seat,
        choices: of.seats,
        initial: of.seats.length === 1 ? only?.value : undefined,
      }),
      textInput({ name: 'diet', label: words.diet, hint: words.dietHint, ...text, initial: said?.diet ?? undefined }),
      textInput({
        ...{ name: 'access', label: words.access, hint: words.accessHint, ...text },
        initial: said?.access ?? undefined,
      }),
      ...(said ? [] : [checkboxInput(before)]),
    ],
  };
}

/** The code that is shown in the room. */
export function checkInModal(of: { readonly eventId: string; readonly title: string }, locale: Locale): Modal {
  const words = texts(locale).checkIn;
  return {
    callbackId: IDS.checkIn,
    title: words.title,
    submit: words.save,
    metadata: { eventId: of.eventId },
    blocks: [section(words.intro(shortName(of.title))), textInput({ name: 'code', label: words.code, max: 20 })],
  };
}

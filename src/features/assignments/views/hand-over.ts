import type { AnyBlock } from '@slack/types';
import { formatDay } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { button, context, section, typedShort } from '../../../platform/slack/blocks.ts';
import { dateInput, radioInput, searchInput, selectInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Message, Modal } from '../../../platform/slack/message.ts';
import { IDS, maybeCohort } from '../ids.ts';
import { HAND_OVER_NOTE_MAX, NOBODY } from '../input.ts';
import { HAND_OVER_REASONS, MOMENTS, type Ranked } from '../rules/index.ts';
import { handOverTexts } from '../texts/hand-over.ts';

const NAME_SHOWN = 150;
/** Slack's limits for an entry of a menu: its text, its description; and for the entries, one of which is "nobody". */
const OPTION_TEXT = 75;
const SUCCESSORS_SHOWN = 99;

const cut = (name: string): string => typedShort(name, NAME_SHOWN);

/** Which organisation is to pass on. */
export function handOverPickModal(cohortId: string | null, locale: Locale): Modal {
  const words = handOverTexts(locale).pick;
  const { label, hint, placeholder } = words;
  return {
    callbackId: IDS.handOverPick,
    title: words.title,
    submit: words.next,
    metadata: { cohortId },
    blocks: [searchInput({ name: IDS.led, label, hint, placeholder })],
  };
}

export type HandOverForm = {
  readonly participationId: string;
  readonly assignmentId: string;
  readonly organisation: string;
  readonly former: string;
  /** In the order in which they are offered. */
  readonly successors: readonly Ranked[];
  /** People who stand by for this organisation. */
  readonly standbys: readonly string[];
};

function successorChoices({ successors, standbys }: HandOverForm, locale: Locale) {
  const words = handOverTexts(locale).form;
  const found = successors.slice(0, SUCCESSORS_SHOWN).map(({ candidate, score }) => {
    const { expertId, name, load, maxLoad } = candidate;
    const fit = words.fit(score, load, maxLoad);
    const description = standbys.includes(expertId) ? `${words.standby}, ${fit}` : fit;
    return { value: expertId, text: clip(name, OPTION_TEXT), description: clip(description, OPTION_TEXT) };
  });
  return [...found, { value: NOBODY, text: words.nobody, description: clip(words.nobodyWhy, OPTION_TEXT) }];
}

/** The one form by which an organisation passes to another expert (CO-10). */
export function handOverModal(form: HandOverForm, locale: Locale): Modal {
  const words = handOverTexts(locale).form;
  const { participationId, assignmentId, organisation, former } = form;
  const choices = successorChoices(form, locale);
  return {
    callbackId: IDS.handOver,
    title: words.title,
    submit: words.send,
    metadata: { participationId, assignmentId },
    blocks: [
      section(words.intro(cut(organisation), cut(former))),
      context(words.explain),
      radioInput({
        name: 'reason',
        label: words.reason,
        choices: HAND_OVER_REASONS.map((reason) => ({ value: reason, text: words.reasons[reason] })),
      }),
      radioInput({
        name: 'moment',
        label: words.moment,
        choices: MOMENTS.map((moment) => ({ value: moment, text: words.moments[moment] })),
        initial: MOMENTS[0],
      }),
      dateInput({ name: 'lastOn', label: words.lastOn, optional: true }),
      selectInput({ name: 'successor', label: words.successor, choices, initial: choices[0]?.value }),
      textInput({
        name: 'note',
        label: words.note,
        hint: words.noteHint,
        optional: true,
        multiline: true,
        max: HAND_OVER_NOTE_MAX,
      }),
    ],
  };
}

/** For staff in App Home: how many organisations are led, and the button that passes one on. */
export function handOverHome(led: number, locale: Locale): readonly AnyBlock[] {
  const words = handOverTexts(locale);
  const value = maybeCohort.encode({ cohortId: null });
  return [section(words.home(led), button(IDS.handOverPick, words.homeButton, { value }))];
}

const one = (text: string): Message => ({ text, blocks: [section(text)] });

/** To the former expert, who still leads: somebody is looked for. */
export function handingOverMessage(organisation: string, lastOn: string | null, locale: Locale): Message {
  const words = handOverTexts(locale).handingOver;
  const until = lastOn === null ? words.untilYes : words.until(formatDay(lastOn, locale));
  return one(`${words.text(cut(organisation))} ${until}`);
}

/** To the former expert, who leads no more. */
export const leftMessage = (organisation: string, locale: Locale): Message =>
  one(handOverTexts(locale).left(cut(organisation)));

/** To the former expert, who leads on. */
export const staysMessage = (organisation: string, locale: Locale): Message =>
  one(handOverTexts(locale).stays(cut(organisation)));

/** To the organisation that nobody leads for the time being. */
export const partingMessage = (former: string, locale: Locale): Message =>
  one(handOverTexts(locale).parting(cut(former)));

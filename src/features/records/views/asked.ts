import type { AnyBlock, Button } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, fields, section } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { BOOK } from '../../consultations/public.ts';
import { decisionCodec, IDS, meetingCodec, saysCodec } from '../ids.ts';
import { DECISIONS, type Ending, SAYS, type Says } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { type MeetingFacts, shortName, whenOf } from './names.ts';

export type AskedFacts = MeetingFacts & {
  /** Whom the message asks. */
  readonly side: 'organisation' | 'expert';
  readonly said: { readonly organisation: Says | null; readonly expert: Says | null };
  readonly state: 'open' | 'staff' | 'over' | Ending;
};

/** The button that opens the expert's card of a meeting. */
export const writeButton = (consultationId: string, text: string): Button =>
  button(IDS.write, text, { value: meetingCodec.encode({ consultationId }) });

/** An answer in words; that the other side was not there is said by its name. */
function answerWords(says: Says, side: 'organisation' | 'expert', locale: Locale): string {
  const { asked } = texts(locale);
  return says === 'absent' ? asked.absent[side === 'expert' ? 'organisation' : 'expert'] : asked.says[says];
}

function answerButtons({ consultationId, side }: AskedFacts, locale: Locale): readonly Button[] {
  return SAYS.map((says) =>
    button(IDS[says], answerWords(says, side, locale), {
      value: saysCodec.encode({ consultationId, says }),
      ...(says === 'yes' ? { style: 'primary' as const } : {}),
    }),
  );
}

/** The answer of the side that is asked; in the channel, where the expert reads too, not that the expert was absent. */
function ownWords(says: Says, side: 'organisation' | 'expert', locale: Locale): string {
  const { asked } = texts(locale);
  const isKept = side === 'organisation' && says === 'absent';
  return isKept ? asked.ownKept : asked.own(answerWords(says, side, locale));
}

/** How it ended, for the two sides: that an expert was absent is between them and staff, who ask kindly. */
const endingWords = ({ outcome, missed }: Ending, locale: Locale): string =>
  texts(locale).ending({ outcome, missed: missed === 'expert' ? null : missed });

/** The question whether a meeting took place, kindly; once it is settled it says how (N20). */
export function askedMessage(facts: AskedFacts, locale: Locale): Message {
  const { asked } = texts(locale);
  const { side, state, said } = facts;
  const own = said[side];
  const when = whenOf(facts, locale);
  const isOpen = state === 'open' || state === 'staff';
  const head =
    side === 'expert'
      ? asked.expert(shortName(facts.organisation), when)
      : asked.organisation(shortName(facts.expert), when);
  const notes = [
    ...(own && isOpen ? [ownWords(own, side, locale)] : []),
    ...(state === 'staff' ? [asked.staff] : []),
    ...(state === 'over' ? [asked.over] : []),
    ...(typeof state === 'string' ? [] : [endingWords(state, locale)]),
  ];
  const hasCard = isOpen || (typeof state !== 'string' && state.outcome === 'held');
  const buttons = [
    ...(isOpen ? answerButtons(facts, locale) : []),
    ...(hasCard ? [writeButton(facts.consultationId, asked.card)] : []),
  ];
  const blocks: readonly AnyBlock[] = [
    section(head),
    ...(notes.length > 0 ? [context(...notes)] : []),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
  ];
  return { text: asked.text, blocks };
}

/** To staff: what each side says, and the buttons that decide. */
export function disagreedMessage(facts: Omit<AskedFacts, 'side'>, locale: Locale): Message {
  const words = texts(locale);
  const { disagreed } = words;
  const { consultationId, said, state } = facts;
  const heard = (side: 'organisation' | 'expert') => {
    const says = said[side];
    return says === null ? disagreed.silent : answerWords(says, side, locale);
  };
  const decide = DECISIONS.map((decision) =>
    button(IDS[decision], disagreed.decisions[decision], {
      value: decisionCodec.encode({ consultationId, decision }),
    }),
  );
  return {
    text: disagreed.text,
    blocks: [
      section(disagreed.body(shortName(facts.organisation), shortName(facts.expert), whenOf(facts, locale))),
      fields([
        [disagreed.organisation, heard('organisation')],
        [disagreed.expert, heard('expert')],
      ]),
      ...(state === 'open' || state === 'staff' ? [actions(decide)] : []),
      ...(state === 'over' ? [context(words.asked.over)] : []),
      ...(typeof state === 'string' ? [] : [context(disagreed.decided(words.ending(state)))]),
    ],
  };
}

/** To staff, kindly: the expert was not there. */
export function missedMessage(facts: MeetingFacts, locale: Locale): Message {
  const said = texts(locale).missed(shortName(facts.expert), shortName(facts.organisation), whenOf(facts, locale));
  return { text: said.split('\n', 1)[0]?.replaceAll('*', '') ?? said, blocks: [section(said)] };
}

/** To the organisation: it did not take place, what that means for its hours, and the way to a new time. */
export function endedMessage(
  { isFree, participationId, ...facts }: MeetingFacts & { readonly isFree: boolean; readonly participationId: string },
  locale: Locale,
): Message {
  const { ended } = texts(locale);
  const paragraph = [ended.body(whenOf(facts, locale)), isFree ? ended.free : ended.costs, ended.next].join(' ');
  return {
    text: ended.text,
    blocks: [section(paragraph), actions([button(BOOK, ended.book, { value: participationId, style: 'primary' })])],
  };
}

import type { CivilMoment } from '../../../core/calendar/index.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, quoted, section } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { IDS, opinionCodec } from '../ids.ts';
import type { Principle, SelfContent } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { selfBlocks } from './content.ts';
import { dueText, shortName } from './names.ts';

type Told = { readonly opinionId: string; readonly organisation: string };

/** The button that opens what the person may do with an opinion. */
export const openButton = (opinionId: string, text: string, style?: 'primary') =>
  button(IDS.open, text, { value: opinionCodec.encode({ opinionId }), ...(style ? { style } : {}) });

/** To staff: an opinion waits for their look; once they have looked, it says how it went. */
export function sentMessage(
  facts: Told & {
    readonly writer: string;
    readonly isAgain: boolean;
    readonly isLate: boolean;
    readonly isOpen: boolean;
  },
  locale: Locale,
): Message {
  const { sent } = texts(locale);
  const said = (facts.isAgain ? sent.again : sent.body)(shortName(facts.writer), shortName(facts.organisation));
  const notes = [...(facts.isLate ? [sent.late] : []), ...(facts.isOpen ? [] : [sent.over])];
  return {
    text: sent.text(shortName(facts.organisation)),
    blocks: [
      section(said),
      ...(notes.length > 0 ? [context(...notes)] : []),
      actions([
        openButton(facts.opinionId, facts.isOpen ? sent.look : sent.open, facts.isOpen ? 'primary' : undefined),
      ]),
    ],
  };
}

/** To whoever wrote it: it came back with remarks. */
export function returnedMessage(
  facts: Told & { readonly remarks: string | null; readonly isOpen: boolean },
  locale: Locale,
): Message {
  const { returned } = texts(locale);
  const { remarks, opinionId, isOpen } = facts;
  return {
    text: returned.text,
    blocks: [
      section(returned.body(shortName(facts.organisation))),
      ...(remarks ? [quoted(remarks)] : []),
      ...(isOpen ? [actions([openButton(opinionId, returned.button, 'primary')])] : [context(returned.over)]),
    ],
  };
}

/** To whoever wrote it: it was published. */
export function publishedMessage(facts: Told & { readonly number: number }, locale: Locale): Message {
  const { published } = texts(locale);
  return {
    text: published.text,
    blocks: [
      section(published.body(shortName(facts.organisation), facts.number)),
      actions([openButton(facts.opinionId, published.button)]),
    ],
  };
}

/** To the writer and staff: what the organisation says to its opinion. */
export function reactionMessage(
  facts: Told & { readonly by: string; readonly isQuestion: boolean; readonly text: string },
  locale: Locale,
): Message {
  const { reaction } = texts(locale);
  return {
    text: reaction.text(shortName(facts.organisation)),
    blocks: [
      section(reaction.body(facts.isQuestion, shortName(facts.organisation), shortName(facts.by))),
      quoted(facts.text),
      context(facts.isQuestion ? reaction.answer : reaction.note),
    ],
  };
}

/** To the writer and staff: the organisation's self-evaluation. */
export function selfMessage(
  facts: Told & { readonly content: SelfContent; readonly principles: readonly Principle[] },
  locale: Locale,
): Message {
  const { self } = texts(locale);
  return {
    text: self.text(shortName(facts.organisation)),
    blocks: [section(self.told(shortName(facts.organisation))), ...selfBlocks(facts.content, facts.principles, locale)],
  };
}

type Asked = Told & { readonly action: string; readonly due: CivilMoment; readonly isOpen: boolean };

/** To the former expert: do you write it after all? (21) */
export function offerMessage(facts: Asked & { readonly isTaken: boolean }, locale: Locale): Message {
  const { offer } = texts(locale);
  const { opinionId, isOpen, isTaken } = facts;
  const value = opinionCodec.encode({ opinionId });
  const said = offer.body(shortName(facts.organisation), shortName(facts.action), dueText(facts.due, locale));
  const take = actions([button(IDS.take, offer.take, { value, style: 'primary' })]);
  const taken = [context(offer.taken), actions([openButton(opinionId, offer.write, 'primary')])];
  const rest = isTaken ? taken : [take];
  return { text: offer.text, blocks: [section(said), ...(isOpen ? rest : [context(offer.over)])] };
}

/** To an expert whom staff ask to write it, or to see to a further version of a released one (37). */
export function namedMessage(facts: Asked & { readonly isAgain: boolean }, locale: Locale): Message {
  const { named } = texts(locale);
  const [organisation, action] = [shortName(facts.organisation), shortName(facts.action)];
  const said = facts.isAgain
    ? named.again(organisation, action)
    : named.body(organisation, action, dueText(facts.due, locale));
  const words = facts.isAgain ? named.buttonAgain : named.button;
  const write = [actions([openButton(facts.opinionId, words, 'primary')])];
  return { text: named.text, blocks: [section(said), ...(facts.isOpen ? write : [context(named.over)])] };
}

/** To whoever was to write it: staff have asked somebody else. */
export function relievedMessage({ organisation }: Told, locale: Locale): Message {
  const { relieved } = texts(locale);
  return { text: relieved.text, blocks: [section(relieved.body(shortName(organisation)))] };
}

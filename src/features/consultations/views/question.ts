import type { Locale } from '../../../core/locale.ts';
import { actions, button, quoted, section } from '../../../platform/slack/blocks.ts';
import { selectInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Choice, Message, Modal } from '../../../platform/slack/message.ts';
import { IDS, QUESTION_MAX } from '../ids.ts';
import { texts } from '../texts.ts';
import { shortName } from './facts.ts';

type Form = {
  readonly participationId: string;
  readonly questionId: string;
  readonly fields: readonly Choice[];
};

/** The form of a question to anyone who knows a field. */
export function askModal({ participationId, questionId, fields }: Form, locale: Locale): Modal {
  const { question } = texts(locale);
  return {
    callbackId: IDS.ask,
    title: question.title,
    submit: question.submit,
    metadata: { participationId, questionId },
    blocks: [
      section(question.intro),
      selectInput({ name: 'field', label: question.field, choices: fields }),
      textInput({ name: 'text', label: question.text, max: QUESTION_MAX, multiline: true }),
    ],
  };
}

type Asked = {
  readonly questionId: string;
  readonly organisation: string;
  readonly field: string;
  readonly text: string;
  readonly state: 'open' | 'taken' | 'withdrawn';
  readonly taker: string | null;
  readonly isOwn: boolean;
};

/** A question as each expert of the field gets it; afterwards it says who answers. */
export function questionMessage(asked: Asked, locale: Locale): Message {
  const { question, buttons } = texts(locale);
  const head = question.head(shortName(asked.organisation), shortName(asked.field));
  const take = button(IDS.take, buttons.take, { value: asked.questionId, style: 'primary' });
  const taken = asked.isOwn ? question.own : question.taken(shortName(asked.taker ?? '?'));
  const end = {
    open: [section(question.first), actions([take])],
    taken: [section(taken)],
    withdrawn: [section(question.withdrawn)],
  };
  return {
    text: head.replaceAll(/(?<!\u2060)\*/g, ''),
    blocks: [section(head), quoted(asked.text), ...end[asked.state]],
  };
}

/** The organisation hears who will answer. */
export function takenMessage(
  { taker, field }: { readonly taker: string; readonly field: string },
  locale: Locale,
): Message {
  const text = texts(locale).question.announce(shortName(taker), shortName(field));
  return { text: text.replaceAll(/(?<!\u2060)\*/g, ''), blocks: [section(text)] };
}

import type { AnyBlock, Button } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import { LIMIT, mrkdwn, plain, quoted, section, typed } from '../../../platform/slack/blocks.ts';
import type { Form } from '../../programmes/public.ts';
import type { Answers } from '../input/form.ts';
import type { DecisionTexts } from '../texts/decisions.ts';
import { answerText } from './check.ts';

/** An answer up to this length, in one line, stands beside its question; a longer one below it. */
const BESIDE = 150;
/** A longer answer is cut here and can be read whole on a page of its own. */
const CLIPPED = 700;
/** Blocks of answers on one page of an application, so that a modal never passes its hundred. */
const PAGE_BLOCKS = 55;
const SLACK_USER = /^[UW][A-Z0-9]{5,}$/;

type Words = DecisionTexts['review'];

/** A question with its answer as typed; long ones are cut, with the button that shows the whole. */
function answerBlocks(label: string, text: string, words: Words, whole: Button): AnyBlock[] {
  const title = typed(label);
  if (SLACK_USER.test(text)) return [section(`*${title}*\n<@${text}>`)];
  const isShort = text.length <= BESIDE && !text.includes('\n');
  if (isShort) {
    const shown = text === '' ? mrkdwn(`_${words.noAnswer}_`) : plain(text, LIMIT.field);
    return [{ type: 'section', fields: [mrkdwn(`*${title}*`, LIMIT.field), shown] }];
  }
  const isCut = text.length > CLIPPED;
  return [section(`*${title}*`, isCut ? whole : undefined), quoted(clip(text, CLIPPED))];
}

export type AnswerPage = { readonly blocks: readonly AnyBlock[]; readonly page: number; readonly pages: number };

/** One page of all answers, grouped by the form's steps. `whole` makes the button for a question's key. */
export function answerPage(
  asked: { readonly form: Form; readonly answers: Answers; readonly page: number },
  whole: (key: string) => Button,
  locale: Locale,
  words: Words,
): AnswerPage {
  const groups = asked.form.steps.flatMap((step) =>
    step.questions.map((question, index) => {
      const text = answerText(question, asked.answers[question.key], locale);
      const heading: AnyBlock[] = index === 0 ? [section(`*— ${typed(step.title[locale])} —*`)] : [];
      return [...heading, ...answerBlocks(question.label[locale], text, words, whole(question.key))];
    }),
  );
  const pages = paged(groups);
  const page = Math.min(asked.page, pages.length);
  return { blocks: pages[page - 1] ?? [], page, pages: pages.length };
}

/** Puts groups of blocks onto pages, never cutting a group. */
function paged(groups: readonly (readonly AnyBlock[])[]): AnyBlock[][] {
  const pages: AnyBlock[][] = [[]];
  for (const group of groups) {
    const last = pages.at(-1) ?? [];
    if (last.length + group.length > PAGE_BLOCKS) pages.push([...group]);
    else last.push(...group);
  }
  return pages;
}

/** A whole answer in paragraphs that Slack takes; lines stay together where they can. */
export function wholeAnswer(text: string): AnyBlock[] {
  const pieces: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const breaks = rest.length > LIMIT.text ? rest.lastIndexOf('\n', LIMIT.text) : rest.length;
    const piece = rest.slice(0, breaks > 0 ? breaks : safeCut(rest, LIMIT.text));
    pieces.push(piece);
    rest = rest.slice(piece.length).replace(/^\n/, '');
  }
  return pieces.slice(0, PAGE_BLOCKS).map(quoted);
}

/** Never between the halves of one character. */
const safeCut = (text: string, at: number): number => (/[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at);

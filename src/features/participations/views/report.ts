import type { AnyBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, section, typedShort } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { IDS } from '../ids.ts';
import type { Trouble } from '../queries/index.ts';
import { type ParticipationsTexts, texts } from '../texts.ts';

const NAME_SHOWN = 150;
const LINES_SHOWN = 12;

const retryButton = (trouble: Trouble, words: ParticipationsTexts) =>
  button(IDS.retry, words.report.retry, {
    value: trouble.participationId,
    label: `${words.report.retry}: ${trouble.organisation}`,
  });

/** What is wrong, one line each: the person where there is one, and what to do about it. */
function troubleText(trouble: Trouble, words: ParticipationsTexts): string {
  const cut = (name: string) => typedShort(name, NAME_SHOWN);
  const name = cut(trouble.organisation);
  const heading = trouble.channelId ? words.report.partly(name, trouble.channelId) : words.report.stuck(name);
  const lines = trouble.problems.slice(0, LINES_SHOWN).map(({ code, person }) => {
    const why = words.problems[code] ?? words.otherProblem(code);
    return `• ${person === null ? why : words.report.person(cut(person), why)}`;
  });
  const rest = trouble.problems.length - lines.length;
  return [heading, ...lines, ...(rest > 0 ? [`• ${words.report.more(rest)}`] : [])].join('\n');
}

const outsideText = (trouble: Trouble, words: ParticipationsTexts): string =>
  words.report.outside(
    trouble.outside
      .slice(0, LINES_SHOWN)
      .map((name) => typedShort(name, NAME_SHOWN))
      .join(', '),
  );

/** What staff are told about an organisation's channel: trouble with a retry button, people outside Slack, or "ready". */
export function reportMessage(trouble: Trouble, locale: Locale): Message {
  const words = texts(locale);
  const text = words.report.text(typedShort(trouble.organisation, NAME_SHOWN));
  const outside: AnyBlock[] = trouble.outside.length > 0 ? [section(outsideText(trouble, words))] : [];
  const isFine = trouble.problems.length === 0 && trouble.channelId !== null;
  if (isFine) {
    const fine = words.report.fine(typedShort(trouble.organisation, NAME_SHOWN), trouble.channelId ?? '');
    return { text: fine, blocks: [section(fine), ...outside] };
  }
  return { text, blocks: [section(troubleText(trouble, words)), ...outside, actions([retryButton(trouble, words)])] };
}

/** Channels in trouble for App Home, each with its retry button. */
export function troubleHome(troubles: readonly Trouble[], total: number, locale: Locale): readonly AnyBlock[] {
  const words = texts(locale);
  const rows = troubles.map((trouble) => section(troubleText(trouble, words), retryButton(trouble, words)));
  const rest = total - troubles.length;
  return [section(words.report.home(total)), ...rows, ...(rest > 0 ? [section(words.report.more(rest))] : [])];
}

import { civilOf } from '../../../core/calendar/index.ts';
import { formatDate } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { texts } from '../texts.ts';
import type { ReleasedFacts } from './names.ts';

/** People's words in Slack's markdown, as typed: no mark, mention or link comes alive. */
const plainWords = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>()#+\-.!|~@:&]/g, '\\$&').replaceAll('\n', '  \n');

/** An opinion as a canvas: its words as markdown. */
export function canvasText(facts: ReleasedFacts, locale: Locale): string {
  const { content: words, released } = texts(locale);
  const { content, number, reason, principles } = facts;
  const bare = (heading: string): string => `## ${heading.replaceAll('*', '')}`;
  const evidence = facts.isByAnother ? words.byAnother : words.evidences[content.evidence];
  const day = formatDate(civilOf(facts.at).date, locale);
  const rated = principles.flatMap(({ key, label }) => {
    const rate = content.ratings[key];
    return rate === undefined ? [] : [`- ${plainWords(label[locale])}: ${rate}/5`];
  });
  const lines = [
    `# ${released.head(number)}`,
    ...(facts.isPreparation ? [released.preparation] : []),
    words.by(plainWords(facts.writer), evidence, day),
    ...(reason ? [`${bare(released.reason)}\n${plainWords(reason)}`] : []),
    `${bare(words.smooth)}\n${plainWords(content.smooth)}`,
    `${bare(words.care)}\n${plainWords(content.care)}`,
    ...(rated.length > 0 ? [`${bare(words.ratings)}\n${rated.join('\n')}`] : []),
    `${bare(words.recommendations)}\n${content.recommendations.map((one, at) => `${at + 1}. ${plainWords(one)}`).join('\n')}`,
  ];
  return lines.join('\n\n');
}

/** What the canvas is called, whatever versions it holds. */
export const canvasTitle = (locale: Locale): string => texts(locale).released.head(1);

import { civilOf } from '../../../core/calendar/index.ts';
import { formatDate } from '../../../core/dates-text.ts';
import { type Part, type PdfDocument, pdfOf } from '../../../platform/documents/index.ts';
import type { MessageFile } from '../../../platform/slack/message.ts';
import { definitionOf } from '../../programmes/public.ts';
import type { OpinionRow } from '../queries/index.ts';
import type { Principle } from '../rules/index.ts';
import { documentTexts } from '../texts/document.ts';
import type { ReleasedFacts } from '../views/index.ts';

const heading = (text: string): Part => ({ kind: 'heading', level: 2, text });
const paragraphs = (text: string): readonly Part[] =>
  text.split(/\n{2,}/).map((one) => ({ kind: 'paragraph', text: one }));

/** The ratings with their heading, on one page. */
function ratings({ content }: ReleasedFacts, rated: readonly Principle[]): Part {
  const words = documentTexts('pl');
  const rows = rated.map(({ key, label }) => [label.pl, words.rate(content.ratings[key] ?? 0)]);
  const table: Part = { kind: 'table', head: [words.principle, words.rating], rows };
  return { kind: 'together', parts: [heading(words.ratings), table] };
}

/** What an opinion says in print: of which action, on what evidence, both parts, ratings, and what is advised (ME-8). */
export function documentOf(row: OpinionRow, facts: ReleasedFacts): PdfDocument {
  const words = documentTexts('pl');
  const { name, organiser } = definitionOf(row.participation.cohort);
  const { content, number, reason, principles, isPreparation } = facts;
  const author = organiser ?? name.pl;
  const day = formatDate(civilOf(facts.at).date, 'pl');
  const title = isPreparation ? words.titlePreparation : words.title;
  const rated = principles.filter(({ key }) => content.ratings[key] !== undefined);
  const rows: readonly (readonly string[])[] = [
    [words.organisation, facts.organisation],
    [words.programme, `${name.pl}, ${facts.cohort}`],
    [words.action, facts.action],
    [words.evidence, facts.isByAnother ? words.byAnother : words.evidences[content.evidence]],
    [words.version, words.versionOf(number, day)],
    ...(reason ? [[words.reason, reason]] : []),
  ];
  return {
    ...{ title: `${title}: ${facts.organisation}`, author, subject: name.pl, language: 'pl' },
    ...{ madeAt: facts.at, pageOf: words.pageOf },
    parts: [
      { kind: 'heading', text: title },
      { kind: 'table', head: [words.what, words.facts], rows },
      heading(words.smooth),
      ...paragraphs(content.smooth),
      heading(words.care),
      ...paragraphs(content.care),
      ...(rated.length > 0 ? [ratings(facts, rated)] : []),
      heading(words.recommendations),
      { kind: 'list', ordered: true, items: content.recommendations },
      { kind: 'signature', name: facts.writer, role: words.writer },
    ],
  };
}

/** The opinion as a file for Slack. */
export const opinionFile = async (row: OpinionRow, facts: ReleasedFacts): Promise<MessageFile> => ({
  ...{ name: documentTexts('pl').file, title: documentTexts('pl').title, content: await pdfOf(documentOf(row, facts)) },
});

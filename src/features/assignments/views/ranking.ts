import type { AnyBlock } from '@slack/types';
import { clip } from '../../../core/text.ts';
import {
  actions,
  button,
  clipMarked,
  confirm,
  context,
  divider,
  section,
  typedShort,
} from '../../../platform/slack/blocks.ts';
import { IDS, pageCodec, pairCodec } from '../ids.ts';
import { canOverride, type Excluded, type Ranked, type Ranking } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { exclusionText, reasonText, type Vocabulary } from './reasons.ts';

const PAGE_SIZE = 8;
const NAME_SHOWN = 120;
const REASON_SHOWN = 500;

const cut = (name: string): string => typedShort(name, NAME_SHOWN);

function rankedRow(participationId: string, row: Ranked, position: number, vocabulary: Vocabulary): AnyBlock {
  const words = texts(vocabulary.locale).ranking;
  const { name, expertId } = row.candidate;
  const reasons = row.reasons.map((reason) => `• ${clipMarked(reasonText(reason, vocabulary), REASON_SHOWN)}`);
  const propose = button(IDS.propose, words.propose, {
    value: pairCodec.encode({ participationId, expertId }),
    label: `${words.propose}: ${name}`,
    confirm: confirm({
      title: words.proposeTitle(clip(name, NAME_SHOWN / 2)),
      text: words.proposeText,
      yes: words.proposeYes,
      no: words.proposeNo,
    }),
  });
  return section([words.row(position, cut(name), Math.min(100, row.score)), ...reasons].join('\n'), propose);
}

function excludedRow(participationId: string, row: Excluded, vocabulary: Vocabulary): AnyBlock {
  const words = texts(vocabulary.locale).ranking;
  const { name, expertId } = row.candidate;
  const override = button(IDS.override, words.override, {
    value: pairCodec.encode({ participationId, expertId }),
    label: `${words.override}: ${name}`,
  });
  const why = exclusionText(row.exclusion, vocabulary.locale);
  return section(words.excludedRow(cut(name), why), canOverride(row.exclusion) ? override : undefined);
}

function pager(participationId: string, page: number, pages: number, vocabulary: Vocabulary): readonly AnyBlock[] {
  if (pages <= 1) return [];
  const words = texts(vocabulary.locale).ranking;
  const to = (target: number) => pageCodec.encode({ participationId, page: target });
  return [
    actions([
      ...(page > 0 ? [button(IDS.previous, words.previous, { value: to(page - 1) })] : []),
      ...(page < pages - 1 ? [button(IDS.next, words.next, { value: to(page + 1) })] : []),
    ]),
    context(words.page(page + 1, pages)),
  ];
}

/** Experts with reasons and, below them, those kept out with the rule; eight rows a page. */
export function rankingBlocks(
  participationId: string,
  ranking: Ranking,
  wanted: number,
  vocabulary: Vocabulary,
): readonly AnyBlock[] {
  const words = texts(vocabulary.locale).ranking;
  const { ranked, excluded } = ranking;
  const total = ranked.length + excluded.length;
  if (total === 0) return [section(words.empty)];
  const pages = Math.ceil(total / PAGE_SIZE);
  const page = Math.min(wanted, pages - 1);
  const [from, to] = [page * PAGE_SIZE, (page + 1) * PAGE_SIZE];
  const top = ranked.slice(from, to).map((row, index) => rankedRow(participationId, row, from + index + 1, vocabulary));
  const below = excluded
    .slice(Math.max(0, from - ranked.length), Math.max(0, to - ranked.length))
    .map((row) => excludedRow(participationId, row, vocabulary));
  return [
    section(words.heading(ranked.length)),
    ...top,
    ...(below.length > 0 ? [divider(), section(words.excluded(excluded.length)), ...below] : []),
    ...pager(participationId, page, pages, vocabulary),
  ];
}

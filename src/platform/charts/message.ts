import type { AnyBlock, ImageBlock } from '@slack/types';
import { LIMIT, plain } from '../slack/blocks.ts';
import type { Message, Upload } from '../slack/message.ts';
import { inWords, textBars } from './bars.ts';
import type { Chart } from './chart.ts';
import { MOST_NATIVE, nativeChart } from './native.ts';
import { chartPng } from './picture.ts';

/** A message around charts: what stands above and below them, whatever way they are drawn. */
export type ChartMessage = {
  readonly text: string;
  readonly above: readonly AnyBlock[];
  readonly charts: readonly Chart[];
  readonly below: readonly AnyBlock[];
};

const code = (text: string): AnyBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
});

const spoken = (text: string): AnyBlock => ({ type: 'section', text: plain(text) });

/** Of a message's room the words of its charts take so much at most; then labels are cut (Slack contract 5.4). */
const ROOM = 4_500;
const CUT = 40;

/** The numbers of these charts in words, whole where there is room. */
function speaking(charts: readonly Chart[]): (chart: Chart) => readonly AnyBlock[] {
  const length = charts.flatMap((chart) => inWords(chart)).join('').length;
  return (chart) => inWords(chart, length > ROOM ? CUT : undefined).map(spoken);
}

const barsOf = (chart: Chart): readonly AnyBlock[] => textBars(chart).map(code);

/** Charts that Slack draws itself, as many as it takes in a message, the rest as bars of letters. */
function nativeBlocks(
  charts: readonly Chart[],
  wordsOf: ReturnType<typeof speaking>,
): { readonly blocks: readonly AnyBlock[]; readonly drawn: number } {
  let drawn = 0;
  const blocks = charts.flatMap((chart) => {
    const block = drawn < MOST_NATIVE ? nativeChart(chart) : null;
    drawn += Number(block !== null);
    return block ? [block, ...wordsOf(chart)] : [...barsOf(chart), ...wordsOf(chart)];
  });
  return { blocks, drawn };
}

/**
 * Charts in a message, three ways: Slack's own blocks; where Slack refuses them, pictures; and where those cannot be sent,
 * bars of letters (N22). The same numbers stand beneath in words each time.
 */
export function chartMessage({ text, above, charts, below }: ChartMessage): Message {
  const wordsOf = speaking(charts);
  const around = (blocks: readonly AnyBlock[]): readonly AnyBlock[] => [...above, ...blocks, ...below];
  const letters: Message = { text, blocks: around(charts.flatMap((chart) => [...barsOf(chart), ...wordsOf(chart)])) };
  const { blocks, drawn } = nativeBlocks(charts, wordsOf);
  if (drawn === 0) return letters;
  const pictured = async (upload: Upload): Promise<Message> => {
    const shown: AnyBlock[] = [];
    for (const chart of charts) {
      const alt = plain(inWords(chart).join(' '), LIMIT.field).text;
      const id = await upload({ name: 'chart.png', png: chartPng(chart) });
      const image: ImageBlock = { type: 'image', slack_file: { id }, alt_text: alt };
      shown.push(image, ...wordsOf(chart));
    }
    return { text, blocks: around(shown) };
  };
  return { text, blocks: around(blocks), plainer: { tries: [pictured], last: letters } };
}

import type { Content, TableCell } from 'pdfmake';

/** A part of a document, in the order of reading. Words are plain: whatever people typed is printed as it is. */
export type Part =
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 1 | 2 }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly align?: 'left' | 'center' | 'right';
      readonly strong?: boolean;
    }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: boolean }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A name under a line to sign on, or one that stands for a signature. */
  | { readonly kind: 'signature'; readonly name: string; readonly role?: string }
  /** Parts that stay on one page, such as a heading with its short table; they have to fit on one. */
  | { readonly kind: 'together'; readonly parts: readonly Part[] }
  | { readonly kind: 'gap' };

/** Letters that no font here has would be boxes: emoji are left out, and every control character but a new line. */
const UNPRINTABLE = /(?!\n)\p{Cc}|\p{Cf}|\p{Emoji_Presentation}|\uFE0F/gu;

/** A word that no line holds may be broken here; laying it out letter by letter would take seconds. */
const ENDLESS = /\S{40}(?=\S)/gu;

/** People's words as the font can print them. */
export const printable = (text: string): string =>
  text.toWellFormed().replace(UNPRINTABLE, '').replace(/ {2,}/g, ' ').trim().replace(ENDLESS, '$&\u200b');

const GREY = '#8a8a8a';

const cell = (text: string, bold = false): TableCell => ({ text: printable(text) || ' ', bold, margin: [2, 3, 2, 3] });

/** Columns by what stands in them, so that a long one wraps and none runs over the page. */
function widthsOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const weights = head.map((text, at) => {
    const cells = [text, ...rows.map((row) => row[at] ?? '')];
    const most = (lengths: readonly number[]): number => lengths.reduce((a, b) => Math.max(a, b), 0);
    const word = most(cells.flatMap((one) => one.split(/\s/).map(({ length }) => length)));
    return Math.max(8, Math.min(word, 20) + 5, Math.min(most(cells.map(({ length }) => length)), 45));
  });
  const all = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one) => `${Math.floor((1000 * one) / all) / 10}%`);
}

/** A table keeps its head on every page, and a row in one piece. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): Content {
  const body = [head.map((one) => cell(one, true)), ...rows.map((row) => head.map((_, at) => cell(row[at] ?? '')))];
  return {
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: widthsOf(head, rows), body },
    layout: 'lightHorizontalLines',
    margin: [0, 6, 0, 10],
  };
}

function signature(name: string, role?: string): Content {
  const lines: Content[] = [
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 200, y2: 0, lineWidth: 0.7, lineColor: GREY }], alignment: 'right' },
    { text: printable(name), margin: [0, 4, 0, 0], alignment: 'right' },
    ...(role ? [{ text: printable(role), fontSize: 9, color: GREY, alignment: 'right' as const }] : []),
  ];
  return { stack: lines, unbreakable: true, margin: [0, 48, 0, 0] };
}

/** A part as the library takes it. */
export function contentOf(part: Part): Content {
  switch (part.kind) {
    case 'heading':
      return part.level === 2
        ? { text: printable(part.text), style: 'second', headlineLevel: 2 }
        : { text: printable(part.text), style: 'first', headlineLevel: 1 };
    case 'paragraph':
      return {
        text: printable(part.text),
        alignment: part.align ?? 'left',
        bold: part.strong ?? false,
        margin: [0, 0, 0, 8],
      };
    case 'list': {
      const items = part.items.map((one) => ({
        text: printable(one),
        margin: [0, 0, 0, 3] as [number, number, number, number],
      }));
      return part.ordered ? { ol: items, margin: [0, 0, 0, 8] } : { ul: items, margin: [0, 0, 0, 8] };
    }
    case 'table':
      return table(part.head, part.rows);
    case 'signature':
      return signature(part.name, part.role);
    case 'together':
      return { stack: part.parts.map(contentOf), unbreakable: true };
    case 'gap':
      return { text: ' ', margin: [0, 0, 0, 16] };
    default:
      return part satisfies never;
  }
}

import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextSection, RichTextText } from '@slack/types';
import { type Piece, parseInline } from './parse.ts';

type Style = NonNullable<RichTextText['style']>;

const address = /(https?:\/\/[^\s<>]+[^\s<>.,;:!?)])/;

const section = (elements: readonly RichTextElement[]): RichTextSection => ({
  type: 'rich_text_section',
  elements: [...elements],
});
const styled = (style: Style) => (Object.keys(style).length === 0 ? {} : { style });

const words = (text: string, style: Style): readonly RichTextElement[] =>
  text
    .split(address)
    .filter((part) => part !== '')
    .map((part) => (address.test(part) ? { type: 'link', url: part } : { type: 'text', text: part, ...styled(style) }));

function inline(pieces: readonly Piece[], style: Style = {}): readonly RichTextElement[] {
  return pieces.flatMap((piece): readonly RichTextElement[] => {
    switch (piece.kind) {
      case 'text':
        return words(piece.text, style);
      case 'code':
        return [{ type: 'text', text: piece.text, style: { ...style, code: true } }];
      case 'emoji':
        return [{ type: 'emoji', name: piece.name }];
      case 'bold':
      case 'italic':
      case 'strike':
        return inline(piece.inside, { ...style, [piece.kind]: true });
      case 'link':
        return /^(https?|mailto):/.test(piece.url)
          ? [{ type: 'link', url: piece.url, text: piece.label, ...styled(style) }]
          : words(`<${piece.url}>`, style);
      case 'user':
        return [{ type: 'user', user_id: piece.id }];
      case 'channel':
        return [{ type: 'channel', channel_id: piece.id }];
      default:
        return words('label' in piece ? piece.label : piece.fallback, style);
    }
  });
}

const kinds = [
  ['quote', /^> ?/],
  ['bullet', /^[-•] /],
  ['ordered', /^\d+[.)] /],
  ['plain', /^/],
] as const;
type Kind = (typeof kinds)[number][0];

const read = (line: string) => inline(parseInline(line.replaceAll('&', '&amp;')));

function group(kind: Kind, lines: readonly string[]): RichTextBlockElement {
  if (kind === 'bullet' || kind === 'ordered')
    return { type: 'rich_text_list', style: kind, elements: lines.map((line) => section(read(line))) };
  const elements = read(lines.join('\n'));
  return kind === 'quote' ? { type: 'rich_text_quote', elements: [...elements] } : section(elements);
}

function groups(text: string): readonly RichTextBlockElement[] {
  const found: { kind: Kind; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const [kind, start] = kinds.find(([, pattern]) => pattern.test(line)) ?? kinds[3];
    const last = found.at(-1);
    if (last?.kind === kind) last.lines.push(line.replace(start, ''));
    else found.push({ kind, lines: [line.replace(start, '')] });
  }
  return found.map(({ kind, lines }) => group(kind, lines));
}

/** What was typed with Slack's mark-up as a `rich_text` block: styles, links, lists, quotations, code. `null` for nothing. */
export function toRichText(typed: string): RichTextBlock | null {
  if (typed.trim() === '') return null;
  const elements = typed.split(/```\n?([\s\S]*?)\n?```\n?/).flatMap((chunk, index): readonly RichTextBlockElement[] => {
    if (index % 2 === 1) return [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: chunk }] }];
    return chunk.trim() === '' ? [] : groups(chunk.replace(/\n$/, ''));
  });
  return { type: 'rich_text', elements: [...elements] };
}

const marks = { code: '`', strike: '~', italic: '_', bold: '*' } as const;

function marked(element: RichTextElement): string {
  if (element.type === 'emoji') return `:${element.name}:`;
  if (element.type === 'user') return `<@${element.user_id}>`;
  if (element.type === 'channel') return `<#${element.channel_id}>`;
  if (element.type === 'link') return element.text === undefined ? element.url : `<${element.url}|${element.text}>`;
  if (element.type !== 'text') return '';
  return Object.entries(marks).reduce(
    (text, [style, mark]) => (element.style?.[style as keyof typeof marks] === true ? `${mark}${text}${mark}` : text),
    element.text,
  );
}

const line = (elements: readonly RichTextElement[]): string => elements.map(marked).join('');

/** A `rich_text` block as one would type it: for the first value of a field. */
export const toMarkup = (block: RichTextBlock): string =>
  block.elements
    .map((part) => {
      if (part.type === 'rich_text_list')
        return part.elements
          .map(
            (one, index) =>
              `${part.style === 'bullet' ? '-' : `${index + 1}.`} ${line(one.elements as readonly RichTextElement[])}`,
          )
          .join('\n');
      const text = line(part.elements);
      if (part.type === 'rich_text_preformatted') return `\`\`\`\n${text}\n\`\`\``;
      return part.type === 'rich_text_quote' ? text.replace(/^/gm, '> ') : text;
    })
    .join('\n');

/** A text with the part from `start` to `end` marked: what is typed, and what is selected then. */
export type Marked = { readonly text: string; readonly start: number; readonly end: number };

/** Puts `before` and `after` around what is selected. */
export const wrap = ({ text, start, end }: Marked, before: string, after: string): Marked => ({
  text: text.slice(0, start) + before + text.slice(start, end) + after + text.slice(end),
  start: start + before.length,
  end: end + before.length,
});

/** Puts `mark` before every selected line; `1. ` counts on. */
export function prefix({ text, start, end }: Marked, mark: string): Marked {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text
    .slice(from, end)
    .split('\n')
    .map((one, index) => `${mark === '1. ' ? `${index + 1}. ` : mark}${one}`)
    .join('\n');
  return { text: text.slice(0, from) + lines + text.slice(end), start: start + mark.length, end: from + lines.length };
}

/** A piece of Slack's `mrkdwn`. Texts are already decoded: `&lt;!channel&gt;` is the words `<!channel>`, never a mention. */
export type Piece =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly inside: readonly Piece[] }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'user' | 'channel' | 'group' | 'everyone'; readonly id: string; readonly label: string }
  | { readonly kind: 'date'; readonly seconds: number; readonly template: string; readonly fallback: string };

/** What stands below one another: lines of text, a quotation, or a block of code. */
export type Part =
  | { readonly kind: 'lines' | 'quote'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'pre'; readonly text: string };

export const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const token = new RegExp(
  [
    '`([^`\\n]+)`',
    '<([^<>\\n]+)>',
    // Not in a time of day: `10:00:07` holds no emoji.
    "(?<!\\p{N}):([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):",
    '(?<![\\p{L}\\p{N}*_~])([*_~])(?!\\4)(?=\\S)(.+?)(?<=\\S)\\4(?![\\p{L}\\p{N}*_~])',
  ].join('|'),
  'gu',
);

const styles = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** Reads one or more lines; quotations and code blocks are {@link parseParts}' work. */
export function parseInline(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of source.matchAll(token)) {
    if (found.index > from) pieces.push({ kind: 'text', text: decode(source.slice(from, found.index)) });
    from = found.index + found[0].length;
    const [, code, angled, emoji, mark, inside] = found;
    if (code !== undefined) pieces.push({ kind: 'code', text: decode(code) });
    else if (angled !== undefined) pieces.push(parseAngled(angled));
    else if (emoji !== undefined) pieces.push({ kind: 'emoji', name: emoji });
    else if (mark !== undefined && inside !== undefined)
      pieces.push({ kind: styles[mark as keyof typeof styles], inside: parseInline(inside) });
  }
  if (from < source.length) pieces.push({ kind: 'text', text: decode(source.slice(from)) });
  return pieces;
}

function parseAngled(inside: string): Piece {
  const [target = '', ...rest] = inside.split('|');
  const label = decode(rest.join('|'));
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), label };
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), label };
  if (target.startsWith('!subteam^')) return { kind: 'group', id: target.slice(9), label };
  if (target.startsWith('!date^')) {
    const [, seconds = '', template = ''] = target.split('^');
    return { kind: 'date', seconds: Number(seconds), template: decode(template), fallback: label };
  }
  if (target.startsWith('!')) return { kind: 'everyone', id: target.slice(1), label };
  return { kind: 'link', url: decode(target), label: label === '' ? decode(target) : label };
}

const quoted = /^(?:&gt;|>) ?/;

/** Splits a text object into lines, quotations (`>` at the start of a line) and blocks of code. */
export function parseParts(source: string): readonly Part[] {
  return source.split(/```\n?([\s\S]*?)\n?```\n?/).flatMap((chunk, index): readonly Part[] => {
    if (index % 2 === 1) return [{ kind: 'pre', text: decode(chunk) }];
    return chunk === '' ? [] : splitQuotes(chunk);
  });
}

function splitQuotes(chunk: string): readonly Part[] {
  const groups: { quote: boolean; lines: string[] }[] = [];
  for (const line of chunk.replace(/\n$/, '').split('\n')) {
    const quote = quoted.test(line);
    const last = groups.at(-1);
    const text = quote ? line.replace(quoted, '') : line;
    if (last?.quote === quote) last.lines.push(text);
    else groups.push({ quote, lines: [text] });
  }
  return groups.map(({ quote, lines }) => ({ kind: quote ? 'quote' : 'lines', pieces: parseInline(lines.join('\n')) }));
}

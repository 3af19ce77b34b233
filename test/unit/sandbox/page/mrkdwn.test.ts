import { expect, test } from 'vitest';
import { type Part, type Piece, parseParts } from '../../../../sandbox/page/src/text/parse.ts';

/** A short writing of what was read: `b(…)` bold, `i(…)` italic, `@U1` a mention and so on. */
const brief = (piece: Piece): string => {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return `code(${piece.text})`;
    case 'emoji':
      return `emoji(${piece.name})`;
    case 'bold':
    case 'italic':
    case 'strike':
      return `${piece.kind.charAt(0)}(${piece.inside.map(brief).join('')})`;
    case 'link':
      return `link(${piece.url} ${piece.label})`;
    case 'date':
      return `date(${piece.seconds} ${piece.template} ${piece.fallback})`;
    default:
      return `${piece.kind}(${piece.id}${piece.label === '' ? '' : ` ${piece.label}`})`;
  }
};
const show = (part: Part): string =>
  part.kind === 'pre' ? `pre(${part.text})` : `${part.kind}: ${part.pieces.map(brief).join('')}`;
const read = (text: string): readonly string[] => parseParts(text).map(show);

test.each([
  ['*Ważne*: _nabór_ ~wczoraj~ `kod`', 'lines: b(Ważne): i(nabór) s(wczoraj) code(kod)'],
  ['(*pogrubione*), „_pochyłe_”', 'lines: (b(pogrubione)), „i(pochyłe)”'],
  ['*_oba_*', 'lines: b(i(oba))'],
  ['2*3*4 i nazwa_pliku_ma_kreski', 'lines: 2*3*4 i nazwa_pliku_ma_kreski'],
  ['* nie * i ** też nie **', 'lines: * nie * i ** też nie **'],
  ['*dwa\nwiersze*', 'lines: *dwa\nwiersze*'],
  [
    '<@U1> <#C1|kanał> <!here> <!subteam^S1|@biuro>',
    'lines: user(U1) channel(C1 kanał) everyone(here) group(S1 @biuro)',
  ],
  ['<https://przyklad.example?a=1&amp;b=2|łącze>', 'lines: link(https://przyklad.example?a=1&b=2 łącze)'],
  ['<https://przyklad.example>', 'lines: link(https://przyklad.example https://przyklad.example)'],
  ['<!date^1715551140^{date_long} {time}|12 maja>', 'lines: date(1715551140 {date_long} {time} 12 maja)'],
  [':tada: o 10:30', 'lines: emoji(tada) o 10:30'],
  ['o 10:00:07 :wave:', 'lines: o 10:00:07 emoji(wave)'],
])('%s is read as in Slack', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test('what was escaped is words and never a mention or a link', () => {
  expect(read('&lt;!channel&gt; &lt;@U1&gt; &amp;lt; a &lt; b')).toEqual(['lines: <!channel> <@U1> &lt; a < b']);
});

test('quotations and blocks of code stand apart from the lines around', () => {
  expect(read('przed\n&gt; pierwszy\n> drugi\npo\n```kod *nie* gruby\n&lt;tak&gt;```\nkoniec')).toEqual([
    'lines: przed',
    'quote: pierwszy\ndrugi',
    'lines: po',
    'pre(kod *nie* gruby\n<tak>)',
    'lines: koniec',
  ]);
});

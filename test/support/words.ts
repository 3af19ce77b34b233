import fc from 'fast-check';
import { collapse, tidyLines } from '../../src/core/text.ts';

/** Names and words at the edges: empty, long, emoji, right-to-left, markup, broadcast. */
export const AWKWARD: readonly string[] = [
  'A',
  'Stowarzyszenie Miłośniczek i Miłośników Bardzo Długich Nazw Własnych, Ogrodów Wspólnych oraz Rozmów Sąsiedzkich '.repeat(
    28,
  ),
  '🌻👩‍🌾'.repeat(400),
  'جمعية الجيران المتخيلين',
  '<!channel> <@U0EVIL> *gwiazdki* _linie_ `kod` ~skreślenie~ <https://przyklad.example|klik> &amp;',
  'x'.repeat(3001),
];

/** What names may be made of: everything that means something to Slack, to HTML, to JSON or to a line's direction. */
const PIECES = [
  ...['<@U0EVIL>', '<!here>', '<!subteam^S0EVIL>', '<#C0EVIL>', '<https://przyklad.example|klik>', '&lt;!channel&gt;'],
  ...[
    '&',
    '<',
    '>',
    '*',
    '_',
    '~',
    '`',
    '|',
    '\\',
    '"',
    '{',
    '%',
    ':tada:',
    '•',
    '>>>',
    '@channel',
    'http://a.example',
  ],
  ...[
    '👩‍👩‍👧‍👦',
    '🏳️‍🌈',
    '🇵🇱',
    'e\u0301',
    'שלום',
    'مرحبا',
    '\u202E',
    '\u2066',
    '\u200D',
    'Żółć',
    'ąę',
    ' ',
    '  ',
    '1',
    'A',
  ],
];

/** Words as people type them. A line is a name or a short answer, a text may have paragraphs; both come tidied. */
export type Words = {
  readonly line: (max?: number) => fc.Arbitrary<string>;
  readonly text: (max?: number) => fc.Arbitrary<string>;
  /** True when the words are ordinary, so that everything else that is said is ours. */
  readonly areTame: boolean;
};

/** Slack's longest text field, so the longest answer there is. */
const LONGEST = 3000;

/** Tidied once: going through three thousand letters again and again would be most of the tests' time. */
const LINES = [...AWKWARD, ...PIECES.map((piece) => piece.repeat(Math.ceil(LONGEST / piece.length)))].map(collapse);
const TEXTS = [...LINES.slice(0, 12), LINES.join('\n\n\n'), '\u2022 ą\n'.repeat(1000)].map(tidyLines);

/** At most `max` UTF-16 units, never half a character, never nothing. */
const fitted = (text: string, max: number): string =>
  text
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim() || 'A';

const short = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 30 }).map((all) => all.join('')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
);

/** One of these, cut to `max`, or something short and strange; each cut is made once. */
function wild(from: readonly string[], tidy: (text: string) => string): (max?: number) => fc.Arbitrary<string> {
  const cuts = new Map<number, fc.Arbitrary<string>>();
  const made = (max: number) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...from.map((text) => fitted(text, max))) },
      { weight: 1, arbitrary: short.map((text) => fitted(tidy(text), max)) },
    );
  return (max = LONGEST) => {
    const known = cuts.get(max) ?? made(max);
    cuts.set(max, known);
    return known;
  };
}

/** The longest, strangest words that our forms and Slack let through. */
export const WILD: Words = { line: wild(LINES, collapse), text: wild(TEXTS, tidyLines), areTame: false };

/** Ordinary names in letters that neither Polish nor our English words are made of. */
const tame = fc.constantFrom('Qvx', 'Vxq Qvq', 'Xvq Vqx Qxv');
export const TAME: Words = { line: () => tame, text: () => tame, areTame: true };

/** A text without the words of `TAME`. */
export const withoutTame = (text: string): string => text.replace(/(?<!\p{L})(?:[qvx]{3})+(?!\p{L})|U0QVX/giu, '');

/** Moments around clock changes, midnights, leap days, and far away. */
export const moment: fc.Arbitrary<Date> = fc
  .constantFrom(
    '2023-05-07T21:59:59.999Z',
    '2023-03-26T00:59:59Z',
    '2023-03-26T01:00:00Z',
    '2023-10-29T00:30:00Z',
    '2023-10-29T01:30:00Z',
    '2024-02-29T22:59:59Z',
    '2023-12-31T23:00:00Z',
    '1990-01-01T00:00:00Z',
    '2099-12-31T22:59:59Z',
  )
  .map((iso) => new Date(iso));

/** Civil dates `YYYY-MM-DD`, the days of clock changes among them. */
export const day = fc.constantFrom('2023-03-26', '2023-10-29', '2024-02-29', '1990-01-01', '2099-12-31');

export const uuid = fc.nat({ max: 999 }).map((n) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`);
export const userId = fc.constantFrom('U0001', 'W0OTHER', 'U0VERYLONGIDOFSLACK');
export const channelId = fc.constantFrom('C0001', 'G0STAFF');
export const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null });

/** Nobody, one, a page, a page and one more, or as many as `most`; few of them differ, so that making them is quick. */
export const crowd = <T>(one: fc.Arbitrary<T>, most = 200): fc.Arbitrary<readonly T[]> =>
  fc
    .tuple(fc.array(one, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 1, 8, 9, most))
    .map(([few, n]) => Array.from({ length: Math.min(n, most) }, (_, index) => few[index % few.length] as T));

/** Zero, one, few and many, for words that are counted. */
export const count = fc.constantFrom(0, 1, 2, 5, 22, 200);
export const grosze = fc.constantFrom(0, 1, 600_000, 2_147_483_647);

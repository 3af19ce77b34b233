import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, collapse, escapeAndClip, escapeSlack, isolate, plural, tidyLines } from '../../../src/core/text.ts';

const letters = fc.constantFrom(...'aZż9 -_ŁßЇ&"\n', 'e\u0301', '😀', '👩‍👩‍👧‍👦', '🇵🇱', '\uD800', '\u202E', 'م', '①');

describe('plural', () => {
  const forms = { one: 'organizacja', few: 'organizacje', many: 'organizacji' };

  it.each([
    [0, 'organizacji'],
    [1, 'organizacja'],
    [2, 'organizacje'],
    [4, 'organizacje'],
    [5, 'organizacji'],
    [12, 'organizacji'],
    [21, 'organizacji'],
    [22, 'organizacje'],
    [112, 'organizacji'],
    [104, 'organizacje'],
  ])('%i in Polish is %s (R5)', (n, word) => expect(plural('pl', n, forms)).toBe(word));

  it('in English knows one and other', () => {
    expect([0, 1, 2, 21].map((n) => plural('en', n, { one: 'day', other: 'days' }))).toEqual([
      'days',
      'day',
      'days',
      'days',
    ]);
  });
});

describe('clip', () => {
  const anyText = fc.string({ unit: letters, maxLength: 60 });

  it('never gives more than asked, and leaves what fits alone', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 70 }), (text, max) => {
        const cut = clip(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed() || !text.isWellFormed()).toBe(true);
        if (text.length <= max) expect(cut).toBe(text);
        else if (max > 0) expect(cut.endsWith('…')).toBe(true);
      }),
    );
  });

  it.each([
    ['zażółć gęślą', 7, 'zażółć…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 14, '👩‍👩‍👧‍👦…'],
    ['a😀b', 3, 'a…'],
    ['e\u0301e\u0301', 3, 'e\u0301…'],
    ['za długie', 1, '…'],
    ['cokolwiek', 0, ''],
  ])('%j to %i is %j', (text, max, cut) => expect(clip(text, max)).toBe(cut));

  it('of escaped text fits and never cuts an entity in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('&', '<', '>', 'a'), maxLength: 40 }), fc.nat(60), (text, max) => {
        const cut = escapeAndClip(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.replace(/…$/, '')).toMatch(/^(?:a|&amp;|&lt;|&gt;)*$/);
        if (escapeSlack(text).length <= max) expect(cut).toBe(escapeSlack(text));
      }),
    );
  });
});

describe('what people typed', () => {
  it('cannot mention, link or broadcast', () => {
    expect(escapeSlack('<!channel> <@U1> A&B')).toBe('&lt;!channel&gt; &lt;@U1&gt; A&amp;B');
  });

  it('in a right-to-left script is kept apart from the sentence, other names are left alone', () => {
    expect(isolate('جمعية')).toBe('\u2068جمعية\u2069');
    expect(isolate('Łąka')).toBe('Łąka');
    expect(isolate('Ł\u202Eąka')).toBe('Łąka');
  });

  it('becomes one clean line', () => {
    expect(collapse('  Fundacja\u0000\n\t „Próba”\u202E \u00A0x\uD800 ')).toBe('Fundacja „Próba” x\uFFFD');
  });

  it('keeps its paragraphs where lines matter', () => {
    expect(tidyLines(' raz\r\n\r\n\n\n dwa \u0007 \u2028trzy ')).toBe('raz\n\ndwa\ntrzy');
  });
});

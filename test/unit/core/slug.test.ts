import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slug, withSuffix } from '../../../src/core/slug.ts';

const letters = fc.constantFrom(...'aZż9 -_ŁßЇ&"\n', 'e\u0301', '😀', '👩‍👩‍👧‍👦', '🇵🇱', '\uD800', '\u202E', 'م', '①');

describe('a channel name', () => {
  it.each([
    ['Fundacja „Zażółć gęślą jaźń”', 'fundacja-zazolc-gesla-jazn'],
    ['ŁÓDŹ & Ćma', 'lodz-cma'],
    ['Straße Øresund Þór', 'strasse-oresund-thor'],
    ['Товариство Їжак', 'tovarystvo-yizhak'],
    ["Koło „Pod O'Wsem”", 'kolo-pod-owsem'],
    ['  --a__b--  ', 'a-b'],
    ['①②③', '123'],
    ['جمعية', 'kanal'],
    ['😀', 'kanal'],
    ['', 'kanal'],
  ])('for %j is %s', (name, channel) => expect(slug(name)).toBe(channel));

  it('takes the fallback that was given', () => expect(slug('😀', 80, 'Organizacja 7')).toBe('organizacja-7'));

  it('is always something Slack accepts, with and without a suffix', () => {
    const anyName = fc.string({ unit: letters, maxLength: 100 });
    fc.assert(
      fc.property(anyName, fc.integer({ min: 5, max: 80 }), fc.integer({ min: 2, max: 99 }), (name, max, n) => {
        const channel = slug(name, max);
        expect(channel).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(channel.length).toBeLessThanOrEqual(max);
        const next = withSuffix(channel, n, max);
        expect(next).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(next.length).toBeLessThanOrEqual(max);
        expect(next.endsWith(`-${n}`)).toBe(true);
      }),
    );
  });

  it('that was taken gets a number', () => expect(withSuffix('a'.repeat(80), 12)).toBe(`${'a'.repeat(77)}-12`));
});

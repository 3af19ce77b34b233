import { describe, expect, expectTypeOf, it } from 'vitest';
import { fixedClock } from '../../../src/core/clock.ts';
import { localeOf } from '../../../src/core/locale.ts';
import { type Outcome, ok, refuse } from '../../../src/core/outcome.ts';
import { isVoivodeship, VOIVODESHIPS } from '../../../src/core/voivodeships.ts';

describe('the language', () => {
  it.each([
    ['en-GB', 'en'],
    ['en', 'en'],
    ['EN_us', 'en'],
    ['pl-PL', 'pl'],
    ['eno', 'pl'],
    ['de-DE', 'pl'],
    ['', 'pl'],
    [null, 'pl'],
    [undefined, 'pl'],
  ])('of %j is %s', (slack, locale) => expect(localeOf(slack)).toBe(locale));
});

describe('an outcome', () => {
  it('keeps its reasons as literals, so that a missing text does not compile', () => {
    const decide = (n: number) => (n > 0 ? ok(n) : refuse('too_small', { n }));
    expectTypeOf(decide(1)).toExtend<Outcome<number, 'too_small'>>();
    expect(decide(1)).toEqual({ ok: true, value: 1 });
    expect(decide(0)).toEqual({ ok: false, reason: 'too_small', detail: { n: 0 } });
    expect(refuse('late')).toEqual({ ok: false, reason: 'late' });
  });
});

describe('a fixed clock', () => {
  it('hands out copies, so that nobody can move it', () => {
    const clock = fixedClock('2023-05-07T23:59:59.999+02:00');
    clock.now().setTime(0);
    expect(clock.now().toISOString()).toBe('2023-05-07T21:59:59.999Z');
    expect(() => fixedClock('yesterday')).toThrow(RangeError);
  });
});

describe('voivodeships', () => {
  it('are sixteen, each with its own key and names', () => {
    expect(new Set(VOIVODESHIPS.map(({ key }) => key)).size).toBe(16);
    expect(new Set(VOIVODESHIPS.map(({ pl }) => pl)).size).toBe(16);
    expect(isVoivodeship('lodzkie')).toBe(true);
    expect(isVoivodeship('krakowskie')).toBe(false);
  });
});

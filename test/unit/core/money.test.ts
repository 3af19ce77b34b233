import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, MAX_GROSZE, parseMoney } from '../../../src/core/money.ts';

describe('money', () => {
  it.each([
    [600_000, '6 000,00 zł', 'PLN 6,000.00'],
    [600_001, '6 000,01 zł', 'PLN 6,000.01'],
    [5, '0,05 zł', 'PLN 0.05'],
    [0, '0,00 zł', 'PLN 0.00'],
    [-123_456_789, '-1 234 567,89 zł', '-PLN 1,234,567.89'],
  ])('%i grosze is shown as %s and %s (M1)', (grosze, pl, en) => {
    expect(formatMoney(grosze, 'pl')).toBe(pl.replaceAll(' ', '\u00A0'));
    expect(formatMoney(grosze, 'en')).toBe(en.replaceAll(' ', '\u00A0'));
  });

  it('half a grosz does not exist', () => expect(() => formatMoney(0.5, 'pl')).toThrow(RangeError));

  it.each([
    ['6000', 600_000],
    ['6 000', 600_000],
    ['6 000,00', 600_000],
    ['6\u00A0000,00\u00A0zł', 600_000],
    ['6.000,00 zł', 600_000],
    ['PLN 6,000.00', 600_000],
    ['6.000', 600_000],
    ['6,5', 650],
    ['0,01', 1],
    ['1 750,-', 175_000],
    ['007', 700],
  ])('%j is read as %i grosze', (text, value) => expect(parseMoney(text)).toEqual({ ok: true, value }));

  it.each([
    ['', 'empty'],
    ['zł', 'empty'],
    ['sześć tysięcy', 'not_an_amount'],
    ['6,000,00', 'not_an_amount'],
    ['60 00', 'not_an_amount'],
    ['6,0001', 'not_an_amount'],
    ['0.500', 'not_an_amount'],
    ['6000 EUR', 'not_an_amount'],
    ['1e5', 'not_an_amount'],
    ['-5', 'negative'],
    ['21474836,48', 'too_large'],
    ['99999999999999', 'too_large'],
  ])('%j is refused as %s', (text, reason) => expect(parseMoney(text)).toEqual({ ok: false, reason }));

  it('shown and read again is the same sum, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_GROSZE }), (grosze) => {
        expect(parseMoney(formatMoney(grosze, 'pl'))).toEqual({ ok: true, value: grosze });
        expect(parseMoney(formatMoney(grosze, 'en'))).toEqual({ ok: true, value: grosze });
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKrs, parseNip, parseNrb, parseRegon } from '../../../src/core/identifiers.ts';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

const sum = (text: string, weights: readonly number[]) => weights.reduce((all, w, i) => all + w * Number(text[i]), 0);

const validNip = digits(9)
  .map((nine) => `${nine}${sum(nine, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11}`)
  .filter((nip) => nip.length === 10 && Number(nip) > 0);
const validRegon9 = digits(8)
  .map((eight) => `${eight}${(sum(eight, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10}`)
  .filter((regon) => Number(regon) > 0);
const validRegon14 = fc
  .tuple(validRegon9, digits(4))
  .map(([nine, four]) => `${nine}${four}`)
  .map((text) => `${text}${(sum(text, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11) % 10}`);
const validNrb = digits(24).map((rest) => {
  const check = 98n - (BigInt(`${rest}252100`) % 97n);
  return `${String(check).padStart(2, '0')}${rest}`;
});

const pasted = fc.constantFrom(
  ...'0123456789PLplNIRK-. :',
  '\u200B',
  '\uD800',
  '\uDC00',
  '😀',
  '٣',
  '½',
  '²',
  'ẞ',
  '\0',
  '\n',
);
const noise = fc.constantFrom(' ', '-', '\u00A0', '\u200B', '\u00AD', '–', '\u2011', '\uFEFF', '\t', '\u202F');
const withNoise = (text: string, marks: readonly string[]) =>
  [...text].map((digit, i) => `${marks[i % marks.length] ?? ''}${digit}`).join('');

const parsers = [
  { name: 'NIP', parse: parseNip, valid: validNip },
  { name: 'REGON 9', parse: parseRegon, valid: validRegon9 },
  { name: 'REGON 14', parse: parseRegon, valid: validRegon14 },
  { name: 'KRS', parse: parseKrs, valid: digits(10).filter((krs) => Number(krs) > 0) },
  { name: 'NRB', parse: parseNrb, valid: validNrb },
];

describe.each(parsers)('any $name', ({ parse, valid }) => {
  it('that is right is accepted as its plain digits', () => {
    fc.assert(
      fc.property(valid, (number) => {
        expect(parse(number)).toEqual({ ok: true, value: number });
      }),
    );
  });

  it('may carry spaces, hyphens and invisible characters anywhere', () => {
    fc.assert(
      fc.property(valid, fc.array(noise, { minLength: 1, maxLength: 30 }), (number, marks) => {
        expect(parse(withNoise(number, marks))).toEqual({ ok: true, value: number });
      }),
    );
  });

  it('with a letter in it is refused', () => {
    fc.assert(
      fc.property(valid, fc.nat({ max: 9 }), (number, at) => {
        expect(parse(`${number.slice(0, at)}O${number.slice(at + 1)}`)).toMatchObject({ reason: 'not_digits' });
      }),
    );
  });

  it('never throws, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: pasted }), (text) => typeof parse(text).ok === 'boolean'),
      { numRuns: 300 },
    );
  });
});

describe.each([
  { name: 'NIP', parse: parseNip, valid: validNip, length: 10 },
  { name: 'NRB', parse: parseNrb, valid: validNrb, length: 26 },
])('a $name', ({ parse, valid, length }) => {
  it('with any single digit changed is refused', () => {
    fc.assert(
      fc.property(valid, fc.nat({ max: length - 1 }), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        const other = (Number(number[at]) + shift) % 10;
        expect(parse(`${number.slice(0, at)}${other}${number.slice(at + 1)}`).ok).toBe(false);
      }),
    );
  });
});

describe('NIP', () => {
  it.each(['1234563218', '8567346215', 'PL 856-734-62-15', 'pl8567346215', 'NIP: 123-456-32-18', 'NIP nr 1234563218'])(
    '%s is accepted',
    (raw) => expect(parseNip(raw).ok).toBe(true),
  );

  it.each([
    ['1234563217', 'bad_checksum'],
    ['1230000040', 'bad_checksum'],
    ['0000000000', 'placeholder'],
    ['123456321', 'wrong_length'],
    ['12345632181', 'wrong_length'],
    ['', 'empty'],
    [' \u200B\u00A0 ', 'empty'],
    ['PL', 'not_digits'],
    ['١٢٣٤٥٦٣٢١٨', 'not_digits'],
  ])('%j is refused as %s', (raw, reason) => expect(parseNip(raw)).toEqual({ ok: false, reason }));
});

describe('REGON', () => {
  it.each(['123456785', '007011828', '12345678512347', 'REGON 123-456-785'])('%s is accepted', (raw) =>
    expect(parseRegon(raw).ok).toBe(true),
  );

  it.each([
    ['123456784', 'bad_checksum'],
    ['12345678412347', 'bad_checksum'],
    ['12345678512348', 'bad_checksum'],
    ['732065834', 'bad_checksum'],
    ['1234567', 'wrong_length'],
    ['123456785123470', 'wrong_length'],
    ['000000000', 'placeholder'],
  ])('%s is refused as %s', (raw, reason) => expect(parseRegon(raw)).toEqual({ ok: false, reason }));

  it('whose leading zeros were eaten is offered with them', () => {
    const detail = { candidate: '007011828' };
    expect(parseRegon('7011828')).toEqual({ ok: false, reason: 'maybe_padded', detail });
  });

  it('of fourteen digits that lost its zeros is offered with them', () => {
    const whole = '00701182800000';
    const check = (sum(whole, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11) % 10;
    const candidate = `${whole.slice(0, 13)}${check}`;
    expect(parseRegon(candidate.slice(2))).toEqual({ ok: false, reason: 'maybe_padded', detail: { candidate } });
  });
});

describe('KRS', () => {
  it('keeps its leading zeros', () => expect(parseKrs('0000012345')).toEqual({ ok: true, value: '0000012345' }));

  it('that is too short is offered with zeros, never mended silently', () => {
    expect(parseKrs('12345')).toEqual({ ok: false, reason: 'maybe_padded', detail: { candidate: '0000012345' } });
  });

  it('that is too long is refused', () => expect(parseKrs('00000123456')).toMatchObject({ reason: 'wrong_length' }));
});

describe('NRB', () => {
  it.each([
    '17 1000 0000 0000 0000 0000 0001',
    'PL56 1234 5678 0000 0000 0000 0042',
    'IBAN PL56123456780000000000000042',
  ])('%s is accepted', (raw) => expect(parseNrb(raw).ok).toBe(true));

  it('with two digits swapped is refused', () => {
    expect(parseNrb('56 1234 5678 0000 0000 0000 0024')).toMatchObject({ reason: 'bad_checksum' });
  });
});

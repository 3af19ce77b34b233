import { describe, expect, it } from 'vitest';
import {
  contradicts,
  type Identity,
  mayAdd,
  normalised,
  parseRegisterNumber,
} from '../../../../src/features/organisations/rules.ts';

const known: Identity = {
  ...{ registerType: 'krs', registerName: null, registerNumber: '0000012345', nip: '1234563218', regon: '123456785' },
};

describe('a number in a register', () => {
  it.each([
    ['krs', ' 0000012345 ', '0000012345'],
    ['text', ' kgw / 12 ', 'KGW/12'],
    ['text', '1\u00A0234', '1 234'],
    ['text', 'ł-7', 'Ł-7'],
  ] as const)('of kind %s: %j is kept as %s', (kind, raw, value) =>
    expect(parseRegisterNumber(kind, raw)).toEqual({ ok: true, value }),
  );

  it('that lost its zeros is offered whole, never mended', () => {
    const detail = { candidate: '0000012345' };
    expect(parseRegisterNumber('krs', '12345')).toEqual({ ok: false, reason: 'maybe_padded', detail });
  });

  it.each([
    ['text', '', 'empty'],
    ['text', '0/0', 'placeholder'],
    ['text', 'a'.repeat(61), 'number_too_long'],
    ['krs', 'KGW 12', 'not_digits'],
  ] as const)('of kind %s: %j is refused as %s', (kind, raw, reason) =>
    expect(parseRegisterNumber(kind, raw)).toMatchObject({ ok: false, reason }),
  );
});

describe('the identity of an organisation', () => {
  it('takes the first nine digits of a REGON of fourteen', () => {
    expect(normalised({ ...known, regon: '12345678512347' }).regon).toBe('123456785');
  });

  it('does not contradict itself, nor when a number is missing (O1)', () => {
    expect(contradicts(known, known)).toBe(false);
    expect(contradicts(known, { ...known, nip: null, regon: null })).toBe(false);
  });

  it('is contradicted by another NIP, REGON or number in the same register', () => {
    expect(contradicts(known, { ...known, nip: '8567346215' })).toBe(true);
    expect(contradicts(known, { ...known, regon: '007011828' })).toBe(true);
    expect(contradicts(known, { ...known, registerNumber: '0000054321' })).toBe(true);
  });

  it('survives a move to another register: ordinary associations grow (45)', () => {
    const before = { ...known, registerType: 'starosta', registerName: 'Starosta Zmyśliński', registerNumber: '7' };
    expect(contradicts(before, known)).toBe(false);
  });
});

describe('representatives', () => {
  it('are at most as many as the programme says (39)', () => {
    expect(mayAdd(1, 2).ok).toBe(true);
    expect(mayAdd(2, 2)).toEqual({ ok: false, reason: 'too_many_representatives', detail: { limit: 2 } });
  });
});

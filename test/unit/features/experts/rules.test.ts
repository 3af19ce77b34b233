import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches } from '../../../../src/core/search.ts';
import { IDS } from '../../../../src/features/experts/ids.ts';
import { expertForm, maybePerson, tieForm } from '../../../../src/features/experts/input.ts';
import {
  fieldName,
  mayDeclare,
  mayEdit,
  mayName,
  unionOfFields,
} from '../../../../src/features/experts/rules/index.ts';
import { actor, staff } from '../../../support/actors.ts';

const ofOne = actor({ roles: [{ role: 'staff', cohortId: 'c1' }] });
const expert = actor({ personId: 'p1', roles: [{ role: 'expert', cohortId: null }] });

describe('who keeps experts', () => {
  it('is staff of all cohorts anywhere, staff of one cohort there', () => {
    expect(mayName(staff(), null)).toBe(true);
    expect(mayName(ofOne, 'c1')).toBe(true);
    expect(mayName(ofOne, 'c2')).toBe(false);
    expect(mayName(ofOne, null)).toBe(false);
    expect(mayName(expert, null)).toBe(false);
  });

  it('is the expert for the own profile', () => {
    expect(mayEdit(expert, { personId: 'p1', heldIn: [null] })).toBe(true);
    expect(mayEdit(expert, { personId: 'p2', heldIn: [null] })).toBe(false);
    expect(mayEdit(ofOne, { personId: 'p2', heldIn: ['c1'] })).toBe(true);
    expect(mayEdit(ofOne, { personId: 'p2', heldIn: ['c2', null] })).toBe(false);
  });

  it('lets an expert declare the own tie only', () => {
    expect(mayDeclare(expert, 'p1')).toBe(true);
    expect(mayDeclare(expert, 'p2')).toBe(false);
    expect(mayDeclare(staff(), 'p2')).toBe(true);
    expect(mayDeclare(actor({ personId: 'p1' }), 'p1')).toBe(false);
  });
});

describe('searching by name', () => {
  it('does not mind case, accents or Polish letters', () => {
    expect(matches('lod', 'Łódzkie Ogrody')).toBe(true);
    expect(matches('ŻÓŁ', 'Fundacja Żółty Łubin')).toBe(true);
    expect(matches('zol', 'Fundacja Żółty Łubin')).toBe(true);
    expect(matches('kot', 'Fundacja Żółty Łubin')).toBe(false);
    expect(matches('مرحبا', 'Fundacja')).toBe(false);
    expect(matches('مرح', 'مرحبا')).toBe(true);
  });

  it('finds every name by nothing and by itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        expect(matches('', name)).toBe(true);
        expect(matches(name, name)).toBe(true);
      }),
    );
  });
});

describe('fields of help', () => {
  const label = (pl: string) => ({ pl, en: pl });
  it('are each there once, with the first words', () => {
    const union = unionOfFields([
      [{ key: 'finance', label: label('finanse') }],
      [
        { key: 'finance', label: label('pieniądze') },
        { key: 'law', label: label('prawo') },
      ],
    ]);
    expect(union.map((field) => field.label.pl)).toEqual(['finanse', 'prawo']);
    expect(fieldName(union, 'law', 'pl')).toBe('prawo');
    expect(fieldName(union, 'gone', 'pl')).toBe('gone');
  });
});

describe('the profile’s form', () => {
  const form = expertForm(['finance'], false);
  const good = { fields: ['finance'], regions: [], max_load: '3', about: null };

  it('takes a whole country, a limit of nought and no words about the person', () => {
    expect(form.parse({ ...good, max_load: '0' })).toMatchObject({ regions: [], max_load: 0, about: null });
  });

  it('names what is wrong by field', () => {
    const reasonOf = (given: object) => form.safeParse({ ...good, ...given }).error?.issues[0];
    expect(reasonOf({ fields: [] })).toMatchObject({ path: ['fields'], message: 'choose_field' });
    expect(reasonOf({ fields: ['magic'] })).toMatchObject({ message: 'choose_field' });
    expect(reasonOf({ regions: ['atlantyda'] })).toMatchObject({ path: ['regions'], message: 'choose_region' });
    for (const max_load of ['51', '-1', '2.5', 'dużo', null]) expect(reasonOf({ max_load })?.message).toBe('load');
    expect(reasonOf({ about: 'x'.repeat(601) })).toMatchObject({ message: 'long' });
  });

  it('asks for the person only when none is given', () => {
    expect(expertForm(['finance'], true).safeParse({ ...good, person: null }).error?.issues[0]?.message).toBe(
      'choose_person',
    );
  });
});

describe('the tie’s form', () => {
  it('needs an organisation and a known kind', () => {
    const id = '00000000-0000-7000-8000-000000000001';
    const form = tieForm(false);
    expect(form.safeParse({ [IDS.organisation]: id, category: 'work' }).success).toBe(true);
    expect(form.safeParse({ [IDS.organisation]: null, category: 'work' }).success).toBe(false);
    expect(form.safeParse({ [IDS.organisation]: id, category: 'gossip' }).success).toBe(false);
  });
});

describe('the words of the command', () => {
  it('name one person or nobody', () => {
    expect(maybePerson.parse(' <@U0ABC|ewa> ')).toBe('U0ABC');
    expect(maybePerson.parse('')).toBeNull();
    expect(maybePerson.safeParse('@ewa').success).toBe(false);
    expect(maybePerson.safeParse('<!channel>').success).toBe(false);
  });
});

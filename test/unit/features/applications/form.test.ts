import { describe, expect, it } from 'vitest';
import { behalfForm } from '../../../../src/features/applications/input/behalf.ts';
import { asField, faultyAnswers, stepSchema, typedFields } from '../../../../src/features/applications/input/form.ts';
import { fieldWords } from '../../../../src/features/applications/texts/entry.ts';
import { formOf, type Question } from '../../../../src/features/programmes/public.ts';
import { parseForm } from '../../../../src/platform/slack/form.ts';
import { definitionNamed } from '../../../support/applications.ts';
import { answersFor } from '../../../support/intake.ts';

const definition = definitionNamed('debiuty-2024');
const form = formOf({ id: 'c1', definition, grantGrosze: 500_000 });
const [organisation, people] = form.steps;
const question = (key: string): Question => {
  const found = form.steps.flatMap((step) => step.questions).find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
};
/** One question's field through the form of a step that has no other. */
const answer = (key: string, raw: string | readonly string[] | null) => {
  const step = { key: 'one', title: { pl: 'Jeden', en: 'One' }, questions: [question(key)] };
  return parseForm(stepSchema(definition, step), { [key]: raw });
};
const reasonOf = (key: string, raw: string | readonly string[] | null): string => {
  const checked = answer(key, raw);
  return checked.ok ? 'fine' : (checked.errors[key] ?? 'another field');
};

const REGISTERED = {
  organisation_name: 'Zmyślony Ogród',
  legal_form: 'association',
  register_type: 'krs',
  register_name: null,
  register_number: '0000999001',
  nip: '999-00-00-014',
  regon: 'REGON 990000016',
};
const first = (change: object = {}) =>
  parseForm(stepSchema(definition, organisation as never), { ...REGISTERED, ...change });

describe('identifiers at the door', () => {
  it('are taken with what people and PDFs put around them, and kept bare (APP-3)', () => {
    expect(first({ nip: 'PL 999\u00A0000\u00A000\u201114' })).toMatchObject({
      ok: true,
      value: { nip: '9990000014', regon: '990000016', register_number: '0000999001' },
    });
  });

  it.each([
    ['nip', '1230000040', 'nip_bad_checksum'],
    ['nip', '123', 'nip_wrong_length'],
    ['regon', '7011828', 'regon_maybe_padded:007011828'],
    ['regon', '123456784', 'regon_bad_checksum'],
    ['register_number', '12345', 'krs_maybe_padded:0000012345'],
    ['register_number', 'abc', 'krs_not_digits'],
  ])('refuse %s %s beside its field', (field, typed, reason) => {
    const refused = first({ [field]: typed });
    expect(refused).toEqual({ ok: false, errors: { [field]: reason } });
  });

  it('offer the number with its zeros and ask, in both languages', () => {
    expect(fieldWords('regon_maybe_padded:007011828', 'pl')).toContain('007011828?');
    expect(fieldWords('regon_maybe_padded:007011828', 'en')).toContain('007011828?');
  });

  it('want the register’s name only where numbers repeat, and drop it elsewhere (O4)', () => {
    const local = { register_type: 'starosta', register_number: 'SZ 7 / 12', nip: null, regon: null };
    expect(first(local)).toEqual({ ok: false, errors: { register_name: 'register_name_needed' } });
    expect(first({ ...local, register_name: 'Starosta Zmyśliński' })).toMatchObject({
      value: { register_number: 'SZ 7/12' },
    });
    expect(first({ register_name: 'zbędna' })).toMatchObject({ ok: true, value: { register_name: null } });
  });
});

describe('sums', () => {
  it.each([
    ['5000', 'fine'],
    ['5 000,00 zł', 'fine'],
    ['5000,01', 'sum_too_large:500000'],
    ['6 000', 'sum_too_large:500000'],
    ['0', 'sum_too_small:1'],
    ['-5', 'not_a_sum'],
    ['dużo', 'not_a_sum'],
  ])('%s are %s under a ceiling of 5 000 zł (M2, cases 24, 25)', (typed, reason) =>
    expect(reasonOf('requested_amount', typed)).toBe(reason),
  );

  it('name the ceiling as money', () => {
    expect(fieldWords('sum_too_large:500000', 'pl')).toContain('5\u00A0000,00\u00A0zł');
  });
});

describe('answers', () => {
  it.each([
    ['description', 'x'.repeat(3001), 'too_long:3000'],
    ['description', 'x'.repeat(3000), 'fine'],
    ['description', '   \n ', 'required'],
    ['description', null, 'required'],
    ['experience', null, 'fine'],
    ['subject', '🌻'.repeat(60), 'fine'],
    ['subject', '🌻'.repeat(61), 'too_long:120'],
    ['town', 'جمعية', 'fine'],
    ['town', '<!channel>', 'fine'],
    ['voivodeship', 'bajkowe', 'required'],
    ['needs', [], 'choose_one'],
    ['needs', ['czary'], 'choose_one'],
    ['ready_for_mentor', 'może', 'required'],
    ['contact_email', 'kontakt@przyklad', 'not_an_email'],
    ['contact_phone', '600 100 200', 'fine'],
    ['contact_phone', 'zadzwoń', 'not_a_phone'],
    ['second_representative', '!channel', 'required'],
    ['second_representative', 'U0123ABC', 'fine'],
  ])('to %s: a case that is %#', (key, typed, reason) => expect(reasonOf(key, typed)).toBe(reason));

  it('lose what is invisible and keep their lines', () => {
    const checked = answer('description', 'raz\u202E\r\n\r\n\r\ndwa\u0000');
    expect(checked).toEqual({ ok: true, value: { description: 'raz\n\ndwa' } });
  });

  it('that are kept pass again as they are shown in their fields', () => {
    const kept = answersFor({ requested_amount: 499_950 });
    expect(faultyAnswers(definition, form, kept)).toEqual([]);
    expect(asField(question('requested_amount'), 499_950)).toBe('4999,50');
  });

  it('are found faulty before sending when something is missing or a ceiling was lowered', () => {
    expect(faultyAnswers(definition, form, answersFor({ subject: null, requested_amount: 500_100 }))).toEqual([
      'subject',
      'requested_amount',
    ]);
    expect(faultyAnswers(definition, form, {}).length).toBeGreaterThan(10);
  });

  it('have words for every reason in both languages', () => {
    const reasons = [...(people?.questions ?? [])].map((one) => reasonOf(one.key, '\u0000'.padEnd(5000, 'x')));
    for (const reason of reasons.filter((one) => one !== 'fine')) {
      expect(fieldWords(reason, 'pl')).not.toBe(fieldWords(reason, 'en'));
    }
  });
});

describe('what is typed and not checked', () => {
  it('is kept in a shape that can be stored: only the form’s fields, no broken characters, nothing endless', () => {
    const values = {
      subject: 'a\uD83C\u0000b',
      description: 'x'.repeat(9000),
      needs: ['finance'],
      foreign: 'x',
      nip: null,
    };
    expect(typedFields(form, values)).toEqual({
      ...{ subject: 'a\uFFFDb', description: 'x'.repeat(3000), needs: ['finance'], nip: '' },
    });
  });
});

describe('the receipt of an application on behalf', () => {
  const given = {
    ...{ call: '00000000-0000-7000-8000-000000000001', day: '2023-05-07', time: '23:59', way: 'mail' },
    ...{ evidence: 'mail z 7 maja', late_reason: null },
  };

  it('is a Warsaw moment', () => {
    const parsed = parseForm(behalfForm, given);
    expect(parsed).toMatchObject({ ok: true, value: { receiptAt: new Date('2023-05-07T21:59:00.000Z') } });
  });

  it('needs its day, time, way and evidence', () => {
    const empty = { ...given, day: null, time: null, way: null, evidence: null };
    expect(parseForm(behalfForm, empty)).toEqual({
      ok: false,
      errors: { day: 'required', time: 'required', way: 'required', evidence: 'required' },
    });
    expect(parseForm(behalfForm, { ...given, time: '25:99' })).toMatchObject({ ok: false });
  });
});

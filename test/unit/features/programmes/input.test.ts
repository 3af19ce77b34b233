import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBasis, writeBasis } from '../../../../src/features/programmes/ids.ts';
import { callForm, cohortForm, windowOf } from '../../../../src/features/programmes/input/forms.ts';
import { texts } from '../../../../src/features/programmes/texts.ts';
import { parseForm } from '../../../../src/platform/slack/form.ts';

const filled = {
  name: ' Debiuty  2027 ',
  places: '30',
  grant: '6 000,00 zł',
  voucher: '2000',
  opens_on: '2027-04-05',
  opens_time: '00:00',
  closes_on: '2027-05-09',
  closes_time: '23:59',
  staff: ['U1'],
};
const errors = (changed: Record<string, string | null>) => {
  const parsed = parseForm(cohortForm, { ...filled, ...changed });
  return parsed.ok ? {} : parsed.errors;
};

describe('the form of a cohort', () => {
  it('gives sums in grosze and a tidy name', () => {
    const parsed = parseForm(cohortForm, filled);
    expect(parsed).toMatchObject({
      ok: true,
      value: { name: 'Debiuty 2027', places: 30, grant: 600_000, voucher: 200_000 },
    });
  });

  it('may leave both dates for later, times or not', () => {
    const parsed = parseForm(cohortForm, { ...filled, opens_on: null, closes_on: null });
    expect(parsed.ok && windowOf(parsed.value, 'inclusive')).toBe(null);
  });

  it('needs the other date when one is given, and both times', () => {
    expect(errors({ opens_on: null })).toEqual({ opens_on: 'date_missing' });
    expect(errors({ closes_on: null })).toEqual({ closes_on: 'date_missing' });
    expect(errors({ closes_time: null })).toEqual({ closes_time: 'time_missing' });
  });

  it('refuses a date that does not exist and a call that closes first', () => {
    expect(errors({ closes_on: '2027-02-30' })).toEqual({ closes_on: 'date_wrong' });
    expect(errors({ closes_on: '2027-04-04', grant: '?' })).toEqual({ closes_on: 'closes_first', grant: 'sum_wrong' });
  });

  it('refuses no places, and sums that are none', () => {
    expect(errors({ places: '0', grant: 'dużo', voucher: '-5' })).toEqual({
      places: 'places_wrong',
      grant: 'sum_wrong',
      voucher: 'sum_wrong',
    });
    expect(errors({ name: ' \u200b ', places: null, grant: null })).toEqual({
      name: 'name_missing',
      places: 'places_wrong',
      grant: 'sum_missing',
    });
  });

  it('has words for every reason, whatever is typed', () => {
    const text = fc.oneof(fc.string(), fc.constant(null), fc.constantFrom('2027-04-05', '12:00', '10'));
    const form = fc.record({
      name: text,
      places: text,
      grant: text,
      voucher: text,
      opens_on: text,
      opens_time: text,
      closes_on: text,
      closes_time: text,
    });
    fc.assert(
      fc.property(form, (values) => {
        const parsed = parseForm(cohortForm, { ...values, staff: [] });
        const reasons = parsed.ok ? [] : Object.values(parsed.errors);
        expect(reasons.filter((reason) => !texts('pl').errors[reason] || !texts('en').errors[reason])).toEqual([]);
      }),
    );
  });
});

describe('the form of a call', () => {
  it('needs all four fields', () => {
    const parsed = parseForm(callForm, { opens_on: null, opens_time: null, closes_on: null, closes_time: null });
    expect(parsed).toEqual({ ok: false, errors: { opens_on: 'date_missing' } });
  });
});

describe('what a cohort is made of', () => {
  it('comes back as it was written, within the 75 characters of an option', () => {
    const from = { cohort: '00000000-0000-7000-8000-000000000001' };
    expect(readBasis(writeBasis(from))).toEqual(from);
    expect(readBasis(writeBasis({ definition: 'debiuty-2024' }))).toEqual({ definition: 'debiuty-2024' });
    expect(writeBasis(from).length).toBeLessThanOrEqual(75);
  });

  it('is refused when foreign', () => {
    for (const raw of ['', 'd', 'x:debiuty', 'c:debiuty-2024', `d:${'x'.repeat(200)}`])
      expect(readBasis(raw)).toBe(null);
  });
});

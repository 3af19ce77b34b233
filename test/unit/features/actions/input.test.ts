import { describe, expect, it } from 'vitest';
import { cancelForm, dateForm, noteForm, reportForm } from '../../../../src/features/actions/input.ts';

const report = { people: '12', description: 'Spacer', links: '', photos: [], consent: [] };
const faults = (of: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  of.error?.issues.map(({ path, message }) => `${String(path[0])}:${message}`);

describe('the forms of an action', () => {
  it('photos need the consent of those in them; consent without photos is no harm', () => {
    expect(faults(reportForm.safeParse({ ...report, photos: ['F1'] }))).toEqual(['consent:consent_missing']);
    expect(reportForm.parse({ ...report, photos: ['F1'], consent: ['yes'] })).toMatchObject({ consent: true });
    expect(reportForm.parse({ ...report, consent: ['yes'] }).photos).toEqual([]);
    const many = Array.from({ length: 11 }, (_, n) => `F${n}`);
    expect(faults(reportForm.safeParse({ ...report, photos: many, consent: ['yes'] }))).toEqual(['photos:many_photos']);
  });

  it('nobody coming is a number of people, too', () => {
    expect(reportForm.parse({ ...report, people: '0' }).people).toBe(0);
    for (const people of ['', null, '-1', '1.5', '1e3', '99999999'])
      expect(faults(reportForm.safeParse({ ...report, people }))).toEqual(['people:people_missing']);
  });

  it('links are addresses, one in a line', () => {
    const links = 'https://a.example/x\n\nhttp://b.example';
    expect(reportForm.parse({ ...report, links }).links).toEqual(['https://a.example/x', 'http://b.example']);
    for (const bad of ['javascript:alert(1)', 'www.a.example', 'https://a b'])
      expect(faults(reportForm.safeParse({ ...report, links: bad }))).toEqual(['links:not_links']);
  });

  it('a date has a day, times in order, and a place', () => {
    const date = { date: '2024-06-04', from: '10:00', to: '12:00', place: ' Park ', reason: null };
    expect(dateForm.parse(date)).toMatchObject({ place: 'Park', reason: null });
    expect(faults(dateForm.safeParse({ ...date, to: '10:00' }))).toEqual(['to:to_before_from']);
    expect(faults(dateForm.safeParse({ ...date, date: '2024-02-30', place: ' ' }))).toEqual([
      ...['date:date_missing', 'place:place_missing'],
    ]);
  });

  it('calling off needs a reason, and notes at least a word or why one was away', () => {
    expect(faults(cancelForm.safeParse({ reason: '  ' }))).toEqual(['reason:reason_missing']);
    expect(faults(noteForm.safeParse({ dates: [], text: '', absence: '' }))).toEqual(['text:note_missing']);
    expect(noteForm.parse({ dates: null, text: '', absence: 'choroba' })).toMatchObject({ dates: [], text: '' });
  });
});

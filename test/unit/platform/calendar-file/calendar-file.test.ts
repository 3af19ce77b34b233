import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarFile } from '../../../../src/platform/calendar-file/index.ts';

const BOOKED: CalendarEntry = {
  uid: 'consultation-7@debiuty',
  sequence: 0,
  method: 'PUBLISH',
  start: new Date('2026-06-02T08:00:00Z'),
  end: new Date('2026-06-02T09:00:00Z'),
  stamp: new Date('2026-05-20T10:11:12Z'),
  summary: 'Konsultacja: „Łąka, czyli ogród” – Fundacja Żółw',
};

/** What ical.js makes of the file. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const [vevent, ...more] = calendar.getAllSubcomponents('vevent');
  if (!vevent || more.length > 0) throw new Error('not one event');
  const event = new ICAL.Event(vevent);
  const text = (name: string) => vevent.getFirstPropertyValue(name)?.toString() ?? null;
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate(),
    end: event.endDate.toJSDate(),
    zone: event.startDate.zone.tzid,
    summary: event.summary,
    description: event.description,
    location: event.location,
    status: text('status'),
    url: text('url'),
    stamp: text('dtstamp'),
    attendees: event.attendees.map((one) => one.getFirstValue()),
  };
}

/** What node-ical makes of the file. */
function readAgain(file: string) {
  const events = Object.values(nodeIcal.sync.parseICS(file)).filter((one) => one?.type === 'VEVENT');
  const [event] = events;
  if (events.length !== 1 || event?.type !== 'VEVENT') throw new Error('not one event');
  return event;
}

const lines = (file: string) => file.split('\r\n');

describe('a calendar file', () => {
  it('moves and crosses out the same entry: one UID, a rising SEQUENCE, STATUS:CANCELLED', () => {
    const later = { start: new Date('2026-06-03T10:30:00Z'), end: new Date('2026-06-03T11:30:00Z') };
    const moved: CalendarEntry = { ...BOOKED, ...later, sequence: 1 };
    const cancelled: CalendarEntry = { ...moved, sequence: 2, method: 'CANCEL' };
    const versions = [BOOKED, moved, cancelled].map((entry) => {
      const file = calendarFile(entry);
      return [read(file), readAgain(file)] as const;
    });
    expect(versions.map(([one]) => [one.uid, one.sequence, one.status, one.method])).toEqual([
      [BOOKED.uid, 0, 'CONFIRMED', 'PUBLISH'],
      [BOOKED.uid, 1, 'CONFIRMED', 'PUBLISH'],
      [BOOKED.uid, 2, 'CANCELLED', 'CANCEL'],
    ]);
    expect(versions.map(([one]) => one.start)).toEqual([BOOKED.start, later.start, later.start]);
    expect(versions.map(([, two]) => [two.uid, Number(two.sequence), two.status])).toEqual([
      [BOOKED.uid, 0, 'CONFIRMED'],
      [BOOKED.uid, 1, 'CONFIRMED'],
      [BOOKED.uid, 2, 'CANCELLED'],
    ]);
    expect(versions.map(([, two]) => two.end?.getTime())).toEqual([BOOKED.end, later.end, later.end].map(Number));
  });

  it('keeps the instant in each quarter of an hour of the clock changes of 2026, also in the hour that comes twice', () => {
    for (const day of ['2026-03-29', '2026-10-25']) {
      for (let quarter = 0; quarter < 16; quarter += 1) {
        const start = new Date(Date.parse(`${day}T00:00:00Z`) + (quarter - 4) * 15 * 60_000);
        const end = new Date(start.getTime() + 60 * 60_000);
        const file = calendarFile({ ...BOOKED, start, end });
        expect([read(file).start, read(file).end, read(file).zone]).toEqual([start, end, 'UTC']);
        expect([readAgain(file).start?.getTime(), readAgain(file).end?.getTime()]).toEqual([+start, +end]);
      }
    }
  });

  it('asks nobody to answer when it knows no addresses', () => {
    const person = { name: 'Anna Przykładowa', email: 'anna@ekspertka.example' };
    const other = { name: 'Jan Zmyślony', email: 'jan@fundacja.example' };
    expect(read(calendarFile({ ...BOOKED, method: 'REQUEST' })).method).toBe('PUBLISH');
    const asked = calendarFile({ ...BOOKED, method: 'REQUEST', organizer: person, attendees: [other] });
    expect([read(asked).method, read(asked).attendees]).toEqual(['REQUEST', ['MAILTO:jan@fundacja.example']]);
  });

  it('carries no mail address but one that can be nobody’s, unless addresses are given', () => {
    const file = calendarFile({ ...BOOKED, description: 'Prosimy o protokół.', location: 'ul. Zmyślona 5, Łódź' });
    expect(file.match(/[\w.]+@[\w.]+/g)).toEqual(['7@debiuty', 'debiuty@debiuty.invalid']);
  });

  it('gives links as they are, and none that a calendar would break', () => {
    const url = 'https://spotkanie.example/pokoj?a=1,2;3';
    expect(read(calendarFile({ ...BOOKED, url })).url).toBe('https://spotkanie.example/pokoj?a=1%2C2%3B3');
  });

  it('keeps all that people wrote, in lines of at most 75 bytes', () => {
    const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
    const polish = fc.string({ unit: fc.constantFrom(...'zażółć gęślą jaźń,;:\\"\n👩‍👩‍👧‍👦مرحبا'), maxLength: 3_000 });
    fc.assert(
      fc.property(letters, polish, (summary, description) => {
        const file = calendarFile({ ...BOOKED, summary, description });
        const seen = read(file);
        expect(seen.summary ?? '').toBe(summary.trim().replace(/\s+/g, ' '));
        expect(seen.description ?? '').toBe(description.trim());
        expect(lines(file).every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        expect(Buffer.from(file).toString('utf8')).toBe(file);
      }),
      { numRuns: 200 },
    );
  });

  it('loses control characters and half letters, and cannot be made to say more than it was given', () => {
    const summary = 'Spotkanie\r\nEND:VEVENT\u0000\u0008\ud800\r\nBEGIN:VEVENT';
    const seen = read(calendarFile({ ...BOOKED, summary, uid: 'a', location: 'Sala\u2028LOCATION:inna' }));
    expect([seen.summary, seen.location]).toEqual(['Spotkanie END:VEVENT\ufffd BEGIN:VEVENT', 'Sala LOCATION:inna']);
  });

  it('is the same to the byte for the same entry', () => {
    expect(calendarFile({ ...BOOKED })).toBe(calendarFile({ ...BOOKED }));
  });
});

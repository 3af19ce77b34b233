import { describe, expect, it } from 'vitest';
import { WARSAW } from '../../../../src/core/calendar/index.ts';
import { type ReminderRule, reminderRule } from '../../../../src/core/reminders.ts';
import { momentsOf } from '../../../../src/features/obligations/rules/moments.ts';
import { easter, minuteOf, type SlowCase, slowMoments } from '../../../support/slow-calendar.ts';
import { SETTINGS, warsaw } from './support.ts';

/** What the product says of a case, in the words of the slow method. */
function quick(given: SlowCase): readonly { step: string; minute: number }[] {
  const { openedAt, due, openingDays, days, workingDays, hours, onDay, afterDays } = given;
  const before = [
    ...(days ?? []).map((count) => ({ days: count })),
    ...(workingDays ?? []).map((count) => ({ workingDays: count })),
    ...(hours ?? []).map((count) => ({ hours: count })),
  ];
  const rule = reminderRule.parse({
    afterOpening: (openingDays ?? []).map((count) => ({ days: count })),
    before,
    onDay: onDay ?? false,
    after: (afterDays ?? []).map((count) => ({ days: count })),
    most: 50,
  });
  const matter = { openedAt: new Date(openedAt * 60_000), due: { ...due, zone: WARSAW } };
  return momentsOf(rule, matter, SETTINGS, WARSAW).map(({ step, at }) => ({ step, minute: at.getTime() / 60_000 }));
}

const STEPS = {
  openingDays: [2, 5],
  days: [1, 2, 3, 7, 14],
  workingDays: [2],
  hours: [1, 2, 24],
  onDay: true,
  afterDays: [1, 7, 14],
};

const TIMES = ['00:00', '02:30', '08:00', '09:00', '12:00', '18:00', '23:59'];

/** Closings on each of some days around a date. */
const around = (date: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) =>
    new Date(Date.parse(`${date}T00:00Z`) + (from + index) * 86_400_000).toISOString().slice(0, 10),
  );

const CALENDARS = {
  'the clock change of 29 March 2026': around('2026-03-29', -2, 3),
  'the clock change of 25 October 2026': around('2026-10-25', -2, 3),
  'Easter 2026': around('2026-04-05', -3, 3),
  '1 and 3 May 2026': around('2026-05-01', -1, 5),
  'Corpus Christi 2025': around('2025-06-19', -1, 4),
  'Corpus Christi 2026': around('2026-06-04', -1, 4),
  'Corpus Christi 2027': around('2027-05-27', -1, 4),
  'Christmas 2025': around('2025-12-23', 0, 11),
  'Christmas 2026': around('2026-12-23', 0, 11),
  'Christmas 2027': around('2027-12-23', 0, 11),
} as const;

describe('reminder moments, beside a slow method that asks the clocks minute by minute', () => {
  it.each(Object.entries(CALENDARS))('are the same for closings around %s', (_name, dates) => {
    for (const date of dates)
      for (const time of TIMES) {
        const openedAt = minuteOf(around(date, -20, -20)[0] ?? '', '13:00');
        const given = { ...STEPS, openedAt, due: { date, time } };
        expect(quick(given), `${date} ${time}`).toEqual(slowMoments(given));
      }
  });

  it.each([2025, 2026, 2027, 2028, 2029, 2030])(
    'are the same for each quarter-hour around both changes of %i',
    (year) => {
      for (const change of [lastSunday(year, '03'), lastSunday(year, '10')])
        for (const date of around(change, -1, 1))
          for (let quarter = 0; quarter < 96; quarter += 1) {
            const due = { date, time: new Date(quarter * 900_000).toISOString().slice(11, 16) };
            const openedAt = minuteOf(around(change, -4, -4)[0] ?? '', '12:00');
            const given = { openedAt, due, days: [1], hours: [1, 2, 24], onDay: true, afterDays: [1] };
            const slow = slowMoments(given);
            if (JSON.stringify(quick(given)) !== JSON.stringify(slow))
              expect(quick(given), `${date} ${due.time}`).toEqual(slow);
          }
      expect(lastSunday(2026, '03')).toBe('2026-03-29');
    },
  );

  it('knows when Easter is', () => {
    expect([2025, 2026, 2027].map(easter)).toEqual(['2025-04-20', '2026-04-05', '2027-03-28']);
  });
});

function lastSunday(year: number, month: '03' | '10'): string {
  const days = around(`${year}-${month}-31`, -6, 0);
  return days.find((date) => new Date(`${date}T12:00Z`).getUTCDay() === 0) ?? '';
}

const PLAN = reminderRule.parse({
  before: [{ days: 14 }, { days: 7 }, { days: 2 }],
  onDay: true,
  after: [{ days: 1 }],
});
const CALL = reminderRule.parse({ before: [{ days: 7 }, { days: 3 }, { hours: 24 }, { hours: 2 }] });

const LONG_AGO = '2024-01-02T12:00:00+01:00';

const calendar = (rule: ReminderRule, due: string | null, opened = LONG_AGO, settings = SETTINGS): string[] => {
  const [date = '', time = ''] = due?.split(' ') ?? [];
  const of = { openedAt: new Date(opened), due: due ? { date, time, zone: WARSAW } : null };
  return momentsOf(rule, of, settings, WARSAW).map(({ step, at }) => `${warsaw(at)} ${step}`);
};

describe('reminder calendars written by hand', () => {
  it.each([
    {
      name: 'a plan due on the Sunday of the March change: on Fridays before it and on the Monday after',
      rule: PLAN,
      due: '2026-03-29 12:00',
      expected: [
        'Fri 13/03/2026, 09:00 before:14d',
        'Fri 20/03/2026, 09:00 before:7d',
        'Fri 27/03/2026, 09:00 day',
        'Mon 30/03/2026, 09:00 after:1d',
      ],
    },
    {
      name: 'a call that closes at night after the October change: real hours, then the evening before',
      rule: CALL,
      due: '2026-10-26 01:30',
      expected: [
        'Mon 19/10/2026, 09:00 before:7d',
        'Fri 23/10/2026, 09:00 before:3d',
        'Sat 24/10/2026, 20:00 before:24h',
        'Sun 25/10/2026, 20:00 before:2h',
      ],
    },
    {
      name: 'a call that closes at a time the March change leaves out',
      rule: CALL,
      due: '2026-03-29 02:30',
      expected: [
        'Fri 20/03/2026, 09:00 before:7d',
        'Thu 26/03/2026, 09:00 before:3d',
        'Fri 27/03/2026, 20:00 before:24h',
        'Sat 28/03/2026, 20:00 before:2h',
      ],
    },
    {
      name: 'a plan due after the May weekend: 1 May is passed over',
      rule: PLAN,
      due: '2026-05-04 23:59',
      expected: [
        'Mon 20/04/2026, 09:00 before:14d',
        'Mon 27/04/2026, 09:00 before:7d',
        'Thu 30/04/2026, 09:00 before:2d',
        'Mon 04/05/2026, 09:00 day',
        'Tue 05/05/2026, 09:00 after:1d',
      ],
    },
    {
      name: 'a plan due after Christmas 2025: Christmas Eve is passed over',
      rule: PLAN,
      due: '2025-12-29 23:59',
      expected: [
        'Mon 15/12/2025, 09:00 before:14d',
        'Mon 22/12/2025, 09:00 before:7d',
        'Tue 23/12/2025, 09:00 before:2d',
        'Mon 29/12/2025, 09:00 day',
        'Tue 30/12/2025, 09:00 after:1d',
      ],
    },
    {
      name: 'a plan due after Christmas 2024, when Christmas Eve was a working day',
      rule: PLAN,
      due: '2024-12-27 23:59',
      expected: [
        'Fri 13/12/2024, 09:00 before:14d',
        'Fri 20/12/2024, 09:00 before:7d',
        'Tue 24/12/2024, 09:00 before:2d',
        'Fri 27/12/2024, 09:00 day',
        'Mon 30/12/2024, 09:00 after:1d',
      ],
    },
    {
      name: 'a plan due the day after Corpus Christi',
      rule: PLAN,
      due: '2026-06-05 12:00',
      expected: [
        'Fri 22/05/2026, 09:00 before:14d',
        'Fri 29/05/2026, 09:00 before:7d',
        'Wed 03/06/2026, 09:00 before:2d',
        'Fri 05/06/2026, 09:00 day',
        'Mon 08/06/2026, 09:00 after:1d',
      ],
    },
    {
      name: 'a call that closes after Easter: hours do not wait for a working day',
      rule: CALL,
      due: '2026-04-07 12:00',
      expected: [
        'Tue 31/03/2026, 09:00 before:7d',
        'Fri 03/04/2026, 09:00 before:3d',
        'Mon 06/04/2026, 12:00 before:24h',
        'Tue 07/04/2026, 10:00 before:2h',
      ],
    },
  ])('$name', ({ rule, due, expected }) => expect(calendar(rule, due)).toEqual(expected));
});

describe('a reminder', () => {
  const days = (count: number) => reminderRule.parse({ before: [{ days: count }] });

  it('that would come before the matter was opened, or after its date, is left out', () => {
    expect(calendar(PLAN, '2026-05-14 08:30', '2026-05-07T09:01:00+02:00')).toEqual([
      'Tue 12/05/2026, 09:00 before:2d',
      'Fri 15/05/2026, 09:00 after:1d',
    ]);
    const twice = reminderRule.parse({ afterOpening: [{ days: 2 }, { days: 9 }] });
    expect(calendar(twice, '2026-05-14 08:30', '2026-05-07T09:01:00+02:00')).toEqual([
      'Mon 11/05/2026, 09:00 opening:2d',
    ]);
  });

  it('of a matter without a date counts from its opening only', () => {
    const rule = reminderRule.parse({ afterOpening: [{ hours: 0 }, { days: 3 }], before: [{ days: 1 }] });
    expect(calendar(rule, null, '2026-05-07T21:15:00+02:00')).toEqual([
      'Fri 08/05/2026, 08:00 opening:0h',
      'Mon 11/05/2026, 09:00 opening:3d',
    ]);
  });

  it('comes again and again, at most as often as the rule says, to each receiver', () => {
    const rule = reminderRule.parse({
      afterOpening: [
        { days: 2, every: 7 },
        { days: 7, to: 'staff' },
      ],
      most: 3,
    });
    expect(calendar(rule, null, '2026-06-01T12:00:00+02:00')).toEqual([
      'Wed 03/06/2026, 09:00 opening:2d',
      'Mon 08/06/2026, 09:00 opening:7d:staff',
      'Wed 10/06/2026, 09:00 opening:9d',
      'Wed 17/06/2026, 09:00 opening:16d',
    ]);
  });

  it('is said to both receivers at one moment, but once to each', () => {
    const rule = reminderRule.parse({
      before: [{ days: 3 }, { days: 2 }, { workingDays: 1 }, { days: 2, to: 'expert' }],
    });
    expect(calendar(rule, '2026-03-29 12:00')).toEqual([
      'Thu 26/03/2026, 09:00 before:3d',
      'Fri 27/03/2026, 09:00 before:2d:expert',
      'Fri 27/03/2026, 09:00 before:1wd',
    ]);
  });

  it('keeps to quiet hours of its own setting, also within one night and when there are none', () => {
    const rule = reminderRule.parse({ before: [{ hours: 2 }] });
    const settings = (quietFrom: string, quietTo: string) => ({ ...SETTINGS, quietFrom, quietTo });
    expect(calendar(rule, '2026-05-12 05:00', LONG_AGO, settings('01:00', '06:00'))).toEqual([
      'Tue 12/05/2026, 01:00 before:2h',
    ]);
    expect(calendar(rule, '2026-05-12 05:00', LONG_AGO, settings('00:00', '00:00'))).toEqual([
      'Tue 12/05/2026, 03:00 before:2h',
    ]);
  });

  it('lives by the clocks of whoever is reminded, and by the date that was announced', () => {
    const of = { openedAt: new Date(LONG_AGO), due: { date: '2026-05-12', time: '12:00', zone: WARSAW } };
    const [moment] = momentsOf(days(4), of, SETTINGS, 'America/New_York');
    expect(moment?.at).toEqual(new Date('2026-05-08T09:00:00-04:00'));
  });
});

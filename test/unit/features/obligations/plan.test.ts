import { describe, expect, it } from 'vitest';
import { reminderRule } from '../../../../src/core/reminders.ts';
import { type PlanInput, plan } from '../../../../src/features/obligations/rules/plan.ts';
import { nextReminderAt } from '../../../../src/features/obligations/rules/track.ts';
import { channel, matter, person, SETTINGS, warsaw } from './support.ts';

/** What is planned, one line for each message: when, to whom, which steps of which matters. */
function said(input: Partial<PlanInput> & Pick<PlanInput, 'obligations'>): string[] {
  const whole = {
    sent: [],
    settings: SETTINGS,
    from: new Date('2026-03-02T12:00:00+01:00'),
    to: new Date('2026-05-01'),
  };
  return plan({ ...whole, ...input }).map(({ at, to, items, fold }) => {
    const words = items.map(({ obligationKey, step }) => `${obligationKey} ${step}`);
    return [warsaw(at), to.key, ...(fold === 'digest' ? ['digest'] : []), words.join(' + ')].join(' | ');
  });
}

const at = (moment: string): Date => new Date(moment);
const soon = { date: '2026-04-09', time: '12:00', zone: 'Europe/Warsaw' };

describe('what is said of a matter', () => {
  it('is one message at each of its moments', () => {
    expect(said({ obligations: [matter()] })).toEqual([
      'Fri 03/04/2026, 09:00 | person:ola | plan:1 before:7d',
      'Wed 08/04/2026, 09:00 | person:ola | plan:1 before:2d',
      'Mon 13/04/2026, 09:00 | person:ola | plan:1 after:1d',
    ]);
  });

  it('is nothing while time is asked for, and nothing from the moment on at which it ends', () => {
    expect(said({ obligations: [matter({ isPaused: true })] })).toEqual([]);
    expect(said({ obligations: [matter({ endsAt: at('2026-04-08T09:00:00+02:00') })] })).toHaveLength(1);
    expect(said({ obligations: [matter({ rule: null })] })).toEqual([]);
  });

  it('may come at the very moment it is due', () => {
    const one = matter({ due: { ...soon, time: '09:00' }, rule: reminderRule.parse({ onDay: true }) });
    expect(said({ obligations: [one] })).toEqual(['Thu 09/04/2026, 09:00 | person:ola | plan:1 day']);
  });

  it('is not said again when the set hour moves to later on that day', () => {
    const input = { sent: [], settings: SETTINGS, from: at('2026-04-02'), to: at('2026-04-04') };
    const sent = plan({ ...input, obligations: [matter()] });
    const settings = { ...SETTINGS, reminderTime: '10:00' };
    expect(sent).toHaveLength(1);
    expect(
      said({ obligations: [matter()], sent, settings, from: at('2026-04-03T09:30:00+02:00'), to: input.to }),
    ).toEqual([]);
  });

  it('is folded with whatever else the same person is told at that moment, the soonest date first', () => {
    const other = matter({ key: 'plan:2', due: soon, rule: reminderRule.parse({ before: [{ days: 6 }] }) });
    expect(said({ obligations: [matter(), other], to: at('2026-04-07') })).toEqual([
      'Fri 03/04/2026, 09:00 | person:ola | digest | plan:2 before:6d + plan:1 before:7d',
    ]);
  });
});

describe('a snoozed matter', () => {
  const asked = at('2026-04-08T09:00:00+02:00');

  it('is silent until then and comes back at that moment, in the place of what fell due meanwhile', () => {
    const one = matter({ snoozedUntil: at('2026-04-09T09:00:00+02:00') });
    expect(said({ obligations: [one], from: at('2026-04-03T10:00:00+02:00') })).toEqual([
      'Thu 09/04/2026, 09:00 | person:ola | plan:1 snooze:2026-04-09T07:00:00.000Z',
      'Mon 13/04/2026, 09:00 | person:ola | plan:1 after:1d',
    ]);
  });

  it('comes back once, also when a reminder of its own falls on that moment', () => {
    expect(said({ obligations: [matter({ snoozedUntil: asked })], to: at('2026-04-12') })).toEqual([
      'Wed 08/04/2026, 09:00 | person:ola | plan:1 before:2d',
    ]);
  });

  it('that was to come back at night comes back in the morning', () => {
    const one = matter({ snoozedUntil: at('2026-04-08T21:30:00+02:00') });
    expect(said({ obligations: [one], to: at('2026-04-12') })[0]).toMatch(/^Thu 09\/04\/2026, 08:00/);
  });

  it('is kept from others too; they are told with the next digest', () => {
    const rule = reminderRule.parse({
      before: [
        { days: 2, to: 'staff' },
        { days: 1, to: 'staff' },
      ],
    });
    const recipients = { owner: person('ola'), expert: null, staff: channel('staff') };
    const one = matter({ rule, recipients, snoozedUntil: at('2026-04-09T11:00:00+02:00') });
    expect(said({ obligations: [{ ...one, due: { ...soon, date: '2026-04-15' } }], to: at('2026-04-12') })).toEqual([
      'Thu 09/04/2026, 11:00 | person:ola | plan:1 snooze:2026-04-09T09:00:00.000Z',
    ]);
    expect(said({ obligations: [one], to: at('2026-04-12') }).at(-1)).toBe(
      'Fri 10/04/2026, 09:00 | channel:staff | plan:1 before:1d:staff',
    );
  });
});

describe('the noise budget', () => {
  const hourly = (key: string, time: string) =>
    matter({ key, due: { ...soon, time }, rule: reminderRule.parse({ before: [{ hours: 2 }], after: [{ days: 5 }] }) });
  const four = ['11:00', '12:00', '13:00', '14:00'].map((time, index) => hourly(`talk:${index + 1}`, time));

  it('lets a person hear no more than so much a day; what is too late then is not said', () => {
    const lines = said({ obligations: four, to: at('2026-04-13') });
    expect(lines.map((line) => line.slice(0, 21))).toEqual([
      'Thu 09/04/2026, 09:00',
      'Thu 09/04/2026, 10:00',
      'Thu 09/04/2026, 11:00',
    ]);
  });

  it('folds the surplus into the next digest', () => {
    const settings = { ...SETTINGS, noticesPerPersonDay: 1 };
    const open = four.map((one) => ({ ...one, due: null, openedAt: at('2026-04-10T08:00:00+02:00') }));
    const rules = [1, 2, 3, 4].map((hours) => reminderRule.parse({ afterOpening: [{ hours }] }));
    const obligations = open.map((one, index) => ({ ...one, rule: rules[index] ?? null }));
    expect(said({ obligations, settings, from: at('2026-04-10') })).toEqual([
      'Fri 10/04/2026, 09:00 | person:ola | talk:1 opening:1h',
      'Mon 13/04/2026, 09:00 | person:ola | digest | talk:2 opening:2h + talk:3 opening:3h + talk:4 opening:4h',
    ]);
  });

  it('lets a channel get no more than so many posts a week, from Monday to Sunday', () => {
    const rule = reminderRule.parse({ afterOpening: [1, 2, 3, 4, 5, 6, 7].map((days) => ({ days })) });
    const one = matter({
      due: null,
      rule,
      openedAt: at('2026-06-14T12:00:00+02:00'),
      recipients: { owner: channel('a'), expert: null, staff: null },
    });
    const settings = { ...SETTINGS, postsPerChannelWeek: 2 };
    expect(said({ obligations: [one], settings, from: one.openedAt, to: at('2026-07-01') })).toEqual([
      'Mon 15/06/2026, 09:00 | channel:a | plan:1 opening:1d',
      'Tue 16/06/2026, 09:00 | channel:a | plan:1 opening:2d',
      'Mon 22/06/2026, 09:00 | channel:a | plan:1 opening:7d',
    ]);
  });

  it('begins a new week on Monday, not on Sunday', () => {
    const talk = (key: string, date: string) =>
      matter({
        key,
        due: { ...soon, date },
        rule: reminderRule.parse({ before: [{ hours: 1 }] }),
        recipients: { owner: channel('a'), expert: null, staff: null },
      });
    const obligations = [talk('talk:1', '2026-04-18'), talk('talk:2', '2026-04-19'), talk('talk:3', '2026-04-20')];
    expect(said({ obligations, settings: { ...SETTINGS, postsPerChannelWeek: 1 } })).toEqual([
      'Sat 18/04/2026, 11:00 | channel:a | talk:1 before:1h',
      'Mon 20/04/2026, 11:00 | channel:a | talk:3 before:1h',
    ]);
  });

  it('is put off by answers to acts, which never silence what would be too late next week', () => {
    const answers = ['06', '07'].map((day) => ({
      at: at(`2026-04-${day}T08:00:00+02:00`),
      to: { key: 'channel:a' },
      items: [],
    }));
    const to = { owner: channel('a'), expert: null, staff: null };
    const rule = reminderRule.parse({ before: [{ days: 1 }] });
    const now = matter({ key: 'now:1', due: { ...soon, date: '2026-04-10' }, rule, recipients: to });
    const weekend = matter({
      key: 'later:1',
      due: { ...soon, date: '2026-04-20' },
      rule: reminderRule.parse({ before: [{ days: 12 }] }),
      recipients: to,
    });
    const settings = { ...SETTINGS, postsPerChannelWeek: 2 };
    expect(said({ obligations: [weekend], sent: answers, settings })).toEqual([
      'Mon 13/04/2026, 09:00 | channel:a | later:1 before:12d',
    ]);
    expect(said({ obligations: [now, weekend], sent: answers, settings })).toEqual([
      'Thu 09/04/2026, 09:00 | channel:a | digest | now:1 before:1d + later:1 before:12d',
    ]);
    const reminders = answers.map((one, index) => ({ ...one, items: [{ obligationKey: 'x', key: `x:${index}` }] }));
    expect(said({ obligations: [now], sent: reminders, settings })).toEqual([]);
  });

  it('counts what was said before, also about other things', () => {
    const morning = { at: at('2026-04-08T08:00:00+02:00'), to: { key: 'person:ola' }, items: [] };
    const input = {
      obligations: [matter()],
      from: at('2026-04-07T12:00:00+02:00'),
      to: at('2026-04-09T12:00:00+02:00'),
    };
    expect(said({ ...input, sent: [morning, morning] }).join()).toContain('Wed 08/04/2026');
    expect(said({ ...input, sent: [morning, morning, morning] }).join()).toContain('Thu 09/04/2026');
  });
});

describe('a missed run', () => {
  const daily = reminderRule.parse({ before: [5, 4, 3, 2, 1].map((days) => ({ days })) });
  const due = { ...soon, date: '2026-04-24' };
  const obligations = [matter({ rule: daily, due }), matter({ key: 'plan:2', rule: daily, due })];
  const from = at('2026-04-17T12:00:00+02:00');
  const run = (now: string) => said({ obligations, from, now: at(now), to: at(now) });

  it('is made good by one message with the newest of each matter', () => {
    expect(run('2026-04-22T11:17:00+02:00')).toEqual([
      'Wed 22/04/2026, 11:17 | person:ola | digest | plan:1 before:2d + plan:2 before:2d',
    ]);
  });

  it('keeps the planned moment when it is hardly late', () => {
    expect(run('2026-04-22T09:04:59+02:00').join()).toContain('22/04/2026, 09:00');
  });

  it('wakes nobody at night: it waits for the next digest', () => {
    expect(run('2026-04-22T22:00:00+02:00')).toEqual([]);
    const later = { obligations, from: at('2026-04-22T22:00:00+02:00'), to: at('2026-04-23T12:00:00+02:00') };
    expect(said(later)).toEqual(['Thu 23/04/2026, 09:00 | person:ola | digest | plan:1 before:1d + plan:2 before:1d']);
  });

  it('disturbs no weekend, unless something is counted in hours', () => {
    const hours = matter({
      key: 'talk:1',
      due: { ...soon, date: '2026-04-26' },
      rule: reminderRule.parse({ before: [{ hours: 24 }] }),
    });
    const friday = {
      from: at('2026-04-24T08:00:00+02:00'),
      now: at('2026-04-25T15:00:00+02:00'),
      to: at('2026-04-25T15:00:00+02:00'),
    };
    const days = matter({ due: { ...soon, date: '2026-04-30' }, rule: reminderRule.parse({ before: [{ days: 6 }] }) });
    expect(said({ obligations: [days], ...friday })).toEqual([]);
    expect(said({ obligations: [days, hours], ...friday })).toEqual([
      'Sat 25/04/2026, 15:00 | person:ola | digest | talk:1 before:24h + plan:1 before:6d',
    ]);
  });

  it('says nothing of a date that has passed meanwhile', () => {
    expect(run('2026-04-24T15:00:00+02:00')).toEqual([]);
  });
});

describe('escalation (SY-2)', () => {
  const rule = reminderRule.parse({ after: [{ days: 1 }, { days: 7, to: 'expert' }, { days: 14, to: 'staff' }] });
  const recipients = { owner: channel('latarnia'), expert: person('ewa'), staff: channel('staff') };
  const input = { sent: [], settings: SETTINGS, from: at('2026-04-01'), to: at('2026-05-01') };

  it('goes to the expert, then to staff, each with who was already told and when', () => {
    const [owner, expert, staff] = plan({ ...input, obligations: [matter({ rule, recipients })] });
    expect(owner?.items[0]?.told).toEqual([]);
    expect(expert?.items[0]).toMatchObject({ to: 'expert', told: [{ to: 'channel:latarnia', at: owner?.at }] });
    expect(staff?.items[0]).toMatchObject({
      to: 'staff',
      told: [
        { to: 'channel:latarnia', at: owner?.at },
        { to: 'person:ewa', at: expert?.at },
      ],
    });
  });

  it('does not call those told before who are told at the same moment', () => {
    const both = reminderRule.parse({ before: [{ days: 2 }, { days: 2, to: 'expert' }] });
    const messages = plan({ ...input, obligations: [matter({ rule: both, recipients })] });
    expect(messages.map(({ items }) => items[0]?.told)).toEqual([[], []]);
  });

  it('goes to staff at once where there is no expert', () => {
    const lines = said({ obligations: [matter({ rule, recipients: { ...recipients, expert: null } })] });
    expect(lines).toEqual([
      'Mon 13/04/2026, 09:00 | channel:latarnia | plan:1 after:1d',
      'Fri 17/04/2026, 09:00 | channel:staff | plan:1 after:7d:expert',
      'Fri 24/04/2026, 09:00 | channel:staff | plan:1 after:14d:staff',
    ]);
  });
});

describe('a moved date', () => {
  it('lets old reminders die; what was said of the old date is not said again of the new one', () => {
    const [first] = plan({
      obligations: [matter()],
      sent: [],
      settings: SETTINGS,
      from: at('2026-04-01'),
      to: at('2026-04-04'),
    });
    const moved = matter({ due: { ...soon, date: '2026-04-17' } });
    const from = at('2026-04-07T12:00:00+02:00');
    expect(said({ obligations: [moved], sent: first ? [first] : [], from })).toEqual([
      'Fri 10/04/2026, 09:00 | person:ola | plan:1 before:7d',
      'Wed 15/04/2026, 09:00 | person:ola | plan:1 before:2d',
      'Mon 20/04/2026, 09:00 | person:ola | plan:1 after:1d',
    ]);
    const back = matter({
      reminded: [{ key: first?.items[0]?.key ?? '', to: 'person:ola', at: first?.at ?? at('2026-04-03') }],
    });
    expect(said({ obligations: [back], from })[0]).toBe('Wed 08/04/2026, 09:00 | person:ola | plan:1 before:2d');
  });
});

describe('the moment to look at a matter again', () => {
  const now = at('2026-04-06T12:00:00+02:00');
  const told = (key: string, when: string) => ({ key, to: 'person:ola', at: at(when) });

  it('is its next reminder, in the past while one waits, never while nothing is to come', () => {
    expect(nextReminderAt(matter(), SETTINGS, now)).toEqual(at('2026-04-03T09:00:00+02:00'));
    const reminded = [told('any', '2026-04-03T09:00:00+02:00')];
    expect(nextReminderAt(matter({ reminded }), SETTINGS, now)).toEqual(at('2026-04-08T09:00:00+02:00'));
    expect(nextReminderAt(matter({ reminded, isPaused: true }), SETTINGS, now)).toBeNull();
    const last = { reminded: [told('any', '2026-04-13T09:00:00+02:00')] };
    expect(nextReminderAt(matter(last), SETTINGS, at('2026-04-14'))).toBeNull();
    expect(nextReminderAt(matter(last), SETTINGS, now)).toEqual(at('2026-04-03T09:00:00+02:00'));
    expect(nextReminderAt(matter(), SETTINGS, at('2026-04-12'))).toEqual(at('2026-04-13T09:00:00+02:00'));
  });
});

import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { civilOf, toInstant, WARSAW } from '../../../../src/core/calendar/index.ts';
import { type ReminderSettings, reminderRule } from '../../../../src/core/reminders.ts';
import { momentsOf } from '../../../../src/features/obligations/rules/moments.ts';
import type { OpenObligation } from '../../../../src/features/obligations/rules/obligation.ts';
import { type PlannedMessage, plan } from '../../../../src/features/obligations/rules/plan.ts';
import { nextReminderAt } from '../../../../src/features/obligations/rules/track.ts';
import { channel, person, SETTINGS } from './support.ts';

const QUARTER = 900_000;
const START = Date.parse('2026-03-20T00:00:00+01:00');
const DAY = 96;

/** A moment on a quarter-hour, so many days after the start at most. The March change and Easter lie among them. */
const moment = (days: number) => fc.nat(days * DAY).map((quarters) => new Date(START + quarters * QUARTER));

const to = fc.constantFrom('owner' as const, 'expert' as const, 'staff' as const);
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
const inDays = (least: number) => fc.record({ days: fc.integer({ min: least, max: 12 }), to });

const rule = fc
  .record({
    afterOpening: some(fc.oneof(inDays(0), fc.record({ hours: fc.nat(30), to }))),
    before: some(
      fc.oneof(
        inDays(1),
        fc.record({ hours: fc.integer({ min: 1, max: 48 }), to }),
        fc.record({ workingDays: fc.integer({ min: 1, max: 5 }), to }),
      ),
    ),
    onDay: fc.boolean(),
    after: some(fc.record({ days: fc.integer({ min: 1, max: 12 }), every: fc.constantFrom(1, 3, 7), to })),
    most: fc.integer({ min: 1, max: 6 }),
  })
  .map((given) => reminderRule.parse({ ...given, onDay: given.onDay || given.before.length === 0 }));

const rare = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 4 });

const obligation = (key: string, days: number): fc.Arbitrary<OpenObligation> =>
  fc.record({
    key: fc.constant(key),
    openedAt: moment(days),
    due: fc.option(
      moment(days).map((at) => civilOf(at)),
      { freq: 6 },
    ),
    endsAt: rare(moment(days)),
    rule,
    recipients: fc.record({
      owner: fc.constantFrom(person('ola'), channel('latarnia')),
      expert: fc.option(fc.constant(person('ewa'))),
      staff: fc.constant(channel('staff')),
    }),
    isPaused: rare(moment(days)).map((at) => at !== null),
    snoozedUntil: rare(moment(days)),
    reminded: fc.constant([]),
  });

const obligations = (most: number, days: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => obligation(`plan:${index}`, days))));

const settings: fc.Arbitrary<ReminderSettings> = fc.record({
  reminderTime: fc.constantFrom('08:00', '09:00', '12:30'),
  quietFrom: fc.constantFrom('18:00', '20:00'),
  quietTo: fc.constantFrom('07:00', '08:00'),
  noticesPerPersonDay: fc.integer({ min: 1, max: 3 }),
  postsPerChannelWeek: fc.integer({ min: 1, max: 6 }),
});

const SPAN = 40;
const whole = { sent: [], from: new Date(START), to: new Date(START + SPAN * DAY * QUARTER) };
const history = fc.record({ obligations: obligations(6, SPAN), settings });
const runs = (numRuns: number) => ({ numRuns, seed: 20260329 });

/** The whole span in runs that end at the given moments, each knowing what was said before it. */
function inRuns(input: Parameters<typeof plan>[0], ends: readonly Date[], isTick = false): readonly PlannedMessage[] {
  const said: PlannedMessage[] = [];
  let from = input.from;
  for (const end of [...ends.toSorted((a, b) => a.getTime() - b.getTime()), input.to]) {
    said.push(...plan({ ...input, sent: [...input.sent, ...said], from, to: end, ...(isTick ? { now: end } : {}) }));
    from = end;
  }
  return said;
}

/** Answers to acts, which make noise and name no matter. */
const answers = fc.array(
  fc.record({
    at: moment(SPAN),
    to: fc.constantFrom(person('ola'), person('ewa'), channel('latarnia'), channel('staff')),
    items: fc.constant([]),
  }),
  { maxLength: 40 },
);

const itemsOf = (messages: readonly PlannedMessage[]) =>
  messages.flatMap(({ at, to: whom, items }) => items.map((item) => ({ ...item, at, whom: whom.key })));

const local = (at: Date): DateTime => DateTime.fromJSDate(at, { zone: WARSAW });

describe('the plan of any matters', () => {
  it('never passes the noise budget: so many a person and day, a channel and ISO week', () => {
    fc.assert(
      fc.property(history, (given) => {
        const counts = new Map<string, number>();
        for (const { at, to: whom } of plan({ ...whole, ...given })) {
          const span = local(at).toFormat(whom.kind === 'person' ? 'yyyy-MM-dd' : "kkkk-'W'WW");
          const most = given.settings[whom.kind === 'person' ? 'noticesPerPersonDay' : 'postsPerChannelWeek'];
          const count = (counts.get(`${whom.key} ${span}`) ?? 0) + 1;
          counts.set(`${whom.key} ${span}`, count);
          expect(count).toBeLessThanOrEqual(most);
        }
      }),
      runs(150),
    );
  });

  it('says nothing twice: no key, no matter twice in a message, no recipient at one moment', () => {
    fc.assert(
      fc.property(history, (given) => {
        const messages = plan({ ...whole, ...given });
        const keys = itemsOf(messages).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { items, fold } of messages) {
          expect(new Set(items.map((item) => item.obligationKey)).size).toBe(items.length);
          expect(fold).toBe(items.length === 1 ? 'single' : 'digest');
        }
        const places = messages.map(({ at, to: whom }) => `${whom.key} ${at.getTime()}`);
        expect(new Set(places).size).toBe(places.length);
      }),
      runs(150),
    );
  });

  it('keeps still about what is paused, snoozed, not yet owed or over, and about a date that has passed', () => {
    fc.assert(
      fc.property(history, (given) => {
        const matters = new Map(given.obligations.map((one) => [one.key, one]));
        const said = itemsOf(plan({ ...whole, ...given }));
        expect(said.filter((item) => !maySay(matters.get(item.obligationKey), item))).toEqual([]);
      }),
      runs(150),
    );
  });

  it('keeps to the hours: never in quiet ones', () => {
    fc.assert(
      fc.property(history, (given) => {
        for (const { at } of plan({ ...whole, ...given })) {
          const time = local(at).toFormat('HH:mm');
          expect(time >= given.settings.quietTo && time <= given.settings.quietFrom).toBe(true);
        }
      }),
      runs(150),
    );
  });

  it('is in the order of time, and the same in whatever order matters are given', () => {
    fc.assert(
      fc.property(history, (given) => {
        const messages = plan({ ...whole, ...given });
        expect(messages).toEqual(messages.toSorted((a, b) => a.at.getTime() - b.at.getTime()));
        expect(plan({ ...whole, ...given, obligations: given.obligations.toReversed() })).toEqual(messages);
      }),
      runs(100),
    );
  });

  it('is the same in one run and cut into many', () => {
    fc.assert(
      fc.property(history, answers, fc.array(moment(SPAN), { minLength: 1, maxLength: 5 }), (given, sent, cuts) => {
        const input = { ...whole, ...given, sent };
        expect(inRuns(input, cuts)).toEqual(plan(input));
      }),
      runs(200),
    );
  });

  it('is not silenced by answers to acts: what would be said in time without them is said in time', () => {
    fc.assert(
      fc.property(history, answers, (given, sent) => {
        const inTime = (messages: readonly PlannedMessage[]) => {
          const before = itemsOf(messages).filter(({ step }) => step.startsWith('before') || step.startsWith('day'));
          return new Set(before.map(({ obligationKey, whom }) => `${obligationKey} ${whom}`));
        };
        const plenty = { ...given, settings: { ...given.settings, noticesPerPersonDay: 99, postsPerChannelWeek: 99 } };
        const all = inTime(plan({ ...whole, ...plenty }));
        const noisy = { ...plenty, settings: { ...plenty.settings, noticesPerPersonDay: 3, postsPerChannelWeek: 20 } };
        const said = inTime(plan({ ...whole, ...noisy, sent: [...sent, ...sent, ...sent] }));
        const still = inTime(plan({ ...whole, ...noisy }));
        expect([...all].filter((one) => still.has(one) && !said.has(one))).toEqual([]);
      }),
      runs(200),
    );
  });

  it('changes nothing else when staff have a message of it written down ahead', () => {
    fc.assert(
      fc.property(history, fc.nat(), (given, index) => {
        const messages = plan({ ...whole, ...given });
        const ahead = messages[index % Math.max(1, messages.length)];
        if (!ahead) return;
        const obligations = given.obligations.map((one) => ({ ...one, reminded: remindedOf(one, [ahead]) }));
        const rest = plan({ ...whole, ...given, obligations, sent: [ahead] });
        expect(rest).toEqual(messages.filter((one) => one !== ahead));
      }),
      runs(300),
    );
  });

  it('leaves nothing out while the budget lasts: each moment of the rule is said at that moment', () => {
    fc.assert(
      fc.property(history, (given) => {
        const plenty = { ...SETTINGS, noticesPerPersonDay: 1000, postsPerChannelWeek: 1000 };
        const plain = given.obligations.map((one) => ({
          ...one,
          ...{ isPaused: false, snoozedUntil: null, endsAt: null },
          recipients: { owner: person(`owner-${one.key}`), expert: person('ewa'), staff: channel('staff') },
        }));
        const expected = plain.flatMap((one) =>
          (one.rule ? momentsOf(one.rule, one, plenty, WARSAW) : [])
            .filter(({ at }) => at > whole.from && at <= whole.to)
            .map(({ at, step }) => `${at.toISOString()} ${one.key} ${step}`),
        );
        const said = itemsOf(plan({ ...whole, settings: plenty, obligations: plain }));
        expect(
          said.map(({ at, obligationKey, step }) => `${at.toISOString()} ${obligationKey} ${step}`).sort(),
        ).toEqual(expected.sort());
      }),
      runs(100),
    );
  });
});

describe('the runs of a tick', () => {
  const FEW = 6;
  const brief = { ...whole, to: new Date(START + FEW * DAY * QUARTER) };
  const short = fc.record({ obligations: obligations(4, FEW), settings });
  const everyQuarter = Array.from({ length: FEW * DAY }, (_, index) => new Date(START + (index + 1) * QUARTER));

  it('say exactly what was planned, at the planned moments', () => {
    fc.assert(
      fc.property(short, (given) => {
        const input = { ...brief, ...given };
        expect(inRuns(input, everyQuarter, true)).toEqual(plan(input));
      }),
      runs(8),
    );
  });

  it('need to look only at matters whose moment has come', () => {
    fc.assert(
      fc.property(short, (given) => {
        const said: PlannedMessage[] = [];
        let from = brief.from;
        for (const now of everyQuarter) {
          const remembered = given.obligations.map((one) => ({ ...one, reminded: remindedOf(one, said) }));
          const due = remembered.filter((one) => (nextReminderAt(one, given.settings, now) ?? brief.to) <= now);
          said.push(...plan({ obligations: due, sent: [...said], settings: given.settings, from, now, to: now }));
          from = now;
        }
        expect(said).toEqual(plan({ ...brief, ...given }));
      }),
      runs(8),
    );
  });

  it('that come late say no more than one message to each, the newest of each matter, by day', () => {
    fc.assert(
      fc.property(history, moment(SPAN), (given, now) => {
        const messages = plan({ ...whole, ...given, now, to: now });
        expect(new Set(messages.map((one) => one.to.key)).size).toBe(messages.length);
        const later = itemsOf(plan({ ...whole, ...given, sent: messages, from: now }));
        const told = new Map(itemsOf(messages).map(({ whom, obligationKey, at }) => [`${whom} ${obligationKey}`, at]));
        for (const { at, whom, obligationKey } of later)
          expect(at > (told.get(`${whom} ${obligationKey}`) ?? whole.from)).toBe(true);
        for (const { at } of messages) {
          const time = local(at).toFormat('HH:mm');
          expect(time >= given.settings.quietTo && time <= given.settings.quietFrom).toBe(true);
        }
      }),
      runs(150),
    );
  });
});

function remindedOf(one: OpenObligation, said: readonly PlannedMessage[]) {
  return itemsOf(said)
    .filter(({ obligationKey }) => obligationKey === one.key)
    .map(({ key, whom, at }) => ({ key, to: whom, at }));
}

/** Whether something may be said of a matter at a moment at all. */
function maySay(one: OpenObligation | undefined, { at, step }: { readonly at: Date; readonly step: string }): boolean {
  if (!one || one.isPaused || at < one.openedAt) return false;
  if ((one.snoozedUntil && at < one.snoozedUntil) || (one.endsAt && at >= one.endsAt)) return false;
  const dueAt = one.due && toInstant(one.due).instant;
  return !dueAt || step.startsWith('snooze') || at > dueAt === step.startsWith('after');
}

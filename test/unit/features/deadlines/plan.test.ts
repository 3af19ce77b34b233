import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isWorkingDay } from '../../../../src/core/calendar/index.ts';
import {
  daysBetween,
  follows,
  isOver,
  type Kind,
  planMove,
  type Standing,
  type Step,
  within,
} from '../../../../src/features/deadlines/rules/index.ts';

const NOW = new Date('2023-06-01T10:00:00+02:00');
const LAST = '2024-01-31';

const kind = (key: string, rest: Partial<Kind> = {}): Kind => ({
  key,
  owes: 'organisation',
  latest: 'funder',
  ...rest,
});
const KINDS: readonly Kind[] = [
  kind('plan'),
  kind('action'),
  kind('report', { after: { kind: 'action', days: 30, count: 'term' } }),
  kind('settlement', { after: { kind: 'report', days: 7, count: 'days' }, latest: 'none' }),
];

const standing = (key: string, date: string, rest: Partial<Standing> = {}): Standing => ({
  ...{ id: `id-${key}`, participationId: 'a', kind: key, state: 'open', date, time: '23:59', version: 3 },
  ...rest,
});

const world = (...all: readonly Standing[]) => ({ kinds: KINDS, standing: all, lastDay: LAST, now: NOW });
const wish = (key: string, date: string, participationIds = ['a']) => ({
  kind: key,
  date,
  time: '23:59',
  participationIds,
});

/** Where each kind goes, as `kind date`. */
function moved(all: readonly Standing[], key: string, date: string): readonly string[] {
  const plan = planMove(world(...all), wish(key, date));
  if (!plan.ok) return [plan.reason];
  return plan.value.steps.map((step) => `${step.kind} ${step.to.date}${step.isCut ? ' cut' : ''}`);
}

describe('a date that is set', () => {
  it('brings those that follow it by rule; a term ends on no free day (T4), exact days may', () => {
    // 5 August 2023 + 30 days is Monday 4 September; + 7 days is Monday 11 September.
    expect(moved([], 'action', '2023-08-05')).toEqual([
      'action 2023-08-05',
      'report 2023-09-04',
      'settlement 2023-09-11',
    ]);
    // 2 October + 30 days is Wednesday 1 November, a holiday.
    expect(moved([], 'action', '2023-10-02')).toContain('report 2023-11-02');
  });

  it('itself never rolls: a Sunday stays a Sunday (T4)', () => {
    expect(moved([], 'plan', '2023-07-09')).toEqual(['plan 2023-07-09']);
  });

  it('is refused when it is over, or after the funder’s last day (CO-13); a kind without bounds may lie after it', () => {
    expect(moved([], 'plan', '2023-05-31')).toEqual(['in_past']);
    expect(moved([], 'plan', '2023-06-01')).toEqual(['plan 2023-06-01']);
    expect(moved([], 'plan', '2024-02-01')).toEqual(['after_last_day']);
    expect(moved([], 'plan', LAST)).toEqual([`plan ${LAST}`]);
    expect(moved([], 'settlement', '2024-02-20')).toEqual(['settlement 2024-02-20']);
    expect(moved([], 'unheard', '2023-08-01')).toEqual(['unknown_kind']);
  });

  it('is over one minute after the named one (T2)', () => {
    const due = { date: '2023-06-01', time: '10:00' };
    expect(isOver(due, new Date('2023-06-01T10:00:59.999+02:00'))).toBe(false);
    expect(isOver(due, new Date('2023-06-01T10:01:00.000+02:00'))).toBe(true);
  });
});

describe('a date that is moved', () => {
  it('takes along what stands by the rule, by the rule again', () => {
    const all = [standing('action', '2023-08-05'), standing('report', '2023-09-04'), standing('plan', '2023-07-01')];
    // 12 August + 30 days is Monday 11 September.
    expect(moved(all, 'action', '2023-08-12')).toEqual([
      'action 2023-08-12',
      'report 2023-09-11',
      'settlement 2023-09-18',
    ]);
  });

  it('takes along what has a date of its own by as many days, so that time once given is not lost', () => {
    const all = [standing('action', '2023-08-05'), standing('report', '2023-09-20')];
    expect(moved(all, 'action', '2023-08-12')).toContain('report 2023-09-27');
    expect(moved(all, 'action', '2023-08-01')).toContain('report 2023-09-16');
  });

  it('cuts what follows to the last day', () => {
    const all = [standing('action', '2023-12-01'), standing('report', '2024-01-02')];
    expect(moved(all, 'action', '2024-01-15')).toEqual([
      'action 2024-01-15',
      `report ${LAST} cut`,
      'settlement 2024-02-07',
    ]);
  });

  it('leaves alone what is done, was taken away, or would fall into the past', () => {
    const all = [
      standing('action', '2023-08-05'),
      standing('report', '2023-09-04', { state: 'done' }),
      standing('settlement', '2023-06-03'),
    ];
    expect(moved(all, 'action', '2023-08-12')).toEqual(['action 2023-08-12']);
    const taken = [standing('action', '2023-08-05'), standing('report', '2023-09-04', { state: 'cancelled' })];
    expect(moved(taken, 'action', '2023-08-12')).toEqual(['action 2023-08-12']);
    const early = [standing('action', '2023-08-05'), standing('report', '2023-06-03')];
    const plan = planMove(world(...early), wish('action', '2023-07-20'));
    expect(plan.ok && plan.value.kept).toEqual([{ participationId: 'a', kind: 'report', why: 'past' }]);
  });

  it('changes nothing when it is that date already, or done', () => {
    expect(moved([standing('plan', '2023-07-01')], 'plan', '2023-07-01')).toEqual(['unchanged']);
    expect(moved([standing('plan', '2023-07-01', { state: 'done' })], 'plan', '2023-08-01')).toEqual(['unchanged']);
  });

  it('gives a date again to what was taken away', () => {
    const plan = planMove(world(standing('plan', '2023-07-01', { state: 'cancelled' })), wish('plan', '2023-08-01'));
    expect(plan.ok && plan.value.steps).toMatchObject([{ from: null, to: { date: '2023-08-01' } }]);
  });

  it('of several places moves each by its own state', () => {
    const all = [standing('plan', '2023-07-01'), standing('plan', '2023-08-01', { participationId: 'b' })];
    const plan = planMove(world(...all), wish('plan', '2023-08-01', ['a', 'b', 'c']));
    expect(plan.ok && plan.value.steps.map(({ participationId, from }) => [participationId, from?.date])).toEqual([
      ['a', '2023-07-01'],
      ['c', undefined],
    ]);
  });
});

const dates = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2023-05-01', n));
const states = fc.constantFrom('open', 'done', 'cancelled') as fc.Arbitrary<Standing['state']>;
const stock = fc
  .array(
    fc.record({
      ...{ participationId: fc.constantFrom('a', 'b'), kind: fc.constantFrom(...KINDS.map(({ key }) => key)) },
      ...{ state: states, date: dates },
    }),
    { maxLength: 8 },
  )
  .map((all) => {
    const first = new Map(all.map((one) => [`${one.participationId} ${one.kind}`, one]));
    return [...first].map(([id, one]) => standing(one.kind, one.date, { ...one, id }));
  });
const lastDays = fc.option(dates, { nil: null });

describe('any move', () => {
  const steps = (all: readonly Standing[], lastDay: string | null, key: string, date: string): readonly Step[] => {
    const plan = planMove({ kinds: KINDS, standing: all, lastDay, now: NOW }, wish(key, date, ['a', 'b']));
    return plan.ok ? plan.value.steps : [];
  };
  const given = [stock, lastDays, fc.constantFrom(...KINDS.map(({ key }) => key)), dates] as const;

  it('puts nothing into the past, nothing after the last day, and touches nothing that is done', () => {
    fc.assert(
      fc.property(...given, (all, lastDay, key, date) => {
        for (const step of steps(all, lastDay, key, date)) {
          const of = KINDS.find((one) => one.key === step.kind) ?? kind('?');
          expect(isOver(step.to, NOW)).toBe(false);
          expect(within(step.to.date, of, lastDay)).toBe(step.to.date);
          expect(step.standing?.state).not.toBe('done');
        }
      }),
    );
  });

  it('changes each deadline at most once, and only the chosen kind and what follows from it', () => {
    fc.assert(
      fc.property(...given, (all, lastDay, key, date) => {
        const made = steps(all, lastDay, key, date);
        const names = made.map(({ participationId, kind: of }) => `${participationId} ${of}`);
        expect(new Set(names).size).toBe(names.length);
        for (const step of made) expect(step.origin === 'chosen').toBe(step.kind === key);
        if (key === 'plan') expect(made.every((step) => step.kind === 'plan')).toBe(true);
      }),
    );
  });

  it('leads back to where it began when it is taken back and nothing was in the way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 20, max: 60 }), (first, second) => {
        const [from, to] = [addDays('2023-07-01', first), addDays('2023-07-01', second)];
        fc.pre(from !== to);
        const report = follows(from, { kind: 'action', days: 30, count: 'term' });
        const before = [standing('action', from), standing('report', report)];
        const there = steps(before, null, 'action', to);
        const between = there.map((step) => standing(step.kind, step.to.date));
        const back = steps(between, null, 'action', from);
        expect(back.find((step) => step.kind === 'report')?.to.date ?? report).toBe(report);
      }),
    );
  });

  it('gives terms that end on working days, at least as late as the days say (T4, T5)', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const end = follows(from, { kind: 'action', days, count: 'term' });
        expect(isWorkingDay(end)).toBe(true);
        expect(daysBetween(from, end)).toBeGreaterThanOrEqual(days);
        expect(daysBetween(from, end)).toBeLessThanOrEqual(days + 5);
        expect(follows(from, { kind: 'action', days, count: 'days' })).toBe(addDays(from, days));
      }),
    );
  });
});

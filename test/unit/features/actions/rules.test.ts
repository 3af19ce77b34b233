import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askFrom,
  type DateAct,
  type DateState,
  dateFault,
  isLateReport,
  isShortNotice,
  lastDayOf,
  MATTERS,
  missingObservers,
  nextOfDate,
  type Owing,
  type OwingDate,
  owedFor,
  sideOf,
  stateByDates,
  timesOf,
} from '../../../../src/features/actions/rules/index.ts';
import { actionSettings } from '../../../../src/features/actions/rules/settings.ts';
import { actor } from '../../../support/actors.ts';

const ACTS: readonly DateAct[] = ['move', 'remove', 'hold', 'hold_partly', 'cancel'];
const acts = fc.array(fc.tuple(fc.nat(2), fc.constantFrom(...ACTS)), { maxLength: 25 });

type Went = { state: DateState; isPartly: boolean };

/** Three dates after some acts, each done only where the table lets it. */
function after(steps: readonly (readonly [number, DateAct])[]): Went[] {
  const dates: Went[] = [0, 1, 2].map(() => ({ state: 'planned', isPartly: false }));
  for (const [n, act] of steps) {
    const date = dates[n];
    const state = date && nextOfDate(date.state, act);
    if (date && state) dates[n] = { state, isPartly: act === 'hold_partly' };
  }
  return dates;
}

describe('the state of an action', () => {
  it('follows from its dates alone: planned as long as one is ahead, whatever was done in whatever order', () => {
    fc.assert(
      fc.property(acts, (steps) => {
        const dates = after(steps);
        const counted = dates.filter(({ state }) => state !== 'removed');
        const held = counted.filter(({ state }) => state === 'held');
        const state = stateByDates(dates);
        expect(state === 'planned').toBe(counted.some((one) => one.state === 'planned'));
        if (state === 'held')
          expect(held.every(({ isPartly }) => !isPartly) && held.length === counted.length).toBe(true);
        if (state === 'cancelled') expect(held).toEqual([]);
        if (state === 'partly') expect(held.length).toBeGreaterThan(0);
        expect(stateByDates(dates.toReversed())).toBe(state);
      }),
    );
  });

  it('what was answered can be answered anew; what was removed stays removed', () => {
    for (const act of ACTS) expect(nextOfDate('removed', act)).toBeNull();
    for (const state of ['held', 'not_held'] as const) {
      expect(nextOfDate(state, 'remove')).toBeNull();
      expect(['move', 'hold', 'hold_partly', 'cancel'].map((act) => nextOfDate(state, act as DateAct))).toEqual([
        ...['planned', 'held', 'held', 'not_held'],
      ]);
    }
  });

  it('fewer dates than planned are partly (28), fewer people are nothing', () => {
    const [held, off] = [{ state: 'held', isPartly: false } as const, { state: 'not_held', isPartly: false } as const];
    expect(stateByDates([held, off])).toBe('partly');
    expect(stateByDates([off, off])).toBe('cancelled');
    expect(stateByDates([held, { state: 'removed', isPartly: false }])).toBe('held');
    expect(stateByDates([])).toBe('cancelled');
  });
});

const plan = (date: string, from = '17:00', to = '19:00') => ({ date, from, to, place: 'Park' });
const at = (iso: string): Date => new Date(iso);

describe('a date of an action', () => {
  it('is not over, not after the last day of the cohort, and ends after it begins', () => {
    const now = at('2024-06-01T12:00:00+02:00');
    expect(dateFault(plan('2024-06-04'), now, '2024-06-04')).toBeNull();
    expect(dateFault(plan('2024-06-05'), now, '2024-06-04')).toBe('after_end');
    expect(dateFault(plan('2024-05-31'), now, null)).toBe('in_past');
    expect(dateFault(plan('2024-06-04', '17:00', '17:00'), now, null)).toBe('ends_before');
  });

  it('keeps its clock times when the clocks change, and has none that do not exist (T7)', () => {
    expect(timesOf(plan('2024-03-31', '01:30', '03:30')).endsAt.toISOString()).toBe('2024-03-31T01:30:00.000Z');
    expect(dateFault(plan('2024-03-31', '02:15', '02:45'), at('2024-01-01T00:00:00Z'), null)).toBe('ends_before');
  });

  it('is asked about the next day at the set hour, also across a change of clocks', () => {
    const date = { ...timesOf(plan('2024-03-30')), zone: 'Europe/Warsaw' };
    expect(askFrom(date, '09:00').toISOString()).toBe('2024-03-31T07:00:00.000Z');
  });

  it('a change is short notice inside the days, and not before', () => {
    const begins = at('2024-06-04T17:00:00+02:00');
    expect(isShortNotice(begins, at('2024-06-01T17:00:00+02:00'), 3)).toBe(false);
    expect(isShortNotice(begins, at('2024-06-01T17:00:01+02:00'), 3)).toBe(true);
  });

  it('terms count from when the last date was over, and of a called-off action from the word', () => {
    const now = at('2024-06-20T12:00:00Z');
    const held = { ...timesOf(plan('2024-06-04')), state: 'held', answeredAt: now };
    const off = (answered: string, state = 'not_held') => ({
      ...{ ...timesOf(plan('2024-06-18')), state, answeredAt: at(answered) },
    });
    expect(lastDayOf([held], now)).toBe('2024-06-04');
    expect(lastDayOf([held, off('2024-05-10T12:00:00Z')], now)).toBe('2024-06-04');
    expect(lastDayOf([held, off('2024-06-16T22:00:00Z')], now)).toBe('2024-06-17');
    expect(lastDayOf([held, off('2024-06-17T12:00:00Z', 'removed')], now)).toBe('2024-06-17');
    expect(lastDayOf([held, off('2024-06-19T12:00:00Z')], now)).toBe('2024-06-18');
    expect(lastDayOf([off('2024-06-17T12:00:00Z')], now)).toBe('2024-06-20');
  });

  it('a report of the last minute of the seventh day is not late (T2)', () => {
    const settings = actionSettings({});
    expect(isLateReport(at('2024-06-11T23:59:59.999+02:00'), '2024-06-04', settings)).toBe(false);
    expect(isLateReport(at('2024-06-12T00:00:00+02:00'), '2024-06-04', settings)).toBe(true);
  });
});

const owingDate = (change: Partial<OwingDate> = {}): OwingDate => ({
  ...{ id: 'd1', state: 'planned', zone: 'Europe/Warsaw', expertId: 'e1', attends: 'asked', observed: null },
  ...{ startsAt: at('2024-06-04T15:00:00Z'), endsAt: at('2024-06-04T17:00:00Z') },
  ...{ sequence: 0, version: 1 },
  ...change,
});
const owing = (action: Partial<NonNullable<Owing['action']>> | null, change: Partial<Owing> = {}): Owing => ({
  ...{ cohortId: 'c', participationId: 'p', organisationId: 'o', isOpen: true, isObserved: true, planBy: null },
  ...{ reminderTime: '09:00', settings: actionSettings({}) },
  action: action && { id: 'a', state: 'planned', lastDay: null, hasReport: false, dates: [owingDate()], ...action },
  ...change,
});
const kinds = (of: Owing) => owedFor(of).map(({ kind }) => kind);

describe('what is owed of an action', () => {
  it('writing it down, once somebody has said by when it is to be', () => {
    expect(kinds(owing(null))).toEqual([]);
    expect(kinds(owing(null, { planBy: at('2024-06-30T21:59:00Z') }))).toEqual([MATTERS.plan]);
    expect(kinds(owing(null, { planBy: at('2024-06-30T21:59:00Z'), isOpen: false }))).toEqual([]);
  });

  it('being there, an answer of the expert, and how it went from the next day on', () => {
    expect(kinds(owing({}))).toEqual([MATTERS.hold, MATTERS.answer, MATTERS.say]);
    expect(kinds(owing({ dates: [owingDate({ attends: 'agreed' })] }))).toContain(MATTERS.attend);
    const say = owedFor(owing({})).find(({ kind }) => kind === MATTERS.say);
    expect(say?.startsAt?.toISOString()).toBe('2024-06-05T07:00:00.000Z');
    expect(say?.due?.date).toBe('2024-06-07');
  });

  it('a move makes other matters of the same date, so that nobody is reminded of the old one', () => {
    const keys = (sequence: number) => owedFor(owing({ dates: [owingDate({ sequence })] })).map(({ key }) => key);
    expect(keys(0).filter((key) => keys(1).includes(key))).toEqual([]);
  });

  it('what has a button of one version follows the date in each of its versions', () => {
    const versions = owedFor(owing({ dates: [owingDate({ attends: 'not', version: 3 })] }))
      .filter(({ params }) => 'version' in (params ?? {}))
      .map(({ kind, params }) => [kind, params]);
    const params = { dateId: 'd1', participationId: 'p', version: 3 };
    expect(versions).toEqual([MATTERS.say, MATTERS.observer].map((kind) => [kind, params]));
  });

  it('a report after what was held, also partly; none of what was called off', () => {
    const ended = (state: 'held' | 'partly' | 'cancelled') =>
      kinds(owing({ state, lastDay: '2024-06-04', dates: [owingDate({ state: 'held', attends: 'agreed' })] }));
    expect([ended('held'), ended('partly'), ended('cancelled')]).toEqual([[MATTERS.report], [MATTERS.report], []]);
  });

  it('an observer, by staff, only when those who can still say yes are too few', () => {
    const no = owingDate({ attends: 'not' });
    expect(kinds(owing({ dates: [no] }))).toContain(MATTERS.observer);
    expect(kinds(owing({ dates: [no, owingDate({ id: 'd2' })] }))).not.toContain(MATTERS.observer);
    expect(kinds(owing({ dates: [no] }, { settings: actionSettings({ observedDates: 0 }) }))).not.toContain(
      MATTERS.observer,
    );
    expect(kinds(owing({ dates: [no] }, { isObserved: false }))).not.toContain(MATTERS.observer);
  });

  it('a held date at which the observer was not does not count as observed', () => {
    const was = owingDate({ state: 'held', attends: 'agreed', observed: false });
    expect(missingObservers([was, owingDate({ id: 'd2' })], 1)).toMatchObject({ missing: 1, open: [{ id: 'd2' }] });
    expect(missingObservers([{ ...was, observed: null }], 1).missing).toBe(0);
    for (const attends of ['asked', 'not'])
      expect([true, null].map((observed) => missingObservers([{ ...was, attends, observed }], 1).missing)).toEqual([
        0, 1,
      ]);
  });
});

describe('in whose name somebody speaks of an action', () => {
  const place = { cohortId: 'c', organisationId: 'o', channelId: 'C1' };
  const side = (who: Parameters<typeof actor>[0], channelId: string | null) => sideOf(actor(who), place, channelId);

  it('is the organisation’s for its people and whoever is in its channel, but for present and former staff and experts', () => {
    expect([side({ organisationIds: ['o'] }, null), side({}, 'C1'), side({}, 'C2')]).toEqual([
      ...['organisation', 'organisation', null],
    ]);
    expect(side({ roles: [{ role: 'staff', cohortId: 'c' }] }, 'C1')).toBe('staff');
    for (const role of ['staff', 'expert'] as const) {
      const formerRoles = [{ role, cohortId: 'c' }];
      expect(side({ formerRoles }, 'C1')).toBeNull();
      expect(side({ formerRoles, organisationIds: ['o'] }, 'C1')).toBe('organisation');
    }
  });
});

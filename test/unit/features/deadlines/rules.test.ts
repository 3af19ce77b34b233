import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, toInstant } from '../../../../src/core/calendar/index.ts';
import {
  askMoreTime,
  groups,
  inWarsaw,
  momentWarnings,
  moveClosing,
  moveWarnings,
  next,
  nextRequest,
  owedFor,
  owes,
  type Standing,
  stateOf,
  withDays,
} from '../../../../src/features/deadlines/rules/index.ts';
import { actor, staff } from '../../../support/actors.ts';

const NOW = new Date('2023-06-01T10:00:00+02:00');

describe('the states of a deadline', () => {
  it('allow what the table says, and nothing else', () => {
    expect(next('none', 'put')).toBe('open');
    expect(next('open', 'finish')).toBe('done');
    expect(next('done', 'reopen')).toBe('open');
    expect(next('open', 'remove')).toBe('cancelled');
    expect(next('cancelled', 'put')).toBe('open');
    expect([next('done', 'put'), next('done', 'finish'), next('cancelled', 'finish'), next('none', 'remove')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(() => stateOf('late')).toThrow(/not a state/);
  });

  it('of a wish end with its answer', () => {
    expect(nextRequest('open', 'approve')).toBe('approved');
    for (const state of ['approved', 'refused', 'withdrawn', 'by_policy'] as const)
      for (const act of ['approve', 'refuse', 'withdraw', 'allow'] as const) expect(nextRequest(state, act)).toBeNull();
  });
});

describe('asking for more time', () => {
  const ask = (change: Partial<Parameters<typeof askMoreTime>[0]>) =>
    askMoreTime({
      ...{ kind: { latest: 'funder' }, due: { date: '2023-06-10', time: '23:59' }, givenOn: '2023-06-10' },
      ...{ proposedOn: '2023-06-20', lastDay: '2024-01-31', policyDays: 0, now: NOW, ...change },
    });

  it('is possible until the funder’s last day and no further (CO-13)', () => {
    expect(ask({})).toEqual({ ok: true, value: { isLate: false, byPolicy: false } });
    expect(ask({ proposedOn: '2024-01-31' }).ok).toBe(true);
    expect(ask({ proposedOn: '2024-02-01' })).toMatchObject({ reason: 'after_last_day' });
    expect(ask({ proposedOn: '2024-02-01', kind: { latest: 'none' } }).ok).toBe(true);
    expect(ask({ proposedOn: '2030-01-01', lastDay: null }).ok).toBe(true);
  });

  it('means a later day than the present one, and one that is not over', () => {
    expect(ask({ proposedOn: '2023-06-10' })).toMatchObject({ reason: 'not_later' });
    expect(ask({ proposedOn: '2023-06-09' })).toMatchObject({ reason: 'not_later' });
    const late = new Date('2023-07-01T08:00:00+02:00');
    expect(ask({ proposedOn: '2023-06-30', now: late })).toMatchObject({ reason: 'in_past' });
  });

  it('after the due moment is late, and never granted by policy', () => {
    const lastMoment = new Date('2023-06-10T23:59:59.999+02:00');
    const tooLate = new Date('2023-06-11T00:00:00.000+02:00');
    expect(ask({ now: lastMoment, policyDays: 30 })).toMatchObject({ value: { isLate: false, byPolicy: true } });
    expect(ask({ now: tooLate, policyDays: 30 })).toMatchObject({ value: { isLate: true, byPolicy: false } });
  });

  it('is granted by policy up to so many days from the date that staff gave, however often it is asked', () => {
    expect(ask({ policyDays: 10 })).toMatchObject({ value: { byPolicy: true } });
    expect(ask({ policyDays: 9 })).toMatchObject({ value: { byPolicy: false } });
    const second = { due: { date: '2023-06-17', time: '23:59' }, givenOn: '2023-06-10', policyDays: 7 };
    expect(ask({ ...second, proposedOn: '2023-06-18' })).toMatchObject({ value: { byPolicy: false } });
  });
});

describe('a moment that staff choose', () => {
  it('is warned of where clocks change (T7) and on free days (T4), and not else', () => {
    expect(momentWarnings({ date: '2026-03-29', time: '02:30' })).toEqual([
      { kind: 'gap', date: '2026-03-29', time: '02:30', becomes: '03:00' },
      { kind: 'sunday', date: '2026-03-29' },
    ]);
    expect(momentWarnings({ date: '2026-10-25', time: '02:30' })).toMatchObject([
      { kind: 'overlap' },
      { kind: 'sunday' },
    ]);
    expect(momentWarnings({ date: '2026-06-04', time: '12:00' })).toEqual([{ kind: 'holiday', date: '2026-06-04' }]);
    expect(momentWarnings({ date: '2024-12-24', time: '12:00' })).toEqual([]);
    expect(momentWarnings({ date: '2025-12-24', time: '12:00' })).toEqual([{ kind: 'holiday', date: '2025-12-24' }]);
    expect(momentWarnings({ date: '2026-06-06', time: '12:00' })).toEqual([{ kind: 'saturday', date: '2026-06-06' }]);
    expect(momentWarnings({ date: '2026-06-08', time: '23:59' })).toEqual([]);
  });

  it('says each warning of a move once', () => {
    const step = (participationId: string, isCut: boolean) => ({
      ...{ participationId, kind: 'plan', standing: null, from: null, origin: 'chosen' as const, isCut },
      to: { date: '2023-07-09', time: '23:59' },
    });
    expect(moveWarnings([step('a', false), step('b', true)])).toEqual([
      { kind: 'sunday', date: '2023-07-09' },
      { kind: 'cut', date: '2023-07-09' },
    ]);
  });

  it('is warned of once when it takes time away, by the soonest such date', () => {
    const step = (from: string | null, to: string) => ({
      ...{ participationId: to, kind: 'plan', standing: null, origin: 'chosen' as const, isCut: false },
      ...{ from: from === null ? null : { date: from, time: '12:00' }, to: { date: to, time: '12:00' } },
    });
    const later = [step(null, '2026-06-08'), step('2026-06-08', '2026-06-09'), step('2026-06-08', '2026-06-08')];
    expect(moveWarnings(later)).toEqual([]);
    const sooner = [step('2026-06-12', '2026-06-11'), step('2026-06-11', '2026-06-10')];
    expect(moveWarnings([...later, ...sooner])).toEqual([{ kind: 'earlier', date: '2026-06-10' }]);
  });

  it('comes back from the instant as it was announced, wherever such a time exists (invariant 13)', () => {
    const hours = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    const days = fc.constantFrom('2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25', '2024-02-29', '2027-01-01');
    fc.assert(
      fc.property(days, hours, (date, [h, m]) => {
        const time = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
        const { instant, shift } = toInstant(inWarsaw(date, time));
        const back = civilOf(instant);
        const gap = momentWarnings({ date, time }).find((one) => one.kind === 'gap');
        expect(shift === 'gap').toBe(gap !== undefined);
        expect([back.date, back.time]).toEqual([date, gap && 'becomes' in gap ? gap.becomes : time]);
      }),
    );
  });
});

describe('the closing of a call', () => {
  const call = {
    ...{ closesOn: '2023-06-05', closesTime: '23:59', closingRule: 'inclusive' as const, releasedAt: null },
    ...{ opensAt: new Date('2023-05-01T06:00:00Z'), lateFrom: new Date('2023-06-05T22:00:00Z') },
  };
  const close = (date: string, time = '23:59', change: Partial<Parameters<typeof moveClosing>[0]> = {}) =>
    moveClosing({
      ...{ call, nextOpensAt: null, lastReceivedAt: null, lastDay: null, now: NOW },
      to: { date, time },
      ...change,
    });
  const after = new Date('2023-06-06T08:00:00+02:00');

  it('is extended, shortened, or opens the call again when it was over (CO-2)', () => {
    expect(close('2023-06-19')).toMatchObject({ value: { change: 'extended' } });
    expect(close('2023-06-02')).toMatchObject({ value: { change: 'shortened' } });
    expect(close('2023-06-19', '18:00', { now: after })).toMatchObject({ value: { change: 'reopened' } });
    expect(close('2023-06-06', '00:30', { now: after })).toMatchObject({ value: { change: 'corrected' } });
  });

  it('keeps the call’s own closing rule (T2)', () => {
    const exclusive = { ...call, closingRule: 'exclusive' as const };
    const moved = close('2023-06-19', '18:00', { call: exclusive });
    expect(moved.ok && moved.value.lateFrom.toISOString()).toBe('2023-06-19T16:00:00.001Z');
  });

  it('never lies before an application that was received', () => {
    const lastReceivedAt = new Date('2023-06-01T09:30:00+02:00');
    expect(close('2023-06-01', '09:29', { lastReceivedAt })).toMatchObject({ reason: 'submissions_after' });
    expect(close('2023-06-01', '09:30', { lastReceivedAt }).ok).toBe(true);
    expect(close('2023-06-19', '09:29', { lastReceivedAt }).ok).toBe(true);
  });

  it('is refused before the opening, into the next stage, after the last day, unchanged, and when results are out', () => {
    expect(close('2023-05-01', '08:00')).toMatchObject({ reason: 'before_opening' });
    expect(close('2023-06-19', '23:59', { nextOpensAt: new Date('2023-06-15T00:00:00Z') })).toMatchObject({
      reason: 'overlaps_next',
    });
    expect(close('2023-06-19', '23:59', { lastDay: '2023-06-18' })).toMatchObject({ reason: 'closing_after_last_day' });
    expect(close('2023-06-05')).toMatchObject({ reason: 'unchanged' });
    expect(close('2023-06-19', '23:59', { call: { ...call, releasedAt: NOW } })).toMatchObject({ reason: 'resolved' });
  });
});

describe('who owes a deadline', () => {
  const owing = (change: Partial<Parameters<typeof owedFor>[0]> = {}) =>
    owedFor({
      ...{ id: 'd', state: 'open', due: inWarsaw('2023-07-01', '23:59'), kind: { key: 'plan', owes: 'organisation' } },
      ...{
        cohortId: 'c',
        participationId: 'p',
        organisationId: 'o',
        isPlaceOpen: true,
        expertId: 'e',
        requestId: null,
      },
      ...change,
    });

  it('is whom its kind names, while it is open and the organisation is in the programme', () => {
    expect(owing()).toMatchObject([{ key: 'deadlines.plan:d', kind: 'deadlines.plan', by: { organisation: 'o' } }]);
    expect(owing({ kind: { key: 'opinion', owes: 'expert' } })).toMatchObject([{ by: { person: 'e' } }]);
    expect(owing({ kind: { key: 'x', owes: 'staff' } })).toMatchObject([{ by: { staffOf: 'c' } }]);
    expect([owing({ state: 'done' }), owing({ state: 'cancelled' }), owing({ isPlaceOpen: false })]).toEqual([
      [],
      [],
      [],
    ]);
    expect(owing({ kind: null })).toEqual([]);
  });

  it('is staff where nobody leads the organisation', () => {
    expect(owing({ kind: { key: 'opinion', owes: 'expert' }, expertId: null })).toMatchObject([
      { by: { staffOf: 'c' } },
    ]);
  });

  it('while more time is asked for is paused, and staff owe an answer', () => {
    const [matter, answer, ...rest] = owing({ requestId: 'r' });
    expect(matter?.params).toMatchObject({ paused: true });
    expect(answer).toMatchObject({ key: 'deadlines.request:r', by: { staffOf: 'c' } });
    expect(rest).toEqual([]);
    expect(owing()[0]?.params).not.toHaveProperty('paused');
  });

  it('speaks for the organisation in its channel, unless it is staff or an expert', () => {
    const place = { cohortId: 'c', organisationId: 'o', channelId: 'C1', expertId: 'e' };
    const guest = actor({ isGuest: true });
    expect(owes(actor({ organisationIds: ['o'] }), place, 'organisation', null)).toBe(true);
    expect(owes(guest, place, 'organisation', 'C1')).toBe(true);
    expect(owes(guest, place, 'organisation', 'C2')).toBe(false);
    expect(owes(guest, place, 'expert', 'C1')).toBe(false);
    expect(owes(staff(), place, 'organisation', 'C1')).toBe(false);
    const former = actor({ formerRoles: [{ role: 'staff', cohortId: 'c' }] });
    expect(owes(former, place, 'organisation', 'C1')).toBe(false);
    expect(owes(former, { ...place, cohortId: 'd' }, 'organisation', 'C1')).toBe(true);
    const expert = actor({ personId: 'e', roles: [{ role: 'expert', cohortId: null }] });
    expect(owes(expert, place, 'organisation', 'C1')).toBe(false);
    expect(owes(expert, place, 'expert', null)).toBe(true);
  });
});

describe('the list of a cohort', () => {
  const standing = (participationId: string, date: string, state: Standing['state'] = 'open'): Standing => ({
    ...{ id: participationId, participationId, kind: 'plan', state, date, time: '23:59', version: 1 },
  });

  it('says together what stands alike, by date, then what has none, then what is done', () => {
    const all = [
      ...[standing('a', '2023-07-01'), standing('b', '2023-05-01'), standing('c', '2023-07-01')],
      ...[standing('d', '2023-04-01', 'done'), standing('e', '2023-07-01', 'cancelled')],
    ];
    const shown = groups([{ key: 'plan' }], ['a', 'b', 'c', 'd', 'e', 'f'], all, NOW);
    expect(
      shown.map(({ state, date, participationIds, isOverdue }) => [state, date, participationIds.join(), isOverdue]),
    ).toEqual([
      ['open', '2023-05-01', 'b', true],
      ['open', '2023-07-01', 'a,c', false],
      ['none', null, 'e,f', false],
      ['done', '2023-04-01', 'd', false],
    ]);
  });
});

describe('days of a kind', () => {
  it('may stand in the settings', () => {
    const after = { kind: 'action', days: 'reportDays', count: 'term' as const };
    const kinds = [{ key: 'report', owes: 'organisation' as const, latest: 'funder' as const, after }];
    expect(withDays(kinds, { reportDays: 30 })[0]?.after?.days).toBe(30);
    expect(() => withDays(kinds, {})).toThrow(/not a number/);
  });
});

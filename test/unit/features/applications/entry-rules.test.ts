import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closesAfter, isInTime, WARSAW } from '../../../../src/core/calendar/index.ts';
import {
  judge,
  mayConfirm,
  mayHandle,
  mayPullBack,
  mayWithdraw,
  type Own,
  takesEntries,
} from '../../../../src/features/applications/rules/entry.ts';
import { actor, staff } from '../../../support/actors.ts';

const CLOSES = { date: '2023-05-07', time: '23:59', zone: WARSAW };
const call = {
  opensAt: new Date('2023-04-04T00:00:00+02:00'),
  closesAt: new Date('2023-05-07T23:59:00+02:00'),
  lateFrom: closesAfter(CLOSES, 'inclusive'),
  releasedAt: null,
};
const LAST = new Date('2023-05-07T23:59:59.999+02:00');
const LATE = new Date('2023-05-08T00:00:00.000+02:00');

const own = { now: LAST, call, onBehalf: false, receiptAt: null, lateReason: null };
const entered = { ...own, onBehalf: true, receiptAt: LAST, now: LATE };

describe('the moment that decides', () => {
  it('is when the server received the submit (T3)', () => {
    expect(judge(own)).toEqual({ ok: true, value: { act: 'submit', received: LAST } });
    expect(judge({ ...own, now: LATE })).toEqual({ ok: false, reason: 'late' });
    expect(judge({ ...own, now: new Date('2023-04-03T23:59:59.999+02:00') })).toEqual({
      ok: false,
      reason: 'not_open',
    });
  });

  it('is never a typed one for an own application', () => {
    expect(judge({ ...own, now: LATE, receiptAt: LAST })).toEqual({ ok: false, reason: 'late' });
  });

  it('of an application on behalf is its receipt; entered late it needs a reason and a second person (APP-10)', () => {
    expect(judge(entered)).toEqual({ ok: false, reason: 'late_reason_needed' });
    expect(judge({ ...entered, lateReason: 'awaria' })).toEqual({ ok: true, value: { act: 'hold', received: LAST } });
    expect(judge({ ...entered, receiptAt: LATE })).toEqual({ ok: false, reason: 'late' });
    expect(judge({ ...entered, now: LAST, receiptAt: LATE })).toEqual({ ok: false, reason: 'future_receipt' });
  });

  it('does not matter once results are released (CO-7)', () => {
    const released = { ...call, releasedAt: LATE };
    expect(judge({ ...entered, call: released, lateReason: 'awaria' })).toEqual({
      ok: false,
      reason: 'already_released',
    });
    expect(takesEntries(released, LATE)).toBe(false);
    expect(takesEntries(call, LATE)).toBe(true);
  });

  it('agrees with the closing rule at every millisecond around the closing minute (T2)', () => {
    fc.assert(
      fc.property(fc.integer({ min: -120_000, max: 120_000 }), (offset) => {
        const now = new Date(LATE.getTime() + offset);
        expect(judge({ ...own, now }).ok).toBe(isInTime(now, CLOSES, 'inclusive'));
      }),
    );
  });
});

const theirs: Own = {
  ...{ state: 'submitted', editorId: 'p1', organisationId: 'o1', onBehalf: false, cohortId: 'c1', answers: {} },
};

describe('an application', () => {
  it('is handled by who writes it, whom it names, and the organisation’s people (APP-2)', () => {
    expect(mayHandle(actor({ personId: 'p1' }), theirs)).toBe(true);
    expect(mayHandle(actor({ organisationIds: ['o1'] }), theirs)).toBe(true);
    const named = { ...theirs, answers: { second_representative: 'U0TEST' } };
    expect(mayHandle(actor(), named)).toBe(true);
    expect(mayHandle(actor(), theirs)).toBe(false);
    expect(mayHandle(actor({ slackUserId: '' }), { ...named, answers: { second_representative: '' } })).toBe(false);
  });

  it('is written by staff only on somebody’s behalf, and left by staff always (R2)', () => {
    expect(mayHandle(staff(), theirs)).toBe(false);
    expect(mayHandle(staff(), { ...theirs, onBehalf: true })).toBe(true);
    expect(mayWithdraw(staff(), theirs).ok).toBe(true);
    const elsewhere = actor({ roles: [{ role: 'staff', cohortId: 'c2' }] });
    expect(mayWithdraw(elsewhere, theirs)).toEqual({ ok: false, reason: 'not_allowed' });
  });

  it('on behalf is not its writer’s own once they are no staff any more', () => {
    expect(mayHandle(actor({ personId: 'p1' }), { ...theirs, onBehalf: true })).toBe(false);
  });

  it('is pulled back only while it can be sent again (APP-5)', () => {
    const writer = actor({ personId: 'p1' });
    expect(mayPullBack(writer, theirs, call, LAST).ok).toBe(true);
    expect(mayPullBack(writer, theirs, call, LATE)).toEqual({ ok: false, reason: 'closed' });
    expect(mayPullBack(writer, { ...theirs, state: 'formally_accepted' }, call, LAST)).toMatchObject({
      reason: 'not_now',
    });
  });

  it('entered late is answered for by another member of staff than the one who sent it', () => {
    const waiting = { ...theirs, onBehalf: true, state: 'awaiting_confirmation' };
    expect(mayConfirm(staff({ personId: 's1' }), waiting, 's2').ok).toBe(true);
    expect(mayConfirm(staff({ personId: 's1' }), waiting, 's1')).toEqual({ ok: false, reason: 'same_person' });
    expect(mayConfirm(actor(), waiting, 's2')).toEqual({ ok: false, reason: 'not_allowed' });
  });
});

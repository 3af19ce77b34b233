import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canWork,
  type Decision,
  grantFor,
  type Place,
  planDecision,
  resultOf,
  waitsFor,
} from '../../../../src/features/applications/rules/decisions.ts';
import {
  afterFormal,
  completeItems,
  formalResult,
  type Mark,
} from '../../../../src/features/applications/rules/formal.ts';
import { GROUPS, groupOf } from '../../../../src/features/applications/rules/groups.ts';
import { APPLICATION_STATES, isCounted } from '../../../../src/features/applications/rules/machine.ts';
import { receiverOf } from '../../../../src/features/applications/rules/receiver.ts';

const EMPTY: Place = { decision: null, position: null };

/** A call as the operation keeps it: applies a plan to every place, as the database does. */
function world(size: number, places: number) {
  const list: Place[] = Array.from({ length: size }, () => EMPTY);
  const positions = (): number[] => list.flatMap((one) => one.position ?? []).sort((a, b) => a - b);
  const count = (decision: Decision): number => list.filter((one) => one.decision === decision).length;
  const decide = (at: number, decision: Decision | null, position: number | null, reason = 'powód') => {
    const own = list[at] ?? EMPTY;
    const standing = { places, admitted: count('admitted'), reserve: count('reserve'), own };
    const plan = planDecision(standing, { decision, position, reason });
    if (!plan.ok) return plan;
    for (const { from, by } of plan.value.shifts) {
      list.forEach((one, index) => {
        if (index !== at && one.position !== null && one.position >= from) {
          list[index] = { ...one, position: one.position + by };
        }
      });
    }
    list[at] = plan.value.place;
    return plan;
  };
  return { list, positions, count, decide };
}

describe('the list of decisions', () => {
  it('keeps reserve positions 1…n without gaps and admitted within places, in any order of deciding (invariants 8, 9)', () => {
    const act = fc.record({
      at: fc.nat(11),
      decision: fc.constantFrom<Decision | null>('admitted', 'reserve', 'refused', null),
      position: fc.option(fc.integer({ min: -1, max: 14 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), fc.nat(6), (acts, places) => {
        const call = world(12, places);
        for (const { at, decision, position } of acts) {
          call.decide(at, decision, position);
          expect(call.positions()).toEqual(call.positions().map((_, index) => index + 1));
          expect(call.count('admitted')).toBeLessThanOrEqual(places);
          expect(call.list.every((one) => (one.decision === 'reserve') === (one.position !== null))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('puts an application exactly where staff want it, and keeps the order of the others', () => {
    const call = world(4, 0);
    for (const at of [0, 1, 2, 3]) call.decide(at, 'reserve', null);
    call.decide(3, 'reserve', 1);
    expect(call.list.map((one) => one.position)).toEqual([2, 3, 4, 1]);
    call.decide(3, 'reserve', 3);
    expect(call.list.map((one) => one.position)).toEqual([1, 2, 4, 3]);
  });

  it('closes the gap when one leaves the reserve list', () => {
    const call = world(3, 1);
    for (const at of [0, 1, 2]) call.decide(at, 'reserve', null);
    call.decide(0, 'admitted', null);
    expect(call.list.map((one) => one.position)).toEqual([null, 1, 2]);
  });

  it('keeps the position of one that is decided "reserve" again without a number', () => {
    const call = world(3, 1);
    for (const at of [0, 1, 2]) call.decide(at, 'reserve', null);
    call.decide(1, 'reserve', null);
    expect(call.list.map((one) => one.position)).toEqual([1, 2, 3]);
  });

  it('refuses one admission more than there are places, but not the same one again', () => {
    const call = world(2, 1);
    call.decide(0, 'admitted', null);
    expect(call.decide(1, 'admitted', null)).toMatchObject({ ok: false, reason: 'no_place', detail: { places: 1 } });
    expect(call.decide(0, 'admitted', null).ok).toBe(true);
  });

  it('names the last possible position when staff ask for one further on', () => {
    const call = world(3, 0);
    call.decide(0, 'reserve', null);
    expect(call.decide(1, 'reserve', 3)).toMatchObject({ reason: 'position_too_far', detail: { max: 2 } });
    expect(call.decide(0, 'reserve', 2)).toMatchObject({ reason: 'position_too_far', detail: { max: 1 } });
  });

  it('refuses a refusal without a reason', () => {
    expect(world(1, 1).decide(0, 'refused', null, ' \n ')).toMatchObject({ reason: 'reason_required' });
  });
});

describe('the time of decisions', () => {
  it('begins when the call has closed and ends with the release', () => {
    const at = (phase: string, released = false) => canWork({ phase, released });
    expect(at('scheduled')).toMatchObject({ reason: 'call_open' });
    expect(at('open')).toMatchObject({ reason: 'call_open' });
    expect(at('closed').ok).toBe(true);
    expect(at('resolved', true)).toMatchObject({ reason: 'already_released' });
  });

  it('lets neither drafts nor withdrawn applications wait for anything, and everything else until it is judged', () => {
    const waiting = (state: string, preparedDecision: string | null = null) => waitsFor({ state, preparedDecision });
    expect(waiting('draft')).toBeNull();
    expect(waiting('withdrawn')).toBeNull();
    expect(waiting('awaiting_confirmation')).toBe('confirmation');
    expect(waiting('submitted')).toBe('formal');
    expect(waiting('summoned')).toBe('formal');
    expect(waiting('formally_accepted')).toBe('decision');
    expect(waiting('scoring', 'admitted')).toBe('decision');
    expect(waiting('formally_accepted', 'refused')).toBeNull();
    expect(waiting('formally_rejected')).toBeNull();
  });

  it('has either something to wait for or a result for each application that counts', () => {
    for (const state of APPLICATION_STATES.filter(isCounted)) {
      for (const preparedDecision of [null, 'admitted', 'reserve', 'refused']) {
        const judged = { state, preparedDecision };
        expect([state, waitsFor(judged) === null]).toEqual([state, resultOf(judged) !== null]);
      }
    }
  });

  it('shows staff every state but drafts in exactly one group', () => {
    for (const state of APPLICATION_STATES) {
      const group = groupOf(state, null);
      expect([state, group !== null && GROUPS.includes(group)]).toEqual([state, state !== 'draft']);
    }
  });
});

describe('the formal check', () => {
  const item = (key: string, mark: Mark) => ({ key, mark, note: '' });

  it('rejects for one "no" among any other answers, and accepts otherwise (CO-3)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Mark>('yes', 'no', 'not_applicable'), { minLength: 1 }), (marks) => {
        const items = marks.map((mark, index) => item(`k${index}`, mark));
        expect(formalResult(items)).toBe(marks.includes('no') ? 'rejected' : 'accepted');
      }),
    );
  });

  it('needs an answer to every item of the list and forgets answers to others', () => {
    expect(completeItems(['a', 'b'], [item('a', 'yes')])).toMatchObject({ reason: 'item_missing' });
    const complete = completeItems(['a', 'b'], [item('b', 'yes'), item('x', 'no'), item('a', 'yes')]);
    expect(complete).toMatchObject({ ok: true, value: [{ key: 'a' }, { key: 'b' }] });
  });

  it('can be corrected until the release, in both directions', () => {
    expect(afterFormal('submitted', 'accepted')).toBe('formally_accepted');
    expect(afterFormal('formally_accepted', 'rejected')).toBe('formally_rejected');
    expect(afterFormal('formally_rejected', 'accepted')).toBe('formally_accepted');
    for (const state of ['draft', 'withdrawn', 'admitted', 'reserve', 'refused', 'awaiting_confirmation', 'nonsense']) {
      expect(afterFormal(state, 'accepted')).toBeNull();
    }
  });
});

describe('the grant of the admitted', () => {
  it('is never above what was asked for nor above the cohort sum (M2)', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(10_000_000)), fc.nat(10_000_000), (requested, ceiling) => {
        const grant = grantFor(requested, ceiling);
        expect(grant).toBeLessThanOrEqual(ceiling);
        if (requested !== null) expect(grant).toBeLessThanOrEqual(requested);
      }),
    );
  });
});

describe('who is told the result', () => {
  const person = (id: string, more = {}) => ({ id, slackUserId: 'U1', isDeactivated: false, isBot: false, ...more });
  const outside = { slackUserId: null };

  it('is the person who sent it, when they can be reached', () => {
    expect(receiverOf({ onBehalf: false, editor: person('editor') }, [person('contact')])).toBe('editor');
  });

  it('is a representative when the sender has left Slack', () => {
    const left = { onBehalf: false, editor: person('editor', { isDeactivated: true }) };
    expect(receiverOf(left, [person('contact', outside), person('second')])).toBe('second');
  });

  it('is never the staff member who entered it on behalf', () => {
    const entered = { onBehalf: true, editor: person('staff') };
    expect(receiverOf(entered, [person('contact')])).toBe('contact');
    expect(receiverOf(entered, [person('contact', outside)])).toBeNull();
  });
});

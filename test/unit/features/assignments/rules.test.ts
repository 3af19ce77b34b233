import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declineForm, overrideForm } from '../../../../src/features/assignments/input.ts';
import {
  type AssignmentAct,
  type AssignmentState,
  late,
  next,
  STATES,
  termAfter,
} from '../../../../src/features/assignments/rules/index.ts';
import { texts } from '../../../../src/features/assignments/texts.ts';

const ACTS: readonly AssignmentAct[] = ['accept', 'decline', 'withdraw', 'end'];

describe('the states of an assignment', () => {
  it('answer a proposal once: whatever is pressed afterwards changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 10 }), (pressed) => {
        let state: AssignmentState = 'proposed';
        let answers = 0;
        for (const act of pressed) {
          const to: AssignmentState | null = next(state, act);
          if (to && state === 'proposed') answers += 1;
          if (to) state = to;
        }
        expect(answers).toBeLessThanOrEqual(1);
        expect(STATES).toContain(state);
      }),
    );
  });

  it('lead to work only through the expert’s yes', () => {
    const toActive = STATES.flatMap((from) =>
      ACTS.filter((act) => next(from, act) === 'active').map((act) => [from, act]),
    );
    expect(toActive).toEqual([['proposed', 'accept']]);
  });

  it('have clear words for every late press, in both languages', () => {
    for (const state of STATES)
      for (const locale of ['pl', 'en'] as const)
        expect(texts(locale).refusals[late(state)].length).toBeGreaterThan(10);
  });
});

describe('a term in days', () => {
  it('does not count the first day and moves on from a holiday (T4)', () => {
    const at = new Date('2024-04-24T10:00:00+02:00');
    expect(termAfter(at, 7).toISOString()).toBe('2024-05-02T21:59:00.000Z');
  });
});

describe('the form of a no', () => {
  it('needs a category, and a word for "another reason"', () => {
    expect(declineForm.safeParse({ category: null, tie: null, note: null }).success).toBe(false);
    expect(declineForm.safeParse({ category: 'other', tie: null, note: '  ' }).error?.issues[0]).toMatchObject({
      path: ['note'],
      message: 'explain',
    });
    expect(declineForm.parse({ category: 'no_time', tie: null, note: null })).toEqual({
      category: 'no_time',
      tie: null,
      note: null,
    });
  });

  it('refuses a category that is not one of ours', () => {
    expect(declineForm.safeParse({ category: 'boredom', tie: null, note: null }).success).toBe(false);
  });
});

describe('passing the limit', () => {
  it('needs a reason with letters in it', () => {
    expect(overrideForm.safeParse({ reason: ' \n ' }).error?.issues[0]?.message).toBe('give_reason');
    expect(overrideForm.safeParse({ reason: 'x'.repeat(1001) }).error?.issues[0]?.message).toBe('long');
    expect(overrideForm.parse({ reason: ' Wraca do nas. ' })).toEqual({ reason: 'Wraca do nas.' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionForm } from '../../../../src/features/undo/input.ts';
import { dueAfter, minutesLeft, next, recentSince, STATES, stateOf } from '../../../../src/features/undo/rules.ts';
import { parseForm } from '../../../../src/platform/slack/form.ts';

const STEPS = ['do', 'undo', 'refuse'] as const;

describe('a waiting act', () => {
  it('ends once, in one way, and nothing leads out of an end', () => {
    expect(STEPS.map((step) => next('waiting', step))).toEqual(['done', 'undone', 'refused']);
    for (const state of STATES.filter((one) => one !== 'waiting'))
      expect(STEPS.map((step) => next(state, step))).toEqual([null, null, null]);
  });

  it('in a state that is none is a fault of the data', () => {
    expect(stateOf('undone')).toBe('undone');
    expect(() => stateOf('gone')).toThrow('not a state');
  });

  it('is due after its minutes, and the minutes left are counted up, never below none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 10_000_000 }), (minutes, passed) => {
        const now = new Date('2024-03-31T01:58:00+01:00');
        const due = dueAfter(now, minutes);
        expect(due.getTime() - now.getTime()).toBe(minutes * 60_000);
        const left = minutesLeft(new Date(now.getTime() + passed), due);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left > 0).toBe(passed < minutes * 60_000);
        expect(left).toBeLessThanOrEqual(minutes);
      }),
    );
  });

  it('is listed for a day after it ended', () => {
    expect(recentSince(new Date('2024-03-02T10:00:00Z'))).toEqual(new Date('2024-03-01T10:00:00Z'));
  });
});

describe('the form of a correction', () => {
  const parse = (values: Record<string, string | string[] | null>) => parseForm(correctionForm, values);

  it('needs words, and goes to everybody unless somebody is chosen', () => {
    expect(parse({ text: ' \n ', undo_to: null, takeBack: null })).toEqual({ ok: false, errors: { text: 'empty' } });
    expect(parse({ text: 'x'.repeat(2_501) })).toEqual({ ok: false, errors: { text: 'long' } });
    expect(parse({ text: ' Pomyłka. ' })).toEqual({
      ok: true,
      value: { text: 'Pomyłka.', to: 'all', takeBack: false },
    });
    expect(parse({ text: 'Pomyłka.', undo_to: 'result:1', takeBack: ['yes'] })).toEqual({
      ok: true,
      value: { text: 'Pomyłka.', to: 'result:1', takeBack: true },
    });
  });
});

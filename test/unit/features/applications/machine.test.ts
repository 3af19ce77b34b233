import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  APPLICATION_STATES,
  type ApplicationAct,
  can,
  isCounted,
  next,
} from '../../../../src/features/applications/rules/machine.ts';

const ACTS: readonly ApplicationAct[] = [
  ...([
    'save',
    'submit',
    'miss',
    'hold',
    'confirm',
    'decline',
    'pull_back',
    'withdraw',
    'summon',
    'supplement',
  ] as const),
  ...(['accept_formally', 'reject_formally', 'reopen_formal', 'start_scoring', 'finish_scoring'] as const),
  ...(['admit', 'put_on_reserve', 'refuse'] as const),
];

/** Plays acts from a draft; impossible ones change nothing. Gives every state and the act that led there. */
function played(acts: readonly ApplicationAct[]) {
  const path: { readonly from: string; readonly act: ApplicationAct; readonly to: string }[] = [];
  let state = 'draft';
  for (const act of acts) {
    const to = next(state, act);
    if (to === null) continue;
    path.push({ from: state, act, to });
    state = to;
  }
  return path;
}

const anyActs = fc.array(fc.constantFrom(...ACTS), { maxLength: 40 });

describe('the states of an application', () => {
  it('are left and reached only along the table, whatever is tried', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        for (const { to } of played(acts)) expect(APPLICATION_STATES).toContain(to);
      }),
    );
  });

  it('count only after a submit in time or a confirmation (invariant 1)', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        for (const { from, act, to } of played(acts)) {
          if (!isCounted(from) && isCounted(to)) expect(['submit', 'confirm']).toContain(act);
        }
      }),
    );
  });

  it('end with admitted, refused and withdrawn', () => {
    for (const end of ['admitted', 'refused', 'withdrawn']) {
      expect(ACTS.filter((act) => can(end, act))).toEqual([]);
    }
  });

  it('allow withdrawing everywhere before the end (APP-6)', () => {
    const open = APPLICATION_STATES.filter((state) => !['admitted', 'refused', 'withdrawn'].includes(state));
    expect(open.filter((state) => !can(state, 'withdraw'))).toEqual([]);
  });

  it('keep a late submit a draft (case 3)', () => expect(next('draft', 'miss')).toBe('draft'));

  it.each(['', 'constructor', '__proto__', 'toString', 'przyjęte'])('know no state called %j', (word) => {
    expect(ACTS.filter((act) => can(word, act))).toEqual([]);
    expect(isCounted(word)).toBe(false);
  });
});

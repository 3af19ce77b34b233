import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Ending,
  effectsOf,
  type Heard,
  SAYS,
  verdictOf,
  verdictSoFar,
} from '../../../../src/features/records/rules/index.ts';

const HEARD: readonly Heard[] = [...SAYS, 'silent'];

const short = (organisation: Heard, expert: Heard): string => {
  const verdict = verdictOf(organisation, expert);
  if (verdict === 'staff') return 'staff';
  return verdict.missed === 'expert' ? 'expert missed' : verdict.outcome;
};

describe('what follows when both sides say whether a consultation took place', () => {
  it.each<readonly [Heard, readonly string[]]>([
    // The expert says:    yes      no               another time  the organisation was absent  nothing
    ['yes', ['held', 'staff', 'staff', 'staff', 'held']],
    ['no', ['staff', 'not_held', 'not_held', 'no_show', 'not_held']],
    ['other_time', ['staff', 'not_held', 'not_held', 'staff', 'not_held']],
    ['absent', ['staff', 'expert missed', 'staff', 'staff', 'staff']],
    ['silent', ['held', 'not_held', 'not_held', 'staff', 'staff']],
  ])('the organisation says "%s"', (organisation, row) => {
    expect(HEARD.map((expert) => short(organisation, expert))).toEqual(row);
  });

  it('nobody is found absent on the word of one side alone', () => {
    for (const one of HEARD) {
      const missed = (organisation: Heard, expert: Heard) => {
        const verdict = verdictOf(organisation, expert);
        return verdict === 'staff' ? null : verdict.missed;
      };
      expect(missed('silent', one)).toBeNull();
      expect(missed(one, 'silent')).toBeNull();
      expect(missed('yes', one)).toBeNull();
      expect(missed(one, 'yes')).toBeNull();
    }
  });

  it('nothing follows before both have spoken, unless silence is an answer by now', () => {
    const says = fc.option(fc.constantFrom(...SAYS), { nil: null });
    fc.assert(
      fc.property(says, says, fc.boolean(), (organisation, expert, isOver) => {
        const isWaiting = !isOver && (organisation === null || expert === null);
        const expected = isWaiting ? null : verdictOf(organisation ?? 'silent', expert ?? 'silent');
        expect(verdictSoFar({ organisation, expert }, isOver)).toEqual(expected);
      }),
    );
  });
});

describe('what an ending costs and counts (N20)', () => {
  const HELD: Ending = { outcome: 'held', missed: null };
  const NOT_HELD: Ending = { outcome: 'not_held', missed: null };
  const NO_SHOW: Ending = { outcome: 'no_show', missed: 'organisation' };
  const EXPERT: Ending = { outcome: 'not_held', missed: 'expert' };

  it.each<readonly [string, Ending, boolean, readonly unknown[]]>([
    //                                            quota, load of the expert, a new time, staff told
    ['one that took place', HELD, true, ['card', true, false, false]],
    ['one that took place after a missed one', HELD, false, ['card', true, false, false]],
    ['one that did not', NOT_HELD, true, ['nothing', false, true, false]],
    ['the first that an organisation missed', NO_SHOW, true, ['nothing', false, true, false]],
    ['the next that it missed', NO_SHOW, false, ['planned', false, true, false]],
    ['one that the expert missed', EXPERT, true, ['nothing', false, true, true]],
    ['another that the expert missed', EXPERT, false, ['nothing', false, true, true]],
  ])('%s', (_name, ending, isFirst, [quota, countsForExpert, offersNewTime, tellsStaff]) => {
    expect(effectsOf(ending, isFirst)).toEqual({ quota, countsForExpert, offersNewTime, tellsStaff });
  });
});

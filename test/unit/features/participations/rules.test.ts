import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  channelName,
  isOpen,
  isPassing,
  maySee,
  mergeProblems,
  next,
  nextStep,
  type ParticipationAct,
  readProblems,
  STATES,
  staffedCohorts,
  writeProblems,
} from '../../../../src/features/participations/rules/index.ts';
import { actor } from '../../../support/actors.ts';

const ACTS: readonly ParticipationAct[] = [
  'confirm',
  'start',
  'finish_action',
  'close',
  'decline',
  'lapse',
  'resign',
  'remove',
];
const acts = fc.array(fc.constantFrom(...ACTS), { maxLength: 12 });

describe('the states of a participation', () => {
  it('stay among the known ones whatever is done, and never leave an end', () => {
    fc.assert(
      fc.property(acts, (tried) => {
        let state: (typeof STATES)[number] = 'invited';
        for (const act of tried) {
          const to = next(state, act);
          if (!isOpen(state)) expect(to).toBeNull();
          if (to) state = to;
          expect(STATES).toContain(state);
        }
      }),
    );
  });

  it('reach every state from the first one', () => {
    const reached = new Set<string>(['invited']);
    for (const state of reached) for (const act of ACTS) reached.add(next(state as 'invited', act) ?? state);
    expect([...reached].sort()).toEqual([...STATES].sort());
  });

  it('let work begin with a declaration and without one, but never after an exit', () => {
    expect(next('invited', 'start')).toBe('active');
    expect(next('confirmed', 'start')).toBe('active');
    expect(next('declined', 'start')).toBeNull();
    expect(next('active', 'start')).toBeNull();
  });
});

describe('the name of a channel', () => {
  it('is made of cohort and organisation in plain letters', () => {
    expect(channelName('debiuty-2024', 'Stowarzyszenie „Żółty Łubin”', 1)).toBe(
      'debiuty-2024-stowarzyszenie-zolty-lubin',
    );
    expect(channelName('debiuty-2024', 'Żółty Łubin', 3)).toBe('debiuty-2024-zolty-lubin-3');
    expect(channelName('debiuty-2024', '🌻', 1)).toBe('debiuty-2024-organizacja');
  });

  it('is always one that Slack takes, and different for each number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.string({ maxLength: 90 }), (name, cohort) => {
        const names = [1, 2, 3, 20].map((n) => channelName(cohort, name, n));
        for (const one of names) expect(one).toMatch(/^[a-z0-9-]{1,80}$/);
        expect(new Set(names).size).toBe(4);
      }),
    );
  });
});

describe('what comes next', () => {
  it('is the earliest due, and without dates the first that is offered', () => {
    const later = { text: 'later', due: new Date('2024-06-02T00:00:00Z') };
    const sooner = { text: 'sooner', due: new Date('2024-06-01T00:00:00Z') };
    expect(nextStep([{ text: 'undated' }, later, sooner])?.text).toBe('sooner');
    expect(nextStep([{ text: 'first' }, { text: 'second' }])?.text).toBe('first');
    expect(nextStep([])).toBeNull();
  });
});

describe('problems of a channel', () => {
  it('come back as they were written, and none is nothing', () => {
    const problems = [{ code: 'cant_invite', personId: 'p1' }, { code: 'name_taken' }];
    expect(readProblems(writeProblems(problems))).toEqual(problems);
    expect(writeProblems([])).toBeNull();
    expect(readProblems('not json')).toEqual([{ code: 'unknown' }]);
  });

  it('are kept once each', () => {
    const known = [{ code: 'cant_invite', personId: 'p1' }];
    expect(mergeProblems(known, [...known, { code: 'cant_invite', personId: 'p2' }])).toHaveLength(2);
  });

  it('pass by themselves only when Slack was busy, away or unclear', () => {
    expect(isPassing({ code: 'ratelimited', doubtful: false })).toBe(true);
    expect(isPassing({ code: 'http_502', doubtful: true })).toBe(true);
    expect(isPassing({ code: 'user_is_restricted', doubtful: false })).toBe(false);
  });
});

describe('who sees a place', () => {
  const place = { cohortId: 'c1', organisationId: 'o1', channelId: 'C1' };
  it('is its staff, its people, and whoever acts in its channel', () => {
    expect(maySee(actor({ roles: [{ role: 'staff', cohortId: 'c1' }] }), place, null)).toBe(true);
    expect(maySee(actor({ organisationIds: ['o1'] }), place, null)).toBe(true);
    expect(maySee(actor(), place, 'C1')).toBe(true);
  });

  it('is nobody else, also while the channel does not stand', () => {
    expect(maySee(actor({ roles: [{ role: 'staff', cohortId: 'c2' }] }), place, null)).toBe(false);
    expect(maySee(actor({ organisationIds: ['o2'] }), place, 'C2')).toBe(false);
    expect(maySee(actor(), { ...place, channelId: null }, null)).toBe(false);
  });

  it('is told apart for staff of one cohort and of all', () => {
    expect(staffedCohorts(actor({ roles: [{ role: 'staff', cohortId: 'c1' }] }))).toEqual(['c1']);
    expect(staffedCohorts(actor({ roles: [{ role: 'staff', cohortId: null }] }))).toBeNull();
  });
});

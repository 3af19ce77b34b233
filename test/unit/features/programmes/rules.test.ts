import { describe, expect, it } from 'vitest';
import {
  type CallWindow,
  callPhase,
  canSetUp,
  daysLeft,
  instantsOf,
  opensBeforeItCloses,
  windowWarnings,
} from '../../../../src/features/programmes/rules/calls.ts';
import { showsOf } from '../../../../src/features/programmes/rules/card-facts.ts';
import { actor, staff } from '../../../support/actors.ts';

const window = (facts: Partial<CallWindow> = {}): CallWindow => ({
  opensOn: '2023-04-04',
  opensTime: '00:00',
  closesOn: '2023-05-07',
  closesTime: '23:59',
  closingRule: 'inclusive',
  ...facts,
});
const phaseAt = (iso: string, facts: Partial<CallWindow> = {}, releasedAt: Date | null = null) =>
  callPhase({ ...instantsOf(window(facts)), releasedAt }, new Date(iso));

describe('the phase of a call', () => {
  it('is scheduled until the opening moment and open from it on', () => {
    expect(phaseAt('2023-04-03T23:59:59.999+02:00')).toBe('scheduled');
    expect(phaseAt('2023-04-04T00:00:00.000+02:00')).toBe('open');
  });

  it('is open until 23:59:59.999 of an inclusive 23:59 and closed at midnight', () => {
    expect(phaseAt('2023-05-07T23:59:59.999+02:00')).toBe('open');
    expect(phaseAt('2023-05-08T00:00:00.000+02:00')).toBe('closed');
  });

  it('is open at an exclusive 18:00:00.000 and closed a millisecond later', () => {
    const exclusive = { closesOn: '2024-01-22', closesTime: '18:00', closingRule: 'exclusive' } as const;
    expect(phaseAt('2024-01-22T18:00:00.000+01:00', exclusive)).toBe('open');
    expect(phaseAt('2024-01-22T18:00:00.001+01:00', exclusive)).toBe('closed');
  });

  it('follows Warsaw clocks over the change to summer time', () => {
    const spring = { opensOn: '2026-03-01', closesOn: '2026-03-29', closesTime: '02:30' };
    expect(phaseAt('2026-03-29T00:59:59.999Z', spring)).toBe('open');
    expect(phaseAt('2026-03-29T01:00:59.999Z', spring)).toBe('open');
    expect(phaseAt('2026-03-29T01:01:00.000Z', spring)).toBe('closed');
  });

  it('takes the first of two equal times when the clocks go back', () => {
    const autumn = { opensOn: '2026-10-01', closesOn: '2026-10-25', closesTime: '02:30' };
    expect(phaseAt('2026-10-25T00:30:59.999Z', autumn)).toBe('open');
    expect(phaseAt('2026-10-25T00:31:00.000Z', autumn)).toBe('closed');
  });

  it('is resolved once results are released, whatever the time', () => {
    expect(phaseAt('2023-04-20T12:00:00Z', {}, new Date('2023-04-20T11:00:00Z'))).toBe('resolved');
  });
});

describe('days left', () => {
  it('are calendar days in Warsaw, 0 on the last day', () => {
    expect(daysLeft('2023-05-07', new Date('2023-05-07T00:00:00+02:00'))).toBe(0);
    expect(daysLeft('2023-05-07', new Date('2023-05-06T23:59:59+02:00'))).toBe(1);
    expect(daysLeft('2026-03-30', new Date('2026-03-28T23:30:00+01:00'))).toBe(2);
  });

  it('make a card grow old each day while the call is open, and not otherwise', () => {
    const call = {
      stage: 1,
      closesOn: '2023-05-07',
      closingRule: 'inclusive',
      releasedAt: null,
      ...instantsOf(window()),
    };
    const at = (iso: string) => showsOf([call], new Date(iso));
    expect(at('2023-04-01T10:00:00Z')).toBe(at('2023-04-02T10:00:00Z'));
    expect(at('2023-05-01T10:00:00Z')).not.toBe(at('2023-05-02T10:00:00Z'));
    expect(at('2023-05-08T10:00:00Z')).toBe(at('2023-06-08T10:00:00Z'));
  });
});

describe('warnings before saving', () => {
  const long = new Date('2026-01-01T12:00:00Z');

  it('name an opening that does not exist and what it becomes (T7, case 10)', () => {
    const spring = window({ opensOn: '2026-03-29', opensTime: '02:30', closesOn: '2026-04-30' });
    expect(windowWarnings(spring, long)).toEqual([{ kind: 'gap', which: 'opens', becomes: '03:00' }]);
  });

  it('name a closing that happens twice', () => {
    const autumn = window({ opensOn: '2026-10-01', closesOn: '2026-10-25', closesTime: '02:30' });
    expect(windowWarnings(autumn, long)).toEqual([{ kind: 'overlap', which: 'closes', becomes: '02:30' }]);
  });

  it('say that a call is over already, and nothing about a Sunday (T4)', () => {
    expect(windowWarnings(window(), long)).toEqual([{ kind: 'closed_already' }]);
    expect(windowWarnings(window(), new Date('2023-05-01T12:00:00Z'))).toEqual([]);
  });
});

describe('a window', () => {
  it('opens before it closes, also within one day', () => {
    expect(opensBeforeItCloses(window({ opensOn: '2023-05-07', opensTime: '23:58' }))).toBe(true);
    expect(opensBeforeItCloses(window({ opensOn: '2023-05-07', opensTime: '23:59' }))).toBe(false);
  });

  it('does not open in a gap that ends when it closes', () => {
    const gap = window({ opensOn: '2026-03-29', opensTime: '02:30', closesOn: '2026-03-29', closesTime: '03:00' });
    expect(opensBeforeItCloses(gap)).toBe(false);
  });
});

describe('setting up a cohort', () => {
  it('is for staff of the whole foundation', () => {
    expect(canSetUp(staff())).toBe(true);
    expect(canSetUp(actor({ roles: [{ role: 'staff', cohortId: 'c' }] }))).toBe(false);
    expect(canSetUp(actor())).toBe(false);
  });
});

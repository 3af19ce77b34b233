import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterTrouble,
  laneNamed,
  laneOf,
  nameOfLane,
  next,
  notYet,
  type Phase,
  reasonOf,
  UNREADABLE,
  undeliverable,
} from '../../../../src/features/notices/rules/index.ts';
import { paceOf } from '../../../../src/platform/slack/pace.ts';

const pace = paceOf(1);
const said = (code: string, more: { isDoubtful?: boolean; retryAfterMs?: number } = {}) => ({
  ...{ code, isDoubtful: false, retryAfterMs: null },
  ...more,
});
const posting = { state: 'pending', attempts: 0, phase: 'posting' } as const;
const looking = { state: 'sending', attempts: 1, phase: 'looking' } as const;

describe('a refused attempt', () => {
  it('of a rate limit waits as long as Slack says, and is no attempt', () => {
    expect(afterTrouble(posting, said('ratelimited', { retryAfterMs: 7_000 }), pace)).toMatchObject({
      ...{ state: 'pending', attempts: 0, pause: 7_000 },
    });
  });

  it.each(['is_archived', 'channel_not_found', 'not_in_channel', 'user_disabled', 'cannot_dm_bot'])(
    'of %s waits for staff, and the lane goes on at its pace',
    (code) => {
      expect(afterTrouble(posting, said(code), pace)).toMatchObject({
        ...{ state: 'failed', failure: code, isDoubtful: false, pause: 'pace' },
      });
    },
  );

  it('of something passing is tried again after 2, 4, 8 … seconds, at most ten minutes apart', () => {
    const waits = Array.from({ length: 14 }, (_, attempts) => {
      return afterTrouble({ ...posting, attempts }, said('some_trouble'), pace).pause;
    });
    expect(waits.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(waits.at(-1)).toBe(600_000);
  });

  it('without an answer stays in doubt, and nobody looks before the call can no longer take effect', () => {
    const ending = afterTrouble(posting, said('no_answer', { isDoubtful: true }), pace);
    expect(ending).toMatchObject({ state: 'sending', pause: pace.doubtMs });
  });

  it('of our own mistake is given up after six, so that the lane goes on', () => {
    const preparing = { state: 'pending', phase: 'preparing' } as const;
    expect(afterTrouble({ ...preparing, attempts: 4 }, said('unexpected'), pace).state).toBe('pending');
    expect(afterTrouble({ ...preparing, attempts: 5 }, said('unexpected'), pace)).toMatchObject({
      ...{ state: 'failed', failure: 'unexpected', isDoubtful: false },
    });
  });
});

describe('a doubt', () => {
  it.each(['not_in_channel', 'missing_scope', 'history_too_long', 'channel_not_found'])(
    'whose channel cannot be read (%s) waits for staff instead of being sent twice',
    (code) => {
      expect(afterTrouble(looking, said(code), pace)).toMatchObject({
        ...{ state: 'failed', failure: UNREADABLE, isDoubtful: true, pause: 'none' },
      });
    },
  );

  it('is never forgotten before the channel was looked at', () => {
    const phases: readonly Phase[] = ['preparing', 'looking'];
    fc.assert(
      fc.property(
        fc.constantFrom(...phases),
        fc.constantFrom('ratelimited', 'no_answer', 'http_503', 'unexpected', 'is_archived', 'some_trouble'),
        fc.nat(20),
        (phase, code, attempts) => {
          const ending = afterTrouble({ state: 'sending', phase, attempts }, said(code), pace);
          return ending.state === 'sending' || (ending.state === 'failed' && ending.isDoubtful);
        },
      ),
    );
  });

  it('is over once the channel was searched and the next attempt was refused', () => {
    const again = { state: 'sending', attempts: 2, phase: 'posting' } as const;
    expect(afterTrouble(again, said('ratelimited', { retryAfterMs: 1_000 }), pace).state).toBe('pending');
    expect(afterTrouble(again, said('is_archived'), pace)).toMatchObject({ state: 'failed', isDoubtful: false });
  });
});

describe('every ending', () => {
  it('comes to an end: after so many attempts staff are asked', () => {
    for (const [code, phase] of [
      ['no_answer', 'posting'],
      ['http_503', 'looking'],
      ['unexpected', 'preparing'],
    ] as const) {
      expect(afterTrouble({ state: 'sending', phase, attempts: 15 }, said(code), pace).state).toBe('failed');
    }
    expect(notYet({ state: 'pending', attempts: 15, phase: 'preparing' }, 'no_channel_yet', pace).state).toBe('failed');
  });

  it('leaves a way back for staff, with a look at the channel when it may have arrived', () => {
    const attempt = { state: 'sending', attempts: 1, phase: 'preparing' } as const;
    expect(undeliverable(attempt, 'user_disabled')).toMatchObject({ state: 'failed', isDoubtful: true });
    expect(next('failed', 'retryDoubtful')).toBe('sending');
    expect(next('failed', 'retry')).toBe('pending');
    expect(next('sent', 'retry')).toBeNull();
  });
});

describe('a reason', () => {
  it('says of people what it says differently of channels', () => {
    expect(reasonOf({ failure: 'channel_not_found', targetKind: 'person' })).toBe('person_unreachable');
    expect(reasonOf({ failure: 'channel_not_found', targetKind: 'channel' })).toBe('no_channel');
  });

  it('is there for whatever Slack may say', () => {
    expect(reasonOf({ failure: 'http_502', targetKind: 'channel' })).toBe('outage');
    expect(reasonOf({ failure: 'never_heard_of', targetKind: 'channel' })).toBe('other');
    expect(reasonOf({ failure: null, targetKind: 'channel' })).toBe('other');
  });
});

it('the name of a lane says where it leads', () => {
  fc.assert(
    fc.property(fc.constantFrom('person', 'channel', 'staffOf'), fc.string(), (kind, id) => {
      const lane = laneOf({ [kind]: id } as unknown as Parameters<typeof laneOf>[0]);
      expect(laneNamed(nameOfLane(lane))).toEqual(lane);
    }),
  );
});

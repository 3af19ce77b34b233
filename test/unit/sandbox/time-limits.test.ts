import { describe, expect, it } from 'vitest';
import {
  EVENTS,
  RESPONSE_URL_MS,
  RESPONSE_URL_USES,
  TIERS,
  type Tier,
  TRIGGER_MS,
} from '../../../sandbox/contract/limits.ts';
import { createEventQuota } from '../../../sandbox/delivery/event-quota.ts';
import { createRates } from '../../../sandbox/web-api/rates.ts';
import type { SandboxClock } from '../../../sandbox/world/clock.ts';
import { createResponseUrls } from '../../../sandbox/world/response-urls.ts';
import { createTriggers } from '../../../sandbox/world/triggers.ts';

/** A clock that shows what it is told, to the millisecond. */
const still = () => {
  let at = 0;
  const clock: SandboxClock = {
    now: () => at,
    elapsed: () => at,
    advance: (ms) => {
      at += ms;
    },
    after: () => () => {},
    at: () => () => {},
    offset: () => 0,
    stop: () => {},
  };
  return clock;
};

describe('limits of time, to the millisecond', () => {
  it.each([
    [TRIGGER_MS, { person: 'U1' }],
    [TRIGGER_MS + 1, 'expired_trigger_id'],
  ])('a trigger after %d ms', (ms, expected) => {
    const clock = still();
    const triggers = createTriggers(clock);
    const id = triggers.issue('U1', 'T1', null);
    clock.advance(ms);
    expect(triggers.redeem(id)).toEqual(typeof expected === 'string' ? expected : expect.objectContaining(expected));
  });

  it.each([
    [RESPONSE_URL_MS, RESPONSE_URL_USES, { person: 'U1' }],
    [RESPONSE_URL_MS, RESPONSE_URL_USES + 1, 'used_url'],
    [RESPONSE_URL_MS + 1, 1, 'expired_url'],
  ])('a response address after %d ms, used for the %d. time', (ms, uses, expected) => {
    const clock = still();
    const urls = createResponseUrls(clock, () => '');
    const token = urls.issue({ person: 'U1', channel: 'C1', messageTs: null }).replace('/response/', '');
    for (let use = 1; use < uses; use += 1) urls.use(token);
    clock.advance(ms);
    expect(urls.use(token)).toEqual(typeof expected === 'string' ? expected : expect.objectContaining(expected));
  });

  it.each(Object.keys(TIERS) as Tier[])('tier %s takes its burst, then its pace, and says how long to wait', (tier) => {
    const { perMinute, burst } = TIERS[tier];
    const clock = still();
    const rates = createRates(clock, 1);
    const take = () => rates.take(tier, 'key');
    for (let call = 0; call < burst; call += 1) expect(take()).toBeNull();
    const wait = take();
    expect(wait).toBe(Math.max(1, Math.ceil(60 / perMinute)));
    clock.advance(60_000 / perMinute - 1);
    expect(take()).not.toBeNull();
    clock.advance(1);
    expect(take()).toBeNull();
    expect(take()).not.toBeNull();
    expect(rates.take(tier, 'another key')).toBeNull();
  });

  it('who was told to wait is known, for as long as was said and not for calls that were underway', () => {
    const clock = still();
    const rates = createRates(clock, 1);
    rates.told('key', 7);
    expect(rates.ignored('key')).toBe(false);
    clock.advance(1_000);
    expect([rates.ignored('key'), rates.ignored('another key')]).toEqual([true, false]);
    clock.advance(6_000);
    expect(rates.ignored('key')).toBe(false);
  });

  it('events stop at their number an hour, and the app is told once a minute', () => {
    const clock = still();
    const verdict = createEventQuota(clock);
    for (let event = 0; event < EVENTS.perHour; event += 1) expect(verdict()).toBe('send');
    expect([verdict(), verdict()]).toEqual(['tell', 'lose']);
    clock.advance(60_000);
    expect([verdict(), verdict()]).toEqual(['tell', 'lose']);
    clock.advance(59 * 60_000);
    expect(verdict()).toBe('send');
  });
});

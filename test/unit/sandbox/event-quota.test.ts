import { describe, expect, it } from 'vitest';
import { createDispatcher } from '../../../sandbox/delivery/dispatcher.ts';
import { createEventQuota, type Verdict } from '../../../sandbox/delivery/event-quota.ts';
import type { Attempt } from '../../../sandbox/delivery/transport.ts';
import { createOutage } from '../../../sandbox/faults/outage.ts';
import { createRecorder } from '../../../sandbox/recorder.ts';
import { createClock } from '../../../sandbox/world/clock.ts';

const START = Date.UTC(2026, 10, 23, 9);
const frozen = () =>
  createClock(
    () => START,
    0,
    () => {},
  );

describe('the cap on events', () => {
  it('lets 30 000 an hour through; the rest is lost, and the app is told once a minute', () => {
    const clock = frozen();
    const verdict = createEventQuota(clock);
    const counts = (events: number) => {
      const all = Array.from({ length: events }, verdict);
      return (['send', 'tell', 'lose'] as const).map((one) => all.filter((other) => other === one).length);
    };
    expect(counts(30_000)).toEqual([30_000, 0, 0]);
    expect(counts(500)).toEqual([0, 1, 499]);
    clock.advance(60_000);
    expect(counts(500)).toEqual([0, 1, 499]);
    clock.advance(59 * 60_000);
    expect(counts(30_001)).toEqual([30_000, 1, 0]);
  });

  it('an event beyond it is not sent; in its place comes app_rate_limited', () => {
    const clock = frozen();
    const sent: Attempt[] = [];
    const transport = {
      send: async (attempt: Attempt) => {
        sent.push(attempt);
        return { outcome: 'acknowledged', body: undefined } as const;
      },
      connections: () => 1,
      stop: async () => {},
    };
    const verdicts: Verdict[] = ['send', 'tell', 'lose'];
    const record = createRecorder(clock.now, () => {});
    const next = () => verdicts.shift() ?? 'lose';
    const dispatcher = createDispatcher(transport, record, clock, createOutage(clock), next);
    const event = { token: 't', team_id: 'T1', api_app_id: 'A1', event: {}, type: 'event_callback' };
    for (let count = 0; count < 3; count += 1) dispatcher.event(event, 'message');
    expect(sent.map((one) => [one.type, one.payload])).toEqual([
      ['events_api', event],
      [
        'events_api',
        {
          token: 't',
          type: 'app_rate_limited',
          team_id: 'T1',
          minute_rate_limited: START / 1000,
          api_app_id: 'A1',
        },
      ],
    ]);
  });
});

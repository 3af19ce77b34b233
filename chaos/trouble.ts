import type { Sandbox } from '../sandbox/index.ts';
import type { Luck } from './chance.ts';

/** Longer than the bot waits for an answer. */
const TIMEOUT_MS = 10_500;
/** Each of five kinds of failure strikes so often that together they strike one call in five. */
const SHARE = 0.0436;
/** Of calls: an answer that comes too late. Rare, for each costs ten real seconds. */
const TIMEOUTS = 0.0005;

/** Everything the bot calls but for the two calls of a start, whose failure only has the supervisor start it again. */
const METHODS = [
  ...['chat.postMessage', 'chat.update', 'chat.postEphemeral', 'pins.add', 'response_url'],
  ...['conversations.create', 'conversations.invite', 'conversations.open', 'conversations.history'],
  ...['conversations.setPurpose', 'users.info', 'users.conversations'],
  ...['views.open', 'views.push', 'views.update', 'views.publish'],
];

/** Slack fails on one call in five: refused, lost on the way, lost on the way back, too late, and slow. */
export function trouble(sandbox: Sandbox, luck: Luck): void {
  for (const method of METHODS) {
    const always = { method, times: Number.POSITIVE_INFINITY } as const;
    const often = { ...always, when: () => luck.happens(SHARE) };
    sandbox.fault({ ...often, kind: 'rate_limit', retryAfter: 1 });
    sandbox.fault({ ...often, kind: 'server_error', status: 503 });
    sandbox.fault({ ...often, kind: 'reset' });
    sandbox.fault({ ...often, kind: 'server_error', status: 502, stage: 'after' });
    sandbox.fault({ ...often, kind: 'reset', stage: 'after' });
    sandbox.fault({ ...always, when: () => luck.happens(TIMEOUTS), kind: 'delay', ms: TIMEOUT_MS, stage: 'after' });
    sandbox.fault({ ...always, when: () => luck.happens(0.2), kind: 'delay', ms: 60, stage: 'before' });
  }
}

/** Slack delivers something once more now and then: what came last and was taken. */
export async function deliverAgain({ deliveries, delivery }: Sandbox): Promise<boolean> {
  const last = deliveries.findLast(({ answer }) => answer === 'acknowledged');
  if (!last) return false;
  await delivery.redeliver(last);
  return true;
}

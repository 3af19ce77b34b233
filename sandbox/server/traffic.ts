import type { Core } from '../core.ts';
import type { Traffic, TrafficEntry } from '../page-api.ts';
import type { Recorder } from '../recorder.ts';

type Call = Recorder['calls'][number];
type Delivery = Recorder['deliveries'][number];

const MOST = 400;
const LONGEST = 8_000;

/** Entries are numbered when they are first looked at. The first number is the time, so that a restart counts on. */
const numbers = new WeakMap<Call | Delivery, number>();
let last = Date.now();

const unnumbered = <T extends Call | Delivery>(all: readonly T[]): readonly T[] =>
  all.slice(all.findLastIndex((one) => numbers.has(one)) + 1);

const numberAll = ({ calls, deliveries }: Recorder): void => {
  const fresh = [...unnumbered(deliveries), ...unnumbered(calls)].sort((a, b) => a.at - b.at);
  for (const one of fresh) {
    last += 1;
    numbers.set(one, last);
  }
};

/** Blocks and views travel as JSON inside of strings. */
const unfolded = (text: string): unknown => {
  try {
    return /^[[{]/.test(text) ? JSON.parse(text) : text;
  } catch {
    return text;
  }
};

/** Tokens and the secret part of a `response_url` stay out of what people look at. */
const withoutSecrets = (key: string, value: unknown): unknown => {
  if (key === 'token') return '•••';
  if (typeof value !== 'string') return value;
  return unfolded(value.replace(/\b(xox[a-z]|xapp)-[\w-]+/g, '$1-•••').replace(/(\/response\/)[^\s"]+/g, '$1•••'));
};

const inWords = (value: unknown): string => {
  const text = JSON.stringify(value, withoutSecrets, 2);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}\n…` : text;
};

const callEntry = (call: Call): Omit<TrafficEntry, 'n'> => ({
  at: call.at,
  kind: 'call',
  name: call.method,
  outcome: call.ok ? 'ok' : (call.error ?? String(call.status)),
  problem: !call.ok,
  attempt: 0,
  ms: null,
  detail: inWords(call.args),
});

const deliveryEntry = ({
  type,
  name,
  at,
  attempt,
  answer,
  answeredMs,
  payload,
  response,
}: Delivery): Omit<TrafficEntry, 'n'> => ({
  at,
  kind: type,
  name,
  outcome: answer,
  problem: attempt > 0 || answer === 'timeout' || answer === 'failed',
  attempt,
  ms: answeredMs,
  detail: inWords({ payload, response }),
});

/** The newest of what went between the sandbox and the app, beyond entry number `after`; 400 at most. */
export const traffic = ({ record }: Core, after: number): Traffic => {
  numberAll(record);
  const newest = [...record.calls.slice(-MOST), ...record.deliveries.slice(-MOST)]
    .map((one) => ({ one, n: numbers.get(one) ?? 0 }))
    .filter(({ n }) => n > after)
    .sort((a, b) => b.n - a.n)
    .slice(0, MOST);
  return {
    entries: newest.map(({ one, n }) => ({ ...('method' in one ? callEntry(one) : deliveryEntry(one)), n })),
  };
};

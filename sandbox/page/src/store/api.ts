import type { Act, ActResult, ChannelMessages, ClockState, Snapshot, Status, Traffic } from '../../../page-api.ts';

/** The server answered, but not with what was asked for: a reload will not help. */
export class Refused extends Error {}

async function getJson<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
  const answer = await fetch(`/sandbox/${path}?${new URLSearchParams(query)}`);
  if (!answer.ok) throw new Refused(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}

const postJson = (path: string, body: unknown): Promise<Response> =>
  fetch(`/sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** With no person named the server picks the first one. */
export const fetchSnapshot = (as: string | null) => getJson<Snapshot>('snapshot', as === null ? {} : { as });
export const fetchMessages = (as: string, channel: string) => getJson<ChannelMessages>('messages', { as, channel });
export const fetchReplies = (as: string, channel: string, ts: string) =>
  getJson<ChannelMessages>('replies', { as, channel, ts });
export const fetchStatus = () => getJson<Status>('status');
export const fetchClock = () => getJson<ClockState>('clock');
export const fetchTraffic = (after: number) => getJson<Traffic>('traffic', { after: String(after) });

/** Moves the sandbox's clock ahead, to an instant in milliseconds since 1970. */
export const moveClock = (to: number) => postJson('clock', { to }).catch(() => undefined);

/** Does something as a person. A broken connection is an ordinary refusal here, so that nothing on the page hangs. */
export async function sendAct(as: string, act: Act): Promise<ActResult> {
  try {
    return (await (await postJson('act', { as, act })).json()) as ActResult;
  } catch {
    return { ok: false, error: 'no_connection' };
  }
}

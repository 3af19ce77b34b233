import type { Act, ActResult, ChannelMessages, Snapshot, Status } from '../../../page-api.ts';

/** The server answered, but not with what was asked for: a reload will not help. */
export class Refused extends Error {}

async function getJson<T>(path: string, query: Readonly<Record<string, string>>): Promise<T> {
  const answer = await fetch(`/sandbox/${path}?${new URLSearchParams(query)}`);
  if (!answer.ok) throw new Refused(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** With no person named the server picks the first one. */
export const fetchSnapshot = (as: string | null) => getJson<Snapshot>('snapshot', as === null ? {} : { as });
export const fetchMessages = (as: string, channel: string) => getJson<ChannelMessages>('messages', { as, channel });
export const fetchReplies = (as: string, channel: string, ts: string) =>
  getJson<ChannelMessages>('replies', { as, channel, ts });
export const fetchStatus = () => getJson<Status>('status', {});

/** Does something as a person. A broken connection is an ordinary refusal here, so that nothing on the page hangs. */
export async function sendAct(as: string, act: Act): Promise<ActResult> {
  try {
    const answer = await fetch('/sandbox/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, act }),
    });
    return (await answer.json()) as ActResult;
  } catch {
    return { ok: false, error: 'no_connection' };
  }
}

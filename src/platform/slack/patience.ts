type Fetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * What Slack counts together: a method, and for posts the channel with it (Slack contract 5.8). Null for what is not
 * held back: the views of people who wait, who are answered or refused by Slack itself.
 */
function countedTogether(url: string | URL | Request, body: unknown): string | null {
  const address = url instanceof Request ? url.url : String(url);
  const [, method] = /\/api\/([a-zA-Z.]+)$/.exec(address) ?? [];
  if (!method || method.startsWith('views.')) return null;
  if (method !== 'chat.postMessage') return method;
  return `${method} ${new URLSearchParams(String(body)).get('channel')}`;
}

/**
 * Keeps what Slack asked for: after "too many, come back in so many seconds" the same call is not made before, and
 * refused here in Slack's words with what is left of the wait. Other methods and other channels go on.
 */
export function patient(fetch: Fetch, now: () => number = () => performance.now()): Fetch {
  const waits = new Map<string, number>();
  return async (url, init) => {
    const key = countedTogether(url, init?.body);
    if (key === null) return fetch(url, init);
    const left = (waits.get(key) ?? 0) - now();
    if (left > 0) {
      const headers = { 'retry-after': String(Math.ceil(left / 1_000)) };
      return Response.json({ ok: false, error: 'ratelimited' }, { status: 429, headers });
    }
    waits.delete(key);
    const answer = await fetch(url, init);
    const seconds = Number(answer.headers.get('retry-after'));
    if (answer.status === 429 && seconds > 0) waits.set(key, now() + seconds * 1_000);
    return answer;
  };
}

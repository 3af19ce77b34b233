import { setTimeout as sleep } from 'node:timers/promises';

/** Answers whether one thing the bot needs works at this moment. */
export type HealthCheck = () => boolean | Promise<boolean>;

type Checks = Readonly<Record<string, HealthCheck>>;

/** What a handler needs of Node's response. */
type HealthResponse = {
  readonly writeHead: (status: number, headers: Readonly<Record<string, string>>) => unknown;
  readonly end: (body: string) => unknown;
};

/** A route as Bolt's receivers take it, in Socket Mode and in signed HTTP alike. */
export type HealthRoute = {
  readonly path: string;
  readonly method: string;
  readonly handler: (request: unknown, response: HealthResponse) => void;
};

/**
 * `GET /healthz`: 200 while the process lives. `GET /readyz`: 200 when every check holds, 503 otherwise, with the
 * result of each by name. A check that throws, or does not answer within `withinMs`, does not hold.
 */
export function healthRoutes(checks: Checks, withinMs = 2_000): HealthRoute[] {
  return [
    { path: '/healthz', method: 'GET', handler: (_request, response) => answer(response, 200, { alive: true }) },
    {
      path: '/readyz',
      method: 'GET',
      handler: (_request, response) => {
        void runChecks(checks, withinMs).then((results) => {
          const ready = Object.values(results).every(Boolean);
          answer(response, ready ? 200 : 503, { ready, ...results });
        });
      },
    },
  ];
}

async function runChecks(checks: Checks, withinMs: number): Promise<Record<string, boolean>> {
  const results = Object.entries(checks).map(async ([name, check]) => [name, await holds(check, withinMs)] as const);
  return Object.fromEntries(await Promise.all(results));
}

async function holds(check: HealthCheck, withinMs: number): Promise<boolean> {
  try {
    return await Promise.race([check(), sleep(withinMs, false, { ref: false })]);
  } catch {
    return false;
  }
}

function answer(response: HealthResponse, status: number, body: Readonly<Record<string, boolean>>): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}

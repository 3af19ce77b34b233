import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { RunningApp } from './app.ts';
import type { StartOptions } from './assemble.ts';
import { describeProblems, readConfig } from './platform/config.ts';
import { type ProcessLike, runProcess } from './platform/lifecycle.ts';
import { createLog } from './platform/log.ts';

/** The process and what only its entry point may make: the environment, the clock and chance. */
export type Surroundings = Pick<StartOptions, 'clock' | 'ids' | 'newPassword'> & {
  readonly process: ProcessLike & {
    readonly uptime: () => number;
    readonly stderr: { readonly write: (text: string) => unknown };
    exitCode?: string | number | null | undefined;
  };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told once, when everything runs. */
  readonly onRunning?: (app: RunningApp) => void;
};

/** Starts the bot and keeps it until it is told to end; for a wrong environment it lists what is wrong and ends with 1. */
export async function boot({ process, env, onRunning, ...given }: Surroundings): Promise<void> {
  const result = readConfig(env);
  if (!result.ok) {
    process.stderr.write(`${describeProblems(result.problems)}\n`);
    process.exitCode = 1;
    return;
  }
  const { config } = result;
  const log = createLog(config.logLevel);
  await runProcess(process, log, async (lifecycle) => {
    // Everything else is loaded from here on, so that the cache serves it: a third less time to start.
    enableCompileCache(join(config.dataDir, 'compile-cache'));
    const { start } = await import('./start.ts');
    const app = await start({ config, log, lifecycle, ...given });
    const { slack, port } = config;
    log.info({ mode: slack.mode.kind, port, ms: Math.round(process.uptime() * 1000) }, 'the bot is running');
    onRunning?.(app);
  });
}

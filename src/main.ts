/** The entry point. The only file that reads the environment, the machine's clock and chance. */
import { randomBytes } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { describeProblems, readConfig } from './platform/config.ts';
import { runProcess } from './platform/lifecycle.ts';
import { createLog } from './platform/log.ts';

const result = readConfig(process.env);
if (result.ok) {
  const { config } = result;
  const log = createLog(config.logLevel);
  await runProcess(process, log, async (lifecycle) => {
    // Everything else is loaded from here on, so that the cache serves it: a third less time to start.
    enableCompileCache(join(config.dataDir, 'compile-cache'));
    const { start } = await import('./start.ts');
    await start({
      config,
      log,
      lifecycle,
      clock: { now: () => new Date() },
      ids: { next: () => uuid() },
      newPassword: () => randomBytes(24).toString('hex'),
    });
    const { slack, port } = config;
    log.info({ mode: slack.mode.kind, port, ms: Math.round(process.uptime() * 1000) }, 'the bot is running');
  });
} else {
  process.stderr.write(`${describeProblems(result.problems)}\n`);
  process.exitCode = 1;
}

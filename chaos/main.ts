/**
 * `npm run chaos`: one cohort's months, played by real acts in Slack, while bots are killed with -9 and Slack fails.
 * Flags: `--seed`, `--kills`, `--processes`, `--organisations`, `--months`, `--keep`. Ends with 1 when anything fails.
 */
import { type Options, readOptions } from './options.ts';
import { run } from './run.ts';

function options(): Options | null {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

const asked = options();
process.exitCode = asked && (await run(asked)) ? 0 : 1;

/**
 * `npm run bench`: prints lines `bench <name> <number> <unit>`. `--quick` takes fewer rounds; names choose benchmarks.
 * Speed is judged by ratios measured in one run, never by a machine's milliseconds.
 */
import { bookings } from './bookings.ts';
import { delivery } from './delivery.ts';
import { due } from './due.ts';
import { openedModal } from './opened-modal.ts';
import { plan } from './plan.ts';
import { reminders } from './reminders.ts';
import { sandboxShare } from './sandbox-share.ts';
import { startUp } from './start-up.ts';
import { surveys } from './surveys.ts';

const BENCHMARKS = {
  bookings,
  delivery,
  due,
  'opened-modal': openedModal,
  plan,
  reminders,
  'sandbox-share': sandboxShare,
  'start-up': startUp,
  surveys,
} as const;

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const wanted = words.filter((word) => !word.startsWith('--'));
const unknown = wanted.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  process.stderr.write(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}.\n`);
  process.exitCode = 1;
} else {
  for (const [name, run] of Object.entries(BENCHMARKS)) {
    if (wanted.length === 0 || wanted.includes(name)) await run(quick);
  }
}

import { readFile } from 'node:fs/promises';
import { v7 as uuid } from 'uuid';
import { features } from '../../src/features/index.ts';
import { connectDatabase } from '../../src/platform/db/client.ts';
import type { Deps } from '../../src/platform/deps.ts';
import { collectOffers } from '../../src/platform/feature.ts';
import { silentLog } from '../../src/platform/log.ts';
import { paceOf } from '../../src/platform/slack/pace.ts';

const PROGRAMME = 'debiuty.yaml';

/** What operations and ticks have at hand on a database, at one moment; nothing is sent, the calls and jobs go nowhere. */
export async function depsOn(url: string, now: Date): Promise<Deps> {
  const text = await readFile(new URL(`../../programmes/${PROGRAMME}`, import.meta.url), 'utf8');
  const nothing = async (): Promise<undefined> => undefined;
  return {
    clock: { now: () => now },
    ids: { next: () => uuid() },
    db: connectDatabase({ url }),
    jobs: {
      ...{ enqueue: nothing, wake: nothing, start: nothing, stop: nothing, running: () => true },
      ...{ deadLetters: async () => 0, retryDeadLetters: async () => 0 },
    },
    log: silentLog(),
    slack: {} as Deps['slack'],
    pace: paceOf(1),
    home: { teamId: 'T0BENCH', botUserId: 'U0BENCH' },
    programmeFiles: [{ name: PROGRAMME, text }],
    offers: collectOffers(features),
  };
}

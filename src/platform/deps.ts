import type { Clock } from '../core/clock.ts';
import type { Ids } from '../core/ids.ts';
import type { Db } from './db/client.ts';
import type { Offers } from './feature.ts';
import type { Jobs } from './jobs/boss.ts';
import type { Log } from './log.ts';
import type { SlackGateway } from './slack/gateway.ts';

/** A text file handed in by `main`, such as a programme definition. */
export type SourceFile = { readonly name: string; readonly text: string };

/** Everything that operations, queries and jobs may use of the outside world. */
export type Deps = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly db: Db;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly slack: SlackGateway;
  /** The workspace the bot is installed in. */
  readonly home: { readonly teamId: string; readonly botUserId: string };
  readonly programmeFiles: readonly SourceFile[];
  /** What features offer to each other's surfaces: cards, homes, notices. */
  readonly offers: Offers;
};

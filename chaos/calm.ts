import type { Sandbox } from '../sandbox/index.ts';
import type { RunningApp } from '../src/app.ts';
import { luckOf } from './chance.ts';
import type { Stage } from './stage.ts';

const WATCH_MS = 8_000;

/** Where nothing goes wrong and the app is in hand: one act after another, each moment of its own. */
export const calmStage = ({ sandbox, app }: { readonly sandbox: Sandbox; readonly app: RunningApp }): Stage => ({
  ...{ sandbox, db: app.deps.db, as: sandbox.as, patience: 1, atOnce: 1, watchMs: WATCH_MS },
  reachable: async () => undefined,
  goTo: async (moment) => {
    sandbox.clock.advance(Math.max(0, moment - sandbox.clock.now()));
    await app.tick();
    await sandbox.settled();
  },
  upcoming: async () => (await app.upcoming())?.at.getTime() ?? null,
  luck: luckOf(1, 'people'),
  note: () => undefined,
});

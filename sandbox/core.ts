import type { Dispatcher } from './delivery/dispatcher.ts';
import type { Faults } from './faults/faults.ts';
import type { Outage } from './faults/outage.ts';
import type { Manifest } from './manifest.ts';
import type { Change, Moment, Scene } from './page-api.ts';
import type { Recorder } from './recorder.ts';
import type { Rates } from './web-api/rates.ts';
import type { SandboxClock } from './world/clock.ts';
import type { ResponseUrls } from './world/response-urls.ts';
import type { Triggers } from './world/triggers.ts';
import type { World } from './world/world.ts';

/** Everything the parts of one running sandbox share. */
export type Core = {
  readonly world: World;
  readonly clock: SandboxClock;
  readonly manifest: Manifest;
  readonly record: Recorder;
  readonly faults: Faults;
  readonly rates: Rates;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly dispatcher: Dispatcher;
  readonly outage: Outage;
  /** The next moment at which the app has something to do. */
  readonly nextMoment: () => Promise<Moment | null>;
  readonly tokens: { readonly bot: string; readonly app: string };
  /** Own address, such as `http://127.0.0.1:4100`. */
  readonly url: () => string;
  /** How long an uploaded file is worked on, in milliseconds. */
  readonly processingMs: number;
  /** A single-use Socket Mode address; `null` when the app has no such line. */
  readonly ticket: () => string | null;
  /** What is going on in a story that plays by itself. */
  scene: Scene | null;
  /** Tells pages and waiting tests that something changed, and has it written down. */
  readonly changed: (change: Change) => void;
};

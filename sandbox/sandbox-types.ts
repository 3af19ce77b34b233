import type { Core } from './core.ts';
import type { SocketTransport } from './delivery/sockets.ts';
import type { Fault } from './faults/faults.ts';
import type { Manifest } from './manifest.ts';
import type { Change, Moment, Scene } from './page-api.ts';
import type { ConnectDriver } from './people/driver/connect.ts';
import type { PersonDriver } from './people/driver/types.ts';
import type { Recorder } from './recorder.ts';
import type { IsBusy, waitFor } from './settle.ts';
import type { SandboxClock } from './world/clock.ts';
import type { Json, Person, WorldState } from './world/types.ts';
import type { World } from './world/world.ts';

export type SandboxOptions = {
  /** Path of `manifest.yml` or the manifest itself: the grants, commands, shortcuts and events. */
  readonly manifest: string | Manifest;
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  /** The world to start with; the seeded foundation when absent. */
  readonly seed?: (now: number) => WorldState;
  /** Base of the clock in milliseconds since 1970; real time when absent. */
  readonly now?: () => number;
  /** How long the app may take to answer, in milliseconds. */
  readonly ackLimitMs?: number;
  /** How long a Socket Mode connection lasts in real time; Slack's own while absent. */
  readonly connectionSeconds?: number;
  /** How long Slack works on a file that an app has uploaded, in milliseconds of the sandbox's clock. */
  readonly processingMs?: number;
  readonly transport?: 'socket' | { readonly http: { readonly requestUrl: string; readonly signingSecret?: string } };
  /** A JSON file that keeps the world over restarts. */
  readonly stateFile?: string;
  /** Built page, served at `/`. */
  readonly pageDir?: string;
  /** Rate limits that many times faster than Slack's; 1 when absent. */
  readonly pace?: number;
  /** How long the app must be still before a driver's act returns, in milliseconds. */
  readonly quietMs?: number;
  /** What the app says happens next by itself, for the page's "to the next deadline"; else the next scheduled message. */
  readonly nextMoment?: () => Promise<Moment | null>;
  /** The app's own word on whether it still works, waited for after each act of the driver. */
  readonly isBusy?: IsBusy;
};

export type Sandbox = {
  readonly url: string;
  /** For `slackApiUrl`; ends in `/api/`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly world: World;
  readonly clock: SandboxClock;
  readonly calls: Recorder['calls'];
  readonly deliveries: Recorder['deliveries'];
  readonly violations: Recorder['violations'];
  /** Takes the violations out (all, or those of one name), for tests that cause them on purpose. */
  readonly takeViolations: (name?: string) => Recorder['violations'];
  readonly as: (personId: string) => PersonDriver;
  readonly fault: (fault: Fault) => () => void;
  readonly clearFaults: () => void;
  /** All of Slack is gone: for so many milliseconds of the sandbox's clock, or until `up`. */
  readonly down: (ms?: number) => void;
  readonly up: () => void;
  /** `redeliver`, `reorder`, `dropNext`, `connections`, `unanswered`. */
  readonly delivery: Core['dispatcher'];
  /** Socket Mode only: `disconnect(reason)`, `enable()`, `cut()`. */
  readonly sockets: SocketTransport | null;
  /** Waits until nothing is unanswered and no call was made for a moment. */
  readonly settled: (quietMs?: number) => Promise<void>;
  readonly waitFor: typeof waitFor;
  /** A new person joins the workspace (`team_join`). */
  readonly addPerson: (person: Partial<Person> & Pick<Person, 'id' | 'name' | 'kind'>) => Person;
  /** A person is renamed, deactivated, becomes an admin … (`user_change`). */
  readonly changePerson: (id: string, change: Partial<Person>) => void;
  /** Slack Connect: answers invitations, and ends the sharing of a channel. */
  readonly connect: ConnectDriver;
  /** Sends any event the manifest subscribes to. */
  readonly emit: (name: string, event: Json) => void;
  /** Shows on the page what is going on in a story that plays by itself; null when it is over. */
  readonly show: (scene: Scene | null) => void;
  /** Told of every change; returns the way to stop listening. */
  readonly onChange: (listener: (change: Change) => void) => () => void;
  /** Closes the server and every connection, writes the state file, forgets timers. */
  readonly stop: () => Promise<void>;
};

import type { AddressInfo } from 'node:net';
import { assemble } from './assemble.ts';
import type { Core } from './core.ts';
import { emit, emitPerson } from './delivery/events.ts';
import { createConnect } from './people/driver/connect.ts';
import { createDriver } from './people/driver/driver.ts';
import type { Sandbox, SandboxOptions } from './sandbox-types.ts';
import { APP_TOKEN, BOT_TOKEN, FOREIGN_TEAM_ID, SIGNING_SECRET } from './seed.ts';
import { listen } from './server/http-server.ts';
import { createStream } from './server/stream.ts';
import { type IsBusy, settled, waitFor } from './settle.ts';
import { expel } from './world/channels.ts';
import type { Person } from './world/types.ts';

export type { PersonDriver } from './people/driver/types.ts';
export type { Sandbox, SandboxOptions } from './sandbox-types.ts';
export { BOT_USER_ID, CHANNELS, FOREIGN_TEAM_ID, PEOPLE, TEAM_ID } from './seed.ts';

const blankPerson = { title: '', email: null, locale: 'pl-PL', tz: 'Europe/Warsaw', owner: false } as const;

/** What a test may do to a running sandbox besides acting as people. */
const handles = (
  core: Core,
  quiet: number,
  isBusy: IsBusy,
): Pick<Sandbox, 'as' | 'takeViolations' | 'addPerson' | 'changePerson' | 'connect' | 'settled'> => ({
  as: (id) => {
    const person = core.world.person(id);
    if (!person) throw new Error(`The sandbox knows nobody with the id ${id}`);
    return createDriver(core, person, () => settled(core, quiet, isBusy));
  },
  takeViolations: (name) => {
    const all = core.record.violations;
    const taken = all.filter((one) => name === undefined || one.name === name);
    all.splice(0, all.length, ...all.filter((one) => !taken.includes(one)));
    return taken;
  },
  addPerson: (given) => {
    const foreign = given.kind === 'foreign' ? FOREIGN_TEAM_ID : core.world.home.id;
    const usual = { ...blankPerson, teamId: foreign, handle: given.id.toLowerCase() };
    const person: Person = { ...usual, ...given };
    core.world.state.persons.push(person);
    emitPerson(core, 'team_join', person);
    core.changed({ changed: 'people' });
    return person;
  },
  changePerson: (id, change) => {
    const person = core.world.person(id);
    if (!person) throw new Error(`The sandbox knows nobody with the id ${id}`);
    Object.assign(person, change);
    // Whoever leaves the workspace leaves its channels.
    if (person.kind === 'deactivated') expel(core, id);
    emitPerson(core, 'user_change', person);
    core.changed({ changed: 'people' });
  },
  connect: createConnect(core),
  settled: (quietMs = quiet) => settled(core, quietMs, isBusy),
});

/** Starts a strict local Slack workspace on 127.0.0.1 (Slack contract 3). @throws when the port is taken or the manifest unreadable. */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  let url = '';
  const { core, keeper, sockets, way, listeners } = assemble(options, () => url);
  const stream = createStream();
  listeners.add(stream.tell);
  const server = await listen({ core, stream, sockets, pageDir: options.pageDir }, options.port ?? 0);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    apiUrl: `${url}/api/`,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    world: core.world,
    clock: core.clock,
    calls: core.record.calls,
    deliveries: core.record.deliveries,
    violations: core.record.violations,
    ...handles(core, options.quietMs ?? 60, options.isBusy ?? (() => false)),
    fault: core.faults.add,
    clearFaults: core.faults.clear,
    down: core.outage.down,
    up: core.outage.up,
    delivery: core.dispatcher,
    sockets,
    waitFor,
    emit: (name, event) => emit(core, name, event),
    show: (scene) => {
      core.scene = scene;
      core.changed({ changed: 'scene' });
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      keeper.flush();
      stream.stop();
      core.clock.stop();
      await way.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};

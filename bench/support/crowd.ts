import { join } from 'node:path';
import { CHANNELS, PEOPLE, type Sandbox, startSandbox, TEAM_ID } from '../../sandbox/index.ts';

const MANIFEST = join(import.meta.dirname, '../../manifest.yml');

export type Crowd = { readonly sandbox: Sandbox; readonly people: readonly string[] };

/** A workspace with so many members more, all in #debiuty; rate limits out of the way, since they are not measured. */
export async function openCrowd(size: number): Promise<Crowd> {
  const sandbox = await startSandbox({ manifest: MANIFEST, pace: 10_000, quietMs: 5 });
  const people = Array.from({ length: size }, (_, index) => `U0TLUM${String(index).padStart(4, '0')}`);
  for (const id of people) {
    sandbox.addPerson({ id, name: `Osoba Tłumu ${id.slice(-2)}`, kind: 'member', teamId: TEAM_ID });
    sandbox.world.channel(CHANNELS.debiuty)?.members.push(id);
  }
  return { sandbox, people: people.length > 0 ? people : [PEOPLE.admin] };
}

/** Everybody types the command at once; milliseconds until each sees a modal. */
export async function openAtOnce({ sandbox, people }: Crowd, text: string): Promise<number[]> {
  const seen = new Map<string, number>();
  const begun = performance.now();
  const stop = sandbox.onChange(({ changed }) => {
    if (changed !== 'modals') return;
    for (const id of people) {
      if (!seen.has(id) && sandbox.world.modals(id).length > 0) seen.set(id, performance.now() - begun);
    }
  });
  const typed = { do: 'slash', channel: CHANNELS.debiuty, command: '/debiuty', text } as const;
  await Promise.all(people.map((id) => sandbox.as(id).act(typed)));
  await sandbox.waitFor(() => seen.size === people.length, { timeoutMs: 20_000, what: 'every modal' });
  stop();
  await closeAll({ sandbox, people });
  return [...seen.values()];
}

async function closeAll({ sandbox, people }: Crowd): Promise<void> {
  const open = people.flatMap((id) => sandbox.world.modals(id).map((view) => ({ id, viewId: view.id })));
  await Promise.all(open.map(({ id, viewId }) => sandbox.as(id).act({ do: 'close', viewId })));
}

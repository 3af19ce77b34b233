import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Act, ActResult, Change, PageChannel, PagePerson, Snapshot } from '../../../page-api.ts';
import { fetchSnapshot, Refused, sendAct } from './api.ts';
import { readTimesIn } from './time.ts';

export type Workspace = {
  readonly snapshot: Snapshot;
  readonly offline: boolean;
  /** How far the sandbox's clock is ahead of the computer's, in milliseconds. */
  readonly ahead: number;
  /** Grows each time something in the channel changed, or may have: a key for reading it again. */
  readonly versionOf: (channel: string) => number;
  readonly act: (act: Act) => Promise<ActResult>;
  readonly person: (id: string | null) => PagePerson | null;
  readonly channel: (id: string) => PageChannel | null;
};

const WorkspaceContext = createContext<Workspace | null>(null);
export const WorkspaceProvider = WorkspaceContext.Provider;

/** Everything below the app's root stands on a loaded workspace. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('no workspace around this component');
  return workspace;
}

/** `silent`: the server cannot be reached; `unknown`: it knows nobody of that id. */
export type Failure = 'silent' | 'unknown';

const quiet: ReadonlySet<Act['do']> = new Set(['suggest', 'read', 'say']);

const noVersions: { readonly all: number; readonly each: Readonly<Record<string, number>> } = { all: 0, each: {} };

const nothing = { snapshot: null, ahead: 0 } as const;

function useSnapshot(as: string | null) {
  const [{ snapshot, ahead }, setLoaded] = useState<{ snapshot: Snapshot | null; ahead: number }>(nothing);
  const [failed, setFailed] = useState<Failure | null>(null);
  const order = useRef({ asked: 0, shown: 0 });
  const refresh = useCallback(async () => {
    order.current.asked += 1;
    const mine = order.current.asked;
    try {
      const loaded = await fetchSnapshot(as);
      if (mine < order.current.shown) return;
      order.current.shown = mine;
      readTimesIn(loaded.me.tz);
      setLoaded({ snapshot: loaded, ahead: loaded.now - Date.now() });
      setFailed(null);
    } catch (error) {
      setFailed(error instanceof Refused ? 'unknown' : 'silent');
    }
  }, [as]);
  return { snapshot, ahead, failed, refresh };
}

function useStream(as: string | null, onChange: (changes: readonly Change[]) => void, onOpen: () => void): boolean {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    if (as === null) return;
    let waiting: Change[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      onChange(waiting);
      waiting = [];
    };
    const stream = new EventSource(`/sandbox/stream?as=${encodeURIComponent(as)}`);
    stream.onopen = () => {
      setOffline(false);
      onOpen();
    };
    stream.onerror = () => setOffline(true);
    stream.onmessage = (event) => {
      waiting.push(JSON.parse(event.data as string) as Change);
      timer ??= setTimeout(flush, 20);
    };
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }, [as, onChange, onOpen]);
  return offline;
}

/** How often each channel has changed, as far as is known. */
function useVersions() {
  const [{ all, each }, setVersions] = useState(noVersions);
  const touch = useCallback((channels: readonly string[]) => {
    setVersions((old) => {
      const newer = channels.map((id) => [id, (old.each[id] ?? 0) + 1]);
      return { ...old, each: Object.fromEntries([...Object.entries(old.each), ...newer]) };
    });
  }, []);
  const touchAll = useCallback(() => setVersions((old) => ({ ...old, all: old.all + 1 })), []);
  const versionOf = useCallback((channel: string) => all + (each[channel] ?? 0), [all, each]);
  return { versionOf, touch, touchAll };
}

/** The workspace as one person sees it, kept fresh by the server's stream. `null` until it is loaded. */
export function useLiveWorkspace(as: string | null): {
  readonly workspace: Workspace | null;
  readonly failed: Failure | null;
} {
  const { snapshot, ahead, failed, refresh } = useSnapshot(as);
  const { versionOf, touch, touchAll } = useVersions();
  const me = snapshot?.me.id ?? null;
  useEffect(() => void refresh(), [refresh]);
  useEffect(() => {
    if (failed !== 'silent') return;
    const again = setInterval(() => void refresh(), 2000);
    return () => clearInterval(again);
  }, [failed, refresh]);
  const onChange = useCallback(
    (changes: readonly Change[]) => {
      touch(changes.flatMap((change) => (change.changed === 'messages' ? [change.channel] : [])));
      void refresh();
    },
    [refresh, touch],
  );
  // What changed while the stream was not open has been told to nobody.
  const onOpen = useCallback(() => {
    touchAll();
    void refresh();
  }, [refresh, touchAll]);
  const offline = useStream(me, onChange, onOpen);
  const act = useCallback(
    async (what: Act): Promise<ActResult> => {
      if (me === null) return { ok: false, error: 'no_connection' };
      const result = await sendAct(me, what);
      if (!quiet.has(what.do)) await refresh();
      return result;
    },
    [me, refresh],
  );
  const workspace = useMemo(() => {
    if (snapshot === null) return null;
    const people = new Map(snapshot.people.map((person) => [person.id, person]));
    const channels = new Map(snapshot.channels.map((channel) => [channel.id, channel]));
    return {
      snapshot,
      offline,
      ahead,
      versionOf,
      act,
      person: (id: string | null) => (id === null ? null : (people.get(id) ?? null)),
      channel: (id: string) => channels.get(id) ?? null,
    };
  }, [snapshot, ahead, offline, versionOf, act]);
  return { workspace, failed };
}

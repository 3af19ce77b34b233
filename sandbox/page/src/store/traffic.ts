import { useEffect, useRef, useState } from 'react';
import type { Status, TrafficEntry } from '../../../page-api.ts';
import { fetchStatus, fetchTraffic } from './api.ts';
import { useWorkspace } from './workspace.tsx';

const MOST = 400;
const EVERY_MS = 1000;

/** From where to read on: a delivery that still waits for its answer is read again. */
const readFrom = (known: readonly TrafficEntry[]): number =>
  (known.findLast((one) => one.outcome === 'waiting')?.n ?? (known[0]?.n ?? 0) + 1) - 1;

/** What went between Slack and the app, newest first, read on every second and whenever something changed. */
export function useTraffic(): readonly TrafficEntry[] {
  const { snapshot } = useWorkspace();
  const [entries, setEntries] = useState<readonly TrafficEntry[]>([]);
  const known = useRef(entries);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new snapshot means that something happened
  useEffect(() => {
    const read = async () => {
      const after = readFrom(known.current);
      const fresh = (await fetchTraffic(after).catch(() => ({ entries: [] }))).entries;
      if (fresh.length === 0) return;
      known.current = [...fresh, ...known.current.filter((one) => one.n <= after)].slice(0, MOST);
      setEntries(known.current);
    };
    void read();
    const again = setInterval(() => void read(), EVERY_MS);
    return () => clearInterval(again);
  }, [snapshot]);
  return entries;
}

/** What the app did that Slack forbids or silently swallows, newest first; `null` until it is read. */
export function useViolations(): Status['violations'] | null {
  const { violations } = useWorkspace().snapshot;
  const [found, setFound] = useState<Status['violations'] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number means: read again
  useEffect(() => {
    void fetchStatus().then(
      (status) => setFound(status.violations.toReversed()),
      () => undefined,
    );
  }, [violations]);
  return found;
}

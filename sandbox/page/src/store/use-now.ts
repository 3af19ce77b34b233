import { useEffect, useReducer } from 'react';
import { useWorkspace } from './workspace.tsx';

/** The sandbox's time in milliseconds since 1970, going on between two snapshots. */
export function useNow(): number {
  const { ahead } = useWorkspace();
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  useEffect(() => {
    const ticking = setInterval(tick, 1000);
    return () => clearInterval(ticking);
  }, []);
  return Date.now() + ahead;
}

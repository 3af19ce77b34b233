import { useEffect, useState } from 'react';
import { useWorkspace } from './workspace.tsx';

/** The sandbox's time in milliseconds since 1970, going on between two snapshots. */
export function useNow(): number {
  const { ahead } = useWorkspace();
  const [real, setReal] = useState(Date.now);
  useEffect(() => {
    setReal(Date.now());
    const tick = setInterval(() => setReal(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  return real + ahead;
}

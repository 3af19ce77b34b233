import { useCallback, useEffect, useState } from 'react';
import type { Place } from '../../../page-api.ts';

function read(): Place {
  const query = new URLSearchParams(window.location.search);
  return { as: query.get('as'), at: query.get('at') };
}

function write(place: Place, isStep: boolean): void {
  const query = new URLSearchParams();
  if (place.as !== null) query.set('as', place.as);
  if (place.at !== null) query.set('at', place.at);
  if (isStep) window.history.pushState(null, '', `?${query}`);
  else window.history.replaceState(null, '', `?${query}`);
}

/** Who is looking and at what; kept in the address, so it survives a reload. What is no step of theirs leaves no trace in the history. */
export function useLocation(): readonly [Place, (next: Partial<Place>, isStep?: boolean) => void] {
  const [place, setPlace] = useState(read);
  useEffect(() => {
    const back = () => setPlace(read());
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const go = useCallback((next: Partial<Place>, isStep = true) => {
    const merged = { ...read(), ...next };
    write(merged, isStep);
    setPlace(merged);
  }, []);
  return [place, go];
}

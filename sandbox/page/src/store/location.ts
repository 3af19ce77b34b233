import { useCallback, useEffect, useState } from 'react';

/** Who is looking and at what: a channel id, or `home` for the app's Home tab. Kept in the address, so it survives a reload. */
export type Place = { readonly as: string | null; readonly at: string | null };

function read(): Place {
  const query = new URLSearchParams(window.location.search);
  return { as: query.get('as'), at: query.get('at') };
}

function write(place: Place): void {
  const query = new URLSearchParams();
  if (place.as !== null) query.set('as', place.as);
  if (place.at !== null) query.set('at', place.at);
  window.history.pushState(null, '', `?${query}`);
}

export function useLocation(): readonly [Place, (next: Partial<Place>) => void] {
  const [place, setPlace] = useState(read);
  useEffect(() => {
    const back = () => setPlace(read());
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const go = useCallback((next: Partial<Place>) => {
    const merged = { ...read(), ...next };
    write(merged);
    setPlace(merged);
  }, []);
  return [place, go];
}

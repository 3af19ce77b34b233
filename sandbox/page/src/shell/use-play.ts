import { useEffect, useState } from 'react';
import { fetchClock, moveClock } from '../store/api.ts';

const HOUR_MS = 3_600_000;
const EVERY_MS = 1000;

/** Lets the clock run an hour a second, until it is stopped or nobody looks at the page any more. */
export function usePlay(): { readonly playing: boolean; readonly toggle: () => void } {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = async () => {
      const clock = await fetchClock().catch(() => null);
      if (timer === undefined) return;
      if (clock === null) return setPlaying(false);
      await moveClock(clock.now + HOUR_MS);
      if (timer !== undefined) timer = setTimeout(() => void step(), EVERY_MS);
    };
    const hide = () => {
      if (document.hidden) setPlaying(false);
    };
    timer = setTimeout(() => void step(), 0);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      timer = undefined;
      document.removeEventListener('visibilitychange', hide);
    };
  }, [playing]);
  return { playing, toggle: () => setPlaying(!playing) };
}

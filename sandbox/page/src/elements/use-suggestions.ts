import { useCallback, useEffect, useRef, useState } from 'react';
import { type Suggested, useSurface } from '../surface/surface.tsx';

const pause = 300;
const nothing: Suggested = { options: [] };

type Suggestions = Suggested & {
  /** What stands in the list instead of options: "type three letters", "searching", "did not answer". */
  readonly note: string | null;
  readonly ask: (query: string) => void;
};

const noteFor = (found: Suggested | string): string | null => {
  if (typeof found === 'string') return `Nie udało się pobrać listy: ${found}`;
  return found.options.length === 0 ? 'Brak wyników' : null;
};

/** Asks the app for options while one types, after a short pause; answers to older queries are dropped. */
export function useSuggestions(blockId: string, actionId: string, minLength: number): Suggestions {
  const { suggest } = useSurface();
  const [found, setFound] = useState(nothing);
  const [note, setNote] = useState<string | null>(null);
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const sender = useRef(suggest);
  sender.current = suggest;
  const ask = useCallback(
    (query: string) => {
      latest.current += 1;
      const mine = latest.current;
      clearTimeout(timer.current);
      setFound(nothing);
      if (query.length < minLength) {
        setNote(minLength === 1 ? 'Zacznij pisać, aby wyszukać' : `Wpisz co najmniej ${minLength} znaki, aby wyszukać`);
        return;
      }
      setNote('Szukam…');
      const send = async () => {
        const answer = await sender.current(blockId, actionId, query);
        if (mine !== latest.current) return;
        setFound(typeof answer === 'string' ? nothing : answer);
        setNote(noteFor(answer));
      };
      timer.current = setTimeout(() => void send(), query === '' ? 0 : pause);
    },
    [blockId, actionId, minLength],
  );
  return { ...found, note, ask };
}

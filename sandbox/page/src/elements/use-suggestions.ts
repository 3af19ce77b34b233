import { useCallback, useEffect, useRef, useState } from 'react';
import type { SuggestedOption } from '../../../page-api.ts';
import { useSurface } from '../surface/surface.tsx';

const pause = 300;

type Suggestions = {
  readonly options: readonly SuggestedOption[];
  /** What stands in the list instead of options: "type three letters", "searching", "did not answer". */
  readonly note: string | null;
  readonly ask: (query: string) => void;
};

const noteFor = (found: readonly SuggestedOption[] | null): string | null => {
  if (found === null) return 'Nie udało się pobrać listy';
  return found.length === 0 ? 'Brak wyników' : null;
};

/** Asks the app for options while one types, after a short pause; answers to older queries are dropped. */
export function useSuggestions(blockId: string, actionId: string, minLength: number): Suggestions {
  const { suggest } = useSurface();
  const [options, setOptions] = useState<readonly SuggestedOption[]>([]);
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
      setOptions([]);
      if (query.length < minLength) {
        setNote(minLength === 1 ? 'Zacznij pisać, aby wyszukać' : `Wpisz co najmniej ${minLength} znaki, aby wyszukać`);
        return;
      }
      setNote('Szukam…');
      timer.current = setTimeout(
        async () => {
          const found = await sender.current(blockId, actionId, query);
          if (mine !== latest.current) return;
          setOptions(found ?? []);
          setNote(noteFor(found));
        },
        query === '' ? 0 : pause,
      );
    },
    [blockId, actionId, minLength],
  );
  return { options, note, ask };
}

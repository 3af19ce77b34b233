import { createContext, useCallback, useContext, useMemo, useState } from 'react';

export type Note = { readonly id: number; readonly channel: string; readonly text: string; readonly at: number };
type Notes = { readonly all: readonly Note[]; readonly add: (channel: string, text: string, at: number) => void };

const NotesContext = createContext<Notes>({ all: [], add: () => undefined });
export const NotesProvider = NotesContext.Provider;
export const useNotes = (): Notes => useContext(NotesContext);

/** What the page itself has to say in a channel, e.g. that a command failed. Seen by this person until the page is reloaded. */
export function useNoteBook(): Notes {
  const [all, setAll] = useState<readonly Note[]>([]);
  const add = useCallback((channel: string, text: string, at: number) => {
    setAll((old) => [...old, { id: old.length, channel, text, at }]);
  }, []);
  return useMemo(() => ({ all, add }), [all, add]);
}

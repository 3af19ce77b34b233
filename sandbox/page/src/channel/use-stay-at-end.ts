import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** What the list ends with: something new that is `mine` or for me is shown even to one who reads further up. */
export type End = { readonly key: string; readonly mine: boolean };

/** Keeps a list at its end while its reader is there, as chats do: also when pictures in it grow. */
export function useStayAtEnd(box: RefObject<HTMLElement | null>, content: unknown, end: End) {
  const atEnd = useRef(true);
  const shown = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: any new content may push the end away
  useLayoutEffect(() => {
    const fresh = end.mine && shown.current !== end.key;
    shown.current = end.key;
    if (atEnd.current || fresh) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [content, end.key]);
  useEffect(() => {
    const inside = box.current?.firstElementChild;
    if (!inside) return;
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) box.current?.scrollTo({ top: box.current.scrollHeight });
    });
    watcher.observe(inside);
    return () => watcher.disconnect();
  }, [box]);
  return () => {
    const element = box.current;
    if (element !== null) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 60;
  };
}

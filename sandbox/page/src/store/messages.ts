import { useEffect, useState } from 'react';
import type { PageMessage } from '../../../page-api.ts';
import { fetchMessages, fetchReplies, Refused } from './api.ts';
import { useWorkspace } from './workspace.tsx';

/** So long after a reading that failed it is tried again. */
const AGAIN_MS = 1000;

/** Messages of a channel, or of one of its threads, read again when the channel changes. `null` while they load. */
export function useMessages(channel: string, thread: string | null): readonly PageMessage[] | null {
  const { snapshot, versionOf } = useWorkspace();
  const [loaded, setLoaded] = useState<{ readonly of: string; readonly messages: readonly PageMessage[] } | null>(null);
  const as = snapshot.me.id;
  const of = `${as} ${channel} ${thread ?? ''}`;
  const version = versionOf(channel);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version means: read again
  useEffect(() => {
    let current = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    const read = () =>
      (thread === null ? fetchMessages(as, channel) : fetchReplies(as, channel, thread)).then(
        ({ messages }) => current && setLoaded({ of, messages }),
        (error: unknown) => {
          if (current && !(error instanceof Refused)) again = setTimeout(read, AGAIN_MS);
        },
      );
    void read();
    return () => {
      current = false;
      clearTimeout(again);
    };
  }, [as, channel, thread, of, version]);
  return loaded?.of === of ? loaded.messages : null;
}

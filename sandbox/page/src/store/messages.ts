import { useEffect, useState } from 'react';
import type { PageMessage } from '../../../page-api.ts';
import { fetchMessages, fetchReplies } from './api.ts';
import { useWorkspace } from './workspace.tsx';

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
    const reading = thread === null ? fetchMessages(as, channel) : fetchReplies(as, channel, thread);
    reading.then(
      ({ messages }) => current && setLoaded({ of, messages }),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [as, channel, thread, of, version]);
  return loaded?.of === of ? loaded.messages : null;
}

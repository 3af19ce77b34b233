import { type KeyboardEvent, useEffect, useState } from 'react';
import type { PageChannel } from '../../../page-api.ts';
import { useMessages } from '../store/messages.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Icon } from '../ui/icon.tsx';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';

type ThreadPanelProps = { readonly channel: PageChannel; readonly ts: string; readonly onClose: () => void };

/** A thread beside its channel: read once it is shown; the focus goes in and comes back, Escape closes. */
export function ThreadPanel({ channel, ts, onClose }: ThreadPanelProps) {
  const { act } = useWorkspace();
  const messages = useMessages(channel.id, ts);
  const unread = messages?.[0]?.unreadReplies ?? 0;
  const [newFrom, setNewFrom] = useState<string | null>(null);
  useEffect(() => {
    if (unread === 0) return;
    setNewFrom((old) => old ?? messages?.at(-unread)?.ts ?? null);
    void act({ do: 'read', channel: channel.id, threadTs: ts });
  }, [act, channel.id, ts, unread, messages]);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  };
  return (
    <section className="thread" aria-label="Wątek" onKeyDown={onKeyDown}>
      <header className="channel-head">
        <h1>Wątek</h1>
        <p className="topic">{channel.kind === 'im' ? channel.name : `#${channel.name}`}</p>
        <button type="button" className="icon-button" aria-label="Zamknij wątek" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList channel={`${channel.id} ${ts}`} messages={messages ?? []} onThread={null} newFrom={newFrom} />
      {channel.archived ? null : (
        <Composer channel={channel.id} threadTs={ts} placeholder="Odpowiedz w wątku" focused />
      )}
    </section>
  );
}

import type { PageChannel } from '../../../page-api.ts';
import { useMessages } from '../store/messages.ts';
import { Icon } from '../ui/icon.tsx';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';

type ThreadPanelProps = { readonly channel: PageChannel; readonly ts: string; readonly onClose: () => void };

export function ThreadPanel({ channel, ts, onClose }: ThreadPanelProps) {
  const messages = useMessages(channel.id, ts) ?? [];
  return (
    <section className="thread" aria-label="Wątek">
      <header className="channel-head">
        <h1>Wątek</h1>
        <p className="topic">{channel.kind === 'im' ? channel.name : `#${channel.name}`}</p>
        <button type="button" className="icon-button" aria-label="Zamknij wątek" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList channel={`${channel.id} ${ts}`} messages={messages} onThread={null} />
      {channel.archived ? null : <Composer channel={channel.id} threadTs={ts} placeholder="Odpowiedz w wątku" />}
    </section>
  );
}

import { useEffect, useState } from 'react';
import type { PageChannel } from '../../../page-api.ts';
import { useMessages } from '../store/messages.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { ChannelHeader } from './channel-header.tsx';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { ThreadPanel } from './thread-panel.tsx';

const startOf = (channel: PageChannel): string =>
  channel.kind === 'im' ? `Początek rozmowy z: ${channel.name}` : `Początek kanału #${channel.name}`;

function Foot({ channel }: { readonly channel: PageChannel }) {
  const { act } = useWorkspace();
  if (channel.archived) return <p className="channel-foot">Ten kanał jest zarchiwizowany: można go tylko czytać.</p>;
  if (!channel.isMember && channel.kind !== 'im') {
    return (
      <p className="channel-foot">
        Nie ma Cię na kanale <strong>#{channel.name}</strong>.
        <button
          type="button"
          className="button button-primary"
          onClick={() => void act({ do: 'join', channel: channel.id })}
        >
          Dołącz do kanału
        </button>
      </p>
    );
  }
  const name = channel.kind === 'im' ? channel.name : `#${channel.name}`;
  return <Composer channel={channel.id} threadTs={null} placeholder={`Napisz do: ${name}`} />;
}

/** A channel or a direct message, with a thread beside it when one is open. */
export function ChannelView({
  channel,
  withHeader = true,
}: {
  readonly channel: PageChannel;
  readonly withHeader?: boolean;
}) {
  const { act } = useWorkspace();
  const [thread, setThread] = useState<string | null>(null);
  const loaded = useMessages(channel.id, null);
  const messages = loaded?.filter((message) => message.threadTs === null || message.threadTs === message.ts) ?? [];
  useEffect(() => {
    if (channel.unread > 0 && loaded !== null) void act({ do: 'read', channel: channel.id });
  }, [act, channel.id, channel.unread, loaded]);
  return (
    <div className="channel-and-thread">
      <div className="channel">
        {withHeader ? <ChannelHeader channel={channel} messages={messages} /> : null}
        {loaded === null ? (
          <p className="empty">Wczytuję…</p>
        ) : (
          <MessageList channel={channel.id} messages={messages} onThread={setThread} start={startOf(channel)} />
        )}
        <Foot channel={channel} />
      </div>
      {thread === null ? null : (
        <ThreadPanel key={thread} channel={channel} ts={thread} onClose={() => setThread(null)} />
      )}
    </div>
  );
}

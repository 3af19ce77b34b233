import type { PageChannel, PageMessage } from '../../../page-api.ts';
import { clockTime, dayName, millisOf } from '../store/time.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { kindName } from '../ui/choices.ts';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';

function Members({ ids }: { readonly ids: readonly string[] }) {
  const { person } = useWorkspace();
  return (
    <Popover
      label={`Osoby na kanale: ${ids.length}`}
      button={
        <>
          <Icon name="people" /> {ids.length}
        </>
      }
    >
      <h2>Osoby na kanale</h2>
      <ul className="plain-list">
        {ids.map((id) => {
          const found = person(id);
          return (
            <li key={id} className="member-row">
              <Avatar person={found} />
              <span className="words">
                <span>{found?.name ?? id}</span>
                <small>{found?.title}</small>
              </span>
              {found === null ? null : <span className="tag">{kindName(found)}</span>}
            </li>
          );
        })}
      </ul>
    </Popover>
  );
}

function Pins({ pinned }: { readonly pinned: readonly PageMessage[] }) {
  const { person, snapshot } = useWorkspace();
  const jump = (ts: string) => document.getElementById(`message-${ts}`)?.scrollIntoView({ block: 'center' });
  return (
    <Popover
      label={`Przypięte wiadomości: ${pinned.length}`}
      button={
        <>
          <Icon name="pin" /> {pinned.length}
        </>
      }
    >
      <h2>Przypięte wiadomości</h2>
      <ul className="plain-list">
        {pinned.map((message) => (
          <li key={message.ts}>
            <button type="button" className="pin-row" onClick={() => jump(message.ts)}>
              <small>
                {person(message.user)?.name} · {dayName(millisOf(message.ts), snapshot.now)},{' '}
                {clockTime(millisOf(message.ts))}
              </small>
              <span className="text pin-text">
                <Mrkdwn text={message.text} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

type ChannelHeaderProps = { readonly channel: PageChannel; readonly messages: readonly PageMessage[] };

export function ChannelHeader({ channel, messages }: ChannelHeaderProps) {
  const { person } = useWorkspace();
  const pinned = messages.filter((message) => message.pinned);
  const other = person(channel.withUser);
  return (
    <header className="channel-head">
      <h1>
        {channel.kind === 'im' ? (
          <Avatar person={other} />
        ) : (
          <span className="channel-mark">{channel.kind === 'private' ? <Icon name="lock" /> : '#'}</span>
        )}
        <span className="channel-name">{channel.name}</span>
        {channel.archived ? <span className="tag">zarchiwizowany</span> : null}
      </h1>
      <p className="topic" title={channel.topic}>
        {channel.kind === 'im' ? other?.title : <Mrkdwn text={channel.topic} />}
      </p>
      {pinned.length === 0 ? null : <Pins pinned={pinned} />}
      {channel.kind === 'im' ? null : <Members ids={channel.members} />}
    </header>
  );
}

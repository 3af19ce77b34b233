import type { ReactNode } from 'react';
import type { PageMessage } from '../../../page-api.ts';
import { clockTime, dayName, fullTime, millisOf } from '../store/time.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { MessageBody } from './message-body.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** `null` inside a thread. */
type OnThread = ((ts: string) => void) | null;

function Tools({ message, onThread }: { readonly message: PageMessage; readonly onThread: OnThread }) {
  const items = useShortcuts(message.channel, message.ts);
  return (
    <div className="message-tools">
      {onThread === null ? null : (
        <button
          type="button"
          className="icon-button"
          aria-label="Odpowiedz w wątku"
          title="Odpowiedz w wątku"
          onClick={() => onThread(message.ts)}
        >
          <Icon name="reply" />
        </button>
      )}
      <Menu label="Więcej działań z wiadomością" icon={<Icon name="more" />} items={items} />
    </div>
  );
}

/** `1 odpowiedź`, `5 odpowiedzi`. */
const replies = (count: number): string =>
  `${count} ${new Intl.PluralRules('pl').select(count) === 'one' ? 'odpowiedź' : 'odpowiedzi'}`;

function ThreadLink({ message, onThread }: { readonly message: PageMessage; readonly onThread: (ts: string) => void }) {
  const { now } = useWorkspace().snapshot;
  const last = message.lastReply === null ? null : millisOf(message.lastReply);
  return (
    <button type="button" className="thread-link" onClick={() => onThread(message.ts)}>
      <strong>{replies(message.replyCount)}</strong>
      {message.unreadReplies === 0 ? null : <span className="unread">nowe: {message.unreadReplies}</span>}
      {last === null ? null : (
        <small>
          ostatnia: {dayName(last, now).toLocaleLowerCase('pl')}, {clockTime(last)}
        </small>
      )}
    </button>
  );
}

/** A word above a message about the whole of it: pinned, only for this person. */
function Mark({ children }: { readonly children: ReactNode }) {
  return <p className="message-mark">{children}</p>;
}

type MessageProps = {
  readonly message: PageMessage;
  /** Follows another of the same person closely: without picture and name. */
  readonly compact: boolean;
  readonly onThread: OnThread;
};

export function Message({ message, compact, onThread }: MessageProps) {
  const { person, snapshot } = useWorkspace();
  const writer = person(message.user);
  const at = millisOf(message.ts);
  const time = (
    <time className="message-time" title={fullTime(at)}>
      {clockTime(at)}
    </time>
  );
  const id = `message-${message.ts}`;
  if (message.user === null)
    return (
      <li className="message message-note" id={id}>
        {time}
        <div className="text">
          <Mrkdwn text={message.text} />
        </div>
      </li>
    );
  const marks = { 'is-compact': compact, 'is-ephemeral': message.ephemeral, 'is-pinned': message.pinned };
  const names = Object.entries(marks).flatMap(([name, on]) => (on ? [name] : []));
  return (
    <li className={['message', ...names].join(' ')} id={id}>
      {message.ephemeral ? <Mark>Tylko Ty to widzisz</Mark> : null}
      {message.pinned ? (
        <Mark>
          <Icon name="pin" /> Przypięte
        </Mark>
      ) : null}
      <div className="message-side">{compact ? time : <Avatar person={writer} size="large" />}</div>
      <div className="message-main">
        {compact ? null : (
          <div className="message-head">
            <strong>{writer?.name ?? message.user}</strong>
            {message.user === snapshot.app.userId ? <span className="app-tag">APP</span> : null}
            {time}
          </div>
        )}
        <MessageBody message={message} />
        {onThread !== null && message.replyCount > 0 ? <ThreadLink message={message} onThread={onThread} /> : null}
      </div>
      {message.ephemeral ? null : <Tools message={message} onThread={onThread} />}
    </li>
  );
}

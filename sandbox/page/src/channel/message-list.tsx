import { Fragment, useRef } from 'react';
import type { PageMessage } from '../../../page-api.ts';
import { type Note, useNotes } from '../shell/notes.tsx';
import { clockTime, dayKey, dayName, millisOf } from '../store/time.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Message } from './message.tsx';
import { useStayAtEnd } from './use-stay-at-end.ts';

const closely = 5 * 60_000;

function follows(message: PageMessage, before: PageMessage | undefined): boolean {
  if (
    before === undefined ||
    before.user !== message.user ||
    before.ephemeral !== message.ephemeral ||
    message.pinned ||
    before.pinned
  )
    return false;
  return millisOf(message.ts) - millisOf(before.ts) < closely;
}

function NoteView({ note }: { readonly note: Note }) {
  return (
    <li className="message is-ephemeral">
      <p className="message-mark">Tylko ty to widzisz</p>
      <div className="message-side">
        <Avatar person={null} size="large" />
      </div>
      <div className="message-main">
        <div className="message-head">
          <strong>Piaskownica</strong>
          <time className="message-time">{clockTime(note.at)}</time>
        </div>
        <div className="text" role="alert">
          <Mrkdwn text={note.text} />
        </div>
      </div>
    </li>
  );
}

type MessageListProps = {
  readonly channel: string;
  readonly messages: readonly PageMessage[];
  readonly onThread: ((ts: string) => void) | null;
  /** What stands above the first message. */
  readonly start?: string;
};

/** Messages oldest first, days between them; stays at the end when it was there. */
export function MessageList({ channel, messages, onThread, start }: MessageListProps) {
  const { snapshot } = useWorkspace();
  const notes = useNotes().all.filter((note) => note.channel === channel);
  const box = useRef<HTMLDivElement>(null);
  const last = messages.at(-1);
  const mine = notes.length > 0 || last?.ephemeral === true || last?.user === snapshot.me.id;
  const onScroll = useStayAtEnd(box, messages, { key: `${last?.ts} ${notes.length}`, mine });
  return (
    <div ref={box} className="message-list" onScroll={onScroll}>
      <ol aria-label="Wiadomości">
        {start === undefined ? null : <li className="list-start">{start}</li>}
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const day = dayKey(millisOf(message.ts));
          const newDay = before === undefined || dayKey(millisOf(before.ts)) !== day;
          return (
            <Fragment key={`${message.ts} ${message.ephemeral}`}>
              {newDay ? (
                <li className="day">
                  <span>{dayName(millisOf(message.ts), snapshot.now)}</span>
                </li>
              ) : null}
              <Message message={message} compact={!newDay && follows(message, before)} onThread={onThread} />
            </Fragment>
          );
        })}
        {notes.map((note) => (
          <NoteView key={note.id} note={note} />
        ))}
      </ol>
    </div>
  );
}

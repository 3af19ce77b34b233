import { Fragment, type ReactNode, useRef } from 'react';
import type { PageMessage } from '../../../page-api.ts';
import { type Note, useNotes } from '../shell/notes.tsx';
import { clockTime, dayKey, dayName, millisOf } from '../store/time.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Message } from './message.tsx';
import { useStayAtEnd } from './use-stay-at-end.ts';

const closely = 5 * 60_000;

function follows(message: PageMessage, before: PageMessage): boolean {
  if (before.user !== message.user || before.ephemeral !== message.ephemeral) return false;
  return !message.pinned && !before.pinned && millisOf(message.ts) - millisOf(before.ts) < closely;
}

function NoteView({ note }: { readonly note: Note }) {
  return (
    <li className="message is-ephemeral">
      <p className="message-mark">Tylko Ty to widzisz</p>
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

function Divider({ of, children }: { readonly of: 'day' | 'day is-new'; readonly children: ReactNode }) {
  return (
    <li className={of}>
      <span>{children}</span>
    </li>
  );
}

type MessageListProps = {
  readonly channel: string;
  readonly messages: readonly PageMessage[];
  readonly onThread: ((ts: string) => void) | null;
  /** What stands above the first message. */
  readonly start?: string;
  /** The first message this person had not seen when they came. */
  readonly newFrom?: string | null;
};

/** Messages oldest first, days between them; stays at the end when it was there. */
export function MessageList({ channel, messages, onThread, start, newFrom = null }: MessageListProps) {
  const { snapshot } = useWorkspace();
  const notes = useNotes().all.filter((note) => note.channel === channel);
  const box = useRef<HTMLDivElement>(null);
  const last = messages.at(-1);
  const mine = notes.length > 0 || last?.ephemeral === true || last?.user === snapshot.me.id;
  const onScroll = useStayAtEnd(box, messages, { key: `${last?.ts} ${notes.length}`, mine });
  const name = onThread === null ? 'Rozmowa w wątku' : 'Rozmowa';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={box} className="message-list" aria-label={name} tabIndex={0} onScroll={onScroll}>
      <ol aria-label="Wiadomości">
        {start === undefined ? null : <li className="list-start">{start}</li>}
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const at = millisOf(message.ts);
          const newDay = before === undefined || dayKey(millisOf(before.ts)) !== dayKey(at);
          const fresh = message.ts === newFrom;
          return (
            <Fragment key={`${message.ts} ${message.ephemeral}`}>
              {newDay ? <Divider of="day">{dayName(at, snapshot.now)}</Divider> : null}
              {fresh ? <Divider of="day is-new">Nowe</Divider> : null}
              <Message message={message} compact={!newDay && !fresh && follows(message, before)} onThread={onThread} />
            </Fragment>
          );
        })}
        {notes.map((note) => (
          <NoteView key={note.id} note={note} />
        ))}
      </ol>
    </section>
  );
}

import type { PageMessage } from '../../../page-api.ts';
import { Blocks } from '../blocks/block.tsx';
import { useNotes } from '../shell/notes.tsx';
import { explain } from '../store/explain.ts';
import { clockTime, fullTime, millisOf } from '../store/time.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { SurfaceProvider, useSurfaceState } from '../surface/surface.tsx';
import { Emoji } from '../text/emoji.tsx';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';

type MessageProps = {
  readonly message: PageMessage;
  /** Follows another of the same person closely: without picture and name. */
  readonly compact: boolean;
  /** `null` inside a thread. */
  readonly onThread: ((ts: string) => void) | null;
};

function Tools({ message, onThread }: Omit<MessageProps, 'compact'>) {
  const { snapshot, act } = useWorkspace();
  const notes = useNotes();
  const run = async (callbackId: string) => {
    const result = await act({ do: 'shortcut', callbackId, channel: message.channel, ts: message.ts });
    if (!result.ok) notes.add(message.channel, `Skrót nie zadziałał: ${explain(result.error)}.`, snapshot.now);
  };
  const items = snapshot.shortcuts
    .filter((shortcut) => shortcut.type === 'message')
    .map((shortcut) => ({
      key: shortcut.callbackId,
      label: shortcut.name,
      description: `${snapshot.app.name} · ${shortcut.description}`,
      onPick: () => void run(shortcut.callbackId),
    }));
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

const replies = (count: number): string =>
  `${count} ${new Intl.PluralRules('pl').select(count) === 'one' ? 'odpowiedź' : 'odpowiedzi'}`;

function Body({ message }: { readonly message: PageMessage }) {
  const surface = useSurfaceState({ in: 'message', channel: message.channel, ts: message.ts }, message.blocks);
  const edited =
    message.editedAt === null ? null : (
      <small className="edited" title={fullTime(message.editedAt)}>
        (edytowano)
      </small>
    );
  if (message.blocks.length === 0)
    return (
      <div className="text">
        <Mrkdwn text={message.text} /> {edited}
      </div>
    );
  return (
    <SurfaceProvider value={surface}>
      <Blocks />
      {edited}
    </SurfaceProvider>
  );
}

export function Message({ message, compact, onThread }: MessageProps) {
  const { person, snapshot } = useWorkspace();
  const writer = person(message.user);
  const at = millisOf(message.ts);
  const time = (
    <time className="message-time" title={fullTime(at)}>
      {clockTime(at)}
    </time>
  );
  if (message.user === null)
    return (
      <li className="message message-note" id={`message-${message.ts}`}>
        {time}
        <div className="text">
          <Mrkdwn text={message.text} />
        </div>
      </li>
    );
  const marks = `${compact ? ' is-compact' : ''}${message.ephemeral ? ' is-ephemeral' : ''}${message.pinned ? ' is-pinned' : ''}`;
  return (
    <li className={`message${marks}`} id={`message-${message.ts}`}>
      {message.ephemeral ? <p className="message-mark">Tylko ty to widzisz</p> : null}
      {message.pinned ? (
        <p className="message-mark">
          <Icon name="pin" /> Przypięte
        </p>
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
        <Body message={message} />
        {message.reactions.length === 0 ? null : (
          <div className="reactions">
            {message.reactions.map((one) => (
              <span
                key={one.name}
                className="reaction"
                title={one.users.map((id) => person(id)?.name ?? id).join(', ')}
              >
                <Emoji name={one.name} /> {one.users.length}
              </span>
            ))}
          </div>
        )}
        {onThread !== null && message.replyCount > 0 ? (
          <button type="button" className="thread-link" onClick={() => onThread(message.ts)}>
            {replies(message.replyCount)}
          </button>
        ) : null}
      </div>
      {message.ephemeral ? null : <Tools message={message} onThread={onThread} />}
    </li>
  );
}

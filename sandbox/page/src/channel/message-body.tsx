import type { PageFile, PageMessage } from '../../../page-api.ts';
import { Blocks } from '../blocks/block.tsx';
import { fullTime } from '../store/time.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { SurfaceProvider, useSurfaceState } from '../surface/surface.tsx';
import { Emoji } from '../text/emoji.tsx';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { FileCard } from '../ui/file-card.tsx';

function Files({ files }: { readonly files: readonly PageFile[] }) {
  return (
    <div className="files">
      {files.map((file) =>
        file.mimetype.startsWith('image/') ? (
          <figure key={file.id} className="file-image">
            <figcaption>{file.name}</figcaption>
            <a href={file.url} target="_blank" rel="noreferrer">
              <img src={file.url} alt={file.name} />
            </a>
          </figure>
        ) : (
          <FileCard key={file.id} file={file} />
        ),
      )}
    </div>
  );
}

function Reactions({ of }: { readonly of: PageMessage['reactions'] }) {
  const { person } = useWorkspace();
  return (
    <ul className="reactions" aria-label="Reakcje">
      {of.map((one) => {
        const names = one.users.map((id) => person(id)?.name ?? id).join(', ');
        return (
          <li key={one.name} className="reaction" title={names}>
            <Emoji name={one.name} /> {one.users.length}
            <span className="sr-only">: {names}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** What a message says: its text or blocks, the edited mark, files and reactions. */
export function MessageBody({ message }: { readonly message: PageMessage }) {
  const surface = useSurfaceState({ in: 'message', channel: message.channel, ts: message.ts }, message);
  const edited =
    message.editedAt === null ? null : (
      <small className="edited" title={fullTime(message.editedAt)}>
        (edytowano)
      </small>
    );
  return (
    <>
      {message.blocks.length === 0 ? (
        <div className="text">
          <Mrkdwn text={message.text} /> {edited}
        </div>
      ) : (
        <SurfaceProvider value={surface}>
          <Blocks />
          {edited}
        </SurfaceProvider>
      )}
      {message.files.length === 0 ? null : <Files files={message.files} />}
      {message.reactions.length === 0 ? null : <Reactions of={message.reactions} />}
    </>
  );
}

import { fillDateTokens } from '../store/time.ts';
import { useWorkspace } from '../store/workspace.tsx';
import { Emoji } from './emoji.tsx';
import { type Piece, parseParts } from './parse.ts';

type PiecesProps = { readonly pieces: readonly Piece[] };

function Mention({ piece }: { readonly piece: Extract<Piece, { id: string }> }) {
  const { person, channel, snapshot } = useWorkspace();
  if (piece.kind === 'user') {
    const mine = piece.id === snapshot.me.id;
    return (
      <span className={mine ? 'mention mention-me' : 'mention'}>
        @{person(piece.id)?.name ?? (piece.label || piece.id)}
      </span>
    );
  }
  if (piece.kind === 'channel') {
    const found = channel(piece.id);
    return <span className="mention">#{found === null ? piece.label || 'kanał prywatny' : found.name}</span>;
  }
  return <span className="mention mention-me">@{piece.label.replace(/^@/, '') || piece.id}</span>;
}

const tags = { bold: 'strong', italic: 'em', strike: 's' } as const;

function PieceView({ piece }: { readonly piece: Piece }) {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return <code>{piece.text}</code>;
    case 'emoji':
      return <Emoji name={piece.name} />;
    case 'bold':
    case 'italic':
    case 'strike': {
      const Tag = tags[piece.kind];
      return (
        <Tag>
          <Pieces pieces={piece.inside} />
        </Tag>
      );
    }
    case 'link':
      return (
        <a href={piece.url} target="_blank" rel="noreferrer">
          {piece.label}
        </a>
      );
    case 'date':
      return Number.isFinite(piece.seconds) ? fillDateTokens(piece.seconds, piece.template) : piece.fallback;
    default:
      return <Mention piece={piece} />;
  }
}

function Pieces({ pieces }: PiecesProps) {
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no identity but their place
    <PieceView key={index} piece={piece} />
  ));
}

const parts = { lines: 'span', quote: 'blockquote' } as const;

/** Slack's own mark-up. Ours and not the drawing library's, which shows escaped mentions as real ones and `2*3*4` as bold. */
export function Mrkdwn({ text }: { readonly text: string }) {
  return parseParts(text).map((part, index) => {
    const Tag = part.kind === 'pre' ? 'pre' : parts[part.kind];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no identity but their place
      <Tag key={index}>{part.kind === 'pre' ? part.text : <Pieces pieces={part.pieces} />}</Tag>
    );
  });
}

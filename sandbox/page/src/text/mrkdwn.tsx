import { Fragment } from 'react';
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

function PieceView({ piece }: { readonly piece: Piece }) {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return <code>{piece.text}</code>;
    case 'emoji':
      return <Emoji name={piece.name} />;
    case 'bold':
      return (
        <strong>
          <Pieces pieces={piece.inside} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Pieces pieces={piece.inside} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Pieces pieces={piece.inside} />
        </s>
      );
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

/** Slack's own mark-up. Ours and not the drawing library's, which shows escaped mentions as real ones and `2*3*4` as bold. */
export function Mrkdwn({ text }: { readonly text: string }) {
  return parseParts(text).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no identity but their place
    <Fragment key={index}>
      {part.kind === 'pre' ? <pre>{part.text}</pre> : null}
      {part.kind === 'lines' ? (
        <span className="lines">
          <Pieces pieces={part.pieces} />
        </span>
      ) : null}
      {part.kind === 'quote' ? (
        <blockquote>
          <Pieces pieces={part.pieces} />
        </blockquote>
      ) : null}
    </Fragment>
  ));
}

import type { PageFile } from '../../../page-api.ts';
import { Icon } from './icon.tsx';

const units = ['B', 'kB', 'MB'];

/** `840 B`, `12,4 kB`. */
function sizeInWords(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return `${(bytes / 1000 ** step).toLocaleString('pl', { maximumFractionDigits: 1 })} ${units[step]}`;
}

type FileCardProps = {
  readonly file: Pick<PageFile, 'name' | 'size'> & { readonly url?: string };
  readonly onRemove?: () => void;
};

/** A file with its name and size: to download, or to take off before it is sent. */
export function FileCard({ file, onRemove }: FileCardProps) {
  return (
    <div className="file-card">
      <Icon name="file" />
      <span className="words">
        <strong>{file.name}</strong>
        <small>{sizeInWords(file.size)}</small>
      </span>
      {onRemove === undefined ? (
        <a
          className="icon-button"
          href={file.url}
          download={file.name}
          aria-label={`Pobierz: ${file.name}`}
          title="Pobierz"
        >
          <Icon name="download" />
        </a>
      ) : (
        <button type="button" className="icon-button" aria-label={`Usuń: ${file.name}`} title="Usuń" onClick={onRemove}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

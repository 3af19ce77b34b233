import type { DataTableBlock, TableBlock } from '@slack/types';
import { useState } from 'react';
import { LibraryBlock } from './library.tsx';

type Cell = (TableBlock | DataTableBlock)['rows'][number][number];

function CellView({ cell }: { readonly cell: Cell }) {
  if (cell.type === 'rich_text') return <LibraryBlock block={cell} />;
  return cell.type === 'raw_number' ? String(('text' in cell && cell.text) || cell.value) : cell.text;
}

type RowProps = {
  readonly cells: readonly Cell[];
  readonly head: boolean;
  readonly headColumn: number | undefined;
  readonly settings: NonNullable<TableBlock['column_settings']>;
};

function Row({ cells, head, headColumn, settings }: RowProps) {
  const line = cells.map((cell, column) => ({ cell, column, setting: settings[column] }));
  return (
    <tr>
      {line.map(({ cell, column, setting }) => {
        const Tag = head || column === headColumn ? 'th' : 'td';
        const rowHead = column === headColumn ? 'row' : undefined;
        return (
          <Tag
            key={column}
            scope={head ? 'col' : rowHead}
            className={setting?.is_wrapped === true ? 'is-wrapped' : ''}
            style={{ textAlign: setting?.align ?? (cell.type === 'raw_number' ? 'right' : 'left') }}
          >
            <CellView cell={cell} />
          </Tag>
        );
      })}
    </tr>
  );
}

/** A table; the first row is its head. Wide ones scroll sideways, long data tables have pages. */
export function Table({ block }: { readonly block: TableBlock | DataTableBlock }) {
  const [page, setPage] = useState(0);
  const [head, ...rows] = block.rows;
  const size = block.type === 'data_table' ? (block.page_size ?? 5) : rows.length;
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const caption = block.type === 'data_table' ? block.caption : undefined;
  const shared = {
    settings: block.type === 'table' ? (block.column_settings ?? []) : [],
    headColumn: block.type === 'data_table' ? block.row_header_column_index : undefined,
  };
  const turn = (step: number) => setPage((page + step + pages) % pages);
  return (
    <div className="table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="table-scroll" aria-label={caption ?? 'Tabela'} tabIndex={0}>
        <table>
          {caption === undefined ? null : <caption>{caption}</caption>}
          <tbody>
            {head === undefined ? null : <Row cells={head} head {...shared} />}
            {rows.slice(page * size, (page + 1) * size).map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no identity but their place
              <Row key={page * size + line} cells={row} head={false} {...shared} />
            ))}
          </tbody>
        </table>
      </section>
      {pages === 1 ? null : (
        <p className="table-pages">
          <button type="button" className="button" onClick={() => turn(-1)}>
            Poprzednia
          </button>
          <span aria-live="polite">
            strona {page + 1} z {pages}
          </span>
          <button type="button" className="button" onClick={() => turn(1)}>
            Następna
          </button>
        </p>
      )}
    </div>
  );
}

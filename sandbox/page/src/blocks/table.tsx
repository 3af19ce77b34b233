import type { TableBlock } from '@slack/types';
import { LibraryBlock } from './library.tsx';

type Cell = TableBlock['rows'][number][number];

function CellView({ cell }: { readonly cell: Cell }) {
  if (cell.type === 'rich_text') return <LibraryBlock block={cell} />;
  return cell.type === 'raw_number' ? String(('text' in cell && cell.text) || cell.value) : cell.text;
}

type RowProps = {
  readonly cells: readonly Cell[];
  readonly head: boolean;
  readonly settings: NonNullable<TableBlock['column_settings']>;
};

function Row({ cells, head, settings }: RowProps) {
  const Tag = head ? 'th' : 'td';
  const line = cells.map((cell, column) => ({ cell, column, setting: settings[column] }));
  return (
    <tr>
      {line.map(({ cell, column, setting }) => (
        <Tag
          key={column}
          className={setting?.is_wrapped === true ? 'is-wrapped' : ''}
          style={{ textAlign: setting?.align ?? 'left' }}
        >
          <CellView cell={cell} />
        </Tag>
      ))}
    </tr>
  );
}

/** A table; the first row is its head. Wide ones scroll sideways. */
export function Table({ block }: { readonly block: TableBlock }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-scroll" aria-label="Tabela" tabIndex={0}>
      <table>
        <tbody>
          {block.rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no identity but their place
            <Row key={line} cells={row} head={line === 0} settings={block.column_settings ?? []} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

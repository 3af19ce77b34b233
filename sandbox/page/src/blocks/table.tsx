import type { TableBlock } from '@slack/types';
import { LibraryBlock } from './library.tsx';

type Cell = TableBlock['rows'][number][number];

function CellView({ cell }: { readonly cell: Cell }) {
  if (cell.type === 'rich_text') return <LibraryBlock block={cell} />;
  return cell.type === 'raw_number' ? String(('text' in cell && cell.text) || cell.value) : cell.text;
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
            <tr key={line}>
              {row.map((cell, column) => {
                const setting = block.column_settings?.[column];
                const Tag = line === 0 ? 'th' : 'td';
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells of a table have no identity but their place
                  <Tag
                    key={column}
                    {...(line === 0 ? { scope: 'col' } : {})}
                    className={setting?.is_wrapped === true ? 'is-wrapped' : ''}
                    style={{ textAlign: setting?.align ?? 'left' }}
                  >
                    <CellView cell={cell} />
                  </Tag>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

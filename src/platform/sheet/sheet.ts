import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { cellText, csvCell } from './text.ts';

/** A word, a number (a whole one, or with a fraction), a civil date, or nothing. */
export type Cell = string | number | { readonly date: string } | null;

/** A column of a sheet. Its name is for good: people's own sheets look for it. `width` in letters. */
export type Column<T> = { readonly name: string; readonly width?: number; readonly of: (row: T) => Cell };

/** Excel of Polish Windows tells by this that the file is UTF-8; without it Polish letters break. */
const BOM = '\ufeff';

/**
 * The rows as a CSV file for Polish Excel: UTF-8 with a mark, semicolons, decimal commas, CRLF, quotes where needed
 * (RFC 4180). Words that Excel would take for a formula begin with an apostrophe.
 */
export function writeCsv<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const lines = [
    columns.map(({ name }) => csvCell(name)),
    ...rows.map((row) => columns.map(({ of }) => csvCell(of(row)))),
  ];
  return BOM + lines.map((cells) => `${cells.join(';')}\r\n`).join('');
}

function xlsxCell(cell: Cell): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: cellText(cell), type: String };
  // A date of a sheet has no zone; the library counts its days in UTC.
  return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
}

/** The same rows as an XLSX file: words are words there and never a formula, numbers and dates can be counted with. */
export async function writeXlsx<T>(
  sheet: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
): Promise<Uint8Array> {
  const head = columns.map(({ name }): CellObject => ({ value: name, type: String, fontWeight: 'bold' }));
  const data = [head, ...rows.map((row) => columns.map(({ of }) => xlsxCell(of(row))))];
  const widths = columns.map(({ name, width }) => ({ width: width ?? name.length + 2 }));
  return writeXlsxFile(data, { sheet, columns: widths, stickyRowsCount: 1 }).toBuffer();
}

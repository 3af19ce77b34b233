import type { Cell } from './sheet.ts';

/** What XML, and with it XLSX, cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Excel takes no longer text into one cell. */
const LONGEST = 32_767;

/** People's words fit for a cell. */
export const cellText = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/\r\n?/g, '\n')
    .slice(0, LONGEST)
    // Cut inside a letter of two halves, the first half goes too.
    .replace(/[\ud800-\udbff]$/, '');

/** With these a sheet takes words for a formula, and would run what somebody typed (CSV injection). */
const FORMULA = /^[\s]*[=+\-@\t\r|%]/;

const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const quoted = (text: string): string => (/[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One cell of a CSV file as Polish Excel reads it. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'string') return quoted(guarded(cellText(cell)));
  return cell.date;
}

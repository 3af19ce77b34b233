export { type Cell, type Column, writeCsv, writeXlsx } from './sheet.ts';

export { type Column, writeCsv, writeXlsx } from './sheet.ts';

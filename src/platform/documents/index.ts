export type { Part } from './parts.ts';
export { type PdfDocument, pdfOf } from './pdf.ts';

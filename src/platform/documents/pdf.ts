import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.d.ts';
import { contentOf, type Part, printable } from './parts.ts';

/** A document: its title, who puts it out, and its parts. */
export type PdfDocument = {
  /** In the file's data, and the reader's title bar. */
  readonly title: string;
  /** The organiser's name: above each page, and the file's author. */
  readonly author: string;
  readonly subject?: string;
  readonly language: 'pl' | 'en';
  /** The moment it was made, so that the same document gives the same bytes. */
  readonly madeAt: Date;
  /** Beside the page number: `strona 1 z 3`. */
  readonly pageOf: (page: number, all: number) => string;
  readonly parts: readonly Part[];
};

const FOLDER = join(dirname(fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/package.json'))), 'ttf');
const font = (style: string): string => join(FOLDER, `DejaVuSans${style}.ttf`);
const FONTS = {
  DejaVu: { normal: font(''), bold: font('-Bold'), italics: font('-Oblique'), bolditalics: font('-BoldOblique') },
};

// A document is made of words alone: nothing is fetched for it, and no file is read but the fonts.
pdfmake.setFonts(FONTS);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(FOLDER));

const GREY = '#666666';

function definition(document: PdfDocument): TDocumentDefinitions {
  const { title, author, subject, language, madeAt, pageOf, parts } = document;
  return {
    pageSize: 'A4',
    pageMargins: [64, 84, 64, 72],
    language,
    displayTitle: true,
    version: '1.7',
    info: {
      ...{ title: printable(title), author: printable(author), creator: printable(author), producer: 'pdfmake' },
      ...{ creationDate: madeAt, modDate: madeAt, ...(subject ? { subject: printable(subject) } : {}) },
    },
    defaultStyle: { font: 'DejaVu', fontSize: 10.5, lineHeight: 1.3 },
    styles: {
      first: { fontSize: 18, bold: true, margin: [0, 0, 0, 12] },
      second: { fontSize: 12.5, bold: true, margin: [0, 10, 0, 6] },
    },
    header: { text: printable(author), color: GREY, fontSize: 9, margin: [64, 36, 64, 0] },
    footer: (page, all) => ({
      text: pageOf(page, all),
      color: GREY,
      fontSize: 9,
      alignment: 'right',
      margin: [64, 24, 64, 0],
    }),
    // A heading does not stay behind alone at the end of a page.
    pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
      node.headlineLevel !== undefined && node.pageNumbers.length === 1 && getFollowingNodesOnPage().length === 0,
    content: parts.map(contentOf),
  };
}

/**
 * A document as PDF: A4, one font with Polish letters embedded, page numbers, the organiser above each page, language and
 * title in its data. The same document gives the same bytes.
 */
export const pdfOf = async (document: PdfDocument): Promise<Uint8Array> =>
  new Uint8Array(await pdfmake.createPdf(definition(document)).getBuffer());

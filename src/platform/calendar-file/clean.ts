/** Control characters, and halves of letters: a calendar that meets one refuses the whole file (RFC 5545, 3.1). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** People's words of several lines, fit for a calendar file. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(CONTROLS, '')
    .trim();

/** People's words on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ');

const ESCAPED: Readonly<Record<string, string>> = { ',': '%2C', ';': '%3B', '\\': '%5C', ' ': '%20' };

/** An address without the letters that a calendar file would escape: in an address nobody takes the escapes out again. */
export const cleanAddress = (url: string): string =>
  cleanLine(url).replace(/[,;\\ ]/g, (letter) => ESCAPED[letter] ?? '');

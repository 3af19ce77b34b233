/** Limits of files (Slack contract 5.4, 5.12). Everywhere the ten megabytes of a `file_input`; Slack's own upload takes more. */
export const FILE = {
  bytes: 10_485_760,
  /** In one message or one input. */
  together: 10,
  altText: 1_000,
  /** Bytes all files of a free workspace may take. */
  freeStorage: 5_368_709_120,
  /** Channels one upload may be shared in. */
  channels: 100,
  /** How long after `files.completeUploadExternal` the message appears, in milliseconds. */
  processingMs: 40,
} as const;

/** Media types by the end of a file's name; anything else is taken for bytes without a meaning. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  html: 'text/html',
  ics: 'text/calendar',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** `pdf` of `Statut.PDF`; `''` when the name has no end. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
export const mediaTypeOf = (name: string): string => MEDIA_TYPES[extensionOf(name)] ?? 'application/octet-stream';

// What a file is, by its bytes and never by its name or by what a browser says of it.

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
/** Each type of file that may be known, with the ending that it is kept under. */
export const ENDINGS = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  [`${OFFICE}wordprocessingml.document`]: 'docx',
  [`${OFFICE}spreadsheetml.sheet`]: 'xlsx',
  [`${OFFICE}presentationml.presentation`]: 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
} as const;
export type FileType = keyof typeof ENDINGS;

const begins = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte);
const isAt = (bytes: Uint8Array, at: number, word: string) =>
  Buffer.from(bytes.subarray(at, at + word.length)).toString('latin1') === word;

/** The type of a file by its bytes; nothing for what is not known. */
export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (isAt(bytes, 0, 'RIFF') && isAt(bytes, 8, 'WEBP')) return 'image/webp';
  return begins(bytes, 0x50, 0x4b, 0x03, 0x04) ? packedType(bytes) : undefined;
}

/** A ZIP in which a document lies: the directory at its end names every part; an OpenDocument says what it is in its first one. */
function packedType(bytes: Uint8Array): FileType | undefined {
  const directory = Buffer.from(bytes.subarray(-65_536));
  // A document that carries a program is none that we keep.
  if (directory.includes('vbaProject.bin')) return undefined;
  if (directory.includes('word/document.xml')) return `${OFFICE}wordprocessingml.document`;
  if (directory.includes('xl/workbook.xml')) return `${OFFICE}spreadsheetml.sheet`;
  if (directory.includes('ppt/presentation.xml')) return `${OFFICE}presentationml.presentation`;
  if (!isAt(bytes, 30, 'mimetype')) return undefined;
  const said = Buffer.from(bytes.subarray(38, 100)).toString('latin1');
  return (['text', 'spreadsheet'] as const)
    .map((kind) => `application/vnd.oasis.opendocument.${kind}` as const)
    .find((type) => said.startsWith(`${type}PK`));
}

/** A name as a file system takes it, at most 150 characters; one without letters is called `otherwise`. */
export function fileNameOf(typed: string, otherwise: string): string {
  const last = typed.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  return clean.slice(-150) || otherwise;
}

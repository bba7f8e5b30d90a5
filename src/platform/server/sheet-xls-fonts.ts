import { CFB } from '@e965/xlsx';
import { type Letters, lettersOfFont } from '../vietnamese-legacy.ts';

// Records of an old workbook, by their numbers.
const FONT = 0x31;
const XF = 0xe0;
const BOUNDSHEET = 0x85;
const END = 0x0a;
// A text, of the table or its own, or a formula: each begins with its row, its column and its style.
const CELLS = new Set([0xfd, 0x204, 0xd6, 0x06]);

/** The letters that a sheet's cells are shown in, where their font is one of the time before Unicode, by 'row column' from 0. */
export type LettersOfCells = Map<string, Letters>;

/** The fonts of an old .xls, which the library that reads its texts leaves out; by the names of the sheets. */
export function readXlsFonts(bytes: Uint8Array): Map<string, LettersOfCells> {
  const found = new Map<string, LettersOfCells>();
  const stream = workbookOf(bytes);
  if (!stream) return found;
  const fonts: (Letters | '')[] = [];
  const styles: (Letters | '')[] = [];
  const sheets: { at: number; name: string }[] = [];
  for (const { type, body } of records(stream, 0)) {
    if (type === FONT) {
      // By an old mistake no font is number 4.
      if (fonts.length === 4) fonts.push('');
      fonts.push(lettersOfFont(nameIn(body, 14)));
    } else if (type === XF && body.length >= 2) styles.push(fonts[body.readUInt16LE(0)] ?? '');
    else if (type === BOUNDSHEET && body.length >= 8) sheets.push({ at: body.readUInt32LE(0), name: nameIn(body, 6) });
  }
  if (styles.some(Boolean)) for (const { at, name } of sheets) found.set(name, cellsOf(stream, at, styles));
  return found;
}

function cellsOf(stream: Buffer, at: number, styles: readonly (Letters | '')[]): LettersOfCells {
  const cells: LettersOfCells = new Map();
  for (const { type, body } of records(stream, at)) {
    if (!CELLS.has(type) || body.length < 6) continue;
    const letters = styles[body.readUInt16LE(4)];
    if (letters) cells.set(`${body.readUInt16LE(0)} ${body.readUInt16LE(2)}`, letters);
  }
  return cells;
}

function workbookOf(bytes: Uint8Array): Buffer | null {
  const file = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' });
  const content = (CFB.find(file, '/Workbook') ?? CFB.find(file, '/Book'))?.content;
  return content ? Buffer.from(content as Uint8Array) : null;
}

function* records(stream: Buffer, from: number): Generator<{ type: number; body: Buffer }> {
  for (let at = from; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    yield { type, body: stream.subarray(at + 4, at + 4 + length) };
    if (type === END) return;
    at += 4 + length;
  }
}

// A name: how long, since Excel 97 how wide its characters are, then they. Before that nothing stood between.
function nameIn(body: Buffer, at: number): string {
  const length = body[at] ?? 0;
  const wide = body[at + 1];
  if (wide === 1) return body.toString('utf16le', at + 2, at + 2 + length * 2);
  return wide === 0
    ? body.toString('latin1', at + 2, at + 2 + length)
    : body.toString('latin1', at + 1, at + 1 + length);
}

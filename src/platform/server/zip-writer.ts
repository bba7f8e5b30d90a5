import { pipeline, Readable } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';

export type ZipPart = { path: string; text: AsyncIterable<string> | Iterable<string> };

type Written = { path: Buffer; crc: number; packed: number; unfolded: number; offset: number };

// 1/1/1980, the first day that a zip knows: the same rows give the same bytes.
const DAY = 0x21;
const UTF8_AND_SIZES_BEHIND = 0x0808;

/** Writes parts into a zip as they come: nothing is held but the piece at hand, and the reader's pace is the writer's. For parts below 4 GB. */
export async function* writeZip(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const entry: Written = { path: Buffer.from(part.path), crc: 0, packed: 0, unfolded: 0, offset };
    yield header(0x04034b50, entry);
    for await (const piece of deflate(part.text, entry)) {
      entry.packed += piece.byteLength;
      yield piece;
    }
    yield descriptor(entry);
    offset += 30 + entry.path.length + entry.packed + 16;
    written.push(entry);
  }
  const directory = written.map((entry) => header(0x02014b50, entry));
  yield Buffer.concat(directory);
  yield ending(
    written.length,
    directory.reduce((sum, one) => sum + one.length, 0),
    offset,
  );
}

function deflate(text: ZipPart['text'], entry: Written): AsyncIterable<Uint8Array> {
  async function* bytes() {
    for await (const piece of text) {
      const buffer = Buffer.from(piece);
      entry.crc = crc32(buffer, entry.crc);
      entry.unfolded += buffer.length;
      yield buffer;
    }
  }
  // Both ends tell each other when they break: a failing query ends the answer, a closed browser ends the query.
  const packed = createDeflateRaw({ level: constants.Z_BEST_SPEED + 2, chunkSize: 64 * 1024 });
  pipeline(Readable.from(bytes(), { objectMode: true, highWaterMark: 1 }), packed, () => {});
  return packed;
}

function header(signature: 0x04034b50 | 0x02014b50, entry: Written): Buffer {
  const central = signature === 0x02014b50;
  const bytes = Buffer.alloc(central ? 46 : 30);
  let at = bytes.writeUInt32LE(signature, 0);
  if (central) at = bytes.writeUInt16LE(20, at);
  at = bytes.writeUInt16LE(20, at);
  at = bytes.writeUInt16LE(UTF8_AND_SIZES_BEHIND, at);
  at = bytes.writeUInt16LE(8, at);
  at = bytes.writeUInt16LE(0, at);
  at = bytes.writeUInt16LE(DAY, at);
  at = bytes.writeUInt32LE(entry.crc, at);
  at = bytes.writeUInt32LE(entry.packed, at);
  at = bytes.writeUInt32LE(entry.unfolded, at);
  bytes.writeUInt16LE(entry.path.length, at);
  if (central) bytes.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([bytes, entry.path]);
}

function descriptor(entry: Written): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(entry.crc, 4);
  bytes.writeUInt32LE(entry.packed, 8);
  bytes.writeUInt32LE(entry.unfolded, 12);
  return bytes;
}

function ending(entries: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(entries, 8);
  bytes.writeUInt16LE(entries, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}

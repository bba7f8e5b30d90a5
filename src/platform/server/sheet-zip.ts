import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { SheetError, type SheetLimits } from './sheet.ts';

/** The parts of a zip by lower-case path; their text comes in pieces, each part's real bytes checked against what it declared. */
export type Parts = { has(path: string): boolean; text(path: string): AsyncIterable<string> };

const BIG = 1024 * 1024;
const fromBuffer = promisify<Buffer, yauzl.Options, ZipFile>(yauzl.fromBuffer);

/** Opens a zip after reading only its directory: too many entries, too much inside, or a ratio that no table has is refused. */
export async function openParts(bytes: Uint8Array, limits: SheetLimits): Promise<Parts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBuffer(buffer, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch(broken);
  if (zip.entryCount > limits.entries) throw new SheetError('too_large');
  const entries = await directory(zip, limits);
  return {
    has: (path) => entries.has(path.toLowerCase()),
    text: (path) => inflate(zip, entries.get(path.toLowerCase())),
  };
}

function directory(zip: ZipFile, limits: SheetLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unfolded = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', () => reject(new SheetError('broken')));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      unfolded += entry.uncompressedSize;
      const squeezed = entry.uncompressedSize > BIG && entry.uncompressedSize > limits.ratio * entry.compressedSize;
      if (squeezed || unfolded > limits.unfolded || entries.size >= limits.entries)
        return reject(new SheetError('too_large'));
      const path = entry.fileName.toLowerCase();
      if (entries.has(path) || entry.isEncrypted()) return reject(new SheetError('broken'));
      entries.set(path, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function* inflate(zip: ZipFile, entry: Entry | undefined): AsyncIterable<string> {
  if (!entry) throw new SheetError('broken');
  try {
    const stream = await promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry);
    const decoder = new TextDecoder('utf-8');
    for await (const piece of stream) yield decoder.decode(piece as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError('broken');
  }
}

function broken(): never {
  throw new SheetError('broken');
}

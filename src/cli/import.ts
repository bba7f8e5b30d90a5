import { open, readFile, stat } from 'node:fs/promises';
import { LIMITS, SheetError } from '#platform/server/sheet.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import { type OpenedFile, parse } from './import/asked.ts';
import type { Run } from './run.ts';

export { USAGE } from './import/asked.ts';

/** Reads in an office's list. Exit codes: 0 all good, 2 some rows bad (nothing saved, unless --accept-valid), 1 unreadable. */
export const run: Run = async (args, io) => {
  const asked = parse(args);
  // The file is read in a process of its own while this one loads the rest and opens the database.
  const file = await opened(asked.file);
  const { importList } = await import('./import/list.ts');
  return importList(asked, file, io);
};

/** A file that is being read; undefined where there is none. */
async function opened(path: string): Promise<OpenedFile | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  // Told by its size: a file that is too large is not even opened.
  if (found.size > LIMITS.bytes) return underWay(new Uint8Array(), Promise.reject(new SheetError('too_large')));
  const handle = await open(path).catch(() => undefined);
  if (!handle) return undefined;
  try {
    const bytes = await readFile(path);
    return underWay(bytes, readSheets(bytes, path, {}, handle.fd));
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}

/** Why a file cannot be read is told where it is asked for, which is later. */
function underWay(bytes: Uint8Array, reading: OpenedFile['reading']): OpenedFile {
  reading.catch(() => {});
  return { bytes, reading };
}

import { buffer } from 'node:stream/consumers';
import { serialize } from 'node:v8';
import { SheetError, type SheetLimits } from './sheet.ts';
import { parseSheets } from './sheet-parse.ts';

// Started by sheet-reader.ts, one process for one file: what a hostile file can waste dies with it.
const [fileName, limits] = process.argv.slice(2) as [string, string];
const answer = await buffer(process.stdin)
  .then((bytes) => parseSheets(bytes, fileName, JSON.parse(limits) as SheetLimits))
  .then((sheets) => ({ sheets }))
  .catch((error: unknown) => ({ error: error instanceof SheetError ? error.code : 'broken' }));
process.stdout.write(serialize(answer));

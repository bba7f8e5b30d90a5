import { askedApart } from './apart.ts';
import { LIMITS, type Sheet, SheetError, type SheetErrorCode, type SheetLimits } from './sheet.ts';

const HEAP_MB = 400;

/** Reads an .xlsx, .xls, .ods or text table in a process of its own that is killed when it takes too long or too much. Every cell is the text that a person sees. A caller with much to do meanwhile names the open file too, from which that process reads by itself. Throws SheetError. */
export async function readSheets(
  bytes: Uint8Array,
  fileName: string,
  narrower?: Partial<SheetLimits>,
  file?: number,
): Promise<{ sheets: Sheet[] }> {
  const bounds = { ...LIMITS, ...narrower };
  if (bytes.byteLength === 0) throw new SheetError('empty');
  if (bytes.byteLength > bounds.bytes) throw new SheetError('too_large');
  const args = [fileName.slice(-200), JSON.stringify(bounds)];
  const limits = { seconds: bounds.seconds, heapMb: HEAP_MB };
  const answer = await askedApart<Answer>('sheet-child.ts', args, file ?? bytes, limits);
  // It left without an answer: ended by the clock or by its own memory limit.
  if (answer === null) throw new SheetError('too_large');
  if ('error' in answer) throw new SheetError(answer.error);
  return answer;
}

type Answer = { sheets: Sheet[] } | { error: SheetErrorCode };

import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { ImportRegister } from '../../src/modules/registers/register/schema.ts';
import { receiveRegister } from '../../src/modules/registers/register/server/actions.ts';
import { importRegister } from '../../src/modules/registers/register/server/actions-import.ts';
import { drawn } from '../fixtures/lines.ts';
import { type Cast, cycles, type PersonName, units } from './cast.ts';

const HEADING = 'STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Tập thể | Cá nhân | Kết quả';

/** A list of the cast's province as an office draws it: a line a row under one heading in row 1. */
function listOf(rows: string) {
  const lines = drawn(`${HEADING}\n${rows.trim()}`);
  const fileHash = createHash('sha256').update(rows).digest('hex');
  const sheets = [{ name: 'DS', merges: [], rows: lines.length - 1, read: true }];
  return { fileName: 'danh-sach.xlsx', fileHash, sheets, lines };
}

/** `count` good rows of the cast's communes, each its own model; `who` names their registrants. */
export function manyRows(count: number, who = 'Chi hội'): string {
  const communes = ['Xã Đông Một', 'Xã Đông Hai', 'Xã Tây Một'];
  const row = (at: number) =>
    `${at + 1} | Mô hình thứ ${at} | ${who} ${at % 40} | ${communes[at % 3]} | KT | x | | ${at % 5 === 0 ? 'Không đạt' : 'Đạt'}`;
  return Array.from({ length: count }, (_, at) => row(at)).join('\n');
}

const PLACE = { cycleId: cycles.last, level: 'commune' as const, unitId: units.province };
export const DECISION = { number: '12-QĐ/BCĐ', decidedOn: '2025-12-20' };

/** Reads a list in at once, as the province's officer unless another is named. */
export function importList(
  cast: Cast,
  rows: string,
  more: Partial<z.input<typeof ImportRegister>> = {},
  person: PersonName = 'provincial_officer',
) {
  return importRegister(cast.contextFor(person), { ...listOf(rows), ...PLACE, ...more });
}

/** Takes a list in as the browser does; answers its id. */
export async function receiveList(
  cast: Cast,
  rows: string,
  more: Partial<z.input<typeof ImportRegister>> = {},
  person: PersonName = 'provincial_officer',
): Promise<number> {
  const { id } = await receiveRegister(cast.contextFor(person), { ...listOf(rows), ...PLACE, ...more });
  return id;
}

/** What is counted in the cast's province in the cycle of the lists. */
export async function countedIn(cast: Cast): Promise<{ registered: number; carriedOut: number; recognised: number }> {
  const [row] = await cast.asOwner<{ registered: number; carriedOut: number; recognised: number }>(
    `select coalesce(sum(registered), 0)::int as registered, coalesce(sum(carried_out), 0)::int as "carriedOut",
      coalesce(sum(recognised), 0)::int as recognised from registration_count where cycle_id = $1 and level = 'commune'`,
    [cycles.last],
  );
  return row as NonNullable<typeof row>;
}

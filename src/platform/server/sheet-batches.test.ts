import { expect, test } from 'vitest';
import { type BatchCell, columnsOf, csvOfBatches, rowsOfBatches } from './sheet-batches.ts';
import { type SheetColumn, writeCsv } from './sheet-writer.ts';

const text = (title: string): SheetColumn => ({ title, kind: 'text' });
const day: SheetColumn = { title: 'Ngày', kind: 'date' };
const cells: BatchCell[] = [
  { asked: ['place'], columns: [{ title: 'TT', kind: 'number' }] },
  { asked: ['name'], columns: [text('Tên; mô hình')] },
  {
    asked: ['unit', 'year'],
    columns: [text('Đơn vị'), day],
    values: (unit, year) => [`Xã ${unit}, "mới"`, year === '' ? null : `${year}-03-08`],
  },
  { asked: ['day'], columns: [day] },
];
const WRITTEN = [
  'Ấp Hòa Lợi',
  'đường, hẻm; "lộ"',
  '=1+1',
  '+84',
  '+cmd',
  '−2',
  '\u00a0=x',
  'hai\ndòng\t\0',
  'C:\\tên\\n\v',
  '',
  '-5,5',
  '“khéo”',
  'ổ',
  '\u{1f33e} lúa',
  '９９',
];
const BY: Record<string, string> = { '\n': 'n', '\t': 't', '\v': 'v', '\\': '\\' };
const copied = (text: string) => text.replace(/[\n\t\v\\]/g, (odd) => `\\${BY[odd]}`);
const rows = WRITTEN.map(
  (written, at) =>
    `${[at + 1, copied(written), at % 3, at % 3 === 2 ? 2019 : '', at % 2 ? '2020-02-24' : ''].join('\t')}\n`,
);

async function* batches() {
  yield Buffer.from(rows.slice(0, 5).join(''));
  yield new Uint8Array();
  yield Buffer.from(rows.slice(5).join(''));
}
async function joined(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString('utf8');
}

test('from bytes to bytes says what the same rows say as texts', async () => {
  const csv = await joined(csvOfBatches(cells, batches()));
  expect(csv).toBe(await joined(writeCsv(columnsOf(cells), rowsOfBatches(cells, batches()))));
  const lines = csv.replace('hai\n', 'hai').split('\r\n');
  expect([lines.length, lines[0]]).toEqual([WRITTEN.length + 2, '\ufeffTT,"Tên; mô hình",Đơn vị,Ngày,Ngày']);
  expect(lines[3]).toBe(`3,'=1+1,"Xã 2, ""mới""",08/03/2019,`);
});

test('a batch’s rows are its cells, what they share by what it means', async () => {
  const all: unknown[] = [];
  for await (const batch of rowsOfBatches(cells, batches())) all.push(...batch);
  expect(all).toHaveLength(WRITTEN.length);
  expect(all[1]).toEqual([2, WRITTEN[1], 'Xã 1, "mới"', null, '2020-02-24']);
});

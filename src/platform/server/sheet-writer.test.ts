import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readSheets } from './sheet-reader.ts';
import { type SheetColumn, type SheetValues, writeCsv, writeXlsx } from './sheet-writer.ts';

const columns: SheetColumn[] = [
  { title: 'Tên mô hình', width: 60, kind: 'text' },
  { title: 'Đăng ký', kind: 'number' },
  { title: 'Ngày', kind: 'date' },
];
const rows: SheetValues[] = [
  ['=HYPERLINK("http://x")', 7736, '2020-02-24'],
  ['<b>Khéo</b> & “lành” _x0041_ a\u0001b\ud800', 84.9, null],
  ['Dòng 1\nDòng 2\r', null, 'không rõ'],
  ['0123', -5, '1900-03-01'],
];

async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

test('a workbook says the same to others as to us', async () => {
  const bytes = await joined(
    writeXlsx(columns, rows, { sheet: 'Danh sách: 2019/2020', titleLines: ['TỈNH ỦY', 'DANH SÁCH'] }),
  );
  const shown = [
    ['TỈNH ỦY'],
    ['DANH SÁCH'],
    ['Tên mô hình', 'Đăng ký', 'Ngày'],
    ['=HYPERLINK("http://x")', '7736', '24/2/2020'],
    ['<b>Khéo</b> & “lành” _x0041_ ab\ufffd', '84.9'],
    ['Dòng 1\nDòng 2\r', '', 'không rõ'],
    ['0123', '-5', '1/3/1900'],
  ];
  const { sheets } = await readSheets(bytes, 'a.xlsx');
  expect(sheets[0]!.rows.map((row) => row.cells)).toEqual(shown);
  const book = read(bytes, { cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  expect(book.SheetNames).toEqual(['Danh sách  2019 2020']);
  expect(sheet.A5).toMatchObject({ t: 's', v: '=HYPERLINK("http://x")' });
  expect(Object.values(sheet).filter((cell) => cell?.f)).toEqual([]);
  expect([sheet['!autofilter'], sheet.B5!.v, sheet.C5!.v]).toEqual([{ ref: 'A4:C8' }, 7736, 43885]);
  expect(utils.sheet_to_json(sheet, { header: 1, range: 7 })[0]).toEqual(['0123', -5, 61]);
});

test('the header is bold and stays in view', async () => {
  const parts = unzipSync(await joined(writeXlsx(columns, [], { sheet: 'S' })));
  const xml = Buffer.from(parts['xl/worksheets/sheet1.xml']!).toString();
  expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(xml).toContain('<c r="A1" t="inlineStr" s="1">');
});

test('rows are asked for only as fast as the bytes are taken, and no more after the reader has gone', async () => {
  let asked = 0;
  let closed = false;
  async function* endless(): AsyncGenerator<SheetValues[]> {
    try {
      for (;;) {
        asked += 1;
        yield [[`mô hình ${Math.random()}`, asked, null]];
      }
    } finally {
      closed = true;
    }
  }
  let pieces = 0;
  for await (const _piece of writeXlsx(columns, endless(), { sheet: 'S' })) {
    pieces += 1;
    if (pieces === 20) break;
  }
  const then = asked;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([asked - then < 5000, then < 20_000, closed]).toEqual([true, true, true]);
});

test('a query that fails in the middle fails the file', async () => {
  async function* failing(): AsyncGenerator<SheetValues[]> {
    yield [['một', 1, null]];
    throw new Error('connection lost');
  }
  await expect(joined(writeXlsx(columns, failing(), { sheet: 'S' }))).rejects.toThrow('connection lost');
});

test('a text table carries its mark and no formula', async () => {
  const risky = ['=1+1', '+84 91', '-x', '@a', '\ta', '\ra', '\uFF1D1', '  =1', '-5', '84,9%', 'a,"b"', 'a\nb', 'Đạt'];
  const text = await joined(
    writeCsv(
      [columns[0]!],
      risky.map((one) => [one]),
    ),
  );
  expect(text.toString()).toBe(
    `\uFEFFTên mô hình\r\n'=1+1\r\n'+84 91\r\n'-x\r\n'@a\r\n"'\ta"\r\n"'\ra"\r\n'\uFF1D1\r\n'  =1\r\n-5\r\n"84,9%"\r\n"a,""b"""\r\n"a\nb"\r\nĐạt\r\n`,
  );
  expect((await joined(writeCsv(columns, [['a', -7736, '2020-02-24']]))).toString()).toContain(
    '\r\na,-7736,24/02/2020\r\n',
  );
});

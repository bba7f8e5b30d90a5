import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { workbook } from '../../../tests/fixtures/workbook.ts';
import { LIMITS, SheetError } from './sheet.ts';
import { parseSheets } from './sheet-parse.ts';
import { readSheets } from './sheet-reader.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

async function cellsOf(bytes: Uint8Array, name = 'so.xlsx'): Promise<string[][]> {
  return (await parseSheets(bytes, name, LIMITS))[0]!.rows.map((row) => row.cells);
}

async function codeInside(bytes: Uint8Array, name: string): Promise<string> {
  return parseSheets(bytes, name, LIMITS).then(
    () => 'read',
    (error: unknown) => (error as SheetError).code ?? String(error),
  );
}

async function codeOf(bytes: Uint8Array, name = 'so.xlsx', limits = {}): Promise<string> {
  const error = await readSheets(bytes, name, limits).catch((e: unknown) => e);
  return error instanceof SheetError ? error.code : `no SheetError: ${JSON.stringify(error)}`;
}

describe('an .xlsx', () => {
  test('keeps the row numbers that Excel shows and tells merged cells', async () => {
    const bytes = workbook(
      { 'Danh sách': [['TỈNH ỦY'], [], ['STT', 'Tên'], [1, 'A & <b>B</b>']] },
      { merges: ['A1:B2'] },
    );
    const { sheets } = await readSheets(bytes, 'so.xlsx');
    expect(sheets).toEqual([
      {
        name: 'Danh sách',
        merges: [{ top: 1, left: 0, bottom: 2, right: 1 }],
        rows: [
          { number: 1, cells: ['TỈNH ỦY'] },
          { number: 3, cells: ['STT', 'Tên'] },
          { number: 4, cells: ['1', 'A & <b>B</b>'] },
        ],
      },
    ]);
  });

  test.each([
    ['a built-in date', '<c s="1"><v>43885</v></c>', '24/2/2020'],
    ['a date spelled out', '<c s="2"><v>43885.25</v></c>', '24/2/2020'],
    ['a month', '<c s="6"><v>43885</v></c>', '2/2020'],
    ['a code with leading zeros', '<c s="3"><v>89</v></c>', '00089'],
    ['a percentage', '<c s="4"><v>0.849</v></c>', '84.9%'],
    ['money', '<c s="5"><v>855000000</v></c>', '855000000'],
    ['a long number', '<c><v>9.1092017003E10</v></c>', '91092017003'],
    ['a tiny number', '<c><v>1.5E-7</v></c>', '0.00000015'],
    ['noise of binary fractions', '<c><v>84.900000000000006</v></c>', '84.9'],
    ['a formula with its value', '<c t="str"><f>A1&amp;"x"</f><v>Đạt</v></c>', 'Đạt'],
    ['a formula that was never calculated', '<c><f>SUM(A1:A9)</f></c>', '=SUM(A1:A9)'],
    ['a formula that gave nothing', '<c t="str"><f>IF(1,"","")</f><v></v></c>', ''],
    ['a formula that gave 0', '<c><f>1-1</f><v>0</v></c>', '0'],
    ['a true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['text that looks like a formula', '<c t="inlineStr"><is><t>=1+1</t></is></c>', '=1+1'],
    ['rich text', '<c t="inlineStr"><is><r><t>Dân </t></r><r><t>vận</t></r><rPh><t>x</t></rPh></is></c>', 'Dân vận'],
    ['escaped characters', '<c t="inlineStr"><is><t>a_x000A_b &#x110;</t></is></c>', 'a\nb Đ'],
  ])('shows %s as a person sees it', async (_what, xml, text) => {
    expect(await cellsOf(workbook({ S: [['đầu', { xml }, 'cuối']] }))).toEqual([['đầu', text, 'cuối']]);
  });

  test('tells which cells are reckoned', async () => {
    const reckoned = { xml: '<c><f>1+1</f><v>2</v></c>' };
    const { sheets } = await readSheets(workbook({ S: [['một', reckoned], ['=1']] }), 'a.xlsx');
    expect(sheets[0]?.rows.map((row) => row.formulas)).toEqual([[1], undefined]);
  });

  test('counts days from 1904 where the workbook does', async () => {
    const bytes = workbook({ S: [[{ xml: '<c s="1"><v>42423</v></c>' }]] }, { from1904: true });
    expect(await cellsOf(bytes)).toEqual([['24/2/2020']]);
  });

  test('reads prefixed names and cells without an address', async () => {
    const sheetXml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>một</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await cellsOf(workbook({ S: [] }, { sheetXml }))).toEqual([['một', '2']]);
  });

  test('is read the same as by the library that others use', async () => {
    const rows = [
      ['Tên', 'Số'],
      ['Mô hình “khéo” & <i>', 12.5],
      ['Dòng\nhai', 7736],
    ];
    const bytes = write(
      { SheetNames: ['A'], Sheets: { A: utils.aoa_to_sheet(rows) } },
      { type: 'buffer', bookType: 'xlsx' },
    );
    expect(await cellsOf(bytes)).toEqual(rows.map((row) => row.map(String)));
  });

  test('is recognised whatever it is called', async () => {
    expect(await cellsOf(workbook({ S: [['một']] }), 'so.csv')).toEqual([['một']]);
  });
});

test('an old .xls is read by the same rules', async () => {
  const sheet = utils.aoa_to_sheet([
    ['Tên mô hình', 'Ngày'],
    ['Tuyến kênh không rác', 43885],
  ]);
  sheet.B2!.z = 'dd/mm/yyyy';
  const bytes = write({ SheetNames: ['A'], Sheets: { A: sheet } }, { type: 'buffer', bookType: 'biff8' });
  expect(await cellsOf(bytes, 'so.xls')).toEqual([
    ['Tên mô hình', 'Ngày'],
    ['Tuyến kênh không rác', '24/2/2020'],
  ]);
});

describe('a file that is no table', () => {
  const text = strToU8('Kính gửi: Ban Chỉ đạo');
  test.each([
    ['a text named .xlsx', text, 'so.xlsx', 'not_a_sheet'],
    ['a web page named .xls', strToU8('<html><table>'), 'so.xls', 'not_a_sheet'],
    ['a PDF', strToU8('%PDF-1.7 x'), 'so.csv', 'not_a_sheet'],
    ['a picture named .csv', new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 1, 2]), 'so.csv', 'not_a_sheet'],
    ['a zip without a workbook', zipSync({ 'word/document.xml': text }), 'so.xlsx', 'not_a_sheet'],
    ['half a zip', workbook({ S: [['một']] }).subarray(0, 400), 'so.xlsx', 'broken'],
    [
      'a workbook with a protected content',
      Buffer.from(`\xd0\xcf\x11\xe0${'E.n.c.r.y.p.t.e.d.P.a.c.k.a.g.e.'.replaceAll('.', '\0')}`, 'latin1'),
      'so.xlsx',
      'password',
    ],
    ['a workbook with nothing in it', workbook({ S: [[], ['', null]] }), 'so.xlsx', 'no_rows'],
    ['a text of empty lines', strToU8('\n;;\n'), 'so.csv', 'no_rows'],
  ])('%s', async (_what, bytes, name, code) => expect(await codeInside(bytes, name)).toBe(code));

  test('an empty file, and a text named .xlsx through the whole way', async () => {
    expect([await codeOf(new Uint8Array()), await codeOf(text)]).toEqual(['empty', 'not_a_sheet']);
  });

  test('broken XML inside is said, not guessed around', async () => {
    expect(await codeOf(workbook({ S: [] }, { sheetXml: `<worksheet><sheetData><row r="1"></sheetData>` }))).toBe(
      'broken',
    );
    expect(await codeOf(workbook({ S: [] }, { sheetXml: `<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>` }))).toBe(
      'broken',
    );
  });
});

describe('limits', () => {
  test('of the file', async () => expect(await codeOf(new Uint8Array(11), 'a.csv', { bytes: 10 })).toBe('too_large'));
  test('of the rows', async () => {
    const bytes = strToU8('a,b\n1,2\n3,4\n');
    expect(await codeOf(bytes, 'a.csv', { rows: 2 })).toBe('too_large');
    expect(await codeOf(workbook({ S: [['a'], ['b'], ['c']] }), 'a.xlsx', { rows: 2 })).toBe('too_large');
  });
  test('of the entries', async () => {
    const extra = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`xl/media/${i}.png`, new Uint8Array(1)]));
    expect(await codeOf(workbook({ S: [['a']] }, { extra }))).toBe('too_large');
  });
  test('of one far cell in every row', async () => {
    const row = (n: number) => `<row r="${n}"><c r="XFD${n}"><v>1</v></c></row>`;
    const sheetXml = `<worksheet><sheetData>${Array.from({ length: 1000 }, (_, i) => row(i + 1)).join('')}</sheetData></worksheet>`;
    expect(await codeOf(workbook({ S: [] }, { sheetXml }))).toBe('too_large');
  });
  test('of time', async () => {
    const bytes = workbook({ S: Array.from({ length: 20_000 }, (_, i) => [`dòng ${i}`, i]) });
    expect(await codeOf(bytes, 'a.xlsx', { seconds: 0.02 })).toBe('too_large');
  });
});

describe('a zip bomb', () => {
  test('that declares what it is does not get unfolded', async () => {
    const bomb = workbook({ S: [] }, { sheetXml: ' '.repeat(30_000_000) });
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(await codeOf(bomb)).toBe('too_large');
  });

  test('that lies about its size is stopped at the size that it declared', async () => {
    const bomb = Buffer.from(workbook({ S: [] }, { sheetXml: `<worksheet>${' '.repeat(30_000_000)}</worksheet>` }));
    lie(bomb, 'xl/worksheets/sheet1.xml', 900_000);
    expect(await codeOf(bomb)).toBe('broken');
    const honest = Buffer.from(workbook({ S: [['một']] }));
    lie(honest, 'xl/worksheets/sheet1.xml', 10);
    expect(await codeOf(honest)).toBe('broken');
  });
});

// Writes another unfolded size for one entry into the directory at the end of the zip.
function lie(zip: Buffer, path: string, size: number): void {
  const name = zip.lastIndexOf(path);
  zip.writeUInt32LE(size, name - 46 + 24);
}

test('two files at once do not disturb each other', async () => {
  const bytes = workbook({ S: Array.from({ length: 3000 }, (_, i) => [`mô hình ${i}`, i]) });
  const answers = await Promise.all([readSheets(bytes, 'a.xlsx'), readSheets(strToU8('a;b\n1;2'), 'b.csv')]);
  expect(answers.map(({ sheets }) => sheets[0]!.rows.length)).toEqual([3000, 2]);
});

import { utils, write } from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { odsCell, odsFile, odsOf, odsRow, odsSheet } from '../../../tests/fixtures/ods.ts';
import { LIMITS, SheetError, type SheetLimits } from './sheet.ts';
import { parseSheets } from './sheet-parse.ts';

const read = (bytes: Uint8Array, limits: Partial<SheetLimits> = {}) =>
  parseSheets(bytes, 'so.ods', { ...LIMITS, ...limits });
const rowsOf = async (sheets: string, styles?: string) => (await read(odsFile(sheets, styles)))[0]!.rows;
const code = (bytes: Uint8Array, limits: Partial<SheetLimits> = {}) =>
  read(bytes, limits).then(
    () => 'read',
    (error: unknown) => (error instanceof SheetError ? error.code : String(error)),
  );
const table = (rows: string, attributes = 'table:name="S"') => `<table:table ${attributes}>${rows}</table:table>`;

test('keeps the numbers of rows, merged cells and the order of sheets', async () => {
  const head = odsRow(
    `<table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>TỈNH ỦY</text:p></table:table-cell><table:covered-table-cell/>${odsCell('cuối')}`,
  );
  const gap = odsRow('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="3"');
  const first = table(
    `<table:table-header-rows>${head}</table:table-header-rows>${gap}${odsRow(odsCell('1') + odsCell('A &amp; B'))}${odsRow('<table:table-cell/>', 'table:number-rows-repeated="1048000"')}`,
  );
  expect(await read(odsFile(first + odsSheet('Xã Hai', [['một']])))).toEqual([
    {
      name: 'S',
      merges: [{ top: 1, left: 0, bottom: 2, right: 1 }],
      rows: [
        { number: 1, cells: ['TỈNH ỦY', '', 'cuối'] },
        { number: 5, cells: ['1', 'A & B'] },
      ],
    },
    { name: 'Xã Hai', merges: [], rows: [{ number: 1, cells: ['một'] }] },
  ]);
});

test.each([
  ['a day', 'office:value-type="date" office:date-value="2019-03-05"', '03/05/19', '5/3/2019'],
  [
    'a day with its hour',
    'office:value-type="date" office:date-value="2019-03-05T08:30:00"',
    '05/03/2019 08:30',
    '5/3/2019',
  ],
  ['a month', 'office:value-type="date" office:date-value="2019-03-01"', '3/2019', '3/2019'],
  ['a number with thousands', 'office:value-type="float" office:value="1234567.5"', '1.234.567,50', '1234567.5'],
  ['a code with its zeros', 'office:value-type="float" office:value="765"', '00765', '00765'],
  ['a rate', 'office:value-type="percentage" office:value="0.849"', '84,90%', '84.9%'],
  ['a true', 'office:value-type="boolean" office:boolean-value="true"', 'ĐÚNG', 'TRUE'],
  ['a text without paragraphs', 'office:value-type="string" office:string-value="x"', '', 'x'],
  ['a formula that was never calculated', 'table:formula="of:=SUM([.A1:.A2])"', '', '=SUM([.A1:.A2])'],
])('shows %s as a person sees it', async (_what, attributes, text, shown) => {
  const cell = `<table:table-cell ${attributes}>${text && `<text:p>${text}</text:p>`}</table:table-cell>`;
  expect((await rowsOf(table(odsRow(cell))))[0]!.cells).toEqual([shown]);
});

test('takes a cell’s own paragraphs, and nothing that lies over it', async () => {
  const cell = `<table:table-cell office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation><draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame><text:p>Dân<text:s text:c="2"/>vận
    <text:span>khéo</text:span><text:line-break/>năm</text:p><text:p>2019</text:p></table:table-cell>`;
  expect((await rowsOf(table(odsRow(cell))))[0]!.cells).toEqual(['Dân  vận khéo\nnăm\n2019']);
});

test('leaves hidden sheets out', async () => {
  const hidden = `<style:style style:name="t" style:family="table"><style:table-properties table:display="false"/></style:style>`;
  const sheets = table(odsRow(odsCell('ẩn')), 'table:name="A" table:style-name="t"') + odsSheet('B', [['hiện']]);
  expect((await read(odsFile(sheets, hidden))).map((sheet) => sheet.name)).toEqual(['B']);
});

test('tells the fonts of the time before Unicode, of a cell and of its stretches', async () => {
  const styles = `<style:font-face style:name="F1" svg:font-family="&apos;.VnTime&apos;"/>
    <style:style style:name="ce1" style:family="table-cell"><style:text-properties style:font-name="F1"/></style:style>
    <style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce1"/>
    <style:style style:name="T1" style:family="text"><style:text-properties fo:font-family="Arial"/></style:style>`;
  const cell = (style: string, inside: string) =>
    `<table:table-cell ${style && `table:style-name="${style}"`} office:value-type="string"><text:p>${inside}</text:p></table:table-cell>`;
  const row = odsRow(
    cell('ce2', 'Héi') + cell('ce1', 'xãm <text:span text:style-name="T1">Hòa</text:span>') + cell('', 'ab'),
  );
  const columns =
    '<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="ce1"/>';
  expect((await rowsOf(table(columns + row), styles))[0]!.fonts).toEqual({
    0: [['tcvn3', 3]],
    1: [
      ['tcvn3', 4],
      ['', 3],
    ],
    2: [['tcvn3', 2]],
  });
});

test('is read the same as by the library that others use', async () => {
  const rows = [
    ['Tên', 'Số'],
    ['Mô hình “khéo” & <i>', 12.5],
    ['Dòng\nhai', 7736],
  ];
  const bytes = write(
    { SheetNames: ['A'], Sheets: { A: utils.aoa_to_sheet(rows) } },
    { type: 'buffer', bookType: 'ods' },
  );
  expect((await read(bytes))[0]!.rows.map((row) => row.cells)).toEqual(rows.map((row) => row.map(String)));
});

describe('what a file may say and not do', () => {
  const full = odsCell('x');
  test.each<[string, Uint8Array, string]>([
    ['a row a million times', odsFile(table(odsRow(full, 'table:number-rows-repeated="1000000"'))), 'too_large'],
    [
      'a cell across a thousand rows of full width',
      odsFile(
        table(
          odsRow(
            full.replace('cell ', 'cell table:number-columns-repeated="999999999" '),
            'table:number-rows-repeated="1000"',
          ),
        ),
      ),
      'too_large',
    ],
    ['a million sheets of one row', odsFile(odsSheet('A', [['a']]).repeat(300)), 'too_large'],
    ['a zip bomb', odsFile(' '.repeat(30_000_000)), 'too_large'],
    ['an entity of its own', odsOf('<!DOCTYPE x [<!ENTITY a "b">]><x/>'), 'broken'],
    ['half of its tags', odsOf('<office:document-content><office:body>'), 'broken'],
    [
      'a letter',
      odsOf('<office:document-content><office:body><office:text/></office:body></office:document-content>'),
      'not_a_sheet',
    ],
    ['nothing in it', odsFile(table(odsRow('<table:table-cell/>'))), 'no_rows'],
    [
      'a password',
      odsFile(table(odsRow(full)), '', { 'META-INF/manifest.xml': strToU8('<m><manifest:encryption-data/></m>') }),
      'password',
    ],
  ])('%s', async (_what, bytes, said) => expect(await code(bytes)).toBe(said));

  test('a gap of a billion spaces is a gap', async () => {
    const cell = `<table:table-cell office:value-type="string"><text:p>a<text:s text:c="1000000000"/>b</text:p></table:table-cell>`;
    expect((await rowsOf(table(odsRow(cell))))[0]!.cells[0]).toMatch(/^a {100}b$/);
  });
  test('texts beyond the limit', async () =>
    expect(await code(odsFile(odsSheet('A', [['abcdef', 'abcdef']])), { characters: 10 })).toBe('too_large'));
});

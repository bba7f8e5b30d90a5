import { expect, test } from 'vitest';
import { LIMITS, SheetCounter } from './sheet.ts';
import { readCsv } from './sheet-csv.ts';

const rows = (bytes: Uint8Array) => readCsv(bytes, new SheetCounter(LIMITS), LIMITS).rows;
const table = 'STT;Tên mô hình;Kết quả\r\n01;"Vận động; góp\nvốn";Đạt\r\n\r\n02;Tuyến kênh không rác;\r\n';
const read = [
  { number: 1, cells: ['STT', 'Tên mô hình', 'Kết quả'] },
  { number: 2, cells: ['01', 'Vận động; góp\nvốn', 'Đạt'] },
  { number: 4, cells: ['02', 'Tuyến kênh không rác'] },
];
const utf16be = Buffer.from(`\uFEFF${table}`, 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from(table)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${table}`)],
  ['UTF-16', Buffer.from(`\uFEFF${table}`, 'utf16le')],
  ['UTF-16, the other order', utf16be],
  ['UTF-16 without a mark', Buffer.from(table, 'utf16le')],
])('%s', (_what, bytes) => expect(rows(bytes)).toEqual(read));

test('windows-1258, as older programs write it', () => {
  // V, ĩ as i + combining tilde, nh Ph, ú; Đảng with Đ at D0 and ả as a + hook.
  const bytes = Buffer.from([0x56, 0x69, 0xde, 0x6e, 0x68, 0x2c, 0xd0, 0x61, 0xd2, 0x6e, 0x67, 0x0a]);
  expect(rows(bytes)[0]!.cells).toEqual(['Vĩnh', 'Đảng']);
});

test('TCVN3, whose letters are Western ones until each cell is put right', () => {
  const bytes = Buffer.from('Tªn m« h×nh;X·\nVËn ®éng gãp vèn;VÜnh Phó\n', 'latin1');
  expect(rows(bytes)[1]!.cells).toEqual(['VËn ®éng gãp vèn', 'VÜnh Phó']);
});

test.each([
  ['commas', 'a,b,c\n"1,5",2,3\n', ['1,5', '2', '3']],
  ['tabs', 'a\tb\tc\nmột, hai\t2\t3\n', ['một, hai', '2', '3']],
  ['semicolons under a title with commas', 'Xã A, huyện B, tỉnh C\na;b;c\n1;2;3\n', ['a', 'b', 'c']],
])('separated by %s', (_what, text, second) => expect(rows(Buffer.from(text))[1]!.cells).toEqual(second));

test('the line sep=; of Excel is no row', () => {
  for (const bom of ['', '\uFEFF'])
    expect(rows(Buffer.from(`${bom}sep=;\r\n${table}`)).map(({ number, cells }) => [number, cells[0]])).toEqual([
      [1, 'STT'],
      [2, '01'],
      [4, '02'],
    ]);
});

test('nothing becomes a number, a date or a formula', () => {
  const cells = ['0123', '01/02/2019', '=1+1', '1e5', ' x '];
  expect(rows(Buffer.from(`${cells.join(',')}\n`))[0]!.cells).toEqual(cells);
});

test('a stray quotation mark does not swallow the rows after it', () => {
  expect(rows(Buffer.from('a,b\n"mô hình,1\nhai,2\n')).map((row) => row.cells)).toEqual([
    ['a', 'b'],
    ['"mô hình', '1'],
    ['hai', '2'],
  ]);
  expect(rows(Buffer.from('a,b\nmô hình "khéo",1\n'))[1]!.cells).toEqual(['mô hình "khéo"', '1']);
});

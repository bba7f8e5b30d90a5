import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsIn } from '#messages/catalogues.ts';
import type { RegistrationFilter } from '#modules/initiatives/registration/schema-filter.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import { type Cast, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { send } from '../../../../../tests/support/initiatives.ts';
import { exportRegistrations } from './queries.ts';

const DANGEROUS = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\u2212x', '＝1', '<b>đậm</b>', '"trích", dẫn'];
let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
  for (const name of DANGEROUS) await send(cast, 'registrant', { name });
  await send(cast, 'other_registrant', { name: 'Của nơi khác', unitId: units.otherCommune });
});
afterAll(() => cast.close());

const words = { t: wordsIn('vi'), language: 'vi' as const };
async function exported(person: PersonName, format: 'xlsx' | 'csv', filter: RegistrationFilter = {}) {
  const { rows, bytes } = await exportRegistrations(cast.contextFor(person), filter, format, words);
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return { rows, file: Buffer.concat(pieces) };
}

test('.csv: as many lines as promised, in the order of the list, nothing that a spreadsheet would reckon', async () => {
  const { rows, file } = await exported('commune_officer', 'csv', { sort: 'entered' });
  const lines = file.toString('utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(rows).toBe(DANGEROUS.length);
  expect(lines).toHaveLength(1 + rows);
  const names = lines.slice(1).map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)[2]);
  expect(names).toEqual(["'=1+1", "'+cmd", "'-2+3", "'@SUM(A1)", "'\u2212x", "'＝1", '<b>đậm</b>', '"""trích"", dẫn"']);
});

test('.xlsx: the same list, every name the text that it is', async () => {
  const { rows, file } = await exported('provincial_officer', 'xlsx', { sort: 'entered' });
  const { sheets } = await readSheets(file, 'x.xlsx');
  const cells = JSON.stringify(sheets);
  expect(rows).toBe(DANGEROUS.length + 1);
  for (const name of DANGEROUS) expect(cells).toContain(JSON.stringify(name).slice(1, -1));
  expect(cells).toContain('9 dòng');
});

test('an export of another unit’s list is empty', async () => {
  expect((await exported('other_officer', 'csv', { unit: units.commune })).rows).toBe(0);
});

test('five statements, and one more for each batch', async () => {
  const before = cast.database.queries;
  await exported('commune_officer', 'csv');
  expect(cast.database.queries - before).toBe(6);
});

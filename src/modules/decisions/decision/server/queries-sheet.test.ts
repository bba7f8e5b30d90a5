import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsIn } from '#messages/catalogues.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, units } from '../../../../../tests/support/cast.ts';
import { leadTo, send } from '../../../../../tests/support/initiatives.ts';
import { recogniseBatch } from './actions.ts';
import { decisionPage } from './queries.ts';
import { annexSheet, fileName } from './queries-sheet.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

test('an annex leaves as a workbook: the decision above, a line for each model, texts as texts', async () => {
  const ctx = cast.contextFor('commune_officer');
  const { registrationIds } = await send(cast, 'registrant', { name: '=1+1 & <b>Góp vốn</b>' });
  const id = registrationIds[0] as number;
  await leadTo(cast, id, 'proposed');
  const place = { cycleId: cycles.current, level: 'commune' as const, unitId: units.commune };
  const head = { number: '14-QĐ/BCĐ', decidedOn: '05/03/2026', signer: 'Người ký' };
  const decided = await recogniseBatch(ctx, { ...place, ...head, picks: [{ id, version: 4 }] });

  const { name, bytes } = await read(ctx, async (db) => {
    const decision = await decisionPage(db, ctx, String(decided.id));
    return annexSheet(db, ctx, decision, wordsIn('vi'), 'vi');
  });
  expect(name).toBe('quyet-dinh-14-qd-bcd-2026-03-05.xlsx');
  const parts = unzipSync(Buffer.concat(await Array.fromAsync(bytes)));
  const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  const texts = [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => match[1]);
  expect(texts).toEqual([
    'DANH SÁCH MÔ HÌNH ĐƯỢC CÔNG NHẬN',
    'Kèm theo Quyết định số 14-QĐ/BCĐ, ngày 05 tháng 3 năm 2026 của Ban chỉ đạo xã Đông Một',
    ...['TT', 'Mã số', 'Tên mô hình', 'Người đăng ký', 'Đơn vị', 'Thuộc', 'Lĩnh vực', 'Đối tượng'],
    expect.stringMatching(/^TM-2026-\d{5}$/),
    '=1+1 &amp; &lt;b&gt;Góp vốn&lt;/b&gt;',
    ...['Chi hội Phụ nữ ấp Hòa Bình', 'Xã Đông Một', 'Huyện Đông', 'Kinh tế', 'Tập thể'],
  ]);
});

test.each([
  ['14-QĐ/BCĐ', 'quyet-dinh-14-qd-bcd-2020-02-24'],
  ['../../etc "x"', 'quyet-dinh-etc-x-2020-02-24'],
  ['//', 'quyet-dinh-2020-02-24'],
])('a file of %j is called %s', (number, name) => expect(fileName(number, '2020-02-24')).toBe(name));

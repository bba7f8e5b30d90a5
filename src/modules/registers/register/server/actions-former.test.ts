import { expect, test } from 'vitest';
import { cycles, openCast, units } from '../../../../../tests/support/cast.ts';
import { DECISION, importList } from '../../../../../tests/support/registers.ts';

const ROWS = `
1 | Góp vốn xoay vòng | Chi hội Phụ nữ | Xã Đông Một | KT | x | | Đạt
2 | Tuyến kênh không rác | Chi đoàn | Xã Đông Hai | VH-XH | x | | Không đạt (chưa có sản phẩm)
3 | Vườn mẫu | Danh Hưởng | Xã Tây Một | KT | | x |`;

test('a list of a finished year is taken in whole, also of a unit that has ended since', async () => {
  const own = await openCast();
  for (const fact of ['name', 'kind', 'code', 'parent'])
    await own.asOwner(`update unit_${fact} set valid = daterange(lower(valid), '2026-03-01') where unit_id = $1`, [
      units.province,
    ]);
  const { preview } = await importList(own, ROWS, { cycleId: cycles.last, unitId: units.province, decision: DECISION });
  expect(preview.counts).toMatchObject({ valid: 3, created: 3, recognised: 1 });
  await own.close();
});

test('a list of an ended district stands under its decision and is known again, wherever its communes hang today', async () => {
  const own = await openCast();
  for (const fact of ['name', 'kind', 'code', 'parent'])
    await own.asOwner(`update unit_${fact} set valid = daterange('2025-12-25', '2026-03-01') where unit_id = $1`, [
      units.district,
    ]);
  await own.asOwner(`update unit set path_today = ('1.' || id)::ltree where id = $1`, [units.commune]);
  const row = '1 | Góp vốn | Chi hội Phụ nữ | Xã Đông Một | KT | x | | Đạt';
  const again = () => importList(own, row, { unitId: units.district, decision: DECISION });
  const counts = [(await again()).preview.counts, (await again()).preview.counts];
  expect(counts).toMatchObject([
    { created: 1, recognised: 1, unchanged: 0 },
    { created: 0, recognised: 1, unchanged: 1 },
  ]);
  await own.close();
});

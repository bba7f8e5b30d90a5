import { expect, test } from 'vitest';
import { told } from '../../../../tests/fixtures/lines.ts';

test('a column of units that names a body: that one registers', () => {
  const { rows } = told(`STT | Tên mô hình | Đơn vị | Lĩnh vực
1 | A | Xã Phú Mỹ | KT
2 | A | Hội Nông dân xã Phú Mỹ | KT
3 | A | Đảng ủy xã Phú Lợi, huyện Giang Thành | KT`);
  expect(rows.map((row) => row.split(' | ').slice(2, 4).join(' '))).toEqual([
    'Xã Phú Mỹ 30799',
    'Hội Nông dân xã Phú Mỹ 30799',
    'Xã Phú Lợi 30797',
  ]);
});

test('an address that names the commune, where no other column does', () => {
  const { rows } = told(
    'TT | Tên mô hình | Địa chỉ (ấp, xã) | Chủ thể\n1 | A | Ấp Kinh Mới, xã Phú Mỹ | Hội\n2 | B | Ấp 1, xã Phú Lợi | Hội',
  );
  expect(rows.map((row) => row.split(' | ')[3])).toEqual(['30799', '30797']);
});

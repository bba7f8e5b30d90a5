import { expect, test } from 'vitest';
import { told } from '../../../../tests/fixtures/lines.ts';

test('models of a narrow list that has no numbers, called as a foot begins, are models', () => {
  const { rows, skipped } = told(`
ĐẢNG ỦY XÃ PHÚ MỸ
Tên mô hình | Chủ thể | Lĩnh vực
Kỹ năng sống cho thanh niên | Đoàn xã | VHXH
Lưu giữ nghề đan lát | Hội Phụ nữ | KT
Xác nhận cư trú tại nhà | Công an xã | HTCT
Ngày 8 tháng 3 năm nào cũng vui | Hội Phụ nữ | VHXH
Người lập nghiệp giỏi | Đoàn xã | KT
Lộ sáng | Ban Dân vận xã | HTCT
Vườn mẫu | Chủ tịch | KT
Hẻm sạch | Như trên | KT
Người lập biểu | TM. ĐẢNG ỦY
(ký, ghi rõ họ tên) | BÍ THƯ
Danh Út | Thị Mận`);
  expect(rows.map((row) => Number(row.split(' | ')[0]))).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  expect(skipped).toEqual(['11 foot', '12 foot', '13 foot']);
});

test.each([
  'Danh sách này gồm có 1 mô hình, trong đó 1 tập thể',
  'DUYỆT CỦA BÍ THƯ | | CÁN BỘ DÂN VẬN',
  'PHÊ DUYỆT | | LẬP BẢNG',
  'XÁC NHẬN CỦA ĐẢNG ỦY | | NGƯỜI LẬP BIỂU',
  'Thủ trưởng đơn vị | | Đã ký',
  'Nơi nhận: - Như trên; - Lưu VP',
  ' | | Phú Mỹ, ngày … tháng … năm 2019',
  'ĐẠI DIỆN XÃ | | TRƯỞNG BAN',
])('%j stands under a list', (foot) => {
  const list = `STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực\n1 | A | Hội | Xã Phú Mỹ | KT\n | ${foot}`;
  expect(told(list).skipped).toEqual(['3 foot']);
});

test('below a total the next commune begins its models anew', () => {
  const { rows, skipped } = told(`
Tên mô hình | Chủ thể
I. Xã Phú Mỹ
A | Hội Nông dân
Tổng cộng | 1
II. Xã Phú Lợi
B | Hội Phụ nữ`);
  expect(rows.map((row) => row.split(' | ').slice(0, 4).join(' '))).toEqual([
    '3 A Hội Nông dân 30799',
    '6 B Hội Phụ nữ 30797',
  ]);
  expect(skipped).toEqual(['2 section', '4 total', '5 section']);
});

test('where nothing but names and figures stands in a row, it is still a model', () => {
  const { rows, skipped } = told(`
STT | Tên mô hình | Tập thể | Cá nhân | Kinh tế | VH-XH
I | XÃ PHÚ MỸ | 7 | 0 | 2 | 5
1 | Bữa cơm tập thể | 1 | | 1 |
2 | TT học tập cộng đồng | 1 | | | 1
1.3 | Cộng đồng tự quản | 1 | | | 1
 | Tổng vệ sinh | 1 | | | 1
 | Cộng | 4 | 0 | 1 | 3
a) Cá nhân | | | 1
5 | Vườn mẫu | | | 1 |`);
  expect(skipped).toEqual(['2 section', '7 total', '8 section']);
  expect(rows.map((row) => row.split(' | ').slice(1, 6).join(' '))).toEqual([
    'Bữa cơm tập thể Xã Phú Mỹ 30799 KT collective',
    'TT học tập cộng đồng Xã Phú Mỹ 30799 VHXH collective',
    'Cộng đồng tự quản Xã Phú Mỹ 30799 VHXH collective',
    'Tổng vệ sinh Xã Phú Mỹ 30799 VHXH collective',
    'Vườn mẫu Xã Phú Mỹ 30799 KT individual',
  ]);
});

test('what is told of a list under it is no model and no heading', () => {
  const { rows, skipped } = told(`
STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Tập thể | Cá nhân | Kết quả
A | KINH TẾ (cộng A) | | | | 1 | 0 | 1
1 | A | Hội | Xã Phú Mỹ | | x | | Đạt
 | Đăng ký bổ sung
 | Số mô hình đạt | | | | | | 1
2 | B | Cá nhân ông Danh Út | Xã Phú Mỹ | | | x |
 | Tổng cộng: 2 mô hình | | 1 xã | | 1 | 1 | 1 đạt
 | Trong đó: tập thể 1, cá nhân 1
 | Tổng số mô hình được công nhận | | | | | | 1
 | Số mô hình không đạt | | | | | | 0
 | So với năm 2018 | tăng 1`);
  expect(rows).toEqual([
    '3 | A | Hội | 30799 | KT | collective | recognised',
    '6 | B | Cá nhân ông Danh Út | 30799 | KT | individual | -',
  ]);
  expect(skipped.map((line) => line.split(' ')[1])).toEqual([
    'section',
    'foot',
    'total',
    'total',
    'foot',
    'total',
    'total',
    'foot',
  ]);
});

test("'E-learning' is numbered by nothing, nor is what follows a small letter a heading by that", () => {
  const { rows } = told('STT | Tên mô hình | Chủ thể | Xã\n1 | E-learning\n2 | a) Vận động hiến đất');
  expect(rows.map((row) => row.split(' | ')[1])).toEqual(['E-learning', 'a) Vận động hiến đất']);
});

import { describe, expect, test } from 'vitest';
import { told } from '../../../../tests/fixtures/lines.ts';

describe('headings inside the list', () => {
  test('carry the district and the commune for the rows below', () => {
    const { rows, skipped } = told(`
TT | Tên mô hình | Đơn vị đăng ký | Lĩnh vực | Loại hình | Công nhận
I | Huyện Giang Thành | | | | 2
1 | Xã Vĩnh Phú
1 | Tuyến kênh không rác | Hội Nông dân | KT | Tập thể | x
2 | Ngày thứ bảy vì dân | Danh Hưởng | KT | Cá nhân |
Đơn vị: Xã Phú Lợi (1 mô hình)
1 | Tổ tự quản | Công an | QPAN | TT | x
 | Cộng huyện Giang Thành | | | | 2
II | HUYỆN GIỒNG RIỀNG:
 | Xã Vĩnh Phú (1 mô hình)
1 | Tuyến kênh không rác | Hội Nông dân | KT | Tập thể |
III | Khối cơ quan
1 | Cải cách thủ tục | Văn phòng | HTCT | Tập thể | x`);
    expect(rows).toEqual([
      '4 | Tuyến kênh không rác | Hội Nông dân | 30791 | KT | collective | recognised',
      '5 | Ngày thứ bảy vì dân | Danh Hưởng | 30791 | KT | individual | -',
      '7 | Tổ tự quản | Công an | 30797 | QPAN | collective | recognised',
      '11 | Tuyến kênh không rác | Hội Nông dân | 30947 | KT | collective | -',
      '13 | Cải cách thủ tục | Văn phòng | - | HTCT | collective | recognised | unit.missing@null',
    ]);
    expect(skipped).toEqual([
      '2 section',
      '3 section',
      '6 section',
      '8 total',
      '9 section',
      '10 section',
      '12 section',
    ]);
  });

  test('carry the field and the subject', () => {
    const { rows } = told(`
STT | Tên mô hình | Chủ thể | Xã
A. TẬP THỂ
I. Lĩnh vực kinh tế
1 | Tuyến kênh không rác | Hội Nông dân | Xã Phú Mỹ
II. Lĩnh vực Văn hóa - xã hội
2 | Ngày thứ bảy vì dân | Chi bộ 1 | Xã Phú Mỹ
B. CÁ NHÂN
3 | Hiến đất | Danh Hưởng | Xã Phú Mỹ`);
    expect(rows).toEqual([
      '4 | Tuyến kênh không rác | Hội Nông dân | 30799 | KT | collective | -',
      '6 | Ngày thứ bảy vì dân | Chi bộ 1 | 30799 | VHXH | collective | -',
      '8 | Hiến đất | Danh Hưởng | 30799 | VHXH | individual | -',
    ]);
  });

  test('settle which of two communes of one name is meant', () => {
    const { rows } = told(`
STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Loại
Huyện Giồng Riềng
1 | A | Hội Nông dân | Vĩnh Phú | KT | TT
Huyện Giang Thành
1 | A | Hội Nông dân | Vĩnh Phú | KT | TT
2 | B | Hội Nông dân | Thạnh Lộc | KT | TT`);
    expect(rows).toEqual([
      '3 | A | Hội Nông dân | 30947 | KT | collective | -',
      '5 | A | Hội Nông dân | 30791 | KT | collective | -',
      '6 | B | Hội Nông dân | - | KT | collective | - | unit.wrong_parent@3',
    ]);
  });

  test('may give a unit’s bare name, and how many models it has', () => {
    const { rows, skipped } = told(`
HUYỆN GIANG THÀNH
STT | Tên mô hình | Chủ thể | Lĩnh vực | Loại
I | Vĩnh Điều
1 | A | Hội | KT | TT
II. PHÚ MỸ (tổng số: 2)
1 | B | Hội | KT | TT
Vĩnh Phú
1 | C | Hội | KT | TT
Xã Phú Lợi - 01 mô hình
1 | D | Hội | KT | TT`);
    expect(rows.map((row) => row.split(' | ')[3])).toEqual(['30793', '30799', '30791', '30797']);
    expect(skipped).toEqual(['3 section', '5 section', '7 section', '9 section']);
  });

  test('may name the district behind the commune, and group by small letters', () => {
    const { rows, skipped } = told(`
STT | Tên mô hình | Chủ thể | Lĩnh vực | Loại
I | Phường Vĩnh Thanh Vân, Thành phố Rạch Giá
 | a) Mô hình được công nhận
1 | A | Hội | KT | TT
 | b) Mô hình đang thực hiện
2 | B | Hội | KT | TT`);
    expect(rows.map((row) => row.split(' | ').slice(3, 7).join(' '))).toEqual([
      '30730 KT collective recognised',
      '30730 KT collective -',
    ]);
    expect(skipped).toEqual(['2 section', '3 section', '5 section']);
  });

  test('the tenth is numbered X and is no tick', () => {
    const { skipped } = told('TT | Tên mô hình | Chủ thể | Xã\nX | Huyện An Biên\n1 | A | Hội | Xã Tây Yên');
    expect(skipped).toEqual(['2 section']);
  });

  test('a model without much else is not taken for one', () => {
    const { rows, skipped } = told(`
STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Loại
1 | Vận động hiến đất
 | Đường quê sáng đèn | | | |`);
    expect(skipped).toEqual([]);
    expect(rows.map((row) => row.split(' | ').slice(0, 2).join(' '))).toEqual([
      '2 Vận động hiến đất',
      '3 Đường quê sáng đèn',
    ]);
  });
});

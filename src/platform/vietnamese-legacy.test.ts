import { expect, test } from 'vitest';
import { repairText } from './vietnamese-legacy.ts';

test.each([
  ['TCVN3', 'B¸o c¸o s¬ kÕt 3 n¨m thùc hiÖn phong trµo thi ®ua', 'Báo cáo sơ kết 3 năm thực hiện phong trào thi đua'],
  ['a short TCVN3 word', 'Kinh tÕ', 'Kinh tế'],
  ['TCVN3 with its invisible ư', 'Uû ban nh©n d©n ph\u00ADêng', 'Uỷ ban nhân dân phường'],
  ['VNI', 'Xaõ Vónh Phuù, huyeän Giang Thaønh', 'Xã Vĩnh Phú, huyện Giang Thành'],
  ['VNI in capitals', 'ÑAÛNG BOÄ', 'ĐẢNG BỘ'],
  ['UTF-8 read as Western', 'Váº­n Ä‘á»™ng gÃ³p vá»‘n', 'Vận động góp vốn'],
  ['NFD', 'Vĩnh Hoà'.normalize('NFD'), 'Vĩnh Hoà'],
  ['the look-alike of Đ', '\u00D0ảng bộ', 'Đảng bộ'],
  ['a zero-width space', 'Xã\u200B Vĩnh Phú', 'Xã Vĩnh Phú'],
])('%s is put right and told', (_what, text, right) =>
  expect(repairText(text)).toEqual({ text: right, repaired: true }),
);

test.each([
  'Vận động góp vốn xoay vòng mua bảo hiểm y tế “khu phố 1” (mở rộng)',
  'Xã Bình An',
  'Tổ hợp tác sản xuất lúa – tôm 1.000 m² ở 30 °C',
  'Chamaléa Thi Mai',
  'Café © Müller',
  'x',
  '<b>Khéo</b> & =1+1',
  'Trạm Y tế xã Mỹ Đức; ĐOÀN TNCS HỒ CHÍ MINH',
  'Khoẻ, Thuỷ, Quý, giữa, nguyễn, ngoằn ngoèo, quyển, khuya, xoá',
])('%s stays as it is', (text) => expect(repairText(text)).toEqual({ text, repaired: false }));

test('spaces alone are no repair', () =>
  expect(repairText('  Xã  Bình An ')).toEqual({ text: 'Xã Bình An', repaired: false }));

import { expect, test } from 'vitest';
import { lettersOfFont, repairText } from './vietnamese-legacy.ts';

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
  expect(repairText(text)).toMatchObject({ text: right, repaired: true }),
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

test.each([
  ['windows-1258 read as Western', 'ViÞnh Phuì, xaÞ Ðông Hýng', 'Vĩnh Phú, xã Đông Hưng'],
  ['a short word that no Vietnamese syllable can be', 'Héi', 'Hội'],
  ['a stopped syllable of a wrong tone', 'tèt', 'tốt'],
  [
    'a long text with a foreign word',
    `${'VËn ®éng nh©n d©n '.repeat(4)} Müllër`,
    `${'Vận động nhân dân '.repeat(4)} Mỹllởr`,
  ],
])('%s is put right', (_what, text, right) =>
  expect(repairText(text)).toMatchObject({ text: right.replace(/\s+/g, ' '), repaired: true }),
);

test('what could be either is settled by what stands beside it, or by its font', () => {
  expect(repairText('xãm')).toEqual({ text: 'xãm', repaired: false });
  expect(repairText('xãm', undefined, 'tcvn3').text).toBe('xóm');
  expect(repairText('xãm', [['tcvn3', 3]])).toEqual({ text: 'xóm', repaired: true, letters: 'tcvn3' });
  expect(
    repairText('xãm Hòa', [
      ['tcvn3', 4],
      ['', 3],
    ]).text,
  ).toBe('xóm Hòa');
  expect(repairText('Xã Vĩnh Phú', [['tcvn3', 11]])).toEqual({ text: 'Xã Vĩnh Phú', repaired: false });
  expect(repairText('kinh tÕ', [['tcvn3_capitals', 7]]).text).toBe('KINH TẾ');
});

test.each([
  ['.VnTime', 'tcvn3'],
  ['.VnArial NarrowH', 'tcvn3_capitals'],
  ['VNI-Times', 'vni'],
  ['Times New Roman', ''],
  ['Vnurban', ''],
])('the font %s shows %j', (font, letters) => expect(lettersOfFont(font)).toBe(letters));

import { expect, test } from 'vitest';
import { redact, STRUCK } from './rules-blind.ts';

const NAMES = [
  'Chi hội Phụ nữ ấp Hòa Bình',
  'Nguyễn Văn Mẫu',
  'Hòa Bình',
  'Xã Vĩnh Phú',
  'Chi bộ khu phố 3',
  'Hội xã hội học tập',
];

test.each([
  ['Chi hội Phụ nữ ấp Hòa Bình vận động', `${STRUCK} vận động`],
  ['do CHI HỘI PHỤ NỮ ẤP HOÀ BÌNH làm', `do ${STRUCK} làm`],
  ['chi hoi phu nu  ap\nhoa binh.', `${STRUCK}.`],
  ['“Nguyễn Văn Mẫu”, ấp Hòa Bình', `“${STRUCK}”, ${STRUCK}`],
  ['Trường Tiểu học Vĩnh Phú 2 ở Xã Vĩnh Phú', `Trường Tiểu học ${STRUCK} 2 ở ${STRUCK}`],
  ['xây dựng xã hội học tập ở khu phố 3', `xây dựng xã hội học tập ở ${STRUCK}`],
  ['ông Nguye\u0302\u0303n Va\u0306n Ma\u0302\u0303u'.normalize('NFD'), `ông ${STRUCK}`],
  ['xã Hòa Bình Thạnh', `xã ${STRUCK} Thạnh`],
  ['không có tên nào', 'không có tên nào'],
  ['', ''],
])('%j', (text, struck) => {
  expect(redact(text, NAMES)).toBe(struck);
});

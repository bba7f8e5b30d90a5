import { expect, test } from 'vitest';
import { guessSector, registrantKey } from './rules.ts';

test.each([
  ['Chi hội Phụ nữ ấp Hòa Bình', 'PN'],
  ['Hội LHPN xã Vĩnh Phú', 'PN'],
  ['Đoàn Thanh niên Công an huyện', 'TN'],
  ['Xã đoàn Thạnh Đông B', 'TN'],
  ['Đoàn trường THPT Hòn Đất', 'TN'],
  ['Chi hội Nông dân ấp 3', 'ND'],
  ['Hội CCB phường Vĩnh Lạc', 'CCB'],
  ['Công đoàn Trường Tiểu học 2', 'CD'],
  ['Liên đoàn Lao động thành phố', 'CD'],
  ['Trường Mẫu giáo Hoa Hồng', 'GD'],
  ['TRƯỜNG THCS BÌNH AN', 'GD'],
  ['Công an xã Mỹ Đức', 'LLVT'],
  ['Đồn Biên phòng Nam Du', 'LLVT'],
  ['Ban Công tác Mặt trận khu phố 5', 'MTTQ'],
  ['UBMTTQ xã Thuận Yên', 'MTTQ'],
  ['Chi bộ Trường Tiểu học 2', 'DANG'],
  ['Khối Dân vận xã Bình Trị', 'DANG'],
  ['UBND xã Hòa Điền', 'CQ'],
  ['Phòng Nội vụ huyện', 'CQ'],
  ['Trạm Y tế xã Lình Huỳnh', 'CQ'],
  ['Hợp tác xã Nông nghiệp Tân Hưng', 'DN'],
  ['Công ty Cấp thoát nước', 'DN'],
  ['Công đoàn Công ty Cấp thoát nước', 'CD'],
  ['Tổ hợp tác nuôi tôm số 3', undefined],
  ['Đội Quản lý thị trường số 1', undefined],
  ['Tổ tự quản an ninh ấp 2', undefined],
])('%s belongs to %j', (name, sector) => {
  expect(guessSector(name, 'collective')).toBe(sector);
});

test('a person’s name points to no sector', () => {
  expect(guessSector('Trương Thị Chi Bộ', 'individual')).toBeUndefined();
});

test('marks, capitals and punctuation do not make another registrant; unit and subject do', () => {
  const one = { unitId: 3, name: 'Chi bộ ấp Hòa Bình', subject: 'collective' as const };
  expect(registrantKey({ ...one, name: 'CHI BỘ  ẤP HOÀ BÌNH.' })).toBe(registrantKey(one));
  expect(registrantKey({ ...one, unitId: 4 })).not.toBe(registrantKey(one));
  expect(registrantKey({ ...one, subject: 'individual' })).not.toBe(registrantKey(one));
});

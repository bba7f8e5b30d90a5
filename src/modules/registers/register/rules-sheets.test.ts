import { expect, test } from 'vitest';
import { drawn } from '../../../../tests/fixtures/lines.ts';
import { findRegister } from './rules-sheets.ts';

const list = 'STT | Tên mô hình | Xã\n1 | A | Xã Phú Mỹ\n2 | B | Xã Phú Mỹ';

test('the register is found behind a summary, and a second one is told', () => {
  const found = findRegister([
    { name: 'Tổng hợp', rows: drawn('STT | Đơn vị | Số mô hình\n1 | Xã Phú Mỹ | 51') },
    { name: 'Cũ', rows: drawn('STT | Tên mô hình | Xã\n1 | A | Xã Phú Mỹ') },
    { name: 'Danh sách', rows: drawn(list) },
    { name: 'Mẫu', rows: drawn('STT | Tên mô hình | Xã') },
  ]);
  expect([found?.sheet.name, found?.others, found?.heading.row, found?.mapping]).toEqual([
    'Danh sách',
    ['Cũ'],
    1,
    { 0: 'number', 1: 'name', 2: 'commune' },
  ]);
});

test('a file of letters holds none', () => {
  expect(findRegister([{ name: '', rows: drawn('Kính gửi: Ban Chỉ đạo\nXã báo cáo như sau') }])).toBeNull();
});

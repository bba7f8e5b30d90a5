import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

test.each([
  ['/?utm=1', '/'],
  ['/mo-hinh?q=+r%C3%A1c+&x=1&nam=2019', '/mo-hinh?q=r%C3%A1c&nam=2019'],
  ['/mo-hinh?q=', '/mo-hinh'],
  ['/mo-hinh/KG-2019-00001?q=1', '/mo-hinh/KG-2019-00001'],
  ['/tin-tuc?trang=1', '/tin-tuc'],
  ['/tin-tuc?trang=2&trang=3', '/tin-tuc?trang=2'],
  ['/tin-tuc?trang=-2', '/tin-tuc'],
  ['/so-lieu?trang=2', '/so-lieu'],
])('%s is %s', (asked, address) => {
  expect(addressOf(new URL(asked, 'http://x'))).toBe(address);
});

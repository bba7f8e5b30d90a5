import { expect, test } from 'vitest';
import { deviceOf, expiryOf, isConfirmed, isStale, nextAfterSignIn } from './rules.ts';

const at = (time: string) => new Date(`2020-02-24T${time}+07:00`);
const NOON = at('12:00:00');

test.each([
  ['/office', '/office'],
  ['/office/initiatives?q=%C4%91i%E1%BB%87n&after=7#row', '/office/initiatives?q=%C4%91i%E1%BB%87n&after=7#row'],
  ['/office/./../tai-khoan', '/tai-khoan'],
  [null, '/office'],
  ['', '/office'],
  ['office', '/office'],
  ['https://other.example/', '/office'],
  ['//other.example/office', '/office'],
  ['/\\other.example', '/office'],
  ['/\t/other.example', '/office'],
  ['/\n/other.example', '/office'],
  ['/.//other.example', '/office'],
  ['/x/..//other.example', '/office'],
  ['/%2e//other.example', '/office'],
  ['javascript:alert(1)', '/office'],
  [' //other.example', '/office'],
  ['http:other.example', '/office'],
  ['/office\r\nset-cookie: a=b', '/officeset-cookie:%20a=b'],
])('after sign-in %j leads to %j', (asked, next) => {
  expect(nextAfterSignIn(asked)).toBe(next);
});

test('a session ends 12 hours after the last sight, at the latest 7 days after it began', () => {
  expect(expiryOf(NOON, NOON)).toEqual(new Date(NOON.getTime() + 12 * 3_600_000));
  const sixDaysOn = new Date(NOON.getTime() + 6.9 * 86_400_000);
  expect(expiryOf(NOON, sixDaysOn)).toEqual(new Date(NOON.getTime() + 7 * 86_400_000));
});

test('a sight is written down again after five minutes', () => {
  expect(isStale(NOON, at('12:04:59'))).toBe(false);
  expect(isStale(NOON, at('12:05:00'))).toBe(true);
});

test('a proof of who is there is good for a quarter of an hour', () => {
  expect(isConfirmed(NOON, at('12:14:59'))).toBe(true);
  expect(isConfirmed(NOON, at('12:15:00'))).toBe(false);
  expect(isConfirmed(null, NOON)).toBe(false);
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36',
    'Chrome · Windows',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0', 'Edge · Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1 Version/17.5 Mobile/15E148 Safari/604.1',
    'Safari · iOS',
  ],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36', 'Chrome · Android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox · Linux'],
  ['curl/8.5', ''],
])('%s is %j', (userAgent, words) => {
  expect(deviceOf(userAgent)).toBe(words);
});

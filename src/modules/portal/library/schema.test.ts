import { expect, test } from 'vitest';
import { addressOfFilter, libraryFilterOf } from './schema.ts';

const filterOf = (address: string) => libraryFilterOf(new URLSearchParams(address));

test('what an address may say is read, anything else is dropped', () => {
  expect(filterOf('q=+rac+thai+&linh_vuc=2&don_vi=7&nam=2019&sau=12&la=1')).toEqual({
    q: 'rac thai',
    linh_vuc: 2,
    don_vi: 7,
    nam: 2019,
    sau: 12,
  });
  expect(filterOf('q=&linh_vuc=x&don_vi=-1&nam=1.5&sau=99999999999&truoc=')).toEqual({});
});

test('what is too long is cut, and never into half a sign', () => {
  expect(filterOf(`q=${encodeURIComponent('😀'.repeat(300))}`).q).toBe('😀'.repeat(100));
  expect(filterOf(`q=${encodeURIComponent(`a${'😀'.repeat(300)}`)}`).q?.isWellFormed()).toBe(true);
});

test('the same filter has one address', () => {
  const addresses = ['nam=2019&q=r%C3%A1c', 'la=1&q=+r%C3%A1c+&nam=2019&don_vi=x', 'q=r%C3%A1c&q=hai&nam=2019'];
  expect(new Set(addresses.map((each) => addressOfFilter(filterOf(each)).toString()))).toEqual(
    new Set(['q=r%C3%A1c&nam=2019']),
  );
});

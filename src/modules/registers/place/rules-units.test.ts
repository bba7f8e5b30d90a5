import { describe, expect, test } from 'vitest';
import { kienGiang } from '../../../../tests/fixtures/kien-giang.ts';
import { placeInside, readPlace, splitPlaces, tonedKey } from './rules.ts';
import { type UnitContext, type UnitWords, unitMatcher } from './rules-units.ts';

const units = kienGiang();
const codeOf = new Map(units.map((unit) => [unit.id, unit.code]));

function find(words: UnitWords, context: UnitContext = { level: 'commune' }) {
  const match = unitMatcher(units, context)(words);
  return 'error' in match ? match.error : codeOf.get(match.unitId);
}
const idOf = (code: string) => units.find((unit) => unit.code === code)!.id;

test('the fixture is the province of 2019', () => {
  expect(
    ['province', 'district', 'commune'].map((level) => units.filter((unit) => unit.level === level).length),
  ).toEqual([1, 15, 144]);
});

test('every commune is found by code, by its full names, and by what short forms say', () => {
  const match = unitMatcher(units, { level: 'commune' });
  for (const unit of units.filter((one) => one.level === 'commune')) {
    const district = units.find((one) => one.id === unit.parentId)!;
    const short = unit.name
      .replace(/^Thị trấn/i, 'TT.')
      .replace(/^Phường /, 'P.')
      .replace(/^Xã\s+/, 'X. ');
    const ways: UnitWords[] = [
      { code: unit.code! },
      { commune: unit.name, district: district.name },
      { unit: `${unit.name}, ${district.name}` },
      { unit: `${short} - ${district.name.replace('Huyện', 'H.').replace('Thành phố', 'TP')}` },
      { unit: `${unit.code} - ${unit.name}` },
      { commune: unit.name.normalize('NFD').toUpperCase(), district: district.name },
    ];
    expect(ways.map((way) => match(way))).toEqual(ways.map(() => ({ unitId: unit.id, kindDiffers: false })));
  }
});

test('names beside a code say the same unit or one around it', () => {
  expect(find({ code: '30791', district: 'Huyện Giang Thành' })).toBe('30791');
  expect(find({ code: '30791', district: '914' })).toBe('30791');
  expect(find({ code: '914', commune: 'Vĩnh Phú' })).toBe('30791');
  expect(find({ code: '30791', district: 'Huyện Giồng Riềng' })).toBe('unit.code_differs');
  expect(find({ code: '30793', commune: 'Vĩnh Phú', district: 'Giang Thành' })).toBe('unit.code_differs');
  expect(find({ commune: 'Vĩnh Phú', district: '906' })).toBe('30947');
  expect(find({ commune: 'Vĩnh Điều', district: '999' })).toBe('unit.district_unknown');
});

describe('one unit, written in many ways', () => {
  test.each<[UnitWords, string]>([
    [{ commune: 'Vĩnh Thanh Vân' }, '30730'],
    [{ commune: 'KP 3, P. Vĩnh Thanh', district: 'TP. Rạch Giá' }, '30733'],
    [{ commune: 'xã đảo Tiên Hải', district: 'Hà Tiên' }, '30781'],
    [{ commune: 'Cửa Dương', district: 'Huyện đảo Phú Quốc' }, '31090'],
    [{ commune: 'p. vinh thanh van' }, '30730'],
    [{ unit: 'P.Vĩnh Thanh, TP Rạch Giá' }, '30733'],
    [{ unit: 'xã Vĩnh Phú - H. Giang Thành' }, '30791'],
    [{ unit: 'xã Vĩnh Phú (huyện Giồng Riềng)' }, '30947'],
    [{ unit: 'Xã Vĩnh Phú huyện Giang Thành tỉnh Kiên Giang' }, '30791'],
    [{ unit: 'Huyện Giang Thành, xã Vĩnh Phú' }, '30791'],
    [{ unit: 'Vĩnh Phú, Giang Thành' }, '30791'],
    [{ commune: 'Vĩnh Phú', district: 'Giồng Riềng' }, '30947'],
    [{ unit: 'UBND xã Vĩnh Hòa Hiệp' }, '30892'],
    [{ unit: 'Đảng ủy TT. Minh Lương' }, '30880'],
    [{ commune: 'TT Thứ 11', district: 'H. An Minh' }, '31018'],
    [{ commune: 'Thị trấn Thứ 3' }, '30985'],
    [{ commune: 'Xã Vĩnh Hoà', district: 'U Minh Thượng' }, '31054'],
    [{ commune: 'Kiên Lương' }, '30787'],
    [{ commune: 'TT. Vĩnh Thuận', district: 'Vĩnh Thuận' }, '31051'],
    [{ commune: 'Xã Vĩnh Thuận', district: 'Vĩnh Thuận' }, '31069'],
    [{ unit: 'TT. Kiên Lương' }, '30787'],
    [{ unit: 'Tt  KIEN  LUONG' }, '30787'],
    [{ unit: 'TTKiên Lương, H.Kiên Lương' }, '30787'],
    [{ unit: 'F. Vĩnh Thanh - TP.Rạch Giá' }, '30733'],
    [{ unit: 'Ph.Vĩnh Thanh/Rạch Giá' }, '30733'],
    [{ unit: 'xã Vĩnh Phú-Giang Thành' }, '30791'],
    [{ unit: 'Vĩnh Phú (xã), Giồng Riềng (huyện)' }, '30947'],
    [{ unit: 'XVĩnh Phú, HGiang Thành' }, '30791'],
    [{ unit: 'Phường Bình San, TX Hà Tiên' }, '30772'],
    [{ unit: 'Xã Mĩ Lâm, Hòn Đất' }, '30844'],
    [{ unit: '30730' }, '30730'],
    [{ unit: 'Xã Phú Mỹ (30799)' }, '30799'],
    [{ commune: 'Phú Mỹ - 30799' }, '30799'],
    [{ commune: '30730', unit: '', district: '' }, '30730'],
    [{ code: '30730', commune: 'Phường Vĩnh Thanh Vân' }, '30730'],
  ])('%j', (words, code) => expect(find(words)).toBe(code));

  test('a kind of another year is taken and told', () => {
    const match = unitMatcher(units, { level: 'commune' })({
      commune: 'Thị trấn Dương Đông',
      district: 'Huyện Phú Quốc',
    });
    expect(match).toEqual({ unitId: idOf('31078'), kindDiffers: true });
  });
});

describe('what cannot be told is refused', () => {
  test.each<[UnitWords, string]>([
    [{}, 'unit.missing'],
    [{ commune: '', unit: ' ' }, 'unit.missing'],
    [{ commune: 'Xã Không Có' }, 'unit.unknown'],
    [{ commune: 'Xã Vĩnh Phú' }, 'unit.ambiguous'],
    [{ commune: 'Vĩnh Thuận', district: 'Huyện Vĩnh Thuận' }, 'unit.ambiguous'],
    [{ commune: 'Xã Bình An', district: 'Huyện Giồng Riềng' }, 'unit.wrong_parent'],
    [{ commune: 'Xã Vĩnh Hòa Hiệp', district: 'Huyện Lạ' }, 'unit.district_unknown'],
    [{ district: 'Huyện An Biên' }, 'unit.wrong_level'],
    [{ code: '99999' }, 'unit.code_unknown'],
    [{ code: '30730', commune: 'Phường Vĩnh Thanh' }, 'unit.code_differs'],
    [{ commune: 'Xã Phú Mỹ (30797)' }, 'unit.code_differs'],
    [{ unit: 'Xã Bình An, tỉnh An Giang' }, 'unit.unknown'],
  ])('%j: %s', (words, error) => expect(find(words)).toBe(error));

  test('a unit in the wrong district is told its right one', () => {
    const match = unitMatcher(units)({ commune: 'Xã Phú Mỹ', district: 'Huyện An Biên' });
    expect(match).toMatchObject({ params: { unit: 'Xã Phú Mỹ', parent: 'Huyện An Biên', right: 'Huyện Giang Thành' } });
  });

  test('a slip of the pen gets a suggestion', () => {
    expect(unitMatcher(units)({ commune: 'Xã Vĩnh Hòa Hiêpp' })).toMatchObject({
      params: { near: 'Xã Vĩnh Hòa Hiệp, Huyện Châu Thành' },
    });
  });
});

describe('the register’s office and level', () => {
  test('the office settles which of two is meant, and what lies outside is refused', () => {
    expect(find({ commune: 'Xã Vĩnh Phú' }, { level: 'commune', officeId: idOf('914') })).toBe('30791');
    expect(find({ commune: 'Xã Vĩnh Phú' }, { level: 'commune', officeId: idOf('91') })).toBe('unit.ambiguous');
    expect(find({ commune: 'Phường Vĩnh Thanh' }, { level: 'commune', officeId: idOf('914') })).toBe('unit.outside');
  });
  test('at a higher level districts and the province register too', () => {
    expect(find({ unit: 'Huyện ủy An Biên' }, { level: 'district' })).toBe('908');
    expect(find({ unit: 'Kiên Lương' }, { level: 'district' })).toBe('902');
    expect(find({ commune: 'TT Kiên Lương', district: 'Kiên Lương' }, { level: 'district' })).toBe('30787');
    expect(find({ unit: 'Tỉnh Kiên Giang' }, { level: 'district' })).toBe('unit.wrong_level');
    expect(find({ unit: 'Tỉnh Kiên Giang' }, { level: 'province' })).toBe('91');
  });
  test('without a district level a column of districts says nothing', () => {
    const today = units
      .filter((unit) => unit.level !== 'district')
      .map((unit) => ({ ...unit, parentId: unit.parentId === null ? null : idOf('91') }));
    const match = unitMatcher(today, { level: 'commune' })({ commune: 'Xã Phú Mỹ', district: 'Huyện Giang Thành' });
    expect(match).toEqual({ unitId: idOf('30799'), kindDiffers: false });
  });
});

test('reading places', () => {
  expect(readPlace('Phường 02').bare).toBe(readPlace('P2').bare);
  expect(readPlace('Tp. Hà Tiên')).toMatchObject({ kind: 'thanh pho', bare: 'ha tien' });
  expect(splitPlaces('thị xã Hà Tiên thị trấn Sóc Sơn')).toEqual(['thị xã Hà Tiên', 'thị trấn Sóc Sơn']);
  expect(placeInside('Bảo hiểm xã hội huyện An Biên')).toBe('huyện An Biên');
  expect(placeInside('Hội Nông dân xã Vĩnh Phú, huyện Giang Thành')).toBe('xã Vĩnh Phú, huyện Giang Thành');
  expect(placeInside('Nguyễn Văn Đủ')).toBe('');
  expect(placeInside('Huyện đoàn')).toBe('');
  expect(placeInside('Hội Phụ nữ xã Đoàn Kết')).toBe('xã Đoàn Kết');
  expect(tonedKey('Hoà An')).toBe(tonedKey('hòa an'));
  expect(tonedKey('Tân An')).not.toBe(tonedKey('Tân Ân'));
});

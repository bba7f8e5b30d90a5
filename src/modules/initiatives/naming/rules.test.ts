import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Advice, adviceOn } from './rules.ts';
import { suggestionsFor } from './rules-suggest.ts';

// One name a line; a name that may be better has its code before it.
const LINES = readFileSync(new URL('../../../../tests/fixtures/names-of-models.tsv', import.meta.url), 'utf8').trim();
const NAMES = LINES.split('\n').map((line) => line.split('\t') as [Advice | 'good', string]);

test.each(NAMES.filter(([code]) => code === 'good').map(([, name]) => name))('nothing is said of “%s”', (name) => {
  expect(adviceOn(name)).toEqual([]);
});

test.each(NAMES.filter(([code]) => code !== 'good'))('%s: “%s”', (code, name) => {
  expect(adviceOn(name)).toContain(code);
});

describe('suggestions', () => {
  const suggested = (name: string, around = {}) => suggestionsFor(name, adviceOn(name), around);

  test('a good name gets none', () => {
    expect(suggested('Camera an ninh ấp Bình Minh')).toEqual([]);
  });

  test.each([
    ['VẬN ĐỘNG NHÂN DÂN HIẾN ĐẤT LÀM ĐƯỜNG ẤP HÒA LỢI', 'Vận động nhân dân hiến đất làm đường ấp Hòa Lợi'],
    ['CLB PN', 'Câu lạc bộ phụ nữ'],
    ['Thu gom rác thải nhựa', 'Thu gom rác thải nhựa ấp …'],
    ['VËn ®éng phô n÷ trång hoa', 'Vận động phụ nữ trồng hoa'],
  ])('“%s” is mended: “%s”', (name, better) => {
    expect(suggested(name)[0]).toBe(better);
  });

  test('what a hollow name does not say is taken from the content, with the place', () => {
    const around = { content: 'Góp tiền lắp camera tại các ngã ba; giao công an xã theo dõi.', place: 'ấp Bình Minh' };
    expect(suggested('Mô hình dân vận khéo', around)[0]).toBe('Góp tiền lắp camera tại các ngã ba ấp Bình Minh');
  });

  test('and from well-named models of the library that are about the same', () => {
    const library = ['Mô hình hay', 'Camera an ninh ấp Tà Săng', 'Hũ gạo tình thương ấp 3'];
    expect(suggested('Mô hình dân vận khéo lắp camera', { library })).toContain('Camera an ninh ấp …');
  });

  test('none of them is itself hollow', () => {
    for (const [, name] of NAMES)
      for (const better of suggested(name)) expect(adviceOn(better.replace('ấp …', 'ấp 1'))).not.toContain('generic');
  });
});

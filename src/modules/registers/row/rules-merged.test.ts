import { expect, test } from 'vitest';
import { told } from '../../../../tests/fixtures/lines.ts';

const down = (column: number, top: number, bottom: number) => ({ top, left: column, bottom, right: column });

test('a name merged over rows of more words is one model, over rows of others it is theirs', () => {
  const list = `
STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Nội dung | Loại
1 | A | Hội | Xã Phú Mỹ | KT | - Vận động | TT
 | | | | | - Hiến đất |
2 | B | Hội | Xã Phú Mỹ | KT | Góp vốn | TT
 | | Đoàn | | KT | | TT`;
  const columns = [0, 1, 2, 3, 4, 6].map((column) => down(column, 2, 3));
  const { rows, read } = told(list, { merges: [...columns, down(1, 4, 5), down(3, 4, 5)] });
  expect(rows).toEqual([
    '2 | A | Hội | 30799 | KT | collective | -',
    '4 | B | Hội | 30799 | KT | collective | -',
    '5 | B | Đoàn | 30799 | KT | collective | -',
  ]);
  expect(read.rows[0]!.parts.content).toBe('- Vận động\n- Hiến đất');
});

test('the number of a decision merged over models is that of each', () => {
  const list = `
STT | Tên mô hình | Chủ thể | Xã | Lĩnh vực | Loại | Quyết định công nhận
1 | A | Hội | Xã Phú Mỹ | KT | TT | 12-QĐ/ĐU
2 | B | Hội | Xã Phú Mỹ | KT | TT |
3 | C | Hội | Xã Phú Mỹ | KT | TT |`;
  const verdicts = told(list, { merges: [down(6, 2, 3)] }).rows.map((row) => row.split(' | ')[6]);
  expect(verdicts).toEqual(['recognised', 'recognised', '-']);
});

test('a district merged over its communes does not make models of their sums', () => {
  const { rows, skipped } = told(
    `
STT | Huyện | Xã | Tên mô hình | Chủ thể | Lĩnh vực | Loại
1 | Giang Thành | Phú Mỹ | A | Hội | KT | TT
 | | Cộng xã Phú Mỹ | 1 | | |
2 | | Phú Lợi | B | Hội | KT | TT
 | | Cộng Phú Lợi | 2 | | |`,
    { merges: [down(1, 2, 5)] },
  );
  expect(rows.map((row) => row.split(' | ')[3])).toEqual(['30799', '30797']);
  expect(skipped).toEqual(['3 total', '5 total']);
});

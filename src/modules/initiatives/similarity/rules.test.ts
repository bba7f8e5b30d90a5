import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compare, documentOf, similarity } from './rules.ts';

// Made up by hand. Two lines of one model are the same; of different models of one family (the same people, place, stock phrases) not.
// similar-unseen.tsv was written without a look at the topics, in words as far apart as people use: half of it was never tuned on
// (fresh), and three smaller lots were written and measured one after the other (second to fifth).
const linesOf = (file: string) =>
  readFileSync(new URL(`../../../../tests/fixtures/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
const ROWS = ['similar-models.tsv', 'similar-unseen.tsv'].flatMap(linesOf).map((line) => {
  const [half, family, model, title = '', content, place, year] = line.split('\t');
  return { half, family, model, doc: documentOf({ title, content, place, year }) };
});

function measure(half: string) {
  const rows = ROWS.filter((row) => row.half === half);
  const found = { same: 0, alike: 0, different: 0, wrong: 0, others: 0, otherWrong: 0 };
  for (const [at, one] of rows.entries())
    for (const other of rows.slice(at + 1)) {
      const alike = compare(one.doc, other.doc).verdict === 'same' ? 1 : 0;
      if (one.family !== other.family) {
        found.others += 1;
        found.otherWrong += alike;
      } else if (one.model === other.model) {
        found.same += 1;
        found.alike += alike;
      } else {
        found.different += 1;
        found.wrong += alike;
      }
    }
  return found;
}

describe.each([
  ['tuned', 207],
  ['held_out', 99],
])('the %s half', (half, pairs) => {
  const { same, alike, different, wrong, others, otherWrong } = measure(half);

  test('finds at least 95 of 100 renamed, continued and copied models, at most one of five wrongly', () => {
    expect(same).toBe(pairs);
    expect(different).toBeGreaterThan(2 * same);
    expect(alike / same).toBeGreaterThanOrEqual(0.95);
    expect(alike / (alike + wrong)).toBeGreaterThanOrEqual(0.9);
  });

  test('hardly ever takes two models of different families for one', () => {
    expect(otherWrong / others).toBeLessThan(0.01);
  });
});

describe.each([
  ['seen2', 76, 0.95],
  ['fresh', 77, 0.95],
  ['second', 36, 0.9],
  ['third', 40, 0.9],
  ['fourth', 24, 0.9],
  ['fifth', 28, 0.95],
])('the lot “%s”, in words far apart', (half, pairs, recall) => {
  const { same, alike, different, wrong, others, otherWrong } = measure(half);

  test('finds what is the same', () => {
    expect(same).toBe(pairs);
    expect(alike / same).toBeGreaterThanOrEqual(recall);
  });

  test('of five that it finds, where two others of the same family stand beside each model, four are the same', () => {
    const wrongly = wrong * ((2 * same) / different);
    expect(alike / (alike + wrongly)).toBeGreaterThanOrEqual(0.8);
  });

  test('hardly ever takes two models of different families for one', () => {
    expect(otherWrong / others).toBeLessThan(0.02);
  });
});

describe('what does not count', () => {
  const model = {
    title: 'Vận động nhân dân hiến đất làm đường ấp Hòa Lợi',
    content: 'Hộ ven lộ hiến 300 m2 đất.',
    place: 'xã Vĩnh Phú, huyện Giang Thành',
    year: 2021,
  };
  test.each([
    ['itself', model.title],
    ['marks', 'Van dong nhan dan hien dat lam duong ap Hoa Loi'],
    ['capitals', 'VẬN ĐỘNG NHÂN DÂN HIẾN ĐẤT LÀM ĐƯỜNG ẤP HÒA LỢI'],
    ['the year', 'Vận động nhân dân hiến đất làm đường ấp Hòa Lợi năm 2022'],
    ['another place', 'Vận động nhân dân hiến đất làm đường khóm 4, phường Bình San, TP. Hà Tiên'],
    ['order', 'Ấp Hòa Lợi làm đường: nhân dân hiến đất'],
    ['stock phrases', 'Mô hình “Dân vận khéo” trong tuyên truyền, vận động hiến đất làm đường, xây dựng NTM'],
    ['slips', 'Vận động nhân dân hiếm đất lam đường ấp Hòa Lợi'],
    ['an older encoding', 'VËn ®éng nh©n d©n hiÕn ®Êt lµm ®­êng'],
  ])('%s', (_what, title) => {
    expect(similarity(model, { ...model, title }).verdict).toBe('same');
    expect(similarity({ title: model.title }, { title }).verdict).toBe('same');
  });
});

test('stock phrases, the same people and the same commune make nothing the same', () => {
  const at = { place: 'xã Vĩnh Phú, huyện Giang Thành', year: 2021 };
  const one = { ...at, title: 'Mô hình dân vận khéo: Hội Phụ nữ xã Vĩnh Phú vận động hội viên mua bảo hiểm y tế' };
  const other = { ...at, title: 'Mô hình dân vận khéo: Hội Phụ nữ xã Vĩnh Phú vận động hội viên trồng hoa ven đường' };
  expect(similarity(one, other).verdict).toBe('different');
});

test('what every content says makes nothing the same, however long it is', () => {
  const said =
    'Dưới sự lãnh đạo của chi bộ, Ban công tác Mặt trận phối hợp các đoàn thể họp dân bàn bạc thống nhất cách làm. Qua một năm thực hiện đã tạo sự đồng thuận cao trong nhân dân, góp phần hoàn thành tiêu chí nông thôn mới. Kinh phí do nhân dân đóng góp.';
  const one = { title: 'Trồng hoa ven đường', content: `Chị em trồng hoa mười giờ hai bên lộ. ${said}` };
  const other = { title: 'Thắp sáng đường quê', content: `Các hộ góp tiền lắp 60 bóng đèn. ${said}` };
  expect(similarity(one, other).verdict).toBe('different');
  expect(similarity(one, { title: 'Con đường hoa phụ nữ', content: `Hội viên chăm sóc hoa. ${said}` }).verdict).toBe(
    'same',
  );
});

test('the words of a form do not make one of two models that each come back to something else', () => {
  const at = { place: 'xã Vĩnh Phú, huyện Giang Thành', year: 2021 };
  const about = (what: string) => ({
    ...at,
    title: `Nuôi ${what} sinh sản`,
    content: `Hội Nông dân giao ${what} giống cho hộ nghèo, sau một năm trả lại một con để giao hộ khác.`,
  });
  expect(similarity(about('bò'), about('dê')).verdict).toBe('different');
  expect(similarity(about('bò'), { ...about('bò'), place: 'xã Mỹ Đức' }).verdict).toBe('same');
});

test('nothing at all is like nothing', () => {
  expect(similarity({ title: '' }, { title: '' })).toEqual({ score: 0, verdict: 'different' });
  expect(similarity({ title: 'Dân vận khéo' }, { title: 'Thi đua' }).verdict).toBe('different');
});

test('it is told alike whichever comes first, and the same models have the highest score', () => {
  const [a, b] = [{ title: 'Camera an ninh ấp 5' }, { title: 'Mắt thần giữ xóm', content: 'Góp tiền lắp camera' }];
  expect(similarity(a, b)).toEqual(similarity(b, a));
  expect(similarity(a, a).score).toBeGreaterThan(0.85);
});

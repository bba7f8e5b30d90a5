import { expect, test } from 'vitest';
import { wordsIn } from '#messages/catalogues.ts';
import { MEANINGS } from '#modules/registers/sheet/rules-meanings.ts';
import { translator } from '#platform/i18n.ts';
import type { SheetErrorCode } from '#platform/server/sheet.ts';
import { told } from '../../../../tests/fixtures/lines.ts';
import { filesUnder, textOf } from '../../../../tests/support/imports.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';
import { problemKey } from './rules-problems.ts';

const list = `
STT | Tên mô hình | Chủ thể | Xã | Huyện | Lĩnh vực | Tập thể | Cá nhân | Kết quả
1 | | | Xã Lạ Lùng | Châu Thành | Thể thao | x | x | Khá
2 | ${'K'.repeat(501)} | ${'H'.repeat(301)} | Xã Bình Am | Châu Thành | | | | Đạt
3 | A | Hội | Xã Bình An | Giồng Riềng | KT | x | | Đạt
4 | A | Hội | Xã Bình An | | KT | x | | Đạt
5 | A | Hội | | Châu Thành | KT | x | | Đạt
6 | A | Hội | | | KT | x | | Đạt
7 | A | Hội | 99999 | | KT | x | | Đạt
8 | A | Hội | 30730 - Xã Bình An | | KT | x | | Đạt
9 | A | Hội | Xã Bình An | Chân Thành | KT | x | | Đạt
10 | A | Hội | Xã Bình An | Nơi khác | KT | x | | Đạt`;

test.each([
  ['Vietnamese', 'vi', vi],
  ['English', 'en', en],
] as const)('every problem has a sentence in %s with all its words filled in', (_name, language, catalogue) => {
  const t = translator(language, catalogue);
  const problems = told(list).read.rows.flatMap((row) => row.problems);
  const sentences = problems.map((problem) => t(problemKey(problem), problem.params));
  expect(new Set(problems.map(({ code }) => code)).size).toBe(17);
  expect(sentences.filter((sentence) => sentence.includes('{') || sentence.startsWith('register.'))).toEqual([]);
  expect(sentences.filter((sentence) => sentence.length > 300)).toEqual([]);
});

test('a slip of the pen is answered with what was probably meant', () => {
  const [problem] = told(list).read.rows[1]!.problems.filter(({ code }) => code === 'unit.unknown');
  expect(translator('vi', vi)(problemKey(problem!), problem!.params)).toBe(
    'Không có đơn vị “Xã Bình Am” trong danh mục của năm này. Có phải là: Xã Bình An, Huyện Kiên Lương; Xã Bình An, Huyện Châu Thành?',
  );
});

test('every meaning of a column has a name', () => {
  expect(MEANINGS.filter((meaning) => !(`register.column.${meaning}` in vi))).toEqual([]);
});

const texts = [
  ...filesUnder('src/modules/registers'),
  ...filesUnder('src/routes/(office)/office/registers'),
  'src/cli/import/list.ts',
]
  .filter((file) => !/\.test\.ts$|messages\.(vi|en)\.ts$/.test(file))
  .map(textOf);

/** Keys as the code writes them: whole, or up to the part that it fills in. */
const written = new Set(
  texts.flatMap((text) =>
    [...text.matchAll(/['`]((?:register|sheet|decision|refusal|registration|office)\.[\w.]*)/g)].map(([, key]) => key!),
  ),
);
const whole = [...written].filter((key) => !key.endsWith('.'));

test.each(['vi', 'en'] as const)('every key that the code names has its words in %s', (language) => {
  const t = wordsIn(language);
  // A key that is only a beginning (`register.do.${what}`) stands for those that begin so.
  const beginnings = new Set(
    texts.flatMap((text) => [...text.matchAll(/`(register\.[\w.]*)\$\{/g)].map(([, key]) => key!)),
  );
  expect(whole.filter((key) => !beginnings.has(key) && t(key) === key && !isName(key))).toEqual([]);
});

// Names of acts stand in the audit under their own keys; these are other things in quotation marks.
const isName = (key: string) => /^registration\.(enter|restore)/.test(key);

test('no words are left over that nothing says', () => {
  const said = (key: string) =>
    written.has(key) ||
    [...written].some((start) => start.endsWith('.') && key.startsWith(start)) ||
    /\.(how|left|bad|near)$/.test(key);
  expect(Object.keys(vi).filter((key) => !said(key))).toEqual([]);
});

test('why a file cannot be read is said for every reason', () => {
  const codes: SheetErrorCode[] = ['empty', 'not_a_sheet', 'too_large', 'broken', 'password', 'no_rows'];
  expect(codes.filter((code) => !(`sheet.${code}` in vi))).toEqual([]);
});

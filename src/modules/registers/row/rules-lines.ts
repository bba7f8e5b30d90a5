import type { Subject } from '#modules/initiatives/registration/rules.ts';
import { type FieldName, parseField } from '#modules/registers/cell/rules-fields.ts';
import { parseSubject, type Verdict, verdictTitled } from '#modules/registers/cell/rules-values.ts';
import { readPlace } from '#modules/registers/place/rules.ts';
import type { Mapping } from '#modules/registers/sheet/rules-mapping.ts';
import type { Meaning } from '#modules/registers/sheet/rules-meanings.ts';
import { fold, nfc } from '#platform/vietnamese.ts';

/** What a heading inside the list says for the rows below it: a place, a field or a subject; nothing when its words only group. */
export type SectionHeading = {
  rank: Rank;
  place?: { level: 'commune' | 'district'; text: string };
  fieldId?: number;
  subject?: Subject;
  verdict?: Verdict;
};

/** How a heading is numbered; headings numbered alike stand beside each other. */
export type Rank = 'roman' | 'letter' | 'number' | 'none';

const ROMAN = /^(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$/;
const TOTAL =
  /^(so (mo hinh|luong)( .*)?|tong cong|tong so|tong|cong|cong chung|tong cong chung|cong tong|tc|toan (tinh|huyen|xa|thanh pho))( (so|mo hinh|so mo hinh|dang ky|toan tinh|toan huyen|toan xa|cac|i|ii|iii|iv|v|\d+|muc .*|phan .*|huyen .*|xa .*|phuong .*|thi tran .*|thanh pho .*|linh vuc .*))*$/;

/** True when no cell of the row has text, or only that of a number prepared for a model. */
export function isBlankRow(cells: readonly string[], mapping: Mapping = {}): boolean {
  return cells.every(
    (cell, column) => !/[\p{L}\p{N}✓✔]/u.test(cell) || (mapping[column] === 'number' && /^\d+\.?$/.test(cell.trim())),
  );
}

/** True for the row of column numbers under a heading: '(1) (2) (3)', 'A B 1 2', '1 2 3 4=2+3'. */
export function isColumnNumbers(cells: readonly string[]): boolean {
  if (cells.some((cell) => cell.length > 12)) return false;
  const filled = cells.map((cell) => nfc(cell)).filter(Boolean);
  if (filled.length < 3 || !filled.every((cell) => /^\(?(\d{1,2}|[a-eA-E])(\s*=.*)?\)?$/.test(cell))) return false;
  const numbers = filled.flatMap((cell) => /^\(?(\d{1,2})/.exec(cell)?.[1] ?? []).map(Number);
  return numbers.length > 1 && numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1);
}

/** True for a row of sums: 'Tổng cộng', 'Cộng (I+II)', 'Cộng huyện An Biên', wherever the word stands before the figures. */
export function isTotalsRow(cells: readonly string[], mapping: Mapping): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (isOnlyFigures(filled) && SAYING.every((meaning) => cellOf(cells, mapping, meaning) === '')) return true;
  // A district's name merged over its rows stands beside their sum too.
  const own = cells.filter((cell, column) => cell.trim() !== '' && mapping[column] !== 'district');
  if (isSumOfFigures(own.length > 1 ? own : filled)) return !isNumbered(cells, mapping);
  const words = filled.slice(0, 2).map((cell) => fold(cell.slice(0, 80).replace(/[:(].*$/u, '')));
  if (!words.some((word) => TOTAL.test(word))) return false;
  const telling = ['registrant', 'commune', 'unit', 'field'] as const;
  const others = telling
    .map((meaning) => fold(cellOf(cells, mapping, meaning)))
    // '12 xã' is counted too.
    .filter((text) => /^\p{L}/u.test(text) && !TOTAL.test(text));
  return others.length === 0 && !isNumbered(cells, mapping);
}

// What makes a model of a row; 'number' is there so that a numbered one is told when all of it is missing.
const SAYING = ['number', 'name', 'registrant', 'commune', 'unit', 'unitCode', 'field'] as const;

// A single 1 is a tick.
const isOnlyFigures = (filled: readonly string[], least = 2) =>
  filled.length >= least && filled.every((cell) => /^\d+([.,]\d+)*\s*%?$/.test(cell.trim()));

// 'Cộng trang', 'Cộng mang sang': whatever is summed, nothing but figures stands beside it.
function isSumOfFigures(filled: readonly string[]): boolean {
  const [said, ...others] = filled.filter((cell) => /\p{L}/u.test(cell));
  if (said === undefined || others.length > 0 || !/^(tong|cong|luy ke|ty le|ti le)( |$)/.test(fold(said))) return false;
  const beside = filled.filter((cell) => cell !== said);
  // 'Cộng đồng tự quản' beside a tick is a model.
  const ticked = beside.every((cell) => /^[01]$/.test(cell.trim())) && !SUM.test(fold(said));
  return isOnlyFigures(beside, 1) && !ticked;
}

const SUM = /^((tong|cong) (so|cong|trang|mang|chuyen|don|luy)|luy ke|ty le|ti le)( |$)/;

/** True for a row with a number of its own: '12', '1.2'. */
export const isNumbered = (cells: readonly string[], mapping: Mapping) =>
  /^\d+( \d+)*$/.test(fold(cellOf(cells, mapping, 'number')));

const BETWEEN =
  /^(ghi chu|chu thich|trong do) |^(quy|dot|thang) ([ivx]+|\d+)( .*)?$|^((dang ky|danh sach) )?bo sung( .*)?$|^cap (xa|huyen|tinh|co so)$/;

/** True for 'Ghi chú: …', 'Trong đó: …', 'Quý II' or '(đăng ký bổ sung)', and for a row that says one thing only, and not where a model has its name: a remark between or under the models. */
export function isRemark(cells: readonly string[], mapping: Mapping): boolean {
  const filled = cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]));
  const [only] = filled;
  if (filled.length !== 1) return false;
  if (BETWEEN.test(fold(cells[only!]!)) || /^\s*[*+•]\s/u.test(cells[only!]!) || /^\s*\(.*\)\s*$/su.test(cells[only!]!))
    return true;
  return mapping[only!] !== 'name' && /\p{L}{2}/u.test(cells[only!]!);
}

/**
 * Reads a heading inside the list ('I. Huyện An Biên', 'A | Lĩnh vực kinh tế', 'Xã Vĩnh Phú', 'II. Mô hình không đạt'); null when the row is
 * none. Sums beside it do not matter. `levelOf` knows the units whose bare name may stand there ('I. Vĩnh Điều').
 */
export function readSection(
  cells: readonly string[],
  mapping: Mapping,
  fields: readonly FieldName[],
  levelOf: LevelOf = () => null,
): SectionHeading | null {
  const texts = cells.filter((cell) => /\p{L}/u.test(cell)).map((cell) => nfc(cell));
  if (texts.length > 2) return null;
  const numbered = fold(cellOf(cells, mapping, 'number'));
  const beside = rankOf(numbered);
  const titles = beside === 'none' ? texts : texts.filter((text) => fold(text) !== numbered);
  // The tenth heading is numbered X, which elsewhere is a tick.
  const ticked = cells.some((cell, column) => mapping[column] !== 'number' && /^[x✓✔]$/iu.test(nfc(cell)));
  if (titles.length !== 1 || ticked) return null;
  const [, prefix, title] = NUMBERED.exec(titles[0]!) as unknown as [string, string | undefined, string];
  const rank = prefix ? rankOf(fold(prefix)) : beside;
  // A result or a place in its own column belongs to a model that is not written yet.
  const column = mapping[cells.findIndex((cell) => nfc(cell) === titles[0])];
  const overModels = column === undefined || column === 'number' || column === 'name';
  const words = title
    .replace(/^(đơn vị|địa bàn|địa phương)\s*:\s*/iu, '')
    .replace(/\s*\(\s*(?:(?:có|gồm|tổng|số|cộng|lượng)[\s:]*)*\d[^)]*\)?\s*$/u, '')
    .replace(/\s[-–]\s*\d+\s*(?:mô hình|mh|điển hình).*$/iu, '')
    .replace(/[:.]\s*(\(?\d.*)?$/u, '');
  const find = overModels ? levelOf : () => null;
  // 'KINH TẾ (cộng A)'.
  const said = sectionOf(words, fields, find) ?? sectionOf(words.replace(/\s*\([^)]*\)$/u, ''), fields, find);
  if (said) return { rank, ...said };
  // 'Mô hình đạt: 15' between the models only counts them.
  const figures =
    cells.some((cell, at) => mapping[at] !== 'number' && /^\s*\d/.test(cell)) ||
    /\d/.test(title.replace(/20\d\d/g, ''));
  const counts = figures && rank !== 'roman' && rank !== 'letter';
  const verdict =
    counts || !overModels ? null : verdictTitled(title.replace(/[:.]\s*(\(?\d.*)?$/u, ''), rank !== 'none');
  if (verdict) return { rank, verdict };
  // 'a) Vận động hiến đất' may be a model.
  const named = /^(cac |danh sach |so )?(mo hinh|tap the|ca nhan|dien hinh)( |$)/.test(fold(title));
  const groups = (rank === 'roman' || rank === 'letter') && (named || !/^[a-e]/.test(prefix ?? ''));
  return groups ? { rank } : null;
}

// 'E-learning' is numbered by nothing.
const NUMBERED = /^(?:((?:[IVX]+|\d+(?:\.\d+)*)\s*[.)\-–/:]|[A-Ea-e](?:\s*[.)/]|\s*[-–:](?=\s)))\s*)?(.*)$/u;

function rankOf(words: string): Rank {
  if (words !== '' && ROMAN.test(words)) return 'roman';
  return /^[a-e]$/.test(words) ? 'letter' : /^\d+( \d+)*$/.test(words) ? 'number' : 'none';
}

const SHORT_KIND = /^(x|p|ph|f|h|hn|q|tt|ttr|tx|tp|dk) /;
// 'Bữa cơm tập thể' and 'Cá nhân làm theo Bác' are models.
const SUBJECT =
  /^((danh sach|cac|nhom|khoi|doi tuong|loai hinh|hinh thuc|mo hinh|dien hinh|doi voi|phan|cua|dang ky|so) )*(tap the|ca nhan|to chuc|tt|cn)( (dang ky|thuc hien|tham gia|tieu bieu|dien hinh|xuat sac|mo hinh|va|(duoc|nam|thuoc|gom|co|\d).*))*$/;
type LevelOf = (name: string) => 'commune' | 'district' | null;

function sectionOf(title: string, fields: readonly FieldName[], levelOf: LevelOf): Omit<SectionHeading, 'rank'> | null {
  const place = readPlace(title);
  // 'TT học tập cộng đồng' is no township.
  const word = SHORT_KIND.test(fold(title)) && !/^\p{L}{1,3}\s?\./u.test(title) && levelOf(title) === null;
  if (!word && place.kind !== null && place.kind !== 'tinh' && place.bare.split(' ').length <= 5) {
    const district = ['huyen', 'quan', 'thi xa', 'thanh pho'].includes(place.kind);
    return { place: { level: district ? 'district' : 'commune', text: title } };
  }
  const fieldId = parseField(title, fields);
  if (fieldId !== null) return { fieldId };
  const level = place.bare.split(' ').length <= 12 ? levelOf(title) : null;
  if (level) return { place: { level, text: title } };
  const subject = fold(title).length < 40 && SUBJECT.test(fold(title)) ? parseSubject(title) : null;
  return subject === 'collective' || subject === 'individual' ? { subject } : null;
}

/** The text of the first column that holds a meaning; '' when there is none. */
export function cellOf(cells: readonly string[], mapping: Mapping, meaning: Meaning): string {
  for (const column in mapping) if (mapping[column] === meaning) return cells[Number(column)] ?? '';
  return '';
}

import { fold, nfc } from '#platform/vietnamese.ts';
import { repairText } from '#platform/vietnamese-legacy.ts';
import { documentOf } from '../similarity/rules-document.ts';
import { expanded } from '../similarity/rules-words.ts';
import { covered, type Parts, partsOf, plainOf } from './rules-parts.ts';
import { isMisspelt } from './rules-spelling.ts';

/** What may be better about a name, in the order in which it is told; none of it ever keeps a form from being sent. */
const ADVICE = [
  'typo_or_encoding',
  'shouting',
  'too_long',
  'abbreviation_only',
  'copied_slogan',
  'generic',
  'says_result_only',
  'no_action',
  'no_place_or_group',
] as const;
export type Advice = (typeof ADVICE)[number];

const WORDS_MAX = 28;
const LETTERS_MAX = 140;
/** People who are everybody: naming them tells nobody apart. */
const EVERYBODY = new Set(['p:nhân dân', 'p:mạnh thường quân']);
const GROUPS =
  /^[tm]:(người cao tuổi|người khuyết tật|trẻ mồ côi|tôn giáo|người có công|người có uy tín|tái hòa nhập|công nhân|tiểu thương)/;
const WHOM =
  /\b(hoi vien|chi hoi|doan vien|ho gia dinh|tieu thuong|hoc sinh|cong nhan|nguoi cao tuoi|nguoi gia|benh nhan|nguoi benh|ngu dan|dong bao|tin do|can bo|dang vien|chi bo|tre em|thieu nhi|khu dan cu|gia dinh|phu huynh|truong hoc|nha truong|lop hoc|cong truong|doanh nghiep|cho|don vi|co quan|ho ngheo|nguoi ngheo|dan quan|thanh nien|phu nu|nong dan|cuu chien binh|bo doi|bien phong|cong an|chi em|su sai|phat tu|giao vien|tai xe|ho dan)\b/;

/** What may be better about a name; an empty list is a good name. */
export function adviceOn(name: string): Advice[] {
  const given = nfc(name);
  if (given === '') return ['generic'];
  const found = new Set<Advice>();
  if (isMisspelt(name)) found.add('typo_or_encoding');
  const shouted = isShouted(given);
  if (shouted) found.add('shouting');
  const text = calm(name);
  if (text.split(' ').length > WORDS_MAX || text.length > LETTERS_MAX) found.add('too_long');
  const parts = partsOf(text);
  if (isAbbreviated(text, parts)) found.add('abbreviation_only');
  else if (isSlogan(parts)) found.add('copied_slogan');
  else if (isGeneric(parts) && !/(?<!\p{L})(đạt chuẩn|đạt danh hiệu|về đích)(?!\p{L})/iu.test(text)) {
    found.add('generic');
    if (!hasAction(parts)) found.add('no_action');
  } else if (isResult(text, parts)) found.add('says_result_only');
  else if (!hasAction(parts)) found.add('no_action');
  if (!hasPlace(parts) && !hasGroup(text, parts)) found.add('no_place_or_group');
  return ADVICE.filter((each) => found.has(each));
}

/** A name as it is read: repaired, and in small letters if it was shouted. */
export function calm(name: string): string {
  const { text } = repairText(name);
  if (!isShouted(text)) return text;
  const small = text.replace(/[!]+/g, '').replace(/\s+/g, ' ').trim();
  if (!isUpper(small)) return small;
  const lower = small.toLowerCase();
  const { words, isPlace } = partsOf(lower);
  const named = words.filter((word, at) => isPlace[at] && !isKind(word.plain)).map((word) => word.raw);
  const proper = lower.replace(/[\p{L}\p{M}]+/gu, (word) =>
    word === named[0] ? capital(named.shift() as string) : word,
  );
  return capital(proper);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function isUpper(text: string): boolean {
  const words = (text.match(/\p{L}+/gu) ?? []).filter((word) => word.length > 1 && expanded(fold(word)) === undefined);
  const letters = words.join('');
  const capitals = letters.match(/\p{Lu}/gu)?.length ?? 0;
  return words.length >= 2 && letters.length >= 6 && capitals / letters.length > 0.6;
}

/** Capitals throughout, a run of four words in capitals, or an exclamation mark. */
function isShouted(text: string): boolean {
  if (text.includes('!') || isUpper(text)) return true;
  const runs = text.match(/(?:\p{Lu}{2,}[\s,]+){3,}\p{Lu}{2,}/gu) ?? [];
  return runs.some((run) => isUpper(run));
}

/** The words outside places, with which of them a kind of phrase covers. */
function rest(parts: Parts, ...kinds: Parameters<typeof covered>[1][]) {
  const covers = kinds.map((kind) => covered(parts, kind));
  return parts.words.filter(
    (word, at) => !parts.isPlace[at] && !covers.some((cover) => cover[at]) && !/^\d+$/.test(word.plain),
  );
}

const JOINED = new Set(
  'va cua cho trong o tai voi cac nhung la de theo tu den ve ra vao tren do vi khi thi cung nhu mot hai ba bon nam thu so o gan va/hoac lan ngay moi nay'.split(
    ' ',
  ),
);

const meaningful = (words: Parts['words']) => words.filter((word) => !JOINED.has(word.plain));

/** Nothing is left of it but abbreviations. */
function isAbbreviated(text: string, parts: Parts): boolean {
  const tokens = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const short = tokens.filter((token) => isAbbreviation(token));
  if (short.length === 0) return false;
  const spelled = tokens.filter((token) => !isAbbreviation(token) && !/^\d+$/.test(token)).join(' ');
  const others = partsOf(spelled);
  const places = new Set(parts.words.filter((_, at) => parts.isPlace[at]).map((word) => word.plain));
  return meaningful(rest(others, 'generic')).every((word) => places.has(word.plain) || isKind(word.plain));
}

const isKind = (plain: string) => /^(ap|khom|xa|phuong|huyen|tinh|thon|khu|pho|tp|tt|to)$/.test(plain);

function isAbbreviation(token: string): boolean {
  const plain = fold(token);
  if (/^(tp|tt|tx|kp|p|h|x|q)$/.test(plain)) return false;
  if (expanded(plain) !== undefined) return /^\P{Ll}+$/u.test(token) || !/[aeiouy]/.test(plain);
  return /^[\p{Lu}\d]{2,6}$/u.test(token) && /\p{L}/u.test(token) && !/[aeiouy]/.test(plain);
}

/** Words of a speech, with nothing of its own beside them. */
function isSlogan(parts: Parts): boolean {
  const slogan = covered(parts, 'slogans');
  if (!slogan.includes(true)) return false;
  const own = { ...parts, isPlace: parts.isPlace.map((is, at) => is || slogan[at] === true) };
  return meaningful(rest(own, 'generic')).length < 2;
}

/** It would fit every model. */
function isGeneric(parts: Parts): boolean {
  const people = covered(parts, 'generic');
  return meaningful(rest(parts, 'generic')).length === 0 && (people.includes(true) || parts.words.length < 2);
}

const MEANS =
  /(?<!\p{L})(vận động|góp|hiến|giúp|trồng|thu gom|lắp|nuôi|dạy|tổ|câu lạc bộ|clb|hùn vốn|xoay vòng|chung tay|chung sức|tuyên truyền|mô hình|cùng|phụ trách|bằng|từ|nhờ)(?!\p{L})/u;
const RESULTS = [
  /^(tỷ lệ |tỉ lệ |số |trên |hơn )*\d+([.,]\d+)? ?(%|phần trăm|hộ|km|căn|người|ha|hội viên|cây cầu|tấn|học sinh|em|triệu|m2|đoàn viên|tiêu chí)/u,
  /^(không còn|không có|đã|đạt|được|hoàn thành|vượt|về đích|giữ vững danh hiệu)(?!\p{L})/u,
  /^(giảm|tăng|xóa|xoá|kéo giảm|nâng|thu nhập|doanh thu|sản lượng)(?!\p{L}).*\d+([.,]\d+)?\s*(%|hộ|căn|km|người|cây|triệu|ha|vụ)/u,
  /(?<!\p{L})(đạt chuẩn|đạt chỉ tiêu|hoàn thành chỉ tiêu|vượt chỉ tiêu|về đích|năm liền|đạt danh hiệu|đạt giải|được công nhận)(?!\p{L})/u,
  /(?<!\p{L})(không còn|không xảy ra|không phát sinh|không để xảy ra)(?!\p{L})/u,
];

/** What came out, not how: it has no means. */
function isResult(text: string, parts: Parts): boolean {
  const small = text.toLowerCase();
  const elsewhere = parts.words
    .filter((_, at) => !parts.isPlace[at])
    .map((word) => word.written)
    .join(' ');
  return RESULTS.some((form) => form.test(small) || form.test(elsewhere)) && !MEANS.test(small);
}

function hasAction(parts: Parts): boolean {
  const [acts, things, bare] = [covered(parts, 'actions'), covered(parts, 'devices'), covered(parts, 'bare')];
  const bodies = covered(parts, 'bodies');
  const says = (is: boolean[]) => is.some((each, at) => each && !parts.isPlace[at] && !bare[at] && !bodies[at]);
  if (says(acts) || says(things)) return true;
  if (bodies.includes(true)) return saysMore(parts, bodies);
  // A name of a field, or of people and a place alone, does nothing; what is not known is given the benefit of the doubt.
  const others = parts.words.filter((_, at) => !parts.isPlace[at] && !bare[at]);
  if (bare.includes(true) && meaningful(others).length > 0) return true;
  if (bare.includes(true)) return false;
  const items = [...documentOf({ title: parts.words.map((word) => word.written).join(' ') }).title.keys()];
  return !items.every((item) => item.startsWith('p') || item.startsWith('s'));
}

/** Whether a name says more than which body of which people it is: "Tổ phụ nữ" does not, "Tổ phụ nữ biết chữ" does. */
function saysMore(parts: Parts, bodies: readonly boolean[]): boolean {
  const others = parts.words.filter((word, at) => !parts.isPlace[at] && !bodies[at] && !/^\d+$/.test(word.plain));
  const { title } = documentOf({
    title: meaningful(others)
      .map(({ raw }) => raw)
      .join(' '),
  });
  return [...title.keys()].some((item) => !/^[ps]/.test(item));
}

function hasPlace(parts: Parts): boolean {
  if (parts.isPlace.includes(true)) return true;
  // A proper name without its kind: two words with capitals that the name does not begin with.
  const proper = parts.words.map((word) => word.capital && !word.opens && /\p{L}/u.test(word.written));
  const many = proper.filter(Boolean).length / Math.max(1, parts.words.length) > 0.6;
  return (
    !many &&
    proper.some((is, at) => is && proper[at + 1] && !KNOWN_CAPITALS.test(plainOf(parts.words.slice(at, at + 2))))
  );
}

const KNOWN_CAPITALS =
  /^(ho chi|chi minh|bac ho|dang uy|mat tran|to quoc|viet nam|dan van|nong thon|dai doan|tet nguyen|trung thu|chi thi)/;

function hasGroup(text: string, parts: Parts): boolean {
  const items = [...documentOf({ title: text }).title.keys()];
  return (
    items.some((item) => (item.startsWith('p:') && !EVERYBODY.has(item)) || GROUPS.test(item)) ||
    WHOM.test(plainOf(parts.words))
  );
}

import { fold } from '#platform/vietnamese.ts';
import { ABBREVIATIONS } from '#platform/vietnamese-abbreviations.ts';
import { repairText } from '#platform/vietnamese-legacy.ts';

/** A word of a text: as it stands (an abbreviation: its long form), in small letters, without marks, and whether it began with a capital. */
export interface Word {
  raw: string;
  written: string;
  plain: string;
  capital: boolean;
  /** The first word of a text or of what stands behind a full stop or a bracket: its capital says nothing. */
  opens: boolean;
}

// Abbreviations of titles that search does not write out: there they would change what is stored.
const MORE: Readonly<Record<string, string>> = {
  bvtv: 'bảo vệ thực vật',
  cnvc: 'công nhân viên chức',
  cntt: 'công nghệ thông tin',
  dvc: 'dịch vụ công',
  dv: 'đảng viên',
  dvtn: 'đoàn viên thanh niên',
  gtnt: 'giao thông nông thôn',
  gv: 'giáo viên',
  hcm: 'hồ chí minh',
  hnd: 'hội nông dân',
  hpn: 'hội phụ nữ',
  hs: 'học sinh',
  kdc: 'khu dân cư',
  kt: 'kinh tế',
  llvt: 'lực lượng vũ trang',
  mh: 'mô hình',
  mt: 'môi trường',
  nct: 'người cao tuổi',
  nd: 'nông dân',
  nkt: 'người khuyết tật',
  pbgdpl: 'phổ biến giáo dục pháp luật',
  pctn: 'phòng chống tệ nạn',
  pn: 'phụ nữ',
  ptkt: 'phát triển kinh tế',
  sxkd: 'sản xuất kinh doanh',
  sxh: 'sốt xuất huyết',
  tdp: 'tổ dân phố',
  th: 'tiểu học',
  tht: 'tổ hợp tác',
  tk: 'tiết kiệm',
  tn: 'thanh niên',
  tntn: 'thanh niên tình nguyện',
  tnxh: 'tệ nạn xã hội',
  vh: 'văn hóa',
  vhvn: 'văn hóa văn nghệ',
  vsattp: 'vệ sinh an toàn thực phẩm',
  xd: 'xây dựng',
  xdgn: 'xóa đói giảm nghèo',
};

const NUMBERS: Readonly<Record<string, string>> = {
  '2': 'hai',
  '3': 'ba',
  '4': 'bốn',
  '5': 'năm',
  '7': 'bảy',
};

/** What an abbreviation stands for, without marks; undefined for a word that is none. */
export function expanded(plain: string): string | undefined {
  if (Object.hasOwn(MORE, plain)) return fold(MORE[plain] as string);
  return Object.hasOwn(ABBREVIATIONS, plain) ? ABBREVIATIONS[plain] : undefined;
}

const SHORT_KINDS = new Set(['p', 'q', 'h', 'x', 'tp', 'tt', 'tx', 'kp', 't']);

// A year, a range of years or a school year tells nothing of what a model is.
const YEARS =
  /(?:^|(?<=[\s(,;–-]))(?:(?:trong|giai đoạn|giai doan|năm học|nam hoc|năm|nam|quý|quy)\s+)*(?:19|20)\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?(?=$|[\s),.;:–-])/giu;

/** The words of a text in their order, repaired, years left out, abbreviations written out. */
export function wordsOf(text: string): Word[] {
  const clean = repairText(text).text.replace(YEARS, ' ');
  const found: Word[] = [];
  let opens = true;
  for (const [token] of clean.matchAll(/[\p{L}\p{M}\p{N}]+|[.:;!?("“–]/gu)) {
    if (/^[.:;!?("“–]$/.test(token)) {
      // "H. Kiên Lương", "TP. Rạch Giá": the full stop of a short kind opens nothing.
      opens = !(token === '.' && SHORT_KINDS.has(found.at(-1)?.plain ?? ''));
      continue;
    }
    const plain = fold(token);
    const meant = expanded(plain);
    const capital = /^[\p{Lu}\p{N}]/u.test(token);
    if (meant)
      for (const each of meant.split(' ')) found.push({ raw: each, written: each, plain: each, capital: false, opens });
    else {
      const written = NUMBERS[plain] ?? token.toLowerCase();
      found.push({ raw: token, written, plain: fold(written), capital, opens });
    }
    opens = false;
  }
  return found;
}

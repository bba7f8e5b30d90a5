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
  anqp: 'an ninh quốc phòng',
  atvstp: 'an toàn vệ sinh thực phẩm',
  bdbp: 'bộ đội biên phòng',
  bgh: 'ban giám hiệu',
  bvr: 'bảo vệ rừng',
  bvtv: 'bảo vệ thực vật',
  cax: 'công an xã',
  cbcnv: 'cán bộ công nhân viên',
  cccd: 'căn cước công dân',
  cdcs: 'công đoàn cơ sở',
  cnld: 'công nhân lao động',
  cntt: 'công nghệ thông tin',
  cnvc: 'công nhân viên chức',
  cnvcld: 'công nhân viên chức lao động',
  ctd: 'chữ thập đỏ',
  dqtv: 'dân quân tự vệ',
  dtn: 'đoàn thanh niên',
  dv: 'đảng viên',
  dvc: 'dịch vụ công',
  dvctt: 'dịch vụ công trực tuyến',
  dvtn: 'đoàn viên thanh niên',
  gdcs: 'gia đình chính sách',
  gpmb: 'giải phóng mặt bằng',
  gtnt: 'giao thông nông thôn',
  gv: 'giáo viên',
  hccb: 'hội cựu chiến binh',
  hcm: 'hồ chí minh',
  hctd: 'hội chữ thập đỏ',
  hgd: 'hộ gia đình',
  hlhpn: 'hội liên hiệp phụ nữ',
  hnct: 'hội người cao tuổi',
  hnd: 'hội nông dân',
  hpn: 'hội phụ nữ',
  hs: 'học sinh',
  hvnd: 'hội viên nông dân',
  hvpn: 'hội viên phụ nữ',
  kcb: 'khám chữa bệnh',
  kdc: 'khu dân cư',
  kt: 'kinh tế',
  ldld: 'liên đoàn lao động',
  llvt: 'lực lượng vũ trang',
  mh: 'mô hình',
  mn: 'mầm non',
  mt: 'môi trường',
  mtq: 'mạnh thường quân',
  nct: 'người cao tuổi',
  nd: 'nông dân',
  nhcsxh: 'ngân hàng chính sách xã hội',
  nkt: 'người khuyết tật',
  nld: 'người lao động',
  nvqs: 'nghĩa vụ quân sự',
  pbgdpl: 'phổ biến giáo dục pháp luật',
  pccr: 'phòng cháy rừng',
  pcgd: 'phổ cập giáo dục',
  pcmt: 'phòng chống ma túy',
  pctn: 'phòng chống tệ nạn',
  pctp: 'phòng chống tội phạm',
  pn: 'phụ nữ',
  ptkt: 'phát triển kinh tế',
  sxh: 'sốt xuất huyết',
  sxkd: 'sản xuất kinh doanh',
  tdp: 'tổ dân phố',
  th: 'tiểu học',
  tht: 'tổ hợp tác',
  tk: 'tiết kiệm',
  tmdt: 'thương mại điện tử',
  tn: 'thanh niên',
  tntn: 'thanh niên tình nguyện',
  tnxh: 'tệ nạn xã hội',
  vh: 'văn hóa',
  vhvn: 'văn hóa văn nghệ',
  vsattp: 'vệ sinh an toàn thực phẩm',
  xd: 'xây dựng',
  xdd: 'xây dựng đảng',
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

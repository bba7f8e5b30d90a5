import type { Subject } from '#modules/initiatives/registration/rules.ts';
import { fold, nfc, parseDay } from '#platform/vietnamese.ts';

export type Verdict = 'recognised' | 'not_recognised';

/** A day as offices write it in a list: in any order that `parseDay` knows, with two figures for the year, as Excel's own number, or only its month, whose first day is taken then. */
export function parseListDay(text: string): { day: string; monthOnly: boolean } | null {
  const written = nfc(text);
  const serial = /^\d{5}(?:\.\d+)?$/.test(written) ? parseDay(Number(written)) : null;
  const short = /^(.*\d\s*[/.-]\s*\d{1,2}\s*[/.-]\s*)(\d\d)$/.exec(written);
  const day = serial ?? parseDay(written) ?? (short ? parseDay(`${short[1]}20${short[2]}`) : null);
  if (day) return { day, monthOnly: false };
  const month = /^(?:(?:trong )?(?:thang|t) ?)?(0?[1-9]|1[0-2]) (?:nam )?(20\d\d)$/.exec(fold(written));
  const first = month && parseDay(`1/${month[1]}/${month[2]}`);
  return first ? { day: first, monthOnly: true } : null;
}

/** A tick in a column of ticks: true, false for an empty or negative one, null when the cell holds other words. */
export function parseMark(text: string): boolean | null {
  const mark = nfc(text);
  if (mark === '' || /^(0|-+|–|—|☐|□|◻|¨|o|không|khong|false|no)$/i.test(mark)) return false;
  return /^(x+|\(x\)|×|✓|✔|☑|☒|✅|■|√|v|\+|\*|1|01|có|co|đúng|true|yes)$/i.test(mark) ? true : null;
}

const NOTHING_YET =
  /^(|chua( (xet|tham dinh|binh xet|danh gia|nghiem thu|tong ket|co)( ket qua| duyet)?)?|dang (xet|xem xet|thuc hien|trien khai|tham dinh|trinh)|(dang )?cho (xet|tham dinh|cong nhan|ket qua|phe duyet))$/;
const NOT_RECOGNISED =
  /^(khong|k|ko|chua) ?(duoc |du dieu kien )?(dat|cong nhan|xet cong nhan)( .*)?$|^(khong|k|ko) (de nghi|thuc hien|trien khai)( .*)?$|^(khong|k|kd|loai|0|false|no|bi loai|(khong|chua) du dieu kien|not recognised)$/;
const RECOGNISED =
  /^(duoc |da |da duoc |hoan thanh )?(cong nhan|dat)( (yeu cau|tieu chuan|chuan|loai|muc|cap|mo hinh|danh hieu|xuat sac|tot|kha|va|dan van kheo|cong nhan|dat|de nghi|theo|tai|nam|ngay|so|qd|quyet dinh).*)?$|^((theo )?(quyet dinh|qd) )?(so )?\d+( \d+)? qd( .*)?$|^(hoan thanh )?(xuat sac|tot)$|^(da )?du (dieu kien|tieu chuan)( (duoc |de )?(xet )?cong nhan)?$|^(duoc |da )*(bcd|ban chi dao|hoi dong|ubnd|dang uy|cap)( (tren|xa|phuong|thi tran|huyen|thanh pho|tinh|co so))? (da )?cong nhan( .*)?$|^(x+|v|d|co|1|true|yes|dung|tieu bieu|dien hinh tieu bieu|recognised)$/;
const DENIED = /(?:^| )(?:khong|ko|chua) (?:duoc )?(?:dat|cong nhan)(?: |$)/;

/** What a result cell says; 'unknown' for words that say neither. A rating below "Tốt" is left to a person, since offices draw that line differently. */
export function parseVerdict(text: string): Verdict | null | 'unknown' {
  const clean = nfc(text);
  const words = fold(clean.replace(/\([^)]*\)?/g, ' ').split(/[:;]/)[0]!);
  if (words === '') return parseMark(clean) === true ? 'recognised' : null;
  if (NOTHING_YET.test(words)) return null;
  if (NOT_RECOGNISED.test(words)) return 'not_recognised';
  if (!RECOGNISED.test(words)) return 'unknown';
  // 'Đạt; không công nhận' says both.
  return /[(:;]/.test(clean) && DENIED.test(fold(clean)) ? 'unknown' : 'recognised';
}

const MODELS = '(?:mo hinh|tap the|ca nhan|dien hinh)(?: (?:mo hinh|tap the|ca nhan|dien hinh|tieu bieu|va))*';
const OF_MODELS = new RegExp(`(?:^| )${MODELS}(?: |$)`);
const GIVEN = '(?:(?:yeu cau|tieu chuan|chuan|danh hieu|mo hinh|dan van kheo)(?: |$))*';
const TITLED = new RegExp(
  `^(?:danh sach |cac |nhung )*(?:${MODELS} )?(?:dan van kheo )?(khong |chua )?(?:duoc |da )*(?:xet )?(?:cong nhan(?: la| va)?(?: dat)?|dat)(?: ${GIVEN})?(?:${MODELS} ?)?(?:dan van kheo ?)?(?:cap .*|trong .*|nam .*)?$`,
);

/** What a heading over models says of all of them: 'II. Mô hình không được công nhận', 'DANH SÁCH CÔNG NHẬN MÔ HÌNH NĂM 2019'; `alone` where it need not name models. */
export function verdictTitled(title: string, alone: boolean): Verdict | null {
  const words = fold(title.replace(/\([^)]*\)?/g, ' '));
  const found = words.length < 120 && (alone || OF_MODELS.test(words)) ? TITLED.exec(words) : null;
  if (!found) return null;
  return found[1] ? 'not_recognised' : 'recognised';
}

/** What stands beside a negative verdict in the same cell: 'Không đạt (chưa có sản phẩm)' → 'chưa có sản phẩm'. */
export function reasonInside(text: string): string {
  const found = /^[^(:;–]*(?:\(([^)]+)\)?|[:;–]\s*(.+))$/.exec(nfc(text));
  return (found?.[1] ?? found?.[2] ?? '').trim();
}

/** The subject that a cell names; 'unknown' for other words, 'both' when it names both. */
export function parseSubject(text: string): Subject | null | 'unknown' | 'both' {
  const words = ` ${fold(text)} `;
  if (words.trim() === '') return null;
  const collective =
    /^ (mo hinh |dien hinh |loai hinh )*(tap the|t the|tt|to chuc|collective) $/.test(words) ||
    words.includes(' tap the ');
  const individual =
    /^ (mo hinh |dien hinh |loai hinh )*(ca nhan|c nhan|cn|individual) $/.test(words) || words.includes(' ca nhan ');
  if (collective && individual) return 'both';
  if (collective) return 'collective';
  return individual ? 'individual' : 'unknown';
}

// First words of organisations. They are compared with their marks, since Trương is a surname and Trường a school, Tô a surname and Tổ a group.
const ORGANISATION = new RegExp(
  `^(${[
    'hội',
    'chi hội',
    'đoàn (thanh|xã|phường|thị|trường|tncs|cơ sở|thể|khối|cơ quan|hội)',
    'chi đoàn',
    'liên đoàn',
    'công đoàn',
    'chi bộ',
    'đảng',
    'đảng bộ',
    'đảng ủy',
    'đảng uỷ',
    'ủy ban',
    'uỷ ban',
    'ubnd',
    'ubmt',
    'ubmttq',
    'mttq',
    'mặt trận',
    'ban',
    'bcđ',
    'bch',
    'trường',
    'trạm',
    'trung tâm',
    'công an',
    'quân',
    'bộ',
    'đồn',
    'đội',
    'tiểu (đội|đoàn|học)',
    'đại đội',
    'tổ',
    'nhóm',
    'ấp',
    'khu phố',
    'khóm',
    'thôn',
    'xã',
    'phường',
    'thị trấn',
    'huyện',
    'thành phố',
    'phòng',
    'sở',
    'cơ quan',
    'văn phòng',
    'bệnh viện',
    'chùa',
    'nhà',
    'giáo xứ',
    'họ đạo',
    'hợp tác',
    'htx',
    'tổ hợp',
    'doanh nghiệp',
    'công ty',
    'ngân hàng',
    'câu lạc bộ',
    'clb',
    'khối',
    'tập thể',
    'hội đồng',
    'hđnd',
    'viện',
    'chi cục',
    'cục',
    'kho bạc',
    'bảo hiểm',
    'đài',
    'chi nhánh',
    'hạt',
    'mầm non',
    'mẫu giáo',
    'thcs',
    'thpt',
    'lhpn',
    'ccb',
    'đtn',
    'nông dân',
    'phụ nữ',
    'thanh niên',
    'cựu chiến binh',
  ].join('|')})(?![\\p{L}])`,
  'iu',
);

/** True when a registrant's name begins as an organisation's does. */
export function namesOrganisation(name: string): boolean {
  return ORGANISATION.test(nfc(name));
}

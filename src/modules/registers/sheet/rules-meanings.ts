import { PARTS, type Part } from '#modules/initiatives/registration/schema.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { fold } from '#platform/vietnamese.ts';

/** Parts of the form that a column may hold as they stand; the name is looked at more closely. */
export type TextPart = Exclude<Part, 'name'>;
export const TEXT_PARTS: readonly TextPart[] = PARTS.filter((part) => part !== 'name');

/** What a column of a register may hold. The parts of the form carry the names of the form. */
export const MEANINGS = [
  'number',
  'name',
  'registrant',
  'commune',
  'district',
  'unit',
  'unitCode',
  'field',
  'fieldMark',
  'subject',
  'collective',
  'individual',
  'result',
  'recognised',
  'notRecognised',
  'verdictReason',
  ...TEXT_PARTS,
  'submittedOn',
  'note',
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What several columns may hold together: one for each field, one for each rating. */
export const SEVERAL: readonly Meaning[] = ['fieldMark', 'recognised'];

/** `under` are the words over the words, where several columns may hold the meaning together: 'Xếp loại' over 'Xuất sắc' and 'Tốt'. */
export type Guess = { meaning: Meaning; weight: number; under?: string };

const WHO =
  '(ten |ho ten |ho va ten )?(cac )?(don vi|co quan|tap the|ca nhan|to chuc|nguoi|chi bo|doan the|nhom|dia phuong)( (va|hoac|don vi|co quan|tap the|ca nhan|to chuc|doan the|dia phuong))*';
// At least one word in full: 'TT' alone is the column of numbers, 'X, P, TT' is not.
const COMMUNES = '(x p tt|(xa|phuong|thi tran|dac khu)( (va|xa|phuong|thi tran|dac khu|x|p|tt))*)';
const DISTRICTS =
  '(h tx tp|(huyen|quan|thi xa|thanh pho|tp)( (va|huyen|quan|thi xa|thanh pho|thi|h|q|tx|tp|thuoc tinh))*)';
const VERDICT = '(cong nhan|cong nhan dat|dat|dat yeu cau|dat tieu chuan|dat chuan|dat danh hieu)';
const DECISION =
  /^((so|so hieu|so ngay|so va ngay|theo) )?(quyet dinh|qd|van ban) (so |duoc )*cong nhan( .*)?$|^(duoc |da )*cong nhan (theo|tai|so) (so )?(quyet dinh|qd|van ban)( .*)?$/;

// Short forms that offices put over narrow columns.
const SHORT: Readonly<Record<string, string>> = {
  mh: 'mo hinh',
  dk: 'dang ky',
  lv: 'linh vuc',
  kq: 'ket qua',
  dvhc: 'don vi hanh chinh',
  dvk: 'dan van kheo',
};

// Headings as offices write them, folded. The weight says how sure the words alone are; the cells below then add or take.
const WORDS: readonly [Meaning, number, RegExp][] = [
  ['number', 10, /^(stt|so tt|so thu tu|thu tu|s t t)$/],
  ['number', 7, /^(tt|so|no|number)$/],
  ['name', 10, /^ten (goi|cua mo hinh|(cac )?(mo hinh|dien hinh|cong trinh|cach lam|phan viec))/],
  ['name', 10, /^((model )?name|name of (the )?model|models?)$/],
  ['name', 9, /^mo hinh( (dien hinh|dang ky|tieu bieu|va dien hinh|cach lam hay))*$/],
  ['name', 6, /^(noi dung (mo hinh|dang ky|dang ky mo hinh|mo hinh dang ky)|dien hinh|ten dang ky|ten noi dung.*)$/],
  ['name', 4, /^(ten|(ten|noi dung) .*mo hinh.*|mo hinh .*)$/],
  ['registrant', 10, /^(ten )?chu the( .*)?$|^(registrant|registered by)$/],
  [
    'registrant',
    9,
    new RegExp(`^${WHO} (dang ky|thuc hien|chu tri|xay dung|de xuat|phu trach|chiu trach nhiem)( .*)?$`),
  ],
  [
    'registrant',
    7,
    /^(ho (va )?ten|tac gia|((ho )?(va )?ten )?(tap the|ca nhan|don vi) ((ho )?(va )?ten ).*|ten (tap the|ca nhan|don vi) .*|(co quan|to chuc) don vi|don vi (to chuc |tap the )?ca nhan|to chuc ca nhan)$/,
  ],
  ['registrant', 5, /^(tap the (va |hoac )?ca nhan|ca nhan (va |hoac )?tap the|noi dang ky|co quan)$/],
  ['registrant', 4, /^(ten )?don vi$/],
  ['unit', 2, /^co so$/],
  [
    'commune',
    10,
    new RegExp(`^(thuoc |ten |cap |dia ban |don vi (hanh chinh )?(cap )?)?${COMMUNES}$|^commune( ward)?( township)?$`),
  ],
  [
    'district',
    10,
    new RegExp(`^(thuoc |ten |cap |dia ban |don vi (hanh chinh )?(cap )?)?${DISTRICTS}$|^district( city)?$`),
  ],
  ['district', 4, /^truc thuoc$/],
  ['unit', 9, new RegExp(`^(don vi hanh chinh|dia ban hanh chinh|(dia ban |don vi )?${COMMUNES} ${DISTRICTS})$`)],
  [
    'unit',
    6,
    /^(dia phuong|dia ban|dia ban (thuc hien|dang ky)|don vi dia phuong|don vi (xa|phuong) .*|thuoc (don vi|dia phuong|dia ban))$/,
  ],
  ['unit', 5, /^(ten )?don vi$/],
  ['unit', 4, /^(don vi dang ky|dia phuong dang ky|noi (thuc hien|dang ky)|dia chi|dia diem)$/],
  ['unitCode', 10, /^ma (so )?(don vi|dvhc|dv|xa|phuong|dia ban|dia phuong|hanh chinh)( .*)?$/],
  ['district', 9, /^ma (so )?(huyen|quan|thanh pho|h tx tp)( .*)?$/],
  ['unitCode', 3, /^ma( so)?$/],
  ['field', 10, /^(thuoc |nhom |loai )?linh vuc( (dang ky|hoat dong|thuc hien|mo hinh))?$|^field$/],
  [
    'subject',
    8,
    /^(loai hinh|loai|hinh thuc|phan loai|loai (mo hinh|chu the|doi tuong)|(hinh thuc|doi tuong|loai hinh) dang ky|loai hinh chu the|tt cn|tap the hay ca nhan)$/,
  ],
  ['subject', 3, /^chu the( dang ky)?$/],
  ['subject', 6, /^(subject|doi tuong|tap the (va |hoac )?ca nhan|ca nhan (va |hoac )?tap the)$/],
  ['collective', 10, /^(la |mo hinh |dien hinh |loai hinh )?tap the( dang ky)?$|^(collective|t the)$/],
  ['collective', 6, /^ten tap the( dang ky)?$/],
  ['collective', 5, /^tt$/],
  ['individual', 10, /^(la |mo hinh |dien hinh |loai hinh )?ca nhan( dang ky)?$|^(individual|c nhan)$/],
  ['individual', 6, /^(ho )?(va )?ten ca nhan( dang ky)?$/],
  ['individual', 8, /^cn$/],
  [
    'result',
    8,
    /^(ket qua|xep loai|danh gia|ket qua (tham dinh|cong nhan|xet|xet cong nhan|binh xet|danh gia|xep loai|xet duyet).*|xet cong nhan|tinh trang cong nhan)$/,
  ],
  ['result', 9, /^ket qua (xet )?cong nhan.*$/],
  ['result', 8, /^(results?|verdict|(dat|cong nhan) (hay |hoac )?khong( dat| cong nhan)?)$/],
  ['result', 4, /^(ket qua .*|ket luan|muc do|tinh trang|trang thai|muc do .*|xep loai .*|danh gia .*)$/],
  ['recognised', 9, new RegExp(`^(duoc |da |so )*${VERDICT}( (mo hinh|cap .*|x))*$|^recogni[sz]ed$`)],
  [
    'recognised',
    8,
    /^(duoc |da )?(bcd|ban chi dao|hoi dong|ubnd|dang uy|cap)( (tren|xa|phuong|thi tran|huyen|thanh pho|tinh|co so|tham quyen))? (da )?cong nhan$/,
  ],
  ['recognised', 3, /^mo hinh (duoc |da )*(cong nhan|dat)( .*)?$/],
  // The number of the decision stands where a model was recognised.
  ['recognised', 7, DECISION],
  ['notRecognised', 9, new RegExp(`^(khong|chua|k) (duoc )?${VERDICT}( (mo hinh|cap .*|x))*$|^not recogni[sz]ed$`)],
  ['verdictReason', 9, /^(ly do|nguyen nhan) (khong|chua) .*$/],
  ['verdictReason', 5, /^(ly do|nguyen nhan)$/],
  [
    'reason',
    8,
    /^(ly do (xay dung|dang ky|chon|thuc hien|lua chon).*|su can thiet.*|tinh hinh.*|thuc trang.*|boi canh.*|van de .*)$/,
  ],
  ['objectives', 8, /^(muc tieu|muc dich|tieu chi|chi tieu).*$/],
  [
    'content',
    7,
    /^(noi dung|noi dung (va )?(cach lam|cach thuc|phuong phap|thuc hien).*|cach (lam|thuc).*|bien phap.*|tom tat.*|mo ta.*)$/,
  ],
  ['content', 5, /^noi dung .*$/],
  [
    'place',
    8,
    /^(doi tuong (thu huong|tac dong|huong loi|van dong|huong thu|va dia ban).*|pham vi.*|dia ban va doi tuong.*|nguoi huong loi.*|so (ho|nguoi) .*)$/,
  ],
  ['place', 5, /^(dia diem|dia chi|dia diem .*|ap|ap khu pho|khu pho)$/],
  ['forces', 8, /^(luc luong.*|(don vi |co quan )?phoi hop.*|thanh phan.*)$/],
  ['resources', 8, /^(nguon luc.*|kinh phi.*|thoi gian|thoi gian (thuc hien|hoan thanh).*|tien do.*)$/],
  ['outputs', 8, /^(san pham.*|dau ra.*|ket qua du kien|du kien ket qua.*|hieu qua.*)$/],
  ['outputs', 6, /^ket qua (thuc hien|dat duoc|mang lai).*$/],
  ['sustaining', 8, /^(duy tri.*|nhan rong.*|kha nang .*|huong nhan rong.*)$/],
  [
    'submittedOn',
    10,
    /^(registered on|date of registration|registration date|ngay (dang ky|gui|nop|lap)|thoi (gian|diem) dang ky)$/,
  ],
  ['note', 10, /^(ghi chu|chu thich|luu y)( .*)?$|^(notes?|remarks?)$/],
];

/** A heading without what offices add to it: '(đánh dấu x)', '“Dân vận khéo”', 'năm 2019', '(*)'. */
export function headingWords(heading: string): string {
  return fold(heading.replace(/\([^)]*\)?/g, ' '))
    .replace(/\b(mh|dk|lv|kq|dvhc|dvk)\b/g, (short) => SHORT[short]!)
    .replace(/\bdan van kheo\b|\b(trong |cua )?nam (20)?\d{2}\b|\b(danh )?dau x\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What the words of a heading may mean, the likeliest first. A heading over two rows is written 'top / below'. */
export function guessMeanings(heading: string): Guess[] {
  const levels = heading.split(' / ').map(headingWords).filter(Boolean);
  const [top, below] = [levels.slice(0, -1).join(' '), levels.at(-1) ?? ''];
  if (/linh vuc/.test(top) && !/^(ten )?linh vuc$/.test(below)) return [{ meaning: 'fieldMark', weight: 10 }];
  if (/ket qua|cong nhan|tham dinh|danh gia|xet|xep loai/.test(top)) {
    // Who is found fit is not yet recognised, where another column says who is.
    if (/^(co|dat|x|(hoan thanh )?(xuat sac|tot))$/.test(below))
      return [{ meaning: 'recognised', weight: namesAppraisal(top) ? 8 : 10, under: top }];
    // A tick under it recognises nothing.
    if (/^(dang|cho) |^(hoan thanh )?(kha|trung binh|yeu|nhiem vu)$/.test(below)) return [];
    if (/^(khong|chua|k)$/.test(below)) return [{ meaning: 'notRecognised', weight: 10 }];
    if (levelNamed(below)) return [{ meaning: 'recognised', weight: 9 }];
  }
  const own = matching(below);
  return own.length > 0
    ? own
    : matching(levels.join(' ')).concat(
        matching(top).map((guess) => ({ ...guess, weight: guess.weight - 3 })),
        inTwoLanguages(heading),
      );
}

// 'Lĩnh vực/Field': each part says the same.
function inTwoLanguages(heading: string): Guess[] {
  const [own, other, ...more] = heading.split(' / ').at(-1)!.split('/').map(headingWords);
  const same = matching(other ?? '').map(({ meaning }) => meaning);
  return more.length > 0 ? [] : matching(own!).filter(({ meaning }) => same.includes(meaning));
}

/** True for the words over a column that holds the number of the decision by which a model was recognised. */
export const namesDecision = (heading: string) => DECISION.test(headingWords(heading.split(' / ').at(-1)!));

/** True for a column in which models are only appraised: where another says which are recognised, that one counts. */
export const namesAppraisal = (heading: string) =>
  /(?:^| )(?:tham dinh|binh xet|danh gia|xep loai|xet duyet|muc do)(?: |$)/.test(headingWords(heading)) &&
  !namesRecognition(heading);

/** True for the words over a column that says which models were recognised. */
export const namesRecognition = (heading: string) => /(?:^| )cong nhan(?: |$)/.test(headingWords(heading));

/** The level that the words of a heading name: 'Công nhận cấp huyện' → district. */
export function levelNamed(heading: string): Level | null {
  const word = /(?:^| )(?:cap|bcd|ban chi dao|hoi dong|ubnd) (xa|phuong|co so|huyen|thi xa|thanh pho|tinh)(?: |$)/.exec(
    headingWords(heading),
  )?.[1];
  if (!word) return null;
  if (word === 'tinh') return 'province';
  return ['xa', 'phuong', 'co so'].includes(word) ? 'commune' : 'district';
}

function matching(words: string): Guess[] {
  const best = new Map<Meaning, number>();
  for (const [meaning, weight, pattern] of WORDS) {
    if (pattern.test(words)) best.set(meaning, Math.max(weight, best.get(meaning) ?? 0));
  }
  return [...best].map(([meaning, weight]) => ({ meaning, weight })).sort((a, b) => b.weight - a.weight);
}

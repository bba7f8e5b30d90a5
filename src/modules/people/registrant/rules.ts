import { fold } from '#platform/vietnamese.ts';

export type Subject = 'collective' | 'individual';

/** Who registers: a hamlet's cell, a school, a union branch, a person. */
export interface Registrant {
  id: number;
  subject: Subject;
  name: string;
  unitId: number;
  sectorId: number | null;
}

/** One as a form or a list names it. */
export interface NamedRegistrant {
  unitId: number;
  name: string;
  subject: Subject;
  /** Without it the sector is guessed from a collective's name. */
  sectorId?: number | null;
  personId?: number | null;
}

/** Two spellings of one name in one unit are one registrant: marks, capitals and punctuation do not tell them apart. */
export function registrantKey(named: { unitId: number; name: string; subject: Subject }): string {
  return `${named.unitId}/${named.subject}/${fold(named.name)}`;
}

// By the codes of the sector lines: women, youth, farmers, veterans, unions, schools, forces, Front, Party, government, enterprises.
const SECTOR_WORDS: [string, RegExp][] = [
  ['PN', /\b(phu nu|lhpn)\b/],
  [
    'TN',
    /\b(doan thanh nien|thanh nien|tncs|chi doan|(xa|phuong|huyen|tinh|thanh) doan|thieu nien|thieu nhi)\b|^doan\b/,
  ],
  ['ND', /\b(nong dan|hoi nd)\b/],
  ['CCB', /\b(cuu chien binh|ccb)\b/],
  ['CD', /\b(cong doan|lien doan lao dong|ldld)\b/],
  [
    'GD',
    /^truong\b|\btruong (mam non|mau giao|tieu hoc|th|thcs|thpt|pho thong|trung hoc|trung cap|cao dang|dai hoc)\b|\b(mam non|mau giao)\b/,
  ],
  ['LLVT', /\b(cong an|quan su|chqs|bien phong|bo doi|dan quan|hai quan|quan doi|canh sat)\b/],
  ['MTTQ', /\b(mat tran|mttq|ubmttq|chu thap do|nguoi cao tuoi|khuyen hoc)\b/],
  ['DANG', /\b(chi bo|chi uy|dang (uy|bo)|(huyen|thanh|tinh) uy|dan van|ban to chuc|ban tuyen giao)\b/],
  [
    'CQ',
    /\b(uy ban nhan dan|ubnd|hdnd|chi cuc|cuc|trung tam|tram y te|benh vien|kho bac|toa an|vien kiem sat)\b|^(so|phong|van phong)\b/,
  ],
  ['DN', /\b(hop tac xa|htx|doanh nghiep|cong ty|xi nghiep)\b/],
];

/**
 * The code of the sector that a collective's name points to; nothing when it points to none. The word that stands first
 * decides: 'Chi bộ Trường Tiểu học 2' is the Party's line, 'Trường Tiểu học 2' the schools'. A person's name never does.
 */
export function guessSector(name: string, subject: Subject): string | undefined {
  if (subject === 'individual') return undefined;
  const plain = fold(name);
  const found = SECTOR_WORDS.map(([code, words]) => ({ code, at: plain.search(words) })).filter(({ at }) => at >= 0);
  return found.sort((one, other) => one.at - other.at)[0]?.code;
}

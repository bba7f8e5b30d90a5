import type { FieldName } from '#modules/registers/cell/rules-fields.ts';
import type { Mapping } from '#modules/registers/sheet/rules-mapping.ts';
import { fold } from '#platform/vietnamese.ts';
import { cellOf, isNumbered, readSection } from './rules-lines.ts';

// Whole cells, since a model may begin as these do: 'Kỹ năng sống', 'Lưu giữ nghề đan', 'Xác nhận tại nhà'.
const FOOT = new RegExp(
  `^(${[
    '(t m|tm|kt|k t|tuq|tl) (ban|bch|bcd|dang|huyen|tinh|thanh|chi|thuong|bi thu|chu|truong|ubnd|uy|mttq|hoi|doan|giam|hieu|thu|chanh|pho|khoi|co quan|don vi|tap the|to)( .*)?',
    '(can bo|nguoi) (lap|tong hop|ky|duyet|kiem tra)( (bieu|bang|danh sach|bao cao))*( ky .*)?',
    'lap (bang|bieu|danh sach)',
    '(phe )?duyet( cua .*)?',
    '(an dinh )?danh sach (nay )?(gom|co|tren) .*',
    'thu truong( (don vi|co quan)( .*)?)?',
    'xac nhan( (cua|ubnd|dang uy|bch|lanh dao|thu truong|co quan|don vi)( .*)?)?',
    '(da )?ky( (ten|ghi ro|va ghi ro|dong dau|va dong dau)( .*)?)?',
    'luu( (vt|vp|van thu|van phong|ho so|hs|bdv)( .*)?)?',
  ].join('|')})$`,
);
const RECEIVERS = /^\s*nơi nhận\s*(?:[:;.]|$)/iu;
const DATED = /ng[aà]y[\s\d.…]*th[aá]ng[\s\d.…]*n[aă]m[\s\d.…]*$/iu;
const PLACED = /^\s*(?:[^,]{1,40},\s*)?ng[aà]y\s/iu;
const SIGNER =
  /^(pho )?(truong ban|truong khoi|bi thu|chu tich|chanh van phong|giam doc|hieu truong|ban dan van)( (thuong truc|dan van|dang uy|huyen uy|tinh uy|chi bo|ban chi dao)( .*)?)?$/;

/**
 * True for what stands under a list: place and day, 'TM. BAN CHỈ ĐẠO', 'Nơi nhận', names of signers. Below the first such row (`started`) any
 * sparse row belongs to it, unless it is a heading that says where the next models lie.
 */
export function isFootRow(
  cells: readonly string[],
  mapping: Mapping,
  started: boolean,
  fields: readonly FieldName[],
): boolean {
  let data = 0;
  for (const column in mapping)
    if (mapping[column] !== 'note' && (cells[Number(column)] ?? '').trim() !== '') data += 1;
  if (data > 3 || isNumbered(cells, mapping)) return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.some((cell) => saysFoot(cell, filled.length === 1))) return true;
  if (data > 2) return false;
  // Who signs may also register: 'Vườn mẫu | Bí thư chi bộ'.
  const name = cellOf(cells, mapping, 'name');
  const alone = name.trim() === '' || SIGNER.test(fold(name));
  if (filled.some((cell) => SIGNER.test(fold(cell)) && (alone || (isCapital(cell) && isCapital(name))))) return true;
  if (!started) return false;
  const { rank: _rank, ...says } = readSection(cells, mapping, fields) ?? { rank: 'none' };
  // '- Huyện ủy An Biên;' among those who get the list is none.
  return Object.keys(says).length === 0 || cells.some((cell) => /^\s*[-+]/.test(cell));
}

function saysFoot(cell: string, alone: boolean): boolean {
  return FOOT.test(fold(cell)) || RECEIVERS.test(cell) || (DATED.test(cell) && (alone || PLACED.test(cell)));
}

const isCapital = (text: string) => text === text.toUpperCase();

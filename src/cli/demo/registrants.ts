import { fold } from '#platform/vietnamese.ts';
import { type Dice, dice } from './dice.ts';
import type { Row } from './insert.ts';
import type { Place } from './places.ts';
import type { Kind } from './themes/theme.ts';
import { personName } from './words/names.ts';
import { SECTOR_OF, SECTORS } from './words/sectors.ts';

/** Who registers in the demo: a body of a hamlet, a commune, a district or the province, or an invented person. */
export interface Registrant {
  /** 0 until it is used: only those that register something are written. */
  id: number;
  place: Place;
  subject: 'collective' | 'individual';
  /** null for a person who stands for no system. */
  kind: Kind | null;
  name: string;
  /** Where it works, as its models name it: 'ấp Hòa Bình', 'xã Vĩnh Phú', 'Trường Tiểu học Vĩnh Phú 1'. */
  at: string;
}

type Body = [kind: Kind, name: string, at: string];

/** Those of one place who may register: bodies, then persons. */
export function registrantsOf(place: Place): Registrant[] {
  const throws = dice('registrants', place.code);
  const bodies = place.level === 'commune' ? bodiesOfCommune(place, throws) : bodiesAbove(place);
  const collective = bodies.map(
    ([kind, name, at]): Registrant => ({ id: 0, place, subject: 'collective', kind, name, at }),
  );
  return place.level === 'commune' ? [...collective, ...persons(place, throws)] : collective;
}

/** The rows of table `registrant`. */
export function registrantRows(registrants: readonly Registrant[]): Row[] {
  return registrants.map((each) => ({
    id: each.id,
    subject: each.subject,
    name: each.name,
    plain_name: fold(each.name),
    unit_id: each.place.id,
    sector_id: sectorId(each),
  }));
}

/** The sector's id: its place in the list, from 1. */
export function sectorId({ kind }: Registrant): number | null {
  return kind && 1 + SECTORS.findIndex((sector) => sector.code === SECTOR_OF[kind]);
}

function bodiesOfCommune(place: Place, throws: Dice): Body[] {
  const here = place.inText;
  const ofHamlets = place.hamlets.flatMap((hamlet, at): Body[] => [
    ['party', `Chi bộ ${hamlet}`, hamlet],
    ['front', `Ban Công tác Mặt trận ${hamlet}`, hamlet],
    ['women', `Chi hội Phụ nữ ${hamlet}`, hamlet],
    ['veterans', `Chi hội Cựu chiến binh ${hamlet}`, hamlet],
    ['youth', `Chi đoàn ${hamlet}`, hamlet],
    ...(place.kind === 'ward' ? [] : ([['farmers', `Chi hội Nông dân ${hamlet}`, hamlet]] as Body[])),
    ...(at < 2 && place.kind !== 'ward' ? ([['enterprises', `Tổ hợp tác ${hamlet}`, hamlet]] as Body[]) : []),
  ]);
  return [
    ...ofHamlets,
    ['government', `Ủy ban nhân dân ${here}`, here],
    ['front', `Ủy ban MTTQ Việt Nam ${here}`, here],
    ['women', `Hội Liên hiệp Phụ nữ ${here}`, here],
    ['farmers', `Hội Nông dân ${here}`, here],
    ['youth', `Đoàn Thanh niên ${here}`, here],
    ['veterans', `Hội Cựu chiến binh ${here}`, here],
    ['union', `Công đoàn cơ sở ${here}`, here],
    ['party', `Chi bộ Cơ quan ${here}`, here],
    ['forces', `Công an ${here}`, here],
    ['forces', `Ban Chỉ huy Quân sự ${here}`, here],
    ['health', `Trạm Y tế ${here}`, here],
    ...schools(place, throws),
  ];
}

function schools({ bare }: Place, throws: Dice): Body[] {
  const name = /^\d/.test(bare) ? `Phường ${bare}` : bare;
  const all = [
    `Trường Mầm non ${name}`,
    `Trường Tiểu học ${name} 1`,
    `Trường Tiểu học ${name} 2`,
    `Trường THCS ${name}`,
  ];
  if (throws.chance(0.3)) all.push(`Trường THPT ${name}`);
  return all.map((school) => ['schools', school, school]);
}

function bodiesAbove({ inText, level }: Place): Body[] {
  const youth = level === 'province' ? `Tỉnh Đoàn ${inText.replace('tỉnh ', '')}` : `Ban Chấp hành Đoàn ${inText}`;
  return [
    ['women', `Hội Liên hiệp Phụ nữ ${inText}`, inText],
    ['farmers', `Hội Nông dân ${inText}`, inText],
    ['veterans', `Hội Cựu chiến binh ${inText}`, inText],
    ['youth', youth, inText],
    ['union', `Liên đoàn Lao động ${inText}`, inText],
    ['forces', `Công an ${inText}`, inText],
    ['government', `Văn phòng Ủy ban nhân dân ${inText}`, inText],
  ];
}

function persons(place: Place, throws: Dice): Registrant[] {
  const names = new Set<string>();
  const wanted = throws.int(12, 16);
  while (names.size < wanted) names.add(personName(throws, place.traits.includes('khmer')));
  const kinds: Kind[] = ['party', 'women', 'farmers', 'veterans', 'schools'];
  return [...names].map((name) => ({
    id: 0,
    place,
    subject: 'individual',
    kind: throws.chance(0.3) ? throws.pick(kinds) : null,
    name,
    at: throws.pick(place.hamlets),
  }));
}

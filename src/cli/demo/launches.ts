import { createHash } from 'node:crypto';
import { OFFICER_LEVEL } from '#modules/people/appointment/rules.ts';
import { addDays, officeTime } from './days.ts';
import { dice } from './dice.ts';
import { answering } from './entries.ts';
import type { Row } from './insert.ts';
import { samplePdf } from './pdf.ts';
import type { Place } from './places.ts';
import { by, provinceOf, type Scene, servesToday } from './scene.ts';

const LAUNCHED = 40;
/** Who has not opened it yet. */
const UNOPENED = ['xa', 'xa2', 'huyen-905'];

/** This year sent to every unit of the province with its plan; most of the offices with an account have opened it. */
export function launchTables(scene: Scene): [table: string, rows: Row[]][] {
  const { cycle, today } = scene;
  const day = addDays(today, -LAUNCHED);
  const bytes = samplePdf(`KE HOACH NAM ${cycle.year}`);
  const launch = {
    id: 1,
    cycle_id: cycle.id,
    unit_id: provinceOf(scene).id,
    title: `Triển khai phong trào thi đua “Dân vận khéo” năm ${cycle.year} (dữ liệu mẫu)`,
    words:
      'Đề nghị các đơn vị phổ biến đến từng chi bộ, đoàn thể và ấp, khu phố; đăng ký mô hình trước ngày đến hạn trên hệ thống.\n\nMỗi đơn vị chọn việc thiết thực, có chỉ tiêu đo được; ưu tiên duy trì, nâng chất mô hình đã được công nhận trước khi lập mô hình mới.',
    launched_by_name: by(scene, 'tinh').name,
    launched_at: officeTime(day, 0, 30),
  };
  const file = {
    launch_id: launch.id,
    name: `Kế hoạch “Dân vận khéo” năm ${cycle.year} (mẫu).pdf`,
    type: 'application/pdf',
    bytes: hex(bytes),
    size: bytes.byteLength,
    digest: hex(createHash('sha256').update(bytes).digest()),
  };
  return [
    ['launch', [launch]],
    ['launch_file', [{ id: 1, ...file }]],
    ['launch_opening', openings(scene, day)],
  ];
}

function openings(scene: Scene, day: string): Row[] {
  const officers = scene.people.filter(
    (member) =>
      servesToday(scene, member).role in OFFICER_LEVEL &&
      servesToday(scene, member).place !== provinceOf(scene) &&
      !member.waits &&
      !UNOPENED.includes(member.username),
  );
  const first = new Map(officers.map((member) => [servesToday(scene, member).place.id, member]));
  return [...first].map(([unit_id, { id, name }]) => ({
    launch_id: 1,
    unit_id,
    person_id: id,
    person_name: name,
    opened_at: officeTime(addDays(day, dice('opened', id).int(1, 25)), 1, id),
  }));
}

/** What is asked of each unit directly under the province: about as much as it has, some more and some less. */
export function targetRows(scene: Scene): Row[] {
  const { entries, cycle, ground, today } = scene;
  const [province, ...rest] = ground.upper as [Place, ...Place[]];
  const under = rest.length > 0 ? rest : ground.workshops.map(({ place }) => place);
  const has = new Map<Place, number>();
  for (const { cycle: of, level, model } of entries) {
    if (of !== cycle || level !== 'commune') continue;
    const unit = answering(model.place, under[0]?.level ?? 'commune');
    has.set(unit, (has.get(unit) ?? 0) + 1);
  }
  return under.map((unit) => {
    const throws = dice('target', cycle.year, unit.code);
    return {
      cycle_id: cycle.id,
      unit_id: unit.id,
      wanted: Math.max(5, 5 * Math.round(((has.get(unit) ?? 0) + throws.int(-6, 9)) / 5)),
      forward_most: throws.int(1, 4),
      set_by_name: by(scene, 'tinh').name,
      set_at: officeTime(addDays(today, -LAUNCHED), 1, province.id),
    };
  });
}

const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`;

import { addDays, laterThisWeek } from './days.ts';
import type { Row } from './insert.ts';
import type { Tree } from './state.ts';
import { criteriaOf } from './words/criteria.ts';

/** A yearly cycle of the demo. */
export interface Cycle {
  id: number;
  year: number;
  criteria: Record<'collective' | 'individual', number[]>;
}

export const CODE_PREFIX = 'KG';
const PAST_YEARS = [2018, 2019] as const;

const LETTER = 'Công văn số 80-CV/TU ngày 11/3/2016 của Tỉnh ủy';
const SAMPLE_PLAN = 'Kế hoạch triển khai trong năm (dữ liệu mẫu)';
const MOVEMENT = 1;

const FIELDS: [code: string, vi: string, en: string][] = [
  ['KT', 'Kinh tế', 'Economy'],
  ['VHXH', 'Văn hóa - xã hội', 'Culture and society'],
  ['QPAN', 'Quốc phòng - an ninh', 'Defence and security'],
  ['HTCT', 'Xây dựng hệ thống chính trị', 'Building the political system'],
];
/** Under which national field each of them is summed: here they are the same four. */
const NATIONAL = ['economy', 'culture_society', 'defence_security', 'political_system'];

const TITLE_GROUPS: [code: string, vi: string, en: string][] = [
  ['DVK', 'Dân vận khéo (mẫu)', 'Skilful mass mobilisation (sample)'],
  ['NTM', 'Dân vận khéo trong xây dựng nông thôn mới (mẫu)', 'The same in building the new countryside (sample)'],
];

const PROGRAMMES: [code: string, vi: string, en: string][] = [
  [
    'CT05',
    'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh (Chỉ thị 05-CT/TW)',
    'Learning from Hồ Chí Minh (Directive 05-CT/TW)',
  ],
  ['NTM', 'Xây dựng nông thôn mới', 'New-style countryside'],
  ['DTVM', 'Đô thị văn minh', 'Civilised urban areas'],
  ['GNBV', 'Giảm nghèo bền vững', 'Sustainable poverty reduction'],
  [
    'DDKXD',
    'Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh',
    'All people unite to build countryside and towns',
  ],
  ['QCDC', 'Thực hiện Quy chế dân chủ ở cơ sở', 'Grassroots democracy'],
];

/** The year in which work is done now: that of `today`, or the first after the finished ones. */
export function currentYear(today: string): number {
  return Math.max(Number(today.slice(0, 4)), PAST_YEARS[1] + 1);
}

/**
 * The process as data, with the cycles that the registrations belong to; due days of the running cycle follow from `today`, and
 * its levels from the units that stand.
 */
export function movementRows(today: string, tree: Tree): { cycles: Cycle[]; tables: [table: string, rows: Row[]][] } {
  const years = [...PAST_YEARS, currentYear(today)];
  const named = (list: [string, string, string][]) =>
    list.map(([code, name_vi, name_en], at) => ({
      id: at + 1,
      movement_id: MOVEMENT,
      code,
      name_vi,
      name_en,
      position: at + 1,
    }));
  const phases = [...new Set(years.map(phaseStart))];
  const criteria = years.flatMap((_, at) =>
    [...criteriaOf('collective'), ...criteriaOf('individual')].map((row) => ({ cycle_id: at + 1, ...row })),
  );
  const numbered = criteria.map((row, at) => ({ id: at + 1, ...row }));
  const idsOf = (cycle: number, subject: string) =>
    numbered.filter((row) => row.cycle_id === cycle && row.subject === subject).map((row) => row.id);
  return {
    cycles: years.map((year, at) => ({
      id: at + 1,
      year,
      criteria: { collective: idsOf(at + 1, 'collective'), individual: idsOf(at + 1, 'individual') },
    })),
    tables: [
      [
        'movement',
        [
          {
            id: MOVEMENT,
            code: 'dvk',
            code_prefix: CODE_PREFIX,
            name_vi: 'Dân vận khéo',
            name_en: 'Skilful mass mobilisation',
          },
        ],
      ],
      ['phase', phases.map(phaseRow)],
      ['cycle', years.map((year, at) => cycleRow(year, at + 1, 1 + phases.indexOf(phaseStart(year)), today))],
      ['cycle_level', years.flatMap((year, at) => levelRows(year, at + 1, today, tree))],
      ['field', named(FIELDS).map((row, at) => ({ ...row, national: NATIONAL[at] ?? null }))],
      ['programme', named(PROGRAMMES)],
      ['title_group', named(TITLE_GROUPS)],
      ['criterion', numbered],
    ],
  };
}

/** Phases last five years: 2016–2020, 2021–2025 … */
function phaseStart(year: number): number {
  return year - ((year - 2016) % 5);
}

function phaseRow(start: number, at: number): Row {
  return {
    id: at + 1,
    movement_id: MOVEMENT,
    name_vi: `Giai đoạn ${start}–${start + 4}`,
    name_en: `Phase ${start}–${start + 4}`,
    runs: `[${start}-01-01,${start + 5}-01-01)`,
    legal_basis: start === 2016 ? LETTER : SAMPLE_PLAN,
  };
}

function cycleRow(year: number, id: number, phase_id: number, today: string): Row {
  const isPast = year <= PAST_YEARS[1];
  return {
    id,
    movement_id: MOVEMENT,
    phase_id,
    code: String(year),
    year,
    // The tree of units is known from 2019 on, so 2018 stands on its first day.
    reference_day: year === 2018 ? '2019-01-01' : `${year}-12-31`,
    opens_on: isPast ? `${year}-01-10` : opensOn(today),
    legal_basis: isPast ? LETTER : SAMPLE_PLAN,
  };
}

/** Who judges and who recognises; sample data, since each province says it in its own guidance. */
const BODIES: Record<string, { appraising_body: string; recognising_body: string }> = {
  commune: { appraising_body: 'Ban Chỉ đạo cấp xã (mẫu)', recognising_body: 'Ủy ban nhân dân cấp xã (mẫu)' },
  district: { appraising_body: 'Ban Chỉ đạo cấp huyện (mẫu)', recognising_body: 'Ủy ban nhân dân cấp huyện (mẫu)' },
  province: { appraising_body: 'Ban Chỉ đạo cấp tỉnh (mẫu)', recognising_body: 'Ủy ban nhân dân tỉnh (mẫu)' },
};

/** Working days of each station; sample data, as the bodies are. */
const SAMPLE_CLOCKS = { accept_days: 5, mend_days: 10, appraise_days: 15, decide_days: 10 };
const NO_CLOCKS = { accept_days: null, mend_days: null, appraise_days: null, decide_days: null };

/** The running cycle opened long enough ago for work of every kind to lie in it. */
export function opensOn(today: string): string {
  const opening = `${currentYear(today)}-01-10`;
  const latest = addDays(today, -150);
  return opening < latest ? opening : latest;
}

function levelRows(year: number, cycle_id: number, today: string, tree: Tree): Row[] {
  const due: [level: string, register: string, appraise: string][] =
    year <= PAST_YEARS[1]
      ? [
          ['commune', `${year}-03-31`, `${year}-11-30`],
          ['district', `${year}-12-10`, `${year}-12-31`],
          ['province', `${year + 1}-01-08`, `${year + 1}-01-31`],
        ]
      : tree === 'before'
        ? [
            ['commune', today, laterThisWeek(today)],
            ['district', addDays(today, -3), today],
            ['province', laterThisWeek(today), addDays(today, 25)],
          ]
        : [
            ['commune', today, laterThisWeek(today)],
            ['province', addDays(today, -3), addDays(today, 25)],
          ];
  return due.map(([level, register_due_on, appraise_due_on]) => ({
    cycle_id,
    level,
    register_due_on,
    appraise_due_on,
    ...(year > PAST_YEARS[1] ? SAMPLE_CLOCKS : NO_CLOCKS),
    ...BODIES[level],
  }));
}

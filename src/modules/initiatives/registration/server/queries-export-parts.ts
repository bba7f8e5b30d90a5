import { type RawBuilder, sql } from 'kysely';
import { type Named, nameIn } from '#modules/movements/field/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { SharedValues, SheetColumn, SheetValue } from '#platform/server/sheet-writer.ts';
import type { ViewColumn } from '../../view/rules.ts';

/** What parts the cells of a batch. No text of a list keeps it: it is taken out as they are read. */
export const CELL = '\u001f';
/** A line's cells as the database sets them side by side; what many lines have alike comes as one cell. */
export const CELLS = [
  'id',
  'code',
  'name',
  'registrant',
  'subject',
  'place',
  'standing',
  'days',
  'lateReason',
  'basis',
] as const;
/** So many shared values are remembered at once: a year's days, not those of all years. */
const REMEMBERED = 10_000;

/** A column of the file. With columns chosen, those of the chosen ones and those of every list are shown; without, all are. */
type Column = SheetColumn & { of: ViewColumn | 'every list' | 'the whole' };

/** Columns side by side, and what they hold: by a batch's cells, where the line's own begin, and its place in the list from 0. */
export interface Part {
  columns: readonly Column[];
  of(cells: readonly string[], from: number, at: number): SheetValue | SharedValues;
}

/** What many rows name alike by its id, read once: joined to each of a hundred thousand rows it would cost more than the rows. */
export interface Known {
  fields: Map<string, Named>;
  cycles: Map<string, string>;
  /** By `cycle/unit`: the unit and the one above it as they were called on the cycle's reference day. */
  units: Map<string, { name: string; parent: string | null }>;
  decisions: Map<string, { number: string; decidedOn: string }>;
}

/** Asked in the reader's scope. */
export async function knownTo(db: ReadDb): Promise<Known> {
  const fields = await rowsOf(db, sql<Named>`select id, code, name_vi as "nameVi", name_en as "nameEn" from field`);
  const cycles = await rowsOf(db, sql<{ id: number; code: string }>`select id, code from cycle`);
  const units = await rowsOf(
    db,
    sql<{ key: string; name: string; parent: string | null }>`
      with named as materialized (select c.id, n.unit_id, n.name, c.reference_day from cycle c join unit_name n on n.valid @> c.reference_day)
      select n.id || '/' || n.unit_id as key, n.name, above.name as parent from named n
      left join unit_parent p on p.unit_id = n.unit_id and p.valid @> n.reference_day
      left join named above on above.id = n.id and above.unit_id = p.parent_id`,
  );
  const decisions = await rowsOf(
    db,
    sql<{ id: number; number: string; decidedOn: string }>`select id, number, decided_on as "decidedOn" from decision`,
  );
  return {
    fields: new Map(fields.map((field) => [String(field.id), field])),
    cycles: new Map(cycles.map((cycle) => [String(cycle.id), cycle.code])),
    units: new Map(units.map((unit) => [unit.key, unit])),
    decisions: new Map(decisions.map((decision) => [String(decision.id), decision])),
  };
}

/** The cells of registration `r`, its model `i` and its registrant `g` as one text, in the order of CELLS. */
export const cellsOf =
  (): RawBuilder<string> => sql<string>`concat_ws(${sql.lit(CELL)}, r.id, i.code, ${plain('r.name')},
  coalesce(${plain('g.name')}, ''), r.subject, ${sharedBy('r.cycle_id', 'r.unit_id')}, ${sharedBy('r.field_id', 'r.level', 'r.cycle_id', 'r.state')},
  ${sharedBy('r.submitted_on', 'r.carried_out_on', 'r.late_days')}, ${plain('r.late_reason')}, ${sharedBy('r.paper_on', 'r.recognised_by')})`;

const plain = (column: string) => sql`translate(${sql.ref(column)}, ${sql.lit(CELL)}, '')`;
const sharedBy = (...columns: string[]) =>
  sql`concat(${sql.join(
    columns.map((column) => sql.ref(column)),
    sql`, '/', `,
  )})`;

/** What a file shows, from left to right, in the words of a language. */
export function partsOf(
  known: Known,
  { t, language }: { t: Translate; language: Language },
  chosen: readonly ViewColumn[],
): Part[] {
  const isShown = ({ of }: Column) =>
    chosen.length === 0 || of === 'every list' || (of !== 'the whole' && chosen.includes(of));
  const said = (kind: 'subject' | 'level' | 'state', code: string) => t(`registration.${kind}.${code}`);
  const one = (column: Column, of: Part['of']): Part => ({ columns: [column].filter(isShown), of });
  const shared = (
    cell: (typeof CELLS)[number],
    columns: Column[],
    valuesOf: (...by: string[]) => SheetValue[],
  ): Part => {
    const place = CELLS.indexOf(cell);
    const found = new Map<string, SharedValues>();
    const made = (key: string): SharedValues => {
      if (found.size >= REMEMBERED) found.clear();
      const values = valuesOf(...key.split('/')).filter((_, i) => isShown(columns[i]!));
      return found.set(key, { values }).get(key)!;
    };
    return {
      columns: columns.filter(isShown),
      of(cells, from) {
        const key = cells[from + place]!;
        return found.get(key) ?? made(key);
      },
    };
  };
  const text = (cell: (typeof CELLS)[number], column: Column): Part => {
    const place = CELLS.indexOf(cell);
    return one(column, (cells, from) => cells[from + place]!);
  };
  const parts = [
    one(number('initiative.export_number', 7, 'every list'), (_cells, _from, at) => at + 1),
    text('code', words('initiative.code', 16, 'every list')),
    text('name', words('registration.part.name', 56, 'every list')),
    text('registrant', words('initiative.registrant', 36, 'registrant')),
    shared('subject', [words('initiative.subject', 11, 'subject')], (subject) => [said('subject', subject!)]),
    shared(
      'place',
      [words('initiative.export_unit', 24, 'unit'), words('initiative.export_parent', 24, 'unit')],
      (cycle, unit) => {
        const named = known.units.get(`${cycle}/${unit}`);
        return [named?.name ?? null, named?.parent ?? null];
      },
    ),
    shared(
      'standing',
      [
        words('initiative.field', 28, 'field'),
        words('initiative.level', 15, 'every list'),
        words('initiative.cycle', 8, 'cycle'),
        words('initiative.state', 24, 'every list'),
      ],
      (field, level, cycle, state) => {
        const named = known.fields.get(field!);
        return [
          named ? nameIn(named, language) : null,
          said('level', level!),
          known.cycles.get(cycle!) ?? null,
          said('state', state!),
        ];
      },
    ),
    shared(
      'days',
      [
        day('initiative.submitted_on', 'every list'),
        day('initiative.carried_out_on', 'the whole'),
        number('initiative.export_late', 12, 'the whole'),
      ],
      (submitted, carriedOut, late) => [submitted!, carriedOut!, late === '0' ? null : Number(late)],
    ),
    text('lateReason', words('draft.late_reason', 30, 'the whole')),
    shared(
      'basis',
      [
        day('draft.paper_on', 'the whole'),
        words('initiative.export_decision', 24, 'the whole'),
        day('initiative.export_decided_on', 'the whole'),
      ],
      (paper, by) => {
        const decision = known.decisions.get(by!);
        return [paper!, decision?.number ?? null, decision?.decidedOn ?? null];
      },
    ),
  ];
  return parts.filter((part) => part.columns.length > 0);
}

const words = (title: string, width: number, of: Column['of']): Column => ({ title, width, kind: 'text', of });
const number = (title: string, width: number, of: Column['of']): Column => ({ title, width, kind: 'number', of });
const day = (title: string, of: Column['of']): Column => ({ title, width: 12, kind: 'date', of });

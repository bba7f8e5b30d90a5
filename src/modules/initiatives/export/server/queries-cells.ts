import { sql } from 'kysely';
import type { ViewColumn } from '#modules/initiatives/view/rules.ts';
import { type Named, nameIn } from '#modules/movements/field/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { BatchCell } from '#platform/server/sheet-batches.ts';
import type { SheetColumn, SheetValue } from '#platform/server/sheet-writer.ts';

/** A column of the file. With columns chosen, those of the chosen ones and those of every list are shown; without, all are. */
type Column = SheetColumn & { of: ViewColumn | 'every list' | 'the whole' };
type Words = { t: Translate; language: Language };

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

/**
 * What a file shows, from left to right, in the words of a language, and what is asked for it of registration `r`, its model `i`, its
 * registrant `g` and its place in the list.
 */
export function cellsIn(known: Known, { t, language }: Words, chosen: readonly ViewColumn[]): BatchCell[] {
  const isShown = ({ of }: Column) =>
    chosen.length === 0 || of === 'every list' || (of !== 'the whole' && chosen.includes(of));
  const column = (kind: Column['kind'], title: string, width: number, of: Column['of']): Column => ({
    kind,
    title: t(title),
    width,
    of,
  });
  const text = (title: string, width: number, of: Column['of']) => column('text', title, width, of);
  const number = (title: string, width: number, of: Column['of']) => column('number', title, width, of);
  const day = (title: string, of: Column['of']) => column('date', title, 12, of);
  const own = (asked: string, of: Column): BatchCell => ({ asked: [asked], columns: [of].filter(isShown) });
  const alike = (asked: string[], columns: Column[], valuesOf: (...by: string[]) => SheetValue[]): BatchCell => ({
    asked,
    columns: columns.filter(isShown),
    values: (...by) => valuesOf(...by).filter((_, at) => isShown(columns[at]!)),
  });
  const cells = [
    own('listed.place', number('initiative.export_number', 7, 'every list')),
    own('i.code', text('initiative.code', 16, 'every list')),
    own('r.name', text('registration.part.name', 56, 'every list')),
    own('g.name', text('initiative.registrant', 36, 'registrant')),
    alike(['r.subject'], [text('initiative.subject', 11, 'subject')], (subject) => [
      t(`registration.subject.${subject}`),
    ]),
    alike(
      ['r.cycle_id', 'r.unit_id'],
      [text('initiative.export_unit', 24, 'unit'), text('initiative.export_parent', 24, 'unit')],
      (cycle, unit) => {
        const named = known.units.get(`${cycle}/${unit}`);
        return [named?.name ?? null, named?.parent ?? null];
      },
    ),
    alike(
      ['r.field_id', 'r.level', 'r.cycle_id', 'r.state'],
      [
        text('initiative.field', 28, 'field'),
        text('initiative.level', 15, 'every list'),
        text('initiative.cycle', 8, 'cycle'),
        text('initiative.state', 24, 'every list'),
      ],
      (id, level, cycle, state) => {
        const field = known.fields.get(id!);
        const called = field ? nameIn(field, language) : null;
        return [
          called,
          t(`registration.level.${level}`),
          known.cycles.get(cycle!) ?? null,
          t(`registration.state.${state}`),
        ];
      },
    ),
    alike(
      ['r.submitted_on', 'r.carried_out_on', 'r.late_days'],
      [
        day('initiative.submitted_on', 'every list'),
        day('initiative.carried_out_on', 'the whole'),
        number('initiative.export_late', 12, 'the whole'),
      ],
      (submitted, carriedOut, late) => [submitted!, carriedOut!, late === '0' ? null : Number(late)],
    ),
    own('r.late_reason', text('draft.late_reason', 30, 'the whole')),
    alike(
      ['r.paper_on', 'r.recognised_by'],
      [
        day('draft.paper_on', 'the whole'),
        text('initiative.export_decision', 24, 'the whole'),
        day('initiative.export_decided_on', 'the whole'),
      ],
      (paper, by) => {
        const decision = known.decisions.get(by!);
        return [paper!, decision?.number ?? null, decision?.decidedOn ?? null];
      },
    ),
  ];
  return cells.filter(({ columns }) => columns.length > 0);
}

import { setImmediate } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { type Named, nameIn } from '#modules/movements/field/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { type SheetColumn, type SheetValues, writeCsv, writeXlsx } from '#platform/server/sheet-writer.ts';
import { formatDay } from '#platform/vietnamese.ts';
import type { ViewColumn } from '../../view/rules.ts';
import { timeOf } from '../rules-moment.ts';
import type { RegistrationFilter } from '../schema-filter.ts';
import { conditions, orderOf } from './queries.ts';
import { matching } from './queries-text.ts';

/** Few enough that their cells are gone before memory is tidied, many enough that opening a transaction costs little beside them. */
const BATCH = 1_000;
/** What parts the cells of a batch. No text of a list keeps it: `batch` takes it out. */
const CELL = '\u001f';

/** A list as a file: its bytes as they are written, and how many rows it holds. */
export interface Sheet {
  rows: number;
  bytes: AsyncGenerator<Uint8Array>;
}
type Words = { t: Translate; language: Language };

/**
 * Exactly the list of a filter as .xlsx or .csv. One query fixes which rows and in which order; batches of 1,000 then read
 * them, each in a transaction of its own, so that a slow client holds no connection and no row is left out or doubled.
 */
export async function exportRegistrations(
  ctx: Context,
  filter: RegistrationFilter,
  format: 'xlsx' | 'csv',
  words: Words,
  chosen: readonly ViewColumn[] = [],
): Promise<Sheet> {
  const which = read(ctx, async (db) => {
    const where = sql`${conditions(ctx.scope, filter)} and ${await matching(db, filter)}`;
    return (await rowsOf(db, whichRows(where, orderOf(filter).by)))[0];
  });
  const [fixed, known] = await Promise.all([which, read(ctx, knownTo)]);
  const [ids, codes] = [fixed?.ids?.split(CELL) ?? [], fixed?.codes?.split(CELL) ?? []];
  const { t } = words;
  const lines = linesOf(ctx, ids, only(chosen, valuesIn(codes, known, words)));
  const columns = chosen.length > 0 ? kept(chosen, columnsIn(t)) : columnsIn(t);
  if (format === 'csv') return { rows: ids.length, bytes: writeCsv(columns, lines) };
  const options = { sheet: t('initiative.list'), titleLines: titleLines(ctx, ids.length, words) };
  return { rows: ids.length, bytes: writeXlsx(columns, lines, options) };
}

/** By the place in `columnsIn`: to what a list's further columns belong; the others are always there. */
const FURTHER: Partial<Record<number, ViewColumn>> = {
  3: 'registrant',
  4: 'subject',
  5: 'unit',
  6: 'unit',
  7: 'field',
  9: 'cycle',
};
const BRIEF = 11;

/** Of a row, what the list shows whose columns were chosen. */
const kept = <T>(chosen: readonly ViewColumn[], row: readonly T[]): T[] =>
  row.filter((_, at) => {
    const column = FURTHER[at];
    return column ? chosen.includes(column) : at <= BRIEF;
  });

const only = (chosen: readonly ViewColumn[], valuesOf: ValuesOf): ValuesOf =>
  chosen.length === 0 ? valuesOf : (cells, from, at) => kept(chosen, valuesOf(cells, from, at));

function titleLines({ now }: Context, n: number, { t, language }: Words): string[] {
  const made = { n, time: timeOf(now), day: formatDay(dayOf(now), language) };
  return [t('initiative.export_title'), t('initiative.export_count', made)];
}

function columnsIn(t: Translate): SheetColumn[] {
  const text = (key: string, width: number): SheetColumn => ({ title: t(key), width, kind: 'text' });
  const word = (key: string, width: number): SheetColumn => ({ ...text(key, width), isWord: true });
  const day = (key: string): SheetColumn => ({ title: t(key), width: 12, kind: 'date', isWord: true });
  return [
    { title: t('initiative.export_number'), width: 7, kind: 'number' },
    text('initiative.code', 16),
    text('registration.part.name', 56),
    text('initiative.registrant', 36),
    word('initiative.subject', 11),
    word('initiative.export_unit', 24),
    word('initiative.export_parent', 24),
    word('initiative.field', 28),
    word('initiative.level', 15),
    word('initiative.cycle', 8),
    word('initiative.state', 24),
    day('initiative.submitted_on'),
    day('initiative.carried_out_on'),
    { title: t('initiative.export_late'), width: 12, kind: 'number' },
    text('draft.late_reason', 30),
    day('draft.paper_on'),
    word('initiative.export_decision', 24),
    day('initiative.export_decided_on'),
  ];
}

/** What many rows name alike by its id, read once: joined to each of a hundred thousand rows it would cost more than the rows. */
interface Known {
  fields: Map<string, Named>;
  cycles: Map<string, string>;
  /** By `cycle/unit`: the unit and the one above it as they were called on the cycle's reference day. */
  units: Map<string, { name: string; parent: string | null }>;
  decisions: Map<string, { number: string; decidedOn: string }>;
}

async function knownTo(db: ReadDb): Promise<Known> {
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

/** A line of the list from the cells of a batch: where its own begin, and its place in the whole list, from 0. */
type ValuesOf = (cells: readonly string[], from: number, at: number) => SheetValues;

async function* linesOf(
  ctx: Context,
  ids: readonly string[],
  valuesOf: ValuesOf,
): AsyncGenerator<Iterable<SheetValues>> {
  const fetched = (from: number) => {
    const asked = ids.slice(from, from + BATCH);
    const lines = asked.length > 0 ? read(ctx, (db) => rowsOf(db, batch(asked))) : Promise.resolve([]);
    // A batch that fails is told when its turn comes.
    lines.catch(() => {});
    return { asked, lines };
  };
  let next = fetched(0);
  for (let from = 0; from < ids.length; from += BATCH) {
    const { asked, lines } = next;
    const text = (await lines)[0]?.text ?? '';
    // The database reads on while this batch is written.
    next = fetched(from + BATCH);
    // Asked before we are busy for a while, not after.
    await setImmediate();
    yield inOrder(asked, text.split(CELL), from, valuesOf);
  }
}

/** A batch's lines, which come in the list's order, one after the other; what has left the reader's scope since is left out. */
function* inOrder(
  ids: readonly string[],
  cells: readonly string[],
  before: number,
  valuesOf: ValuesOf,
): Generator<SheetValues> {
  for (let at = 0, from = 0; at < ids.length; at += 1) {
    if (cells[from] !== ids[at]) continue;
    yield valuesOf(cells, from, before + at);
    from += CELLS;
  }
}

function valuesIn(codes: readonly string[], known: Known, { t, language }: Words): ValuesOf {
  const saying = (kind: 'subject' | 'level' | 'state') => {
    const said = new Map<string, string>();
    return (code: string) => said.get(code) ?? (said.set(code, t(`registration.${kind}.${code}`)).get(code) as string);
  };
  const subject = saying('subject');
  const level = saying('level');
  const state = saying('state');
  const fields = new Map([...known.fields].map(([id, field]) => [id, nameIn(field, language)]));
  return (cells, from, at) => {
    const cell = (place: number) => cells[from + place] as string;
    const unit = known.units.get(cell(4));
    const decision = known.decisions.get(cell(11));
    return [
      at + 1,
      codes[at] ?? null,
      cell(1),
      cell(2) || null,
      subject(cell(3)),
      unit?.name ?? null,
      unit?.parent ?? null,
      fields.get(cell(5)) ?? null,
      level(cell(7)),
      known.cycles.get(cell(6)) ?? null,
      state(cell(8)),
      cell(9) || null,
      cell(10) || null,
      cell(12) === '0' ? null : Number(cell(12)),
      cell(13) || null,
      cell(14) || null,
      decision?.number ?? null,
      decision?.decidedOn ?? null,
    ];
  };
}

// The models' codes come with the list: joined one by one to each batch, under row security, they would cost more than it.
const whichRows = (where: RawBuilder<unknown>, by: RawBuilder<unknown>) => sql<{
  ids: string | null;
  codes: string | null;
}>`
  with model as materialized (select id, code from initiative)
  select string_agg(id::text, ${sql.lit(CELL)}) as ids, string_agg(code, ${sql.lit(CELL)}) as codes from (
    select r.id, model.code from registration r join model on model.id = r.initiative_id where ${where} order by ${by}) listed`;

/** A line's cells, as `batch` sets them side by side: id, name, registrant, subject, cycle/unit, field, cycle, level, state, two days, decision, days late and why, day of the paper. */
const CELLS = 15;

// One text for the whole batch: a million cells that come one by one cost more than what is done with them.
const batch = (ids: readonly string[]) => sql<{ text: string | null }>`
  select string_agg(concat_ws(${sql.lit(CELL)}, r.id, ${plain('r.name')}, coalesce(${plain('g.name')}, ''), r.subject, r.cycle_id || '/' || r.unit_id, r.field_id,
    r.cycle_id, r.level, r.state, coalesce(r.submitted_on::text, ''), coalesce(r.carried_out_on::text, ''),
    coalesce(r.recognised_by::text, ''), r.late_days, ${plain('r.late_reason')}, coalesce(r.paper_on::text, '')), ${sql.lit(CELL)} order by asked.place) as text
  from unnest(${`{${ids.join()}}`}::integer[]) with ordinality asked (id, place)
  join registration r on r.id = asked.id left join registrant g on g.id = r.registrant_id`;

const plain = (column: string) => sql`translate(${sql.ref(column)}, ${sql.lit(CELL)}, '')`;

import { sql } from 'kysely';
import { type Named, nameIn } from '#modules/movements/field/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { type SheetColumn, type SheetValues, writeCsv, writeXlsx } from '#platform/server/sheet-writer.ts';
import { formatDay } from '#platform/vietnamese.ts';
import { timeOf } from '../rules-moment.ts';
import type { RegistrationFilter } from '../schema-filter.ts';
import { conditions, orderOf } from './queries.ts';
import { matching } from './queries-text.ts';

/** Few enough to hold, many enough that reading the models beside them costs no more than they do. */
const BATCH = 10_000;

/** A list as a file: its bytes as they are written, and how many rows it holds. */
export interface Sheet {
  rows: number;
  bytes: AsyncGenerator<Uint8Array>;
}
type Words = { t: Translate; language: Language };

/**
 * Exactly the list of a filter as .xlsx or .csv. One query fixes which rows and in which order; batches of 10,000 then read
 * them, each in a transaction of its own, so that a slow client holds no connection and no row is left out or doubled.
 */
export async function exportRegistrations(
  ctx: Context,
  filter: RegistrationFilter,
  format: 'xlsx' | 'csv',
  words: Words,
): Promise<Sheet> {
  const { ids, known } = await read(ctx, async (db) => {
    const where = sql`${conditions(ctx.scope, filter)} and ${await matching(db, filter)}`;
    const { by } = orderOf(filter);
    const all = sql<{
      ids: number[];
    }>`select array(select r.id from registration r where ${where} order by ${by}) as ids`;
    return { ids: (await rowsOf(db, all))[0]?.ids ?? [], known: await knownTo(db) };
  });
  const { t } = words;
  const lines = linesOf(ctx, ids, known, words);
  if (format === 'csv') return { rows: ids.length, bytes: writeCsv(columnsIn(t), lines) };
  const options = { sheet: t('initiative.list'), titleLines: titleLines(ctx, ids.length, words) };
  return { rows: ids.length, bytes: writeXlsx(columnsIn(t), lines, options) };
}

function titleLines({ now }: Context, n: number, { t, language }: Words): string[] {
  const made = { n, time: timeOf(now), day: formatDay(dayOf(now), language) };
  return [t('initiative.export_title'), t('initiative.export_count', made)];
}

function columnsIn(t: Translate): SheetColumn[] {
  const text = (key: string, width: number): SheetColumn => ({ title: t(key), width, kind: 'text' });
  const day = (key: string): SheetColumn => ({ title: t(key), width: 12, kind: 'date' });
  return [
    { title: t('initiative.export_number'), width: 7, kind: 'number' },
    text('initiative.code', 16),
    text('registration.part.name', 56),
    text('initiative.registrant', 36),
    text('initiative.subject', 11),
    text('initiative.export_unit', 24),
    text('initiative.export_parent', 24),
    text('initiative.field', 28),
    text('initiative.level', 15),
    text('initiative.cycle', 8),
    text('initiative.state', 24),
    day('initiative.submitted_on'),
    day('initiative.carried_out_on'),
    text('initiative.export_decision', 24),
    day('initiative.export_decided_on'),
  ];
}

/** What many rows name alike, read once: joined to each of a hundred thousand rows it would cost more than the rows. */
interface Known {
  fields: Map<number, Named>;
  cycles: Map<number, string>;
  /** By `cycle/unit`: the unit and the one above it as they were called on the cycle's reference day. */
  units: Map<string, { name: string; parent: string | null }>;
  decisions: Map<number, { number: string; decidedOn: string }>;
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
    fields: new Map(fields.map((field) => [field.id, field])),
    cycles: new Map(cycles.map((cycle) => [cycle.id, cycle.code])),
    units: new Map(units.map((unit) => [unit.key, unit])),
    decisions: new Map(decisions.map((decision) => [decision.id, decision])),
  };
}

interface Line {
  id: number;
  code: string;
  name: string;
  registrant: string | null;
  subject: string;
  unit_id: number;
  field_id: number;
  cycle_id: number;
  level: string;
  state: string;
  submitted_on: string | null;
  carried_out_on: string | null;
  recognised_by: number | null;
}

async function* linesOf(
  ctx: Context,
  ids: readonly number[],
  known: Known,
  words: Words,
): AsyncGenerator<SheetValues[]> {
  const valuesOf = valuesIn(known, words);
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
    const byId = new Map((await lines).map((line) => [line.id, line]));
    // The database reads on while this batch is written.
    next = fetched(from + BATCH);
    // What has moved out of the reader's scope since the list was fixed is left out.
    yield asked.flatMap((id, at) => {
      const line = byId.get(id);
      return line ? [valuesOf(line, from + at + 1)] : [];
    });
  }
}

function valuesIn(known: Known, { t, language }: Words): (line: Line, number: number) => SheetValues {
  const saying = (kind: 'subject' | 'level' | 'state') => {
    const said = new Map<string, string>();
    return (code: string) => said.get(code) ?? (said.set(code, t(`registration.${kind}.${code}`)).get(code) as string);
  };
  const subject = saying('subject');
  const level = saying('level');
  const state = saying('state');
  const fields = new Map([...known.fields].map(([id, field]) => [id, nameIn(field, language)]));
  return (line, number) => {
    const unit = known.units.get(`${line.cycle_id}/${line.unit_id}`);
    const decision = line.recognised_by === null ? undefined : known.decisions.get(line.recognised_by);
    return [
      number,
      line.code,
      line.name,
      line.registrant,
      subject(line.subject),
      unit?.name ?? null,
      unit?.parent ?? null,
      fields.get(line.field_id) ?? null,
      level(line.level),
      known.cycles.get(line.cycle_id) ?? null,
      state(line.state),
      line.submitted_on,
      line.carried_out_on,
      decision?.number ?? null,
      decision?.decidedOn ?? null,
    ];
  };
}

const batch = (ids: readonly number[]) => sql<Line>`
  select r.id, i.code, r.name, g.name as registrant, r.subject, r.unit_id, r.field_id, r.cycle_id, r.level, r.state,
    r.submitted_on, r.carried_out_on, r.recognised_by
  from registration r
  join initiative i on i.id = r.initiative_id
  left join registrant g on g.id = r.registrant_id
  where r.id = any (${ids}::integer[])`;

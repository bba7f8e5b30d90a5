import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { dayOf } from '#platform/server/context.ts';
import { fold } from '#platform/vietnamese.ts';
import type { ChangedUnit, Plan, UnitRef } from '../rules.ts';

const FACTS = ['name', 'code', 'kind', 'parent'] as const;
export type Fact = (typeof FACTS)[number];

/** One reorganisation at a time, and no reader of the tree between two halves of one. */
export async function lockUnits(tx: WriteDb): Promise<void> {
  await sql`lock table unit in share row exclusive mode`.execute(tx);
}

/** Those of the units whose facts change on or after the day already: nothing may be written before what is newer. */
export async function changedSince(tx: WriteDb, ids: readonly number[], day: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct coalesce((select n.name from unit_name n where n.unit_id = f.unit_id order by n.valid desc limit 1), f.unit_id::text) as name
    from (select unit_id, valid from unit_name union all select unit_id, valid from unit_code
      union all select unit_id, valid from unit_kind union all select unit_id, valid from unit_parent) f
    where f.unit_id = any (${[...ids]}::integer[]) and (lower(f.valid) >= ${day}::date or (upper(f.valid) is not null and upper(f.valid) >= ${day}::date))
    order by 1`.execute(tx);
  return rows.map((row) => row.name);
}

/** Records the act; answers its id. */
export async function insertReorganisation(
  tx: WriteDb,
  ctx: Context,
  act: { resolution: string; issuedOn: string | null; plan: Plan; counts: object },
): Promise<number> {
  const row = await tx
    .insertInto('reorganisation')
    .values({
      resolution: act.resolution,
      issued_on: act.issuedOn,
      effective_on: act.plan.effectiveOn,
      plan: JSON.stringify(act.plan),
      counts: JSON.stringify(act.counts),
      state: 'applied',
      applied_by: ctx.actor.id,
      applied_by_name: ctx.actor.name,
      applied_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Writes a plan into the dated facts, set-based: about a dozen statements whatever its size. Answers the new units' ids by key. */
export async function writePlan(tx: WriteDb, ctx: Context, id: number, plan: Plan): Promise<Map<string, number>> {
  const day = plan.effectiveOn;
  const made = await insertUnits(tx, plan);
  const idOf = (ref: UnitRef) => (typeof ref === 'number' ? ref : (made.get(ref) as number));
  for (const fact of FACTS) {
    const begins = [
      ...plan.created.map((unit) => ({ unitId: idOf(unit.key), ...unit, created: true })),
      ...plan.changed.filter((change) => change[fact] !== undefined),
    ];
    const changing = plan.changed.filter((change) => change[fact] !== undefined).map(({ unitId }) => unitId);
    await endFacts(tx, id, fact, [...plan.ended, ...changing], day);
    await beginFacts(tx, id, fact, begins, day, idOf);
  }
  const successions = plan.successions.map(({ from, to, share }) => ({ from_id: from, to_id: idOf(to), share }));
  await sql`
    insert into unit_succession (reorganisation_id, from_unit_id, to_unit_id, share)
    select ${id}, from_id, to_id, share from jsonb_to_recordset(${JSON.stringify(successions)}::jsonb) as s (from_id integer, to_id integer, share text)`.execute(
    tx,
  );
  await placeUnits(tx, dayOf(ctx.now));
  return made;
}

/** Hangs every unit where it belongs on a day; after an act, and at midnight when one comes into force. */
export async function placeUnits(tx: WriteDb, day: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update unit u set path_today = p.path from unit_paths(${day}::date) p where p.id = u.id and u.path_today <> p.path`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}

async function insertUnits(tx: WriteDb, plan: Plan): Promise<Map<string, number>> {
  const keys = plan.created.map(({ key }) => key);
  // The path is known once all of them are there; until then each is its own root.
  const { rows } = await sql<{ id: number; key: string }>`
    with numbered as materialized (select key, nextval(pg_get_serial_sequence('unit', 'id'))::integer as id from unnest(${keys}::text[]) key),
      written as (insert into unit (id, path_today) select id, id::text::ltree from numbered returning id)
    select n.id, n.key from numbered n join written w using (id)`.execute(tx);
  return new Map(rows.map((row) => [row.key, row.id]));
}

async function endFacts(tx: WriteDb, id: number, fact: Fact, ids: readonly number[], day: string): Promise<void> {
  await sql`
    with ended as (
      update ${sql.table(`unit_${fact}`)} set valid = daterange(lower(valid), ${day}::date)
      where unit_id = any (${[...ids]}::integer[]) and valid @> ${day}::date returning unit_id)
    insert into unit_change (reorganisation_id, unit_id, fact, did) select ${id}, unit_id, ${fact}, 'ended' from ended`.execute(
    tx,
  );
}

type Beginning = Omit<ChangedUnit, 'unitId'> & { unitId: number };

async function beginFacts(
  tx: WriteDb,
  id: number,
  fact: Fact,
  units: readonly Beginning[],
  day: string,
  idOf: (ref: UnitRef) => number,
): Promise<void> {
  const rows = units.flatMap(({ unitId, name, kind, code, parent }) => {
    if (fact === 'code' && code === null) return [];
    const values = { name, plain: name && fold(name), kind, code, parent_id: parent == null ? null : idOf(parent) };
    return [{ unit_id: unitId, ...values }];
  });
  const columns = {
    name: sql`(unit_id, name, plain_name, valid) select unit_id, name, plain`,
    code: sql`(unit_id, code, valid) select unit_id, code`,
    kind: sql`(unit_id, kind, valid) select unit_id, kind`,
    parent: sql`(unit_id, parent_id, valid) select unit_id, parent_id`,
  };
  await sql`
    with begun as (
      insert into ${sql.table(`unit_${fact}`)} ${columns[fact]}, daterange(${day}::date, null)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (unit_id integer, name text, plain text, kind text, code text, parent_id integer)
      returning unit_id)
    insert into unit_change (reorganisation_id, unit_id, fact, did) select ${id}, unit_id, ${fact}, 'began' from begun`.execute(
    tx,
  );
}

export interface AppliedAct {
  id: number;
  resolution: string;
  effectiveOn: string;
  state: 'applied' | 'undone';
  plan: Plan;
}

/** An act by its id, locked. */
export async function reorganisationForUpdate(tx: WriteDb, id: number): Promise<AppliedAct | undefined> {
  const { rows } = await sql<AppliedAct>`
    select id, resolution, effective_on as "effectiveOn", state, plan from reorganisation where id = ${id} for update`.execute(
    tx,
  );
  return rows[0];
}

/** Later acts that touch what this one made or changed, by their resolutions. */
export async function restingActs(tx: WriteDb, id: number): Promise<string[]> {
  const { rows } = await sql<{ resolution: string }>`
    with mine as (
      select unit_id from unit_change where reorganisation_id = ${id}
      union select to_unit_id from unit_succession where reorganisation_id = ${id})
    select distinct r.resolution from reorganisation r
    where r.state = 'applied' and r.id > ${id} and (
      exists (select from unit_change c where c.reorganisation_id = r.id and c.unit_id in (select unit_id from mine))
      or exists (select from unit_succession s where s.reorganisation_id = r.id and (s.from_unit_id in (select unit_id from mine) or s.to_unit_id in (select unit_id from mine)))
      or exists (select from unit_change c join unit_parent p on p.unit_id = c.unit_id where c.reorganisation_id = r.id and p.parent_id in (select unit_id from mine)
        and lower(p.valid) >= r.effective_on))
    order by 1`.execute(tx);
  return rows.map((row) => row.resolution);
}

/** The units that an act created. */
export async function createdBy(tx: WriteDb, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select unit_id as id from unit_change c where reorganisation_id = ${id} and fact = 'kind' and did = 'began'
      and not exists (select from unit_kind k join reorganisation r on r.id = ${id} where k.unit_id = c.unit_id and lower(k.valid) < r.effective_on)`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

/** Puts the dated facts back to what they were before an act, and removes the units that it had made. */
export async function unwritePlan(
  tx: WriteDb,
  ctx: Context,
  act: AppliedAct,
  created: readonly number[],
): Promise<void> {
  for (const fact of FACTS) {
    const table = sql.table(`unit_${fact}`);
    await sql`
      delete from ${table} t using unit_change c
      where c.reorganisation_id = ${act.id} and c.fact = ${fact} and c.did = 'began' and c.unit_id = t.unit_id and lower(t.valid) = ${act.effectiveOn}::date`.execute(
      tx,
    );
    await sql`
      update ${table} t set valid = daterange(lower(t.valid), null) from unit_change c
      where c.reorganisation_id = ${act.id} and c.fact = ${fact} and c.did = 'ended' and c.unit_id = t.unit_id and upper(t.valid) = ${act.effectiveOn}::date`.execute(
      tx,
    );
  }
  await sql`delete from unit_succession where reorganisation_id = ${act.id}`.execute(tx);
  await sql`delete from unit_change where reorganisation_id = ${act.id}`.execute(tx);
  await sql`delete from unit where id = any (${[...created]}::integer[])`.execute(tx);
  await sql`
    update reorganisation set state = 'undone', undone_at = ${ctx.now}, undone_by_name = ${ctx.actor.name} where id = ${act.id}`.execute(
    tx,
  );
  await placeUnits(tx, dayOf(ctx.now));
}
